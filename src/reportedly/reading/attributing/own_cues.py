"""Quotations with a cue of their own behind them, that the encoder gives to the cue before: a question and its answer.

'“Will you resign?” a reporter shouted. “Never,” said Renn.' is said by two.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_VERB = (
    r"(?:said|says|asked|asks|replied|replies|answered|answers|shouted|told|responded|insisted|retorted|quipped|joked|"
    r"snapped|added|explained|cried|yelled)"
)
_BEHIND = re.compile(rf"(?:,|[,.]?[?!…])[”\"’'] (?P<verb>{_VERB})?(?(verb) )")
_VERB_BEHIND = re.compile(
    rf" (?P<verb>{_VERB})(?=[.,;:\n]| (?:to|in|on|at|with|after|before|as|when|during|the|Mr|Mrs|Ms)\b)"
)

_OPENING = "\"“‘'«"


@dataclass(frozen=True, slots=True)
class _Teller:
    """The cue right behind a quotation, with whoever says it."""

    cue: Span
    source: Span


def with_own_cues(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, of which each quotation that has a cue of its own behind it is with that cue alone."""
    named = Spans(mention.span for mention in mentions)
    tellers = {
        piece: teller
        for a in attributions
        if a.within is None and a.form != "indirect"
        for piece in a.content
        if (teller := _teller(article, piece, named)) is not None
    }
    given = list(attributions)
    for piece, teller in tellers.items():
        own = next((n for n, a in enumerate(given) if a.cue is not None and _overlap(a.cue, teller.cue)), None)
        others = [n for n, a in enumerate(given) if n != own and a.within is None and piece in a.content]
        if not others:
            continue
        if own is None:
            own = len(given)
            given.append(_said(teller, piece, given[others[0]].score))
        elif piece not in given[own].content:
            content = sorted((*given[own].content, piece), key=lambda span: span.start)
            given[own] = replace(given[own], content=tuple(content))
        for n in others:
            given[n] = replace(given[n], content=tuple(span for span in given[n].content if span != piece))
        for n, inner in enumerate(given):
            if inner.within in others and _overlap(inner.cue or inner.content[0], piece):
                given[n] = replace(inner, within=own)
    return without(given, {n for n, a in enumerate(given) if not a.content})


def _said(teller: _Teller, piece: Span, score: float) -> Attribution:
    return Attribution(source=teller.source, cue=teller.cue, content=(piece,), form="direct", score=score)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _teller(article: Article, piece: Span, named: Spans) -> _Teller | None:
    behind = _BEHIND.match(article.text, piece.end - (piece.text[-1] in ",?!…"))
    opens = article.text[max(0, piece.start - 1) : piece.start + 1]
    if behind is None or not any(mark in opens for mark in _OPENING):
        return None
    source = next(iter(named.from_to(behind.end(), behind.end() + 1)), None)
    if source is None:
        return None
    if behind["verb"] is not None:
        return _Teller(article.span(*behind.span("verb")), source)
    verb = _VERB_BEHIND.match(article.text, source.end)
    return None if verb is None else _Teller(article.span(*verb.span("verb")), source)
