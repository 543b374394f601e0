"""Stretches that end or begin on the day of writing: read on Wednesday 14 May 2031."""

from __future__ import annotations

import pytest

from reportedly.reading.times.bounds import with_bounds
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Article

Found = list[tuple[str, str | None, str | None]]


def found(text: str, published: str | None = "2031-05-14") -> Found:
    article = Article.of(text, published=published)
    return [(t.span.text, t.from_, t.to) for t in with_bounds(article, find_timexes(article)) if t.span]


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("The mill has stood still since March.", "since March", ("2031-03-01", "2031-05-14")),
        ("The mill is shut until Friday.", "until Friday", ("2031-05-14", "2031-05-16")),
        ("It is to be paid by the end of May.", "by the end of May", ("2031-05-14", "2031-05-31")),
        ("She will go before July.", "before July", ("2031-05-14", "2031-06-30")),
        ("She will go before the end of July.", "before the end of July", ("2031-05-14", "2031-07-31")),
    ],
)
def test_what_is_bounded_comes_before_its_bound(text: str, words: str, days: tuple[str, str]) -> None:
    stretch, bound = found(text)
    assert stretch == (words, *days)
    assert bound[0] == words.partition(" ")[2]


@pytest.mark.parametrize(
    "text",
    [
        "The mill stood still until March.",
        "He was gone by Monday.",
        "She has been here since today.",
        "She left in March.",
    ],
)
def test_what_was_over_has_no_other_end(text: str) -> None:
    assert len(found(text)) == 1


def test_without_a_day_of_writing_nothing_is_bounded() -> None:
    assert found("The mill has stood still since March 2031.", published=None) == [
        ("March 2031", "2031-03-01", "2031-03-31")
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("She will go before Friday’s hearing.", "2031-05-16"),
        ("She will go before Friday evening.", "2031-05-16"),
        ("She will go before the week is out. She will go before next week is out.", "2031-05-25"),
        ("She will go before Friday.", "2031-05-15"),
    ],
)
def test_what_is_to_be_before_something_on_a_day_may_be_on_that(text: str, last: str) -> None:
    assert found(text)[-2][2] == last
