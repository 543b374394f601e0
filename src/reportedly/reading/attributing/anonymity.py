"""Who asks not to be named: "two officials, who asked not to be identified because the talks are secret"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Article, Span

_ASKED = re.compile(
    r"\b(?P<source>who|they|he|she|both|neither|(?:the|both|all|these)(?: [a-z]+){1,3}?)\s+"
    r"(?:(?:had|has|have|all|both|also)\s+)?"
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
    numbers = [number for number, a in enumerate(attributions) if a.cue is not None]
    known, found = list(attributions), []
    for asked in _ASKED.finditer(article.text):
        cue, told = ("cue", "content") if asked["cue"] else ("insists", "on")
        start, end = asked.span(cue)
        first = asked.start(told)
        if at := list(cues.at(start, end)):
            whole = article.span(first, first + len(asked[told].rstrip()))
            known[numbers[at[0]]] = _filled(known[numbers[at[0]]], article.span(*asked.span("source")), whole)
            continue
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
    return [*known, *found]


def _filled(known: Attribution, source: Span, content: Span) -> Attribution:
    """What was found already, with who asks, and with what for where but its first word was seen ("not")."""
    first, *more = known.content
    is_cut = not more and first.start == content.start and " to" not in first.text
    return replace(known, source=known.source or source, content=(content,) if is_cut else known.content)
