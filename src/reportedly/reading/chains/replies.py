"""Whom a reply is to that names nobody: whoever spoke last before it, if that was just now ("Vale asked why. Renn
replied that …"); and whom a question is to that somebody answers at once."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Lookup, Sentences

TURNS = 2  # times that another speaks next, in what is a talk
NEAR = 1  # sentences between what was said and a reply to it

_REPLIED = re.compile(
    r"\b(?:answer(?:ed|s)|repl(?:ied|ies)|retort(?:ed|s)|(?:shot|shoots|fired|fires|hit|hits|snap(?:ped|s)) back)\b",
    re.IGNORECASE,
)
_WRITER_ASKS = re.compile(r"\?\s+[“\"‘«]?\Z")  # "Does that not anger him? “No,” Renn replies."
_ASKS = re.compile(r"\b(?:ask(?:s|ed)|press(?:es|ed)|enquired|inquired|want(?:s|ed) to know|demand(?:s|ed) to know)\b")
_YOU = re.compile(r"\byou(?:r|rs)?\b", re.IGNORECASE)
_ASKED_BY = re.compile(r"(?:when |if )?(?:asked|pressed|questioned|quizzed|grilled)(?: by)?", re.IGNORECASE)
_TO_WHAT = re.compile(r" (?:to|with|\w+(?: \w+)? questions?)\b", re.IGNORECASE)
_HEARSAY = re.compile(r"\b(?:said|reported|believed) to have\b")
_ASKED = re.compile(r"\b(?:asked|pressed|questioned|heckled|question|questions)\b", re.IGNORECASE)


class Replies:
    """Says of an attribution whose words its source replies to."""

    def __init__(self, text: str, attributions: Sequence[Attribution], lookup: Lookup, sentences: Sentences) -> None:
        self._text = text
        self._attributions = attributions
        self._lookup = lookup
        self._sentences = sentences
        self._order = sorted(range(len(attributions)), key=lambda number: _start(attributions[number]))
        self._places = {number: place for place, number in enumerate(self._order)}
        self._answerers = {**self._who_talk_in_turn(), **self._who_answers()}

    def by(self, number: int) -> str | None:
        """The id of whoever answers what an attribution asks, directly behind it, or talks with its source in turn."""
        return self._answerers.get(number)

    def _who_answers(self) -> dict[int, str]:
        """For each question with an answer directly behind it: who answers ("Asked by Vale why, Renn said …")."""
        found = {}
        for number, after in itertools.pairwise(n for n in self._order if self._attributions[n].within is None):
            asks, answers = self._attributions[number], self._attributions[after]
            answerer = self._lookup.of(answers.source)
            if asks.cue is None or asks.source is None or answerer is None or asks.status != "made":
                continue
            between = self._gap(number, after)
            asked = between == 0 and asks.cue.end <= asks.source.start and _ASKED_BY.fullmatch(asks.cue.text)
            is_answer = answers.cue is not None and _REPLIED.search(answers.cue.text) is not None
            if asked or (is_answer and between <= NEAR and self._asks_nobody(asks)):
                found[number] = answerer
        return found

    def _asks_nobody(self, attribution: Attribution) -> bool:
        """Whether somebody asks something, and the words behind the cue do not say whom."""
        cue = attribution.cue
        if cue is None or _ASKS.search(cue.text) is None:
            return False
        return not self._text[cue.end : attribution.content[0].start].strip(' :,“"‘«')

    def _who_talk_in_turn(self) -> dict[int, str]:
        """For what two people are quoted as saying in turn, one of whom asks the other something: the other."""
        found, run, speakers = {}, list[int](), set[str | None]()
        for number in (n for n in self._order if self._attributions[n].within is None):
            speaker = self._lookup.of(self._attributions[number].source)
            if run and (len(speakers | {speaker}) > 2 or self._gap(run[-1], number) > NEAR):
                found.update(self._talk(run))
                run, speakers = [], set()
            run.append(number)
            speakers.add(speaker)
        return {**found, **self._talk(run)}

    def _gap(self, number: int, after: int) -> int:
        """How many sentences further what an attribution says begins than another ends."""
        end = self._sentences.number(_end(self._attributions[number]) - 1)
        return self._sentences.number(_start(self._attributions[after])) - end

    def _talk(self, run: Sequence[int]) -> dict[int, str]:
        said = [(number, self._lookup.of(self._attributions[number].source)) for number in run]
        turns = [(first, after) for first, after in itertools.pairwise(said) if first[1] != after[1]]
        people = {id for _, id in said if id is not None and self._lookup.kind(id) == "person"}
        if len(turns) < TURNS or len(people) != 2 or any(self._attributions[n].form == "indirect" for n, _ in said[:1]):
            return {}
        if not any(self._asks(number) for (number, _), _ in turns):
            return {}
        return {number: other for number, id in said for other in people if other != id}

    def _asks(self, number: int) -> bool:
        """Whether somebody is quoted as asking whoever is there."""
        attribution = self._attributions[number]
        if attribution.form == "indirect":
            return False
        if attribution.cue is not None and _ASKS.search(attribution.cue.text):
            return True
        said = self._text[attribution.content[0].start : attribution.content[-1].end + 1]
        return "?" in said and _YOU.search(said) is not None

    def to(self, number: int, source: str) -> str | None:
        """The id of whoever spoke last before a reply; None for what is no reply, or one to whoever asked."""
        attribution = self._attributions[number]
        cue = attribution.cue
        if cue is None or attribution.status != "made" or _HEARSAY.search(self._text, cue.start - 16, cue.end):
            return None
        replied = _REPLIED.search(cue.text)
        if replied is None or _TO_WHAT.match(self._text, cue.start + replied.end()):
            return None
        around = set(self._around(number))
        at = self._sentences.number(_start(attribution))
        for other in reversed(self._order[: self._places[number]]):
            before = self._attributions[other]
            if at - self._sentences.number(_end(before) - 1) > NEAR:
                return None
            if other in around or (before.within is None) is not (attribution.within is None):
                continue
            spoke = self._lookup.of(before.source)
            if spoke is not None and self._lookup.actor(spoke).unnamed and attribution.within is None:
                spoke = self._quoted(other)  # "a lawyer who was there", who only tells of it
                if spoke is None:
                    continue
            if spoke == source:
                continue
            between = self._text[_end(before) : _start(attribution)]
            if _ASKED.search(between) or _WRITER_ASKS.search(between):
                return None
            if spoke is None or self._lookup.kind(spoke) in ("document", "outlet", "place"):
                return None
            return spoke
        return None

    def _quoted(self, number: int) -> str | None:
        """The id of whoever speaks last in what an attribution says."""
        inside = [a for a in self._attributions if a.within == number]
        return self._lookup.of(inside[-1].source) if inside else None

    def _around(self, number: int) -> list[int]:
        found, above = [], self._attributions[number].within
        while above is not None:
            found.append(above)
            above = self._attributions[above].within
        return found


def _start(attribution: Attribution) -> int:
    """Where it is said who says it, or what, whichever comes first."""
    return min(part.start for part in (attribution.source, attribution.cue, *attribution.content) if part is not None)


def _end(attribution: Attribution) -> int:
    return max(part.end for part in (attribution.source, attribution.cue, *attribution.content) if part is not None)
