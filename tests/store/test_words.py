from __future__ import annotations

import pytest

from reportedly.store.words import stem, words_in, words_in_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("talks", "talk"), ("peacekeepers", "peacekeeper"), ("moved", "moving"), ("moves", "move"), ("stopped", "stop"),
        ("countries", "country"), ("Zürich", "Zurich"), ("U.S.", "US"), ("ministers’", "minister"),
        ("watches", "watched"), ("losses", "loss"), ("denied", "deny"), ("studies", "studied"), ("carrying", "carried"),
        ("cancelled", "cancel"), ("travelling", "travels"), ("controlled", "control"), ("called", "calls"),
        ("movies", "movie"), ("Harris’s", "Harris"), ("LINDUM'S", "Lindum"), ("Jones'", "Jones's"), ("2,000", "2000"),
        ("1,250,000", "1250000"),
    ],
)  # fmt: skip
def test_forms_of_a_word_are_one_word(one: str, other: str) -> None:
    assert words_in(one) == words_in(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("new", "news"), ("bed", "bing"), ("is", "i"), ("sing", "s"), ("2.5", "25"), ("2,00", "200"), ("tell", "tel")],
)
def test_other_words_stay_apart(one: str, other: str) -> None:
    assert stem(one) != stem(other)
    assert words_in(one) != words_in(other) or words_in(one) == []


def test_words_come_once_and_without_those_of_every_sentence() -> None:
    assert words_in("The talks, he said, were talks about the harbour.") == ["talk", "said", "about", "harbour"]
    assert words_in("") == []


def test_names_that_are_written_as_common_words_are_words() -> None:
    assert words_in("The outbreak spreads, the WHO and the W.H.O. said; who will say? I.") == [
        "outbreak",
        "spread",
        "who",
        "said",
        "say",
    ]
    assert words_in_name("Will Carr of the IT ministry, who is A. Vale") == ["will", "carr", "it", "ministry", "vale"]
    assert words_in_name("The") == words_in_name("who") == []
