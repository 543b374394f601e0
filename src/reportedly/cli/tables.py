"""A folder of CSV tables that is written row by row, and there whole or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from reportedly.cli.folder import open_folder
from reportedly.cli.output import Output
from reportedly.records.reading import Failure, Reading
from reportedly.render.tables import COLUMNS, inert_cell, render_row, rows_of


class Tables:
    """Takes readings and failures and writes their rows at once."""

    def __init__(self, files: dict[str, Output]) -> None:
        self._files = files

    def write(self, result: Reading | Failure) -> None:
        """Writes the rows of one reading or failure, each to its table."""
        for table, row in rows_of(result):
            self._files[table].write(render_row([inert_cell(cell) for cell in row]))


@contextmanager
def open_tables(folder: str) -> Iterator[Tables]:
    """Tables in a new folder, or in the place of such tables; Misused where it cannot be made or holds other files."""
    with open_folder(folder, of="such tables", ours=_names().__contains__) as part, ExitStack() as opened:
        files = {name: Output(opened.enter_context((part / f"{name}.csv").open("wb"))) for name in COLUMNS}
        for name, columns in COLUMNS.items():
            files[name].write(render_row(columns))
        yield Tables(files)
        opened.close()  # before the folder takes its name


def _names() -> set[str]:
    return {f"{name}.csv" for name in COLUMNS}
