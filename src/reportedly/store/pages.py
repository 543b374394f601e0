"""The texts of articles by their numbers, for spans that are kept as numbers alone."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.records import Article, Span
from reportedly.store.database import Store

IDS_AT_ONCE = 1024


class Pages:
    """Articles by their numbers, each fetched when it is first asked for: spans are made by them only."""

    def __init__(self, store: Store, at_hand: Iterable[Article], at_once: int) -> None:
        self._store = store
        self._at_once = at_once
        self._ids: dict[int, str] = {}
        self._articles: dict[int, Article] = {}
        self._at_hand = {article.id: article for article in at_hand}

    def id(self, number: int) -> str:
        """The id of the article of this number."""
        if number not in self._ids:
            first = number - number % IDS_AT_ONCE  # neighbours are asked for together
            sql = "select number, id from article where number between $first and $last"
            self._ids |= dict(self._store.query(sql, {"first": first, "last": first + IDS_AT_ONCE - 1}))
        return self._ids[number]

    def spans(self, number: int, starts: Iterable[int], ends: Iterable[int]) -> tuple[Span, ...]:
        """Spans of the article of this number, from where they start and end."""
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
