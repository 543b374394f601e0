"""What is new: the newest stories, the claims of these that rest on one origin, the contacts planned for next days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from reportedly.store.database import Store
from reportedly.store.overviews.contacts import Contact, Found, Wanted
from reportedly.store.overviews.stories import SPREAD, UNCHANGED, UTTERED, StoryRow, stories

SINGLE = f"""
with retold as materialized (  -- most claims are told in one article, and looked at no further
    select telling.claim from telling group by telling.claim having min(article) <> max(article)
),
weight as materialized (
    select telling.claim, count(distinct article.outlet) as outlets, max(moment) as latest
    from retold join claim on claim.id = retold.claim join telling on telling.claim = retold.claim
        join article on article.number = telling.article
    where independent_origins = 1 group by telling.claim having outlets > 1
    order by latest::date desc nulls last, outlets desc, telling.claim limit 10 * $limit  -- some of them may not do
),
{UNCHANGED.format(claims="select claim from weight")},
{SPREAD},
{UTTERED}
select claim.id, wording, spread.outlets, list(origin.kind order by origin.place),
    list(origin.label order by origin.place)
from weight join claim on claim.id = weight.claim join spread on spread.claim = weight.claim
    join origin on origin.claim = claim.id
where spread.outlets > 1 and claim.id in (select claim from uttered)
group by claim.id, wording, spread.outlets, latest
order by latest::date desc nulls last, spread.outlets desc, claim.id limit $limit"""

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
class Today:
    """What a newsroom looks at first."""

    day: str
    stories: tuple[StoryRow, ...]
    echoed: tuple[EchoedRow, ...]
    planned: tuple[Contact, ...]


def today(store: Store, day: date) -> Today:
    """What is new on this day."""
    found = Found(store, Wanted(since=day.isoformat()), day)
    return Today(
        day=day.isoformat(),
        stories=stories(store, size=AT_MOST).rows,
        echoed=tuple(
            EchoedRow(id=id, wording=wording, outlets=outlets, kinds=tuple(kinds), origins=tuple(labels))
            for id, wording, outlets, kinds, labels in store.query(SINGLE, {"limit": AT_MOST})
        ),
        planned=found.whole(found.lists["to-come"][:AT_MOST]),
    )
