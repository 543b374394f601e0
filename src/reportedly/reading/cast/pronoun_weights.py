"""How much each sign speaks for an antecedent; fitted by `python -m training.pronouns`."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from reportedly.reading.odds import Weights, shipped_weights


@cache
def pronoun_weights() -> Mapping[str, Weights]:
    """The weights of the signs for each sort of pronoun: person, thing, several."""
    return shipped_weights("pronoun_signs.json")
