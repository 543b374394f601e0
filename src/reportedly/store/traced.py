"""What the trace has found, kept beside the readings: stories, claims, derivations, entities; given back exactly.

keep_trace(store, trace, …)      all of it, or what it says of some articles, in one transaction
add_to_trace(store, …)           more claims and derivations of stories that are kept
kept_trace(store)                the same as a Trace; of some stories only
kept_stories(store)              its stories alone
articles_of(store, story)        the articles of a story
articles_of_claims(store, …)     those that tell some claims
story_of(store, article)         the story that an article stands in
story_of_claim(store, claim)     the story that a claim is told in
kept_entities(store)             entities and identities
untraced(store)                  articles that came, or were read again, since
keep_sketches, sketches          what the trace remembers, so as not to make it again
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from reportedly.records import Article, Claim, Derivation, Origin, Place, Span, Story, Telling, Trace, Variant
from reportedly.records.entity import Entity, Identity, Part
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
IDS_AT_ONCE, TEXTS_AT_ONCE = 1024, 64
IN_STORIES = "select unnest($articles::integer[])"
CLAIMS_OF_STORIES = "select unnest($claims::varchar[])"
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


def kept_trace(
    store: Store,
    stories: Collection[str] | None = None,
    *,
    claims: Collection[str] | None = None,
    made_from: bool = False,
    at_hand: Iterable[Article] = (),
) -> Trace:
    """The trace that was kept, exactly; with `stories`, these, the claims told in them and who made what of whom.

    With `claims` too, only these of their claims, and what was made of whom among the articles that tell them; with
    `made_from`, what these were made from, whether it tells them or not. Articles that are `at_hand` need not be
    fetched.
    """
    whole = stories is None
    values = {} if stories is None else _numbers_of(store, stories, claims)
    pages = _Pages(store, at_hand, TEXTS_AT_ONCE if whole else 1)
    of = {table: _by_claim(store, table, values) for table in OF_CLAIM}
    sources: dict[tuple[str, int], list[str]] = defaultdict(list)
    for claim, rows in of["origin_article"].items():
        for origin, _, article in rows:
            sources[claim, origin].append(pages.id(article))
    found = tuple(
        Claim(
            id=id,
            wording=wording,
            statements=tuple(
                Telling(article=pages.id(article), statement=statement, content=pages.spans(article, starts, ends))
                for _, article, statement, starts, ends in of["telling"][id]
            ),
            origins=tuple(
                Origin(id=origin, kind=kind, label=label, articles=tuple(sources[id, place]))
                for place, origin, kind, label in of["origin"][id]
            ),
            independent_origins=independent,
            first_report=tuple(pages.id(article) for _, article in of["first_report"][id]),
            variants=tuple(_variant(pages, *row[1:]) for row in of["variant"][id]),
            contradicts=tuple(other for _, other in of["contradiction"][id]),
        )
        for id, wording, independent in store.query(
            "select id, wording, independent_origins from claim "
            + ("" if whole else f"where id in ({CLAIMS_OF_STORIES}) ")
            + "order by place",
            {} if whole else {"claims": values["claims"]},
        )
    )
    told = kept_stories(store, stories)
    columns = ", ".join(COLUMNS["derivation"][1:])
    made_of = {} if whole else {"articles": values["articles"]}
    among = "" if whole else f"where to_article in ({IN_STORIES}) "
    among += "" if whole or made_from else f"and from_article in ({IN_STORIES}) "
    derivations = tuple(
        Derivation(
            from_=pages.id(earlier),
            to=pages.id(later),
            kind=kind,
            credited=credited,
            evidence=tuple(zip(pages.spans(earlier, *of_earlier), pages.spans(later, *of_later), strict=True)),
            score=score,
        )
        for earlier, later, kind, credited, score, *(of_earlier, of_later) in (
            (*row[:5], row[5:7], row[7:9])
            for row in store.query(f"select {columns} from derivation {among}order by place", made_of)
        )
    )
    return Trace(stories=told, claims=found, derivations=derivations)


def kept_stories(store: Store, stories: Collection[str] | None = None) -> tuple[Story, ...]:
    """The stories that were kept, exactly; with `stories`, these."""
    these = "" if stories is None else "where {} in (select unnest($stories::varchar[])) "
    values = {} if stories is None else {"stories": list(stories)}
    sql = f"""select story, article.id from story_article join article on article.number = story_article.article
        {these.format("story")}order by story_article.place"""
    held: dict[str, list[str]] = defaultdict(list)
    for story, article in store.query(sql, values):
        held[story].append(article)
    return tuple(
        Story(id=id, headline=headline, articles=tuple(held[id]))
        for id, headline in store.query(f"select id, headline from story {these.format('id')}order by place", values)
    )


def _numbers_of(store: Store, stories: Collection[str], claims: Collection[str] | None) -> dict[str, Any]:
    """What queries about some stories are bound to: these, their articles by number, the claims told in them."""
    if claims is None:
        sql = "select article from story_article where story in (select unnest($stories::varchar[]))"
        articles = [number for (number,) in store.query(sql, {"stories": list(stories)})]
        sql = "select distinct claim from telling where article in (select unnest($articles::integer[]))"
        claims = [claim for (claim,) in store.query(sql, {"articles": articles})]
    else:
        sql = "select distinct article from telling where claim in (select unnest($claims::varchar[]))"
        articles = [number for (number,) in store.query(sql, {"claims": list(claims)})]
    return {"stories": list(stories), "articles": articles, "claims": list(claims)}


def articles_of_claims(store: Store, claims: Collection[str]) -> list[str]:
    """The ids of the articles that tell these claims, and of those that reported them first."""
    sql = """with shown as (select claim, article from telling union select claim, article from first_report)
        select distinct article.id from shown join article on article.number = shown.article
        where claim in (select unnest($claims::varchar[])) order by article.id"""
    return [id for (id,) in store.query(sql, {"claims": list(claims)})]


def articles_of(store: Store, story_id: str) -> list[str]:
    """The ids of the articles of a story, in its order; none when there is no such story."""
    sql = """select article.id from story_article join article on article.number = story_article.article
        where story = $id order by story_article.place"""
    return [id for (id,) in store.query(sql, {"id": story_id})]


def story_of(store: Store, article_id: str) -> str | None:
    """The id of the story that an article stands in; None before it is traced."""
    sql = """select story from story_article
        where article in (select article from alias where id = $id) order by story_article.place limit 1"""
    return next((story for (story,) in store.query(sql, {"id": article_id})), None)


def story_of_claim(store: Store, claim_id: str) -> str | None:
    """The id of the story that a claim is told in; None when there is no such claim."""
    sql = """select story from story_article join telling on telling.article = story_article.article
        where claim = $id order by telling.place limit 1"""
    return next((story for (story,) in store.query(sql, {"id": claim_id})), None)


def kept_entities(
    store: Store, entities: Collection[str] | None = None
) -> tuple[tuple[Entity, ...], tuple[Identity, ...]]:
    """The entities that were kept, and the identities of the actors that are traced; of some entities only."""
    values = {} if entities is None else {"entities": list(entities)}
    these = "" if entities is None else "where {} in (select unnest($entities::varchar[])) "
    found = tuple(
        Entity(id=id, kind=kind, names=tuple(names), roles=tuple(roles), sites=tuple(sites))
        for id, kind, names, roles, sites in store.query(
            f"select id, kind, names, roles, sites from entity {these.format('id')}order by place", values
        )
    )
    sql = f"""select article.id, actor, entity, score, reasons, reason_scores
        from identity join article on article.number = identity.article
        {these.format("entity")}order by article.number, identity.rowid"""
    identities = tuple(
        Identity(
            article=article,
            actor=actor,
            entity=entity,
            score=score,
            parts=tuple(Part(name=name, score=part) for name, part in zip(reasons, scores, strict=True)),
        )
        for article, actor, entity, score, reasons, scores in store.query(sql, values)
    )
    return found, identities


def untraced(store: Store) -> list[str]:
    """The ids of the articles that are not in the trace as they now read, in the order in which they came."""
    sql = "select id from article where number not in (select article from traced) order by number"
    return [id for (id,) in store.query(sql)]


class _Pages:
    """Articles by their numbers, each fetched when it is first asked for: spans are made by them only."""

    def __init__(self, store: Store, at_hand: Iterable[Article], at_once: int) -> None:
        self._store = store
        self._at_once = at_once
        self._ids: dict[int, str] = {}
        self._articles: dict[int, Article] = {}
        self._at_hand = {article.id: article for article in at_hand}

    def id(self, number: int) -> str:
        if number not in self._ids:
            first = number - number % IDS_AT_ONCE  # neighbours are asked for together
            sql = "select number, id from article where number between $first and $last"
            self._ids |= dict(self._store.query(sql, {"first": first, "last": first + IDS_AT_ONCE - 1}))
        return self._ids[number]

    def spans(self, number: int, starts: Iterable[int], ends: Iterable[int]) -> tuple[Span, ...]:
        return tuple(self._article(number).span(start, end) for start, end in zip(starts, ends, strict=True))

    def _article(self, number: int) -> Article:
        if number not in self._articles:
            known = self._at_hand.get(self.id(number))
            self._articles |= {number: known} if known else self._fetched(number)
        return self._articles[number]

    def _fetched(self, number: int) -> dict[int, Article]:
        """The article and, where all will be asked for, those beside it: DuckDB gives a run of them as soon as one."""
        first = number - number % self._at_once
        sql = """select article, json_extract_string(document, '$.article.text') from reading
            where article between $first and $last"""
        rows = self._store.query(sql, {"first": first, "last": first + self._at_once - 1})
        return {number: Article.of(text, id=self.id(number)) for number, text in rows}


def _variant(
    pages: _Pages, article: int, statement: str, how: Any, against: int, against_statement: str, *places: int
) -> Variant:
    starts, ends, against_starts, against_ends = places
    (own,), (other,) = pages.spans(article, [starts], [ends]), pages.spans(against, [against_starts], [against_ends])
    return Variant(
        article=pages.id(article),
        statement=statement,
        how=how,
        against=Place(article=pages.id(against), statement=against_statement),
        evidence=(own, other),
    )


def _by_claim(store: Store, table: str, stories: Mapping[str, Any]) -> dict[str, list[tuple[Any, ...]]]:
    """The rows of a table without their claim, by it; of some stories only, when they are given."""
    columns = ", ".join(COLUMNS[table])
    rows: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
    these = f"where claim in ({CLAIMS_OF_STORIES}) " if stories else ""
    values = {"claims": stories["claims"]} if stories else {}
    for claim, *rest in store.query(f"select {columns} from {table} {these}order by place", values):
        rows[claim].append(tuple(rest))
    return rows


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
