"""The calibration error, on scores whose error is known."""

from __future__ import annotations

import pytest

from evaluation.calibration import Judged, bins_of, expected_calibration_error, table


def judged(score: float, *, right: int, wrong: int) -> list[Judged]:
    return [Judged(score=score, right=True)] * right + [Judged(score=score, right=False)] * wrong


def error(*statements: Judged) -> float:
    return expected_calibration_error(bins_of(statements))


def test_scores_that_keep_their_promise_have_no_error() -> None:
    assert error(*judged(0.75, right=3, wrong=1), *judged(0.25, right=1, wrong=3)) == 0


def test_certainty_about_what_is_wrong_is_all_error() -> None:
    assert error(*judged(1.0, right=0, wrong=5)) == 1


def test_a_bin_weighs_what_it_holds() -> None:
    assert error(*judged(1.0, right=9, wrong=0), *judged(0.5, right=0, wrong=1)) == pytest.approx(0.05)


def test_errors_within_one_bin_may_cancel() -> None:
    assert error(*judged(0.70, right=1, wrong=0), *judged(0.72, right=1, wrong=1)) == pytest.approx(
        abs(2 / 3 - (0.70 + 0.72 + 0.72) / 3)
    )


def test_no_statements_no_error() -> None:
    assert error() == 0


@pytest.mark.parametrize(("score", "low"), [(0.0, 0), (1 / 15, 0), (0.0667, 1), (14 / 15, 13), (0.95, 14), (1.0, 14)])
def test_a_bin_holds_its_upper_end_and_not_its_lower(score: float, low: int) -> None:
    (row,) = bins_of(judged(score, right=1, wrong=0))
    assert (row.low, row.high) == (low / 15, (low + 1) / 15)


def test_the_table_has_a_line_for_each_bin_that_holds_something() -> None:
    heading, line = table(bins_of(judged(0.9, right=1, wrong=1))).split("\n")
    assert line.split() == ["0.87", "to", "0.93", "2", "0.900", "0.500", "-0.40"]
    assert heading.split()[0] == "score"
