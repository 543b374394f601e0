"""Who meets whom: contacts that several articles tell are one, with all who tell of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, Literal, get_args

from reportedly.records.contact import ContactKind, ContactStatus
from reportedly.store.database import Store
from reportedly.store.overviews.paging import PART, Cut, Part
from reportedly.store.overviews.told_contacts import Told, told

List = Literal["to-come", "undated", "overdue", "past"]
LISTS: tuple[List, ...] = get_args(List)
TO_COME = ("planned", "possible")

ROWS = """
select contact.number, article.number, article.id, contact.id, kind, contact.status, parties, names, from_day, to_day,
    "when", place, ordinal, contact.text, contact.starts, contact.statement, outlet, published, score
from contact join article on article.number = contact.article
where contact.number in (select unnest($numbers::integer[]))"""

ENTITIES = "select article, actor, entity from identity where article in (select unnest($articles::integer[]))"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which contacts are asked for: of a kind, a status, a party by name or entity, on days between two."""

    kind: str | None = None
    status: str | None = None
    party: str | None = None
    entity: str | None = None
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Teller:
    """An article that tells of a contact, with its words."""

    article: str
    contact: str
    outlet: str | None
    published: str | None
    words: str
    start: int
    statement: str | None
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A contact with its parties, by name and by entity where that is known, and everybody who tells of it."""

    kind: ContactKind
    status: ContactStatus
    parties: tuple[str, ...]
    entities: tuple[str | None, ...]
    from_day: str | None
    to_day: str | None
    when: str | None
    place: str | None
    ordinal: int | None
    tellers: tuple[Teller, ...]

    def on(self, day: date) -> bool:
        """Whether it may be on this day."""
        return self.from_day is not None and self.from_day <= day.isoformat() <= (self.to_day or self.from_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Contacts in four lists; when one is asked for alone, the others are None.

    Those to come, the nearest first; planned ones of which no day is known; planned ones whose days are past, of which
    nobody tells what became; and those that were held, cancelled or refused, the latest first.
    """

    to_come: Part[Contact] | None
    undated: Part[Contact] | None
    overdue: Part[Contact] | None
    past: Part[Contact] | None


class Found:
    """The contacts that are wanted, as of a day; what is shown of them is fetched when it is asked for."""

    def __init__(self, store: Store, wanted: Wanted, today: date) -> None:
        self._store = store
        self._today = today.isoformat()
        self.lists: dict[List, list[Told]] = {name: [] for name in LISTS}
        for one in told(store, wanted_values(wanted)):
            self.lists[self._list_of(one)].append(one)
        self.lists["to-come"].sort(key=lambda one: (one.first or "", one.last or "", sorted(one.parties)))

    def _list_of(self, one: Told) -> List:
        if one.status not in TO_COME:
            return "past"
        if one.first is None:
            return "undated"
        return "to-come" if (one.last or one.first) >= self._today else "overdue"

    def contacts(self, *, only: List | None = None, page: int = 1) -> Contacts:
        """A page of each list; of one alone with `only`."""
        parts: dict[List, Part[Contact] | None] = dict.fromkeys(LISTS)
        names = LISTS if only is None else (only,)
        shown = {name: self.lists[name][(page - 1) * PART : page * PART] for name in names}
        whole = iter(self.whole([one for name in names for one in shown[name]]))  # fetched together
        for name, told_here in shown.items():
            rows = tuple(islice(whole, len(told_here)))
            parts[name] = Part(rows=rows, cut=Cut(page=page, total=len(self.lists[name]), size=PART, list=name))
        return Contacts(
            to_come=parts["to-come"], undated=parts["undated"], overdue=parts["overdue"], past=parts["past"]
        )

    def between(self, first: str, last: str) -> list[Told]:
        """Those that may be on a day between these two, of every status."""
        every = (one for rows in self.lists.values() for one in rows)
        return [one for one in every if one.first and one.first <= last and (one.last or one.first) >= first]

    def whole(self, found: Sequence[Told]) -> tuple[Contact, ...]:
        """The contacts with their parties and everybody who tells of them."""
        if not found:
            return ()
        rows = {row[0]: row for row in self._store.query(ROWS, {"numbers": [n for one in found for n in one.numbers]})}
        articles = sorted({row[1] for row in rows.values()})
        of = self._store.query(ENTITIES, {"articles": articles})
        known = {(article, actor): entity for article, actor, entity in of}
        return tuple(_contact([rows[number] for number in one.numbers], rows[one.narrowest], known) for one in found)


def wanted_values(wanted: Wanted) -> dict[str, Any]:
    """The values that are bound in the SQL."""
    return {
        "kind": wanted.kind, "status": wanted.status, "party": wanted.party.lower() if wanted.party else None,
        "entity": wanted.entity, "since": wanted.since, "until": wanted.until,
    }  # fmt: skip


def _contact(rows: list[tuple[Any, ...]], narrowest: tuple[Any, ...], known: dict[tuple[int, str], str]) -> Contact:
    _, article, _, _, kind, status, parties, names, first, last, when, *_ = narrowest
    return Contact(
        kind=kind,
        status=status,
        parties=tuple(names),
        entities=tuple(known.get((article, actor)) for actor in parties),
        from_day=_iso(first),
        to_day=_iso(last),
        when=when,
        place=_first(row[11] for row in rows),
        ordinal=_first(row[12] for row in rows),
        tellers=tuple(
            Teller(
                article=row[2], contact=row[3], outlet=row[16], published=row[17], words=row[13], start=row[14],
                statement=row[15], score=row[18],
            )
            for row in rows
        ),
    )  # fmt: skip


def _first(values: Iterable[Any]) -> Any:
    return next((value for value in values if value), None)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
