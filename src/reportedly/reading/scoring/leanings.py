"""How likely the encoder holds it that some words show where somebody stands, and which stance they show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.reading.scoring.decode import softmax
from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.windows import Pieces
from reportedly.records.article import Span
from reportedly.records.position import STANCES


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """Of some words: the mean and the largest probability of showing a position, and those of the four stances."""

    mean: float = 0.0
    most: float = 0.0
    stances: tuple[float, ...] = (0.25, 0.25, 0.25, 0.25)


class Leanings:
    """The leaning of any words of an article; its sections are added in their order."""

    def __init__(self) -> None:
        self._starts: npt.NDArray[np.int32] = np.zeros(0, np.int32)
        self._likely: Floats = np.zeros(0, np.float32)
        self._stances: Floats = np.zeros((0, len(STANCES)), np.float32)

    def add(self, pieces: Pieces, scores: Scores) -> None:
        """Notes what the encoder says of one more section."""
        likely = softmax(scores.tags[:, COLUMNS["position"]])[:, 1:].sum(1)
        self._starts = np.concatenate([self._starts, pieces.starts])
        self._likely = np.concatenate([self._likely, likely])
        self._stances = np.concatenate([self._stances, scores.tags[:, COLUMNS["stance"]]])

    def over(self, spans: Sequence[Span]) -> Leaning:
        """The leaning of these words together."""
        bounds = self._starts.searchsorted([place for span in spans for place in (span.start, span.end)]).tolist()
        rows = [slice(*row) for row in zip(bounds[::2], bounds[1::2], strict=True)]
        likely = np.concatenate([self._likely[row] for row in rows]) if rows else self._likely[:0]
        if not len(likely):
            return Leaning()
        stances = np.concatenate([self._stances[row] for row in rows])
        weighed = (stances * likely[:, None]).sum(0) / max(float(likely.sum()), 1e-6)
        return Leaning(
            mean=float(likely.mean()),
            most=float(likely.max()),
            stances=tuple(float(p) for p in softmax(weighed)),
        )
