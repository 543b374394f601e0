"""The stories of a store at a glance, those with the newest articles first."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.store.database import Store
from reportedly.store.overviews.paging import SIZE, Cut, bounds
from reportedly.store.questions import ALL, Within

# of these claims; a retelling that changes a claim does not tell it
UNCHANGED = """unchanged as materialized (
    select telling.claim, telling.article, telling.statement from telling anti join variant
        on variant.claim = telling.claim and variant.article = telling.article and variant.statement = telling.statement
    where telling.claim in ({claims})
)"""

SPREAD = """spread as (
    select unchanged.claim, count(distinct article.outlet) as outlets
    from unchanged join article on article.number = unchanged.article group by unchanged.claim
)"""

# what somebody only declined to say, or to answer, nobody vouches for
UTTERED = """uttered as (
    select distinct claim from unchanged
        join statement on statement.article = unchanged.article and statement.id = unchanged.statement
    where status <> 'declined'
)"""

FOUND = """
with found as (
    select story.id, headline, count(*) as articles, count(distinct article.outlet) as outlets,
        min(published) as first, max(published) as latest, max(moment) as newest
    from story join story_article on story_article.story = story.id
        join article on article.number = story_article.article
    where contains(lower(headline), $words) or $words is null
    group by story.id, headline
    having bool_or((day >= $since or $since is null) and (day <= $until or $until is null)
        and (contains(lower(outlet), $outlet) or $outlet is null))
)"""

STORIES = f"""{FOUND},
top as (select * from found order by newest desc nulls last, id limit $limit offset $offset),
told as (  -- looking all tellings through is quicker than the index for so many articles, which = would take
    select distinct top.id, telling.claim
    from top join story_article on story_article.story = top.id
        join telling on telling.article is not distinct from story_article.article
),
{UNCHANGED.format(claims="select claim from told")},
{SPREAD},
{UTTERED},
counted as (
    select told.id, count(*) as claims,
        count(*) filter (independent_origins = 1 and spread.outlets > 1 and uttered.claim is not null) as echoed
    from told join claim on claim.id = told.claim left join spread on spread.claim = told.claim
        left join uttered on uttered.claim = told.claim
    group by told.id
)
select top.id, headline, articles, outlets, first, latest, coalesce(claims, 0), coalesce(echoed, 0)
from top left join counted using (id) order by newest desc nulls last, top.id"""

COUNT = f"{FOUND} select count(*) from found"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story at a glance; `first` and `latest` are when its articles were published, as they say it.

    `echoed` are the claims that several outlets tell and one origin vouches for.
    """

    id: str
    headline: str | None
    articles: int
    outlets: int
    first: str | None
    latest: str | None
    claims: int
    echoed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Stories:
    """A page of the stories."""

    rows: tuple[StoryRow, ...]
    cut: Cut


def stories(
    store: Store, *, words: str | None = None, within: Within = ALL, page: int = 1, size: int = SIZE
) -> Stories:
    """A page of the stories, those with the newest articles first, with these words in their headline."""
    values = {**within.values(), "words": words.lower() if words else None}
    values.pop("limit")
    names = ("id", "headline", "articles", "outlets", "first", "latest", "claims", "echoed")
    rows = store.query(STORIES, {**values, **bounds(page, size)})
    ((total,),) = store.query(COUNT, values)
    return Stories(
        rows=tuple(StoryRow(**dict(zip(names, row, strict=True))) for row in rows),
        cut=Cut(page=page, total=total, size=size),
    )
