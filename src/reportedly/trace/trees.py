"""Boosted trees (Friedman 2001): small trees whose answers add up to what a pair is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int32]

_AT_ONCE = 1024  # rows, so that memory stays small


@dataclass(frozen=True, slots=True)
class Trees:
    """Nodes of all trees in one row; each tree adds to one class, the classes in turn.

    A node asks whether a feature is `above` a value and leads to `low` or `high`; a leaf leads to itself.
    """

    feature: Ints
    above: Floats
    low: Ints
    high: Ints
    value: Floats  # what a leaf adds
    roots: Ints
    start: Floats  # what each class has before any tree

    @classmethod
    def of(cls, row: Mapping[str, Sequence[float]]) -> Trees:
        """The trees that a JSON object holds."""
        feature, low, high, roots = (np.array(row[name], np.int32) for name in ("feature", "low", "high", "roots"))
        above, value, start = (np.array(row[name], np.float32) for name in ("above", "value", "start"))
        return cls(feature, above, low, high, value, roots, start)

    def probabilities(self, features: Floats) -> Floats:
        """One row of probabilities for each row of features."""
        found = np.zeros((len(features), len(self.start)), np.float32)
        for first in range(0, len(features), _AT_ONCE):
            found[first : first + _AT_ONCE] = self._added(features[first : first + _AT_ONCE])
        powers = np.exp(found - found.max(axis=1, keepdims=True, initial=-np.inf))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)

    def _added(self, features: Floats) -> Floats:
        rows = np.arange(len(features))[:, None]
        at, before = np.broadcast_to(self.roots, (len(features), len(self.roots))), None
        while before is None or (at != before).any():
            before = at
            at = np.where(features[rows, self.feature[at]] > self.above[at], self.high[at], self.low[at])
        added = self.value[at].reshape(len(features), -1, len(self.start)).sum(axis=1)
        return np.asarray(added + self.start, np.float32)
