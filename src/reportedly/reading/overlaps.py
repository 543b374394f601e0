"""Places that may lie in each other, to ask which of them share something with another place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate


class Overlaps:
    """Places [start, end), each known by its position among those given."""

    def __init__(self, places: Iterable[tuple[int, int]]) -> None:
        self._places = sorted((start, end, number) for number, (start, end) in enumerate(places))
        self._starts = [start for start, _, _ in self._places]
        self._reach = list(accumulate((end for _, end, _ in self._places), max))  # how far those up to each one go

    def at(self, start: int, end: int) -> list[int]:
        """The numbers of the places that share something with [start, end), in their order."""
        found, at = [], bisect_left(self._starts, end)
        while at and self._reach[at - 1] > start:
            at -= 1
            if self._places[at][1] > start:
                found.append(self._places[at][2])
        return sorted(found)
