"""Subjects of which the source is but a piece: "The trade | minister offered", "Marl and | Vale have asked".

Of seven such nouns in the annotated stories and articles all belong to the subject. Of eleven who are named beside a
source four are annotated with it, and three as one source with it; the other cues tell nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from operator import attrgetter

from reportedly.reading.attributing.auxiliaries import ADVERB
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import noun
from reportedly.reading.chains.conjoined import with_sources
from reportedly.records.article import Article, Span

_VERBS = rf"(?:(?:has|have|had|will|would|both|all|{ADVERB}) )*"
_NOUN = re.compile(rf"(?:['’]s)? (?P<noun>[a-z]+) {_VERBS}")  # between a source and its cue
_TANK = re.compile(r"(?<!\w)(?:(?:the|an?) )?think \Z", re.IGNORECASE)
_HEADS = ("person", "organisation", "group")
_NO_HEAD = frozenset(("also", "last", "most", "one", "public", "right"))
_BESIDE = re.compile(r" (?:and|nor) ")
_BEGINS = re.compile(  # a clause, before the first of two subjects
    r"(?:\A|[\n.:;?!“\"(—–-]\s?|[.!?][\"”’]\s|\bthat |, )(?:(?:both|neither) )?\Z", re.IGNORECASE
)
_MEANWHILE = re.compile(rf" {_VERBS}")
_INFINITIVE = re.compile(
    r"to\b", re.IGNORECASE
)  # of whoever did what stands before: "will use talks with both to stress"
_NEAR = 16  # characters in which a clause begins


def with_whole_subjects(
    article: Article, attributions: Iterable[Attribution], mentions: Sequence[Mention]
) -> list[Attribution]:
    """The attributions, whose sources have their noun, and one more for whoever else is the subject of the cue."""
    spans = sorted((m.span for m in mentions if m.kind in (*_HEADS, "government")), key=attrgetter("start"))
    whole = [_with_noun(article, attribution) for attribution in attributions]
    told = {(a.source, a.content) for a in whole}
    pairs = [_both(article, attribution, spans) for attribution in whole]
    return list(
        with_sources(
            whole,
            [
                () if any((one, a.content) in told for one in pair if one != a.source) else pair
                for a, pair in zip(whole, pairs, strict=True)
            ],
        )
    )


def _with_noun(article: Article, attribution: Attribution) -> Attribution:
    """The attribution whose source goes on to the noun that is the subject, or has the first half of "think tank"."""
    source, cue = attribution.source, attribution.cue
    if source is None:
        return attribution
    if source.text.startswith("tank ") and (led := _TANK.search(article.text, max(0, source.start - 12), source.start)):
        return replace(attribution, source=article.span(led.start(), source.end))
    if cue is None or cue.text.endswith("ing") or cue.start < source.end:
        return attribution
    found = _NOUN.fullmatch(article.text, source.end, cue.start)
    head = None if found is None or found["noun"] in _NO_HEAD else noun(found["noun"])
    if found is None or head is None or head.kind not in _HEADS or _is_pronoun(source):
        return attribution
    return replace(attribution, source=article.span(source.start, found.end("noun")))


def _both(article: Article, attribution: Attribution, spans: Sequence[Span]) -> tuple[Span, ...]:
    """The source and whoever is the subject beside it, in their order; nothing where there is no other."""
    source, cue, text = attribution.source, attribution.cue, article.text
    if source is None or cue is None or cue.start < source.end or _INFINITIVE.match(cue.text):
        return ()
    at = bisect_left(spans, source.start, key=attrgetter("start"))
    before = [] if _is_pronoun(source) else [(span, source) for span in reversed(spans[max(0, at - 3) : at])]
    behind = [(source, span) for span in spans[at : at + 4] if source.end < span.start]
    for first, second in (*before, *behind):
        if (
            _BESIDE.fullmatch(text, first.end, second.start)
            and _is_before(text, second, cue)
            and _BEGINS.search(text[max(0, first.start - _NEAR) : first.start])
        ):
            return (first, second)
    return ()


def _is_before(text: str, subject: Span, cue: Span) -> bool:
    """Whether nothing but auxiliaries and adverbs stands between a subject and its cue."""
    return subject.end < cue.start and _MEANWHILE.fullmatch(text, subject.end, cue.start) is not None


def _is_pronoun(source: Span) -> bool:
    return source.text.lower() in ("i", "you", "he", "she", "it", "we", "they", "who", "which", "that")
