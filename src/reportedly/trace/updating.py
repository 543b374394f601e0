"""The trace of a store, brought up to date: only stories that new articles change are traced again.

What comes out depends on the articles and on what users say of them, and on nothing else: not on the order in which
they came, nor on how often the store was traced meanwhile. So an undone correction leaves what was before it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files

from reportedly.records import Story, Trace
from reportedly.records.correction import Correction
from reportedly.store.corrections import agencies, claim_rulings, correct, each_corrected, owners, rulings
from reportedly.store.database import Store
from reportedly.store.ordering import put_in_order
from reportedly.store.remembered import sketches
from reportedly.store.traced import add_to_trace, keep_trace, kept_stories, kept_trace, untraced
from reportedly.trace.ahead import Ahead
from reportedly.trace.casts import Cast, Met
from reportedly.trace.entities import entity_of
from reportedly.trace.recognition import recognise
from reportedly.trace.remembered import GIST, Dated, Past, remember
from reportedly.trace.reuse import find_derivations
from reportedly.trace.said import Said
from reportedly.trace.stories import Gist
from reportedly.trace.traces import trace_stories

SHAPE = b"2"  # of what is remembered of articles; another one, and stores are traced anew
AT_ONCE = 64  # articles whose stories are traced before what was found is kept
LEARNT = ("claim_weights.json", "reuse_weights.json", "lists/stem_counts.tsv", "weights/sentences.onnx")


def update_trace(store: Store) -> Trace:
    """The trace of all that the store holds, which keeps it; BadInput where the store cannot be written."""
    bring_up_to_date(store)
    return kept_trace(store)


def mend(store: Store, correction: Correction) -> None:
    """Keeps a correction and what it changes, the trace too: all of it, or nothing where it is stopped.

    BadInput where it is about an article that the store does not hold, or the store cannot be written.
    """
    with store.transaction():
        correct(store, correction)
        bring_up_to_date(store)


def bring_up_to_date(store: Store) -> None:
    """Makes the trace that the store keeps one of all that it holds; BadInput where it cannot be written.

    Stories are found anew from the first article on that is new, and those that are others than before, or in which
    somebody is another entity, are read and traced again. A store that was traced with other weights is traced anew.
    """
    untold = set(untraced(store))
    past = Past.of(store, kept_stories(store), made_by=version())
    if not past.stories:
        untold = set(store.article_ids())
    if not untold:
        return
    gists, casts = dict[str, Dated](), dict[str, Cast]()
    ahead = Ahead(store, made_by=version())
    made = ahead.gists(untold)
    for reading in each_corrected(store, untold):
        id = reading.article.id
        gists[id], casts[id] = Dated.of(made.get(id) or Gist.of(reading)), Cast.of(reading)
    stories, placed = past.grouped(gists)
    known = set(past.stories)
    changed = {story.id for story in stories if story not in known or not untold.isdisjoint(story.articles)}
    people = recognise(
        stories,
        past,
        changed=changed,
        casts=casts,
        placed=placed,
        together=rulings(store, same=True),
        apart=rulings(store, same=False),
    )
    said = Said(
        together=frozenset(claim_rulings(store, same=True)),
        apart=frozenset(claim_rulings(store, same=False)),
        owners=owners(store),
        agencies=frozenset(outlet for outlet, is_one in agencies(store).items() if is_one),
    )
    again = [story for story in stories if story.id in changed or not people.other.isdisjoint(story.articles)]
    touched = [article for story in again for article in story.articles]
    who = {id: people.met[id] if id in people.met else past.met([id])[0] for id in {*touched, *people.met}}
    with store.transaction():  # a trace without what is remembered would be made anew from nothing
        keep_trace(
            store,
            Trace(stories=tuple(again)),
            entities=people.entities,
            identities=[identity for id in sorted(who) for identity in who[id].identities],
            articles=touched if past.stories else None,
        )
        for some in _portions(again):
            _trace(store, some, who, said, ahead)
        put_in_order(store, [story.id for story in stories])
        remember(store, gists, placed, list(people.met.values()), made_by=version())
        ahead.forget_gists()


def _portions(stories: Sequence[Story]) -> Iterator[list[Story]]:
    """Some stories at a time, so that neither the readings of all are in memory nor what is found in them."""
    some, articles = list[Story](), 0
    for story in stories:
        some.append(story)
        articles += len(story.articles)
        if articles >= AT_ONCE:
            yield some
            some, articles = [], 0
    if some:
        yield some


def _trace(store: Store, stories: Sequence[Story], who: Mapping[str, Met], said: Said, ahead: Ahead) -> None:
    """Traces some stories, which are kept, and keeps what is found."""
    articles = [id for story in stories for id in story.articles]
    readings = list(each_corrected(store, articles))
    of = entity_of(identity for id in articles for identity in who[id].identities)
    found = trace_stories(readings, stories, find_derivations(readings, stories), of, said, ahead.vectors)
    add_to_trace(store, found.claims, found.derivations)


def is_up_to_date(store: Store) -> bool:
    """Whether the trace that is kept is of all that the store holds, made by what traces are made by now."""
    return not untraced(store) and len(sketches(store, GIST, made_by=version())) == len(store.article_ids())


@cache
def version() -> str:
    """What the trace is made by: a digest of all that it has learnt."""
    digest = blake2b(SHAPE, digest_size=8)
    for name in LEARNT:
        digest.update(files("reportedly.trace").joinpath(name).read_bytes())
    return digest.hexdigest()
