"""Contacts as a calendar file (RFC 5545) that calendar programs open."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from reportedly.records import Contact, Reading
from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.records.values import content_id
from reportedly.render.inert import one_line
from reportedly.render.outline import Outline
from reportedly.render.parts import is_of_the_web

STATUS: dict[ContactStatus, str] = {
    "held": "CONFIRMED", "planned": "CONFIRMED", "possible": "TENTATIVE", "cancelled": "CANCELLED",
    "refused": "CANCELLED",
}  # fmt: skip
SPAN = "What is told is a span of days, not the day."
FIRST, LAST = (
    "What is told is the first day on which it may be, not the day.",
    "What is told is the last day, not the day.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What an event says of a contact; its uid comes from what it is `known_by` and its first day.

    One of the days may be missing. It is `told` in lines, on a page at `url`, written at `written`, an ISO 8601 date or
    moment.
    """

    kind: ContactKind
    status: ContactStatus
    parties: Sequence[str]
    first: str | None
    last: str | None
    place: str | None
    told: Sequence[str]
    url: str | None
    written: str | None
    known_by: Sequence[str]


def render_calendar(readings: Iterable[Reading]) -> str:
    """One calendar with an all-day event for each planned or possible contact whose days are known.

    Each event names the parties, the place, who tells of it and the words of the article.
    """
    return render_entries(
        _entry(outline, contact)
        for outline in map(Outline, readings)
        for contact in outline.contacts()
        if contact.status in ("planned", "possible")
    )


def render_entries(entries: Iterable[Entry]) -> str:
    """One calendar with an all-day event for each entry of which a day is known.

    A possible contact is tentative, and so is one of which only the first or the last day is known: it stands on that
    day, and says so. The uid comes from the content, so that a calendar that takes the file twice keeps each once. What
    was planned and is cancelled is one event, with the status that was written last and all that is told of it.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//reportedly//contacts//EN")
    calendar.add("version", "2.0")
    latest: dict[str, Entry] = {}
    for entry in entries:
        if (first := entry.first or entry.last) is not None:
            uid = _uid(*entry.known_by, first)
            if uid in latest and {*latest[uid].parties} != {*entry.parties}:
                uid = _uid(*entry.known_by, first, *sorted(entry.parties))  # told in the same words of others
            before = latest.get(uid, replace(entry, told=()))
            latest[uid] = replace(max(before, entry, key=_written_last), told=(*before.told, *entry.told))
    for uid, entry in latest.items():
        calendar.add_component(_event(entry, uid))
    text: str = calendar.to_ical().decode("utf-8")
    return text


def _entry(outline: Outline, contact: Contact) -> Entry:
    article, teller = outline.article, outline.entry_of(contact.statement)
    return Entry(
        kind=contact.kind,
        status=contact.status,
        parties=[outline.label(id) for id in contact.parties],
        first=contact.on.from_ if contact.on else None,
        last=contact.on.to if contact.on else None,
        place=contact.place.text if contact.place else None,
        told=(
            f"“{one_line(contact.evidence.text)}”",
            f"according to {teller.speaker.label}" if teller else "",
            ", ".join(one_line(part) for part in (article.outlet, article.title) if part),
        ),
        url=article.url,
        written=article.published,
        known_by=(article.id, contact.kind, contact.evidence.text),
    )


def _uid(*content: str) -> str:
    return f"{content_id('e', *content)}@reportedly"


def _written_last(entry: Entry) -> tuple[str, bool]:
    """What orders the entries of one event: when they were written, and of the same time what ends it goes last."""
    return entry.written or "", STATUS[entry.status] == "CANCELLED"


def _event(entry: Entry, uid: str) -> Event:
    first, last = (date.fromisoformat(day) for day in (entry.first or entry.last, entry.last or entry.first) if day)
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", _moment(entry.written, first))
    event.add("dtstart", first)
    if last < date.max:
        event.add("dtend", last + timedelta(days=1))  # RFC 5545: the day after the last
    event.add("transp", "TRANSPARENT")  # others meet: whoever keeps the calendar is free
    event.add("summary", f"{entry.kind.capitalize()}: {' × '.join(map(one_line, entry.parties))}")
    span = _span_of(entry)
    status = STATUS[entry.status]
    event.add("status", "TENTATIVE" if status == "CONFIRMED" and span in (FIRST, LAST) else status)
    if entry.place:
        event.add("location", one_line(entry.place))
    event.add("description", "\n".join(filter(None, [*entry.told, span])))
    if entry.url and is_of_the_web(entry.url):
        event.add("url", entry.url)
    return event


def _span_of(entry: Entry) -> str | None:
    """What to say of days that are not one known day."""
    if entry.first and entry.last:
        return None if entry.first == entry.last else SPAN
    return FIRST if entry.first else LAST


def _moment(written: str | None, day: date) -> datetime:
    """When the event was written down: when its article was published, else the day itself, in UTC."""
    moment = datetime.fromisoformat(written) if written else datetime(day.year, day.month, day.day)
    try:
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except OverflowError:  # the first and the last day that there is have none before and after them
        return moment.replace(tzinfo=UTC)
