"""What users say of claims and outlets, which stands over what the trace would find."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from reportedly.trace.kinds import Pair
from reportedly.trace.told import Told

Key = tuple[str, str]  # an article and a statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Statements that say the same, or do not, by pairs; whom outlets belong to, and which are agencies, by names."""

    together: Collection[tuple[Key, Key]] = frozenset()
    apart: Collection[tuple[Key, Key]] = frozenset()
    owners: Mapping[str, str] = field(default_factory=dict)
    agencies: Collection[str] = frozenset()

    def regrouped(
        self, told: Sequence[Told], groups: Sequence[Sequence[int]], nearness: Mapping[Pair, float]
    ) -> list[list[int]]:
        """The groups of statements, by rows, as users would have them: split first, then joined."""
        if not self.together and not self.apart:
            return [list(group) for group in groups]
        row_of = {(one.place.article, one.place.statement): row for row, one in enumerate(told)}
        parted = [list(group) for group in groups]
        for one, other in _rows(self.apart, row_of):
            parted = [part for group in parted for part in _parted(group, one, other, nearness)]
        for one, other in _rows(self.together, row_of):
            into = next(group for group in parted if one in group)
            source = next(group for group in parted if other in group)
            if into is not source:
                parted = [group for group in parted if group is not source]
                into += source
        return sorted((sorted(group) for group in parted), key=lambda group: group[0])

    def kept_apart(self, told: Sequence[Told]) -> set[Pair]:
        """The pairs of rows, the lower first, that are in no claim together, not even as changes of it."""
        row_of = {(one.place.article, one.place.statement): row for row, one in enumerate(told)}
        return {(min(pair), max(pair)) for pair in _rows(self.apart, row_of)}

    def vouched_together(self, told: Sequence[Told]) -> set[int]:
        """The rows of which a user says that they tell a claim as it is: they are no variants of it."""
        row_of = {(one.place.article, one.place.statement): row for row, one in enumerate(told)}
        return {row for pair in _rows(self.together, row_of) for row in pair}


def _rows(pairs: Collection[tuple[Key, Key]], row_of: Mapping[Key, int]) -> list[Pair]:
    return sorted((row_of[one], row_of[other]) for one, other in pairs if one in row_of and other in row_of)


def _parted(group: list[int], one: int, other: int, nearness: Mapping[Pair, float]) -> list[list[int]]:
    """The group as it is, or two around these rows when it holds both: the rest go with the one they are nearer to."""
    if one not in group or other not in group:
        return [group]

    def near(row: int, seed: int) -> float:
        return nearness.get((min(row, seed), max(row, seed)), float("-inf"))

    first = [row for row in group if row == one or (row != other and near(row, one) >= near(row, other))]
    return [first, [row for row in group if row not in first]]
