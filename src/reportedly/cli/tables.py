"""A folder of CSV tables that is written row by row, and there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from reportedly.cli.output import Output
from reportedly.cli.told import Misused
from reportedly.records.reading import Failure, Reading
from reportedly.render.tables import COLUMNS, render_row, rows_of


class Tables:
    """Takes readings and failures and writes their rows at once."""

    def __init__(self, files: dict[str, Output]) -> None:
        self._files = files

    def write(self, result: Reading | Failure) -> None:
        """Writes the rows of one reading or failure, each to its table."""
        for table, row in rows_of(result):
            self._files[table].write(render_row(row))


@contextmanager
def open_tables(folder: str) -> Iterator[Tables]:
    """Tables in a new or empty folder; Misused where it cannot be made or holds other files.

    The folder takes its name when all is written; after an error or an interruption nothing has changed.
    """
    target = Path(folder).resolve()
    if target.exists() and (not target.is_dir() or {p.name for p in target.iterdir()} - _names()):
        raise Misused(f"{folder} holds other things than such tables; name a new folder for them")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise Misused(f"{folder} cannot be written: {error.strerror}") from error
    try:
        with ExitStack() as opened:
            files = {name: Output(opened.enter_context((part / f"{name}.csv").open("wb"))) for name in COLUMNS}
            for name, columns in COLUMNS.items():
                files[name].write(render_row(columns))
            yield Tables(files)
        if target.exists():
            shutil.rmtree(target)
        part.replace(target)
    finally:
        shutil.rmtree(part, ignore_errors=True)


def _names() -> set[str]:
    return {f"{name}.csv" for name in COLUMNS}
