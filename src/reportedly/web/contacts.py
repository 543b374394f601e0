"""Contacts: a calendar of a month, lists of those to come and of the others, and a calendar file."""

from __future__ import annotations

from calendar import Calendar
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.store.overviews.contacts import Contact, Contacts, Found, List, Wanted
from reportedly.store.overviews.told_contacts import Told
from reportedly.store.questions import first_day, last_day
from reportedly.web.calendar_file import render_contacts
from reportedly.web.desk import Day, Kept, Page, Words
from reportedly.web.twins import twin

router = APIRouter(tags=["contacts"])

FIRST, LAST = "1000-01", "2999-12"  # months of a calendar
Month = Annotated[
    str | None, Query(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$", description="the month of the calendar, 2025-04")
]
Alone = Annotated[List | None, Query(description="one of the lists alone", alias="list")]
LONG = timedelta(days=7)  # what may be on more days than these fills no calendar
SHOWN = 5  # contacts in a square of the calendar; the others are counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A day of the calendar with contacts that may be on it, and how many more there are."""

    day: str
    inside: bool  # of the month
    contacts: tuple[Contact, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The contacts, and the month that the calendar shows with the months before and after it."""

    month: str
    before: str | None
    after: str | None
    today: str
    weeks: tuple[tuple[Square, ...], ...] | None  # None where one list is asked for alone
    contacts: Contacts
    party: str | None
    kind: str | None
    status: str | None
    since: str | None
    until: str | None


@twin(router, "/contacts", "contacts.html.jinja")
def contacts(
    store: Kept,
    month: Month = None,
    party: Words = None,
    kind: ContactKind | None = None,
    status: ContactStatus | None = None,
    since: Day = None,
    until: Day = None,
    alone: Alone = None,
    page: Page = 1,
) -> Shown:
    """Contacts of a month as a calendar; those to come, the nearest first; and the others, the latest first."""
    today = date.today()
    found = Found(store, _wanted(party, kind, status, since, until), today)
    first = _first(month, found, today)
    named = f"{first:%Y-%m}"
    return Shown(
        month=named,
        before=f"{first - timedelta(days=1):%Y-%m}" if named > FIRST else None,
        after=f"{first + timedelta(days=31):%Y-%m}" if named < LAST else None,
        today=today.isoformat(),
        weeks=_weeks(first, found) if alone is None else None,
        contacts=found.contacts(only=alone, page=page),
        party=party,
        kind=kind,
        status=status,
        since=since,
        until=until,
    )


@router.get("/contacts.ics", response_class=Response, responses={200: {"content": {"text/calendar": {}}}})
def calendar_file(
    request: Request,
    store: Kept,
    party: Words = None,
    kind: ContactKind | None = None,
    status: ContactStatus | None = None,
    since: Day = None,
    until: Day = None,
) -> Response:
    """The contacts to come as a calendar file (RFC 5545); with a status or days, those of this status and these days.

    Contacts of which no day is known are left out: a calendar has no place for them.
    """
    found = Found(store, _wanted(party, kind, status, since, until), date.today())
    names: list[List] = ["to-come"]
    if since or until:
        names.append("overdue")
    if status:
        names = ["to-come", "overdue", "past"]
    told = [one for name in names for one in found.lists[name]]
    scheme = "https" if request.app.state.access.secure else "http"
    text = render_contacts(found.whole(told), desk=f"{scheme}://{request.url.netloc}")
    return Response(text, media_type="text/calendar")


def _wanted(
    party: str | None, kind: ContactKind | None, status: ContactStatus | None, since: str | None, until: str | None
) -> Wanted:
    return Wanted(
        party=party,
        kind=kind,
        status=status,
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
    )


def _first(month: str | None, found: Found, today: date) -> date:
    """The month that is asked for, else that of the next contact from today on, else of the latest that has a day."""
    if month:
        return date.fromisoformat(f"{month}-01")
    next_ones = [one.first for one in found.lists["to-come"] if one.first and one.first >= today.isoformat()]
    days = next_ones[:1] or [one.first for one in (*found.lists["overdue"], *found.lists["past"]) if one.first][:1]
    day = next((day for day in days if FIRST <= day[:7] <= LAST), today.isoformat())
    return date.fromisoformat(day).replace(day=1)


def _weeks(first: date, found: Found) -> tuple[tuple[Square, ...], ...]:
    weeks = Calendar().monthdatescalendar(first.year, first.month)
    begins, ends = weeks[0][0].isoformat(), weeks[-1][-1].isoformat()
    short = [one for one in found.between(begins, ends) if not _is_long(one)]
    on = {day: [one for one in short if one.overlaps(day.isoformat(), None)] for week in weeks for day in week}
    seen = list({id(one): one for own in on.values() for one in own[:SHOWN]}.values())
    whole = dict(zip(map(id, seen), found.whole(seen), strict=True))
    return tuple(tuple(_square(day, day.month == first.month, on[day], whole) for day in week) for week in weeks)


def _square(day: date, inside: bool, own: Sequence[Told], whole: dict[int, Contact]) -> Square:
    shown = tuple(whole[id(one)] for one in own[:SHOWN])
    return Square(day=day.isoformat(), inside=inside, contacts=shown, more=len(own) - len(shown))


def _is_long(one: Told) -> bool:
    if not one.first or not one.last:
        return False
    return date.fromisoformat(one.last) - date.fromisoformat(one.first) > LONG
