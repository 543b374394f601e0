"""Whoever was told or asked is no speaker: of "Cabrano was told that it had failed" nobody knows who told her."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attributing.auxiliaries import ADVERB
from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Article, Span

_ADVERBS = rf"(?:{ADVERB} )*"
_ASKED = re.compile(r"(?:(?:when|if) )?(?:repeatedly )?(?:asked|pressed|questioned|quizzed|grilled)", re.IGNORECASE)
_BY = re.compile(
    r"(?:When |If )?[A-Z]?[a-z]+(?: [a-z]+)?(?: (?:on|in|at|during|again|later)\b[^.;:“”\"\n]{0,40}?)? by "
)
_OUTLETS = re.compile(r"(?:the )?[A-Z][\w.& -]*?['’]s? (?=[A-Z])")
_ABOUT = re.compile(r" (?:about|on|whether|if|why|how|what|who|when|where|to)\b")
_WAS_TOLD = re.compile(
    rf"(?:(?:has|have|had|having|will|would|to|must|should) {_ADVERBS})?"
    rf"(?:am|is|are|was|were|be|been|being|(?:just )?got) (?:once |twice |{ADVERB} )*"
    r"(?:told|informed|asked|urged|ordered|assured|advised|instructed|reminded|warned|"
    r"(?:pressed|questioned|quizzed|grilled)(?= (?:on|about|whether|if)\b))"
    r"(?: (?:about|on|if|whether))?(?P<by> by)?",
    re.IGNORECASE,
)

_REACH = 80  # characters before a cue in which its subject begins
_HEARD = re.compile(rf"(?:(?:has|have|had) {_ADVERBS})?hear(?:s|d)?(?: that)?", re.IGNORECASE)
_COURT = re.compile(r"\b(?:court|courtroom|hearing|inquest|inquiry|jurors|jury|trial|tribunal)\Z", re.IGNORECASE)


def with_hearers(article: Article, attributions: Iterable[Attribution], mentions: Iterable[Span]) -> list[Attribution]:
    """The attributions, whose source is whom they were told to where the cue is a passive of telling or asking.

    So is a court of what it heard. Whoever told them is the source where a "by" names one of the mentions.
    """
    named = Spans(mentions)
    return [_turned(article.text, attribution, named) for attribution in attributions]


def _turned(text: str, attribution: Attribution, mentions: Spans) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if cue is None:
        return attribution
    if (asker := _asker(text, cue, attribution.content[0].start, mentions)) is not None:
        hearers = tuple(span for span in attribution.addressees if not cue.start < span.start < asker.end)
        return replace(attribution, source=asker, addressees=hearers)
    told = _WAS_TOLD.fullmatch(cue.text)
    if told is not None:
        before = source if source is not None and source.end <= cue.start else None
        hearer = before or (None if attribution.addressees else _subject(cue, mentions))
        if source is not None and before is None:
            return _told_to(attribution, hearer, source)
        by = cue.end + 1 if told["by"] else cue.end + len(" by ") if text.startswith(" by ", cue.end) else None
        teller = None if by is None else next(iter(mentions.from_to(by, by + 1)), None)
        return _told_to(attribution, hearer, teller)
    if source is None:
        return attribution
    hears = _was_asked(text, source, cue) or _is_court_that_heard(source, cue)
    return _told_to(attribution, source, None) if hears else attribution


def _asker(text: str, cue: Span, content: int, mentions: Spans) -> Span | None:
    """Whoever asks, of "Asked on Sunday by CNN's Ada Renn whether it would hold, Vale said": Ada Renn."""
    if not cue.text[:1].isupper() or _ASKED.match(cue.text) is None:
        return None
    by = _BY.match(text, cue.start, max(content, cue.end))
    if by is None:
        return None
    own = _OUTLETS.match(text, by.end())
    starts = (own.end(), by.end()) if own is not None else (by.end(),)
    return next((span for start in starts for span in mentions.from_to(start, start + 1)), None)


def _subject(cue: Span, mentions: Spans) -> Span | None:
    """The words for somebody that stand directly before a cue."""
    before = mentions.from_to(cue.start - _REACH, cue.start)
    return next((span for span in before if span.end == cue.start - 1), None)


def _is_court_that_heard(source: Span, cue: Span) -> bool:
    return _HEARD.fullmatch(cue.text) is not None and _COURT.search(source.text) is not None


def _told_to(attribution: Attribution, hearer: Span | None, teller: Span | None) -> Attribution:
    """The attribution as somebody's words to a hearer, who is not told of where nobody is given."""
    hearers = attribution.addressees if hearer is None else (hearer, *attribution.addressees)
    return replace(attribution, source=teller, addressees=hearers)


def _was_asked(text: str, source: Span, cue: Span) -> bool:
    """Whether a participle says so: "Asked about the ban, Renn said", "Renn, asked whether it would hold, said"."""
    if (asked := _ASKED.match(cue.text)) is None:
        return False
    if cue.text[:1].isupper():
        return source.start >= cue.end and not text.startswith(" by ", cue.start + asked.end())
    apart = text[source.end : cue.start]
    # the comma of "The mayor, Ada Renn, asked whether" ends an apposition
    return apart == ", " and "," not in source.text and _ABOUT.match(text, cue.start + asked.end()) is not None
