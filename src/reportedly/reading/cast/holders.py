"""Whom the words of an office mean where nobody was given that role: "Dagny Holm says. … the foreign minister told"."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.reading.cast import titles
from reportedly.reading.cast.own_words import NEVER, named_in_own_words
from reportedly.reading.cast.pronouns import WINDOW
from reportedly.reading.cast.scene import Draft, Reference, Scene

SURE = 2.0  # log-odds from which the encoder is believed: 88 %


def holder_thought(scene: Scene, drafts: Iterable[Draft], reference: Reference) -> Draft | None:
    """The person of whom the encoder is sure that the words mean them; None where it is sure of none.

    Nobody with an office of another name, and nobody whom the words name that the office speaks.
    """
    if scene.antecedents is None or not titles.is_office(reference.phrase):
        return None
    named = named_in_own_words(scene, reference)
    may = [d for d in drafts if named.get(id(d)) != NEVER and _may_hold(d, reference)]
    pairs = sorted((d.latest.start, d.latest.end, number) for number, d in enumerate(may) if d.latest)
    if not pairs:
        return None
    spans = [scene.article.span(start, end) for start, end, _ in pairs]
    odds = scene.antecedents(scene.article.span(reference.start, reference.end), spans)
    best, number = max((value, number) for value, (_, _, number) in zip(odds, pairs, strict=True))
    return may[number] if best >= SURE else None


def _may_hold(draft: Draft, reference: Reference) -> bool:
    latest, head = draft.latest, reference.phrase.head
    if draft.kind != "person" or not draft.names or draft.unnamed or latest is None or head is None:
        return False
    if latest.end > reference.start or reference.sentence - latest.sentence > WINDOW:
        return False
    if head.gender and draft.gender and head.gender != draft.gender:
        return False
    return not any("title" in role.noun.marks for role in titles.roles_of(draft))
