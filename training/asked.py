"""What a network that reads two tellings side by side says of pairs of them, each pair asked once, kept in a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from reportedly.trace.kinds import KINDS, SideBySide
from reportedly.trace.side_by_side import as_told
from reportedly.trace.told import Told

Floats = npt.NDArray[np.float32]
Compare = Callable[[Sequence[tuple[str, str]]], Floats]


class Asked:
    """The answers of one network: log-probabilities of KINDS for two tellings, the earlier first."""

    def __init__(self, compare: Compare, file: Path | None = None) -> None:
        self._compare = compare
        self._file = file
        self.known: dict[tuple[str, str], Floats] = {}
        if file is not None and file.exists():
            kept = np.load(file)
            pairs = zip(kept["earlier"].tolist(), kept["later"].tolist(), strict=True)
            self.known = dict(zip(pairs, kept["answers"].astype(np.float32), strict=True))

    def about(self, told: Sequence[Told]) -> SideBySide:
        """What answers about pairs of these statements."""
        lines = [as_told(one) for one in told]
        return lambda pairs: self.answers([(lines[a], lines[b]) for a, b in pairs])

    def answers(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """One row for each pair."""
        new = [pair for pair in dict.fromkeys(pairs) if pair not in self.known]
        if new:
            self.known |= zip(new, self._compare(new), strict=True)
        return np.array([self.known[pair] for pair in pairs], np.float32).reshape(len(pairs), len(KINDS))

    def keep(self) -> None:
        """Writes the answers into the file, if there is one."""
        if self._file is not None:
            earlier, later = zip(*self.known, strict=True)
            answers = np.array(list(self.known.values()), np.float16)
            np.savez_compressed(self._file, earlier=np.array(earlier), later=np.array(later), answers=answers)


def mean_of(several: Sequence[Asked], file: Path) -> None:
    """Writes the answers of several networks into one file; the mean of those that more than one gave."""
    together = Asked(several[0].answers, file)
    for pair in dict.fromkeys(pair for one in several for pair in one.known):
        together.known[pair] = np.mean([one.known[pair] for one in several if pair in one.known], axis=0)
    together.keep()


def unanswered(pairs: int) -> Floats:
    """Rows that are no numbers, for pairs that were not asked about."""
    return np.full((pairs, len(KINDS)), np.nan, np.float32)
