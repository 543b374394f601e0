"""On what each outlet rests: unnamed sources, documents, other outlets, its own reporting; and who is quoted most."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.store.corrections import agencies, owners
from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut, bounds

SORTS = {
    "statements": "statements desc", "articles": "articles desc", "unnamed": "unnamed / greatest(statements, 1) desc",
    "through": "through_others / greatest(statements, 1) desc", "on-record": "on_record / greatest(statements, 1) desc",
    "agencies": "from_agencies / greatest(statements, 1) desc",
    "own": "own / greatest(statements, 1) desc", "taken": "taken / greatest(articles, 1) desc",
    "outlet": "lower(outlet)",
}  # fmt: skip

NAMED = """
with named as (
    select distinct name, false as credited from actor where kind = 'outlet' and name is not null
    union select distinct outlet, false from article where outlet is not null
    union select distinct wire, true from article, unnest(wires) as w(wire)
        where lower(wire) <> lower(coalesce(outlet, ''))
)
select name, bool_or(credited) from named group by name"""

# what an outlet has from its sources itself: by no other outlet, and not in words that were taken from another article
OUTLETS = """
with agency as (select unnest($agencies) as name),
held as (select outlet, count(*) as articles from article where outlet is not null group by outlet),
relayed as materialized (
    select link.statement as number, bool_or(actor.name in (select name from agency)) as of_agency from link
        join actor on actor.article = link.article and actor.id = link.actor
    where hop > 0 and actor.kind = 'outlet' group by link.statement
),
taken as materialized (  -- what an outlet makes of its own earlier articles is still its own
    select derivation.*, later.outlet, earlier.outlet in (select name from agency) as of_agency
    from derivation join article as later on later.number = to_article
        join article as earlier on earlier.number = from_article
    where later.outlet <> earlier.outlet or earlier.outlet is null
),
supplied as (
    select number as article, bool_or(wire in (select name from agency)) as of_agency
    from article, unnest(wires) as w(wire) where lower(wire) <> lower(coalesce(outlet, '')) group by number
),
passage as (
    select to_article as article, unnest(to_starts) as starts, unnest(to_ends) as ends, of_agency from taken
    where kind = 'excerpt'
),
part as (
    select statement.number, of_agency from statement join supplied using (article)
    union all select statement.number, of_agency from statement
        join taken on taken.to_article = statement.article and kind in ('reprint', 'rewrite')
    union all select statement.number, of_agency from statement join passage on passage.article = statement.article
        and statement.starts[1] >= passage.starts and statement.starts[1] < passage.ends
),
copied as materialized (select number, bool_or(of_agency) as of_agency from part group by number),
said as (
    select outlet, count(*) as statements, count(*) filter (sourcing = 'unnamed') as unnamed,
        count(*) filter (sourcing = 'document') as documents,
        count(*) filter (sourcing = 'on_record') as on_record,
        count(*) filter (sourcing = 'spokesperson') as spokespeople,
        count(*) filter (sourcing = 'institution') as institutions,
        count(*) filter (sourcing in ('none', 'outlet')) as nobody,
        count(relayed.number) as through_others,
        count(*) filter (relayed.of_agency or copied.of_agency) as from_agencies,
        count(*) filter (relayed.number is null and copied.number is null and sourcing <> 'none') as own
    from statement join article on article.number = statement.article
        left join relayed on relayed.number = statement.number left join copied on copied.number = statement.number
    group by outlet
),
made as (
    select outlet, count(distinct to_article) as taken, count(distinct to_article) filter (not credited) as uncredited
    from taken group by outlet
)
select outlet, articles, coalesce(statements, 0) as statements, coalesce(on_record, 0) as on_record,
    coalesce(spokespeople, 0), coalesce(institutions, 0), coalesce(documents, 0), coalesce(unnamed, 0) as unnamed,
    coalesce(nobody, 0), coalesce(through_others, 0) as through_others,
    coalesce(from_agencies, 0) as from_agencies, coalesce(own, 0) as own,
    coalesce(taken, 0) as taken, coalesce(uncredited, 0)
