"""Short names that an article explains in brackets: "the Sarn Bakers' Union (SBK)", "SBK (Sarn Bakers' Union)"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.reading.cast.name_forms import Key, key_of
from reportedly.reading.cast.nouns import country, known_kind
from reportedly.reading.cast.scene import Reference
from reportedly.reading.cast.written_names import Name
from reportedly.records import ActorKind

_SHORT = r"(?=[\w-]*[A-Z][\w-]*[A-Z])[A-Z][\w-]{1,9}"  # with two capitals at least
_BEHIND = re.compile(rf" \((?:the )?(?P<short>{_SHORT})\)")
_BEFORE = re.compile(r"(?<![\w-])(?P<short>[A-Z]{2,8}) \((?:the )?(?P<full>[A-Z][^()\n]{6,70})\)")
_BODIES: tuple[ActorKind, ...] = ("organisation", "government", "outlet", "group")


def glosses_in(text: str, references: Sequence[Reference], names: Mapping[Key, Name]) -> dict[Key, Key]:
    """The names of bodies that brackets explain, each with the full name that they give.

    "Ada Renn (CDU)" tells whose member she is, and no name of hers.
    """
    found: dict[Key, Key] = {}
    behind = {match.start(): match for match in _BEHIND.finditer(text)}
    closing = {match.end(): match for match in behind.values()}
    if behind:
        for reference in references:
            if reference.phrase.name is None:
                continue
            until = reference.start + reference.phrase.name[1]
            match = behind.get(until) or closing.get(reference.end)
            if match is not None and until <= match.start():
                _note(found, match["short"], reference.words(reference.phrase.name) or "", names)
    for match in _BEFORE.finditer(text):
        _note(found, match["short"], match["full"], names)
    return found


def _note(found: dict[Key, Key], short: str, full: str, names: Mapping[Key, Name]) -> None:
    key, whole = key_of(short), key_of(full)
    name = names.get(whole)
    if key not in names or name is None or len(whole) < 2 or name.kind not in _BODIES:
        return
    if country(short) is None and known_kind(short) not in ("government", "place"):
        found.setdefault(key, whole)
