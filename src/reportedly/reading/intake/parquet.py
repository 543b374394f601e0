"""Parquet -> input rows; with the store, the only user of duckdb.

The columns are the fields of the input article, in any order; others are passed over. `published` may be a
date or a timestamp, `byline` a string or a list.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from reportedly.errors import BadRecord, Unreadable

COLUMNS = ("id", "outlet", "url", "published", "title", "byline", "language", "text", "html")
ROWS_AT_ONCE = 256
COLUMNS_IN = "select column_name, column_type from (describe select * from read_parquet($path))"


def read_rows(path: Path, *, where: str) -> Iterator[dict[str, Any]]:
    """The rows of a Parquet file, a few hundred in memory at a time; Unreadable when it is damaged or no Parquet."""
    import duckdb  # late: 90 ms, for those who read Parquet

    # an in-memory database that cannot fetch extensions: nothing here opens a socket
    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "threads": 1}) as database:
        database.execute("set timezone = 'UTC'")  # DuckDB 1.5 does not take it as a setting of the connection
        values = {"path": _literal(path)}
        try:
            types = dict(database.execute(COLUMNS_IN, values).fetchall())
            query = _rows_of(types, where)
            cursor = database.execute(query, values)
            names = [column[0] for column in cursor.description or ()]
            while rows := cursor.fetchmany(ROWS_AT_ONCE):
                for row in rows:
                    yield dict(zip(names, row, strict=True))
        except duckdb.Error as error:
            reason = str(error).partition("\n")[0]
            raise Unreadable(f"not Parquet that can be read ({reason})", where=where, do="write it again") from error


def count_rows(path: Path) -> int:
    """How many rows the footer of a Parquet file says that it has; 0 when it cannot be read."""
    import duckdb  # late, as below

    with duckdb.connect(":memory:", config={"autoinstall_known_extensions": False, "threads": 1}) as database:
        try:
            rows = database.execute("select sum(num_rows) from parquet_file_metadata($path)", {"path": _literal(path)})
            return int(rows.fetchall()[0][0])
        except duckdb.Error:
            return 0


def _rows_of(types: dict[str, str], where: str) -> str:
    """The query for the known columns; times as text, the T of ISO 8601 in them."""
    if not {"text", "html"} & set(types):
        raise BadRecord(f"no column text or html among {', '.join(types)}", where=where, do="name one of them text")
    chosen = [
        f"replace({name}::varchar, ' ', 'T') as {name}" if name == "published" and types[name] != "VARCHAR" else name
        for name in COLUMNS
        if name in types
    ]
    return f"select {', '.join(chosen)} from read_parquet($path)"


def _literal(path: Path) -> str:
    """The path as a pattern that means this one file, whatever characters are in its name."""
    return "".join(f"[{character}]" if character in "*?[" else character for character in str(path.absolute()))
