"""Rows to Parquet and parts of Parquet: the only user of pyarrow, which comes with daft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from io import BytesIO
from typing import Any, BinaryIO

import pyarrow as arrow
import pyarrow.parquet as parquet

from reportedly.batch.shards import COLUMNS, Row

AT_ONCE = 1024  # rows in memory while those before a part are passed over
TYPES = {"digest": arrow.int64(), "words": arrow.int64(), "gist": arrow.binary(), "vectors": arrow.binary()}
SCHEMA = arrow.schema([(name, TYPES.get(name, arrow.string())) for name in COLUMNS])


class _Open:
    """A file as pyarrow wants it: daft's own say whether they are closed by a method, which is always true to it."""

    closed = False

    def __init__(self, stream: BinaryIO) -> None:
        self.read, self.seek, self.tell = stream.read, stream.seek, stream.tell

    def close(self) -> None:
        """Nothing: whoever opened the file closes it."""


def packed(rows: Sequence[Row]) -> bytes:
    """A Parquet file of the rows."""
    out = BytesIO()
    table = arrow.Table.from_pylist([asdict(row) for row in rows], schema=SCHEMA)
    parquet.write_table(table, out, compression="zstd")
    return out.getvalue()


def row_groups(stream: BinaryIO) -> list[int]:
    """How many rows each row group of a Parquet file has; ValueError where it is none."""
    try:
        about = parquet.ParquetFile(_Open(stream)).metadata
    except (arrow.ArrowException, OSError) as error:
        raise ValueError(str(error).partition("\n")[0]) from error
    return [about.row_group(number).num_rows for number in range(about.num_row_groups)]


def rows_between(stream: BinaryIO, start: int, stop: int, columns: Sequence[str]) -> bytes:
    """A Parquet file of the rows from `start` to `stop`, which lie in one row group; of these columns, or all."""
    whole = parquet.ParquetFile(_Open(stream))
    wanted = [name for name in columns if name in whole.schema_arrow.names] or None
    before, group = 0, 0
    while start >= before + whole.metadata.row_group(group).num_rows:
        before += whole.metadata.row_group(group).num_rows
        group += 1
    kept: list[Any] = []
    for batch in whole.iter_batches(AT_ONCE, row_groups=[group], columns=wanted):
        first, last = max(start - before, 0), min(stop - before, batch.num_rows)
        if first < last:
            kept.append(batch.slice(first, last - first))
        before += batch.num_rows
        if before >= stop:
            break
    out = BytesIO()
    parquet.write_table(arrow.Table.from_batches(kept), out, compression="zstd")
    return out.getvalue()
