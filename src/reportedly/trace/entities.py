"""The same person, body or outlet across articles: names and their spellings, roles, and the story they stand in.

Actors come one after the other, story by story; each is compared with the entities that a part of its name leads to.
A short name means somebody only within a story ("Renn" there is Ada Renn, elsewhere anybody), and so does a role.

Who an actor is depends on all that came before it, and on nothing else. So when a store is traced again, those actors
are taken as they were found before whose names lead to nothing that has changed: what comes out is what all of it, in
one go, would give.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.records import Actor, Reading, Story, content_id
from reportedly.records.entity import Entity, Identity, Part
from reportedly.trace.casts import Cast
from reportedly.trace.resemblance import BY_ROLE, SAME_AT, Growing, keys_of, parts_of, total

Key = tuple[str, str]  # an actor: the id of its article and its own
_LED_TO = 60  # entities that one key leads to at most: the latest
_RIVAL = 0.05  # of the score of the best, within which another is a rival
_NOT_MET: Mapping[Key, Identity] = {}


class Register:
    """Entities that actors are added to, one after the other."""

    def __init__(self, apart: Iterable[tuple[Key, Key]] = ()) -> None:
        self._entities: dict[str, Growing] = {}
        self._led_to: dict[str, dict[str, None]] = defaultdict(dict)
        self._of: dict[Key, str] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        self._other_keys: set[str] = set()  # that do not lead where they led before
        self.others: set[str] = set()  # entities that are not what they were before
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def add(self, casts: Sequence[Cast], story: str, before: Mapping[Key, Identity] = _NOT_MET) -> list[Identity]:
        """Gives every actor of the articles of a story its entity.

        Those with names come first, and of an article those with fuller names: they say who the others may be.
        `before` are the identities that these actors had before, when the story was the same.
        """
        found: dict[Key, Identity] = {}
        for named in (True, False):
            for cast in casts:
                fullest = sorted(cast.actors, key=lambda a: (a.id != cast.publisher, -len((a.name or "").split())))
                for actor in fullest:
                    if named is (actor.name is not None and not actor.unnamed):
                        key = cast.article, actor.id
                        found[key] = self._identify(actor, cast, story, before.get(key))
        return [found[cast.article, actor.id] for cast in casts for actor in cast.actors]

    def forget(self, casts: Iterable[Cast], story: str, identities: Iterable[Identity]) -> None:
        """From here on, nothing is as it was before that has to do with these actors, who were or are others now."""
        for cast in casts:
            for actor in cast.actors:
                self._other_keys.update(keys_of(actor, cast, story, publishes=actor.id == cast.publisher))
        self.others.update(identity.entity for identity in identities)

    def entities(self, ids: Collection[str] | None = None) -> tuple[Entity, ...]:
        """The entities so far, in the order in which they came up; those with these ids."""
        return tuple(_entity(growing) for id, growing in self._entities.items() if ids is None or id in ids)

    def of_entities(self, ids: Collection[str]) -> set[str]:
        """The articles in which somebody is one of these entities."""
        return {article for (article, _), entity in self._of.items() if entity in ids} if ids else set()

    def joined(self, together: Iterable[tuple[Key, Key]]) -> Joined:
        """What users join: these pairs of actors are one; the entity that came up first keeps its id."""
        pairs = [(one, other) for one, other in together if one in self._of and other in self._of]
        order = {id: at for at, id in enumerate(self._entities)} if pairs else {}
        into: dict[str, str] = {}

        def now(id: str) -> str:
            while id in into:
                id = into[id]
            return id

        for one, other in pairs:
            first, second = sorted((now(self._of[one]), now(self._of[other])), key=lambda id: order[id])
            if first != second:
                into[second] = first
        return Joined({id: now(id) for id in into}, {key for pair in pairs for key in pair})

    def _identify(self, actor: Actor, cast: Cast, story: str, before: Identity | None) -> Identity:
        key, publishes = (cast.article, actor.id), actor.id == cast.publisher
        keys = keys_of(actor, cast, story, publishes=publishes)
        if before is not None and self._is_as_before(keys, before.entity):
            identity, entity = before, self._entities.get(before.entity) or self._begun(before.entity)
        else:
            entity, score, parts = self._best(actor, cast, story, publishes, keys)
            identity = Identity(article=key[0], actor=key[1], entity=entity.id, score=min(score, 1.0), parts=parts)
            if before is not None and before.entity != entity.id:
                self._other_keys.update(keys)
                self.others |= {before.entity, entity.id}
        entity.learn(actor, cast, story, publishes=publishes)
        self._of[key] = entity.id
        for one in keys:
            led_to = self._led_to[one]
            led_to.pop(entity.id, None)
            led_to[entity.id] = None
            if len(led_to) > _LED_TO:
                del led_to[next(iter(led_to))]
        return identity

    def _is_as_before(self, keys: Collection[str], entity: str) -> bool:
        if entity in self.others or not self._other_keys.isdisjoint(keys):
            return False
        return not self.others or all(self.others.isdisjoint(self._led_to.get(key, ())) for key in keys)

    def _best(
        self, actor: Actor, cast: Cast, story: str, publishes: bool, keys: Iterable[str]
    ) -> tuple[Growing, float, tuple[Part, ...]]:
        """The entity that the actor is, a new one where it is none; rivals for it make it less sure."""
        key = (cast.article, actor.id)
        found = []
        for entity in self._looked_up(keys):
            if not any(self._of.get(other) == entity.id for other in self._apart.get(key, ())):
                parts = parts_of(actor, cast, story, entity, publishes=publishes)
                score = total(parts)
                if score >= SAME_AT:
                    found.append((score, entity, parts))
        best = max(found, key=lambda row: row[0], default=None)
        rivals = sum(row[0] >= best[0] - _RIVAL for row in found) - 1 if best else 0
        if best is None or (
            rivals and best[2][0].name == BY_ROLE
        ):  # of three member states nobody knows which is meant
            return self._begun(content_id("e", *key)), 1.0, ()
        return best[1], round(best[0] / (1 + rivals) ** 0.5, 4), best[2]

    def _begun(self, id: str) -> Growing:
        self._entities[id] = Growing(id)
        return self._entities[id]

    def _looked_up(self, keys: Iterable[str]) -> list[Growing]:
        found: dict[str, None] = {}
        for key in keys:
            found.update(self._led_to.get(key, {}))
        return [self._entities[id] for id in found]


@dataclass(frozen=True, slots=True)
class Joined:
    """What users join: `into` has the entity that each of the others became part of, `said` the actors they named."""

    into: Mapping[str, str]
    said: Collection[Key]

    def identity(self, alone: Identity) -> Identity:
        """The identity as it is after users joined entities."""
        if (alone.article, alone.actor) in self.said:
            user = (Part(name="user", score=1.0),)
            return replace(alone, entity=self.into.get(alone.entity, alone.entity), score=1.0, parts=user)
        return replace(alone, entity=self.into[alone.entity]) if alone.entity in self.into else alone

    def entities(self, entities: Iterable[Entity]) -> tuple[Entity, ...]:
        """The entities, those that are one as one, which has what each of them has."""
        parts: dict[str, list[Entity]] = defaultdict(list)
        for entity in entities:
            parts[self.into.get(entity.id, entity.id)].append(entity)
        return tuple(_merged(held) for held in parts.values())

    def whole(self, ids: Collection[str]) -> set[str]:
        """These entities, and all that are one with any of them."""
        heads = {self.into.get(id, id) for id in ids}
        return heads | {*ids} | {id for id, head in self.into.items() if head in heads}


def find_entities(
    readings: Iterable[Reading],
    stories: Iterable[Story],
    *,
    together: Iterable[tuple[Key, Key]] = (),
    apart: Iterable[tuple[Key, Key]] = (),
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """The entities of these articles, and an identity for every actor.

    `together` and `apart` are pairs of actors of which a user has said that they are one, or not; their word wins.
    """
    casts = {reading.article.id: Cast.of(reading) for reading in readings}
    register = Register(apart)
    alone = [
        identity
        for story in stories
        for identity in register.add([casts[article] for article in story.articles if article in casts], story.id)
    ]
    joined = register.joined(together)
    return joined.entities(register.entities()), tuple(map(joined.identity, alone))


def entity_of(identities: Iterable[Identity]) -> dict[Key, str]:
    """The id of the entity of each actor."""
    return {(identity.article, identity.actor): identity.entity for identity in identities}


def _entity(growing: Growing) -> Entity:
    names = sorted(growing.names, key=lambda name: (-len(name.split()), -growing.names[name], name))
    return Entity(
        id=growing.id,
        kind=growing.kind,
        names=tuple(names),
        roles=_spelt_once(growing.roles),
        sites=tuple(sorted(growing.sites)),
    )


def _spelt_once(roles: Mapping[str, int]) -> tuple[str, ...]:
    """The roles, the commonest first, each in one spelling: of "Finance Minister" and "finance minister" the latter."""
    counts, spelt = Counter[str](), dict[str, str]()
    for role, times in roles.items():
        counts[role.lower()] += times
        spelt[role.lower()] = max(role, spelt.get(role.lower(), ""))
    return tuple(spelt[role] for role in sorted(counts, key=lambda role: (-counts[role], role)))


def _merged(held: Sequence[Entity]) -> Entity:
    """One entity of several, the first of which gives its id and kind."""
    if len(held) == 1:
        return held[0]
    return replace(
        held[0],
        names=_all(entity.names for entity in held),
        roles=_all(entity.roles for entity in held),
        sites=_all(entity.sites for entity in held),
    )


def _all(rows: Iterable[Iterable[str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(value for row in rows for value in row))
