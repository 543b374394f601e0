"""Processes that read side by side, each with a reader of its own on one thread; results come in the given order."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Protocol, TypeVar

from reportedly.aside import Aside
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


Given = TypeVar("Given", bound=Group)


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
        self._members: list[Aside] = []
        self._busy: dict[Connection, tuple[int, Aside]] = {}

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
        while ready and (member := self._idle()) is not None:
            number, group = ready.popleft()
            self._busy[member.pipe] = number, member
            member.start(_read, self._encoder, list(group.articles))

    def _idle(self) -> Aside | None:
        for member in self._members:
            if member.pipe not in self._busy:
                return member
        if len(self._members) == self._most:
            return None
        self._members.append(Aside(gently=self._gently))
        return self._members[-1]

    def _take_in(self) -> Iterator[tuple[int, list[Result]]]:
        for pipe in wait(list(self._busy)):
            assert isinstance(pipe, Connection)
            number, member = self._busy[pipe]
            results = member.result()
            del self._busy[pipe]
            yield number, results

    def end(self) -> None:
        """Ends the processes, whatever they are at."""
        for member in self._members:
            member.end()


def _read(encoder: EncoderName, articles: Sequence[Article]) -> list[Result]:
    return list(_own_reader(encoder).read_all(articles))


@cache
def _own_reader(encoder: EncoderName) -> Reader:
    return load_reader(encoder)
