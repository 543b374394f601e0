from __future__ import annotations

import pytest

from reportedly.trace.wording import (
    figures,
    hedges,
    is_conditional,
    is_negated,
    looks_ahead,
    looks_back,
    split_negations,
    stem,
    stems,
    tokens,
)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("seven million barrels", [7_000_000]),
        ("700,000 barrels", [700_000]),
        ("3.2 percent by 2040", [3.2, 2040]),
        ("Four hundred and twelve persons", [412]),
        ("forty-two men and a dozen dogs", [42, 12]),
        ("$1.5 billion", [1_500_000_000]),
        ("two thousand three hundred loaves, two dozen ovens", [2300, 24]),
        ("half a million people, a quarter of a million homes", [500_000, 250_000]),
        ("two and a half per cent, two fifths, seven point one", [2.5, 0.4, 7.1]),
        ("240 mln crowns in two three-year terms", [240_000_000, 2, 3]),
        ("one of them said that one should wait", []),
        ("nobody came", []),
    ],
)
def test_numbers_are_read_in_words_and_digits(text: str, values: list[float]) -> None:
    assert [figure.value for figure in figures(tokens(text))] == pytest.approx(values)


def test_what_is_counted_stands_with_its_number() -> None:
    assert [figure.follows for figure in figures(tokens("nine ships and two dogs"))] == ["ship", "dog"]


@pytest.mark.parametrize("words", ["announced announcement announces", "meeting met", "refuse refused refusing"])
def test_forms_of_a_word_share_a_stem(words: str) -> None:
    assert len({stem(word) for word in words.split()}) == 1


def test_words_without_meaning_have_no_stem() -> None:
    assert stems(tokens("The harbour will be closed on 3 April")) == ["harbour", "clos", "april"]


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("The harbour is safe", False),
        ("The harbour is not safe", True),
        ("Nobody sails", True),
        ("It isn't safe", True),
        ("It is not true that nobody sails", False),
    ],
)
def test_two_negations_affirm(text: str, negated: bool) -> None:
    assert is_negated(split_negations(tokens(text))) is negated


def test_hedges_and_conditions() -> None:
    low = split_negations(tokens("The quay may close if divers find cracks"))
    assert hedges(low) == 2
    assert is_conditional(low)
    assert hedges(split_negations(tokens("The quay closes"))) == 0


@pytest.mark.parametrize(
    ("text", "ahead", "back"),
    [
        ("The ministers will meet", True, False),
        ("The ministers have met", False, True),
        ("to meet on Friday", True, False),
        ("The quay was closed", False, True),
        ("The quay is to be closed", True, False),
    ],
)
def test_what_is_to_come_and_what_has_been(text: str, ahead: bool, back: bool) -> None:
    low = split_negations(tokens(text))
    assert (looks_ahead(low), looks_back(low)) == (ahead, back)


def test_a_negation_that_stands_alone_is_one_word() -> None:
    assert split_negations(["did", "n't", "close"]) == ["did", "n't", "close"]
    assert split_negations(["’s"]) == ["s"]
