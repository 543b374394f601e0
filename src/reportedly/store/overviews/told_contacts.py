"""Contacts as articles tell them, gathered: those between the same parties on days that overlap are one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from reportedly.store.database import Store

# who takes part is told by entity where that is known, else by name
TOLD = """
with wanted as (
    select contact.number, contact.article, kind, contact.status, parties, names, from_day, to_day,
        coalesce(from_day, day) as latest
    from contact join article on article.number = contact.article
    where ($kind is null or kind = $kind) and ($status is null or contact.status = $status)
        and ($since is null or to_day >= $since or from_day >= $since) and ($until is null or from_day <= $until)
        and ($party is null or exists (select 1 from unnest(names) as n(name) where contains(lower(name), $party)))
        and ($entity is null or exists (select 1 from identity where identity.article = contact.article
            and identity.entity = $entity and list_contains(parties, identity.actor)))
),
side as (select number, article, unnest(parties) as actor, unnest(names) as name from wanted),
who as (
    select number, list(distinct coalesce(entity, lower(name))) as parties
    from side left join identity on identity.article = side.article and identity.actor = side.actor group by number
)
select wanted.number, kind, status, who.parties, coalesce(from_day, to_day), coalesce(to_day, from_day), latest
from wanted left join who using (number) order by latest desc nulls last, wanted.number"""


@dataclass(slots=True, kw_only=True)
class Told:
    """One contact: the numbers of those that tell of it, and that of the one which narrows its days down the most."""

    kind: str
    status: str
    parties: frozenset[str]
    first: str | None
    last: str | None
    latest: str  # the day it may begin, else the day of publication; '' where neither is known
    numbers: list[int]
    narrowest: int

    def overlaps(self, first: str | None, last: str | None) -> bool:
        """Whether it may be on the same day as what is between these two; where neither has a day, too."""
        if self.first is None or first is None:
            return self.first == first
        return self.first <= (last or first) and first <= (self.last or self.first)

    def take(self, number: int, first: str | None, last: str | None) -> None:
        """Another article tells of it."""
        self.numbers.append(number)
        if _length(first, last) < _length(self.first, self.last):
            self.first, self.last, self.narrowest = first, last, number
            self.latest = first or self.latest


def told(store: Store, values: Mapping[str, Any]) -> list[Told]:
    """The contacts that are wanted, the latest first."""
    groups: dict[tuple[str, str, frozenset[str]], list[Told]] = defaultdict(list)
    found: list[Told] = []
    for number, kind, status, names, first, last, latest in store.query(TOLD, values):
        parties = frozenset(names or ())
        begins, ends = first and first.isoformat(), last and last.isoformat()
        group = groups[kind, status, parties]
        same = next((one for one in group if one.overlaps(begins, ends)), None)
        if same is not None:
            same.take(number, begins, ends)
            continue
        one = Told(
            kind=kind,
            status=status,
            parties=parties,
            first=begins,
            last=ends,
            latest=latest.isoformat() if latest else "",
            numbers=[number],
            narrowest=number,
        )
        group.append(one)
        found.append(one)
    return sorted(found, key=lambda one: one.latest, reverse=True)


def _length(first: str | None, last: str | None) -> int:
    """In days; what has no day, or no end, is longer than all others."""
    if first is None or last is None:
        return 1 << 30
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
