"""The same person, body or outlet across articles: names and their spellings, roles, and the story they stand in.

Actors come one after the other, story by story; each is compared with the entities that a part of its name leads to.
A short name means somebody only within a story ("Renn" there is Ada Renn, elsewhere anybody), and so does a role.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from reportedly.records import Actor, ActorKind, Reading, Story, content_id
from reportedly.records.entity import Entity, Identity, Part
from reportedly.trace.outlets import SURE, names_of
from reportedly.trace.rarity import everyday
from reportedly.trace.spellings import body_of, initials_of, person_of, same_body, same_person, skeleton_of, sound_of
from reportedly.trace.stems import fold, stem_of

Key = tuple[str, str]  # an actor: the id of its article and its own
SAME_AT = 0.6  # swept 0.5-0.8 on the training stories: python -m evaluation.entities
_PART = 0.65  # what a part of a name is worth within a story
_COUNTRIES: frozenset[ActorKind] = frozenset(["government", "place"])
_LED_TO = 60  # entities that one key leads to at most: the latest
_ELSEWHERE = 0.62  # what a full name is worth outside its story, before roles
_COMMON = 60  # of 840 articles of everyday news: a word in more is no name
_OFFICES = frozenset(
    """
    minist court parlia police counci commis embass office depart agency govern party union senate army navy bank
    author presid board chambe assemb associ federa commit bureau tribun intern extern affair justic financ defenc
    """.split()  # noqa: SIM905 - a list of stems is read as a text
)
_WORD = re.compile(r"[^\W_]+")
_BY_ROLE = "role only"
_PEOPLE: frozenset[ActorKind] = frozenset(["person"])


@dataclass(eq=False)
class _Growing:
    """An entity as it grows."""

    id: str
    kinds: Counter[ActorKind] = field(default_factory=Counter)
    names: Counter[str] = field(default_factory=Counter)
    roles: Counter[str] = field(default_factory=Counter)
    role_stems: set[frozenset[str]] = field(default_factory=set)
    stories: set[str] = field(default_factory=set)
    articles: set[str] = field(default_factory=set)
    sites: Counter[str] = field(default_factory=Counter)
    outlet_names: set[str] = field(default_factory=set)
    outlet_parts: set[str] = field(default_factory=set)

    @property
    def kind(self) -> ActorKind:
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))

    @property
    def fullest(self) -> str | None:
        return min(self.names, key=lambda name: (-len(name.split()), -self.names[name], name), default=None)


class Register:
    """Entities that actors are added to, one after the other."""

    def __init__(self, apart: Iterable[tuple[Key, Key]] = ()) -> None:
        self._entities: dict[str, _Growing] = {}
        self._led_to: dict[str, dict[str, None]] = defaultdict(dict)
        self._of: dict[Key, str] = {}
        self._apart: dict[Key, set[Key]] = defaultdict(set)
        for one, other in apart:
            self._apart[one].add(other)
            self._apart[other].add(one)

    def add(self, reading: Reading, story: str) -> list[Identity]:
        """Gives every actor of an article its entity; actors with fuller names come first, they say more."""
        publisher = _publisher(reading)
        fullest = sorted(reading.actors, key=lambda a: (a.id != publisher, a.unnamed, -len((a.name or "").split())))
        found = [self._identify(actor, reading, story, actor.id == publisher) for actor in fullest]
        order = {actor.id: at for at, actor in enumerate(reading.actors)}
        return sorted(found, key=lambda identity: order[identity.actor])

    def entities(self) -> tuple[Entity, ...]:
        """The entities so far, in the order in which they came up."""
        return tuple(_entity(growing) for growing in self._entities.values())

    def _identify(self, actor: Actor, reading: Reading, story: str, publishes: bool) -> Identity:
        key = (reading.article.id, actor.id)
        keys = list(_keys(actor, reading, story, publishes))
        best: tuple[float, _Growing, tuple[Part, ...]] | None = None
        rivals = 0
        for entity in self._looked_up(keys):
            if any(self._of.get(other) == entity.id for other in self._apart.get(key, ())):
                continue
            parts = _compare(actor, reading, story, publishes, entity)
            score = _total(parts)
            if score >= SAME_AT:
                rivals += best is not None and score >= best[0] - 0.05
                if best is None or score > best[0]:
                    best = (score, entity, parts)
        if best is not None and rivals and best[2][0].name == _BY_ROLE:
            best = None  # three member states: nobody knows which is meant
        if best is None:
            entity = _Growing(content_id("e", *key))
            self._entities[entity.id] = entity
            score, parts = 1.0, ()
        else:
            score, entity, parts = best
            score = round(score / (1 + rivals) ** 0.5, 4)
        self._learn(entity, actor, reading, story, publishes, keys)
        self._of[key] = entity.id
        return Identity(article=key[0], actor=key[1], entity=entity.id, score=min(score, 1.0), parts=parts)

    def _looked_up(self, keys: Iterable[str]) -> list[_Growing]:
        found: dict[str, None] = {}
        for key in keys:
            found.update(self._led_to.get(key, {}))
        return [self._entities[id] for id in found]

    def _learn(
        self, entity: _Growing, actor: Actor, reading: Reading, story: str, publishes: bool, keys: Iterable[str]
    ) -> None:
        entity.kinds[actor.kind] += 1
        if actor.name and not actor.unnamed:
            entity.names[actor.name] += 1
        for role in actor.roles:
            entity.roles[role] += 1
            entity.role_stems.add(_stems(role))
        entity.stories.add(story)
        entity.articles.add(reading.article.id)
        if publishes:
            for name, sure in names_of(reading).items():
                (entity.outlet_names if sure >= SURE else entity.outlet_parts).add(name)
            site = _site(reading.article.url)
            if site:
                entity.sites[site] += 1
        for key in keys:
            led_to = self._led_to[key]
            led_to.pop(entity.id, None)
            led_to[entity.id] = None
            if len(led_to) > _LED_TO:
                del led_to[next(iter(led_to))]


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
    by_id = {reading.article.id: reading for reading in readings}
    register = Register(apart)
    identities = [
        identity
        for story in stories
        for article in story.articles
        if article in by_id
        for identity in register.add(by_id[article], story.id)
    ]
    return _joined(register.entities(), identities, together)


def entity_of(identities: Iterable[Identity]) -> dict[Key, str]:
    """The id of the entity of each actor."""
    return {(identity.article, identity.actor): identity.entity for identity in identities}


def _compare(actor: Actor, reading: Reading, story: str, publishes: bool, entity: _Growing) -> tuple[Part, ...]:
    """Why the actor may be this entity; nothing where it cannot be."""
    here = story in entity.stories
    role = max((_overlap(_stems(r), held) for r in actor.roles for held in entity.role_stems), default=0.0)
    if actor.unnamed or not actor.name or not entity.names:
        return _by_role(actor, reading, entity, role, here)
    if publishes:
        name = _same_outlet(reading, entity)
    elif actor.kind in _PEOPLE or entity.kind in _PEOPLE:
        if actor.kind != entity.kind:
            return ()
        own = person_of(actor.name)
        name = max((same_person(own, person_of(held)) for held in entity.names), default=0.0)
        full = len(own) > 1 and any(len(person_of(held)) > 1 for held in entity.names)
        if not here and not full:
            name = min(name, 0.35)
    else:
        name = _same_body(actor, entity, here)
    if not name:
        return ()
    parts = [Part(name="name", score=round(name, 4))]
    if here:
        parts.append(Part(name="story", score=1.0))
    if role:
        parts.append(Part(name="role", score=round(role, 4)))
    return tuple(parts)


def _total(parts: Iterable[Part]) -> float:
    """One score of the parts: the name carries it, story and role add to what it leaves open."""
    by_name = {part.name: part.score for part in parts}
    if _BY_ROLE in by_name:
        return by_name[_BY_ROLE]
    name = by_name.get("name", 0.0)
    worth = name * (1.0 if "story" in by_name else _ELSEWHERE)
    return min(1.0, worth + (1 - worth) * 0.5 * by_name.get("role", 0.0) * (name > 0))


def _by_role(actor: Actor, reading: Reading, entity: _Growing, role: float, here: bool) -> tuple[Part, ...]:
    """Somebody without a name may be who has the same role in the story, unless several people are meant."""
    if not here or actor.unnamed or actor.kind != entity.kind or reading.article.id in entity.articles:
        return ()
    return (Part(name=_BY_ROLE, score=round(0.9 * role, 4)),) if role >= 0.75 else ()


def _same_outlet(reading: Reading, entity: _Growing) -> float:
    site = _site(reading.article.url)
    outlet = fold(reading.article.outlet or "").removeprefix("the ")
    held = {fold(name).removeprefix("the ") for name in entity.names}
    if outlet and outlet in held:
        return 1.0
    if site and site in entity.sites:
        return 1.0
    own = {name for name, sure in names_of(reading).items() if sure >= SURE}
    return 0.7 if own & held else 0.0


def _same_body(actor: Actor, entity: _Growing, here: bool) -> float:
    assert actor.name is not None
    name = fold(actor.name).removeprefix("the ")
    if name in entity.outlet_names:
        return 1.0
    if here and name in entity.outlet_parts and actor.kind == "outlet":
        return _PART
    own = body_of(actor.name)
    best = 0.0
    for held in entity.names:
        other = body_of(held)
        agree = same_body(own, other)
        if len(own) != len(other) and (entity if len(other) == 1 else actor).kind in _COUNTRIES:
            agree = 0.0  # a country's ministry is not the country
        elif here and len(own) == 1 and fold(held).endswith(f" {name}"):
            agree = max(agree, _PART)  # "the Union" is the Littoral Union, where only one is told of
        if name == fold(initials_of(held)) or initials_of(actor.name) == fold(held):
            agree = max(agree, 0.9)
        best = max(best, agree)
    if not here and not _is_rare(actor.name):  # every country has a foreign ministry
        return min(best, 0.5)
    return best if best >= 0.6 or (here and best >= 0.55) else 0.0


def _keys(actor: Actor, reading: Reading, story: str, publishes: bool) -> Iterator[str]:
    """What an actor is looked up by: parts of its name, the names of an outlet, its role in the story."""
    if publishes:
        yield from (f"outlet:{name}" for name, sure in names_of(reading).items() if sure >= SURE)
        yield from (f"outlet:{story}:{name}" for name, sure in names_of(reading).items() if sure < SURE)
        site = _site(reading.article.url)
        if site:
            yield f"site:{site}"
    if actor.name and not actor.unnamed:
        if actor.kind in _PEOPLE:
            words = person_of(actor.name)
            yield from (f"person:{skeleton_of(sound_of(word))}" for word in {words[-1], words[0]})
        else:
            yield f"outlet:{fold(actor.name).removeprefix('the ')}"
            yield f"outlet:{story}:{fold(actor.name).removeprefix('the ')}"
            yield from (
                f"body:{word}" if _is_rare(word) else f"body:{story}:{word}" for word in sorted(body_of(actor.name))
            )
            initials = initials_of(actor.name) or fold(actor.name)
            yield f"initials:{initials}"
    for role in actor.roles:
        yield f"role:{story}:{' '.join(sorted(_stems(role)))}"


def _is_rare(name: str) -> bool:
    """Whether a word of the name is no everyday word, and none that every country has a body by."""
    return any(stem not in _OFFICES and everyday().get(stem, 0) < _COMMON for stem in _stems(name))


def _publisher(reading: Reading) -> str | None:
    """The actor that is the publishing outlet: the first of every chain."""
    for statement in reading.statements:
        return statement.chain.outlet.actor
    outlet = fold(reading.article.outlet or "")
    return next((a.id for a in reading.actors if a.kind == "outlet" and fold(a.name or "") == outlet), None)


def _stems(role: str) -> frozenset[str]:
    return frozenset(stem for word in _WORD.findall(role) if (stem := stem_of(fold(word))) is not None)


def _overlap(one: Collection[str], other: Collection[str]) -> float:
    return len(set(one) & set(other)) / len(set(one) | set(other)) if one and other else 0.0


def _site(url: str | None) -> str | None:
    host = urlsplit(url).hostname if url else None
    return host.removeprefix("www.") if host else None


def _entity(growing: _Growing) -> Entity:
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
