"""How much each sign speaks for an antecedent; fitted by `python -m training.pronouns`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def pronoun_weights() -> Mapping[str, Mapping[str, float]]:
    """The weights of the signs for each sort of pronoun: person, thing, several."""
    stored = files("reportedly.reading").joinpath("lists", "pronoun_signs.json").read_text(encoding="utf-8")
    found: dict[str, dict[str, float]] = json.loads(stored)
    return found
