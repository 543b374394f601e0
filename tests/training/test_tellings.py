from __future__ import annotations

import json
from collections import Counter
from random import Random

import pytest

from reportedly.trace.kinds import CONTRADICTION, KINDS, OTHER, SAME
from training.tellings import Family, asked, families

FERRY = {
    "topic": "ferry",
    "base": "Berg: Sailings resume on Monday",
    "same": ["he: On Monday the boats run again", "the port: The ferry is back on Monday"],
    "changed": [["number", "Berg: Sailings resume on Tuesday"], ["hedge", "Berg: Sailings may resume on Monday"]],
    "contradicts": ["the union: No boat will sail on Monday"],
    "other": ["Berg: Crews were trained on Monday", "the union: Sailings are late"],
}


def test_a_family_makes_pairs_of_each_kind_and_a_change_comes_later() -> None:
    family = Family.of(json.dumps(FERRY))
    examples = list(family.examples(Random(3)))
    assert Counter(KINDS[example.kind] for example in examples) == {
        SAME: 4, "number": 1, "hedge": 1, CONTRADICTION: 1, OTHER: 3,
    }  # fmt: skip
    own = {family.base, *family.same}
    for example in examples:
        assert example.earlier != example.later
        if KINDS[example.kind] == SAME:
            assert {example.earlier, example.later} <= own
        if KINDS[example.kind] in ("number", "hedge"):
            assert example.earlier in own
            assert example.later not in own


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("base", "Sailings resume"),
        ("changed", [["mood", "Berg: Sailings resume"]]),
        ("same", []),
        ("other", ["no speaker", "Berg: late"]),
    ],
)
def test_a_family_that_is_not_as_it_should_be_is_refused_by_name(part: str, value: object) -> None:
    with pytest.raises(ValueError, match="the family"):
        Family.of(json.dumps({**FERRY, part: value}))


def test_the_families_that_are_kept_are_as_they_should_be_and_told_once() -> None:
    learnt, held_out = families()
    assert len(learnt) > 20 * len(held_out) > 0
    bases = [family.base for family in learnt + held_out]
    assert len(bases) == len(set(bases))


def test_the_answers_that_are_kept_are_probabilities_of_two_statements_of_one_story() -> None:
    pairs, answers = asked()
    assert answers.shape == (len(pairs), len(KINDS))
    assert answers.sum(axis=1) == pytest.approx(1, abs=1e-3)
    assert len(set(pairs)) == len(pairs) > 40_000
    assert all(a != b and a[0].split("/")[0] == b[0].split("/")[0] for a, b in pairs)
