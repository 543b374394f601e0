"""On what each outlet rests: unnamed sources, documents, other outlets, its own reporting; and who is quoted most."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.store.corrections import agencies, owners
from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut, bounds

SORTS = {
    "statements": "statements desc", "articles": "articles desc", "unnamed": "unnamed / greatest(statements, 1) desc",
    "through": "through_others / greatest(statements, 1) desc", "on-record": "on_record / greatest(statements, 1) desc",
    "taken": "taken / greatest(articles, 1) desc", "outlet": "lower(outlet)",
}  # fmt: skip

OUTLETS = """
with held as (select outlet, count(*) as articles from article where outlet is not null group by outlet),
through as (
    select distinct link.statement from link join actor on actor.article = link.article and actor.id = link.actor
    where hop > 0 and actor.kind = 'outlet'
),
said as (
    select outlet, count(*) as statements, count(*) filter (sourcing = 'unnamed') as unnamed,
        count(*) filter (sourcing = 'document') as documents,
        count(*) filter (sourcing = 'on_record') as on_record,
        count(*) filter (sourcing = 'spokesperson') as spokespeople,
        count(*) filter (sourcing = 'institution') as institutions,
        count(*) filter (sourcing in ('none', 'outlet')) as nobody,
        count(through.statement) as through_others
    from statement join article on article.number = statement.article
        left join through on through.statement = statement.number
    group by outlet
),
made as (
    select outlet, count(distinct to_article) as taken, count(distinct to_article) filter (not credited) as uncredited
    from derivation join article on article.number = to_article group by outlet
)
select outlet, articles, coalesce(statements, 0) as statements, coalesce(on_record, 0) as on_record,
    coalesce(spokespeople, 0), coalesce(institutions, 0), coalesce(documents, 0), coalesce(unnamed, 0) as unnamed,
    coalesce(nobody, 0), coalesce(through_others, 0) as through_others, coalesce(taken, 0) as taken,
    coalesce(uncredited, 0)
from held left join said using (outlet) left join made using (outlet)
order by {order}, outlet limit $limit offset $offset"""

QUOTED = """
select entity.id, names[1], count(*) as statements, count(distinct article.outlet) as outlets
from link join identity on identity.article = link.article and identity.actor = link.actor
    join entity on entity.id = identity.entity join article on article.number = link.article
where hop > 0 and entity.kind in ('person', 'organisation', 'government', 'group')
    and hop = (select max(hop) from link as last where last.statement = link.statement)
group by entity.id, names[1] having names[1] is not null order by statements desc, names[1] limit $limit"""

AT_MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """What an outlet rests on, in statements; `taken` are its articles that were made from others."""

    outlet: str
    articles: int
    statements: int
    on_record: int
    spokespeople: int
    institutions: int
    documents: int
    unnamed: int
    nobody: int
    through_others: int
    taken: int
    uncredited: int


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedRow:
    """Somebody who is quoted, how often and by how many outlets."""

    entity: str
    name: str
    statements: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """A page of the outlets, and who is quoted most."""

    outlets: tuple[OutletRow, ...]
    quoted: tuple[QuotedRow, ...]
    owners: dict[str, str]  # what users have said, by outlet in lower case
    agencies: dict[str, bool]
    sort: str
    cut: Cut


def sources(store: Store, *, sort: str = "statements", page: int = 1) -> Sources:
    """The outlets in this order, a key of SORTS, and who is quoted most."""
    names = (
        "outlet", "articles", "statements", "on_record", "spokespeople", "institutions", "documents", "unnamed",
        "nobody", "through_others", "taken", "uncredited",
    )  # fmt: skip
    ((total,),) = store.query("select count(distinct outlet) from article")
    rows = store.query(OUTLETS.format(order=SORTS[sort]), bounds(page))
    return Sources(
        outlets=tuple(OutletRow(**dict(zip(names, row, strict=True))) for row in rows),
        quoted=tuple(
            QuotedRow(entity=id, name=name, statements=statements, outlets=outlets)
            for id, name, statements, outlets in store.query(QUOTED, {"limit": AT_MOST})
        ),
        owners=owners(store),
        agencies=agencies(store),
        sort=sort,
        cut=Cut(page=page, total=total),
    )
