"""Days that need no weighing: that of a letter of 9 May in which it is written, none of what somebody "used to say".

The dead say nothing from the day on that they died.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from reportedly.reading.chains.lookup import Sentences
from reportedly.reading.saying.sayings import Saying
from reportedly.records.actor import Actor
from reportedly.records.article import Article, Span, Timex

_HABIT = re.compile(
    r"(?:used|like[sd]?|love[sd]?) to\b|(?:(?:has|have|had) )?(?:always|often|long)\b|(?:was|were) fond of\b",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:message|letter|e-?mail|note|memo(?:randum)?|cable|telegram|post|report|minutes)s? "
    r"(?:of|from|dated) (?=[\w’'])",
    re.IGNORECASE,
)
_DIED = re.compile(
    r"(?:, [^.;\n]{1,250},)? (?:(?:has |had )?(?:died|passed away)|"
    r"(?:was|has been|had been) (?:found dead|killed|shot dead|murdered|assassinated|executed))\b"
)
_DEATH = re.compile(r"\b(?:died|dead|passed away|killed|murdered|assassinated|executed)\b")
_DATELINE = re.compile(r"\s*(?:[A-Z][^.;\n—–]{0,40} ?[—–-]+ ?)?")
_NEAR = 40  # characters behind "died" in which the day stands


def is_habit(saying: Saying) -> bool:
    """Whether a cue tells what somebody says time and again: "she liked to say"."""
    return saying.has_cue and _HABIT.match(saying.place.text) is not None


def written_on(saying: Saying, timexes: Sequence[Timex]) -> Timex | None:
    """The day that the document tells in which somebody wrote it: of "a message of 9 May, in which Renn wrote"."""
    links = [*saying.statement.chain]
    place = links.index(saying.link)
    document = links[place - 1].mention if place else None
    dated = _DATED.search(document.text) if document is not None else None
    if document is None or dated is None:
        return None
    start = document.start + dated.end()
    return next((t for t in timexes if t.span is not None and t.span.start == start), None)


def deaths(
    article: Article, timexes: Sequence[Timex], sentences: Sequence[Span], actors: Sequence[Actor]
) -> Mapping[str, str]:
    """The first day of each actor's death that the article dates, by the actor's id."""
    if _DEATH.search(article.text) is None:
        return {}
    found: dict[str, str] = {}
    around = Sentences(sentences)
    for actor in actors:
        for mention in actor.mentions if actor.kind == "person" and actor.name else ():
            low, high = around.around(mention.start)
            begins = _DATELINE.fullmatch(article.text, low, mention.start) is not None
            died = _DIED.match(article.text, mention.end, high) if begins else None
            day = _day_behind(timexes, died.end()) if died is not None else None
            if day is not None:
                found.setdefault(actor.id, day)
    return found


def _day_behind(timexes: Sequence[Timex], end: int) -> str | None:
    return next((t.from_ for t in timexes if t.span is not None and end <= t.span.start < end + _NEAR), None)
