"""How records are kept: each article once, a better reading in place of an older; in the transaction of the store."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import duckdb

from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import encode, render_line
from reportedly.records.correction import Correction, decode_correction
from reportedly.records.given import Given
from reportedly.store.copying import read_back
from reportedly.store.correcting import as_corrected
from reportedly.store.entries import Added, Entry, Held
from reportedly.store.failing import Failures
from reportedly.store.inserting import insert
from reportedly.store.numbers import Numbers
from reportedly.store.rows import COLUMNS, Rows, article_row, reading_rows
from reportedly.store.sameness import keys_of
from reportedly.store.words import words_of

ANOTHER = "its id is that of another article in the store; give it an id of its own, or leave the id out"
# of no date, though one was given that would do: by a copy that was not read in their place
UNDATED = """select distinct number from article join known_date on known_date.article = number
    where published is null and trusted and kind <> 'crawl'"""
OF_STATEMENT = ("recent_posting", "utterer", "subject")
# postings that a question looks through in no time; beyond, and a quarter of all, they are sorted in
UNSORTED = 500_000
OF_CONTACT = ("party",)
OF_POSITION = ("target_word", "holder")
# an article that is read again is traced again too
OF_ARTICLE = (
    "traced", "actor", "mention", "content", "link", "timex", "reading", "body", "statement", "contact", "position",
)  # fmt: skip
FLAT = tuple(table for table in OF_ARTICLE if table not in ("traced", "reading", "body"))  # what corrections change
CORRECTION = ("number", "id", "what", "undoes", "articles", "document")
CORRECTING = """select document from correction where what in ('wrong', 'speaker')
    and id not in (select undoes from correction where undoes is not null) order by number"""
SORT = """
create table sorted as
    select word, statement from (select * from posting union all select * from recent_posting)
    where statement in (select number from statement) order by word, statement;
