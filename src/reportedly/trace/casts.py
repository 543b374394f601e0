"""Who occurs in an article and who published it: all that entities are found by, in few bytes."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly.records import Actor, Reading
from reportedly.records.entity import Identity, Part
from reportedly.trace.outlets import names_of
from reportedly.trace.stems import fold


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors of an article, without their mentions, and its outlet with the names that it goes by."""

    article: str
    outlet: str | None
    site: str | None
    names: Mapping[str, float]  # of the outlet, each with how surely it means it
    publisher: str | None  # the actor that is the outlet
    actors: tuple[Actor, ...]

    @classmethod
    def of(cls, reading: Reading) -> Cast:
        """The cast of an article."""
        article = reading.article
        return cls(
            article=article.id,
            outlet=article.outlet,
            site=site_of(article.url),
            names=names_of(reading),
            publisher=_publisher(reading),
            actors=tuple(_bare(a.id, a.kind, a.name, a.unnamed, a.roles) for a in reading.actors),
        )


@dataclass(frozen=True, slots=True)
class Met:
    """The cast of an article with the story that it stood in and who its actors were found to be.

    `alone` are the identities before users joined entities, `identities` those after it.
    """

    cast: Cast
    story: str
    alone: tuple[Identity, ...]
    identities: tuple[Identity, ...]

    def packed(self) -> bytes:
        """All of it in few bytes, to be kept beside the reading."""
        cast = self.cast
        actors = [[a.id, a.kind, a.name, int(a.unnamed), a.roles] for a in cast.actors]
        alone = list(map(_row, self.alone))
        joined = [row if row != own else None for own, row in zip(alone, map(_row, self.identities), strict=True)]
        names = list(cast.names.items())
        row = [cast.article, cast.outlet, cast.site, names, cast.publisher, actors, self.story, alone, joined]
        return zlib.compress(json.dumps(row, ensure_ascii=False).encode("utf-8"))

    @classmethod
    def unpacked(cls, packed: bytes) -> Met:
        """What was packed."""
        row = json.loads(zlib.decompress(packed))
        article, outlet, site, names, publisher, actors, story, alone, joined = row
        held = tuple(_bare(id, kind, name, bool(unnamed), tuple(roles)) for id, kind, name, unnamed, roles in actors)
        own = tuple(_identity(article, actor.id, row) for actor, row in zip(held, alone, strict=True))
        return cls(
            cast=Cast(article, outlet, site, dict(names), publisher, held),
            story=story,
            alone=own,
            identities=tuple(
                one if row is None else _identity(article, one.actor, row) for one, row in zip(own, joined, strict=True)
            ),
        )


def site_of(url: str | None) -> str | None:
    """The site of an address."""
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _bare(id: str, kind: str, name: str | None, unnamed: bool, roles: tuple[str, ...]) -> Actor:
    return Actor(id=id, kind=kind, name=name, unnamed=unnamed, roles=roles)  # type: ignore[arg-type]


def _row(identity: Identity) -> list[object]:
    return [identity.entity, identity.score, [[part.name, part.score] for part in identity.parts]]


def _identity(article: str, actor: str, row: tuple[str, float, list[tuple[str, float]]]) -> Identity:
    entity, score, parts = row
    named = tuple(Part(name=name, score=part) for name, part in parts)
    return Identity(article=article, actor=actor, entity=entity, score=score, parts=named)


def _publisher(reading: Reading) -> str | None:
    """The actor that is the publishing outlet: the first of every chain."""
    for statement in reading.statements:
        return statement.chain.outlet.actor
    outlet = fold(reading.article.outlet or "")
    return next((a.id for a in reading.actors if a.kind == "outlet" and fold(a.name or "") == outlet), None)
