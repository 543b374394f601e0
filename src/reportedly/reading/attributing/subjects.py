"""Whoever stands right before a cue that lacks a source is its subject: "The base has not answered".

So is the whole of which the source is but a pronoun: "his lawyer" of "his lawyer says". Of 10 such subjects in stories
and real articles all were, and all 4 such wholes; before a passive ("Renn is expected") nobody is, in 43 of 47.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from reportedly.reading.attributing.auxiliaries import ADVERB
from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import noun
from reportedly.records.article import Article, Span

_ADVERB = re.compile(rf"{ADVERB} ", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being)\b|^(?:as|as to|by|for|from|in|of|on|to|with)\b|[^\w ]|ing\b", re.IGNORECASE
)
_PARTICIPLE = re.compile(  # "a woman believed to have fled"
    r"(?:alleged|asked|believed|expected|known|reported|rumou?red|said|supposed|thought|told|understood)"
)
_OF_ANOTHER = re.compile(  # "ready to travel to Sarn provided that"
    r"\b(?:about|against|at|by|for|from|in|into|near|of|on|over|than|through|to|towards?|under|via|with|without) \Z"
)
_ANY_NOUN = re.compile(r"(?<!\S)(?P<phrase>(?:the|his|her|its|their|this|an?) (?:\w+ )?(?P<noun>\w+))\Z", re.IGNORECASE)
_THAT = re.compile(r",? (?P<word>that|which)\Z")
_LONG = 50  # characters of a document's name
_FAR = 10  # characters before a subject in which a preposition stands

_WHOSE = frozenset(("his", "her", "its", "their", "my", "our", "your"))


def with_subjects(article: Article, attributions: Iterable[Attribution], mentions: Sequence[Span]) -> list[Attribution]:
    """The attributions, with whoever stands right before an active cue as its source where there is none."""
    by_length = sorted(mentions, key=lambda mention: mention.end - mention.start)
    ends, starts = ({mention.end: mention for mention in by_length}, {mention.start: mention for mention in by_length})
    return [_with_subject(article, _with_whole(attribution, starts), ends) for attribution in attributions]


def _with_whole(attribution: Attribution, starts: Mapping[int, Span]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.text.lower() not in _WHOSE:
        return attribution
    whole = starts.get(source.start, source)
    beside = whole.end <= cue.start or cue.end <= whole.start
    return replace(attribution, source=whole) if whole != source and beside else attribution


def _document(article: Article, end: int) -> Span | None:
    """The document that ends at a place, which need not be a mention: "The statement" of "The statement read"."""
    found = _ANY_NOUN.search(article.text, max(0, end - _LONG), end)
    known = noun(found["noun"]) if found is not None else None
    is_one = found is not None and known is not None and known.kind == "document"
    return article.span(*found.span("phrase")) if found is not None and is_one else None


def _relative(article: Article, end: int) -> Span | None:
    """The relative pronoun that ends at a place, or the document that it stands for: "a memo that said"."""
    found = _THAT.search(article.text, max(0, end - _FAR), end)
    if found is None:
        return None
    return _document(article, found.start()) or article.span(*found.span("word"))


def _with_subject(article: Article, attribution: Attribution, ends: Mapping[int, Span]) -> Attribution:
    cue, text = attribution.cue, article.text
    if attribution.source is not None or cue is None or text[cue.start - 1 : cue.start] != " ":
        return attribution
    subject = ends.get(cue.start - 1) or _document(article, cue.start - 1) or _relative(article, cue.start - 1)
    verbs = _ADVERB.sub("", cue.text)
    if subject is None or _PASSIVE.search(verbs) or _PARTICIPLE.fullmatch(verbs):
        return attribution
    if _OF_ANOTHER.search(text[max(0, subject.start - _FAR) : subject.start]):
        return attribution
    return attribution if attribution.content[0].start < cue.start else replace(attribution, source=subject)
