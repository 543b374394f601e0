"""The same person, body or outlet across articles: names and their spellings, roles, and the story they stand in.

Actors come one after the other, story by story; each is compared with the entities that a part of its name leads to.
A short name means somebody only within a story ("Renn" there is Ada Renn, elsewhere anybody), and so does a role.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from reportedly.records import Actor, Reading, Story, content_id
from reportedly.records.entity import Entity, Identity, Part
from reportedly.trace.resemblance import BY_ROLE, SAME_AT, Growing, keys_of, keys_of_entity, parts_of, total
from reportedly.trace.stems import fold

Key = tuple[str, str]  # an actor: the id of its article and its own
_LED_TO = 60  # entities that one key leads to at most: the latest
_RIVAL = 0.05  # of the score of the best, within which another is a rival


class Register:
    """Entities that actors are added to, one after the other."""

    def __init__(
        self,
        entities: Iterable[Entity] = (),
        identities: Iterable[Identity] = (),
        apart: Iterable[tuple[Key, Key]] = (),
    ) -> None:
        self._entities: dict[str, Growing] = {}
        self._known = {(identity.article, identity.actor): identity for identity in identities}
        self._led_to: dict[str, dict[str, None]] = defaultdict(dict)
        self._of: dict[Key, str] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)
        for entity in entities:
            self._entities[entity.id] = Growing.of(entity)
            self._lead(entity.id, keys_of_entity(entity))

    def add(self, readings: Sequence[Reading], story: str) -> list[Identity]:
        """Gives every actor of the articles of a story its entity.

        Those with names come first, and of an article those with fuller names: they say who the others may be.
        """
        found: dict[Key, Identity] = {}
        for named in (True, False):
            for reading in readings:
                publisher = _publisher(reading)
                fullest = sorted(reading.actors, key=lambda a: (a.id != publisher, -len((a.name or "").split())))
                for actor in fullest:
                    if named is (actor.name is not None and not actor.unnamed):
                        identity = self._identify(actor, reading, story, actor.id == publisher)
                        found[identity.article, identity.actor] = identity
        return [found[reading.article.id, actor.id] for reading in readings for actor in reading.actors]

    def entities(self) -> tuple[Entity, ...]:
        """The entities so far, in the order in which they came up."""
        return tuple(_entity(growing) for growing in self._entities.values())

    def _identify(self, actor: Actor, reading: Reading, story: str, publishes: bool) -> Identity:
        key = (reading.article.id, actor.id)
        keys = keys_of(actor, reading, story, publishes=publishes)
        known = self._known.get(key)
        if known is not None and known.entity in self._entities:
            self._learn(self._entities[known.entity], actor, reading, story, publishes, keys)
            self._of[key] = known.entity
            return known
        entity, score, parts = self._best(actor, reading, story, publishes, keys)
        self._learn(entity, actor, reading, story, publishes, keys)
        self._of[key] = entity.id
        return Identity(article=key[0], actor=key[1], entity=entity.id, score=min(score, 1.0), parts=parts)

    def _best(
        self, actor: Actor, reading: Reading, story: str, publishes: bool, keys: Iterable[str]
    ) -> tuple[Growing, float, tuple[Part, ...]]:
        """The entity that the actor is, a new one where it is none; rivals for it make it less sure."""
        key = (reading.article.id, actor.id)
        found = []
        for entity in self._looked_up(keys):
            if not any(self._of.get(other) == entity.id for other in self._apart.get(key, ())):
                parts = parts_of(actor, reading, story, entity, publishes=publishes)
                score = total(parts)
                if score >= SAME_AT:
                    found.append((score, entity, parts))
        best = max(found, key=lambda row: row[0], default=None)
        rivals = sum(row[0] >= best[0] - _RIVAL for row in found) - 1 if best else 0
        if best is None or (
            rivals and best[2][0].name == BY_ROLE
        ):  # of three member states nobody knows which is meant
            entity = Growing(content_id("e", *key))
            self._entities[entity.id] = entity
            return entity, 1.0, ()
        return best[1], round(best[0] / (1 + rivals) ** 0.5, 4), best[2]

    def _looked_up(self, keys: Iterable[str]) -> list[Growing]:
        found: dict[str, None] = {}
        for key in keys:
            found.update(self._led_to.get(key, {}))
        return [self._entities[id] for id in found]

    def _learn(
        self, entity: Growing, actor: Actor, reading: Reading, story: str, publishes: bool, keys: Iterable[str]
    ) -> None:
        entity.learn(actor, reading, story, publishes=publishes)
        self._lead(entity.id, keys)

    def _lead(self, id: str, keys: Iterable[str]) -> None:
        for key in keys:
            led_to = self._led_to[key]
            led_to.pop(id, None)
            led_to[id] = None
            if len(led_to) > _LED_TO:
                del led_to[next(iter(led_to))]


def find_entities(
    readings: Iterable[Reading],
    stories: Iterable[Story],
    *,
    known: tuple[Iterable[Entity], Iterable[Identity]] = ((), ()),
    together: Iterable[tuple[Key, Key]] = (),
    apart: Iterable[tuple[Key, Key]] = (),
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """The entities of these articles, and an identity for every actor.

    `known` are entities and identities that were found before: they stay, and new actors are compared with them.
    `together` and `apart` are pairs of actors of which a user has said that they are one, or not; their word wins.
    """
    by_id = {reading.article.id: reading for reading in readings}
    register = Register(*known, apart)
    identities = [
        identity
        for story in stories
        for identity in register.add([by_id[article] for article in story.articles if article in by_id], story.id)
    ]
    return _joined(register.entities(), identities, together)


def entity_of(identities: Iterable[Identity]) -> dict[Key, str]:
    """The id of the entity of each actor."""
    return {(identity.article, identity.actor): identity.entity for identity in identities}


def _publisher(reading: Reading) -> str | None:
    """The actor that is the publishing outlet: the first of every chain."""
    for statement in reading.statements:
        return statement.chain.outlet.actor
    outlet = fold(reading.article.outlet or "")
    return next((a.id for a in reading.actors if a.kind == "outlet" and fold(a.name or "") == outlet), None)


def _entity(growing: Growing) -> Entity:
    names = sorted(growing.names, key=lambda name: (-len(name.split()), -growing.names[name], name))
    return Entity(
        id=growing.id,
        kind=growing.kind,
        names=tuple(names),
        roles=tuple(sorted(growing.roles, key=lambda role: (-growing.roles[role], role))),
        sites=tuple(sorted(growing.sites)),
    )


def _joined(
    entities: tuple[Entity, ...], identities: list[Identity], together: Iterable[tuple[Key, Key]]
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """Entities and identities after the user's merges; the entity that came up first keeps its id."""
    of = entity_of(identities)
    order = {entity.id: at for at, entity in enumerate(entities)}
    into: dict[str, str] = {}

    def now(id: str) -> str:
        while id in into:
            id = into[id]
        return id

    said: Mapping[Key, None] = {}
    for one, other in together:
        if one in of and other in of:
            said = {**said, one: None, other: None}
            first, second = sorted((now(of[one]), now(of[other])), key=lambda id: order[id])
            if first != second:
                into[second] = first
    if not said:
        return entities, tuple(identities)
    by_id = {entity.id: entity for entity in entities}
    parts: dict[str, list[Entity]] = defaultdict(list)
    for entity in entities:
        parts[now(entity.id)].append(entity)
    merged = tuple(
        Entity(
            id=id,
            kind=by_id[id].kind,
            names=_all(entity.names for entity in held),
            roles=_all(entity.roles for entity in held),
            sites=_all(entity.sites for entity in held),
        )
        for id, held in parts.items()
    )
    user = (Part(name="user", score=1.0),)
    return merged, tuple(
        Identity(article=i.article, actor=i.actor, entity=now(i.entity), score=1.0, parts=user)
        if (i.article, i.actor) in said
        else Identity(article=i.article, actor=i.actor, entity=now(i.entity), score=i.score, parts=i.parts)
        for i in identities
    )


def _all(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for row in rows for value in row))
