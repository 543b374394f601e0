"""Correction: what a user says of something that was read or traced; the record that it is about stays as it was."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.schema import decoder_for

What = Literal[
    "wrong", "speaker", "same_entity", "other_entity", "same_claim", "other_claim", "owner", "agency", "undo",
]  # fmt: skip
About = Literal["statement", "contact", "position", "actor"]
WHATS: tuple[What, ...] = get_args(What)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A record of an article, with its place in the text, by which it is found again when the article is read anew."""

    article: str
    about: About
    id: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that somebody says, when and why.

        wrong                       `spots` holds a statement, contact or position that is none
        speaker                     a statement, and the actor of the same article whose words it has
        same_entity, other_entity   two actors, who are one or are not
        same_claim, other_claim     two statements, that say the same or do not
        owner, agency               `outlet` belongs to `value`; is an agency ("yes") or none ("no")
        undo                        `undoes` is the id of a correction that counts no more

    `made` is a moment in UTC (ISO 8601), `by` the name of whoever says it.
    """

    id: str
    what: What
    spots: tuple[Spot, ...] = ()
    outlet: str | None = None
    value: str | None = None
    undoes: str | None = None
    by: str
    why: str | None = None
    made: str


_DECODE = decoder_for(Correction)


def decode_correction(document: str) -> Correction:
    """The correction that a JSON document holds."""
    correction: Correction = _DECODE(json.loads(document), None)
    return correction
