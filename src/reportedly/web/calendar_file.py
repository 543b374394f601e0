"""Contacts of many articles as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from reportedly.records.values import content_id
from reportedly.render.inert import one_line
from reportedly.store.overviews.contacts import Contact

STATUS: dict[str, str] = {
    "held": "CONFIRMED", "planned": "CONFIRMED", "possible": "TENTATIVE", "cancelled": "CANCELLED",
    "refused": "CANCELLED",
}  # fmt: skip


def render_contacts(contacts: Iterable[Contact]) -> str:
    """One calendar (RFC 5545) with an all-day event for each contact whose days are known, and all who tell of it."""
    calendar = Calendar()
    calendar.add("prodid", "-//reportedly//desk//EN")
    calendar.add("version", "2.0")
    for contact in contacts:
        if contact.from_day is not None:
            calendar.add_component(_event(contact, date.fromisoformat(contact.from_day)))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _event(contact: Contact, first: date) -> Event:
    last = date.fromisoformat(contact.to_day) if contact.to_day else first
    event = Event()
    event.add("uid", f"{content_id('e', contact.kind, *sorted(contact.parties), first.isoformat())}@reportedly")
    event.add("dtstamp", datetime(first.year, first.month, first.day, tzinfo=UTC))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))  # RFC 5545: the day after the last
    event.add("summary", f"{contact.kind.capitalize()}: {' × '.join(map(one_line, contact.parties))}")
    event.add("status", STATUS[contact.status])
    if contact.place:
        event.add("location", one_line(contact.place))
    event.add(
        "description", "\n".join(f"{one_line(t.outlet or t.article)}: “{one_line(t.words)}”" for t in contact.tellers)
    )
    return event
