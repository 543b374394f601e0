"""Who is told as a guest or a host: the other one of the two who met ("Renn received Vale. She told her guest …")."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.chains.talks import START
from reportedly.records.article import Span
from reportedly.records.contact import Contact
from reportedly.records.statement import Chain, Link, Statement

_MET = ("call", "meeting", "talks", "visit")
_GUEST = re.compile(
    r"(?:his|her|their|the) (?:[\w-]+ )?(?:guest|host|hostess|interlocutor|visitor|caller)", re.IGNORECASE
)


def with_guests(statements: Sequence[Statement], contacts: Sequence[Contact], lookup: Lookup) -> tuple[Statement, ...]:
    """The statements; whoever is told and has no name but "his guest" is the other one of the last two who met."""
    met = [c for c in contacts if len(c.parties) == 2 and c.kind in _MET and c.status in ("held", "planned")]
    guests = {actor.id for actor in lookup.actors if not actor.name and any(map(_is_guest, actor.mentions))}
    if not met or not guests:
        return tuple(statements)
    met.sort(key=START)
    return tuple(
        replace(statement, chain=Chain(_known(link, met, guests) for link in statement.chain))
        for statement in statements
    )


def _is_guest(mention: Span) -> bool:
    return _GUEST.fullmatch(mention.text) is not None


def _known(link: Link, met: Sequence[Contact], guests: set[str]) -> Link:
    """A link with whom its actor met for the guest that is told."""
    if link.cue is None or guests.isdisjoint(link.addressees):
        return link
    for contact in reversed(met[: bisect_right(met, link.cue.start, key=START)]):
        if link.actor in contact.parties and guests.isdisjoint(contact.parties):
            (other,) = (party for party in contact.parties if party != link.actor)
            told = (other if id in guests else id for id in link.addressees)
            return replace(link, addressees=tuple(dict.fromkeys(told)))
    return link
