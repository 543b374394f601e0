"""What two statements are to each other: the same, one a distortion of the other, a contradiction, or nothing."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files

import numpy as np
import numpy.typing as npt

from reportedly.records import CHANGES
from reportedly.trace.matching import FEATURES, Floats

SAME, CONTRADICTION, OTHER = "same", "contradiction", "other"
KINDS = (SAME, *CHANGES, CONTRADICTION, OTHER)
WEIGHTS = "claim_weights.json"  # made again by: python -m training.claims

CLIP = 6.0  # standard deviations: what lies further out says no more

READ_AT = 0.5  # probability of being related, by the features, from which a pair is read side by side

Pair = tuple[int, int]
Ints = npt.NDArray[np.int64]
SideBySide = Callable[[Sequence[Pair]], Floats]  # log-probabilities of KINDS, one row for each pair


@dataclass(frozen=True, slots=True)
class Net:
    """A small network over standardised features: a linear part, which can be taken apart, and one hidden layer.

    Several of them, learnt from different starts, vote: `hidden` and `out` have one slice for each.
    """

    mean: Floats
    scale: Floats
    linear: Floats  # votes x features x classes
    hidden: Floats  # votes x (features and intercept) x units
    out: Floats  # votes x (units and intercept) x classes

    @classmethod
    def of(cls, row: Mapping[str, object]) -> Net:
        """The network that a JSON object holds."""
        return cls(**{field.name: np.array(row[field.name], np.float32) for field in fields(cls)})

    def probabilities(self, features: Floats) -> Floats:
        """One row of probabilities for each row of features."""
        inputs = ((features - self.mean) / self.scale).clip(-CLIP, CLIP)
        total = np.zeros((len(inputs), self.out.shape[2]), np.float32)
        for linear, hidden, out in zip(self.linear, self.hidden, self.out, strict=True):
            units = np.maximum(inputs @ hidden[:-1] + hidden[-1], 0)
            logits = inputs @ linear + units @ out[:-1] + out[-1]
            powers = np.exp(logits - logits.max(axis=1, keepdims=True))
            total += powers / powers.sum(axis=1, keepdims=True)
        return np.asarray(total / len(self.out), np.float32)


@dataclass(frozen=True, slots=True)
class Judge:
    """Tells of pairs by what is known of them: whether they are related at all, and if so how."""

    related: Net
    kind: Net

    @classmethod
    def of(cls, row: Mapping[str, Mapping[str, object]]) -> Judge:
        """The judge that a JSON object holds."""
        return cls(Net.of(row["related"]), Net.of(row["kind"]))

    def probabilities(self, known: Floats) -> Floats:
        """One row of probabilities of KINDS for each row of what is known."""
        related = self.related.probabilities(known)[:, 1:]
        return np.concatenate([self.kind.probabilities(known) * related, 1 - related], axis=1)


@dataclass(frozen=True, slots=True)
class Matcher:
    """How likely a pair is of each of KINDS: by its features; where they say that it may be any, read side by side."""

    first: Judge  # by features
    second: Judge  # by features and what an encoder that reads both says

    @classmethod
    def load(cls) -> Matcher:
        """The matcher that the package ships."""
        return _shipped()

    def match(self, pairs: Sequence[Pair], features: Floats, read: SideBySide) -> Matches:
        """The probabilities of these pairs, by their features and, of those that may be related, what `read` says."""
        return Matches(dict(zip(pairs, self.rows(pairs, features, read), strict=True)))

    def rows(self, pairs: Sequence[Pair], features: Floats, read: SideBySide) -> Floats:
        """The same, one row for each pair."""
        rows = self.first.probabilities(features)
        likely = likely_pairs(rows)
        if len(likely):
            known = np.concatenate([features[likely], read([pairs[at] for at in likely])], axis=1)
            rows[likely] = self.second.probabilities(known)
        return rows


def likely_pairs(rows: Floats) -> Ints:
    """Which of these rows of probabilities are of pairs that are worth reading."""
    return np.flatnonzero(1 - rows[:, -1] >= READ_AT)


@cache
def _shipped() -> Matcher:
    rows = json.loads(files("reportedly.trace").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    if tuple(rows["features"]) != FEATURES:
        raise RuntimeError(f"{WEIGHTS} was made for other features; run: python -m training.claims")
    return Matcher(Judge.of(rows["first"]), Judge.of(rows["second"]))


_NONE: npt.NDArray[np.float32] = np.array([0.0] * (len(KINDS) - 1) + [1.0], np.float32)
SAME_FOR_SURE: npt.NDArray[np.float32] = np.array([1.0] + [0.0] * (len(KINDS) - 1), np.float32)


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
