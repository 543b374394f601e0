"""Long lists, a page at a time."""

from __future__ import annotations

from dataclasses import dataclass

SIZE = 50  # rows of a page


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """Which rows of a list are shown: the page, from 1, and how many rows there are in all."""

    page: int
    total: int
    size: int = SIZE

    @property
    def pages(self) -> int:
        """How many pages there are; one even when there is nothing."""
        return max(1, -(-self.total // self.size))


def bounds(page: int, size: int = SIZE) -> dict[str, int]:
    """The values that a query is cut by."""
    return {"limit": size, "offset": (page - 1) * size}
