"""Whoever is only named as the way by which another's words came: "…, Peskov said, according to state media"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Relay
from reportedly.records.article import Article, Span

_VIA = re.compile(
    r"(?:as )?(?:according to|per|via|by way of|(?:quoted|cited|reported|carried|relayed|published) by)", re.IGNORECASE
)
_SAID = re.compile(r"(?:has |have |had |also )*(?:said|says|told|tells|wrote|writes|added|adds|stated)", re.IGNORECASE)
_BESIDE = re.compile(  # what may stand beside source, cue and content: where and when it was said, and to whom
    r"(?:that|(?:also |later |earlier )?(?:(?:at|in|on|during|after|from|to|outside|before)\b[^,;.:]{2,60}|"
    r"(?:(?:early|late|last|this) )?(?:yesterday|today|tonight|earlier|later|week|month|(?:Mon|Tues|Wednes|Thurs|Fri|"
    r"Satur|Sun)day(?: (?:morning|afternoon|evening|night))?)))?"
)
_QUOTED = re.compile(r"[\"“]([^\"“”]+?),?[\"”]")
_OPENS = ("“", '"')
_CLOSED = re.compile(r"[,.!?]?[\"”] ")
_TO_WHOM = re.compile(r"(?:(?:the|an?|his|her|their) )?[\w’'-]+(?: [\w’'-]+)?")
_EDGES = " \t\n,.;:“”\"„«»’'"


def fold_relays(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, those that are only hops turned into relays of what they hold.

    An attribution by "according to" is a hop when its content is what one other said, with its source and cue, and
    beside them at most where, when and to whom it was said. Where that other did more than say it ("According to Valley
    Radio, Marsh promised to resign"), that it did so is told by the first, and both stay.
    """
    folded: dict[int, int] = {}
    contents: dict[int, tuple[Span, ...]] = {}
    for number, outer in enumerate(attributions):
        if outer.source is None or outer.cue is None or not _VIA.fullmatch(outer.cue.text):
            continue
        children = [child for child, a in enumerate(attributions) if a.within == number]
        for child in children:
            content = _passed_on(article, outer, attributions[child])
            if content and all(other == child or _inside(attributions[other], content) for other in children):
                folded[number], contents[child] = child, content
                break
    if not folded:
        return list(attributions)
    order = {old: new for new, old in enumerate(n for n in range(len(attributions)) if n not in folded)}
    holders = {inner: outer for outer, inner in folded.items()}
    kept = []
    for number in order:
        attribution, above = attributions[number], attributions[number].within
        relays, content = attribution.relays, contents.get(number, attribution.content)
        if above in folded and holders.get(number) != above:
            above = folded[above]
        while above is not None and above in folded:
            hop = attributions[above]
            if hop.source is not None:
                relays = (*hop.relays, Relay(mention=hop.source, cue=hop.cue), *relays)
            above = hop.within
        within = None if above is None else order[above]
        kept.append(replace(attribution, relays=relays, within=within, content=content))
    return kept


def _passed_on(article: Article, outer: Attribution, inner: Attribution) -> tuple[Span, ...]:
    """What one attribution only passes on of another: its content; none where it tells more of it, or other words."""
    if inner.source is None or inner.cue is None or not _SAID.fullmatch(inner.cue.text):
        return ()
    if (quoted := _quoted_whole(article.text, outer, inner)) is not None:
        return (quoted,)
    if _is_all(article.text, outer, inner):
        return inner.content
    return _quotation(article, outer, inner.source, inner.cue)


def _quoted_whole(text: str, outer: Attribution, inner: Attribution) -> Span | None:
    """The quotation that is the first piece of a content, where the second is only who said it, and to whom."""
    if len(outer.content) != 2 or inner.source is None or inner.cue is None:
        return None
    said, by = outer.content
    if text[said.start - 1 : said.start] not in _OPENS or _CLOSED.fullmatch(text, said.end, by.start) is None:
        return None
    begin, end = min(inner.source.start, inner.cue.start), max(inner.source.end, inner.cue.end)
    if begin != by.start or not all(said.start <= part.start and part.end <= said.end for part in inner.content):
        return None
    rest = text[end : max(end, by.end)].strip(_EDGES)
    return said if _BESIDE.fullmatch(rest) or _TO_WHOM.fullmatch(rest) else None


def _quotation(article: Article, outer: Attribution, source: Span, cue: Span) -> tuple[Span, ...]:
    """The one quotation that stands before a source and its cue, where there is nothing else: “…,” Marsh said."""
    whole, text = outer.content[0], article.text
    said = text[whole.start : min(source.start, cue.start)].rstrip(" ,")
    after = text[max(source.end, cue.end) : whole.end].strip(_EDGES)
    quoted = _QUOTED.fullmatch(said)
    if len(outer.content) > 1 or quoted is None or _BESIDE.fullmatch(after) is None:
        return ()
    return (article.span(whole.start + quoted.start(1), whole.start + quoted.end(1)),)


def _inside(attribution: Attribution, content: Sequence[Span]) -> bool:
    at = (attribution.cue or attribution.content[0]).start
    return any(span.start <= at < span.end for span in content)


def _is_all(text: str, outer: Attribution, inner: Attribution) -> bool:
    """Whether the content of one attribution is that of another, with its cue and source, and tells no more of it."""
    named = (part for part in (inner.source, inner.cue) if part is not None)
    parts = sorted([*named, *inner.content], key=lambda part: part.start)
    return all(_BESIDE.fullmatch(words) for span in outer.content for words in _left(text, span, parts))


def _left(text: str, span: Span, parts: Sequence[Span]) -> Iterator[str]:
    """What stands in a span before, between and after its parts."""
    at = span.start
    for part in parts:
        if span.start <= part.start and part.end <= span.end:
            yield text[at : max(at, part.start)].strip(_EDGES)
            at = max(at, part.end)
    yield text[at : span.end].strip(_EDGES)
