"""Contacts to come as a calendar file (RFC 5545) that calendar programs open."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from reportedly.records import Contact, Reading
from reportedly.records.values import content_id
from reportedly.render.inert import one_line
from reportedly.render.outline import Outline
from reportedly.render.parts import is_of_the_web

HALF = (
    "The article gives the first day on which it may be, not the day.",
    "The article gives the last day, not the day.",
)


def render_calendar(readings: Iterable[Reading]) -> str:
    """One calendar with an all-day event for each planned or possible contact whose days are known.

    Each event names the parties, the place, who tells of it and the words of the article. A possible one is tentative,
    and so is one of which only the first or the last day is known: it stands on that day, and says so.
    Its uid comes from its content, so that a calendar that takes the file twice keeps it once.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//reportedly//contacts//EN")
    calendar.add("version", "2.0")
    for reading in readings:
        outline = Outline(reading)
        for contact in outline.contacts():
            days = days_of_contact(contact)
            if contact.status in ("planned", "possible") and days is not None:
                calendar.add_component(_event(outline, contact, *days))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def days_of_contact(contact: Contact) -> tuple[date, date] | None:
    """The first and last day on which a contact may be; None where the text does not tell."""
    if contact.on is None:
        return None
    first, last = contact.on.from_ or contact.on.to, contact.on.to or contact.on.from_
    return None if first is None or last is None else (date.fromisoformat(first), date.fromisoformat(last))


def _event(outline: Outline, contact: Contact, first: date, last: date) -> Event:
    article = outline.article
    event = Event()
    event.add(
        "uid", f"{content_id('e', article.id, contact.kind, contact.evidence.text, first.isoformat())}@reportedly"
    )
    event.add("dtstamp", _moment(article.published, first))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))  # RFC 5545: the day after the last
    event.add("transp", "TRANSPARENT")  # others meet: whoever keeps the calendar is free
    event.add("summary", f"{contact.kind.capitalize()}: {' × '.join(outline.label(id) for id in contact.parties)}")
    span = _span_of(contact)
    event.add("status", "TENTATIVE" if contact.status == "possible" or span in HALF else "CONFIRMED")
    if contact.place:
        event.add("location", one_line(contact.place.text))
    teller = outline.entry_of(contact.statement)
    lines = [
        f"“{one_line(contact.evidence.text)}”",
        f"according to {teller.speaker.label}" if teller else "",
        ", ".join(one_line(part) for part in (article.outlet, article.title) if part),
        span or "",
    ]
    event.add("description", "\n".join(filter(None, lines)))
    if article.url and is_of_the_web(article.url):  # calendar programs open it at a click
        event.add("url", article.url)
    return event


def _span_of(contact: Contact) -> str | None:
    """What to say of days that are not one known day."""
    first, last = (contact.on.from_, contact.on.to) if contact.on else (None, None)
    if first and last:
        return None if first == last else "The article gives a span of days, not the day."
    return HALF[0] if first else HALF[1]


def _moment(published: str | None, day: date) -> datetime:
    """When the event was written down: when its article was published, else the day itself, in UTC."""
    moment = datetime.fromisoformat(published) if published else datetime(day.year, day.month, day.day)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # 0001-01-01T00:00:00+01:00, the empty date of some programs, is before all years in UTC
        return moment.replace(tzinfo=UTC)
