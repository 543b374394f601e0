"""Contacts that are told more than once, made into one."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from reportedly.reading.chains.lookup import Lookup
from reportedly.records.article import Span, Timex
from reportedly.records.contact import Contact, ContactKind

_GATHERINGS = frozenset(("meeting", "talks", "summit", "visit"))  # names that one happening goes by
_TO_BE = frozenset(("planned", "possible"))
NEAR = 400  # characters on which a contact is told once more, by name
FAR = 800  # characters on which "the meeting" is the one told last


def told_once(contacts: Iterable[Contact], lookup: Lookup, pointing: Collection[Span] = ()) -> list[Contact]:
    """Each contact once, with its surest words and what its other tellings add; the surest one first.

    `pointing` is the evidence of those that only point back to one told before.
    """
    kept: list[Contact] = []
    every = sorted(contacts, key=lambda c: (len(c.parties) < 2, -c.score))  # those with both sides first
    for contact in sorted(every, key=lambda c: c.evidence in pointing):
        if contact.evidence in pointing and (before := _before(contact, kept)) is not None:
            kept[before] = _with_more(kept[before], contact)
            continue
        places = {number: _places(lookup, contact, other) for number, other in enumerate(kept)}
        same = next((number for number, other in enumerate(kept) if _same(contact, other, places[number])), None)
        group = next((number for number, other in enumerate(kept) if _names_whom(lookup, contact, other)), None)
        if same is None and group is not None:
            kept[group] = _named(kept[group], contact)
        elif same is None:
            kept.append(contact)
        else:
            kept[same] = _joined(kept[same], contact, places[same])
    return kept


def _before(contact: Contact, kept: Sequence[Contact]) -> int | None:
    """Which contact was told last before one that only points back."""
    near = [
        number
        for number, other in enumerate(kept)
        if 0 <= contact.evidence.start - other.evidence.end <= FAR
        and _like(contact.kind, other.kind)
        and (contact.kind == "visit") == (other.kind == "visit")
    ]
    return max(near, key=lambda number: kept[number].evidence.end, default=None)


def _with_more(contact: Contact, retold: Contact) -> Contact:
    """A contact with what is said of it where it is not told anew."""
    return replace(
        contact,
        on=contact.on or (retold.on if retold.status == contact.status else None),
        place=contact.place or retold.place,
        ordinal=contact.ordinal or retold.ordinal,
    )


def _places(lookup: Lookup, *contacts: Contact) -> set[str]:
    """The actors that are where one of these contacts is, and no party: "to meet in Lindhaven, the first talks"."""
    places = {lookup.of(contact.place) for contact in contacts if contact.kind != "visit"}
    return {id for id in places if id is not None}


def _same(one: Contact, other: Contact, places: Collection[str]) -> bool:
    """Whether two contacts are one: the same parties as far as both name them, the same time as far as both tell.

    Words that lie over each other tell of one contact, whatever they call it; but whoever "spoke by telephone and
    agreed to meet" has two.
    """
    ours, theirs = set(one.parties).difference(places), set(other.parties).difference(places)
    together = one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
    if not (ours <= theirs or theirs <= ours or (together and len(ours & theirs) > 1)):
        return False
    if not _may_be_at_once(one.on, other.on):
        return False
    alike, both = _like(one.kind, other.kind), one.status == other.status
    return (alike and both) or (together and (alike or both or not _is_done_and_due(one, other)))


def _is_done_and_due(one: Contact, other: Contact) -> bool:
    """Whether one has been and the other is still to be: "has written to Vale and hopes to meet her"."""
    statuses = {one.status, other.status}
    return "held" in statuses and not statuses.isdisjoint(_TO_BE)


def _may_be_at_once(one: Timex | None, other: Timex | None) -> bool:
    """Whether days do not differ, as far as both are told; the same words ("on Friday") mean the same day."""
    known = [on for on in (one, other) if on is not None and (on.from_ or on.to)]
    if len(known) < 2 or (known[0].span is not None and known[0].span == known[1].span):
        return True
    return (known[0].from_, known[0].to) == (known[1].from_, known[1].to)


def _names_whom(lookup: Lookup, named: Contact, other: Contact) -> bool:
    """Whether a contact names those whom one told just before only calls a group ("his aides")."""
    if other.kind != named.kind or other.status != named.status or (named.on and (named.on.from_ or named.on.to)):
        return False
    if not 0 < named.evidence.start - other.evidence.end <= NEAR:
        return False
    shared = {*named.parties} & {*other.parties}
    called, who = ({*parties} - shared for parties in (other.parties, named.parties))
    groups = all(lookup.kind(id) == "group" and not lookup.actor(id).name for id in called)
    return bool(shared and called and groups) and len(who) > 1 and all(lookup.actor(id).name for id in who)


def _named(contact: Contact, named: Contact) -> Contact:
    """A contact as it is told by name, with what was told of it before: the day, the place, how sure it is."""
    return replace(
        named,
        on=contact.on,
        place=named.place or contact.place,
        ordinal=named.ordinal or contact.ordinal,
        score=contact.score,
    )


def _like(one: ContactKind, other: ContactKind) -> bool:
    return one == other or (one in _GATHERINGS and other in _GATHERINGS)


def _joined(kept: Contact, other: Contact, places: Collection[str]) -> Contact:
    """A contact with what another telling of it adds."""
    added = other.parties if set(kept.parties).difference(places) <= {*other.parties} else ()
    both = dict.fromkeys((*kept.parties, *added))
    parties = tuple(party for party in both if party not in places)
    return replace(
        kept,
        parties=parties if len(parties) > 1 else tuple(both),
        on=kept.on or (other.on if other.status == kept.status else None),
        place=kept.place or other.place,
        ordinal=kept.ordinal or other.ordinal,
    )
