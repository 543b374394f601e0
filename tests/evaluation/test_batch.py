"""What `python -m evaluation.batch` makes of its runs."""

from __future__ import annotations

import pytest

from evaluation import batch
from evaluation.batch import Run, shown


def test_the_day_is_extrapolated_from_the_words_of_the_run_with_most_processes() -> None:
    one = Run(articles=100, words=50_000, processes=1, seconds=10, peak=300)
    two = Run(articles=100, words=50_000, processes=2, seconds=5, peak=310)
    lines = list(shown([one, two]))
    assert "5,000 words / s" in lines[0]
    assert lines[2:] == ["2 processes to one: 2.00", "150,000 articles of 500 words at that speed: 2.08 h"]


@pytest.mark.weights
@pytest.mark.shared
def test_a_run_is_measured() -> None:
    pytest.importorskip("daft", reason="batch runs need daft, which is not installed")
    run = batch.measure(6, 1, "small")
    assert run.words > 600
    assert 50 < run.peak < 1_000
