"""What a correction can be about: a statement beside the claims of its story, an actor beside who it may be."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.store.database import Store

TELLINGS = """
select article.id, telling.statement, outlet, statement.text
from telling join article on article.number = telling.article
    join statement on statement.article = telling.article and statement.id = telling.statement
where telling.claim = (select claim from telling as own join article as held on held.number = own.article
    where held.id = $article and own.statement = $statement limit 1)
    and not (article.id = $article and telling.statement = $statement)
order by moment, article.number, telling.statement limit 50"""

CLAIMS = """
select first(article.id order by telling.place), first(telling.statement order by telling.place), wording
from claim join telling on telling.claim = claim.id join article on article.number = telling.article
where telling.article in (select article from story_article where story = $story)
    and claim.id not in (select claim from telling as own join article as held on held.number = own.article
        where held.id = $article and own.statement = $statement)
group by claim.id, wording, claim.place order by claim.place limit 200"""

STAND_INS = """
select entity.id, names[1], article.id, identity.actor, outlet
from entity join identity on identity.entity = entity.id join article on article.number = identity.article
where entity.id <> $entity and exists (select 1 from unnest(names) as n(name) where contains(lower(name), $words))
qualify row_number() over (partition by entity.id order by identity.score desc, article.number) = 1
order by names[1], entity.id limit 20"""

ENTITY = """
select entity.id, names[1] from identity join entity on entity.id = identity.entity
    join article on article.number = identity.article where article.id = $article and actor = $actor"""

OTHERS = """
select article.id, actor, outlet from identity join article on article.number = identity.article
where entity = $entity and not (article.id = $article and actor = $actor) order by score desc, article.number limit 1"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Other:
    """Another record that one may be the same as, with what to call it."""

    article: str
    id: str
    label: str
    outlet: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """Who an actor is taken for, with another actor who is taken for the same, if there is one."""

    id: str
    name: str | None
    other: Other | None


def tellings_beside(store: Store, article: str, statement: str) -> tuple[Other, ...]:
    """The other tellings of the claim that a statement tells."""
    rows = store.query(TELLINGS, {"article": article, "statement": statement})
    return tuple(Other(article=a, id=s, label=text, outlet=outlet) for a, s, outlet, text in rows)


def claims_beside(store: Store, article: str, statement: str, story: str) -> tuple[Other, ...]:
    """The other claims of its story, each by its first telling."""
    rows = store.query(CLAIMS, {"article": article, "statement": statement, "story": story})
    return tuple(Other(article=a, id=s, label=wording) for a, s, wording in rows)


def entity_of_actor(store: Store, article: str, actor: str) -> Entity | None:
    """Who an actor is taken for; None before it is traced."""
    rows = store.query(ENTITY, {"article": article, "actor": actor})
    if not rows:
        return None
    id, name = rows[0]
    others = store.query(OTHERS, {"entity": id, "article": article, "actor": actor})
    other = next((Other(article=a, id=o, label=name or "", outlet=outlet) for a, o, outlet in others), None)
    return Entity(id=id, name=name, other=other)


def stand_ins(store: Store, entity: str, words: str) -> tuple[Other, ...]:
    """Other entities with these words in a name, each by one of its actors."""
    rows = store.query(STAND_INS, {"entity": entity, "words": words.lower()})
    return tuple(
        Other(article=a, id=actor, label=name or "no name", outlet=outlet) for _, name, a, actor, outlet in rows
    )
