"""Positions: who stands where on what, as a matrix and as a list."""

from __future__ import annotations

from fastapi import APIRouter

from reportedly.store.overviews.positions import Positions
from reportedly.store.overviews.positions import positions as find
from reportedly.store.questions import first_day, last_day
from reportedly.web.desk import Day, Kept, Page, Words
from reportedly.web.twins import twin

router = APIRouter(tags=["positions"])


@twin(router, "/positions", "positions.html.jinja")
def positions(store: Kept, q: Words = None, since: Day = None, until: Day = None, page: Page = 1) -> Positions:
    """Positions, the latest first, with these words in holder or target; changes of mind are marked."""
    return find(
        store,
        words=q or None,
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        page=page,
    )
