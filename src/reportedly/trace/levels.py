"""What one sentence tells at two levels of a chain: "the office said he had promised to sell" holds "to sell" too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from reportedly.trace.kinds import SAME_FOR_SURE, Matches, Pair
from reportedly.trace.matching import Floats
from reportedly.trace.told import Told

_COVERED = 0.4  # of the stems of the outer content, what the inner one has at least to tell the same


def told_at_two_levels(told: Sequence[Told]) -> list[list[int]]:
    """The rows of tellings that stand in each other and tell the same, each set of two and more.

    Who denies, or doubts, a report tells something else than the report in it.
    """
    row_of = {(one.place.article, one.place.statement): row for row, one in enumerate(told)}
    into: dict[int, int] = {}
    for row, one in enumerate(told):
        outer = row_of.get((one.place.article, one.statement.within or ""))
        if outer is not None and _tells_the_same(told[outer], one):
            into[row] = outer
    found: dict[int, list[int]] = defaultdict(list)
    for row in range(len(told)):
        top = row
        while top in into:
            top = into[top]
        found[top].append(row)
    return [rows for rows in found.values() if len(rows) > 1]


def _tells_the_same(outer: Told, inner: Told) -> bool:
    if outer.statement.act == "deny" or outer.denied or inner.denied != outer.denied:
        return False
    stems = set(outer.stems)
    return len(stems & set(inner.stems)) >= _COVERED * max(len(stems), 1)


def level(told: Sequence[Told], matches: Matches) -> Matches:
    """The matches, in which what tells one thing at two levels is one, and is to others what both are on average."""
    sets = told_at_two_levels(told)
    of = {row: rows[0] for rows in sets for row in rows}
    members = {rows[0]: rows for rows in sets}
    sums: dict[Pair, list[Floats]] = defaultdict(list)
    kept: dict[Pair, Floats] = {}
    for (a, b), kinds in matches.of.items():
        if a in of or b in of:
            one, other = of.get(a, a), of.get(b, b)
            if one != other:
                sums[min(one, other), max(one, other)].append(kinds)
        else:
            kept[a, b] = kinds
    for (one, other), several in sums.items():
        mean: Floats = np.mean(several, axis=0)
        for a in members.get(one, [one]):
            for b in members.get(other, [other]):
                kept[min(a, b), max(a, b)] = mean
    for rows in sets:
        kept |= {(a, b): SAME_FOR_SURE for a in rows for b in rows if a < b}
    return Matches(kept)
