"""One person, body or outlet across articles: what they said, what was said for and about them, where they stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeVar, get_args

from reportedly.store.database import Store
from reportedly.store.overviews.paging import PART, Cut, Part, bounds
from reportedly.store.overviews.positions import Stance, part_of_stances

List = Literal["said", "for-them", "passed-on", "about", "stands", "why"]
LISTS: tuple[List, ...] = get_args(List)
HOWS: tuple[List, ...] = ("said", "for-them", "passed-on", "about")  # the lists of statements
Row = TypeVar("Row")

FOUND = """
with found as (
    select entity.id, kind, names, roles, place from entity
    where $words is null or exists (select 1 from unnest(names) as n(name) where contains(lower(name), $words))
)"""

COUNT = f"{FOUND} select count(*) from found where id in (select entity from identity)"

LIST = f"""{FOUND},
counted as (
    select found.id, count(*) as actors, count(distinct article.outlet) as outlets
    from found join identity on identity.entity = found.id join article on article.number = identity.article
    group by found.id
)
select found.id, kind, names, roles, actors, outlets
from found join counted using (id) order by actors desc, names[1], found.id limit $limit offset $offset"""

# the last hop is whose words they are; a spokesperson stands before it
OF_ENTITY = """
with actors as (select article, actor from identity where entity = $id),
own as materialized (
    select link.statement, link.article, link.hop, link.actor
    from actors join link on link.article = actors.article and link.actor = actors.actor where link.hop > 0
),
voiced as (  -- by a press service, say: whose words they are is an institution, and no spokesperson is known
    select own.statement from own join link on link.statement = own.statement and link.hop = own.hop - 1
        join actor on actor.article = link.article and actor.id = link.actor
    where list_contains(speaks_for, own.actor)
),
names as (select unnest(names) as name from entity where id = $id),
uttered as (
    select own.statement from own join statement on statement.number = own.statement where own.hop = len(chain) - 1
),
hit as (  -- what they say of themselves is what they say
    select distinct subject.statement from names join name on name.name = names.name
        join subject on subject.name = name.number
        anti join uttered on uttered.statement = subject.statement
),
told as (
    select own.statement, case when own.hop < len(chain) - 1 then 'passed-on'
        when sourcing = 'spokesperson' or own.statement in (select statement from voiced) then 'for-them'
        else 'said' end as how
    from own join statement on statement.number = own.statement
    union all select statement, 'about' from hit join statement on statement.number = hit.statement
)"""

# a page of each of several lists, and the first of each, which says how long the list is
SAID = f"""{OF_ENTITY},
dated as (
    select how, told.statement, count(*) over (partition by how) as total,
        row_number() over (partition by how order by moment desc nulls last, told.statement) as place
    from told join statement on statement.number = told.statement join article on article.number = statement.article
    where how in (select unnest($hows))
),
shown as (select * from dated where place = 1 or place > $offset and place <= $offset + $limit)
select place, total, how, article.id, statement.id, outlet, published, statement.text, starts[1], sourcing, act,
    statement.status, chain, statement.score
from shown join statement on statement.number = shown.statement join article on article.number = statement.article
order by how, place"""

ROLES = """
with actors as materialized (select article, actor from identity where entity = $id),
given as materialized (
    select actors.article, unnest(roles) as role
    from actors join actor on actor.article = actors.article and actor.id = actors.actor
)
select max(role) as spelt, min(published), count(distinct outlet)
from given join article on article.number = given.article
group by lower(role) order by count(*) desc, spelt limit 12"""

SPEAKS_FOR = """
with actors as (select article, actor from identity where entity = $id),
principals as (
    select actors.article, unnest(actor.speaks_for) as actor
    from actors join actor on actor.article = actors.article and actor.id = actors.actor where len(speaks_for) > 0
),
known as (
    select distinct identity.entity
    from principals join identity on identity.article = principals.article and identity.actor = principals.actor
)
select id, coalesce(names[1], (  -- who has no name is called as it is where it first stands
    select arg_min(label, actor.rowid) from identity join actor on actor.article = identity.article
        and actor.id = identity.actor where identity.entity = entity.id
))
from entity where id in (select entity from known) and id <> $id order by 2 limit 12"""

WHY = """
select article.id, actor.id, outlet, published, label, identity.score, reasons, reason_scores
from identity join actor on actor.article = identity.article and actor.id = identity.actor
    join article on article.number = identity.article
