"""Whoever is quoted has said it: of "The Spin quoted two aides as saying no" the aides, by way of The Spin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_QUOTES = re.compile(r"(?:(?:has|have|had|also) )*(?:quot|cit)(?:es?|ed)", re.IGNORECASE)
_QUOTING = re.compile(r"(?:Citing|Quoting|(?:Referring|With reference) to) (?P<whom>[^.;:\n]{2,80}), \Z")
_AS_SAYING = re.compile(r" as (?:saying|having (?:said|stated|told))\b(?:,? that\b)?[\s:,]*")
_WAS_QUOTED = re.compile(
    r"(?:,[^,.;\n]{1,80},)? (?:was|were|is|are|has been|had been) (?:later |also )?"
    r"(?:quoted|cited) by (?:[\w’'-]+ ){0,5}?\Z"
)
_CLOSING = re.compile('[”"»]')
_LONG = 120  # characters before whoever writes in which a "Quoting" stands


def with_quoted(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, in which whoever is quoted is the source and whoever quotes a relay; each is told once."""
    named = Spans(mention.span for mention in mentions if mention.kind != "place")
    outlets = {mention.span for mention in mentions if mention.kind == "outlet"}
    turned = [_turned(article, attribution, named, outlets) for attribution in attributions]
    again: set[int] = set()
    for number, a in enumerate(turned):
        said = _as_saying(article, a)
        if said is not None and a.source is not None:
            turned[number] = replace(a, content=said)
            again |= {
                n for n, inner in enumerate(turned) if inner.within == number and _is_cue_of(said, inner, a.source)
            }
    return without(turned, again)


def _as_saying(article: Article, attribution: Attribution) -> tuple[Span, ...] | None:
    """What is left of a content without the "an aide as saying that" of its own source; None where there is none."""
    source, first = attribution.source, attribution.content[0]
    lead = _AS_SAYING.match(article.text, source.end) if source is not None else None
    if source is None or lead is None or not source.start <= first.start < lead.end():
        return None
    begin = lead.end()
    if article.text[begin] in '“"«' and not _CLOSING.search(article.text, begin + 1, attribution.content[-1].end):
        begin += 1
    rest = [article.span(max(begin, piece.start), piece.end) for piece in attribution.content if piece.end > begin]
    return tuple(rest) or None


def _is_cue_of(said: Sequence[Span], inner: Attribution, source: Span) -> bool:
    """Whether one inside only says again, by its "as saying", that the source said so."""
    return (
        inner.source is not None
        and inner.cue is not None
        and inner.source.start < source.end
        and source.start < inner.source.end
        and source.end <= inner.cue.start < said[0].start
    )


def _was_quoted(article: Article, outlet: Span, named: Spans) -> Span | None:
    """Whom the words before an outlet say that it quotes: Renn, in "Renn was quoted by the Courier as saying"."""
    if _AS_SAYING.match(article.text, outlet.end) is None:
        return None
    before = [span for span in named.from_to(outlet.start - _LONG, outlet.start) if span.end < outlet.start]
    return next(
        (span for span in reversed(before) if _WAS_QUOTED.fullmatch(article.text, span.end, outlet.start)), None
    )


def _turned(article: Article, attribution: Attribution, named: Spans, outlets: set[Span]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start:
        return attribution
    if (by := _was_quoted(article, source, named)) is not None:
        return replace(attribution, source=by, relays=(*attribution.relays, Relay(mention=source, cue=cue)))
    if _QUOTES.fullmatch(cue.text):
        start = cue.end + 1
    elif quoting := _QUOTING.search(article.text, max(0, source.start - _LONG), source.start):
        start = quoting.start("whom")
        if source not in outlets and all(relay.mention.start != start for relay in attribution.relays):
            return attribution
    else:
        return attribution
    quoted = next(iter(named.from_to(start, start + 1)), None)
    if quoted is None:
        return attribution
    if any(c.start < quoted.end and quoted.start < c.end for c in attribution.content):
        begins = quoted.start == attribution.content[0].start
        if not begins or source not in outlets or _AS_SAYING.match(article.text, quoted.end) is None:
            return attribution  # "the Courier cited the envoy as saying that …", all taken for content
    others = (relay for relay in attribution.relays if relay.mention != quoted)
    return replace(attribution, source=quoted, relays=(*others, Relay(mention=source, cue=cue)))
