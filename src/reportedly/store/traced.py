"""What the trace has found, kept beside the readings, given back exactly.

kept_trace(store)                the trace; of some stories only
kept_stories(store)              its stories alone
articles_of(store, story)        the articles of a story
articles_of_claims(store, …)     those that tell some claims
story_of(store, article)         the story that an article stands in
story_of_claim(store, claim)     the story that a claim is told in
kept_entities(store)             entities and identities
untraced(store)                  articles that came, or were read again, since
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from typing import Any

from reportedly.records import Article, Claim, Derivation, Origin, Place, Story, Telling, Trace, Variant
from reportedly.records.entity import Entity, Identity, Part
from reportedly.store.database import Store
from reportedly.store.pages import Pages
from reportedly.store.tracing import COLUMNS, OF_CLAIM

TEXTS_AT_ONCE = 64
IN_STORIES = "select unnest($articles::integer[])"
CLAIMS_OF_STORIES = "select unnest($claims::varchar[])"


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
    pages = Pages(store, at_hand, TEXTS_AT_ONCE if whole else 1)
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


def _variant(
    pages: Pages, article: int, statement: str, how: Any, against: int, against_statement: str, *places: int
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
