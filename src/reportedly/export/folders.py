"""A store as folders of files: CSV tables, Parquet tables, JSON Lines with the trace beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TextIO

from reportedly.export import kept
from reportedly.export.columns import COLUMNS, FRACTIONS, NUMBERS, PLACE_IN_TEXT, TRUTHS, rows
from reportedly.export.fitting import json_line
from reportedly.export.places import open_folder, open_text
from reportedly.records.codec import TRACE_VERSION, encode, render_line
from reportedly.render.tables import inert_cell, render_row
from reportedly.store.database import Store

LONGEST = 2**29  # bytes of a row: an article of 20 million characters, each written in several bytes


def export_csv(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes a folder of CSV tables (RFC 4180, UTF-8), in which no cell is a formula for a spreadsheet."""
    with open_folder(out, _named("csv"), replace=replace) as folder, ExitStack() as opened:
        files = {table: opened.enter_context(open_text(folder / f"{table}.csv")) for table in COLUMNS}
        for table, columns in COLUMNS.items():
            files[table].write(render_row(columns))
        for table, row in rows(store):
            files[table].write(render_row([inert_cell(cell) for cell in row]))


def export_parquet(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes a folder of Parquet tables, their words exactly those of the articles."""
    with open_folder(out, _named("parquet"), replace=replace) as folder:
        with ExitStack() as opened:
            files = {table: opened.enter_context(open_text(folder / f"{table}.jsonl")) for table in COLUMNS}
            for table, row in rows(store):
                cells = dict(zip(COLUMNS[table], row, strict=True))
                files[table].write(json_line({name: _typed(name, cell) for name, cell in cells.items()}))
        for table, columns in COLUMNS.items():
            lines = folder / f"{table}.jsonl"
            types = ", ".join(f"{_quoted(name)}: {_quoted(_type(table, name))}" for name in columns)
            listed = ", ".join(f'"{name}"' for name in columns)
            source = f"read_json({_quoted(str(lines))}, format = 'newline_delimited', columns = {{{types}}}, "
            source += f"maximum_object_size = {LONGEST})"
            target = _quoted(str(folder / f"{table}.parquet"))
            store.query(f"copy (select {listed} from {source}) to {target} (format parquet, compression zstd)")
            lines.unlink()


def export_jsonl(store: Store, out: str | Path, *, replace: bool = False) -> None:
    """Writes a folder with the readings and failures, a line each, the trace, and who is who across articles."""
    names = ("readings.jsonl", "trace.json", "entities.jsonl", "identities.jsonl")
    with open_folder(out, names, replace=replace) as folder:
        with open_text(folder / "readings.jsonl") as lines:
            for result in kept.results(store):
                lines.write(render_line(result) + "\n")
        with open_text(folder / "trace.json") as document:
            _write_trace(store, document)
        for name, records in (("entities", kept.entities(store)), ("identities", kept.identities(store))):
            with open_text(folder / f"{name}.jsonl") as lines:
                lines.writelines(json_line(encode(record)) for record in records)


def _write_trace(store: Store, document: TextIO) -> None:
    """The trace as one JSON document, written record by record."""
    document.write(f'{{"trace":{TRACE_VERSION}')
    for name, records in (
        ("stories", kept.stories(store)), ("claims", kept.claims(store)), ("derivations", kept.derivations(store)),
    ):  # fmt: skip
        document.write(f',\n"{name}":[')
        document.writelines(_separated(records))
        document.write("]")
    document.write("}\n")


def _separated(records: Iterable[object]) -> Iterator[str]:
    between = "\n"
    for record in records:
        yield between + json_line(encode(record)).rstrip("\n")
        between = ",\n"


def _typed(column: str, cell: str | int | float | None) -> str | int | float | bool | None:
    return cell == "true" if column in TRUTHS else cell


def _type(table: str, column: str) -> str:
    if column in NUMBERS and (table, column) not in PLACE_IN_TEXT:
        return "BIGINT"
    return "DOUBLE" if column in FRACTIONS else "BOOLEAN" if column in TRUTHS else "VARCHAR"


def _quoted(value: str) -> str:
    """The value as a string of SQL."""
    return "'" + value.replace("'", "''") + "'"


def _named(ending: str) -> tuple[str, ...]:
    return tuple(f"{table}.{ending}" for table in COLUMNS)
