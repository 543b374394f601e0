"""What an expression of time shows where it stands: how far its days lie back, its verb, its words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from reportedly.reading.saying.phrases import signs_of_phrase
from reportedly.reading.saying.sayings import Contents, sayings_of
from reportedly.reading.times.clauses import governor, verbs_of
from reportedly.reading.times.timexes import written_day
from reportedly.reading.times.verbs import find_verbs
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Statement

_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day")
_COUNTED = re.compile(r"(?:the (?:next|following|same|previous|day)|that )|later|earlier|before", re.IGNORECASE)
_LONG = 365  # days
_BOUND = re.compile(r"\b(?:since|until|till|by|before|for|after|from)\s(?:the\s)?\Z", re.IGNORECASE)
_BETWEEN = {
    "break": re.compile(r"[;—–()]"),
    "quote": re.compile(r"[“”\"]"),
    "clause": re.compile(
        r"\b(?:who|which|whose|whom|when|where|after|before|while|because|if|as|though|whether)\b", re.IGNORECASE
    ),
    "and": re.compile(r"\band\b"),
}


@dataclass(frozen=True, slots=True)
class PlacedTimex:
    """An expression of time where it stands: in which sentence, paragraph and content, how far back, under which verb.

    `whose` is the actor whose cue that verb is; `signs` are those that it has whatever it is asked for.
    """

    sentence: int
    paragraph: int
    within: frozenset[Span]
    is_quoted: bool
    when: str
    whose: str | None
    signs: tuple[str, ...]


class Page:
    """An article with its sentences and paragraphs, its cues, and what is said in it."""

    def __init__(
        self, article: Article, sentences: Sequence[Span], statements: Sequence[Statement], timexes: Sequence[Timex]
    ) -> None:
        self.article, self.sentences = article, sentences
        self._text, self._today = article.text, written_day(article, timexes)
        self._starts = [sentence.start for sentence in sentences]
        self._paragraphs = [mark.start() for mark in re.finditer("\n", article.text)]
        self._contents = Contents(span for statement in statements for span in statement.content)
        self._quoted = Contents(s for statement in statements if statement.form == "direct" for s in statement.content)
        said = {
            (s.place.start, s.place.end, s.link.actor, s.has_cue) for x in statements for s in sayings_of(x, article)
        }
        self._cues = sorted((start, end, actor) for start, end, actor, has_cue in said if has_cue)
        self._said = sorted((start, actor) for start, _, actor, _ in said)

    def sentence_of(self, place: int) -> int:
        """The number of the sentence that a place lies in."""
        return max(bisect_right(self._starts, place) - 1, 0)

    def end_of_near(self, place: Span) -> int:
        """Where the sentences end that may still tell when something was said here."""
        nth = self.sentence_of(place.start)
        last = nth
        while last + 1 < len(self.sentences) and last < nth + 3 and self.sentences[last + 1].end < place.end + 450:
            last += 1
        return self.sentences[last].end

    def paragraph_of(self, place: int) -> int:
        """The number of lines before a place."""
        return bisect_left(self._paragraphs, place)

    def within(self, place: Span) -> frozenset[Span]:
        """What is said where a place begins."""
        return self._contents.around(place)

    def is_bound(self, span: Span) -> bool:
        """Whether an expression says since, until or before when something was: "the head since Monday said"."""
        return _BOUND.search(self._text, max(0, span.start - 14), span.start) is not None

    def is_to_come(self, timex: Timex) -> bool:
        """Whether the days begin after that of writing."""
        return self._today is not None and timex.from_ is not None and timex.from_ > self._today.isoformat()

    def is_long_past(self, timex: Timex) -> bool:
        """Whether the days end a year or more before that of writing: nobody "says" in 2020 what is written now."""
        if self._today is None or timex.to is None:
            return False
        return (self._today - date.fromisoformat(timex.to)).days >= _LONG

    def is_era(self, timex: Timex) -> bool:
        """Whether the days are those of more than a year: what somebody says next is not said "in the 1990s"."""
        if timex.from_ is None or timex.to is None:
            return False
        return (date.fromisoformat(timex.to) - date.fromisoformat(timex.from_)).days > _LONG + 1

    def are_together(self, one: Span, other: Span) -> bool:
        """Whether two places lie in one sentence."""
        return self.sentence_of(one.start) == self.sentence_of(other.start)

    def placed(self, span: Span, timex: Timex) -> PlacedTimex:
        """What an expression shows where it stands."""
        nth = self.sentence_of(span.start)
        sentence = self.sentences[nth].start, self.sentences[nth].end
        verbs = [(verb.start, verb.end, verb) for verb in verbs_of(self._text, sentence)]
        verb = governor(self._text, (span.start, span.end), verbs, sentence)
        whose = self._speaker_at(verb[0], verb[1]) if verb else None
        signs = [f"written {_kind_of_words(span.text)}"]
        signs.append("verb none" if verb is None else f"verb {'event' if whose is None else 'cue'} {verb[2].tense}")
        if self._text[span.end : span.end + 2] in {"'s", "’s"}:
            signs.append("of")
        signs += signs_of_phrase(self._text, span, verb[:2] if verb else None)
        return PlacedTimex(
            sentence=nth,
            paragraph=self.paragraph_of(span.start),
            within=self.within(span),
            is_quoted=bool(self._quoted.around(span)),
            when=f"when {self._when(timex)}",
            whose=whose,
            signs=tuple(signs),
        )

    def between(self, place: Span, span: Span) -> Iterator[str]:
        """The signs of what stands between a cue and an expression in its sentence."""
        side = "after" if span.start >= place.end else "before"
        low, high = (place.end, span.start) if side == "after" else (span.end, place.start)
        words = self._text[low:high]
        yield f"verbs {side} {min(len(find_verbs(words, 0, len(words))), 3)}"
        yield f"words {side} {step_of(len(words.split()), (0, 1, 3, 6, 12, 25))}"
        yield f"commas {min(words.count(','), 2)}"
        yield f"cues {min(max(bisect_left(self._cues, (high,)) - bisect_left(self._cues, (low,)), 0), 2)}"
        yield from (name for name, pattern in _BETWEEN.items() if pattern.search(words))

    def sayings_from(self, place: Span, span: Span) -> str:
        """The sign of how many things are said between a saying and an expression."""
        apart = bisect_left(self._said, (span.start,)) - bisect_left(self._said, (place.start,))
        return f"sayings {step_of(abs(apart), (0, 1, 2, 4, 8, 16))}"

    def _speaker_at(self, start: int, end: int) -> str | None:
        """Whose cue these words are."""
        at = bisect_left(self._cues, (end,))
        return next((actor for _, cue_end, actor in reversed(self._cues[max(0, at - 3) : at]) if cue_end > start), None)

    def _when(self, timex: Timex) -> str:
        if timex.from_ is None or timex.from_ != timex.to:
            return "wide"
        if self._today is None:
            return "unknown"
        ago = (self._today - date.fromisoformat(timex.from_)).days
        if ago < 0:
            return "to come"
        return ("today", "yesterday")[ago] if ago < 2 else "week" if ago < 7 else "month" if ago < 32 else "long ago"


def step_of(number: int, steps: Sequence[int]) -> str:
    """The first of rising steps that a number does not pass."""
    for step in steps:
        if number <= step:
            return str(step)
    return "more"


def _kind_of_words(words: str) -> str:
    lower = words.lower()
    if lower.startswith(("today", "tonight", "this ")):
        return "today"
    if lower.startswith("yesterday"):
        return "yesterday"
    if _COUNTED.match(words) or lower.endswith(("later", "earlier", "before")):
        return "counted"
    if _WEEKDAY.search(words):
        return "weekday"
    return "date" if any(mark.isdigit() for mark in words) else "other"
