"""Who asks not to be named: "two officials, who asked not to be identified because the talks are secret"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Article

_ASKED = re.compile(
    r"\b(?P<source>who|they|he|she|both|neither)\s+(?:(?:had|has|have|all|both|also)\s+)?"
    r"(?:(?P<cue>asked)\s+(?:(?:us|me)\s+)?(?P<content>(?:not to be (?:named|identified|quoted)|"
    r"to (?:remain|stay) (?:anonymous|unnamed|nameless)|that (?:his|her|their) names? (?:not )?be|"
    r"not to (?:print|use|give|publish) (?:his|her|their) names?|to keep (?:his|her|their) names? out of it)\b"
    r"[^.;:,—–\n“”\"]{0,120})|"
    r"(?P<insists>insisted on)\s+(?P<on>anonymity\b[^.;:,—–\n“”\"]{0,120}))",
    re.IGNORECASE,
)


def with_anonymity(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with those of whoever asks not to be named; in the annotated articles 21 of 30 are."""
    cues = Overlaps((a.cue.start, a.cue.end) for a in attributions if a.cue is not None)
    found = []
    for asked in _ASKED.finditer(article.text):
        cue, told = ("cue", "content") if asked["cue"] else ("insists", "on")
        start, end = asked.span(cue)
        if cues.at(start, end):
            continue
        first = asked.start(told)
        found.append(
            Attribution(
                source=article.span(*asked.span("source")),
                cue=article.span(start, end),
                content=(article.span(first, first + len(asked[told].rstrip())),),
                form="indirect",
                act="urge",
                sourcing="unnamed",
                score=0.7,
            )
        )
    return [*attributions, *found]
