"""Processes beside this one that do what they are told: work on one thing after the other, or on several at a time.

Each hangs on a pipe to this one and ends when the pipe does, at whatever it is: none outlives a program that was
killed.
"""

from __future__ import annotations

import multiprocessing
import os
import queue
import signal
import threading
import traceback
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import Any, Self, TypeVar

from reportedly.errors import ReportedlyError

LAST = 19  # in the queue for the processor, where a system has no class for what can wait
AHEAD = 3  # things for each process that are under way or wait for their turn: they are in memory

Item = TypeVar("Item")
Result = TypeVar("Result")
Given = tuple[object, ...]


class Broken(Exception):
    """What was done beside this process has met a bug of ours."""


class Ended(ReportedlyError):
    """A process beside this one was ended by another, or by the system."""


def here(work: Callable[..., Result], rows: Iterable[tuple[Item, Given]]) -> Iterator[tuple[Item, Result]]:
    """What the work makes of each row in this process, one after the other; as `Aside.each`."""
    for item, given in rows:
        yield item, work(*given)


Answer = tuple[Any, str | None, str | None]  # a result, or what is refused, or what broke


def answer(work: Callable[..., object], given: Given) -> Answer:
    """What to tell another process of the work, whatever comes of it."""
    try:
        return work(*given), None, None
    except ReportedlyError as error:
        return None, str(error), None
    except Exception:
        return None, None, traceback.format_exc()


def result_of(told: Answer) -> Any:
    """The result that another process has told; Broken, ReportedlyError."""
    result, refusal, bug = told
    if refusal is not None:
        raise ReportedlyError(refusal)
    if bug is not None:
        raise Broken(bug)
    return result


class Aside:
    """At most so many processes, started when there is work for them; `gently` leaves the machine to all others.

    Functions are told by their names, so they stand at the top of a module; what they are given and what they give is
    pickled.
    """

    def __init__(self, processes: int = 1, *, gently: bool = False) -> None:
        self._most = processes
        self._gently = gently
        self._members: list[_Member] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.end()

    def each(self, work: Callable[..., Result], rows: Iterable[tuple[Item, Given]]) -> Iterator[tuple[Item, Result]]:
        """What the work makes of each row, in their order, beside its item.

        Rows are taken as there is a process for them. Ended, Broken, and what the work refuses as a ReportedlyError.
        """
        rest = enumerate(rows)
        ready: deque[tuple[int, Given]] = deque()
        out: dict[int, Item] = {}
        done: dict[int, Result] = {}
        busy: dict[Connection, tuple[int, _Member]] = {}
        turn = 0

        def hand_out() -> None:
            while ready and (member := self._idle(busy)) is not None:
                number, given = ready.popleft()
                busy[member.pipe] = number, member
                member.begin(work, given)

        while True:
            # what is done ahead of its turn stays in memory, so there is an end to it
            while len(ready) < self._most and len(out) < AHEAD * self._most and (more := next(rest, None)) is not None:
                number, (item, given) = more
                out[number] = item
                ready.append((number, given))
                hand_out()
            hand_out()
            if not out:
                return
            for pipe in wait(list(busy)):
                assert isinstance(pipe, Connection)
                number, member = busy[pipe]
                done[number] = member.result()
                del busy[pipe]
            hand_out()
            while turn in done:
                yield out.pop(turn), done.pop(turn)
                turn += 1

    def end(self) -> None:
        """Ends the processes, whatever they are at."""
        for member in self._members:
            member.end()

    def _idle(self, busy: dict[Connection, tuple[int, _Member]]) -> _Member | None:
        for member in self._members:
            if member.pipe not in busy:
                return member
        if len(self._members) == self._most:
            return None
        self._members.append(_Member(self._gently))
        return self._members[-1]


class _Member:
    """One process."""

    def __init__(self, gently: bool) -> None:
        context = multiprocessing.get_context("spawn")  # a fork would share the threads of DuckDB and of the bar
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=_work, args=(theirs, gently), daemon=True)
        self._process.start()
        theirs.close()

    def begin(self, work: Callable[..., object], given: Given) -> None:
        try:
            self.pipe.send((work, given))
        except BrokenPipeError:
            raise self._ended() from None

    def result(self) -> Any:
        try:
            told: Answer = self.pipe.recv()
        except (EOFError, ConnectionResetError):
            raise self._ended() from None
        return result_of(told)

    def end(self) -> None:
        self.pipe.close()
        self._process.terminate()
        self._process.join()

    def _ended(self) -> Ended:
        self._process.join(1)
        return Ended(
            f"a process of this program was ended (status {self._process.exitcode}), as a system does that is short of "
            "memory; run it again, with fewer --processes"
        )


def _work(pipe: Connection, gently: bool) -> None:
    if gently:
        _give_way()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who leads
    told: queue.SimpleQueue[tuple[Callable[..., object], Given]] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(pipe, told), daemon=True).start()
    while True:
        work, given = told.get()
        try:
            pipe.send(answer(work, given))
        except (BrokenPipeError, ConnectionResetError):
            return


def _give_way() -> None:
    """Has this process run when no other wants to."""
    if hasattr(os, "SCHED_IDLE"):
        os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))
    elif hasattr(os, "nice"):
        os.nice(LAST)


def _listen(pipe: Connection, told: queue.SimpleQueue[tuple[Callable[..., object], Given]]) -> None:
    """Takes in what is to be done, and ends the process when whoever asks is gone."""
    try:
        while True:
            told.put(pipe.recv())
    except (EOFError, OSError):
        os._exit(0)
