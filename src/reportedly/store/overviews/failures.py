"""What could not be read, and why."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut, bounds

ROWS = "select id, source, reason, read_by from failure order by rowid desc limit $limit offset $offset"


@dataclass(frozen=True, slots=True, kw_only=True)
class FailureRow:
    """An article that could not be read; the reason says what to do."""

    id: str | None
    source: str | None
    reason: str
    read_by: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Failures:
    """A page of them, the latest first."""

    rows: tuple[FailureRow, ...]
    cut: Cut


def failures(store: Store, *, page: int = 1) -> Failures:
    """A page of what could not be read, the latest first."""
    ((total,),) = store.query("select count(*) from failure")
    rows = store.query(ROWS, bounds(page))
    return Failures(
        rows=tuple(FailureRow(id=id, source=source, reason=reason, read_by=by) for id, source, reason, by in rows),
        cut=Cut(page=page, total=total),
    )
