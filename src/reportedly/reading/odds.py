"""Weighed signs as log-odds and probabilities."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

Weights = Mapping[str, float]


def total(weights: Weights, signs: Iterable[str]) -> float:
    """The log-odds of something with these signs, the same in any order of theirs."""
    weight_of = weights.get
    return weights.get("always", 0.0) + math.fsum([w for sign in signs if (w := weight_of(sign)) is not None])


def probability(odds: float) -> float:
    """The probability with these log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
