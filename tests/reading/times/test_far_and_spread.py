"""Years ago behind a date, years beyond 2099, decades and centuries told together, a week named at its end."""

from __future__ import annotations

import pytest

from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.times.timexes import find_timexes, timex_of
from reportedly.records import Article
from tests.byhand import find

WEDNESDAY = "2031-05-14"


def days_in(sentence: str) -> dict[str, str]:
    """Each expression of a sentence with its days."""
    found = find_timexes(Article.of(sentence, published=WEDNESDAY))
    return {t.span.text: f"{t.from_} {t.to}" if t.from_ != t.to else str(t.from_) for t in found if t.span}


@pytest.mark.parametrize(
    ("sentence", "words", "days"),
    [
        ("The towers fell on 11 September, thirty years ago.", "11 September, thirty years ago", "2001-09-11"),
        ("She left in March two years ago.", "March two years ago", "2029-03-01 2029-03-31"),
        ("She left two years ago in March.", "two years ago in March", "2029-03-01 2029-03-31"),
        ("She left a week ago in Riga.", "a week ago", "2031-05-07"),
        ("On this day in 1945 the camp was freed.", "this day in 1945", "1945-05-14"),
        ("The hearing resumes on Monday next.", "Monday next", "2031-05-19"),
        ("He came on Friday last to Oslo.", "Friday last", "2031-05-09"),
        ("He came on Friday; last talks failed.", "Friday", "2031-05-09"),
        ("Seas could rise by a metre by 2100, it said.", "2100", "2100-01-01 2100-12-31"),
        ("It will be built in the year 2140.", "2140", "2140-01-01 2140-12-31"),
        ("They met in the mid- to late 1990s.", "the mid- to late 1990s", "1994-01-01 1999-12-31"),
        ("They met in the early to mid-eighties.", "the early to mid-eighties", "1980-01-01 1986-12-31"),
        ("In the 1930's and 1940's it stood firm.", "1940's", "1940-01-01 1949-12-31"),
        ("It was the best of 2010's films.", "2010", "2010-01-01 2010-12-31"),
        ("It was a port in the 17th and 18th centuries.", "the 17th", "1601-01-01 1700-12-31"),
        ("It has 16th- and 17th-century houses.", "16th", "1501-01-01 1600-12-31"),
        ("Trains stop from Monday to Friday next week.", "Monday", "2031-05-19"),
        ("Trains stop from Monday to Friday next week.", "Monday to Friday next week", "2031-05-19 2031-05-23"),
        ("It lands at 9 p.m. Eastern time Thursday, it said.", "9 p.m. Eastern time Thursday", "2031-05-15"),
        ("It landed at 9 p.m. PT Thursday.", "9 p.m. PT Thursday", "2031-05-08"),
        ("It ended at 9 p.m. Last time it did not.", "9 p.m.", "2031-05-14"),
        ("It met on Wednesday evening last week.", "Wednesday evening last week", "2031-05-07"),
        ("She was last seen on Thursday the 17th at noon.", "Thursday the 17th at noon", "2031-04-17"),
        ("He left on Monday the 12th.", "Monday the 12th", "2031-05-12"),
        ("On Friday the first meeting was held.", "Friday", "2031-05-09"),
        ("It was done this fifth day of March 2030.", "fifth day of March 2030", "2030-03-05"),
        ("The road was shut from Friday to Monday.", "Friday to Monday", "2031-05-09 2031-05-12"),
    ],
)
def test_resolves(sentence: str, words: str, days: str) -> None:
    assert days_in(sentence)[words] == days


@pytest.mark.parametrize(
    "sentence",
    [
        "In 2100 homes the heat failed.",
        "It cost him 2150 in all.",
        "Flight 2110 left.",
        "Text NEWS to 2100.",
        "The council meets on the second Tuesday of each month.",
        "They vote every other Friday.",
    ],
)
def test_leaves_out_what_is_no_year(sentence: str) -> None:
    assert days_in(sentence) == {}


def test_what_lasts_for_a_range_is_told_by_all_of_it() -> None:
    article = Article.of("The two will meet from 14 June to 16 June in Riga.", published=WEDNESDAY)
    on = timex_of(find(article, "will meet"), article, find_timexes(article), find_sentences(article))
    assert on is not None
    assert (on.from_, on.to) == ("2031-06-14", "2031-06-16")
