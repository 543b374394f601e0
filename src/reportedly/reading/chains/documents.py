"""Documents in which somebody says something: "In the memo, Renn warns", "wrote in a letter seen by the Courier".

What was made public ("said in a statement", "in an open letter") is only how something was said. What others had to
see, obtain or read out first stands between the reader and whoever wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Relay
from reportedly.reading.chains.lookup import Sentences
from reportedly.records.article import Article, Span

_HEAD = (
    r"(?:letter|e-?mail|cable|memo(?:randum)?|message|report|note|document|draft|log|transcript|application|dossier|"
    r"telegram|minutes|papers?)\b"
)
_PHRASE = (
    rf"(?:the|an?|its) (?:[\w’'-]+ ){{0,3}}?{_HEAD}"
    r"(?: (?:to|of|from|by|dated)(?: (?!(?:seen|obtained|read|published|be|in|on|that|which|and)\b)[\w’'-]+){1,4})?"
)
_SEEN = r"(?:seen|saw|obtained|read|reviewed|leaked|published|printed|reproduced|cop(?:y|ies)|parts|pages)\b"
_OPENING = re.compile(rf"[\s“\"«]*In ({_PHRASE}|it\b)(?!,? in which)")
_WAS_SEEN = re.compile(rf"\b{_SEEN}")
_WHICH = re.compile(rf"\b({_PHRASE})[^.;,]{{0,40}},? in which ")
_NEAR = 160  # characters behind the cue in which "in a letter seen by …" stands
_WRITTEN_IN = re.compile(rf"\bin ({_PHRASE})(?= (?:[^,.;]{{0,40}} )?{_SEEN}|[^.;]{{0,40}}, which [^.;]{{0,40}}{_SEEN})")


def with_documents(article: Article, attributions: Sequence[Attribution], sentences: Sentences) -> list[Attribution]:
    """The attributions, each with the document in which its source says it as the last of its relays."""
    return [_with_document(article, attribution, sentences) for attribution in attributions]


def _with_document(article: Article, attribution: Attribution, sentences: Sentences) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or attribution.within is not None:
        return attribution
    found = _document(article, source, cue, *sentences.around(source.start))
    if found is None or any(part.start < found.end and found.start < part.end for part in attribution.content):
        return attribution
    return replace(attribution, relays=(*attribution.relays, Relay(mention=found)))


def _document(article: Article, source: Span, cue: Span, low: int, high: int) -> Span | None:
    """The words for the document in which somebody says something, in the sentence from `low` to `high`."""
    text = article.text
    opening = _OPENING.match(text, low, high)
    if opening is not None and opening.end() <= source.start:
        certain = opening[1].startswith(("the ", "it"))
        if certain or _WAS_SEEN.search(text, opening.end(), source.start):
            return article.span(*opening.span(1))
        return None
    for match in _WHICH.finditer(text, low, high):
        if match.end() == source.start and _WAS_SEEN.search(text, low, match.end()):
            return article.span(*match.span(1))
    behind = _WRITTEN_IN.search(text, cue.end, min(high, cue.end + _NEAR))
    return article.span(*behind.span(1)) if behind is not None else None
