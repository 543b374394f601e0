"""Sources without a name: how many they are, why they would know, and which group "one of them" belongs to."""

from __future__ import annotations

import re

from reportedly.reading.phrases import Phrase
from reportedly.reading.scene import Draft, Reference, Scene

_RELATIVE = re.compile(
    r",? ((?:who|whom|briefed|familiar|close to|with (?:\w+ ){0,2}knowledge|involved|present|authori[sz]ed|not authori[sz]ed|"
    r"speaking|granted|taking part)\b[^,.;:“”\"\n]{0,120})"
)
_LEAD = re.compile(r"^(?:who (?:had|have|has|was|were|is|are) )")
_CUES = re.compile(r"\s(?:said|says|told|say|added|according)\b.*$")
_PLACE = frozenset(["of", "for"])


def note_source(scene: Scene, draft: Draft, reference: Reference) -> None:
    """Fills in count and basis of a source without a name from the words of one mention."""
    phrase = reference.phrase
    draft.unnamed = True
    if draft.count is None:
        draft.count = count_of(phrase)
    if draft.basis is None:
        draft.basis = basis_of(scene, reference)


def count_of(phrase: Phrase) -> int | None:
    """How many the words speak of; None for a bare plural and for "several"."""
    if phrase.number is not None:
        return phrase.number
    if phrase.head is not None and not phrase.head.plural and phrase.head.kind == "person":
        return 1
    return None


def basis_of(scene: Scene, reference: Reference) -> str | None:
    """Why they would know, in the text's words: what follows the noun, in the mention or right behind it."""
    tail = reference.words(reference.phrase.tail)
    if tail:
        return tail.strip(" ,")
    match = _RELATIVE.match(scene.text, reference.end)
    if match is None:
        return None
    return _CUES.sub("", match[1]).strip() or None


def group_before(drafts: list[Draft], reference: Reference) -> Draft | None:
    """The group without a name that was mentioned last, whose member words such as "another" mean."""
    groups = [draft for draft in drafts if draft.unnamed and draft.latest is not None and draft.group is None]
    several = [draft for draft in groups if draft.count != 1 and not draft.principals]
    return max(several or groups, key=lambda draft: draft.latest.start if draft.latest else -1, default=None)


def same_noun(draft: Draft, phrase: Phrase) -> bool:
    """Whether a source without a name was called by this noun before."""
    head = phrase.head
    return head is not None and any(
        reference.phrase.head is not None and reference.phrase.head.word == head.word for reference in draft.references
    )
