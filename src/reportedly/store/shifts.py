"""Who changed their mind: positions in the order of their days, beside what the same holder stood for before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import NamedTuple

from reportedly.store.overviews.positions import ALIKE
from reportedly.store.words import words_in


class Dated(NamedTuple):
    """A position that is known to have been held at a moment."""

    holder: str
    number: int
    moment: float
    target: str
    stance: str
    article: str
    position: str

    @property
    def key(self) -> tuple[str, str]:
        """By which it is known outside of the store."""
        return self.article, self.position


def shifts(positions: Iterable[Dated]) -> Iterator[tuple[Dated, Dated]]:
    """Each position whose holder's latest earlier one on the same target was another, with that one.

    The positions come by holder, and of each in the order of their moments. Two of one moment are not in order.
    """
    for _, held in groupby(positions, key=lambda one: one.holder):
        past = _Past()
        for _, together in groupby(held, key=lambda one: one.moment):
            now = list(together)
            for one in now:
                before = past.on(one.target)
                if before is not None and before.stance != one.stance:
                    yield one, before
            for one in now:
                past.add(one)


class _Past:
    """What one holder stood for so far, found by the words of its target."""

    def __init__(self) -> None:
        self._held: list[tuple[Dated, int]] = []
        self._having: dict[str, list[int]] = {}

    def add(self, one: Dated) -> None:
        words = set(words_in(one.target))
        for word in words:
            self._having.setdefault(word, []).append(len(self._held))
        self._held.append((one, len(words)))

    def on(self, target: str) -> Dated | None:
        """The latest position on a target that means the same: half of the words of both, or more, are shared."""
        words = set(words_in(target))
        shared = Counter(place for word in words for place in self._having.get(word, ()))
        alike = (
            place for place, count in shared.items() if count >= ALIKE * (len(words) + self._held[place][1] - count)
        )
        latest = max(alike, default=None)
        return None if latest is None else self._held[latest][0]
