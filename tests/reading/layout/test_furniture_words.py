"""What the rules on whole lines take for granted."""

from __future__ import annotations

import re

from reportedly.reading.layout.furniture_words import _FAR, rules


def alternatives(pattern: str) -> int:
    """How many alternatives a pattern has outside of its groups."""
    bare = re.sub(r"\\.|\[(?:\\.|[^\]\\])*\]", "", pattern)
    depth, count = 0, 1
    for sign in bare:
        depth += (sign == "(") - (sign == ")")
        count += sign == "|" and depth == 0
    return count


def test_rules_tried_at_the_start_alone_cannot_hold_elsewhere() -> None:
    at_start = [rule for rule in rules() if rule.at_start]
    assert at_start
    for rule in at_start:
        assert rule.pattern.pattern.startswith(r"\A")
        assert alternatives(rule.pattern.pattern) == 1


def test_no_rule_asks_for_lines_farther_than_lines_are_told_apart() -> None:
    assert all(rule.from_end is None or rule.from_end < _FAR for rule in rules())
