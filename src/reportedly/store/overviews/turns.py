"""Speakers who said one thing and later the contrary: of one entity, or within a story."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.store.database import Store

# a speaker is whose words they are, the last of the chain, where only outlets and those who speak for them pass these
# on: what an accuser or somebody unnamed puts into their mouth they need not have said; a claim is told by them from
# their first telling of it on, and a retelling that changes it is not what they said
TURNS = """
with known as (select distinct claim, other from contradiction),
told as (
    select claim, article, statement from telling
    semi join known on known.claim = telling.claim
    anti join variant on variant.article = telling.article and variant.statement = telling.statement
    where article in ({articles})
),
voiced as (
    select told.claim, statement.number, link.article, link.actor, hop
    from told join statement on statement.article = told.article and statement.id = told.statement
        and statement.status = 'made'
        join link on link.statement = statement.number
    qualify hop > 0 and hop = max(hop) over (partition by told.claim, link.statement)
),
hearsay as (
    select voiced.number
    from voiced join link on link.statement = voiced.number and link.hop > 0 and link.hop < voiced.hop
        join actor on actor.article = link.article and actor.id = link.actor
    where actor.kind <> 'outlet' and not list_contains(actor.speaks_for, voiced.actor)
),
said as (
    select voiced.claim, entity, voiced.number
    from voiced anti join hearsay on hearsay.number = voiced.number
        join identity on identity.article = voiced.article and identity.actor = voiced.actor {of_entity}
),
first as (
    select claim, entity, said.number, moment
    from said join statement on statement.number = said.number join article on article.number = statement.article
    where moment is not null
    qualify row_number() over (partition by claim, entity order by moment, said.number) = 1
),
turned as (
    select one.entity, one.claim as before_claim, one.number as before, two.claim as after_claim, two.number as after
    from known join first as one on one.claim = known.claim
        join first as two on two.claim = known.other and two.entity = one.entity and two.moment > one.moment
)
select entity.id, names[1],
    before_claim, own.id, earlier.id, own.outlet, own.published, earlier.text, earlier.starts[1],
    after_claim, other.id, later.id, other.outlet, other.published, later.text, later.starts[1]
from turned join entity on entity.id = turned.entity
    join statement as earlier on earlier.number = before join article as own on own.number = earlier.article
    join statement as later on later.number = after join article as other on other.number = later.article
order by other.moment desc, later.number, earlier.number"""

# few entities and stories have any: without one of these, the rest is not asked
OPPOSED = """
select 1 from telling semi join contradiction on contradiction.claim = telling.claim
where article in ({articles}) limit 1"""

_WORD = re.compile(r"[^\W\d_]{4,}")
_BEGINNING = 5  # letters that two forms of a word share

OF_STORY = "select article from story_article where story = $story"
OF_ENTITY = "select article from identity where entity = $entity"


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a speaker said: the claim, and the first statement in which they tell it."""

    claim: str
    article: str
    statement: str
    outlet: str | None
    published: str | None
    words: str
    start: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A speaker who said one thing, and later what contradicts it."""

    entity: str
    name: str | None
    before: Said
    after: Said


def turns_of(store: Store, entity: str) -> tuple[Turn, ...]:
    """Those of an entity, the latest first."""
    return _turns(store, OF_ENTITY, entity=entity, story=None)


def turns_in(store: Store, story: str) -> tuple[Turn, ...]:
    """Those of all who speak in a story, the latest first."""
    return _turns(store, OF_STORY, entity=None, story=story)


def _turns(store: Store, articles: str, *, entity: str | None, story: str | None) -> tuple[Turn, ...]:
    values = {"story": story} if entity is None else {"entity": entity}
    if not store.query(OPPOSED.format(articles=articles), values):
        return ()
    whose = "where entity = $entity" if entity is not None else ""
    sql = TURNS.format(articles=articles, of_entity=whose)
    names = ("claim", "article", "statement", "outlet", "published", "words", "start")
    turns = (
        Turn(
            entity=id,
            name=name,
            before=Said(**dict(zip(names, row[:7], strict=True))),
            after=Said(**dict(zip(names, row[7:], strict=True))),
        )
        for id, name, *row in store.query(sql, values)
    )
    return tuple(turn for turn in turns if not _beginnings(turn.before).isdisjoint(_beginnings(turn.after)))


def _beginnings(said: Said) -> set[str]:
    """How its words begin: two that share none may be of two things, and nobody is accused by that."""
    return {word[:_BEGINNING] for word in _WORD.findall(said.words.lower())}
