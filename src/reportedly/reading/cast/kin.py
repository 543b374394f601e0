"""Whom kin mean by kin: "her son", where she is "his mother"."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.reading.cast.nouns import Noun
from reportedly.reading.cast.scene import Draft, Reference, Scene

_PARENTS = frozenset(("mother", "father", "parent", "mum", "mom", "dad"))
_CHILDREN = frozenset(("son", "daughter", "child", "boy", "girl"))
_SPOUSES = frozenset(("husband", "wife", "widow", "widower", "spouse"))
_SIBLINGS = frozenset(("brother", "sister"))
_TO = ((_PARENTS, _CHILDREN), (_CHILDREN, _PARENTS), (_SPOUSES, _SPOUSES), (_SIBLINGS, _SIBLINGS))
_OF_ONE = frozenset(("his", "her"))


def owned_by_kin(scene: Scene, reference: Reference) -> Reference | None:
    """The "his" or "her" of words that call somebody by whose kin he is ("her son"); None for other words."""
    phrase = reference.phrase
    if (
        phrase.head is None
        or phrase.plural
        or phrase.owner is None
        or not any(phrase.head.word in one for one, _ in _TO)
    ):
        return None
    if reference.words(phrase.core) != phrase.head.word or (reference.words(phrase.owner) or "").lower() not in _OF_ONE:
        return None
    return scene.inner(reference, phrase.owner)


def kin_meant(scene: Scene, reference: Reference, owner: Draft | None) -> Draft | None:
    """The one of whom it was told that he has the owner of these words for kin: Aaron, if she is Aaron's mother."""
    head = reference.phrase.head
    if head is None or owner is None:
        return None
    found = {id(other): other for role, other in _kin_of(scene, owner) if _are_kin(role, head)}
    fits = [other for other in found.values() if not head.gender or other.gender in (None, head.gender)]
    return fits[0] if len(fits) == 1 == len(found) else None


def _kin_of(scene: Scene, draft: Draft) -> Iterator[tuple[Noun, Draft]]:
    """What somebody was called by whose kin he is, and whose."""
    for reference in draft.references:
        phrase = reference.phrase
        if phrase.head is not None and phrase.owner is not None:
            place = reference.start + phrase.owner[0], reference.start + phrase.owner[1]
            whose = scene.at.get(place)
            if whose is not None and whose.draft is not None and whose.draft.kind == "person":
                yield phrase.head, whose.draft


def _are_kin(role: Noun, head: Noun) -> bool:
    return any(role.word in one and head.word in other for one, other in _TO)
