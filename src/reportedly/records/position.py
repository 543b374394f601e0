"""Who stands where on what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span
from reportedly.records.values import Score

Stance = Literal["for", "against", "conditional", "undecided"]
STANCES: tuple[Stance, ...] = get_args(Stance)


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The stance of a holder (id of an actor) on a target, with the words that show it.

    `statement` is the id of the statement in which it is told; None in the writer's own voice.
    """

    id: str
    holder: str
    target: str
    stance: Stance
    evidence: Span
    statement: str | None = None
    score: Score
