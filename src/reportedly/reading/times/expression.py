"""An expression of time where it stands, before its days are known."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.reading.times.anchor import Meaning


class Expression(NamedTuple):
    """Characters from `start` to `end` that speak of time, and what they mean; `dated` when they say their year."""

    start: int
    end: int
    kind: str
    meaning: Meaning
    dated: bool = False
