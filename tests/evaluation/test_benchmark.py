"""The arithmetic of the benchmark; nothing here is timed."""

from __future__ import annotations

from typing import Any

import pytest

from evaluation.benchmark import cut, speed_of
from evaluation.stopwatch import STEPS, clocked, measure, words


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
    assert speed.figure("whole reading, 1 process, CPU").value == 10_000
    assert speed.figure("whole reading, 1 process, CPU").counts.endswith("20.0 articles / CPU s")
    assert speed.remarks[-1] == "whole reading, default tier: 2.0 times spaCy en_core_web_sm (words per CPU second)"


def test_without_others_the_ratios_are_left_out_with_a_reason() -> None:
    reading = {("reading", 1): [run(0.1, peak=150)], ("reading", 2): [run(0.1, wall=0.5, peak=300)]}
    speed = speed_of(reading, measured_on="d1")
    assert list(speed.unmeasured) == ["times spaCy", "times textacy quotations"]
    assert speed.figure("peak memory, batch").value == 150
    assert speed.figure("whole reading, 2 processes, wall").value == 2000
    assert speed.figure("two processes to one, by the clock").value == 2


def test_what_was_not_to_be_measured_is_not_missing() -> None:
    runs = {("reading", 1): [run(0.1)], ("spacy", 1): [run(0.2)]}
    assert speed_of(runs, peers=("spacy",), measured_on="d1").unmeasured == {}
    assert list(speed_of({("reading", 1): [run(0.1)]}, peers=("spacy",), measured_on="d1").unmeasured) == [
        "times spaCy"
    ]


def test_steps_are_shares_of_the_whole_reading_and_the_encoder_is_held_to_its_limit() -> None:
    steps = [
        run(2.0) | {"steps": {"encoder": 1.5, "actors": 0.3}},
        run(2.0) | {"steps": {"encoder": 1.3, "actors": 0.5}},
    ]
    runs = {("reading", 1): [run(2.0), run(2.0)], ("steps", 1): steps, ("products", 1): [run(1.0), run(1.0)]}
    speed = speed_of(runs, measured_on="d1")
    shares = {figure.name: figure.value for figure in speed.figures if figure.name.startswith("step")}
    assert shares == pytest.approx({"step: encoder": 70, "step: actors": 20, "step: all else": 10})
    assert speed.figure("encoder to its matrix products").value == pytest.approx(1.4)
    assert speed.figure("whole reading to them").value == 2


@pytest.mark.weights
def test_the_work_is_shared_among_processes_that_add_up() -> None:
    row = measure("reading", [{"id": f"t{n}", "text": "The mayor said it rained."} for n in range(3)], processes=2)
    assert (row["articles"], row["words"], row["failures"]) == (3, 15, 0)
    assert row["cpu"] > 0
    assert row["wall"] > 0
    assert row["peak"] > 50


def test_every_step_that_is_clocked_is_a_step_of_the_reader() -> None:
    with clocked(STEPS) as spent:
        assert list(spent) == list(STEPS)
