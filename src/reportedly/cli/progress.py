"""How far a long command has come, for whoever waits for it at a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PATIENCE = 1.0  # seconds without a word: what is shorter is not worth a bar


class Progress(Protocol):
    """Counts what is done."""

    def one_more(self, *, failed: bool) -> None:
        """Another article is done."""


class Silence:
    """Shows nothing."""

    def one_more(self, *, failed: bool) -> None:
        """Nothing."""


@contextmanager
def show_progress(*, total: int | None, wanted: bool) -> Iterator[Progress]:
    """A bar on standard error, from the second second on; nothing where that is no terminal, or it is not wanted."""
    if not wanted or not sys.stderr.isatty():
        yield Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("reading"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[failed]}"),
        TimeElapsedColumn(),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("", total=total, failed="")
    failures = 0

    class Shown:
        def one_more(self, *, failed: bool) -> None:
            nonlocal failures
            failures += failed
            bar.update(task, advance=1, failed=f"{failures} failed" if failures else "")

    with shown_late(bar):
        yield Shown()


@contextmanager
def shown_late(bar: Bar) -> Iterator[None]:
    """The bar, from the second second on."""
    timer = Timer(PATIENCE, bar.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()
        bar.stop()
