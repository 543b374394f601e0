"""Days in quotations: records built by hand, and what "today" means in the words of somebody who spoke before."""

from __future__ import annotations

import pytest

from reportedly.reading.saying.spoken import counted_from_saying
from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Article, Chain, Link, Statement
from reportedly.records.statement import Form
from tests.byhand import find

PUBLISHED = "2031-05-14"  # a Wednesday


def counted(text: str, content: str, on: str, *, form: Form = "direct") -> dict[str, str | None]:
    """The first day of each expression of a text in which some words were said on a day."""
    article = Article.of(text, published=PUBLISHED)
    timexes = find_timexes(article)
    day = next(timex for timex in timexes if timex.span and timex.span.text == on)
    links = Link(actor="outlet"), Link(actor="berg", on=day)
    statement = Statement(
        id="s1",
        form=form,
        content=(find(article, content),),
        sourcing="on_record",
        chain=Chain(links),
        score=1.0,
    )
    found, _ = counted_from_saying(article, timexes, [statement])
    assert [timex.span for timex in found] == [timex.span for timex in timexes]
    return {timex.span.text: timex.from_ for timex in found if timex.span}


def test_what_is_tomorrow_is_told_from_the_day_of_the_quotation() -> None:
    text = "“I leave tomorrow. I was told this morning,” Berg said on Monday. He is to speak today."
    assert counted(text, "I leave tomorrow. I was told this morning,", "Monday") == {
        "tomorrow": "2031-05-13",
        "this morning": "2031-05-12",
        "Monday": "2031-05-12",
        "today": "2031-05-14",
    }


@pytest.mark.parametrize(
    ("content", "form", "day"),
    [
        ("he was leaving tomorrow", "indirect", "2031-05-15"),
        ("he was “leaving tomorrow", "mixed", "2031-05-13"),
    ],
)
def test_only_words_between_quotation_marks_are_the_speakers(content: str, form: Form, day: str) -> None:
    assert counted(f"Berg said on Monday {content}.", content, "Monday", form=form)["tomorrow"] == day


def test_a_day_told_in_the_quotation_moves_none_in_it() -> None:
    text = "“On Monday I said: not today,” Berg said."
    assert counted(text, "On Monday I said: not today,", "Monday")["today"] == "2031-05-14"
