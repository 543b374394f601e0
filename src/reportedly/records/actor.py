"""Whoever speaks, is spoken for, is addressed, meets or is met, within one article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span
from reportedly.records.values import Count

ActorKind = Literal["person", "organisation", "government", "group", "place", "document", "outlet"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of one article, with every mention that refers to it.

    `name` is the fullest in the article, None when the text gives none. "Three officials briefed on the
    preparations" are `unnamed`, `count` 3, `basis` "briefed on the preparations". `speaks_for` holds the
    ids of a spokesperson's principals.
    """

    id: str
    kind: ActorKind
    name: str | None = None
    roles: tuple[str, ...] = ()
    unnamed: bool = False
    count: Count | None = None
    basis: str | None = None
    speaks_for: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()