from held left join said using (outlet) left join made using (outlet)
order by {order}, outlet limit $limit offset $offset"""

TAKEN_FROM = """
select later.outlet, earlier.outlet, count(distinct to_article) as articles
from derivation join article as later on later.number = to_article
    join article as earlier on earlier.number = from_article
where later.outlet in (select unnest($outlets)) and earlier.outlet <> later.outlet
group by later.outlet, earlier.outlet
qualify row_number() over (partition by later.outlet order by articles desc, earlier.outlet) <= $most
order by later.outlet, articles desc, earlier.outlet"""

QUOTED = """
with said as (
    select link.article, link.actor, count(*) as statements
    from link join statement on statement.number = link.statement
    where hop > 0 and hop = len(chain) - 1 group by link.article, link.actor
),
counted as (
    select entity, sum(statements)::integer as statements, list(said.article) as articles
    from said join identity on identity.article = said.article and identity.actor = said.actor group by entity
),
top as (
    select id, names[1] as name, statements, articles from counted join entity on entity.id = counted.entity
    where kind in ('person', 'organisation', 'government', 'group') and names[1] is not null
    order by statements desc, name, id limit $limit
),
spread as (select id, name, statements, unnest(articles) as article from top)
select spread.id, name, statements, count(distinct outlet) from spread join article on article.number = spread.article
group by spread.id, name, statements order by statements desc, name, spread.id"""

AT_MOST = 20
LENDERS = 3  # outlets that most was taken from


@dataclass(frozen=True, slots=True, kw_only=True)
class Lender:
    """An outlet from whose articles another one made its own, and how many."""

    outlet: str
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRow:
    """What an outlet rests on, in statements.

    `own` are those that it has itself: through no other outlet, and not in words that it took from another article or
    an agency. `from_agencies` are those that an agency passed on, or that stand in its words. `taken` are its articles
    that were made from others, `lenders` those from which most were.
    """

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
    from_agencies: int
    own: int
    taken: int
    uncredited: int
    lenders: tuple[Lender, ...]


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
    agencies: dict[str, bool]  # by outlet in lower case; those that users say are none are False
    sort: str
    cut: Cut


def agency_names(store: Store, *, is_listed: Callable[[str], bool]) -> list[str]:
    """Who is an agency: whom articles credit for their copy, and those that are listed; users have the last word."""
    said = agencies(store)
    return sorted(name for name, credited in store.query(NAMED) if said.get(name.lower(), credited or is_listed(name)))


def sources(store: Store, *, is_listed: Callable[[str], bool], sort: str = "statements", page: int = 1) -> Sources:
    """The outlets in this order, a key of SORTS, and who is quoted most; `is_listed` knows agencies by their names."""
    known = agency_names(store, is_listed=is_listed)
    names = (
        "outlet", "articles", "statements", "on_record", "spokespeople", "institutions", "documents", "unnamed",
        "nobody", "through_others", "from_agencies", "own", "taken", "uncredited",
    )  # fmt: skip
    ((total,),) = store.query("select count(distinct outlet) from article")
    rows = store.query(OUTLETS.format(order=SORTS[sort]), {**bounds(page), "agencies": known})
    lenders: dict[str, list[Lender]] = defaultdict(list)
    for outlet, other, articles in store.query(TAKEN_FROM, {"outlets": [row[0] for row in rows], "most": LENDERS}):
        lenders[outlet].append(Lender(outlet=other, articles=articles))
    return Sources(
        outlets=tuple(OutletRow(**dict(zip(names, row, strict=True)), lenders=tuple(lenders[row[0]])) for row in rows),
        quoted=tuple(
            QuotedRow(entity=id, name=name, statements=statements, outlets=outlets)
            for id, name, statements, outlets in store.query(QUOTED, {"limit": AT_MOST})
        ),
        owners=owners(store),
        agencies={name.lower(): True for name in known} | agencies(store),
        sort=sort,
        cut=Cut(page=page, total=total),
    )
