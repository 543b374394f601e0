"""A process beside this one that does what it is told, one thing after the other.

It hangs on a pipe to this one and ends when the pipe does, at whatever it is: none outlives a program that was killed.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, Self, TypeVar

from reportedly.errors import ReportedlyError

LAST = 19  # in the queue for the processor, where a system has no class for what can wait

Result = TypeVar("Result")


class Broken(Exception):
    """What was done beside this process has met a bug of ours."""


class Ended(ReportedlyError):
    """A process beside this one was ended by another, or by the system."""


class Aside:
    """One such process; `gently` leaves the machine to whoever else needs it.

    Functions are told by their names, so they stand at the top of a module; what they are given and what they give is
    pickled.
    """

    def __init__(self, *, gently: bool = False) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would share the threads of DuckDB and of the bar
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, gently), daemon=True)
        self._process.start()
        theirs.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def do(self, work: Callable[..., Result], *given: object) -> Result:
        """What the work makes of what it is given; Ended, Broken, and what it refuses as a ReportedlyError."""
        self.start(work, *given)
        result: Result = self.result()
        return result

    def start(self, work: Callable[..., object], *given: object) -> None:
        """Has it begin; Ended."""
        try:
            self.pipe.send((work, given))
        except BrokenPipeError:
            raise self._ended() from None

    def result(self) -> Any:
        """What came of what was begun first; waits for it, and raises as `do` does."""
        try:
            result, refusal, bug = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended() from None
        if refusal is not None:
            raise ReportedlyError(refusal)
        if bug is not None:
            raise Broken(bug)
        return result

    def end(self) -> None:
        """Ends the process, whatever it is at."""
        self.pipe.close()
        self._process.terminate()
        self._process.join()

    def _ended(self) -> Ended:
        self._process.join(1)
        return Ended(
            f"a process of this program was ended (status {self._process.exitcode}), as a system does that is short of "
            "memory; run it again, where it reads with fewer --processes"
        )


def _work(pipe: Connection, gently: bool) -> None:
    if gently:
        _give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who leads
    told: queue.SimpleQueue[tuple[Callable[..., object], tuple[object, ...]]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, told), daemon=True).start()
    while True:
        work, given = told.get()
        try:
            answer: tuple[object, str | None, str | None] = (work(*given), None, None)
        except ReportedlyError as error:
            answer = (None, str(error), None)
        except Exception:
            answer = (None, None, traceback.format_exc())
        try:
            pipe.send(answer)
        except (BrokenPipeError, ConnectionResetError):
            return


def _give_way() -> None:
    """Has this process run when no other wants to."""
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(LAST)


def _listen(pipe: Connection, told: queue.SimpleQueue[tuple[Callable[..., object], tuple[object, ...]]]) -> None:
    """Takes in what is to be done, and ends the process when whoever asks is gone."""
    try:
        while True:
            told.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)
