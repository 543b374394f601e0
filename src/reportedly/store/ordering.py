"""The order of what the trace has found: as if all of it had been found in one go."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.store.database import Store

STORIES = """update story set place = new.place
from (select unnest($ids::varchar[]) as id, unnest($places::integer[]) as place) as new
where story.id = new.id and story.place <> new.place"""

CLAIMS = """update claim set place = new.place
from (
    select claim.id, row_number() over (order by story.place, claim.place) - 1 as place
    from claim join telling on telling.claim = claim.id and telling.place = 0
        join story_article on story_article.article = telling.article join story on story.id = story_article.story
) as new
where claim.id = new.id and claim.place <> new.place"""

DERIVATIONS = """update derivation set place = new.place
from (
    select from_article, to_article, row_number() over (order by story.place, derivation.place) - 1 as place
    from derivation join story_article on story_article.article = to_article
        join story on story.id = story_article.story
) as new
where derivation.from_article = new.from_article and derivation.to_article = new.to_article
    and derivation.place <> new.place"""

ENTITIES = """update entity set place = new.place
from (select id, row_number() over (order by id) - 1 as place from entity) as new
where entity.id = new.id and entity.place <> new.place"""


def put_in_order(store: Store, stories: Sequence[str]) -> None:
    """Puts these stories, which are all, in their order; claims and derivations by their stories, entities by id."""
    with store.transaction():
        store.query(STORIES, {"ids": list(stories), "places": list(range(len(stories)))})
        for sql in (CLAIMS, DERIVATIONS, ENTITIES):
            store.query(sql)
