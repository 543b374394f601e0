from __future__ import annotations

import pytest

from reportedly.store.words import stem, words_in


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talks", "talk"), ("peacekeepers", "peacekeeper"), ("moved", "moving"), ("moves", "move"), ("stopped", "stop"),
        ("countries", "country"), ("Zürich", "Zurich"), ("U.S.", "US"), ("ministers’", "minister"),
        ("watches", "watched"), ("losses", "loss"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert words_in(one) == words_in(other)


@pytest.mark.parametrize(
    ("one", "other"), [("new", "news"), ("bed", "bing"), ("is", "i"), ("sing", "s"), ("2.5", "25")]
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert words_in(one) != words_in(other) or words_in(one) == []


def test_words_come_once_and_without_those_of_every_sentence() -> None:
    assert words_in("The talks, he said, were talks about the harbour.") == ["talk", "said", "about", "harbour"]
    assert words_in("") == []
