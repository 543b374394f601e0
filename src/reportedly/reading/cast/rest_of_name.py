"""What stands behind a mention that was cut within a name: "Martin O" of O'Malley, "Goldman" of Goldman Sachs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast.nouns import country, honorific, is_first_name, known_kind, noun
from reportedly.records import ActorKind

_SURNAME = re.compile(r"[ \xa0](?:[A-Z]\. )?([A-Z][a-z][\w-]+)(?![\w-]|['’]t\b|[ \xa0][A-Z])")  # in no headline
_CAPITAL_BEHIND = re.compile(r" [A-Z][\w-]+")
_CUT_IN_NAME = re.compile(r"(?<!\w)[ODL]\Z")  # "Martin O", of O'Malley
_REST_OF_NAME = re.compile(r"['’][A-Z][a-z]+")
_INITIAL = re.compile(r"[ \xa0][A-Z]\Z")
_SURNAME_BEHIND_INITIAL = re.compile(r"\.[ \xa0]([A-Z][a-z][\w-]+)(?![\w-]|['’]t\b|[ \xa0][A-Z])")  # "Donald J", cut
_NICKNAME = re.compile(r"[ \xa0][“\"‘'][A-Z][\w -]*[”\"’']\Z")
_IN_MARKS = re.compile(r"[“\"„«][A-Z][\w-]*(?: [A-Z][\w-]*)*")
_TO_MARK = re.compile(r"(?: [A-Z][\w-]*){0,4}[”\"“»]")
_BODY = re.compile(
    r"(?:[Tt]he )?(?:Office|Institute|Cent(?:re|er)|Department|Ministry|Bureau|Association|Agency|Foundation|Society|"
    r"Committee|Federation)"
)
_FOR = re.compile(r" (?:for|of) (?:the )?[A-Z][a-z]\w*(?: (?:(?:and|&) )?[A-Z][a-z]\w*)*")
_OPEN = frozenset(("vague", "source"))


def rest_of_name(text: str, start: int, end: int, kind: ActorKind | None) -> int:
    """How long the rest is of a name that was cut, a surname or a body's; 0 where the name is whole."""
    if _CUT_IN_NAME.search(text[start:end]) and (rest := _REST_OF_NAME.match(text, end)):
        return len(rest[0])
    if (opened := text.rfind(" ", start, start + 5) + 1 or start) and _IN_MARKS.fullmatch(text, opened, end):
        rest = _TO_MARK.match(text, end)
        return 0 if rest is None else len(rest[0])  # "the “Grünes", of the “Grünes Blatt”
    if _BODY.fullmatch(text, start, end) and (rest := _FOR.match(text, end)):
        return len(rest[0])  # "the Office", of the Office for Statistics
    more = _CAPITAL_BEHIND.match(text, end)
    if more is not None and known_kind(text[start : more.end()]) is not None:
        return len(more[0])  # "Goldman", of Goldman Sachs
    short = _NICKNAME.sub("", text[start:end])
    first = _INITIAL.sub("", short)
    rules = kind in ("government", "place") and country(first) is None and known_kind(first) is None
    if not (kind == "person" or rules) or not is_first_name(first):
        return 0
    behind = (_SURNAME if first == short else _SURNAME_BEHIND_INITIAL).match(text, end)
    if behind is None:
        return 0
    office = noun(behind[1]) is not None and not may_be_surname(behind[1])
    none = office or honorific(behind[1]) is not None or country(behind[1]) is not None
    return 0 if none else len(behind[0])


def may_be_surname(word: str) -> bool:
    """Whether a noun for people may be a surname too ("Singer"), which is no office ("Virginia Governor")."""
    found = noun(word)
    return found is not None and found.kind == "person" and bool(not found.marks or found.marks & _OPEN)


def ends_like_several(name: Sequence[str]) -> bool:
    """Whether the last word of a person's name looks like one for several people: Brian Coles, Ada Waters."""
    found = noun(name[-1])
    return found is not None and found.plural and is_first_name(name[0]) and honorific(name[0]) is None
