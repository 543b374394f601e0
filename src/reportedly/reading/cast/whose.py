"""Roles that tell whose they are: "her spokesman", behind Ada Renn, is "Ada Renn's spokesman"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.cast.scene import Draft

_OWNED = re.compile(r"(?:his|her|its|their)(?: own)? (?=\w)", re.IGNORECASE)


def roles_told(draft: Draft) -> Sequence[str]:
    """The roles of an actor, with the name of its owner where a pronoun stands for it."""
    owner = draft.owner
    if owner is None or owner is draft or owner.name is None:
        return draft.roles
    whose = owner.name + ("' " if owner.name.endswith("s") else "'s ")
    return [_OWNED.sub(lambda _: whose, role, count=1) if _OWNED.match(role) else role for role in draft.roles]
