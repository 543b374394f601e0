"""What the store knows of one article beside its reading: its story, claims, entities, kin and dates."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.given import KnownDate
from reportedly.store.database import Store
from reportedly.store.overviews.stories import SPREAD, UNCHANGED

NUMBER = "select article from alias where id = $id limit 1"

CLAIMS = f"""
with told as (select distinct claim, statement, starts[1] as start from telling where article = $number),
{UNCHANGED.format(claims="select claim from told")},
{SPREAD},
kinds as (
    select claim, list(distinct kind) as kinds from origin where claim in (select claim from told) group by claim
),
changed as (select statement from variant where article = $number)
select told.statement, claim.id, wording, independent_origins, coalesce(outlets, 0), coalesce(kinds, []),
    told.statement in (select statement from changed)
from told join claim on claim.id = told.claim left join spread on spread.claim = told.claim
    left join kinds on kinds.claim = told.claim
order by told.start, told.statement"""

ENTITIES = "select actor, entity, score from identity where article = $number order by rowid"

KIN = """
with made as (
    select true as onward, to_article as other, kind, credited, score from derivation where from_article = $number
    union all select false, from_article, kind, credited, score from derivation where to_article = $number
)
select onward, article.id, outlet, title, published, kind, credited, score
from made join article on article.number = other order by moment nulls last, article.number"""

STORY = """
with own as (select story from story_article where article = $number limit 1)
select story.id, headline, (select count(*) from story_article where story = (select story from own))
from story where id = (select story from own)"""

SOURCES = "select source from given where article = $number order by rowid"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryLink:
    """The story of an article."""

    id: str
    headline: str | None
    articles: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimTold:
    """A claim that a statement tells: who vouches for it, how many outlets tell it, whether this telling changes it."""

    statement: str
    id: str
    wording: str
    independent_origins: int
    outlets: int
    kinds: tuple[str, ...]
    changes: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kin:
    """An article that this one was made from, or that was made from it (`onward`)."""

    onward: bool
    article: str
    outlet: str | None
    title: str | None
    published: str | None
    kind: str
    credited: bool
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """All of it, for one article."""

    story: StoryLink | None
    claims: tuple[ClaimTold, ...]
    entities: dict[str, str]  # by actor
    kin: tuple[Kin, ...]
    dates: tuple[KnownDate, ...]
    sources: tuple[str, ...]


def known_of(store: Store, article_id: str) -> Known:
    """What is known of an article beside its reading; empty before it is traced."""
    numbers = store.query(NUMBER, {"id": article_id})
    of = {"number": numbers[0][0] if numbers else None}
    story = next(iter(store.query(STORY, of)), None)
    names = ("onward", "article", "outlet", "title", "published", "kind", "credited", "score")
    return Known(
        story=StoryLink(id=story[0], headline=story[1], articles=story[2]) if story else None,
        claims=tuple(
            ClaimTold(
                statement=statement, id=id, wording=wording, independent_origins=independent, outlets=outlets,
                kinds=tuple(sorted(kind for kind in kinds if kind)), changes=changes,
            )
            for statement, id, wording, independent, outlets, kinds, changes in store.query(CLAIMS, of)
        ),
        entities={actor: entity for actor, entity, _ in store.query(ENTITIES, of)},
        kin=tuple(Kin(**dict(zip(names, row, strict=True))) for row in store.query(KIN, of)),
        dates=store.dates(article_id),
        sources=tuple(source for (source,) in store.query(SOURCES, of)),
    )  # fmt: skip
