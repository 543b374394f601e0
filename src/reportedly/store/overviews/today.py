"""What is new: the newest stories, the claims of these that rest on one origin, the contacts planned for next days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.store.database import Store
from reportedly.store.overviews.stories import StoryRow, stories

SINGLE = """
with weight as (
    select telling.claim, count(distinct article.outlet) as outlets, max(moment) as latest
    from telling join article on article.number = telling.article group by telling.claim
)
select claim.id, wording, outlets, list(origin.kind order by origin.place), list(origin.label order by origin.place)
from claim join weight on weight.claim = claim.id join origin on origin.claim = claim.id
where independent_origins = 1 and outlets > 1
group by claim.id, wording, outlets, latest
order by latest::date desc nulls last, outlets desc, claim.id limit $limit"""

PLANNED = """
select article.id, contact.id, kind, contact.status, names, from_day::varchar, to_day::varchar, place, contact.text,
    outlet, published, starts
from contact join article on article.number = contact.article
where contact.status in ('planned', 'possible') and to_day >= $day
order by from_day, contact.number limit $limit"""

AT_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class EchoedRow:
    """A claim that several outlets tell and one origin vouches for."""

    id: str
    wording: str
    outlets: int
    kinds: tuple[str, ...]
    origins: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """A contact that is to come, with the words that say so."""

    article: str
    contact: str
    kind: str
    status: str
    parties: tuple[str, ...]
    from_day: str | None
    to_day: str | None
    place: str | None
    words: str
    outlet: str | None
    published: str | None
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Today:
    """What a newsroom looks at first."""

    day: str
    stories: tuple[StoryRow, ...]
    echoed: tuple[EchoedRow, ...]
    planned: tuple[PlannedRow, ...]


def today(store: Store, day: date) -> Today:
    """What is new on this day."""
    return Today(
        day=day.isoformat(),
        stories=stories(store, size=AT_MOST).rows,
        echoed=tuple(
            EchoedRow(id=id, wording=wording, outlets=outlets, kinds=tuple(kinds), origins=tuple(labels))
            for id, wording, outlets, kinds, labels in store.query(SINGLE, {"limit": AT_MOST})
        ),
        planned=tuple(
            PlannedRow(**dict(zip(_PLANNED_NAMES, row, strict=True)) | {"parties": tuple(row[4])})
            for row in store.query(PLANNED, {"day": day, "limit": AT_MOST})
        ),
    )


_PLANNED_NAMES = (
    "article", "contact", "kind", "status", "parties", "from_day", "to_day", "place", "words", "outlet", "published",
    "start",
)  # fmt: skip
