"""Which outlets are none: a ferry company or a country that one article of a story is read to have for a newspaper."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import replace

from reportedly.records import ActorKind, Reading

Key = tuple[str, str]  # an actor: the id of the article and its own
BODIES: Set[ActorKind] = frozenset({"organisation", "government", "group"})


def with_bodies(readings: Iterable[Reading], entity_of: Mapping[Key, str]) -> list[Reading]:
    """The readings, in which those that as many articles or more take for a body as for an outlet are one in all.

    An outlet that published one of these articles stays one.
    """
    held = list(readings)
    kinds: dict[str, Counter[ActorKind]] = defaultdict(Counter)
    for reading in held:
        for actor in reading.actors:
            if actor.name:
                kinds[entity_of[reading.article.id, actor.id]][actor.kind] += 1
    publishing = {entity_of[r.article.id, s.chain[0].actor] for r in held for s in r.statements}
    found: dict[str, ActorKind] = {}
    for entity, counts in kinds.items():
        likeliest = max(sorted(BODIES), key=lambda kind: counts[kind])
        if entity not in publishing and 0 < counts["outlet"] <= sum(counts[kind] for kind in BODIES):
            found[entity] = likeliest
    return [_corrected(reading, entity_of, found) for reading in held] if found else held


def _corrected(reading: Reading, entity_of: Mapping[Key, str], found: Mapping[str, ActorKind]) -> Reading:
    kinds = {
        actor.id: found[entity]
        for actor in reading.actors
        if actor.kind == "outlet" and (entity := entity_of[reading.article.id, actor.id]) in found
    }
    if not kinds:
        return reading
    return replace(
        reading,
        actors=tuple(replace(a, kind=kinds[a.id]) if a.id in kinds else a for a in reading.actors),
        statements=tuple(
            replace(s, sourcing="institution") if s.sourcing == "outlet" and s.chain.speaker.actor in kinds else s
            for s in reading.statements
        ),
    )
