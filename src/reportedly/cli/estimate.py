"""How long a command that reads will still take, for whoever waits for it at a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from reportedly.cli import progress

if TYPE_CHECKING:
    from reportedly.adding.adding import Estimate

SURE_AFTER = 5.0  # seconds of reading: the first group takes long, and says little about the rest


class Pace:
    """How quickly bytes are read: those that need reading, since the rest is passed over in no time."""

    def __init__(self, total: int | None, *, started: float) -> None:
        self._total = total
        self._started = started
        self._passed = 0
        self._read = 0

    def passed(self, size: int) -> None:
        """Counts bytes that need no reading."""
        self._passed += size

    def read(self, size: int) -> None:
        """Counts bytes that have been read."""
        self._read += size

    def seconds_left(self, now: float) -> float | None:
        """The time for all bytes that are left, as if all of them need reading; None while nobody can say."""
        took = now - self._started
        if self._total is None or not self._read or took < SURE_AFTER:
            return None
        return max(0, self._total - self._passed - self._read) * took / self._read


@contextmanager
def show_estimate(*, total: int | None) -> Iterator[Estimate]:
    """A bar on standard error with the time that is left, from the second second on; nothing where that is no terminal.

    `total` is the size of the inputs in bytes, None when it cannot be known.
    """
    if not sys.stderr.isatty():
        yield _Silence()
        return
    from rich.console import Console
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    bar = Bar(
        TextColumn("reading"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[counts]}"),
        TimeElapsedColumn(),
        TextColumn("{task.fields[left]}"),
        console=Console(stderr=True),
        transient=True,
    )
    task = bar.add_task("", total=total, counts="", left="")
    pace = Pace(total, started=time.monotonic())
    counts = {"read": 0, "there already": 0, "failed": 0}

    class Shown:
        def passed(self, size: int) -> None:
            counts["there already"] += 1
            pace.passed(size)
            self._show(size)

        def read(self, size: int, *, failed: bool) -> None:
            counts["failed" if failed else "read"] += 1
            pace.read(size)
            self._show(size)

        def _show(self, size: int) -> None:
            left = pace.seconds_left(time.monotonic())
            bar.update(
                task,
                advance=size,
                counts=", ".join(f"{count:,} {what}" for what, count in counts.items() if count),
                left="" if left is None else f"{clock(left)} left",
            )

    with progress.shown_late(bar):
        yield Shown()


def clock(seconds: float) -> str:
    """ "0:45", "12:30", "3:05:00": hours, minutes, seconds."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


class _Silence:
    """Shows nothing."""

    def passed(self, size: int) -> None:
        """Nothing."""

    def read(self, size: int, *, failed: bool) -> None:
        """Nothing."""
