"""The arithmetic of the benchmark; nothing here is timed."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.benchmark import cut, speed_of
from evaluation.stopwatch import STEPS, clocked, words


def run(cpu: float, *, wall: float = 1.0, peak: float = 200.0) -> dict[str, Any]:
    return {
        "system": "a system 1.0", "articles": 2, "words": 1000, "failures": 0, "cpu": cpu, "wall": wall, "peak": peak,
    }  # fmt: skip


def test_a_text_is_cut_after_a_word() -> None:
    assert cut("One, two; three.", most=2) == "One, two"
    assert cut("One, two; three.", most=3) == "One, two; three."
    assert words("It’s 5.2 words_long") == 5


def test_the_ratio_is_the_median_of_ratios_within_rounds() -> None:
    # the machine was twice as slow in the second round, for both
    own, peer = [run(0.1), run(0.2), run(0.1)], [run(0.2), run(0.4), run(0.15)]
    speed = speed_of({("reading", 1): own, ("spacy", 1): peer}, measured_on="d1")
    assert speed.figure("times spaCy").value == 2
    assert speed.figure("whole reading, 1 thread, CPU").value == 10_000
    assert "whole reading: 2.0 times spaCy en_core_web_sm (words per CPU second)" in speed.remarks


def test_without_spacy_the_ratio_is_left_out_with_a_reason() -> None:
    speed = speed_of({("reading", 1): [run(0.1, peak=150)], ("reading", 2): [run(0.1, peak=300)]}, measured_on="d1")
    assert list(speed.unmeasured) == ["times spaCy"]
    assert speed.figure("peak memory, batch").value == 150
    assert speed.figure("whole reading, 2 threads, wall").value == 1000


def test_steps_are_shares_of_the_whole_reading() -> None:
    steps = [
        run(2.0) | {"steps": {"encoder": 1.5, "actors": 0.3}},
        run(2.0) | {"steps": {"encoder": 1.3, "actors": 0.5}},
    ]
    speed = speed_of({("reading", 1): [run(0.1)]}, steps, measured_on="d1")
    shares = {figure.name: figure.value for figure in speed.figures if figure.name.startswith("step")}
    assert shares == pytest.approx({"step: encoder": 70, "step: actors": 20, "step: all else": 10})


def test_every_step_that_is_clocked_is_a_step_of_the_reader() -> None:
    with clocked(STEPS) as spent:
        assert list(spent) == list(STEPS)
