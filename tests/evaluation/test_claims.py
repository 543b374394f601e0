from __future__ import annotations

import pytest

from evaluation.claims import gold_derivations, traced
from reportedly.trace.kinship import Kinship
from tests.trace.tellings import ENGINEERS, WIRE, Line, article

STORY = {
    "story": "quay",
    "articles": [
        {"id": "meridian-wire-1", "derived_from": []},
        {
            "id": "lantern-1",
            "derived_from": [{"article": "meridian-wire-1", "how": "translated", "credited": True}],
        },
    ],
}


def test_derivations_of_the_gold_are_ours_by_kind() -> None:
    (derivation,) = gold_derivations(STORY)
    assert (derivation.from_, derivation.to, derivation.kind) == ("meridian-wire-1", "lantern-1", "rewrite")
    assert Kinship.of([derivation]).direct("lantern-1", "meridian-wire-1")


@pytest.mark.weights
def test_a_story_is_traced_with_the_derivations_that_are_given() -> None:
    line = Line(content="The north quay will close on Monday", hops=(ENGINEERS,), sourcing="unnamed")
    relayed = Line(content=line.content, hops=(WIRE, ENGINEERS), sourcing="unnamed")
    readings = [article("Meridian Wire", "2031-03-03", line), article("Lantern", "2031-03-04", relayed)]
    by_id = {reading.article.id: reading for reading in readings}
    given = gold_derivations(STORY)
    assert traced(STORY, by_id, given).derivations == tuple(given)
    assert len(traced(STORY, by_id).claims) == 1
