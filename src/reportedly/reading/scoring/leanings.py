"""How likely the encoder holds it that some words show where somebody stands, and which stance they show."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.scoring.decode import likely_tags, softmax
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
        self._starts: list[int] = []
        self._likely: Floats = np.zeros(0, np.float32)
        self._stances: Floats = np.zeros((0, len(STANCES)), np.float32)

    def add(self, pieces: Pieces, scores: Scores) -> None:
        """Notes what the encoder says of one more section."""
        likely = likely_tags(scores, "position")[1:].sum(0)
        self._starts += pieces.starts.tolist()
        self._likely = np.concatenate([self._likely, likely])
        self._stances = np.concatenate([self._stances, scores.tags[:, COLUMNS["stance"]]])

    def over(self, spans: Sequence[Span]) -> Leaning:
        """The leaning of these words together."""
        starts = self._starts
        rows = [slice(bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans]
        likely, stances = _rows_of(self._likely, rows), _rows_of(self._stances, rows)
        if not len(likely):
            return Leaning()
        total = np.add.reduce(likely)
        weighed = np.add.reduce(stances * likely[:, None]) / max(float(total), 1e-6)
        return Leaning(
            mean=float(total / len(likely)),
            most=max(likely.tolist()),
            stances=tuple(softmax(weighed).tolist()),
        )


def _rows_of(values: Floats, rows: Sequence[slice]) -> Floats:
    return values[rows[0]] if len(rows) == 1 else np.concatenate([values[:0], *(values[row] for row in rows)])
