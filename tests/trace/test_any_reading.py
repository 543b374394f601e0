"""Nothing that can be read breaks what is traced."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Reading
from reportedly.trace.entities import find_entities
from reportedly.trace.reuse import find_derivations
from reportedly.trace.stories import find_stories
from tests.strategies import readings
from tests.trace.press import press


@given(st.lists(readings(), max_size=4, unique_by=lambda reading: reading.article.id))
def test_every_article_has_a_story_and_every_actor_an_entity(held: list[Reading]) -> None:
    everything = [*held, *press()]
    stories = find_stories(everything)
    entities, identities = find_entities(everything, stories)
    assert sorted(a for story in stories for a in story.articles) == sorted(r.article.id for r in everything)
    assert {(i.article, i.actor) for i in identities} == {(r.article.id, a.id) for r in everything for a in r.actors}
    assert {identity.entity for identity in identities} <= {entity.id for entity in entities}
    for derivation in find_derivations(everything, stories):
        assert derivation.from_ != derivation.to
        assert derivation.evidence
