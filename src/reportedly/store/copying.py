"""What a store holds, given back as it came in: by its questions, a few readings in memory at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import parse_line
from reportedly.records.given import Given, KnownDate
from reportedly.store.entries import Entry

PAGE = 64  # readings in memory at a time

Query = Callable[[str, Mapping[str, Any] | None], list[tuple[Any, ...]]]


def pages(query: Query) -> Iterator[dict[str, int]]:
    """Numbers of the first and last article of each page; DuckDB finds these rows without reading the others."""
    last = query("select coalesce(max(number), 0) from article", None)[0][0]
    for first in range(1, last + 1, PAGE):
        yield {"first": first, "last": first + PAGE - 1}


def entries_of(query: Query) -> Iterator[Entry]:
    """Every reading and every failure, with what is known of where it came from."""
    sql = """select article.id, document, read_by,
            (select list(source order by given.rowid) from given where given.article = number)
        from article join reading on reading.article = number
        where number between $first and $last and reading.article between $first and $last order by number"""
    for page in pages(query):
        for id, document, read_by, sources in query(sql, page):
            source = sources[0] if sources else None
            yield Entry(read_back(document), read_by, Given(source=source, dates=dates_of(query, id)))
    yield from failed_entries(query)


def failed_entries(query: Query) -> Iterator[Entry]:
    """Every failure, and by whom it was read."""
    for id, source, reason, read_by in query("select id, source, reason, read_by from failure order by rowid", None):
        yield Entry(Failure(id=id, source=source, reason=reason), read_by, Given())


def copies_of(query: Query, article: Article) -> list[tuple[Article, Given]]:
    """An article as it came in, under each of its ids, from each source and with each digest."""
    where = "where article in (select article from alias where id = $id) order by rowid"
    ids, sources, digests = (
        [value for (value,) in query(f"select {column} from {table} {where}", {"id": article.id})]
        for column, table in (("id", "alias"), ("source", "given"), ("digest", "input"))
    )
    rows = zip_longest(ids, sources, digests)
    return [(replace(article, id=id or article.id), Given(source=source, digest=digest)) for id, source, digest in rows]


def dates_of(query: Query, article_id: str) -> tuple[KnownDate, ...]:
    """Every date that was given for an article."""
    sql = """select kind, value, trusted, used, why from known_date
        where article in (select article from alias where id = $id) order by rowid"""
    rows = query(sql, {"id": article_id})
    return tuple(KnownDate(kind=k, value=v, trusted=t, used=u, why=w) for k, v, t, u, w in rows)


def read_back(document: str) -> Reading:
    """The reading that a line of JSON holds."""
    reading = parse_line(document)
    assert isinstance(reading, Reading)
    return reading
