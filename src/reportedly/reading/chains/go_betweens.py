"""Whoever brings another's words: "declined through an aide", "Vale, through her lawyer, Ada Renn, said"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.cast.nouns import noun
from reportedly.reading.chains.channels import is_channel
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_NEAR = 40  # characters behind the cue in which they stand
_THROUGH = re.compile(r"\b(?:through|via) ")
_THROUGH_NEXT = re.compile(r",? (?:speaking )?(?:through|via) ")
_OWNING = frozenset(("his", "her", "its", "their"))
_APART = re.compile(r"[.;:?!\n]")  # what is told behind it is no way of saying
_PHRASE = re.compile(r"(?:an?|his|her|its|their) (?:[\w-]+ ){0,2}?([\w-]+)(?![\w’'-]| of\b)")


def with_go_betweens(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, each with the person or office through whom its source speaks as the last of its relays."""
    people = Spans(m.span for m in mentions if m.kind in ("person", "organisation"))
    return [_with_go_between(article, attribution, people) for attribution in attributions]


def _with_go_between(article: Article, attribution: Attribution, people: Spans) -> Attribution:
    cue, source = attribution.cue, attribution.source
    if cue is None or source is None:
        return attribution
    match = _THROUGH_NEXT.match(article.text, source.end, max(source.end, cue.start))
    match = match or _THROUGH.search(article.text, cue.start, min(cue.end + _NEAR, len(article.text)))
    apart = match is None or _APART.search(article.text, cue.end, max(cue.end, match.start()))
    found = None if match is None or apart else _phrase(article, match.end(), people)
    taken = (source, *attribution.content, *(relay.mention for relay in attribution.relays))
    if found is None or any(part.start < found.end and found.start < part.end for part in taken):
        return attribution
    return replace(attribution, relays=(*attribution.relays, Relay(mention=found)))


def _phrase(article: Article, start: int, people: Spans) -> Span | None:
    """The words for a person or an office that begin at a place: a mention, else a phrase like "an aide"."""
    whole = next((span for span in people.from_to(start, start + 1) if span.text.lower() not in _OWNING), None)
    if whole is not None and whole.text[0].isupper():
        return None if is_channel(whole.text) else whole
    match = _PHRASE.match(article.text, start)
    head = None if match is None else noun(match[1])
    if match is None or head is None or head.plural or not (head.kind == "person" or match[1] == "office"):
        return None
    return whole or article.span(start, match.end())
