"""Cues of which the encoder tags the auxiliary alone: "has" of "Renn has since told the Courier"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

ADVERB = r"(?:\w+ly|also|not|never|just|since|later|earlier|already|still)"  # between an auxiliary and its verb
_AUXILIARY = re.compile(r"(?:has|have|had|having|did|do|does)(?: not|n['’]t)?", re.IGNORECASE)
_VERB = re.compile(rf" (?:(?:{ADVERB}|now|so far|long|yet|often|once) )*[a-z]+\b(?<!\bbeen)")


def with_whole_cues(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, the outer ones with the verb behind an auxiliary in their cue where it is nothing else."""
    return [_with_verb(article, a) if a.within is None and a.cue is not None else a for a in attributions]


def _with_verb(article: Article, attribution: Attribution) -> Attribution:
    cue = attribution.cue
    if cue is None or not is_auxiliary(cue):
        return attribution
    verb = _VERB.match(article.text, cue.end)
    others = [*attribution.content, *attribution.addressees, *([attribution.source] if attribution.source else ())]
    if verb is None or any(cue.end < span.end and span.start < verb.end() for span in others):
        return attribution
    return replace(attribution, cue=article.span(cue.start, verb.end()))


def is_auxiliary(cue: Span) -> bool:
    """Whether a cue is but a form of "have" or "do"."""
    return _AUXILIARY.fullmatch(cue.text) is not None
