"""What new articles change in a trace, and what is found in the stories that they change.

Nothing here asks the store: all of it can be done in a process beside the one that has it open.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.records import Reading, Story, Trace
from reportedly.records.entity import Entity, Identity
from reportedly.trace.casts import Cast
from reportedly.trace.entities import Key, entity_of
from reportedly.trace.gists import Gist, When
from reportedly.trace.recognition import recognise
from reportedly.trace.remembered import Dated, Past
from reportedly.trace.reuse import find_derivations
from reportedly.trace.said import Said
from reportedly.trace.side_by_side import Answers
from reportedly.trace.statement_encoder import Floats
from reportedly.trace.traces import trace_stories


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is other than it was, of all stories in their order.

    again: the stories that are traced again. identities: who the actors are of their articles, and of those whose
    actors are not who they were; entities: those that are other. gists, placed, met: what is remembered of articles.
    """

    order: tuple[str, ...]
    again: tuple[Story, ...]
    entities: tuple[Entity, ...]
    identities: Mapping[str, tuple[Identity, ...]]
    gists: Mapping[str, bytes]
    placed: Mapping[str, bytes]
    met: Mapping[str, bytes]


def sketched(readings: Iterable[Reading], made: Mapping[str, Gist]) -> dict[str, tuple[Dated, Cast]]:
    """What stories and entities are found by, of each of these articles; `made` are gists that are there already."""
    return {r.article.id: (Dated.of(made.get(r.article.id) or Gist.of(r)), Cast.of(r)) for r in readings}


def changes(
    past: Past,
    new: Mapping[str, tuple[Dated, Cast]],
    together: Iterable[tuple[Key, Key]],
    apart: Iterable[tuple[Key, Key]],
    told: Iterable[tuple[Key, Key]] = (),
) -> Changes:
    """What these articles change, which are new or say something else than before.

    Actors that stand `together` are one for the user, those `apart` are not; statements of one pair that is `told` say
    the same for them.
    """
    stories, placed = past.grouped({id: dated for id, (dated, _) in new.items()})
    stories = _joined(stories, told, lambda id: (placed.get(id) or past.placed[id]).when)
    known = set(past.stories)
    changed = {story.id for story in stories if story not in known or not new.keys().isdisjoint(story.articles)}
    casts = {id: cast for id, (_, cast) in new.items()}
    people = recognise(
        stories, past, changed=changed, casts=casts, placed=placed, together=together, apart=apart
    )  # fmt: skip
    again = tuple(story for story in stories if story.id in changed or not people.other.isdisjoint(story.articles))
    met = dict(people.met)
    for id in {article for story in again for article in story.articles} - met.keys():
        met |= {id: past.met([id])[0]}
    return Changes(
        order=tuple(story.id for story in stories),
        again=again,
        entities=people.entities,
        identities={id: met[id].identities for id in sorted(met)},
        gists={id: dated.gist for id, (dated, _) in new.items()},
        placed={id: one.packed() for id, one in placed.items()},
        met={id: one.packed() for id, one in people.met.items()},
    )


def traced(
    readings: Collection[Reading],
    stories: Sequence[Story],
    identities: Iterable[Identity],
    said: Said,
    vectors: Mapping[Key, Floats],
    packed: Mapping[str, bytes],
) -> tuple[Trace, Mapping[str, bytes]]:
    """The trace of some stories, and what was said of pairs of their statements, by article.

    Given are who their actors are, what users say, and the vectors and answers about pairs that are there already.
    """
    derivations, answers = find_derivations(readings, stories), Answers(packed)
    trace = trace_stories(readings, stories, derivations, entity_of(identities), said, vectors, answers)
    return trace, answers.made


def _joined(
    stories: Sequence[Story], told: Iterable[tuple[Key, Key]], when: Callable[[str], When]
) -> tuple[Story, ...]:
    """The stories, made one where users say that statements of two say the same: a claim is told within a story."""
    within = {article: place for place, story in enumerate(stories) for article in story.articles}
    parts = {place: [story] for place, story in enumerate(stories)}
    for (one, _), (other, _) in told:
        if one in within and other in within and within[one] != within[other]:
            first, second = sorted((within[one], within[other]))
            parts[first] += parts.pop(second)
            within = {article: first if place == second else place for article, place in within.items()}
    return tuple(
        replace(some[0], articles=tuple(sorted((id for story in some for id in story.articles), key=when)))
        for some in parts.values()
    )
