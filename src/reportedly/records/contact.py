"""Who met, called, visited or wrote to whom, or means to, or will not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span, Timex
from reportedly.records.values import Count, Score

ContactKind = Literal["meeting", "call", "visit", "talks", "summit", "letter", "ceremony"]
ContactStatus = Literal["held", "planned", "possible", "cancelled", "refused"]

CONTACT_KINDS: tuple[ContactKind, ...] = get_args(ContactKind)
CONTACT_STATUSES: tuple[ContactStatus, ...] = get_args(ContactStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """One contact between parties (ids of actors), with the words that tell of it.

    `ordinal` is 4 in "for the fourth time this year". `statement` is the id of the statement in which it
    is told; None in the writer's own voice.
    """

    id: str
    kind: ContactKind
    status: ContactStatus
    parties: tuple[str, ...]
    on: Timex | None = None
    place: Span | None = None
    ordinal: Count | None = None
    evidence: Span
    statement: str | None = None
    score: Score
