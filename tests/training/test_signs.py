"""What signs are found to weigh; needs what training needs, and is skipped without it."""

from __future__ import annotations

import pytest

pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")

from training.signs import Options, logistic, softmax


def test_a_sign_weighs_what_it_adds_to_the_log_odds() -> None:
    rows = [frozenset(["on"])] * 4 + [frozenset[str]()] * 4
    found = logistic(rows, [True, True, True, False, True, False, False, False], ridge=1e-4)
    assert found == {"always": pytest.approx(-1.10, abs=0.01), "on": pytest.approx(2.20, abs=0.01)}  # odds of 1:3, 3:1


def test_a_sign_of_options_weighs_how_often_they_are_right() -> None:
    asked = [Options((("beside",), ("none",)), (is_right, not is_right)) for is_right in (True, True, True, False)]
    found = softmax(asked, ridge=1e-4, least=1)
    assert found["beside"] - found["none"] == pytest.approx(1.10, abs=0.02)  # odds of 3:1


def test_a_sign_that_is_rare_is_not_weighed() -> None:
    asked = [Options((("beside", "once"), ("none",)), (True, False)), Options((("beside",), ("none",)), (True, False))]
    assert sorted(softmax(asked, ridge=1.0, least=2)) == ["beside", "none"]
    assert sorted(logistic([frozenset(["once"]), frozenset()], [True, False], ridge=1.0, least=2)) == ["always"]
