"""The trace of a store, brought up to date: only stories that new articles change are traced again."""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from reportedly.records import Story, Trace
from reportedly.records.entity import Entity, Identity
from reportedly.store.corrections import all_corrected, claim_rulings, owners, rulings
from reportedly.store.database import Store
from reportedly.store.remembered import keep_sketches, sketches
from reportedly.store.traced import keep_trace, kept_entities, kept_stories, kept_trace, untraced
from reportedly.trace.entities import entity_of, find_entities
from reportedly.trace.reuse import find_derivations
from reportedly.trace.said import Said
from reportedly.trace.stories import Gist, Grouping, when
from reportedly.trace.traces import trace_stories

GIST = "gist"  # the kind of the sketches that stories are found by
LEARNT = ("claim_weights.json", "reuse_weights.json", "lists/stem_counts.tsv", "weights/sentences.onnx")


def update_trace(store: Store) -> Trace:
    """The trace of all that the store holds, which keeps it; BadInput where the store cannot be written."""
    bring_up_to_date(store)
    return kept_trace(store)


def bring_up_to_date(store: Store) -> None:
    """Makes the trace that the store keeps one of all that it holds; BadInput where it cannot be written.

    Articles that were traced stay in their stories, and are read as users have corrected them. What is new is put into
    the stories that it tells of, and these are read and traced again, with their derivations, claims and entities. A
    store that was traced with other weights is traced anew.
    """
    untold = set(untraced(store))
    before = kept_stories(store)
    gists = {id: Gist.unpacked(value) for (id, _), value in sketches(store, GIST, made_by=version()).items()}
    new = untold - gists.keys()  # the others were only corrected, and stay in their stories
    traced = {article: story.id for story in before for article in story.articles if article not in new}
    if not traced.keys() <= gists.keys():
        new, untold, traced, gists, before = set(store.article_ids()), set(), {}, {}, ()
    elif not untold:
        return
    read = all_corrected(store, new)
    made = {id: Gist.of(reading) for id, reading in read.items()}
    stories = _grouped({id: gists[id] for id in traced}, traced, made)
    known = {(story.id, story.articles) for story in before}
    changed = [
        story for story in stories if (story.id, story.articles) not in known or (new | untold) & set(story.articles)
    ]
    touched = {article for story in changed for article in story.articles}
    read |= all_corrected(store, touched - read.keys())
    readings = [read[article] for story in changed for article in story.articles]
    entities, rest = _known_elsewhere(store, touched) if traced else ((), ())
    entities, identities = find_entities(
        readings,
        changed,
        known=(entities, rest),
        together=rulings(store, same=True),
        apart=rulings(store, same=False),
    )
    said = Said(
        together=frozenset(claim_rulings(store, same=True)),
        apart=frozenset(claim_rulings(store, same=False)),
        owners=owners(store),
    )
    of = entity_of([*rest, *identities])
    found = trace_stories(readings, changed, find_derivations(readings, changed), of, said)
    with store.transaction():  # a trace without its sketches would be made anew from nothing
        keep_trace(store, found, entities=entities, identities=identities, articles=sorted(touched) if traced else None)
        keep_sketches(store, GIST, {(id, ""): gist.packed() for id, gist in made.items()}, made_by=version())


def is_up_to_date(store: Store) -> bool:
    """Whether the trace that is kept is of all that the store holds, made by what traces are made by now."""
    return not untraced(store) and len(sketches(store, GIST, made_by=version())) == len(store.article_ids())


def _known_elsewhere(store: Store, touched: Collection[str]) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """The entities and identities of articles that are not traced again; who the others are is found once more."""
    entities, identities = kept_entities(store)
    rest = tuple(identity for identity in identities if identity.article not in touched)
    meant = {identity.entity for identity in rest}
    return tuple(entity for entity in entities if entity.id in meant), rest


def _grouped(old: dict[str, Gist], traced: dict[str, str], new: dict[str, Gist]) -> tuple[Story, ...]:
    """All stories: known articles back in theirs, then the new ones by their dates."""
    grouping = Grouping()
    for gist in sorted(old.values(), key=when):
        grouping.place(gist, traced[gist.article])
    for gist in sorted(new.values(), key=when):
        grouping.add(gist)
    return grouping.stories()


@cache
def version() -> str:
    """What the trace is made by: a digest of all that it has learnt."""
    digest = blake2b(digest_size=8)
    for name in LEARNT:
        digest.update(files("reportedly.trace").joinpath(name).read_bytes())
    return digest.hexdigest()
