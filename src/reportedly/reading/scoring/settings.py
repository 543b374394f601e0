"""Thresholds of decoding and the calibration of scores; chosen with the weights and shipped beside them."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from pathlib import Path

# probabilities of cue, content link, content tag, source link; whether there is no source; whether it is nested
Features = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where decoding draws its lines, found on held-out training articles (python -m training.tune).

    `content_at` and `source_at` are mean link probabilities that a tagged span needs, `untagged_source_at` that of a
    source without a tag, `nested_content_at` that of each piece of a content without a tag; biases are log-odds added
    to cue tags and to the tags of mentions. `calibration` are an intercept and weights over the log-odds of the
    features (Platt 1999).
    """

    content_at: float = 0.1
    source_at: float = 0.15
    untagged_source_at: float = 0.2
    nested_content_at: float = 0.5
    addressee_at: float = 0.4
    relay_at: float = 0.4
    cue_bias: float = 0.0
    nested_cue_bias: float = 0.0
    mention_bias: float = 1.0
    contact_bias: float = 0.0
    party_at: float = 0.3
    place_at: float = 0.4
    when_at: float = 0.3
    position_bias: float = 0.0
    holder_at: float = 0.2
    calibration: tuple[float, ...] = (0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0)

    @classmethod
    def load(cls, path: Path) -> Settings:
        """The settings of a JSON file."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{**stored, "calibration": tuple(stored["calibration"])})

    def probability(self, features: Features) -> float:
        """The calibrated probability that source and content are right."""
        intercept, *weights = self.calibration
        total = intercept + sum(weight * value for weight, value in zip(weights, evidence(features), strict=True))
        return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


def evidence(features: Features) -> tuple[float, ...]:
    """The features as calibration adds them up: probabilities as log-odds, bounded; flags as they are."""
    *probabilities, sourceless, nested = features
    odds = [math.log(p / (1 - p)) for p in (min(max(p, 0.01), 0.99) for p in probabilities)]
    return (*odds, sourceless, nested)
