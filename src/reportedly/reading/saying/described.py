"""Days that tell who or what it is, not when they spoke: "Ada Renn, who left in 2010, said", "the 9/11 plotter"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from reportedly.reading.saying.sayings import Saying, sayings_of
from reportedly.reading.wordlists import entries_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Statement

_CLAUSE = re.compile(r"\s*,?\s(?:who|whose|whom)\b|\s*,\swhich\b")
_OF_A_THING = re.compile(r",\swhich\b(?:[^,;.()–—“”\"]|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|(?<=\bDr)\.)*\Z")
_THAN = re.compile(r"\b(?:than|compared (?:with|to))\s(?:in\s|it was\s|they were\s)?\Z", re.IGNORECASE)
_ADDED = re.compile(
    r"\s*[,(–—]\s*(?!(?:in|on|at|late|early|last|this|earlier|speaking|talking|testifying|writing|asked)\b)", re.I
)
_WHO = re.compile(r"\bwho(?:\s(?:on|in|at|late|early))*\s\Z")
_WHO_REACH = 16
_SPEAKING = re.compile(  # "who spoke yesterday at a festival, recalled"
    r"\b(?:spoke|talked|told|called|rang|phoned|telephoned|briefed|addressed|testified|sat down|caught|reached|asked|"
    r"interviewed|buttonholed|questioned|approached)\b"
)
_ENDED = re.compile(r"[,;)–—“”\"]|(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)\.")
_LED_BY = re.compile(r"\b(?:in|on|since|by|from|until|of|after|before|around)(?: the)? \Z", re.IGNORECASE)
_THING = re.compile(
    r" (?!(?:and|or|in|on|at|of|as|that|when|to|but|with|for|by|from|he|she|they|it|the|a|an)\b)[a-z]{3}"
)
_WIDE = 31  # days: an expression that covers more, or lies a year back, is seldom the time of what is news
_YEAR = 366
_NEXT = 3  # expressions behind a cue of which some may say more of a thing

Known = Sequence[tuple[Span, Timex]]


class Described:
    """The places of expressions of time that belong to whoever speaks, and not to what they said.

    No saying is `of` them; but what is added to a name may tell of another saying: "Renn, who on Monday urged a truce,
    said". Then they are only not `beside` the saying of this key.
    """

    def __init__(self, statements: Sequence[Statement], known: Known, article: Article, today: date | None) -> None:
        sayings = [saying for statement in statements for saying in sayings_of(statement, article)]
        cues = sorted({saying.place.start for saying in sayings if saying.has_cue})
        found = {(s.key, span) for s in sayings for span in _describing(s, known, article.text, cues, today)}
        begun = {span: _cue_begun(span, article.text, cues) for _, span in found}
        self.of = frozenset(span for _, span in found if begun[span] is None) | {
            span
            for span, timex in known
            if _is_of_a_thing(article.text, span, timex, today) or _is_compared(article.text, span, timex, today)
        }
        self.beside = frozenset((key, span) for key, span in found if begun[span] not in (None, key[1].start)) | {
            (saying.key, span) for saying in sayings for span in _of_things(saying, known, article.text)
        }


def _describing(saying: Saying, known: Known, text: str, cues: Sequence[int], today: date | None) -> Iterator[Span]:
    mention, cue = saying.link.mention, saying.place
    if mention is None or not saying.has_cue:
        return
    next_cue = bisect_left(cues, mention.end)
    last = cues[next_cue] if next_cue < len(cues) else len(text)
    for span, timex in known[bisect_left(known, mention.start, key=_start) : bisect_right(known, last, key=_start)]:
        if span.start < mention.end:
            if _is_of_a_person(text[mention.start : span.start], text[span.end : mention.end], _is_far(timex, today)):
                yield span
        elif (cue.end <= mention.start or span.end <= cue.start) and _is_added(
            text[mention.end : span.start], _is_far(timex, today)
        ):
            yield span


def _of_things(saying: Saying, known: Known, text: str) -> Iterator[Span]:
    """The expressions that only say more of what somebody spoke of: "backed the pact, which was signed in 1994"."""
    low = bisect_left(known, saying.place.end, key=_start)
    for span, _ in known[low : low + _NEXT]:
        if _OF_A_THING.search(text, saying.place.end, span.start):
            yield span


def _is_compared(text: str, span: Span, timex: Timex, today: date | None) -> bool:
    """Whether something is only said to be more or less than it was then: "a higher share than four years ago"."""
    return _is_far(timex, today) and _THAN.search(text, max(0, span.start - 30), span.start) is not None


def _start(one: tuple[Span, Timex]) -> int:
    return one[0].start


def _cue_begun(span: Span, text: str, cues: Sequence[int]) -> int | None:
    """Where the cue stands that an expression right behind "who" leads to; None where it leads to none."""
    if _WHO.search(text, max(0, span.start - _WHO_REACH), span.start) is None:
        return None
    at = bisect_left(cues, span.end)
    return cues[at] if at < len(cues) and _ENDED.search(text, span.end, cues[at]) is None else None


def _is_added(between: str, is_far: bool) -> bool:
    """Whether an expression stands in what is added to a name, with these words between the two."""
    if clause := _CLAUSE.match(between):
        return _is_in_clause(between, clause.end(), is_far)
    added = _ADDED.match(between)
    return is_far and added is not None and _ENDED.search(between, added.end()) is None


def _is_in_clause(words: str, start: int, is_far: bool) -> bool:
    """Whether a relative clause goes on to the end of these words, and does not tell that somebody spoke of late."""
    return _ENDED.search(words, start) is None and (is_far or _SPEAKING.search(words, start) is None)


def _is_of_a_person(before: str, after: str, is_far: bool) -> bool:
    """Whether an expression in a mention is that of a person: not "a 2014 report", which was made then."""
    if clause := _CLAUSE.search(before):
        return _is_in_clause(before, clause.end(), is_far)
    if not is_far:
        return False
    return "," in before or any(word.strip(",.").removesuffix("s") in _person_nouns() for word in after.lower().split())


def _is_of_a_thing(text: str, span: Span, timex: Timex, today: date | None) -> bool:
    """Whether a day long past stands before what it belongs to, "the 9/11 plotter"; "a 2014 report" was made then."""
    led = _LED_BY.search(text, max(0, span.start - 12), span.start) is not None
    return not led and timex.from_ == timex.to and _is_far(timex, today) and _THING.match(text, span.end) is not None


def _is_far(timex: Timex, today: date | None) -> bool:
    if timex.from_ is None or timex.to is None:
        return False
    first, last = date.fromisoformat(timex.from_), date.fromisoformat(timex.to)
    return (last - first).days > _WIDE or (today is not None and (today - last).days > _YEAR)


@cache
def _person_nouns() -> frozenset[str]:
    return frozenset(entry.split()[0] for entry in entries_of("person_nouns.txt"))
