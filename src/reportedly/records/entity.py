"""Whoever speaks, acts or publishes in several articles, and which actor of which article it is."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.actor import ActorKind
from reportedly.records.values import Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """An actor across articles: its names, the fullest first, its roles and, for outlets, sites."""

    id: str
    kind: ActorKind
    names: tuple[str, ...]
    roles: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One reason for an identity, and what it weighs: name, role, story, or the user's word."""

    name: str
    score: Score


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Says that an actor of one article is this entity. The actor stays as it was read."""

    article: str
    actor: str
    entity: str
    score: Score
    parts: tuple[Part, ...] = ()
