"""The words for the place of a contact."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.place_words import whole_words
from reportedly.records.article import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "place", "whole"),
    [
        ("They met at Elm Tower on Monday.", "Tower", "Elm Tower"),
        ("They met in St. Petra on Monday.", "Petra", "St. Petra"),
        ("In Olden they met on Monday.", "Olden", "Olden"),
        ("They met at the St. Anna College Monday.", "the St. Anna", "the St. Anna College"),
        ("They met in Olden Monday.", "Olden", "Olden"),
        ("They met in her kitchen.", "kitchen", "her kitchen"),
        ("They met at the old minister's house.", "'s house", "the old minister's house"),
        ("They saw the general in hospital.", "hospital", "hospital"),
        ("They dined in a country inn.", "in a country inn", "a country inn"),
        ("They met at an Olden conference.", "an Olden", "Olden"),
        ("They met at an Olden inn on Monday.", "an Olden inn", "an Olden inn"),
        ("They met at the public dinner.", "the", None),
    ],
)
def test_the_words_for_a_place_are_whole(text: str, place: str, whole: str | None) -> None:
    article = Article.of(text)
    found = whole_words(article, find(article, place))
    assert (found.text if found else None) == whole


def test_no_place_stays_none() -> None:
    assert whole_words(Article.of("They met."), None) is None
