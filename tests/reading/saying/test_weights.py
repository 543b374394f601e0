"""Which day is chosen: weights and choices made by hand."""

from __future__ import annotations

import pytest

from reportedly.reading.saying.weights import Choice, DayWeights, day_weights
from reportedly.records import Article, Timex

ARTICLE = Article.of("On Monday, on Tuesday, and on Monday again.", published="2031-05-14")


def timex(words: str, day: str, nth: int = 0) -> Timex:
    start = -1
    for _ in range(nth + 1):
        start = ARTICLE.text.index(words, start + 1)
    return Timex(span=ARTICLE.span(start, start + len(words)), from_=day, to=day)


MONDAY, AGAIN = timex("Monday", "2031-05-12"), timex("Monday", "2031-05-12", 1)
TUESDAY = timex("Tuesday", "2031-05-13")
NONE: Choice = (None, ["none"])


def test_what_has_no_sign_that_is_weighed_is_as_likely_as_none() -> None:
    weights = DayWeights(signs={}, at=0.5)
    assert weights.best([(MONDAY, ["unheard of"]), NONE]) == MONDAY
    assert weights.best([(MONDAY, ["unheard of"]), (TUESDAY, []), NONE]) is None


@pytest.mark.parametrize(("at", "chosen"), [(0.6, MONDAY), (0.8, None)])
def test_a_day_is_chosen_from_a_probability_on(at: float, chosen: Timex | None) -> None:
    weights = DayWeights(signs={"beside": 1.0, "none": 0.0}, at=at)  # e : 1
    assert weights.best([(MONDAY, ["beside"]), NONE]) == chosen


def test_expressions_of_one_day_are_one_answer_and_the_likeliest_of_them_is_shown() -> None:
    weights = DayWeights(signs={"beside": 0.8, "far": 0.6}, at=0.3)
    choices: list[Choice] = [(TUESDAY, ["beside"]), (AGAIN, ["far"]), (MONDAY, []), NONE]
    assert weights.best(choices) == AGAIN


def test_without_a_choice_there_is_no_day() -> None:
    assert DayWeights(signs={}, at=0.0).best([]) is None
    assert DayWeights(signs={}, at=0.0).best([NONE]) is None


def test_the_shipped_weights_hold_that_a_cue_stands_under_its_day() -> None:
    weights = day_weights()
    assert 0 < weights.at < 1
    assert weights.signs["beside"] > 0 > weights.signs["in own content"]
