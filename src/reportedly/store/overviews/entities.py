"""One person, body or outlet across articles: what they said, what was said for and about them, where they stand."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut, bounds
from reportedly.store.overviews.positions import Stance, marked, stances_of

AT_MOST = 60  # rows of one list on a page

LIST = """
with found as (
    select entity.id, kind, names, roles, place from entity
    where $words is null or exists (select 1 from unnest(names) as n(name) where contains(lower(name), $words))
),
counted as (
    select found.id, count(*) as actors, count(distinct article.outlet) as outlets
    from found join identity on identity.entity = found.id join article on article.number = identity.article
    group by found.id
)
select found.id, kind, names, roles, actors, outlets, count(*) over () as total
from found join counted using (id) order by actors desc, names[1], found.id limit $limit offset $offset"""

# the last hop is whose words they are; a spokesperson stands before it
SAID = """
with actors as (select article, actor from identity where entity = $id),
own as (
    select link.statement, link.article, link.hop
    from actors join link on link.article = actors.article and link.actor = actors.actor where link.hop > 0
)
select
    case when own.hop < len(chain) - 1 then 'passed on' when sourcing = 'spokesperson' then 'for them' else 'said' end,
    article.id, statement.id, outlet, published, statement.text, starts[1], sourcing, act, statement.status, chain,
    statement.score
from own join statement on statement.number = own.statement join article on article.number = own.article
order by moment desc nulls last, statement.number limit $limit"""

ABOUT = """
with names as (select unnest(names) as name from entity where id = $id),
hit as (
    select distinct subject.statement from names join name on name.name = names.name
        join subject on subject.name = name.number
)
select 'about', article.id, statement.id, outlet, published, statement.text, starts[1], sourcing, act,
    statement.status, chain, statement.score
from hit join statement on statement.number = hit.statement join article on article.number = statement.article
order by moment desc nulls last, statement.number limit $limit"""

ROLES = """
select role, min(published), count(distinct article.outlet)
from identity join actor on actor.article = identity.article and actor.id = identity.actor
    join article on article.number = actor.article, unnest(actor.roles) as r(role)
where entity = $id group by role order by count(*) desc, role limit 12"""

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
select id, names[1] from entity where id in (select entity from known) and id <> $id order by 2 limit 12"""

WHY = """
select article.id, actor.id, outlet, published, label, identity.score, reasons, reason_scores
from identity join actor on actor.article = identity.article and actor.id = identity.actor
    join article on article.number = identity.article
where entity = $id order by score, moment nulls last limit $limit"""


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
    """A statement in the list of an entity: their own, one passed on, one in their name, or one about them (`how`)."""

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
    """All that the store holds of one entity; lists are cut at AT_MOST rows, newest first."""

    id: str
    kind: str
    names: tuple[str, ...]
    sites: tuple[str, ...]
    roles: tuple[RoleRow, ...]
    speaks_for: tuple[tuple[str, str], ...]
    said: tuple[SaidRow, ...]
    for_them: tuple[SaidRow, ...]
    passed_on: tuple[SaidRow, ...]
    about: tuple[SaidRow, ...]
    positions: tuple[Stance, ...]
    why: tuple[WhyRow, ...]


def entities(store: Store, *, words: str | None = None, page: int = 1) -> Entities:
    """A page of the entities that have these words in a name."""
    rows = store.query(LIST, {"words": words.lower() if words else None, **bounds(page)})
    return Entities(
        rows=tuple(
            EntityRow(id=id, kind=kind, names=tuple(names), roles=tuple(roles), articles=articles, outlets=outlets)
            for id, kind, names, roles, articles, outlets, _ in rows
        ),
        words=words,
        cut=Cut(page=page, total=rows[0][6] if rows else 0),
    )


def entity(store: Store, id: str) -> EntityPage | None:
    """What the store holds of one entity; None when there is none of this id."""
    known = store.query("select kind, names, sites from entity where id = $id", {"id": id})
    if not known:
        return None
    kind, names, sites = known[0]
    own = [_said(row) for row in store.query(SAID, {"id": id, "limit": 4 * AT_MOST})]
    return EntityPage(
        id=id,
        kind=kind,
        names=tuple(names),
        sites=tuple(sites),
        roles=tuple(RoleRow(role=r, since=since, outlets=n) for r, since, n in store.query(ROLES, {"id": id})),
        speaks_for=tuple((other, name) for other, name in store.query(SPEAKS_FOR, {"id": id})),
        said=tuple(row for row in own if row.how == "said")[:AT_MOST],
        for_them=tuple(row for row in own if row.how == "for them")[:AT_MOST],
        passed_on=tuple(row for row in own if row.how == "passed on")[:AT_MOST],
        about=tuple(_said(row) for row in store.query(ABOUT, {"id": id, "limit": AT_MOST})),
        positions=marked(stances_of(store, entity=id)),
        why=tuple(
            WhyRow(
                article=article, actor=actor, outlet=outlet, published=published, label=label, score=score,
                parts=tuple(zip(reasons, scores, strict=True)),
            )
            for article, actor, outlet, published, label, score, reasons, scores in store.query(
                WHY, {"id": id, "limit": AT_MOST}
            )
        ),
    )  # fmt: skip


def _said(row: tuple[object, ...]) -> SaidRow:
    names = (
        "how", "article", "statement", "outlet", "published", "words", "start", "sourcing", "act", "status", "chain",
        "score",
    )  # fmt: skip
    values = dict(zip(names, row, strict=True))
    return SaidRow(**values | {"chain": tuple(values["chain"])})  # type: ignore[arg-type]  # as the query gives them
