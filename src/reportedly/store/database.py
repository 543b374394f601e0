"""Store: readings in one DuckDB file; open, add, merge, and give back exactly what was put in.

Everything is written in transactions of a few records each, so that a program which is ended at any moment leaves a
store that holds the records of all whole transactions and nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import duckdb

from reportedly.errors import BadInput, Unreadable
from reportedly.records import Article, Failure, Reading
from reportedly.records.correction import Correction
from reportedly.records.given import Given, KnownDate
from reportedly.store.copying import copies_of, dates_of, entries_of, failed_entries, pages, read_back
from reportedly.store.entries import Added, Entry, Held
from reportedly.store.inserting import Row, insert, transaction
from reportedly.store.keeping import Keeper
from reportedly.store.lately import Lately
from reportedly.store.migrating import applied, check_version, is_outdated, migrate
from reportedly.store.refusing import no_store, refusal, told

STORAGE = "v1.5.0"  # the oldest DuckDB that can open what is written
AT_ONCE = 32  # records of one transaction
# JSON, CSV and Parquet, and names such as :memory:, DuckDB opens as a database that is in memory, and then gone
KEPT_IN_A_FILE = "select path from duckdb_databases() where not internal and path is not null"

Item = TypeVar("Item")
NOTHING_GIVEN: Mapping[str, Given] = {}


class Store:
    """Readings and failures in one file. One program may write to it at a time, and none may read meanwhile."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, *, where: str, lately: Lately | None = None) -> None:
        self._connection = connection
        self._lately = lately or Lately()
        self._keeper: Keeper | None = None
        self._writing = False
        self._replaced = False
        self._closed = False
        self.where = where

    @classmethod
    def open(cls, path: str | Path, *, read_only: bool = False) -> Self:
        """The store in this file, made when there is none; BadInput, Unreadable."""
        where = str(path)
        if read_only and not Path(path).is_file():
            raise Unreadable("there is no such store", where=where, do="make one with: reportedly add")
        settings: dict[str, Any] = {"autoinstall_known_extensions": False, "autoload_known_extensions": False}
        if not read_only:
            settings["storage_compatibility_version"] = STORAGE
        try:
            connection = duckdb.connect(where, read_only=read_only, config=settings)
        except duckdb.Error as error:
            raise refusal(error, where) from error
        try:
            with told(where, writing=not read_only):
                if not connection.execute(KEPT_IN_A_FILE).fetchall():
                    raise no_store(where)
                if not read_only:
                    migrate(connection, where=where)
                elif not (done := applied(connection, where=where)):
                    raise no_store(where)
                else:
                    check_version(done, where=where)
                    if is_outdated(done):
                        connection.close()
                        cls.open(path).close()  # questions are asked of the tables as they are now
                        connection = duckdb.connect(where, read_only=True, config=settings)
        except BaseException:
            connection.close()
            raise
        return cls(connection, where=where)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file; what was added is in it already."""
        self._closed = True
        self._connection.close()

    def settle(self) -> None:
        """Moves what was written into the file; until then some of it may lie in a `.wal` beside it, not lost.

        Where DuckDB cannot do it now, it does so later.
        """
        with suppress(duckdb.Error):
            self._connection.execute("checkpoint")

    def beside(self) -> Self:
        """The same store once more, for another thread of this program: it reads while this one writes."""
        self._refuse_when_closed()
        return type(self)(self._connection.cursor(), where=self.where, lately=self._lately)

    def query(self, sql: str, values: Mapping[str, Any] | None = None) -> list[tuple[Any, ...]]:
        """All rows that a question in SQL gives, its values bound by name; BadInput where the file cannot be read."""
        self._refuse_when_closed()
        with told(self.where, writing=self._writing):
            return self._connection.execute(sql, dict(values or {})).fetchall()

    def _refuse_when_closed(self) -> None:
        if self._closed:
            raise BadInput("the store was closed", where=self.where, do="open it again")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside it, or none; one inside another is part of it."""
        self._refuse_when_closed()
        if self._writing:
            yield
            return
        self._writing = True
        try:
            with self._whole(), transaction(self._connection):
                yield
        finally:
            self._writing = False
            if self._replaced:
                self._lately.forget()
            self._replaced = False

    def insert(self, columns: Mapping[str, Sequence[str]], rows: Mapping[str, Sequence[Row]]) -> None:
        """Inserts rows into tables whose columns are named."""
        insert(self._connection, columns, rows)

    def add(
        self,
        records: Iterable[Reading | Failure],
        *,
        read_by: str | None = None,
        given: Mapping[str, Given] = NOTHING_GIVEN,
    ) -> Added:
        """Keeps the records, a few in a transaction, and says what became of them.

        An article that is held is replaced when another reader (`read_by`) has read it, or when it says something
        else; one that came in under another id before is not kept twice. `given` says by article id where an article
        came from and which dates were given for it.
        """
        added = Added()
        for batch in batches(map(_record, records)):
            added += self._keep([Entry(record, read_by, _given(record, given)) for record in batch])
        return added

    def merge(self, other: Store) -> Added:
        """Takes over what another store holds and this one does not; readings held here stay as they are."""
        added = Added()
        for batch in batches(other.entries()):
            added += self._keep(batch, replacing=False)
            for entry in batch:
                if isinstance(entry.record, Reading):
                    self.meet(copies_of(other.query, entry.record.article))
        return added

    def readings(self) -> Iterator[Reading]:
        """Every reading as it was added, in the order in which the articles came, a few in memory at a time."""
        sql = "select document from reading where article between $first and $last order by article"
        for page in pages(self.query):
            for (document,) in self.query(sql, page):
                yield read_back(document)

    def reading(self, article_id: str) -> Reading:
        """The reading of the article that came in under this id; KeyError when there is none."""
        # two questions, since DuckDB uses the index of readings for a number that it is given
        for (number,) in self.query("select article from alias where id = $id", {"id": article_id}):
            if (lately := self._lately.get(number)) is not None:
                return lately
            changes = self._lately.changes
            for (document,) in self.query("select document from reading where article = $number", {"number": number}):
                reading = read_back(document)
                self._lately.put(number, reading, changes=changes)
                return reading
        raise KeyError(f"no article {article_id} in {self.where}")

    def failures(self) -> list[Failure]:
        """Every article that could not be read, and why."""
        return [entry.record for entry in failed_entries(self.query) if isinstance(entry.record, Failure)]

    def article_ids(self) -> list[str]:
        """The ids of all articles, in the order in which they came."""
        return [id for (id,) in self.query("select id from article order by number")]

    def held(self, article: Article) -> Held | None:
        """What is known of the article in the store that is this one, by its id or text; None when there is none."""
        number = self._keeping.number_of(article)
        return None if number is None else self._keeping.held[number]

    def clash(self, article: Article, given: Given) -> Failure | None:
        """The failure that an article will be, since its id is that of another with another text; None for others."""
        return self._keeping.clash(article, given)

    def knows(self, digest: int, source: str, *, read_by: str | None = None) -> bool:
        """Whether the bytes of this digest, from this source, hold an article that this reader has read."""
        return self._keeping.knows(digest, source, read_by)

    def meet(self, articles: Iterable[tuple[Article, Given]]) -> Added:
        """Notes that articles which are held came in again: under which ids, from where, with which dates."""
        added = Added()
        for batch in batches(articles):
            with self.transaction():
                added += self._keeping.meet(batch)
        return added

    def retry(self, source: str) -> None:
        """Forgets that a source could not be read, before it is tried again; what is wrong with a part of it stays."""
        failures = self._keeping.failures
        if source in failures:
            with self.transaction():
                failures.retry(source)

    def dates(self, article_id: str) -> tuple[KnownDate, ...]:
        """Every date that was given for an article."""
        return dates_of(self.query, article_id)

    def entries(self) -> Iterator[Entry]:
        """Everything that was added, with what is known of where it came from."""
        yield from entries_of(self.query)

    def correct(self, correction: Correction, articles: Sequence[str]) -> None:
        """Keeps a correction, and makes anew the rows of these articles; corrections.correct finds which they are."""
        with self.transaction():
            self._keeping.correct(correction, articles)

    def prepare(self) -> None:
        """Looks up what adding goes by; else the first who adds something waits for it, and others beside them."""
        self._refuse_when_closed()
        with told(self.where, writing=self._writing):
            self._keeper = self._keeper or Keeper(self._connection)

    @property
    def _keeping(self) -> Keeper:
        self.prepare()
        assert self._keeper is not None
        return self._keeper

    def _keep(self, entries: list[Entry], *, replacing: bool = True) -> Added:
        with self.transaction():
            added = self._keeping.keep(entries, replacing=replacing)
            self._replaced |= added.replaced > 0
        return added

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """Forgets numbers that are ahead of what is written when writing fails; says so when it is the disk's fault."""
        try:
            with told(self.where, writing=True):
                yield
        except BaseException:
            self._keeper = None
            raise


def batches(items: Iterable[Item], most: int = AT_ONCE) -> Iterator[list[Item]]:
    """The items in their order, at most so many at a time."""
    rest = iter(items)
    while batch := list(islice(rest, most)):
        yield batch


def _record(given: object) -> Reading | Failure:
    """The record; TypeError for what callers without a type checker give in its place: an article or a text."""
    if not isinstance(given, Reading | Failure):
        raise TypeError(f"a Store keeps readings and failures, not {type(given).__name__}; read it first with a Reader")
    return given


def _given(record: Reading | Failure, given: Mapping[str, Given]) -> Given:
    """What was given for the article of a record; without more, its own date of publication."""
    if isinstance(record, Failure):
        return Given()
    published = record.article.published
    plain = Given(dates=(KnownDate(kind="published", value=published, used=True),) if published else ())
    return given.get(record.article.id, plain)
