"""Whoever was told is no speaker: of "Cabrano was told that the cooling had failed" nobody knows who told her."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution

_ADVERBS = r"(?:(?:\w+ly|also|not|never|just|only|since|later|earlier|already) )*"
_WAS_TOLD = re.compile(
    rf"(?:(?:has|have|had|having|will|would|to|must|should) {_ADVERBS})?(?:is|are|was|were|be|been|being) {_ADVERBS}"
    r"(?:told|informed|asked|urged|ordered|assured|advised|instructed|reminded)",
    re.IGNORECASE,
)


def with_hearers(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, whose source is whom they were told to where the cue is a passive of telling behind it."""
    return [_turned(attribution) for attribution in attributions]


def _turned(attribution: Attribution) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start or not _WAS_TOLD.fullmatch(cue.text):
        return attribution
    return replace(attribution, source=None, addressees=(source, *attribution.addressees))
