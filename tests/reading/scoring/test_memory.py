"""What stays in memory of texts that were read: a process that reads a day of news must not grow with it."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import numpy as np
import pytest

from reportedly.reading.scoring.acts import signs_of
from reportedly.reading.scoring.windows import features_of

WORDS = 10_000  # of an article here, all different


def look_at_case(text: str) -> None:
    features_of(text, np.zeros(1, np.int32))


def look_at_signs(text: str) -> None:
    for start in range(0, len(text) - 200, 200):
        signs_of(text, (start, start + 5), [(start + 5, start + 200)], "indirect", False)


@pytest.mark.parametrize("look", [look_at_case, look_at_signs])
def test_words_that_were_looked_up_are_not_kept_for_ever(look: Callable[[str], None]) -> None:
    tracemalloc.start()
    try:
        look(words(0))
        before, _ = tracemalloc.get_traced_memory()
        for article in range(1, 5):
            look(words(article))
        after, _ = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert after - before < 500_000


def words(article: int) -> str:
    return " ".join(f"word{article}x{number}" for number in range(WORDS))
