"""Who cites: the subject of "citing", "quoted … as saying", found even where nobody has marked it as a mention."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.lookup import Sentences, Spans
from reportedly.reading.segment import find_sentences
from reportedly.records.article import Article, Span

_CITING = re.compile(
    r"\b(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|with reference|referring|referenc\w+|credit(?:s|ed|ing)|rely\w*|relies|"
    r"attribut\w+|ascrib\w+|on the authority|found out from|learn\w* from|hears? from|based on)\b",
    re.IGNORECASE,
)
_CITING_WHOM = re.compile(r"\b(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|with reference to|relying on) \Z", re.IGNORECASE)
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_CAPITALS = r"[A-Z][\w&.’'-]*(?<![’'.])"
_NAME = re.compile(rf"(?:[Tt]he )?{_CAPITALS}(?: (?:of (?:the )?|and |& )?{_CAPITALS})*")
_REPORTS = re.compile(
    r"(?:[’']s \w+)?,? ?(?:(?:had|has|have|also|first|earlier|itself|newspaper|agency|website) ){0,3}"
    r"(?:reports?|reported|wrote|writes|said|says|puts?|not(?:es|ed)|claim(?:s|ed)|cit(?:es|ed|ing)|quot(?:es|ed|ing)|"
    r"learned|broke)\b|[^,;.]{0,25}, (?:citing|quoting)\b"
)
_REPORTED = re.compile(r"\b(?:writes|reports|says|reported|wrote|said|notes) (?:the )?\Z")
_TIMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber"
)


def cites(text: str, attribution: Attribution) -> bool:
    """Whether the source is somebody whom others cite: "X, citing Y", "X quoted Y as saying"."""
    if attribution.cue and _CITING.search(attribution.cue.text):
        return _BY.search(attribution.cue.text) is None
    source = attribution.source
    return source is not None and _CITING_WHOM.search(text[max(source.start - 24, 0) : source.start]) is not None


def propose_relays(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """The attributions, each with a relay more where somebody cites the source whose name is no mention."""
    if not any(cites(article.text, attribution) for attribution in attributions):
        return tuple(attributions)
    sentences = Sentences(find_sentences(article))
    known = Spans([*(m.span for m in mentions), *(a.source for a in attributions if a.source)])
    contents = Spans(content for a in attributions for content in a.content)
    return tuple(
        replace(attribution, relays=(Relay(mention=subject),))
        if not attribution.relays
        and cites(article.text, attribution)
        and (subject := _subject(article, attribution, contents, sentences)) is not None
        and not any(span.end > subject.start for span in known.from_to(subject.start - 80, subject.end))
        else attribution
        for attribution in attributions
    )


def _subject(article: Article, attribution: Attribution, contents: Spans, sentences: Sentences) -> Span | None:
    """The name that stands nearest before the citing, or after it with a verb of reporting."""
    text, cue, source = article.text, attribution.cue, attribution.source
    parts = [part for part in (cue if cue and _CITING.search(cue.text) else None, source) if part]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    low, high = sentences.around(start)
    said = [c for c in contents.from_to(low - Sentences.REACH, high) if not c.start <= start < c.end]
    before = after = None
    for match in _NAME.finditer(text, low, high):
        if _TIMES.fullmatch(match[0]) or any(content.start <= match.start() < content.end for content in said):
            continue
        if _REPORTS.match(text, match.end()) or _REPORTED.search(text[max(match.start() - 14, 0) : match.start()]):
            if match.end() <= start:
                before = match
            elif match.start() >= end and after is None:
                after = match
    found = before or after
    return article.span(*found.span()) if found else None
