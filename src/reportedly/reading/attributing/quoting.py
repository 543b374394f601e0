"""Whoever is quoted has said it: of "The Spin quoted two aides as saying no" the aides, by way of The Spin."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_QUOTES = re.compile(r"(?:(?:has|have|had|also) )*(?:quot|cit)(?:es?|ed)", re.IGNORECASE)
_QUOTING = re.compile(r"(?:Citing|Quoting|(?:Referring|With reference) to) (?P<whom>[^.;:\n]{2,80}), \Z")
_LONG = 120  # characters before whoever writes in which a "Quoting" stands


def with_quoted(
    article: Article, attributions: Iterable[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, in which whoever is quoted is the source and whoever quotes a relay."""
    named = Spans(mention.span for mention in mentions if mention.kind != "place")
    outlets = {mention.span for mention in mentions if mention.kind == "outlet"}
    return [_turned(article, attribution, named, outlets) for attribution in attributions]


def _turned(article: Article, attribution: Attribution, named: Spans, outlets: set[Span]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start:
        return attribution
    if _QUOTES.fullmatch(cue.text):
        start = cue.end + 1
    elif source in outlets and (quoting := _QUOTING.search(article.text, max(0, source.start - _LONG), source.start)):
        start = quoting.start("whom")
    else:
        return attribution
    quoted = next(iter(named.from_to(start, start + 1)), None)
    if quoted is None or any(c.start < quoted.end and quoted.start < c.end for c in attribution.content):
        return attribution
    return replace(attribution, source=quoted, relays=(*attribution.relays, Relay(mention=source, cue=cue)))
