from __future__ import annotations

import pytest

from evaluation.ecb import articles_apart, bcubed, kept_apart


def test_bcubed_counts_by_item() -> None:
    gold = {"a": "1", "b": "1", "c": "2", "d": "2"}
    assert bcubed(gold, {"a": "x", "b": "x", "c": "y", "d": "y"}) == (1, 1, 1)
    precision, recall, f1 = bcubed(gold, dict.fromkeys(gold, "x"))
    assert (precision, recall) == (0.5, 1)
    assert f1 == pytest.approx(2 / 3)
    assert bcubed(gold, {name: name for name in gold})[:2] == (1, 0.5)


def test_topics_are_kept_apart_when_no_found_story_has_both_of_theirs() -> None:
    gold = {"a": "1ecb", "b": "1ecbplus", "c": "2ecb", "d": "2ecbplus", "e": "3ecb"}
    found = {"a": "x", "b": "y", "c": "z", "d": "z", "e": "z"}
    assert kept_apart(gold, found) == (1, 2)
    assert articles_apart(gold, found) == 0.5
