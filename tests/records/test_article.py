from __future__ import annotations

from dataclasses import FrozenInstanceError, replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadInput, BadOffsets
from reportedly.records import Article, Reading, Span
from reportedly.records.codec import decode, encode
from tests.strategies import texts


@given(texts, st.integers(-3, 70), st.integers(-3, 70))
def test_a_span_holds_the_words_at_its_place_or_is_refused(text: str, start: int, end: int) -> None:
    article = Article.of(text)
    if 0 <= start < end <= len(text):
        assert article.span(start, end) == Span(start, end, text[start:end])
    else:
        with pytest.raises(BadOffsets, match=rf"{start}:{end} is outside article {article.id}"):
            article.span(start, end)


@given(texts)
def test_the_text_is_not_altered(text: str) -> None:
    assert Article.of(text).text == text


@given(st.text(st.characters(categories=["Cs", "Lu", "So"])))
def test_half_characters_are_replaced_one_for_one(text: str) -> None:
    article = Article.of(text)
    assert len(article.text) == len(text)
    assert all(
        new == ("\ufffd" if "\ud800" <= old <= "\udfff" else old) for old, new in zip(text, article.text, strict=True)
    )
    article.text.encode("utf-8")


def test_an_id_comes_from_the_content_on_any_machine() -> None:
    article = Article.of("It rained.", outlet="The Lantern", published="2031-03-14", title="Rain")
    assert article.id == "a-95dbfef514685403"
    assert article == Article.of("It rained.", outlet=" The Lantern ", published="2031-03-14", title="Rain")


@pytest.mark.parametrize("field", ["outlet", "url", "published", "title"])
def test_another_copy_has_another_id(field: str) -> None:
    known = {"outlet": "A", "url": "B", "published": "2031-03-14", "title": "C"}
    assert Article.of("It rained.", **known).id != Article.of("It rained.", **known | {field: "2031-03-15"}).id


def test_what_is_blank_is_unknown() -> None:
    article = Article.of("It rained.", id=" ", outlet="", url="\n", title="\t", byline=["", " Jo "], published="")
    assert (article.outlet, article.url, article.title, article.published) == (None, None, None, None)
    assert article.byline == ("Jo",)
    assert article.id == Article.of("It rained.").id


def test_a_given_id_stays() -> None:
    assert Article.of("It rained.", id="7").id == "7"


def test_finding_furniture_leaves_id_and_text(article: Article) -> None:
    found = replace(article, wires=("AP",), dateline=None)
    assert (found.id, found.text) == (article.id, article.text)


def test_an_article_cannot_be_edited(article: Article) -> None:
    with pytest.raises(FrozenInstanceError):
        article.text = ""  # type: ignore[misc]


@pytest.mark.parametrize("published", ["yesterday", "2031-13-45", "2031", "14 March 2031"])
def test_what_is_no_day_is_refused(published: str) -> None:
    with pytest.raises(BadInput, match=f"published: '{published}' is not an ISO 8601 date"):
        Article.of("The ferry will sail.", published=published)


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        (date(2031, 3, 14), "2031-03-14"),
        (datetime(2031, 3, 14, 18, 30, tzinfo=UTC), "2031-03-14T18:30:00+00:00"),
        (" 2031-03-14 ", "2031-03-14"),
        (" ", None),
    ],
)
def test_a_day_may_be_one_of_python(published: str | date, expected: str | None) -> None:
    article = Article.of("The ferry will sail.", published=published)
    assert article.published == expected
    assert decode(encode(Reading(article=article))) == Reading(article=article)
