"""Shards into a store: what `reportedly add` would have kept of their inputs, without reading them again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from reportedly.adding.adding import reader_name
from reportedly.batch.manifest import NAME, Manifest, digest_of
from reportedly.batch.shards import COLUMNS, Done, Shard
from reportedly.errors import Unreadable
from reportedly.reading.intake.inputs import failure_of
from reportedly.records import Failure, Reading
from reportedly.records.codec import parse_line
from reportedly.records.given import Given, KnownDate
from reportedly.store.database import AT_ONCE, Store
from reportedly.store.entries import Added
from reportedly.trace.ahead import keep_ahead

ROWS = f"select {', '.join(COLUMNS)} from read_parquet($path)"


def is_run(folder: str | Path) -> bool:
    """Whether this is the folder of a run."""
    return (Path(folder) / NAME).is_file()


def add_shards(
    store: Store,
    folder: str | Path,
    *,
    tell: Callable[[Failure], None],
    came: Callable[[Shard, Done], None] = lambda shard, done: None,
) -> Added:
    """Adds what a run has read, in the order of its inputs; each article is kept once, as `Store.add` does it.

    `tell` is told of what failed, `came` of each shard that is added. A shard whose file is damaged is a failure.
    """
    manifest = Manifest.load(Path(folder))
    merging = _Merging(store, manifest, tell)
    for source in manifest.inputs.values():
        if source.refused is not None:
            merging.fail(Failure(id=None, source=source.path, reason=source.refused))
    for shard, done in manifest.kept():
        try:
            rows = _rows(store, manifest.path(shard), done)
        except Unreadable as error:
            tell(failure_of(error))  # it is one of the folder, and of no article: it is not kept
            merging.added += Added(failed=1)
            continue
        merging.add(rows)
        came(shard, done)
    for shard, done in manifest.lost():
        merging.fail(Failure(id=None, source=shard.place, reason=str(done.lost).removeprefix(f"{shard.place}: ")))
    return merging.added


class _Merging:
    """Adds rows a few at a time, no two of one article among them."""

    def __init__(self, store: Store, manifest: Manifest, tell: Callable[[Failure], None]) -> None:
        self._store = store
        self._read_by: str = manifest.run["read_by"]
        self._traced_by: str = manifest.run["traced_by"]
        self._best = reader_name()
        self._tell = tell
        self._records: dict[str | None, Reading | Failure] = {}
        self._given: dict[str, Given] = {}
        self.added = Added()

    def add(self, rows: Sequence[dict[str, Any]]) -> None:
        """Adds the rows of a shard."""
        ahead: dict[str, tuple[bytes, bytes]] = {}
        for row in rows:
            given = _given(row)
            if row["failure"] is not None:
                self.fail(Failure(id=row["article"], source=row["source"], reason=row["failure"]))
                continue
            source = given.source or ""
            if given.digest is not None and self._store.knows(given.digest, source, read_by=self._read_by):
                self.added += Added(held=1)
                continue
            reading = parse_line(row["reading"], where=given.source)
            assert isinstance(reading, Reading)
            held = self._store.held(reading.article)
            if held is not None and held.read_by == self._best and not held.lacks(reading.article):
                self.added += self._store.meet([(reading.article, given)])  # the small encoder never replaces the best
                continue
            if row["article"] in self._records or len(self._records) >= AT_ONCE:
                self._keep()
            if row["gist"] is not None and held is None:
                ahead[row["article"]] = row["gist"], row["vectors"]
            self._records[row["article"]] = reading
            self._given[row["article"]] = given
        self._keep()
        keep_ahead(self._store, ahead, made_by=self._traced_by)

    def fail(self, failure: Failure) -> None:
        """Adds what failed, and tells of it."""
        self._keep()
        self._tell(failure)
        self.added += self._store.add([failure], read_by=self._read_by)

    def _keep(self) -> None:
        if self._records:
            self.added += self._store.add(self._records.values(), read_by=self._read_by, given=self._given)
        self._records, self._given = {}, {}


def _rows(store: Store, path: Path, done: Done) -> list[dict[str, Any]]:
    do = "give the command of this run again, which reads it anew"
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Unreadable(f"the file cannot be read ({error.strerror})", where=str(path), do=do) from error
    if digest_of(content) != done.digest:
        raise Unreadable("this is not what was written", where=str(path), do=do)
    literal = "".join(f"[{character}]" if character in "*?[" else character for character in str(path.absolute()))
    return [dict(zip(COLUMNS, row, strict=True)) for row in store.query(ROWS, {"path": literal})]


def _given(row: dict[str, Any]) -> Given:
    dates = tuple(KnownDate(**date) for date in json.loads(row["dates"]))
    return Given(source=row["source"], dates=dates, digest=row["digest"])
