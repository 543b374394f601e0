from __future__ import annotations

import pytest

from reportedly.reading.cast.bases import Basis, Telling, basis_of
from reportedly.reading.cast.phrases import parse


@pytest.mark.parametrize(
    ("text", "words", "basis", "tells"),
    [
        ("Two people briefed on it said no.", "Two people briefed on it", "briefed on it", Telling.KNOWING),
        ("Two people who saw it said no.", "Two people who saw it", "who saw it", Telling.KNOWING),
        ("Two men, who met U.S. Rep. Ada Renn, said no.", "Two men", "who met U.S. Rep. Ada Renn", Telling.KNOWING),
        ("Two people, who had seen the letter, said no.", "Two people", "who had seen the letter", Telling.KNOWING),
        ("Two people familiar with the plan said no.", "Two people", "familiar with the plan", Telling.KNOWING),
        ("Two people with knowledge of it said no.", "Two people", "with knowledge of it", Telling.KNOWING),
        ("Three well-informed officials said no.", "Three well-informed officials", "well-informed", Telling.KNOWING),
        ("", "Two envoys who were told of it", "envoys who were told of it", Telling.KNOWING),
        ("", "Two Talveran diplomats briefed on it", "Talveran diplomats briefed on it", Telling.KNOWING),
        ("", "Two New York lawyers", "New York lawyers", Telling.CALLED),
        ("", "Two new lawyers", "lawyers", Telling.CALLED),
        ("", "A Treasury official", "Treasury official", Telling.CALLED),
        ("", "A gravedigger", "gravedigger", Telling.CALLED),
        ("", "At least one lawyer", "lawyer", Telling.CALLED),
        ("", "Historians", "Historians", Telling.CALLED),
        ("", "her own officials", "her officials", Telling.CALLED),
        ("", "Renn's three aides", "Renn's aides", Telling.CALLED),
        ("", "Vale's people", "Vale's people", Telling.CALLED),
        ("", "a palace flunky", "palace flunky", Telling.CALLED),
        ("", "brave medics", "brave medics", Telling.CALLED),
        ("", "a forester in Lower Sarn", "forester in Lower Sarn", Telling.PLACED),
        ("", "two officials at the ministry", "officials at the ministry", Telling.PLACED),
        ("", "a source at the ministry", "at the ministry", Telling.PLACED),
        ("", "an editor there", "editor", Telling.CALLED),
        ("", "two bankers quoted by the Lantern", "bankers", Telling.CALLED),
        ("", "a baker who swears that he saw it", "baker", Telling.CALLED),
        ("", "a clerk who spoke on condition of anonymity", "clerk", Telling.CALLED),
        ("", "a clerk who saw it and asked not to be named", "clerk who saw it", Telling.KNOWING),
        ("", "a clerk who spoke with the mediator", "clerk who spoke with the mediator", Telling.KNOWING),
        ("", "an envoy not authorised to speak", "envoy not authorised to speak", Telling.CALLED),
    ],
)  # fmt: skip
def test_why_they_would_know_or_what_they_are(text: str, words: str, basis: str, tells: Telling) -> None:
    assert _basis(text, words) == (basis, tells)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Two officials said no.", "Two officials"),
        ("A senior diplomat said no.", "A senior diplomat"),
        ("Two people said no, who would have thought.", "Two people"),
        ("Our source said no.", "Our source"),
        ("Officials here said no.", "Officials here"),
        ("Two insiders quoted said no.", "Two insiders quoted"),
        ("The request said no.", "The request"),
        ("Two ministries at the harbour said no.", "Two ministries at the harbour"),
    ],
)
def test_what_tells_neither(text: str, words: str) -> None:
    assert _basis(text, words) is None


CALLED = Basis("aides", Telling.CALLED)
PLACED = Basis("aides in Sarn", Telling.PLACED, "in Sarn")
KNOWING = Basis("aide who saw it", Telling.KNOWING, "who saw it")


def test_what_a_later_mention_tells_is_added_where_it_tells_more() -> None:
    assert CALLED.joined(None) is CALLED
    assert CALLED.joined(PLACED) is PLACED
    assert PLACED.joined(CALLED) is PLACED
    assert PLACED.joined(KNOWING).words == "aides in Sarn, who saw it"
    assert KNOWING.joined(PLACED) is KNOWING


def test_one_of_a_group_is_told_of_by_own_words_or_the_groups() -> None:
    assert PLACED.of_member(None) is PLACED
    assert CALLED.of_member(Basis("aide", Telling.CALLED)) is CALLED
    assert CALLED.of_member(KNOWING).words == "aides, who saw it"
    assert KNOWING.of_member(PLACED) is KNOWING
    assert KNOWING.of_member(Basis("who rang", Telling.KNOWING, "who rang")).words == "who rang"


def _basis(text: str, words: str) -> tuple[str, Telling] | None:
    text = text if words in text else f"{words} said no."
    start = text.index(words)
    found = basis_of(text, start, start + len(words), parse(words))
    return None if found is None else (found.words, found.tells)
