"""Long lists, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

SIZE = 50  # rows of a page
PART = 25  # rows of one of several lists on a page

Row = TypeVar("Row")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Which rows of a list are shown: the page, from 1, and how many rows there are in all.

    `list` is the name by which one of several lists of a page is asked for alone. `next` and `previous` are addresses,
    where there is such a page; whoever serves the list knows them.
    """

    page: int
    total: int
    size: int = SIZE
    list: str | None = None
    next: str | None = None
    previous: str | None = None

    @property
    def pages(self) -> int:
        """How many pages there are; one even when there is nothing."""
        return max(1, -(-self.total // self.size))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part(Generic[Row]):
    """One of several lists on a page, cut; `total` rows there are."""

    rows: tuple[Row, ...]
    cut: Cut

    @property
    def total(self) -> int:
        """How many rows there are in all."""
        return self.cut.total


def bounds(page: int, size: int = SIZE) -> dict[str, int]:
    """The values that a query is cut by."""
    return {"limit": size, "offset": (page - 1) * size}
