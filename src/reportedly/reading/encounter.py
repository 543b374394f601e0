"""What the encoder's scores say of contacts and positions: places in the text, before anybody is known by name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.records.article import Span
from reportedly.records.contact import ContactKind
from reportedly.records.position import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """The words that name a contact, and where its parties, its place and its time stand.

    `statuses` are the encoder's probabilities in the order of CONTACT_STATUSES, `likely` those of the parties to be
    some, in their order; without them all are sure.
    """

    trigger: Span
    kind: ContactKind
    statuses: tuple[float, ...] = (0.2, 0.2, 0.2, 0.2, 0.2)
    parties: tuple[Span, ...]
    likely: tuple[float, ...] = ()
    place: Span | None = None
    when: Span | None = None
    score: float = 1.0

    def chances(self) -> Iterator[tuple[Span, float]]:
        """The words for its parties, each with the probability that they are."""
        yield from zip(self.parties, self.likely or (1.0,) * len(self.parties), strict=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The words that show where somebody stands, and where that holder is named."""

    evidence: Span
    stance: Stance
    holder: Span | None
    score: float = 1.0
