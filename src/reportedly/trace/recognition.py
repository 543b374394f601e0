"""Who the actors of a store are after some of its stories have changed: as if all were found in one go."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.records import Story
from reportedly.records.entity import Entity, Identity
from reportedly.trace.casts import Cast, Met
from reportedly.trace.entities import Joined, Key, Register
from reportedly.trace.remembered import Past, Placed


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognised:
    """The articles whose actors are not who they were, or stand in another story, and the entities that changed."""

    met: Mapping[str, Met]
    entities: tuple[Entity, ...]
    other: frozenset[str]  # of these articles, those with an actor who is another entity now


def recognise(
    stories: Sequence[Story],
    past: Past,
    *,
    changed: Collection[str],
    casts: Mapping[str, Cast],
    placed: Mapping[str, Placed],
    together: Iterable[tuple[Key, Key]],
    apart: Iterable[tuple[Key, Key]],
) -> Recognised:
    """Finds out who the actors of these stories are, which are all that there are, in their order.

    `changed` are the ids of those that are not as they were, `casts` and `placed` what is new of their articles. Only
    their actors, and those whose names lead to an entity that they touch, are compared with others.
    """
    register = Register(apart)
    found: dict[str, Met] = {}
    joined_before: set[str] = set()
    now = {story.id for story in stories if story.id not in changed}
    gone = [(past.placed[story.articles[0]].when, story) for story in past.stories if story.id not in now]
    gone.sort(key=lambda row: row[0], reverse=True)
    for story in stories:
        first = story.articles[0]
        begins = (placed.get(first) or past.placed[first]).when
        while gone and gone[-1][0] <= begins:
            for met in past.met(gone.pop()[1].articles):
                register.forget([met.cast], met.story, met.alone)
        if story.id in changed:
            own = [casts[id] if id in casts else past.met([id])[0].cast for id in story.articles]
            identities = register.add(own, story.id)
            register.forget(own, story.id, identities)
            found |= {met.cast.article: met for met in _met(own, story.id, identities)}
        else:
            old = past.met(story.articles)
            before = {(one.article, one.actor): one for met in old for one in met.alone}
            new = _met([met.cast for met in old], story.id, register.add([met.cast for met in old], story.id, before))
            for one, other in zip(old, new, strict=True):
                if one.alone != other.alone:
                    found[one.cast.article] = other
                if one.alone != one.identities:
                    joined_before.add(one.cast.article)
    joined = register.joined(together)
    for id in (
        joined_before | register.of_entities(joined.into) | {article for article, _ in joined.said}
    ) - found.keys():
        found |= {id: past.met([id])[0]}
    final = (_with_joined(met, joined) for met in found.values())
    differing = {met.cast.article: met for met in final if past.casts.get(met.cast.article) != met.packed()}
    touched = register.others | {one.entity for met in differing.values() for one in met.alone}
    return Recognised(
        met=differing,
        entities=joined.entities(register.entities(joined.whole(touched))),
        other=frozenset(id for id, met in differing.items() if id not in past.casts or _are_others(met, past)),
    )


def _met(casts: Sequence[Cast], story: str, identities: Sequence[Identity]) -> list[Met]:
    """Each cast with those of the identities, which come in the same order, that are of its actors."""
    rest = iter(identities)
    return [Met(cast, story, own, own) for cast in casts for own in [tuple(next(rest) for _ in cast.actors)]]


def _with_joined(met: Met, joined: Joined) -> Met:
    return replace(met, identities=tuple(map(joined.identity, met.alone)))


def _are_others(met: Met, past: Past) -> bool:
    """Whether one of these actors is another entity than it was."""
    (before,) = past.met([met.cast.article])
    return [(one.actor, one.entity) for one in met.identities] != [(b.actor, b.entity) for b in before.identities]
