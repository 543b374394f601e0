"""Claims whose sources contradict each other, and speakers who have changed their own position."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.records import Place
from reportedly.trace.kinds import CONTRADICTION, KINDS, Matches
from reportedly.trace.matching import Floats
from reportedly.trace.told import Told

CONTRADICTED_AT = 0.34  # of what all pairs of two claims come to; swept on held-out training stories
TURNED_AT = 0.25  # of the one pair in which a speaker says the contrary of what they said
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A speaker, by entity, who said one thing and later the contrary, and where."""

    speaker: str
    before: Place
    after: Place


def find_turns(told: Sequence[Told], matches: Matches) -> tuple[Turn, ...]:
    """Speakers who contradict themselves on two occasions, with the first pair of passages for each two articles."""
    found: dict[tuple[str, str, str], Turn] = {}
    for (a, b), kinds in sorted(matches.of.items()):
        one, other = told[a], told[b]
        if kinds[_AT] < TURNED_AT or one.speaker != other.speaker or one.when == other.when:
            continue
        key = one.speaker, one.place.article, other.place.article
        found.setdefault(key, Turn(speaker=one.speaker, before=one.place, after=other.place))
    return tuple(found.values())
