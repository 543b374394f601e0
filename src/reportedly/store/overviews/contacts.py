"""Who meets whom: contacts that several articles tell are one, with all who tell of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from reportedly.store.database import Store

ENTITIES = "select article, actor, entity from identity where article in (select unnest($articles::integer[]))"

AT_MOST = 500  # contacts of one question
LISTED = 100  # of those to come, and of those of the past
TO_COME = ("planned", "possible")

CONTACTS = """
select article.number, article.id, contact.id, kind, contact.status, parties, names, from_day,
    to_day, "when", place, ordinal, contact.text, contact.starts, contact.statement, outlet, published, score
from contact join article on article.number = contact.article
where ($kind is null or kind = $kind) and ($status is null or contact.status = $status)
    and ($since is null or to_day >= $since or from_day >= $since) and ($until is null or from_day <= $until)
    and ($party is null or exists (select 1 from unnest(names) as n(name) where contains(lower(name), $party)))
    and ($entity is null or exists (select 1 from identity where identity.article = contact.article
        and identity.entity = $entity and list_contains(parties, identity.actor)))
order by coalesce(from_day, day) desc nulls last, contact.number limit $limit"""


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

    kind: str
    status: str
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
    """Contacts to come in the order in which they come, and the latest of the past."""

    to_come: tuple[Contact, ...]
    past: tuple[Contact, ...]


def contacts(
    store: Store,
    *,
    kind: str | None = None,
    status: str | None = None,
    party: str | None = None,
    entity: str | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Contacts:
    """The contacts of some kind, with some party, between two days."""
    values: dict[str, Any] = {
        "kind": kind, "status": status, "party": party.lower() if party else None, "entity": entity, "since": since,
        "until": until, "limit": AT_MOST,
    }  # fmt: skip
    rows = store.query(CONTACTS, values)
    of = store.query(ENTITIES, {"articles": sorted({row[0] for row in rows})})
    known = {(article, actor): entity for article, actor, entity in of}
    found = gathered([_contact([known.get((row[0], actor)) for actor in row[5]], *row[1:]) for row in rows])
    to_come = [one for one in found if one.status in TO_COME]
    return Contacts(
        to_come=tuple(sorted(to_come, key=lambda one: (one.from_day is None, one.from_day or "", one.parties)))[
            -LISTED:
        ],
        past=tuple(one for one in found if one.status not in TO_COME)[:LISTED],
    )


def gathered(found: list[Contact]) -> list[Contact]:
    """Contacts of one kind and status between the same parties on days that overlap are one."""
    groups: dict[tuple[Any, ...], list[Contact]] = defaultdict(list)
    for one in found:
        key = (
            one.kind,
            one.status,
            frozenset(e or name.lower() for e, name in zip(one.entities, one.parties, strict=True)),
        )
        for at, other in enumerate(groups[key]):
            if _overlap(one, other):
                narrow = min(one, other, key=_days)
                groups[key][at] = replace(
                    narrow, tellers=other.tellers + one.tellers, place=other.place or one.place,
                    ordinal=other.ordinal or one.ordinal,
                )  # fmt: skip
                break
        else:
            groups[key].append(one)
    order = {id(one): at for at, one in enumerate(found)}
    rows = [one for group in groups.values() for one in group]
    return sorted(rows, key=lambda one: (-_ordinal(one), order.get(id(one), 0)))


def _ordinal(one: Contact) -> int:
    day = one.from_day or (one.tellers[0].published or "")[:10]
    return date.fromisoformat(day).toordinal() if day else 0


def _overlap(one: Contact, other: Contact) -> bool:
    if not one.from_day or not other.from_day:
        return one.from_day == other.from_day
    return one.from_day <= (other.to_day or other.from_day) and other.from_day <= (one.to_day or one.from_day)


def _days(one: Contact) -> int:
    if not one.from_day or not one.to_day:
        return 1 << 30
    return (date.fromisoformat(one.to_day) - date.fromisoformat(one.from_day)).days


def _contact(
    entities: list[str | None], article: str, contact: str, kind: str, status: str, parties: list[str],
    names: list[str], first: date | None, last: date | None, when: str | None, place: str | None,
    ordinal: int | None, words: str, start: int, statement: str | None, outlet: str | None, published: str | None,
    score: float,
) -> Contact:  # fmt: skip
    teller = Teller(
        article=article, contact=contact, outlet=outlet, published=published, words=words, start=start,
        statement=statement, score=score,
    )  # fmt: skip
    return Contact(
        kind=kind, status=status, parties=tuple(names), entities=tuple(entities),
        from_day=_iso(first), to_day=_iso(last), when=when, place=place,
        ordinal=ordinal, tellers=(teller,),
    )  # fmt: skip


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
