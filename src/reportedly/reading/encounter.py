"""What the encoder's scores say of contacts and positions: places in the text, before anybody is known by name."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.records.article import Span
from reportedly.records.contact import ContactKind
from reportedly.records.position import Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Encounter:
    """The words that name a contact, and where its parties, its place and its time stand.

    `statuses` are the encoder's probabilities in the order of CONTACT_STATUSES.
    """

    trigger: Span
    kind: ContactKind
    statuses: tuple[float, ...] = (0.2, 0.2, 0.2, 0.2, 0.2)
    parties: tuple[Span, ...]
    place: Span | None = None
    when: Span | None = None
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """The words that show where somebody stands, and where that holder is named."""

    evidence: Span
    stance: Stance
    holder: Span | None
    score: float = 1.0
