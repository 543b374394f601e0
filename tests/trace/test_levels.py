from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.records import CHANGES, Act, Reading
from reportedly.trace.claims import claims_of
from reportedly.trace.kinds import KINDS, Matches
from reportedly.trace.kinship import Kinship
from reportedly.trace.levels import level, told_at_two_levels
from tests.trace.tellings import VALE, Hop, Line, article, tell

OUTER = "Ada Renn promised to sell the old cannery by the end of May"
OFFICE = Hop(name="the port office", kind="organisation")
MORNING, NOON = "2031-03-03T08:00:00Z", "2031-03-03T12:00:00Z"


def nested(outlet: str, day: str, inner: str, act: Act = "say", cue: str = "said") -> Reading:
    """An article in which the office says OUTER, with what Ada Renn promised as a statement in it."""
    reading = article(outlet, day, Line(content=OUTER, hops=(OFFICE,), act=act, cue=cue))
    (outside,) = reading.statements
    at = reading.article.text.index(inner)
    inside = replace(outside, id="s2", act="promise", within="s1")
    inside = replace(inside, content=(reading.article.span(at, at + len(inner)),))
    return replace(reading, statements=(outside, inside))


def row(**given: float) -> np.ndarray:
    kinds = np.array([given.get(kind, 0.0) for kind in KINDS], np.float32)
    kinds[-1] = 1 - kinds.sum()
    return kinds


@pytest.mark.parametrize(
    ("inner", "act", "cue", "sets"),
    [
        ("to sell the old cannery by the end of May", "say", "said", [[0, 1]]),
        ("the end of May", "say", "said", []),  # a scrap of it
        ("to sell the old cannery by the end of May", "deny", "denied", []),
    ],
)
def test_what_stands_in_what_is_said_is_told_at_two_levels(inner: str, act: Act, cue: str, sets: list[object]) -> None:
    assert told_at_two_levels(tell(nested("Lantern", MORNING, inner, act, cue))) == sets


def test_two_levels_are_one_and_are_to_others_what_they_are_on_average() -> None:
    told = tell(
        nested("Lantern", MORNING, "to sell the old cannery by the end of May"),
        article("Post", NOON, Line(content="The cannery will be sold in May", hops=(VALE,))),
    )
    levelled = level(told, Matches({(0, 2): row(same=0.9), (1, 2): row(same=0.3, hedge=0.2)}))
    assert levelled.between(0, 1)[0] == 1.0
    for at in (0, 1):
        assert levelled.between(at, 2)[0] == pytest.approx(0.6)
        assert levelled.between(at, 2)[1 + CHANGES.index("hedge")] == pytest.approx(0.1)


def test_a_retelling_is_changed_at_both_levels_or_at_none() -> None:
    told = tell(
        article("Post", MORNING, Line(content="The cannery may be sold in May", hops=(VALE,))),
        nested("Lantern", NOON, "to sell the old cannery by the end of May"),
    )
    (claim,) = claims_of(told, Matches({(0, 1): row(hedge=0.9), (0, 2): row(same=0.5, hedge=0.2)}), Kinship.of([]))
    assert [(variant.statement, variant.how) for variant in claim.variants] == [("s1", "hedge"), ("s2", "hedge")]