drop table posting;
alter table sorted rename to posting;
delete from recent_posting;"""


class Keeper:
    """Writes records. It knows the ids and texts of all articles that are held, so that asking costs nothing."""

    def __init__(self, connection: duckdb.DuckDBPyConnection) -> None:
        self._connection = connection
        self._numbers = Numbers(lambda sql: connection.execute(sql).fetchall())
        self.held: dict[int, Held] = {
            number: Held(*row)
            for number, *row in self._query("select number, id, read_by, published is not null from article")
        }
        self._by_id: dict[str, int] = dict(self._query("select id, article from alias"))
        self._by_text: dict[int, int] = dict(self._query("select key, article from same_text"))
        self._sources: set[tuple[int, str]] = set(self._query("select article, source from given"))
        self._by_input: dict[int, int] = dict(self._query("select digest, article from input"))
        self._sorted, self._unsorted = (
            self._query(f"select count(*) from {table}")[0][0] for table in ("posting", "recent_posting")
        )
        self._corrections: dict[str, list[Correction]] = defaultdict(list)  # that change readings, by article
        for (document,) in self._query(CORRECTING):
            self._note(decode_correction(document))
        self.failures = Failures(connection)
        self._undated: set[int] = {number for (number,) in self._query(UNDATED)}

    def number_of(self, article: Article) -> int | None:
        """The number of the article that is this one; None when it is not held."""
        return next((self._by_text[key] for key in keys_of(article) if key in self._by_text), None)

    def clash(self, article: Article, given: Given) -> Failure | None:
        """The failure of an article whose id is that of another one with another text; None for any other."""
        if article.id not in self._by_id or self.number_of(article) is not None:
            return None
        return Failure(id=article.id, source=given.source, reason=ANOTHER)

    def knows(self, digest: int, source: str, read_by: str | None) -> bool:
        """Whether these bytes from this source hold an article that is held, as this reader has read it."""
        number = self._by_input.get(digest)
        if number is None or number in self._undated:
            return False
        return (number, source) in self._sources and self.held[number].read_by == read_by

    def keep(self, entries: Sequence[Entry], *, replacing: bool = True) -> Added:
        """Keeps the records; without `replacing`, what is held stays as it is."""
        added = Added()
        rows: Rows = defaultdict(list)
        fresh: set[int] = set()
        for entry in entries:
            if isinstance(entry.record, Reading) and self.number_of(entry.record.article) in fresh:
                self._write(rows)  # so that what is asked of the tables below is true
                fresh.clear()
            added += self._sort(entry, rows, fresh, replacing=replacing)
        self._write(rows)
        if self._unsorted > max(UNSORTED, self._sorted / 4):
            self.sort()
        return added

    def sort(self) -> None:
        """Sorts recent postings in with the others, so that DuckDB's block statistics lead to those of a word.

        Postings of statements that are gone are left out. Each is written some ten times as a store grows to any size.
        """
        self._connection.execute(SORT)
        self._sorted += self._unsorted
        self._unsorted = 0

    def meet(self, articles: Iterable[tuple[Article, Given]]) -> Added:
        """Notes how articles that are held came in again; others are passed over."""
        added = Added()
        rows: Rows = defaultdict(list)
        for article, given in articles:
            number = self.number_of(article)
            if number is None:
                continue
            added += Added(held=1)
            # the usual case, when a run is repeated: nothing is new, and nothing is asked of the tables
            news = (number, given.source) not in self._sources or article.id not in self._by_id
            if news or (given.digest is not None and given.digest not in self._by_input):
                self._come_in(article, number, given, rows)
        self._write(rows)
        return added

    def correct(self, correction: Correction, articles: Sequence[str]) -> None:
        """Keeps a correction and makes the rows of these articles anew, all to be traced again."""
        rows: Rows = defaultdict(list)
        ((last,),) = self._query("select coalesce(max(number), 0) from correction")
        own = sorted({spot.article for spot in correction.spots})
        document = json.dumps(encode(correction), ensure_ascii=False)
        rows["correction"] = [(last + 1, correction.id, correction.what, correction.undoes, own, document)]
        insert(self._connection, {"correction": CORRECTION}, rows)
        rows.clear()
        self._corrections.clear()
        for (document,) in self._query(CORRECTING):
            self._note(decode_correction(document))
        for id in articles:
            if (number := self._by_id.get(id)) is not None:
                self._renew(number, rows)
        self._write(rows)

    def _note(self, correction: Correction) -> None:
        self._corrections[correction.spots[0].article].append(correction)

    def _renew(self, number: int, rows: Rows) -> None:
        """Writes the rows of an article again, as it is corrected now; that it is traced is forgotten."""
        ((document,),) = self._query("select document from reading where article = $number", {"number": number})
        reading = read_back(document)
        self._delete(number, FLAT)
        self._connection.execute("delete from traced where article = $number", {"number": number})
        shown = as_corrected(reading, self._corrections.get(reading.article.id, ()))
        for table, more in reading_rows(shown, number, self._numbers).items():
            rows[table] += more

    def _sort(self, entry: Entry, rows: Rows, fresh: set[int], *, replacing: bool) -> Added:
        """Adds the rows of an entry to those that are to be written, and takes out what they replace."""
        record, read_by, given = entry
        if isinstance(record, Failure):
            return self._fail(record, read_by, rows)
        article = record.article
        number = self.number_of(article)
        if (clash := self.clash(article, given)) is not None:
            return self._fail(clash, read_by, rows)
        if number is None:
            number = self._numbers.next("article")
            self._enter(record, number, read_by, rows)
            self._come_in(article, number, given, rows, new=True)
            fresh.add(number)
            return Added(new=1)
        held = self.held[number]
        self._come_in(article, number, given, rows)
        if held.lacks(article):  # it takes the place of what is held, whose id stays
            record = replace(record, article=replace(article, id=held.id))
            article = record.article
        known = read_by is not None and read_by == held.read_by and not held.lacks(article)
        if article.id != held.id or not replacing or known:
            return Added(held=1)
        if read_by == held.read_by and self._query(
            "select 1 from reading where article = $number and document = $document",
            {"number": number, "document": render_line(record)},
        ):
            return Added(held=1)
        self._delete(number)
        self._undated.discard(number)
        self._use_dates(number, given)
        self._enter(record, number, read_by, rows)
        fresh.add(number)
        return Added(replaced=1)

    def _fail(self, failure: Failure, read_by: str | None, rows: Rows) -> Added:
        self.failures.enter(failure, read_by, rows)
        return Added(failed=1)

    def _enter(self, reading: Reading, number: int, read_by: str | None, rows: Rows) -> None:
        self.held[number] = Held(reading.article.id, read_by, reading.article.published is not None)
        rows["article"].append(article_row(reading.article, number=number, notes=reading.notes, read_by=read_by))
        rows["reading"].append((number, render_line(reading)))
        rows["body"].append((number, words_of(reading.article.text)))
        shown = as_corrected(reading, self._corrections.get(reading.article.id, ()))
        for table, more in reading_rows(shown, number, self._numbers).items():
            rows[table] += more

    def _come_in(self, article: Article, number: int, given: Given, rows: Rows, *, new: bool = False) -> None:
        """Rows for how an article is known: its id, its text, where it came from and its dates, each once."""
        self.failures.forget(rows, source=given.source, id=article.id, but=ANOTHER)
        if article.id not in self._by_id:
            self._by_id[article.id] = number
            rows["alias"].append((article.id, number))
        for key in keys_of(article):
            if key not in self._by_text:
                self._by_text[key] = number
                rows["same_text"].append((key, number))
        if given.source and (number, given.source) not in self._sources:
            self._sources.add((number, given.source))
            rows["given"].append((number, given.source))
        if given.digest is not None and given.digest not in self._by_input:
            self._by_input[given.digest] = number
            rows["input"].append((given.digest, number))
        before = {row[1:3] for row in rows["known_date"] if row[0] == number}
        if not new:
            known = {"number": number}
            before |= set(self._query("select kind, value from known_date where article = $number", known))
        for date in given.dates:
            if (date.kind, date.value) not in before:
                # a copy that came later changes nothing about which date counts
                used = date.used and self.held[number].id == article.id and not before
                rows["known_date"].append((number, date.kind, date.value, date.trusted, used, date.why))

    def _use_dates(self, number: int, given: Given) -> None:
        """Marks those dates of an article as used that its new reading uses."""
        used = [f"{date.kind} {date.value}" for date in given.dates if date.used]
        self._connection.execute(
            "update known_date set used = list_contains($used::varchar[], kind || ' ' || value) "
            "where article = $number",
            {"used": used, "number": number},
        )

    def _write(self, rows: Rows) -> None:
        for table, more in self._numbers.new.items():
            rows[table] += more
            self._numbers.new[table] = []
        insert(self._connection, COLUMNS, rows)
        self._unsorted += len(rows["recent_posting"])
        rows.clear()

    def _delete(self, number: int, tables: Sequence[str] | None = None) -> None:
        """Takes out what was read of an article, or what `tables` hold of it; how it came in stays."""
        values = {"number": number}
        for parent, hanging in (("statement", OF_STATEMENT), ("contact", OF_CONTACT), ("position", OF_POSITION)):
            sql = f'select min(number), max(number) from "{parent}" where article = $number'
            first, last = self._query(sql, values)[0]
            for table in hanging if first else ():
                self._connection.execute(
                    f'delete from "{table}" where {parent} between $first and $last', {"first": first, "last": last}
                )
        for table in OF_ARTICLE if tables is None else tables:
            self._connection.execute(f'delete from "{table}" where article = $number', values)
        if tables is None:
            self._connection.execute("delete from article where number = $number", values)

    def _query(self, sql: str, values: dict[str, Any] | None = None) -> list[tuple[Any, ...]]:
        return self._connection.execute(sql, values or {}).fetchall()
