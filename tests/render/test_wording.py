from __future__ import annotations

from typing import Any

import pytest

from reportedly.records import ACTS, FORMS, SOURCINGS, STATUSES, Act, Article, Chain, Link, Statement, Status, Timex
from reportedly.render.wording import (
    ACT,
    FIRMEST_FIRST,
    FORM,
    MARKED,
    SOURCING,
    STATUS,
    byline,
    caveats,
    counted,
    day_of,
    days_of,
    listed,
    ordinal,
    words_of,
)

ARTICLE = Article.of("in June", published="2025-04-24")


def days(first: str | None, last: str | None) -> str | None:
    return days_of(Timex(from_=first, to=last), ARTICLE)


def words(form: Any, *pieces: str) -> str:
    article = Article.of("\n".join(pieces))
    content, start = [], 0
    for piece in pieces:
        content.append(article.span(start, start + len(piece)))
        start += len(piece) + 1
    chain = Chain((Link(actor="a1"),))
    return words_of(Statement(id="s1", form=form, content=tuple(content), sourcing="none", chain=chain, score=1))


def test_every_word_of_the_vocabularies_has_a_wording() -> None:
    assert set(FORM) == set(MARKED) == set(FORMS)
    assert set(STATUS) == set(STATUSES)
    assert set(ACT) == set(ACTS)
    assert set(SOURCING) == set(FIRMEST_FIRST) == set(SOURCINGS)


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2025-04-24", "Thursday 24 April 2025"),
        ("2025-04-24T18:30:00Z", "Thursday 24 April 2025, 18:30 UTC"),
        ("2025-04-24 18:30", "Thursday 24 April 2025, 18:30"),
        ("2025-04-24T18:30:00+05:30", "Thursday 24 April 2025, 18:30 +05:30"),
    ],
)
def test_a_moment_reads_as_a_day(moment: str, day: str) -> None:
    assert day_of(moment) == day


@pytest.mark.parametrize(
    ("first", "last", "shown"),
    [
        ("2025-04-24", "2025-04-24", "Thu 24 Apr"),
        ("2014-04-24", "2014-04-24", "Thu 24 Apr 2014"),
        ("2025-04-21", "2025-04-27", "Mon 21 – Sun 27 Apr"),
        ("2025-04-28", "2025-05-04", "Mon 28 Apr – Sun 4 May"),
        ("2024-12-30", "2025-01-05", "Mon 30 Dec 2024 – Sun 5 Jan"),
        ("2014-01-01", "2014-12-31", "2014"),
        ("2014-01-01", "2015-12-31", "2014 – 2015"),
        ("9999-01-01", "9999-12-31", "9999"),
        ("2025-02-01", "2025-02-28", "February 2025"),
        ("2025-02-01", "2025-03-30", "Sat 1 Feb – Sun 30 Mar"),
        ("2025-04-01", "2025-06-30", "April – June 2025"),
        ("2024-12-01", "2025-02-28", "December 2024 – February 2025"),
        ("2025-04-24", None, "from Thu 24 Apr"),
        (None, "2025-04-24", "until Thu 24 Apr"),
        (None, None, None),
    ],
)
def test_an_interval_is_as_short_as_it_is_clear(first: str | None, last: str | None, shown: str | None) -> None:
    assert days(first, last) == shown


def test_days_that_are_not_known_read_as_the_page_has_them() -> None:
    assert days_of(Timex(span=ARTICLE.span(0, 7)), ARTICLE) == "in June"
    assert days_of(None, ARTICLE) is None


@pytest.mark.parametrize(
    ("pieces", "shown"),
    [
        (["It is safe,"], "“It is safe”"),
        (['"It is safe,"'], '"It is safe,"'),
        (["‘It is safe’"], "‘It is safe’"),
        (["It is safe.”"], "“It is safe.”"),
        (['He said "no"'], "“He said \"no\"”"),
        (["It is safe,", "Sail."], "“It is safe” … “Sail.”"),
    ],
)  # fmt: skip
def test_what_is_quoted_stands_between_quotation_marks_once(pieces: list[str], shown: str) -> None:
    assert words("direct", *pieces) == shown


@pytest.mark.parametrize(
    ("piece", "shown"),
    [
        ('the plan was "dead"', 'the plan was "dead"'),
        ('an unfair deal" that "appeases" him', '“an unfair deal" that "appeases" him'),
        ("will “increase the threat,", "will “increase the threat”"),
        ('"dead" on arrival', '"dead" on arrival'),
        ("no marks", "no marks"),
    ],
)
def test_a_piece_that_starts_or_ends_within_a_quotation_gets_the_mark_outside_it(piece: str, shown: str) -> None:
    assert words("mixed", piece) == shown


def test_what_is_not_quoted_gets_no_marks() -> None:
    assert words("indirect", "it is\nsafe,", "sail") == "it is safe, … sail"


def test_small_words() -> None:
    assert [counted(1, "outlet"), counted(1200, "outlet")] == ["1 outlet", "1,200 outlets"]
    assert [ordinal(count) for count in (1, 2, 3, 4, 11, 12, 21, 112)] == [
        "1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "112th",
    ]  # fmt: skip
    assert [listed([]), listed(["A"]), listed(["A", "B", "C"])] == ["", "A", "A, B and C"]
    assert byline(Article.of("x", byline=["By Jo Marsh", "Ada Renn"])) == "by Jo Marsh and Ada Renn"
    assert byline(Article.of("x")) is None


@pytest.mark.parametrize(
    ("act", "status", "score", "told"),
    [
        ("say", "made", 0.9, []),
        ("promise", "made", 0.9, []),
        ("deny", "made", 0.9, ["denies"]),
        ("rule_out", "made", 0.2, ["rules out", "unsure"]),
        ("deny", "expected", 0.9, ["denies", "not yet said"]),
    ],
)
def test_what_would_be_taken_for_what_somebody_vouches_for(
    act: Act, status: Status, score: float, told: list[str]
) -> None:
    assert caveats(act, status, score) == told
