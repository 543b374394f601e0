"""Roles that tell whose they are: "her spokesman", behind Ada Renn, is "Ada Renn's spokesman"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast.scene import Draft, Scene

OWNED = re.compile(r"(his|her|its|their)(?: own)? (?=\w)", re.IGNORECASE)
_OF_OUTLETS = re.compile(
    r"\b(?:boss|chief|correspondent|director|editor|editor-in-chief|founder|host|owner|publisher)\b"
)


def roles_told(scene: Scene, draft: Draft) -> Sequence[str]:
    """The roles of an actor, with the name of its owner where a pronoun stands for it.

    Where nobody knows the owner, the role of somebody who has a name is told without it.
    """
    return tuple(dict.fromkeys(_told(scene, draft, role) for role in draft.roles))


def _told(scene: Scene, draft: Draft, role: str) -> str:
    match = OWNED.match(role)
    if match is None:
        return role
    owner = next((owner for owner in _owners(scene, draft, role) if _may_own(owner, draft, role)), None)
    if owner is None or owner.name is None:
        return role[match.end() :] if draft.names else role
    return owner.name + ("' " if owner.name.endswith("s") else "'s ") + role[match.end() :]


def _may_own(owner: Draft, draft: Draft, role: str) -> bool:
    """Whether an actor can be told to have somebody in a role; of an outlet it is seldom more than a guess."""
    told = owner.kind != "outlet" or owner is draft.owner or _OF_OUTLETS.search(role) is not None
    return owner is not draft and owner.name is not None and told


def _owners(scene: Scene, draft: Draft, role: str) -> Iterator[Draft]:
    """Whose the role is: by the words for its bearer, then by the pronoun where the role stands beside the name."""
    if draft.owner is not None:
        yield draft.owner
    for reference in draft.references:
        for start, end in reference.role_places:
            pronoun = OWNED.match(scene.text, start)
            if pronoun is None or " ".join(scene.text[start:end].split()) != role:
                continue
            found = scene.at.get(pronoun.span(1))
            if found is not None and found.draft is not None:
                yield found.draft
