"""Processes that read side by side, each with a reader of its own on one thread; results come in the given order.

Each process hangs on a pipe to this one and ends when the pipe does, so none outlives a program that was killed.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import traceback
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from typing import TYPE_CHECKING, Protocol, TypeVar

from reportedly.errors import ReportedlyError
from reportedly.reading.shipped import BEST, EncoderName
from reportedly.records import Article, Failure, Reading

if TYPE_CHECKING:
    from reportedly.reading.reader import Reader

Result = Reading | Failure


class Group(Protocol):
    """Articles that are read together."""

    @property
    def articles(self) -> Sequence[Article]:
        """The articles."""


GENTLY = 10  # how far behind others in the queue for the processor
Given = TypeVar("Given", bound=Group)


class Broken(Exception):
    """A process that reads has met a bug of ours."""


def read_groups(
    groups: Iterable[Given], *, processes: int, encoder: EncoderName = BEST, gently: bool = False
) -> Iterator[tuple[Given, list[Result]]]:
    """Each group with the results of its articles, in order; with one process, this one reads.

    Processes that read `gently` leave the machine to whoever else needs it.
    """
    if processes == 1:
        yield from _alone(groups, encoder)
        return
    crew = _Crew(processes, encoder, gently)
    try:
        yield from crew.read(groups)
    finally:
        crew.end()


def _alone(groups: Iterable[Given], encoder: EncoderName) -> Iterator[tuple[Given, list[Result]]]:
    reader = None
    for group in groups:
        reader = reader or load_reader(encoder)  # late: nothing to read, nothing to load
        yield group, list(reader.read_all(group.articles))


def load_reader(encoder: EncoderName) -> Reader:
    """The reader of this process, on one thread."""
    from reportedly.reading.reader import Reader

    return Reader.load(encoder=encoder, threads=1)


class _Crew:
    """The processes, started one by one as there is work for them; each has one group at a time."""

    def __init__(self, most: int, encoder: EncoderName, gently: bool) -> None:
        self._most = most
        self._encoder = encoder
        self._gently = gently
        self._members: list[tuple[SpawnProcess, Connection]] = []
        self._busy: dict[Connection, int] = {}

    def read(self, groups: Iterable[Given]) -> Iterator[tuple[Given, list[Result]]]:
        rest = enumerate(groups)
        ready: deque[tuple[int, Given]] = deque()
        out: dict[int, Given] = {}
        done: dict[int, list[Result]] = {}
        turn = 0
        while True:
            # what is read ahead of its turn stays in memory, so there is an end to it
            while len(ready) < self._most and len(out) < 3 * self._most and (more := next(rest, None)) is not None:
                ready.append(more)
                out[more[0]] = more[1]
                self._hand_out(ready)
            self._hand_out(ready)
            if not out:
                return
            done.update(self._take_in())
            self._hand_out(ready)
            while turn in done:
                yield out.pop(turn), done.pop(turn)
                turn += 1

    def _hand_out(self, ready: deque[tuple[int, Given]]) -> None:
        while ready and (connection := self._idle()) is not None:
            number, group = ready.popleft()
            self._busy[connection] = number
            try:
                connection.send(list(group.articles))
            except BrokenPipeError:
                raise self._ended(connection) from None

    def _idle(self) -> Connection | None:
        for _, connection in self._members:
            if connection not in self._busy:
                return connection
        if len(self._members) == self._most:
            return None
        context = multiprocessing.get_context("spawn")  # a fork would share the threads of DuckDB and of the bar
        ours, theirs = context.Pipe()
        member = context.Process(target=_work, args=(theirs, self._encoder, self._gently), daemon=True)
        member.start()
        theirs.close()
        self._members.append((member, ours))
        return ours

    def _take_in(self) -> Iterator[tuple[int, list[Result]]]:
        for connection in wait(list(self._busy)):
            assert isinstance(connection, Connection)
            try:
                results, refusal, bug = connection.recv()
            except (EOFError, ConnectionResetError):
                raise self._ended(connection) from None
            if refusal is not None:
                raise ReportedlyError(refusal)
            if bug is not None:
                raise Broken(bug)
            yield self._busy.pop(connection), results

    def _ended(self, connection: Connection) -> ReportedlyError:
        member = next(member for member, other in self._members if other is connection)
        member.join(1)
        return ReportedlyError(
            f"a process that reads was ended (status {member.exitcode}); run it again, where memory is short with "
            "fewer --processes"
        )

    def end(self) -> None:
        """Ends the processes, whatever they are at."""
        for member, connection in self._members:
            connection.close()
            member.terminate()
        for member, _ in self._members:
            member.join()


def _work(connection: Connection, encoder: EncoderName, gently: bool) -> None:
    """Reads the groups that come through the pipe until it ends."""
    if gently and hasattr(os, "nice"):
        os.nice(GENTLY)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the one who leads
    try:
        reader = load_reader(encoder)
        while True:
            try:
                articles = connection.recv()
            except EOFError:
                return
            connection.send((list(reader.read_all(articles)), None, None))
    except (BrokenPipeError, ConnectionResetError):
        return
    except ReportedlyError as error:
        connection.send((None, str(error), None))
    except Exception:
        connection.send((None, None, traceback.format_exc()))
