"""What is found of an attribution while its parts are being joined, in pieces."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportedly.reading.scoring.decode import Run, mean_of
from reportedly.reading.scoring.encoder import Floats

CUE, CONTENT = 3, 5  # the numbers of their B tags in a layer
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


def join_contents(drafts: Sequence[Draft], contents: Sequence[Run], likely: Floats, least: float) -> list[Run]:
    """Gives each tagged content to the cue that claims it most; returns those that no cue claims."""
    loose = []
    for run in contents:
        first, last = run
        claims = [(d.mean(CONTENT_ROLE, run), -n) for n, d in enumerate(drafts) if d.low <= first and last < d.high]
        claim, number = max(claims, default=(0.0, 0))
        if claim < least:
            loose.append(run)
            continue
        draft = drafts[-number]
        draft.content.append(run)
        draft.content_probability = max(draft.content_probability, claim)
        draft.tag_probability = max(draft.tag_probability, tagged_as(likely, run, CONTENT))
    return loose
