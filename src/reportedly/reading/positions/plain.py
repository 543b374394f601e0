"""What words say plainly of a stand, as a record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.records.position import Stance

Side = Literal["for", "against"]
OTHER: dict[Side, Side] = {"for": "against", "against": "for"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Plain:
    """A stance (None: they show none), and what it is on: from `skip` characters on, to `stop` if there is one.

    `sure` is whether these words by themselves show a stand; else they only tell which, should it be one. `on` is what
    it is on where other words name that. `settled` is whether no condition near them makes it another.
    """

    stance: Stance | None
    skip: int
    stop: int | None = None
    sure: bool = True
    on: str | None = None
    settled: bool = False
