"""What the store knows of one article beside its reading: its story, claims, entities, kin and dates."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.given import KnownDate
from reportedly.store.database import Store

NUMBER = "select article from alias where id = $id limit 1"

CLAIMS = f"""
select telling.statement, claim.id, wording, independent_origins,
    (select count(distinct article.outlet) from telling as told join article on article.number = told.article
        where told.claim = claim.id),
    list(distinct origin.kind),
    exists (select 1 from variant where variant.article = telling.article and variant.statement = telling.statement)
from telling join claim on claim.id = telling.claim left join origin on origin.claim = claim.id
where telling.article = ({NUMBER})
group by telling.article, telling.statement, claim.id, wording, independent_origins, telling.starts[1]
order by telling.starts[1], telling.statement"""

ENTITIES = f"select actor, entity, score from identity where article = ({NUMBER}) order by rowid"

KIN = f"""
select from_article = ({NUMBER}), article.id, outlet, title, published, kind, credited, score
from derivation join article
    on article.number = case when from_article = ({NUMBER}) then to_article else from_article end
where from_article = ({NUMBER}) or to_article = ({NUMBER})
order by moment nulls last, article.number"""

STORY = f"""
select story.id, headline, (select count(*) from story_article as own where own.story = story.id)
from story join story_article on story_article.story = story.id where article = ({NUMBER}) limit 1"""

SOURCES = f"select source from given where article = ({NUMBER}) order by rowid"


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
    of = {"id": article_id}
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
