"""How likely two mentions refer to the same actor, as the encoder sees it: vectors of mentions, compared in pairs."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from reportedly.reading.scoring.decode import antecedent_logits
from reportedly.reading.scoring.encoder import Floats
from reportedly.reading.scoring.windows import Pieces
from reportedly.records.article import Span

Vectors = npt.NDArray[np.floating]


class Coreference:
    """Log-odds, against "none of these", that a mention refers to whom each of some earlier mentions refers to.

    Made of each section's pieces and their `Scores.coreference`, which is compared in half precision.
    """

    def __init__(self, sections: Sequence[tuple[Pieces, Vectors]], distance: Floats) -> None:
        self._starts = np.concatenate([pieces.starts for pieces, _ in sections] or [np.zeros(0, np.int32)])
        self._ends = np.concatenate([pieces.ends for pieces, _ in sections] or [np.zeros(0, np.int32)])
        self._vectors = np.concatenate([vectors for _, vectors in sections] or [np.zeros((0, 0), np.float16)])
        self._distance = distance

    def __call__(self, mention: Span, earlier: Sequence[Span]) -> list[float]:
        """One number for each earlier mention, which stand in reading order."""
        if not earlier:
            return []
        rows = [self._run(span) for span in earlier]
        logits: list[float] = antecedent_logits(self._vectors, self._run(mention), rows, self._distance).tolist()
        return logits

    def _run(self, span: Span) -> tuple[int, int]:
        """The first and last piece of a span."""
        first = int(np.searchsorted(self._ends, span.start, side="right"))
        last = int(np.searchsorted(self._starts, span.end, side="left")) - 1
        return min(first, last), max(last, 0)
