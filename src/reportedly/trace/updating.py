"""The trace of a store, brought up to date: only stories that new articles change are traced again.

What comes out depends on the articles and on what users say of them, and on nothing else: not on the order in which
they came, nor on how often the store was traced meanwhile. So an undone correction leaves what was before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Protocol, TypeVar

from reportedly.aside import here
from reportedly.records import Reading, Story, Trace
from reportedly.records.correction import Correction
from reportedly.records.entity import Identity
from reportedly.store.corrections import agencies, claim_rulings, correct, each_corrected, owners, rulings
from reportedly.store.database import Store, batches
from reportedly.store.ordering import put_in_order
from reportedly.store.remembered import sketches
from reportedly.store.traced import kept_stories, kept_trace, untraced
from reportedly.store.tracing import add_to_trace, keep_trace
from reportedly.trace.ahead import Ahead, Vectors
from reportedly.trace.casts import Cast
from reportedly.trace.changes import Changes, changes, sketched, traced
from reportedly.trace.remembered import GIST, Dated, Past, keep_answers, kept_answers, remember
from reportedly.trace.said import Said

Item = TypeVar("Item")
Result = TypeVar("Result")

SHAPE = b"7"  # of how articles are compared, claims gathered and worded; another one, and stores are traced anew
AT_ONCE = 64  # articles whose stories are traced before what was found is kept
LEARNT = ("claim_weights.json", "reuse_weights.json", "lists/stem_counts.tsv", "weights/statements.onnx")


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


class Each(Protocol):
    """Does work that asks no store on many things: `here`, in processes beside this one, or on a cluster."""

    def __call__(
        self, work: Callable[..., Result], rows: Iterable[tuple[Item, tuple[object, ...]]], /
    ) -> Iterator[tuple[Item, Result]]:
        """What the work makes of each row, in their order, beside its item."""


def bring_up_to_date(store: Store, each: Each = here) -> None:
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
    ahead = Ahead(store, made_by=version())
    new: dict[str, tuple[Dated, Cast]] = {}
    some = batches(each_corrected(store, untold), AT_ONCE)
    for _, found in each(sketched, ((None, (rs, ahead.gists([r.article.id for r in rs]))) for rs in some)):
        new |= found
    together, apart = rulings(store, same=True), rulings(store, same=False)
    told = claim_rulings(store, same=True)
    ((_, other),) = each(changes, [(None, (past, new, together, apart, told))])
    said = Said(
        together=frozenset(told),
        apart=frozenset(claim_rulings(store, same=False)),
        owners=owners(store),
        agencies=frozenset(outlet for outlet, is_one in agencies(store).items() if is_one),
    )
    with store.transaction():  # a trace without what is remembered would be made anew from nothing
        keep_trace(
            store,
            Trace(stories=other.again),
            entities=other.entities,
            identities=[identity for own in other.identities.values() for identity in own],
            articles=[article for story in other.again for article in story.articles] if past.stories else None,
        )
        for _, (part, answers) in each(
            traced, ((None, _given(store, stories, other, said, ahead)) for stories in _portions(other.again))
        ):
            add_to_trace(store, part.claims, part.derivations)
            keep_answers(store, answers, made_by=version())
        put_in_order(store, other.order)
        remember(store, other.gists, other.placed, other.met, made_by=version())
        ahead.forget_gists()


def _given(
    store: Store, stories: Sequence[Story], other: Changes, said: Said, ahead: Ahead
) -> tuple[list[Reading], Sequence[Story], list[Identity], Said, Vectors, Mapping[str, bytes]]:
    """All that some stories are traced by."""
    articles = [id for story in stories for id in story.articles]
    identities = [identity for id in articles for identity in other.identities[id]]
    return (
        list(each_corrected(store, articles)), stories, identities, said, ahead.vectors(articles),
        kept_answers(store, articles, made_by=version()),
    )  # fmt: skip


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
