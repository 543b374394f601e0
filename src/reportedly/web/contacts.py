"""Contacts: a calendar of those to come, a list of the others, and a calendar file."""

from __future__ import annotations

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Response

from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.store.overviews.contacts import Contact, Contacts
from reportedly.store.overviews.contacts import contacts as find
from reportedly.web.calendar_file import render_contacts
from reportedly.web.desk import Kept, Words
from reportedly.web.twins import twin

router = APIRouter(tags=["contacts"])

Month = Annotated[
    str | None, Query(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", description="the month of the calendar, 2025-04")
]
LONG = timedelta(days=7)  # what may be on more days than these fills no calendar


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day of the calendar with the contacts that may be on it."""

    day: str
    inside: bool  # of the month
    contacts: tuple[Contact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The contacts, and the month that the calendar shows with the months before and after it."""

    month: str
    before: str
    after: str
    today: str
    weeks: tuple[tuple[Square, ...], ...]
    contacts: Contacts
    party: str | None
    kind: str | None
    status: str | None


@twin(router, "/contacts", "contacts.html.jinja")
def contacts(
    store: Kept,
    month: Month = None,
    party: Words = None,
    kind: ContactKind | None = None,
    status: ContactStatus | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Found:
    """Contacts to come as a calendar and in their order, and those of the past, the latest first."""
    found = find(store, kind=kind, status=status, party=party or None, since=since, until=until)
    today = date.today()
    first = _first(month, found, today)
    return Found(
        month=f"{first:%Y-%m}",
        before=f"{first - timedelta(days=1):%Y-%m}",
        after=f"{first + timedelta(days=31):%Y-%m}",
        today=today.isoformat(),
        weeks=_weeks(first, found),
        contacts=found,
        party=party or None,
        kind=kind,
        status=status,
    )


@router.get("/contacts.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def calendar_file(store: Kept, party: Words = None) -> Response:
    """The contacts to come as a calendar file (RFC 5545)."""
    return Response(render_contacts(find(store, party=party or None).to_come), media_type="text/calendar")


def _first(month: str | None, found: Contacts, today: date) -> date:
    """The month that is asked for, else that of the next contact from today on, else of the latest to come."""
    if month:
        return date.fromisoformat(f"{month}-01")
    days = [one.from_day for one in found.to_come if one.from_day]
    later = [day for day in days if day >= today.isoformat()]
    day = date.fromisoformat(min(later) if later else max(days, default=today.isoformat()))
    return day.replace(day=1)


def _weeks(first: date, found: Contacts) -> tuple[tuple[Square, ...], ...]:
    return tuple(
        tuple(
            Square(
                day=day.isoformat(),
                inside=day.month == first.month,
                contacts=tuple(one for one in found.to_come if one.on(day) and not _is_long(one)),
            )
            for day in week
        )
        for week in Calendar().monthdatescalendar(first.year, first.month)
    )


def _is_long(one: Contact) -> bool:
    if not one.from_day or not one.to_day:
        return False
    return date.fromisoformat(one.to_day) - date.fromisoformat(one.from_day) > LONG
