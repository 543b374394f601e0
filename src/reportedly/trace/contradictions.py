"""Claims whose sources contradict each other; who contradicts themselves is found by store/overviews/turns.py."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import numpy as np

from reportedly.trace.kinds import CONTRADICTION, KINDS, Matches
from reportedly.trace.matching import Floats

CONTRADICTED_AT = 0.45  # of what all pairs of two claims come to; swept on held-out training stories
_LEAST = 0.08  # of the best pair of claims that are looked at

_AT = KINDS.index(CONTRADICTION)


def find_contradictions(
    groups: Sequence[Sequence[int]], flagged: Collection[int], matches: Matches
) -> set[tuple[int, int]]:
    """Pairs of groups of tellings, by number, that contradict each other; variants are left out."""
    number = {row: at for at, group in enumerate(groups) for row in group if row not in flagged}
    likely = {
        (min(number[a], number[b]), max(number[a], number[b]))
        for (a, b), kinds in matches.of.items()
        if a in number and b in number and number[a] != number[b] and kinds[_AT] >= _LEAST
    }
    found = set()
    for one, other in likely:
        pairs = [(a, b) for a in groups[one] for b in groups[other] if a in number and b in number]
        if _together(matches.table(pairs)[:, _AT]) >= CONTRADICTED_AT:
            found.add((one, other))
    return found


def _together(scores: Floats) -> float:
    """That any of so many pairs contradicts, as if only the root of their number spoke on its own.

    Tellings of one claim repeat each other: many weak pairs say more than one, and less than as many strangers would.
    """
    return float(1 - np.prod(1 - scores) ** (len(scores) ** -0.5))