where entity = $id order by score, moment nulls last, article.number, actor.id limit $limit offset $offset"""

ACTORS = "select count(*) from identity where entity = $id"


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityRow:
    """An entity in a list, with in how many articles and outlets it occurs."""

    id: str
    kind: str
    names: tuple[str, ...]
    roles: tuple[str, ...]
    articles: int
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entities:
    """A page of entities, those of the most articles first."""

    rows: tuple[EntityRow, ...]
    words: str | None
    cut: Cut


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidRow:
    """A statement of an entity: their own, one in their name, one they passed on, or one about them (`how`)."""

    how: str
    article: str
    statement: str
    outlet: str | None
    published: str | None
    words: str
    start: int
    sourcing: str
    act: str
    status: str
    chain: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleRow:
    """A role that articles give somebody: the first that does, and how many outlets do."""

    role: str
    since: str | None
    outlets: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyRow:
    """Why the actor of an article is this entity: the score and its parts."""

    article: str
    actor: str
    outlet: str | None
    published: str | None
    label: str
    score: float
    parts: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """What the store holds of one entity, a page of each list; when one is asked for alone, the others are None."""

    id: str
    kind: str
    names: tuple[str, ...]
    sites: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    speaks_for: tuple[tuple[str, str], ...]
    said: Part[SaidRow] | None
    for_them: Part[SaidRow] | None
    passed_on: Part[SaidRow] | None
    about: Part[SaidRow] | None
    positions: Part[Stance] | None
    why: Part[WhyRow] | None


def entities(store: Store, *, words: str | None = None, page: int = 1) -> Entities:
    """A page of the entities that have these words in a name."""
    values = {"words": words.lower() if words else None}
    ((total,),) = store.query(COUNT, values)
    return Entities(
        rows=tuple(
            EntityRow(id=id, kind=kind, names=tuple(names), roles=tuple(roles), articles=articles, outlets=outlets)
            for id, kind, names, roles, articles, outlets in store.query(LIST, {**values, **bounds(page)})
        ),
        words=words,
        cut=Cut(page=page, total=total),
    )


def entity(store: Store, id: str, *, lists: tuple[List, ...] = LISTS, page: int = 1) -> EntityPage | None:
    """What the store holds of one entity, with a page of these lists; None when there is none of this id."""
    known = store.query("select kind, names, sites from entity where id = $id", {"id": id})
    if not known:
        return None
    kind, names, sites = known[0]

    def part(name: List, total: int, sql: str, row: Callable[..., Row], wanted: Mapping[str, str]) -> Part[Row] | None:
        if name not in lists:
            return None
        there = (page - 1) * PART < total
        rows = store.query(sql, {**wanted, **bounds(page, PART)}) if there else []
        return Part(rows=tuple(row(*one) for one in rows), cut=Cut(page=page, total=total, size=PART, list=name))

    hows = [how for how in lists if how in HOWS]
    found = store.query(SAID, {"id": id, "hows": hows, **bounds(page, PART)}) if hows else []
    totals = {how: total for _, total, how, *_ in found}
    rows = [_said(*row) for place, _, *row in found if place > (page - 1) * PART]

    def told(how: List) -> Part[SaidRow] | None:
        if how not in lists:
            return None
        cut = Cut(page=page, total=totals.get(how, 0), size=PART, list=how)
        return Part(rows=tuple(row for row in rows if row.how == how), cut=cut)

    ((actors,),) = store.query(ACTORS, {"id": id})
    return EntityPage(
        id=id,
        kind=kind,
        names=tuple(names),
        sites=tuple(sites),
        roles=tuple(RoleRow(role=r, since=since, outlets=n) for r, since, n in store.query(ROLES, {"id": id})),
        speaks_for=tuple((other, name) for other, name in store.query(SPEAKS_FOR, {"id": id})),
        said=told("said"),
        for_them=told("for-them"),
        passed_on=told("passed-on"),
        about=told("about"),
        positions=part_of_stances(store, id, page=page, name="stands") if "stands" in lists else None,
        why=part("why", actors, WHY, _why, {"id": id}),
    )


def _said(*row: Any) -> SaidRow:
    names = (
        "how", "article", "statement", "outlet", "published", "words", "start", "sourcing", "act", "status", "chain",
        "score",
    )  # fmt: skip
    values = dict(zip(names, row, strict=True))
    return SaidRow(**values | {"chain": tuple(values["chain"])})


def _why(
    article: str, actor: str, outlet: str | None, published: str | None, label: str, score: float,
    reasons: list[str], scores: list[float],
) -> WhyRow:  # fmt: skip
    return WhyRow(
        article=article, actor=actor, outlet=outlet, published=published, label=label, score=score,
        parts=tuple(zip(reasons, scores, strict=True)),
    )  # fmt: skip
