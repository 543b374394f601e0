"""Whoever was told or asked is no speaker: of "Cabrano was told that it had failed" nobody knows who told her."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Span

_ADVERBS = r"(?:(?:\w+ly|also|not|never|just|only|since|later|earlier|already) )*"
_ASKED = re.compile(r"(?:(?:when|if) )?(?:repeatedly )?(?:asked|pressed|questioned|quizzed|grilled)", re.IGNORECASE)
_ABOUT = re.compile(r" (?:about|on|whether|if|why|how|what|who|when|where|to)\b")
_WAS_TOLD = re.compile(
    rf"(?:(?:has|have|had|having|will|would|to|must|should) {_ADVERBS})?(?:is|are|was|were|be|been|being) {_ADVERBS}"
    r"(?:told|informed|asked|urged|ordered|assured|advised|instructed|reminded)",
    re.IGNORECASE,
)


def with_hearers(text: str, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, whose source is whom they were told to where the cue is a passive of telling or asking."""
    return [_turned(text, attribution) for attribution in attributions]


def _turned(text: str, attribution: Attribution) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not (_was_told(source, cue) or _was_asked(text, source, cue)):
        return attribution
    return replace(attribution, source=None, addressees=(source, *attribution.addressees))


def _was_told(source: Span, cue: Span) -> bool:
    return source.end <= cue.start and _WAS_TOLD.fullmatch(cue.text) is not None


def _was_asked(text: str, source: Span, cue: Span) -> bool:
    """Whether a participle says so: "Asked about the ban, Renn said", "Renn, asked whether it would hold, said"."""
    if (asked := _ASKED.match(cue.text)) is None:
        return False
    if cue.text[:1].isupper():
        return source.start >= cue.end and not text.startswith(" by ", cue.start + asked.end())
    apart = text[source.end : cue.start]
    # the comma of "The mayor, Ada Renn, asked whether" ends an apposition
    return apart == ", " and "," not in source.text and _ABOUT.match(text, cue.start + asked.end()) is not None
