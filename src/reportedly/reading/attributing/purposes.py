"""Who does a thing in order to say something: of "Rutte will use talks with Waltz to stress that …" Rutte stresses it.

An infinitive of purpose has the subject of the verb that it stands behind; whoever stands between the two is only met,
called or written to.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

REACH = 200  # characters before the cue in which its subject stands

_PURPOSE = re.compile(r"(?:in order )?to\b", re.IGNORECASE)
_DOES = re.compile(  # verbs whose object or companion is not asked to do what the infinitive says
    r"(?:,[^,.;:\n]{1,60},)? (?:(?:will|would|can|could|may|might|must|should|to|has|have|had|is|are|was|were|be|been|"
    r"then|also|later|again|first|\w+ly) )*"
    r"(?:us(?:e|es|ed|ing)|(?:tele)?phon(?:e|es|ed|ing)|met|meet(?:s|ing)?|visit(?:s|ed|ing)?|wr(?:ites?|ote|itten) to|"
    r"fl(?:y|ies|ew|own|ying)|travel(?:s|led|ed|ling|ing)?|took|takes?|taken|taking|seiz(?:e|es|ed|ing))\b"
    r"(?:(?!\b(?:that|who|which|whom|whose|because|while)\b)[^.;:\n])*",
    re.IGNORECASE,
)
_NOTHING_BETWEEN = re.compile(r"[ ,]*(?:(?:on|in|at|this|last|next) [\w ]{1,24})?[ ,]*")


def with_purposes(article: Article, attributions: Iterable[Attribution], mentions: Sequence[Span]) -> list[Attribution]:
    """The attributions, whose source is who does it where the cue is an infinitive of purpose; mentions in order."""
    return [_turned(article.text, attribution, mentions) for attribution in attributions]


def _turned(text: str, attribution: Attribution, mentions: Sequence[Span]) -> Attribution:
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or source.end > cue.start or not _PURPOSE.match(cue.text):
        return attribution
    if not _NOTHING_BETWEEN.fullmatch(text, source.end, cue.start):
        return attribution
    for span in reversed(mentions):
        if (
            cue.start - REACH <= span.start
            and span.end < source.start
            and _DOES.fullmatch(text, span.end, source.start)
        ):
            return replace(attribution, source=span)
    return attribution
