"""Rows into tables: a whole table at once, each column bound as one list."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import Any

import duckdb

Row = tuple[Any, ...]


def insert(
    connection: duckdb.DuckDBPyConnection, columns: Mapping[str, Sequence[str]], rows: Mapping[str, Sequence[Row]]
) -> None:
    """Inserts the rows of each table, whose columns are named; row by row would take ten times as long."""
    for table, named in columns.items():
        if rows.get(table):
            values = {f"c{place}": list(column) for place, column in enumerate(zip(*rows[table], strict=True))}
            names = ", ".join(f'"{column}"' for column in named)
            cells = ", ".join(f"unnest($c{place})" for place in range(len(named)))
            connection.execute(f'insert into "{table}" ({names}) select {cells}', values)


@contextmanager
def transaction(connection: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """All of what is written inside it, or none."""
    connection.execute("begin")
    try:
        yield
        connection.execute("commit")
    except BaseException:
        with suppress(duckdb.Error):  # a commit that failed has ended it already; what made it fail is told
            connection.execute("rollback")
        raise
