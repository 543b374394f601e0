"""A statement: content, and the chain of attributions through which it reached the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span, Timex
from reportedly.records.values import Score

Form = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "say", "urge", "demand", "promise", "deny", "warn", "rule_out", "agree",
    "offer", "expect", "accuse", "propose", "threaten", "praise", "confirm", "plan",
]  # fmt: skip
Status = Literal["made", "expected", "declined"]
Sourcing = Literal["on_record", "spokesperson", "document", "institution", "unnamed", "outlet", "none"]

FORMS: tuple[Form, ...] = get_args(Form)
ACTS: tuple[Act, ...] = get_args(Act)
STATUSES: tuple[Status, ...] = get_args(Status)
SOURCINGS: tuple[Sourcing, ...] = get_args(Sourcing)


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One attribution of a chain: the actor, where the text mentions it, the cue, whom it told and when.

    `mention` and `cue` are None where the text does not name the hop: the publishing outlet, a principal.
    """

    actor: str
    mention: Span | None = None
    cue: Span | None = None
    addressees: tuple[str, ...] = ()
    on: Timex | None = None


class Chain(tuple[Link, ...]):
    """All attributions over one content, the reader's side first; never empty."""

    __slots__ = ()

    @property
    def outlet(self) -> Link:
        """The link of the outlet that published the article."""
        return self[0]

    @property
    def relays(self) -> tuple[Link, ...]:
        """The links of all who only passed the words on, the publishing outlet first."""
        return self[:-1]

    @property
    def speaker(self) -> Link:
        """The link of whoever the words come from."""
        return self[-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """Content with a chain: what was said, and everybody through whom it reached the reader.

    `content` has several spans when the cue interrupts it; `within` is the id of the statement inside
    whose content this one is reported. `score` is the calibrated probability that source and content are
    right.
    """

    id: str
    form: Form
    act: Act = "say"
    status: Status = "made"
    content: tuple[Span, ...]
    within: str | None = None
    sourcing: Sourcing
    chain: Chain
    score: Score
