"""Which day signs make most probable: weights learnt from labelled statements (python -m training.saying)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.reading.odds import Weights, shipped_weights, total
from reportedly.records.article import Timex

Choice = tuple[Timex | None, Sequence[str]]  # an expression of time, or None for "the text does not say", and its signs


@dataclass(frozen=True, slots=True, kw_only=True)
class DayWeights:
    """What each sign adds to the log-odds of an expression of time; from the probability `at` on, days are believed."""

    signs: Weights
    at: float

    def best(self, choices: Sequence[Choice]) -> Timex | None:
        """The expression with the days that all expressions of these days together make most probable."""
        scores = [total(self.signs, signs) for _, signs in choices]
        highest = max(scores, default=0.0)
        odds = [math.exp(score - highest) for score in scores]
        days: dict[tuple[str | None, str | None], float] = defaultdict(float)
        for (timex, _), share in zip(choices, odds, strict=True):
            if timex is not None:
                days[timex.from_, timex.to] += share
        if not days:
            return None
        likeliest = max(days, key=lambda one: days[one])
        if days[likeliest] < self.at * math.fsum(odds):
            return None
        told = [
            (share, -number, timex)
            for number, ((timex, _), share) in enumerate(zip(choices, odds, strict=True))
            if timex is not None and (timex.from_, timex.to) == likeliest
        ]
        return max(told, key=lambda one: one[:2])[2]


@cache
def day_weights() -> DayWeights:
    """The weights that the package ships."""
    return DayWeights(**shipped_weights("day_signs.json"))
