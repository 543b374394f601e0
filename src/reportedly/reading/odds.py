"""Weighed signs: their weights as they ship, log-odds and probabilities."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from importlib.resources import files
from typing import Any

Weights = Mapping[str, float]


def shipped_weights(name: str) -> dict[str, Any]:
    """The weights that the package ships in the file of this name in `lists/`, learnt by a module of training."""
    stored: dict[str, Any] = json.loads(files("reportedly.reading").joinpath("lists", name).read_text(encoding="utf-8"))
    return stored


def total(weights: Weights, signs: Iterable[str]) -> float:
    """The log-odds of something with these signs, the same in any order of theirs."""
    return weights.get("always", 0.0) + math.fsum(filter(None, map(weights.get, signs)))  # most signs weigh nothing


def probability(odds: float) -> float:
    """The probability with these log-odds."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, odds))))
