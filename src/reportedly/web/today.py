"""The first page: what is new."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter

from reportedly.store.overviews.today import Today
from reportedly.store.overviews.today import today as find_today
from reportedly.web.desk import Kept
from reportedly.web.twins import twin

router = APIRouter(tags=["overviews"])


@twin(router, "/", "today.html.jinja")
def today(store: Kept, day: date | None = None) -> Today:
    """The newest stories, claims that rest on one origin, and the contacts planned from this day on."""
    return find_today(store, day or date.today())
