"""Articles read side by side in processes, each with a reader of its own on one thread, or in this process."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
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
    with Aside(processes, gently=gently) as beside:
        yield from beside.each(_read, ((group, (encoder, list(group.articles))) for group in groups))


def _alone(groups: Iterable[Given], encoder: EncoderName) -> Iterator[tuple[Given, list[Result]]]:
    reader = None
    for group in groups:
        reader = reader or load_reader(encoder)  # late: nothing to read, nothing to load
        yield group, list(reader.read_all(group.articles))


def load_reader(encoder: EncoderName) -> Reader:
    """The reader of this process, on one thread."""
    from reportedly.reading.reader import Reader

    return Reader.load(encoder=encoder, threads=1)


def _read(encoder: EncoderName, articles: Sequence[Article]) -> list[Result]:
    return list(_own_reader(encoder).read_all(articles))


@cache
def _own_reader(encoder: EncoderName) -> Reader:
    return load_reader(encoder)
