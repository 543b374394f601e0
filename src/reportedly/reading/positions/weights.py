"""The weights of signs, learnt from labelled statements (python -m training.stands)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.reading.odds import Weights, shipped_weights, total
from reportedly.reading.scoring.leanings import Leaning
from reportedly.records.position import STANCES, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class StandWeights:
    """Log-odds: of a statement to be a stand, and of each stance; `leaning` and `stance` weigh the encoder's."""

    holds: Weights
    stances: Mapping[Stance, Weights]
    leaning: float
    stance: float
    at: float

    def odds(self, signs: Iterable[str], leaning: Leaning) -> float:
        """Log-odds that a statement with these signs shows where its speaker stands; from `at` on it is believed."""
        return total(self.holds, signs) + self.leaning * log_odds(leaning.mean)

    def stances_of(self, signs: Iterable[str], leaning: Leaning) -> list[Stance]:
        """All stances, the one first that signs and encoder together make most probable."""
        of_encoder = dict(zip(STANCES, leaning.stances, strict=True))
        return sorted(
            STANCES, key=lambda s: -total(self.stances[s], signs) - self.stance * math.log(max(of_encoder[s], 1e-3))
        )

    def stance_of(self, signs: Iterable[str], leaning: Leaning) -> Stance:
        """The stance that signs and encoder together make most probable."""
        return self.stances_of(signs, leaning)[0]


def log_odds(probability: float) -> float:
    """Log-odds of a probability, bounded."""
    bounded = min(max(probability, 1e-3), 1 - 1e-3)
    return math.log(bounded / (1 - bounded))


@cache
def stand_weights() -> StandWeights:
    """The weights that the package ships."""
    return StandWeights(**shipped_weights("stand_signs.json"))
