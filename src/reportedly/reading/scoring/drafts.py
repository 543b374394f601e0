"""What is found of an attribution while its parts are being joined, in pieces."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportedly.reading.scoring.decode import Run, mean_of
from reportedly.reading.scoring.encoder import Floats

CONTENT = 5  # the number of its B tag in a layer
SOURCE_ROLE, CONTENT_ROLE, ADDRESSEE_ROLE, RELAY_ROLE = range(1, 5)  # rows of role probabilities; 0 is none of them
SURE = 0.5  # probability of cue and source from which a nested one without anything around it is believed


@dataclass(slots=True)
class Draft:
    """One attribution while its parts are being joined; runs are pieces, `roles` its row of role probabilities.

    In reach are the pieces from `low` to before `high`.
    """

    cue: Run | None
    anchor: int
    nested: bool
    low: int
    high: int = field(init=False)
    roles: Floats
    cue_probability: float
    source: Run | None = None
    source_probability: float = 0.0
    content: list[Run] = field(default_factory=list)
    content_probability: float = 0.0
    tag_probability: float = 0.0
    via: Draft | None = None  # who passed it on

    def __post_init__(self) -> None:
        self.high = self.low + self.roles.shape[1]

    def mean(self, role: int, run: Run) -> float:
        """Mean probability of a role over a run that is in reach."""
        return mean_of(self.roles[role, run[0] - self.low : run[1] - self.low + 1])


def tagged_as(likely: Floats, run: Run, begin: int) -> float:
    """Mean probability over a run that its pieces have the B tag of this number, or its I tag."""
    own = slice(run[0], run[1] + 1)
    return mean_of(likely[begin, own] + likely[begin + 1, own])
