"""What the encoder's scores are decoded to: attributions and mentions as places, before anybody is known by name."""

from __future__ import annotations

from dataclasses import dataclass, replace

from reportedly.records.actor import ActorKind
from reportedly.records.article import Span
from reportedly.records.statement import Act, Form, Sourcing, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place that refers to somebody who can speak, be addressed or act; `kind` as the encoder sees it."""

    span: Span
    kind: ActorKind | None
    score: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Relay:
    """Somebody who only passed the words on ("according to state media" beside another source), with the cue."""

    mention: Span
    cue: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """A source, a cue and a content in the text.

    `within` is the position, in the same sequence, of the attribution in whose content this one stands. `source` is
    None for agentless forms, `cue` for floating quotations. `to_outlet` is what a guest answers the publishing
    outlet. `sourcing` is what the words around the cue suggest; who the source turns out to be may say better.
    """

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    addressees: tuple[Span, ...] = ()
    to_outlet: bool = False
    relays: tuple[Relay, ...] = ()
    within: int | None = None
    form: Form
    act: Act = "say"
    status: Status = "made"
    sourcing: Sourcing = "on_record"
    score: float = 1.0


def with_more(attribution: Attribution, rest: Attribution) -> Attribution:
    """The attribution with what another goes on to say."""
    form = attribution.form if attribution.form == rest.form else "mixed"
    return replace(attribution, content=(*attribution.content, *rest.content), form=form)
