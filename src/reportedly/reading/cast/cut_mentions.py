"""Mentions that are but a piece of a longer one: "a judge", of "a judge in Elswick"."""

from __future__ import annotations

import re

from reportedly.reading.cast.scene import Draft, Reference

_AND_OTHERS = re.compile(r",|;| and\b| or\b")


def same_words(reference: Reference) -> Draft | None:
    """The draft of the longer words that these begin, or end, with their noun.

    "A judge" of "a judge in Elswick", "lawyers" of "the mayor's lawyers"; the name before an apposition.
    """
    whole = reference.outer
    if whole is None or whole.draft is None or reference.phrase.shape != "noun":
        return None
    if whole.phrase.role is not None and _is_apposition(reference, whole):
        return whole.draft
    if whole.end == reference.end and whole.phrase.shape == "noun" and reference.phrase.head is not None:
        owned = whole.text[: reference.start - whole.start].endswith(("'s ", "’s "))
        return whole.draft if owned and reference.phrase.head == whole.phrase.head else None
    if whole.start != reference.start:
        return None
    name = whole.phrase.name
    if name is not None and name[0] <= len("the ") and reference.end < whole.start + name[1]:
        return whole.draft  # "the Sarn Ledger editorial", cut from the name of its board
    if _AND_OTHERS.match(whole.text, reference.end - reference.start):
        return None  # "a draft and two negotiators"
    one, other = reference.phrase, whole.phrase
    same = other.shape == "noun" and one.owner == other.owner and one.name is None is other.name
    return whole.draft if same and one.head is not None and one.head == other.head else None


def _is_apposition(reference: Reference, whole: Reference) -> bool:
    """Whether words tell what the body is that is named before them: "the union" of "IG Metall, the union"."""
    begin, end = whole.phrase.role or (0, 0)
    place = reference.start - whole.start, reference.end - whole.start
    body = whole.draft is not None and whole.draft.kind in ("organisation", "government", "outlet")
    own = reference.phrase.determiner in ("the", "a", "an") and not reference.phrase.plural
    return body and own and place == (begin, end)
