"""What a store holds, record by record, with a page of it in memory at a time; no trace where none was kept."""

from __future__ import annotations

from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any

from reportedly.records import (
    Article,
    Claim,
    Derivation,
    Failure,
    Origin,
    Place,
    Reading,
    Span,
    Story,
    Telling,
    Variant,
)
from reportedly.records.entity import Entity, Identity, Part
from reportedly.store.database import Store

PAGE = 1000  # rows of the trace in memory at a time
READINGS = 64
ARTICLES = 256  # texts that are kept at hand for the spans in them
OF_CLAIM = {
    "telling": "place, article, statement, starts, ends",
    "first_report": "place, article",
    "origin": "place, id, kind, label",
    "origin_article": "origin, place, article",
    "variant": "place, article, statement, how, against_article, against_statement, starts, ends, against_starts,"
    " against_ends",
    "contradiction": "place, other",
}

Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingPage:
    """Some readings; by article and actor the entity that it is, by article and statement the claims that it tells."""

    readings: tuple[Reading, ...]
    entities: dict[tuple[str, str], str]
    claims: dict[tuple[str, str], tuple[str, ...]]


def results(store: Store) -> Iterator[Reading | Failure]:
    """Every reading, then every failure."""
    yield from store.readings()
    yield from store.failures()


def reading_pages(store: Store) -> Iterator[ReadingPage]:
    """Every reading, with what the trace says of its actors and statements."""
    rest = store.readings()
    while readings := list(islice(rest, READINGS)):
        yield page_of(store, readings)


def page_of(store: Store, readings: Iterable[Reading]) -> ReadingPage:
    """These readings, with what the trace says of their actors and statements."""
    readings = tuple(readings)
    sql = "select number, id from article where id in (select unnest($ids::varchar[]))"
    ids = dict(store.query(sql, {"ids": [reading.article.id for reading in readings]}))
    these = {"these": list(ids), "first": min(ids, default=0), "last": max(ids, default=0)}
    # the range is what DuckDB finds rows by without reading the others
    where = "where article between $first and $last and article in (select unnest($these::integer[]))"
    told: dict[tuple[str, str], list[str]] = defaultdict(list)
    sql = f"select article, statement, claim from telling {where} order by article, claim"
    for article, statement, claim in store.query(sql, these):
        told[ids[article], statement].append(claim)
    return ReadingPage(
        readings=readings,
        entities={
            (ids[article], actor): entity
            for article, actor, entity in store.query(f"select article, actor, entity from identity {where}", these)
        },
        claims={place: tuple(claims) for place, claims in told.items()},
    )


def alone(store: Store) -> Iterator[list[str]]:
    """The ids of the articles that are in no story, some at a time."""
    sql = """select id from article where number between $first and $last
        and number not in (select article from story_article) order by number"""
    rest = (id for span in _spans(store, "article", "number") for (id,) in store.query(sql, span))
    while ids := list(islice(rest, READINGS)):
        yield ids


def stories(store: Store) -> Iterator[Story]:
    """The stories, in the order of the trace."""
    for page in _pages(store, "story", "id, headline"):
        held: dict[str, list[str]] = defaultdict(list)
        sql = """select story, id from story_article join article on number = article
            where story in (select unnest($ids::varchar[])) order by place"""
        for story, article in store.query(sql, {"ids": [id for id, _ in page]}):
            held[story].append(article)
        for id, headline in page:
            yield Story(id=id, headline=headline, articles=tuple(held[id]))


def claims(store: Store) -> Iterator[Claim]:
    """The claims, in the order of the trace."""
    texts = Texts(store)
    for page in _pages(store, "claim", "id, wording, independent_origins"):
        yield from _claims(store, texts, page)


def claims_of(store: Store, article_ids: Iterable[str]) -> Iterator[Claim]:
    """The claims that are told in one of these articles."""
    sql = """select id, wording, independent_origins from claim where id in (
            select claim from telling where article in (
                select number from article where id in (select unnest($ids::varchar[])))) order by place"""
    page = store.query(sql, {"ids": list(article_ids)})
    yield from _claims(store, Texts(store), page)


def derivations(store: Store) -> Iterator[Derivation]:
    """The derivations, in the order of the trace."""
    texts = Texts(store)
    for page in _pages(store, "derivation", _DERIVATION):
        for row in page:
            yield _derivation(texts, *row)


def derivations_to(store: Store, article_ids: Iterable[str]) -> Iterator[Derivation]:
    """Of what each of these articles was made."""
    sql = f"""select {_DERIVATION} from derivation where to_article in (
            select number from article where id in (select unnest($ids::varchar[]))) order by place"""
    texts = Texts(store)
    for row in store.query(sql, {"ids": list(article_ids)}):
        yield _derivation(texts, *row)


def entities(store: Store) -> Iterator[Entity]:
    """The entities, in the order of the trace."""
    for page in _pages(store, "entity", "id, kind, names, roles, sites"):
        for id, kind, names, roles, sites in page:
            yield Entity(id=id, kind=kind, names=tuple(names), roles=tuple(roles), sites=tuple(sites))


