"""The first page: what is new."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from reportedly.store.overviews.today import Today
from reportedly.store.overviews.today import today as find_today
from reportedly.store.questions import first_day
from reportedly.web.desk import Kept
from reportedly.web.twins import twin

router = APIRouter(tags=["overviews"])


OneDay = Annotated[
    str | None, Query(pattern=r"^[1-9][0-9]{3}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$", description="2025-04-24")
]


@twin(router, "/", "today.html.jinja")
def today(store: Kept, day: OneDay = None) -> Today:
    """The newest stories, claims that rest on one origin, and the contacts planned from this day on."""
    return find_today(store, date.fromisoformat(first_day(day)) if day else date.today())
