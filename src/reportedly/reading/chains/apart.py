"""Whom a sentence names as told apart from its cue: "To the Courier he said", "said on CNN", ", as he told CNN"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Span

_TO_AHEAD = re.compile(r"\W*(?:(?:And|But) )?[Tt]o (?:the |an? )?(?:[\w-]+ )?")
_ON_AIR = re.compile(
    r"[”\"’']?,?(?: (?!according\b)[\w-]+){0,3}? "
    r"(?:(?:during|in) (?:an?|his|her|their) (?:[\w-]+ )?(?:appearance|interview) )?"
    r"on (?:the )?(?:(?:[\w-]+ )?(?:broadcaster|channel|network|programme?|show|station) )?"
)
_ON_AIR_AHEAD = re.compile(
    r"\W*(?:Speaking|Appearing|(?:In|During) (?:an?|his|her|their) (?:[\w-]+ )?(?:appearance|interview))"
    r"(?: [\w-]+){0,2}? on (?:the )?"
)
_BEFORE_AHEAD = re.compile(
    r"\W*(?:Addressing|(?:Appearing|Giving evidence|Speaking|Testifying)(?: [\w-]+)? (?:before|to)) (?:the |an? )?"
)
_ASKED_BY = re.compile(
    r"(?:[^.?!\n]{0,80}, |\W*)(?:(?:when|if) )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Gg]rilled|"
    r"[Cc]ross-examined|[Cc]hallenged|[Hh]eckled)(?: (?:about|on) [^,.;]{1,40})? by (?:the |an? )?"
)
_AFTER_ASKER = re.compile(r"(?!,? wh(?:o|ich)\b)[^“”\"‘«]{0,80}")  # up to the source
_COMMENTS = re.compile(r"\b(?:admit|comment|confirm|defend|describ|explain|outlin|recall|recount|repeat|reveal)\w*\Z")
_TO_BEHIND = re.compile(r"(?: [\w'’-]+){1,6} to (?:the )?")
_IS_NO_AIR = re.compile(
    r"(?:Twitter|X|Facebook|Telegram|Instagram|TikTok|Truth Social|Weibo|YouTube|LinkedIn|Mastodon|Bluesky|Threads|"
    r"WhatsApp|Signal|Reddit)\Z"
)
_SAYS_NOTHING = re.compile(
    r"\b(?:accord|believ|consider|declin|expect|fear|feel|hop(?:e|ing)|know|plan|post|refus|see[ns]?\b|saw|th(?:ink|ought)|tweet|want|wr[io]t)",
    re.IGNORECASE,
)
_PAGE = re.compile(r"['’]s? (?:[\w-]+ )?(?:web ?site|web ?page|page|blog|account|feed|channel)\b")
_AS_TOLD = re.compile(
    r"[”\"’']?,? as (?:he|she|they|it|the [a-z]+|(?:(?:Mrs?|Ms|Dr)\.? )?[A-Z][\w'’-]+) "
    r"(?:later |also |has |had |just )?"
    r"(?:told|tells|said to|explained to|put it to) (?:the |an? )?(?:[\w-]+ )?"
)


def named_apart(
    text: str, attribution: Attribution, low: int, high: int, mentions: Spans, is_outlet: Callable[[Span], bool]
) -> Iterator[Span]:
    """The mentions between two places, those of a sentence, that its words give as told though they stand elsewhere."""
    if attribution.cue is None or _SAYS_NOTHING.search(attribution.cue.text):
        return
    parts = [part for part in (attribution.source, attribution.cue) if part is not None]
    ends = [part.end for part in (*parts, *attribution.content)]
    first = min(part.start for part in parts)
    for span in mentions.from_to(low, high):
        asks = span.end < attribution.cue.start and _ASKED_BY.fullmatch(text, low, span.start)
        if asks and _AFTER_ASKER.fullmatch(text, span.end, max(first, span.end)):
            yield span
        if span.end < first:
            is_next = text[span.end : first] in (" ", ", ") and _TO_AHEAD.fullmatch(text, low, span.start)
            on_air = is_outlet(span) and _ON_AIR_AHEAD.fullmatch(text, low, span.start)
            if is_next or on_air or _BEFORE_AHEAD.fullmatch(text, low, span.start):
                yield span
            continue
        last = max((end for end in ends if end <= span.start), default=None)
        if last is None:
            continue
        if is_outlet(span) and not _IS_NO_AIR.search(span.text) and not _PAGE.match(text, span.end):
            beside = any(part.end == last for part in parts)
            said_to = _COMMENTS.search(attribution.cue.text) and _TO_BEHIND.fullmatch(
                text, attribution.cue.end, span.start
            )
            if said_to or (beside and _ON_AIR.fullmatch(text, last, span.start)):
                yield span
        if _AS_TOLD.fullmatch(text, last, span.start):
            yield span
