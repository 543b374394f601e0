"""Whether an actor of an article is an entity: by name and spelling, role, story, outlet and site, each a part.

`Growing` is an entity as it grows, `keys_of` what an actor is looked up by, `parts_of` why it may be an entity, and
`total` what the parts come to.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from reportedly.records import Actor, ActorKind
from reportedly.records.entity import Part
from reportedly.trace.casts import Cast
from reportedly.trace.outlets import SURE
from reportedly.trace.rarity import everyday
from reportedly.trace.spellings import body_of, initials_of, person_of, same_body, same_person, skeleton_of, sound_of
from reportedly.trace.stems import fold, stem_of

SAME_AT = 0.6  # swept 0.5-0.8 on the training stories: python -m evaluation.entities
_ROLE = 0.7  # how far roles agree at least from which a role alone stands for somebody
_WITHIN = 0.85  # how far two roles agree when all of one is in the other
_PART = 0.65  # what a part of a name is worth within a story
_COUNTRIES: frozenset[ActorKind] = frozenset(["government", "place"])
_ELSEWHERE = 0.62  # what a full name is worth outside its story, before roles
_COMMON = 60  # of 840 articles of everyday news: a word in more is no name
_OFFICES = frozenset(
    """
    minist court parlia police counci commis embass office depart agency govern party union senate army navy bank
    author presid board chambe assemb associ federa commit bureau tribun intern extern affair justic financ defenc
    """.split()  # noqa: SIM905 - a list of stems is read as a text
)
_WORD = re.compile(r"[^\W_]+")
BY_ROLE = "role only"
_PEOPLE: frozenset[ActorKind] = frozenset(["person"])


@dataclass(eq=False)
class Growing:
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

    def learn(self, actor: Actor, cast: Cast, story: str, *, publishes: bool) -> None:
        """Takes in an actor that is this entity."""
        self.kinds[actor.kind] += 1
        if actor.name and not actor.unnamed:
            self.names[actor.name] += 1
        for role in actor.roles:
            self.roles[role] += 1
            self.role_stems.add(_stems(role))
        self.stories.add(story)
        self.articles.add(cast.article)
        if publishes:
            for name, sure in cast.names.items():
                (self.outlet_names if sure >= SURE else self.outlet_parts).add(name)
            if cast.site:
                self.sites[cast.site] += 1

    @property
    def kind(self) -> ActorKind:
        """The kind that it is most often."""
        return min(self.kinds, key=lambda kind: (-self.kinds[kind], kind))


def parts_of(actor: Actor, cast: Cast, story: str, entity: Growing, *, publishes: bool) -> tuple[Part, ...]:
    """Why the actor may be this entity; nothing where it cannot be."""
    here = story in entity.stories
    role = max((_overlap(_stems(r), held) for r in actor.roles for held in entity.role_stems), default=0.0)
    if actor.unnamed or not actor.name or not entity.names:
        return _by_role(actor, cast, entity, role, here)
    if publishes:
        name = _same_outlet(cast, entity)
    elif actor.kind in _PEOPLE or entity.kind in _PEOPLE:
        if actor.kind != entity.kind:  # a country that was taken for a person is still that country
            alike = here and bare(actor.name) in {bare(held) for held in entity.names}
            return (Part(name="name", score=_PART), Part(name="story", score=1.0)) if alike else ()
        own = person_of(actor.name)
        name = max((same_person(own, person_of(held)) for held in entity.names), default=0.0)
        full = len(own) > 1 and any(len(person_of(held)) > 1 for held in entity.names)
        if not here and not full:
            name = min(name, 0.35)
    else:
        name = _same_body(actor, entity, here)
    if not name or (name < 1 and cast.article in entity.articles):
        return ()  # who is who within an article is for the reading to say
    parts = [Part(name="name", score=round(name, 4))]
    if here:
        parts.append(Part(name="story", score=1.0))
    if role:
        parts.append(Part(name="role", score=round(role, 4)))
    return tuple(parts)


def total(parts: Iterable[Part]) -> float:
    """One score of the parts: the name carries it, story and role add to what it leaves open."""
    by_name = {part.name: part.score for part in parts}
    if BY_ROLE in by_name:
        return by_name[BY_ROLE]
    name = by_name.get("name", 0.0)
    worth = name * (1.0 if "story" in by_name else _ELSEWHERE)
    return min(1.0, worth + (1 - worth) * 0.5 * by_name.get("role", 0.0) * (name > 0))


def _by_role(actor: Actor, cast: Cast, entity: Growing, role: float, here: bool) -> tuple[Part, ...]:
    """Somebody without a name may be who has the same role in the story, unless several people are meant."""
    if not here or actor.unnamed or actor.kind != entity.kind or cast.article in entity.articles:
        return ()
    return (Part(name=BY_ROLE, score=round(0.9 * role, 4)),) if role >= _ROLE else ()


def _same_outlet(cast: Cast, entity: Growing) -> float:
    outlet = bare(cast.outlet or "")
    held = {bare(name) for name in entity.names}
    if outlet and outlet in held:
        return 1.0
    if cast.site and cast.site in entity.sites:
        return 1.0
    own = {name for name, sure in cast.names.items() if sure >= SURE}
    return 0.7 if own & held else 0.0


def _same_body(actor: Actor, entity: Growing, here: bool) -> float:
    assert actor.name is not None
    name = bare(actor.name)
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


def keys_of(actor: Actor, cast: Cast, story: str, *, publishes: bool) -> list[str]:
    """What an actor is looked up by: parts of its name, the names of an outlet, its role in the story."""
    keys: list[str] = []
    if publishes:
        for name, sure in cast.names.items():
            keys.append(f"outlet:{name}" if sure >= SURE else f"outlet:{story}:{name}")
        keys += [f"site:{cast.site}"] if cast.site else []
    if actor.name and not actor.unnamed:
        keys += _keys_of_name(actor.name, actor.kind)
        if actor.kind not in _PEOPLE:
            keys += [
                f"outlet:{story}:{bare(actor.name)}",
                *(f"body:{story}:{word}" for word in sorted(body_of(actor.name))),
            ]
    keys += [f"role:{story}:{stem}" for stem in sorted({stem for role in actor.roles for stem in _stems(role)})]
    return keys


@lru_cache(100_000)
def _keys_of_name(name: str, kind: ActorKind) -> tuple[str, ...]:
    if kind in _PEOPLE:
        words = person_of(name)
        return tuple(f"person:{skeleton_of(sound_of(word))}" for word in sorted({*words[:1], *words[-1:]}))
    rare = (f"body:{word}" for word in sorted(body_of(name)) if _is_rare(word))
    return (f"outlet:{bare(name)}", *rare, f"initials:{initials_of(name) or fold(name)}")


def _is_rare(name: str) -> bool:
    """Whether a word of the name is no everyday word, and none that every country has a body by."""
    return any(stem not in _OFFICES and everyday().get(stem, 0) < _COMMON for stem in _stems(name))


@lru_cache(100_000)
def _stems(role: str) -> frozenset[str]:
    return frozenset(stem for word in _WORD.findall(role) if (stem := stem_of(fold(word))) is not None)


def _overlap(one: frozenset[str], other: frozenset[str]) -> float:
    """How far two roles agree; "the chancellor" is the chancellor of any country, where only one is told of."""
    if not one or not other:
        return 0.0
    short, long = sorted((one, other), key=len)
    within = (_WITHIN if len(short) > 1 else _ROLE) if short <= long else 0.0
    return max(len(one & other) / len(one | other), within)


def bare(name: str) -> str:
    """A name folded, without its article."""
    return fold(name).removeprefix("the ")
