"""Cues of which the encoder tags only what stands before verb or noun: "has" of "Renn has since told the Courier"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

ADVERB = r"(?:\w+ly|also|not|never|just|since|later|earlier|already|still)"  # between an auxiliary and its verb
_AUXILIARY = re.compile(r"(?:has|have|had|having|did|do|does)(?: not|n['’]t)?", re.IGNORECASE)
_MODAL = re.compile(r"(?:will|would|may|might|can|could|should)(?: not|n['’]t)?", re.IGNORECASE)
_NO_VERB = re.compile(  # "also" of "Renn also wrote a letter"
    rf"(?:(?:will|would|{ADVERB}|now|then|again|often|once|long|all|ever|further|instead|first)(?: |\Z))+",
    re.IGNORECASE,
)
_TOLD = re.compile(r"\w*(?:report|appar|alleg|suppos|purport|presum|reput)\w*ly", re.IGNORECASE)  # cues by themselves
_GAP = re.compile(r" [a-z][\w'’-]*(?: [\w'’-]+){0,3} ")
_WHICH = re.compile(r"(?:earlier|initial|latest|original|previous|recent)", re.IGNORECASE)
_NOUN = re.compile(r" [a-z]+(?= (?:about|of|on|that|to)\b)")  # "claim" of "the mayor's earlier claim that"
_VERB = re.compile(rf" (?:(?:{ADVERB}|now|so far|long|yet|often|once) )*[a-z]+\b(?<!\bbeen)")


_NEGATED = re.compile(r"(?:do|does|did)n['’]t [a-z]+\b", re.IGNORECASE)  # of which "don" alone was taken


def with_whole_cues(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, the outer ones with the verb behind an auxiliary or adverb in their cue where it is no more.

    "Will" and its like take the verb within a content too: "he said the party would veto it".
    """
    return [_with_verb(article, a) for a in attributions]


def _with_verb(article: Article, attribution: Attribution) -> Attribution:
    cue = attribution.cue
    if cue is None:
        return attribution
    negated = _NEGATED.match(article.text, cue.start, cue.end + 24)
    verb: re.Match[str] | None
    if negated is not None and negated.end() > cue.end:
        verb = negated
    elif _WHICH.fullmatch(cue.text):
        verb = _NOUN.match(article.text, cue.end)
    elif attribution.within is not None:
        verb = _VERB.match(article.text, cue.end) if _MODAL.fullmatch(cue.text) else None
    elif is_auxiliary(cue):
        verb = _VERB.match(article.text, cue.end)
    elif _NO_VERB.fullmatch(cue.text) and not _TOLD.search(cue.text):
        return _up_to_content(article, cue, attribution)
    else:
        return attribution
    others = [*attribution.content, *attribution.addressees, *([attribution.source] if attribution.source else ())]
    if verb is None or any(cue.end < span.end and span.start < verb.end() for span in others):
        return attribution
    return replace(attribution, cue=article.span(cue.start, verb.end()))


def is_auxiliary(cue: Span) -> bool:
    """Whether a cue is but a form of "have" or "do"."""
    return _AUXILIARY.fullmatch(cue.text) is not None


def _up_to_content(article: Article, cue: Span, attribution: Attribution) -> Attribution:
    """The attribution whose cue goes on to the content where only the verb stands between."""
    begin = next((piece.start for piece in attribution.content if piece.start >= cue.end), None)
    behind = attribution.source is not None and attribution.source.end > cue.start
    if begin is None or behind or not _GAP.fullmatch(article.text, cue.end, begin):
        return attribution
    return replace(attribution, cue=article.span(cue.start, begin - 1))