def entities_of(store: Store, ids: Iterable[str]) -> Iterator[Entity]:
    """The entities with these ids."""
    sql = """select id, kind, names, roles, sites from entity where id in (select unnest($ids::varchar[]))
        order by place"""
    for id, kind, names, roles, sites in store.query(sql, {"ids": sorted(ids)}):
        yield Entity(id=id, kind=kind, names=tuple(names), roles=tuple(roles), sites=tuple(sites))


def nameless(store: Store) -> dict[str, str]:
    """What entities without a name are called where they first stand: "three officials", "the ministry"."""
    sql = """select entity.id, arg_min(label, actor.rowid) from entity
        join identity on identity.entity = entity.id
        join actor on actor.article = identity.article and actor.id = identity.actor
        where len(names) = 0 group by entity.id"""
    return dict(store.query(sql))


def identities(store: Store) -> Iterator[Identity]:
    """The identities, by article."""
    sql = """select id, actor, entity, score, reasons, reason_scores from identity join article on number = article
        where article between $first and $last order by article, identity.rowid"""
    for span in _spans(store, "article", "number"):
        for article, actor, entity, score, reasons, scores in store.query(sql, span):
            parts = tuple(Part(name=name, score=part) for name, part in zip(reasons, scores, strict=True))
            yield Identity(article=article, actor=actor, entity=entity, score=score, parts=parts)


_DERIVATION = "from_article, to_article, kind, credited, score, from_starts, from_ends, to_starts, to_ends"


class Texts:
    """Articles by their numbers, the last few at hand: spans are made by them only."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._articles: OrderedDict[int, Article] = OrderedDict()

    def id(self, number: int) -> str:
        """The id of an article."""
        return self._article(number).id

    def spans(self, number: int, starts: Iterable[int], ends: Iterable[int]) -> tuple[Span, ...]:
        """Passages of an article."""
        return tuple(self._article(number).span(start, end) for start, end in zip(starts, ends, strict=True))

    def _article(self, number: int) -> Article:
        if number not in self._articles:
            sql = """select id, json_extract_string(document, '$.article.text') from article join reading
                on reading.article = number where number = $number and reading.article = $number"""
            ((id, text),) = self._store.query(sql, {"number": number})
            self._articles[number] = Article.of(text, id=id)
            if len(self._articles) > ARTICLES:
                self._articles.popitem(last=False)
        self._articles.move_to_end(number)
        return self._articles[number]


def _pages(store: Store, table: str, columns: str) -> Iterator[list[Row]]:
    """The rows of a table that has places, in their order."""
    for span in _spans(store, table, "place"):
        yield store.query(f"select {columns} from {table} where place between $first and $last order by place", span)


def _spans(store: Store, table: str, column: str) -> Iterator[dict[str, int]]:
    ((first, last),) = store.query(f"select min({column}), max({column}) from {table}")
    if first is not None:
        for start in range(first, last + 1, PAGE):
            yield {"first": start, "last": start + PAGE - 1}


def _claims(store: Store, texts: Texts, page: list[Row]) -> Iterator[Claim]:
    of: dict[str, dict[str, list[Row]]] = {}
    for table, columns in OF_CLAIM.items():
        of[table] = defaultdict(list)
        sql = f"""select claim, {columns} from {table} where claim in (select unnest($ids::varchar[]))
            order by claim, place"""
        for claim, *row in store.query(sql, {"ids": [row[0] for row in page]}):
            of[table][claim].append(tuple(row))
    for id, wording, independent in page:
        reached: dict[int, list[str]] = defaultdict(list)
        for origin, _, article in of["origin_article"][id]:
            reached[origin].append(texts.id(article))
        yield Claim(
            id=id,
            wording=wording,
            statements=tuple(
                Telling(article=texts.id(article), statement=statement, content=texts.spans(article, starts, ends))
                for _, article, statement, starts, ends in of["telling"][id]
            ),
            origins=tuple(
                Origin(id=origin, kind=kind, label=label, articles=tuple(reached[place]))
                for place, origin, kind, label in of["origin"][id]
            ),
            independent_origins=independent,
            first_report=tuple(texts.id(article) for _, article in of["first_report"][id]),
            variants=tuple(_variant(texts, *row[1:]) for row in of["variant"][id]),
            contradicts=tuple(other for _, other in of["contradiction"][id]),
        )


def _variant(
    texts: Texts, article: int, statement: str, how: Any, against: int, against_statement: str, *places: int
) -> Variant:
    start, end, against_start, against_end = places
    (own,), (other,) = texts.spans(article, [start], [end]), texts.spans(against, [against_start], [against_end])
    return Variant(
        article=texts.id(article),
        statement=statement,
        how=how,
        against=Place(article=texts.id(against), statement=against_statement),
        evidence=(own, other),
    )


def _derivation(
    texts: Texts, earlier: int, later: int, kind: Any, credited: bool, score: float, *places: list[int]
) -> Derivation:
    of_earlier, of_later = texts.spans(earlier, *places[:2]), texts.spans(later, *places[2:])
    return Derivation(
        from_=texts.id(earlier),
        to=texts.id(later),
        kind=kind,
        credited=credited,
        evidence=tuple(zip(of_earlier, of_later, strict=True)),
        score=score,
    )
