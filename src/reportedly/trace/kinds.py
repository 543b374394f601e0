"""What two statements are to each other: the same, one a distortion of the other, a contradiction, or nothing."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from reportedly.records import CHANGES
from reportedly.trace.matching import FEATURES, Floats

SAME, CONTRADICTION, OTHER = "same", "contradiction", "other"
KINDS = (SAME, *CHANGES, CONTRADICTION, OTHER)
WEIGHTS = "claim_weights.json"  # made again by: python -m training.claims

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Layer:
    """A linear layer over standardised features, with a softmax."""

    names: tuple[str, ...]
    mean: Floats
    scale: Floats
    weights: Floats  # one row a feature, and the intercepts last

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Layer:
        """The layer that a JSON object holds."""
        mean, scale, weights = (np.array(row[key], np.float32) for key in ("mean", "scale", "weights"))
        return cls(tuple(row["names"]), mean, scale, weights)  # type: ignore[arg-type]

    def probabilities(self, features: Floats) -> Floats:
        """One row of probabilities for each row of features."""
        logits = ((features - self.mean) / self.scale) @ self.weights[:-1] + self.weights[-1]
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


@dataclass(frozen=True, slots=True)
class Matcher:
    """How likely a pair of statements is of each of KINDS: related at all, and if so how."""

    related: Layer
    kind: Layer

    @classmethod
    @cache
    def load(cls) -> Matcher:
        """The matcher that the package ships."""
        rows = json.loads(files("reportedly.trace").joinpath(WEIGHTS).read_text(encoding="utf-8"))
        if tuple(rows["features"]) != FEATURES:
            raise RuntimeError(f"{WEIGHTS} was made for other features; run: python -m training.claims")
        return cls(Layer.of(rows["related"]), Layer.of(rows["kind"]))

    def match(self, pairs: Sequence[Pair], features: Floats) -> Matches:
        """The probabilities of these pairs, by their features."""
        related = self.related.probabilities(features)[:, 1:]
        kinds = np.concatenate([self.kind.probabilities(features) * related, 1 - related], axis=1)
        return Matches({pair: kinds[at] for at, pair in enumerate(pairs)})


_NONE: npt.NDArray[np.float32] = np.array([0.0] * (len(KINDS) - 1) + [1.0], np.float32)


@dataclass(frozen=True, slots=True)
class Matches:
    """The probabilities of pairs, by their rows, the earlier first; pairs that were not compared are nothing."""

    of: Mapping[Pair, Floats]

    def between(self, a: int, b: int) -> Floats:
        """The probabilities of KINDS for two statements, in either order."""
        return self.of.get((a, b), self.of.get((b, a), _NONE))

    def table(self, pairs: Iterable[Pair]) -> Floats:
        """The probabilities of several pairs, one row each."""
        return np.array([self.between(a, b) for a, b in pairs], np.float32).reshape(-1, len(KINDS))

    def same(self) -> dict[Pair, float]:
        """Log-odds that two statements are the same claim, by pair."""
        return {pair: _log_odds(float(row[0])) for pair, row in self.of.items()}


def _log_odds(probability: float) -> float:
    bounded = min(max(probability, 1e-6), 1 - 1e-6)
    return float(np.log(bounded / (1 - bounded)))
