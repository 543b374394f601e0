"""Contacts of many articles as a calendar file."""

from __future__ import annotations

from collections.abc import Iterable

from reportedly.render.calendar import Entry, render_entries
from reportedly.render.inert import one_line
from reportedly.store.overviews.contacts import Contact
from reportedly.web import addresses


def render_contacts(contacts: Iterable[Contact], *, desk: str) -> str:
    """One calendar with an event for each contact of which a day is known, and all who tell of it.

    Events lead to the page of an article at the `desk`, an address without a path.
    """
    return render_entries(_entry(contact, desk) for contact in contacts)


def _entry(contact: Contact, desk: str) -> Entry:
    surest = max(contact.tellers, key=lambda teller: teller.score)
    return Entry(
        kind=contact.kind,
        status=contact.status,
        parties=contact.parties,
        first=contact.from_day,
        last=contact.to_day,
        place=contact.place,
        told=[f"{one_line(t.outlet or t.article)}: “{one_line(t.words)}”" for t in contact.tellers],
        url=f"{desk}{addresses.article_at(surest.article, surest.start)}",
        written=max((t.published for t in contact.tellers if t.published), default=None),
        known_by=(contact.kind, *sorted(contact.parties)),
    )
