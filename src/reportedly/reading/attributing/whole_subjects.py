"""Subjects of which the source is but a piece: "The trade | minister offered".

Of seven such nouns in the annotated stories and articles all belong to the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attributing.auxiliaries import ADVERB
from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import noun
from reportedly.records.article import Article, Span

VERBS = rf"(?:(?:has|have|had|will|would|both|all|{ADVERB}) )*"
_NOUN = re.compile(rf"(?:['’]s)? (?P<noun>[a-z]+) {VERBS}")  # between a source and its cue
_TANK = re.compile(r"(?<!\w)(?:(?:the|an?) )?think \Z", re.IGNORECASE)
_HEADS = ("person", "organisation", "group")
_NO_HEAD = frozenset(("also", "last", "most", "one", "public", "right"))


def with_whole_subjects(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, whose sources have their noun."""
    return [_with_noun(article, attribution) for attribution in attributions]


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


def _is_pronoun(source: Span) -> bool:
    return source.text.lower() in ("i", "you", "he", "she", "it", "we", "they", "who", "which", "that")
