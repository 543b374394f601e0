"""Outlets that nobody has marked."""

import pytest

from reportedly.reading.attributing.unmarked_outlets import with_outlets
from reportedly.reading.attribution import Mention
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Vale said last week on CNN that it was over.", ["CNN"]),
        ("Vale told Canal Ulm it was over. Canal Ulm showed her twice.", []),
        ("Canal Ulm showed her twice. Vale told Canal Ulm on Friday it was over.", ["Canal Ulm"]),
        ("Vale sold it to Al Jazeera America.", ["Al Jazeera"]),
        ("Vale drove to Ulm on Friday.", []),
        ("CNN has a tower.", []),
    ],
)
def test_an_outlet_that_is_told_is_a_mention(text: str, found: list[str]) -> None:
    article = Article.of(text)
    known = [Mention(span=find(article, "Canal Ulm"), kind="outlet")] if "Canal" in text else []
    given = with_outlets(article, known)
    assert [mention.span.text for mention in given if mention not in known] == found
    assert list(with_outlets(article, given)) == list(given)


@pytest.mark.parametrize(
    ("text", "marked", "found"),
    [
        ("Axios' Ada Renn first reported it.", ["Axios' Ada Renn"], ["Axios"]),
        ("CNN's Ada Renn first reported it.", ["CNN's Ada Renn", "CNN's"], []),
        ("Vale told Axios' Ada Renn that it was late.", ["Axios' Ada Renn"], []),
        ("Elm's Ada Renn first reported it.", ["Elm's Ada Renn"], []),
    ],
)
def test_the_outlet_of_somebody_named_is_a_mention(text: str, marked: list[str], found: list[str]) -> None:
    article = Article.of(text)
    known = [Mention(span=find(article, words), kind="person") for words in marked]
    given = with_outlets(article, known)
    assert [mention.span.text for mention in given if mention not in known] == found


def test_many_capitals_take_no_time() -> None:
    article = Article.of("He spoke on " + "A-B.C " * 20_000)
    assert with_outlets(article, []) == []
