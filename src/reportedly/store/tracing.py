"""Keeps what the trace has found beside the readings: stories, claims, derivations, entities.

keep_trace(store, trace, …)      all of it, or what it says of some articles, in one transaction
add_to_trace(store, …)           more claims and derivations of stories that are kept
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from reportedly.records import Claim, Derivation, Trace
from reportedly.records.entity import Entity, Identity
from reportedly.store.database import Store
from reportedly.store.remembered import ArticleNumbers

Rows = dict[str, list[tuple[Any, ...]]]

COLUMNS: dict[str, tuple[str, ...]] = {
    "traced": ("article",),
    "entity": ("place", "id", "kind", "names", "roles", "sites"),
    "identity": ("article", "actor", "entity", "score", "reasons", "reason_scores"),
    "story": ("place", "id", "headline"),
    "story_article": ("story", "place", "article"),
    "claim": ("place", "id", "wording", "independent_origins"),
    "telling": ("claim", "place", "article", "statement", "starts", "ends"),
    "first_report": ("claim", "place", "article"),
    "origin": ("claim", "place", "id", "kind", "label"),
    "origin_article": ("claim", "origin", "place", "article"),
    "variant": (
        "claim", "place", "article", "statement", "how", "against_article", "against_statement", "starts", "ends",
        "against_starts", "against_ends",
    ),
    "contradiction": ("claim", "place", "other"),
    "derivation": (
        "place", "from_article", "to_article", "kind", "credited", "score", "from_starts", "from_ends", "to_starts",
        "to_ends",
    ),
}  # fmt: skip
OF_CLAIM = ("telling", "first_report", "origin", "origin_article", "variant", "contradiction")


def keep_trace(
    store: Store,
    trace: Trace,
    *,
    entities: Iterable[Entity] = (),
    identities: Iterable[Identity] = (),
    articles: Collection[str] | None = None,
) -> None:
    """Keeps a trace in the place of the one before, in one transaction.

    With `articles`, only what was known of these is replaced: the stories they stand in, the claims they tell, the
    derivations to them, the identities of their actors; so are other identities of articles that some are given of.
    Entities that nobody is any more go. BadInput where the trace is of an article that is not in the store.
    """
    numbers = ArticleNumbers(store)
    rows = _rows(trace, entities, identities, numbers)
    seen = [numbers[id] for id in (store.article_ids() if articles is None else articles)]
    with store.transaction():
        if articles is None:
            for table in COLUMNS:
                store.query(f'delete from "{table}"')
        else:
            _take_out(store, seen, rows)
        rows["traced"] = [(number,) for number in seen]
        store.insert(COLUMNS, rows)
        if articles is not None:
            store.query("delete from entity where id not in (select entity from identity)")


def add_to_trace(store: Store, claims: Sequence[Claim], derivations: Sequence[Derivation]) -> None:
    """Keeps more of what was found in stories that are kept, after what is there."""
    told = {told.article for claim in claims for told in claim.statements}
    numbers = ArticleNumbers(store, told | {id for made in derivations for id in (made.from_, made.to)})
    rows = _rows(Trace(claims=tuple(claims), derivations=tuple(derivations)), (), (), numbers)
    with store.transaction():
        _put_behind(store, rows)
        store.insert(COLUMNS, rows)


def _take_out(store: Store, articles: list[int], rows: Rows) -> None:
    """Takes out what is known of these articles, and what is given anew; new rows come after those that stay."""
    gone = {"articles": articles}
    these = "(select unnest($articles::integer[]))"
    claims = [row[1] for row in rows["claim"]]
    claims += [id for (id,) in store.query(f"select distinct claim from telling where article in {these}", gone)]
    stories = [row[1] for row in rows["story"]]
    stories += [id for (id,) in store.query(f"select distinct story from story_article where article in {these}", gone)]
    for table, column, ids in (
        *((table, "claim", claims) for table in OF_CLAIM), ("claim", "id", claims), ("story", "id", stories),
        ("story_article", "story", stories), ("entity", "id", [row[1] for row in rows["entity"]]),
    ):  # fmt: skip
        store.query(f"delete from {table} where {column} in (select unnest($ids::varchar[]))", {"ids": ids})
    for table, column in (("derivation", "to_article"), ("traced", "article")):
        store.query(f"delete from {table} where {column} in {these}", gone)
    gone = {"articles": [*articles, *{row[0] for row in rows["identity"]}]}
    store.query(f"delete from identity where article in {these}", gone)
    _put_behind(store, rows)


def _put_behind(store: Store, rows: Rows) -> None:
    """Gives rows the places after those that are there."""
    for table in ("claim", "story", "entity", "derivation"):
        first = store.query(f"select coalesce(max(place), 0) + 1 from {table}")[0][0]
        rows[table] = [(first + row[0], *row[1:]) for row in rows[table]]


def _rows(trace: Trace, entities: Iterable[Entity], identities: Iterable[Identity], numbers: ArticleNumbers) -> Rows:
    rows: Rows = defaultdict(list)
    rows["entity"] = [(at, e.id, e.kind, list(e.names), list(e.roles), list(e.sites)) for at, e in enumerate(entities)]
    rows["identity"] = [
        (numbers[i.article], i.actor, i.entity, i.score, [p.name for p in i.parts], [p.score for p in i.parts])
        for i in identities
    ]
    for at, story in enumerate(trace.stories):
        rows["story"].append((at, story.id, story.headline))
        rows["story_article"] += [(story.id, place, numbers[article]) for place, article in enumerate(story.articles)]
    for at, claim in enumerate(trace.claims):
        rows["claim"].append((at, claim.id, claim.wording, claim.independent_origins))
        _of_claim(claim, rows, numbers)
    rows["derivation"] = [
        (
            at, numbers[d.from_], numbers[d.to], d.kind, d.credited, d.score, [one.start for one, _ in d.evidence],
            [one.end for one, _ in d.evidence], [other.start for _, other in d.evidence],
            [other.end for _, other in d.evidence],
        )
        for at, d in enumerate(trace.derivations)
    ]  # fmt: skip
    return rows


def _of_claim(claim: Claim, rows: Rows, numbers: ArticleNumbers) -> None:
    for at, told in enumerate(claim.statements):
        starts, ends = [span.start for span in told.content], [span.end for span in told.content]
        rows["telling"].append((claim.id, at, numbers[told.article], told.statement, starts, ends))
    rows["first_report"] += [(claim.id, at, numbers[article]) for at, article in enumerate(claim.first_report)]
    for at, origin in enumerate(claim.origins):
        rows["origin"].append((claim.id, at, origin.id, origin.kind, origin.label))
        rows["origin_article"] += [
            (claim.id, at, place, numbers[article]) for place, article in enumerate(origin.articles)
        ]
    for at, variant in enumerate(claim.variants):
        own, other = variant.evidence
        rows["variant"].append((
            claim.id, at, numbers[variant.article], variant.statement, variant.how, numbers[variant.against.article],
            variant.against.statement, own.start, own.end, other.start, other.end,
        ))  # fmt: skip
    rows["contradiction"] += [(claim.id, at, other) for at, other in enumerate(claim.contradicts)]
