"""What shows on which of the days that a text tells of something was said: named signs, to be weighed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reportedly.reading.saying.described import describing
from reportedly.reading.saying.placed import Page, PlacedTimex, step_of
from reportedly.reading.saying.sayings import Saying
from reportedly.reading.saying.weights import Choice
from reportedly.reading.times.timexes import timex_beside, written_day
from reportedly.reading.times.verbs import tense_of
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Statement

REACH = 1500  # characters before a cue

_PRONOUNS = frozenset(["he", "she", "they", "it"])
_SAYS = re.compile(
    r"(?:\w+ly )?(?:says|say|thinks|believes|expects|wants|insists|argues|calls|tells|warns|hopes|fears)"
)
_HAS = re.compile(r"(?:has|have|[’']ve)\b")


@dataclass(frozen=True, slots=True)
class Last:
    """Where something was said last, and when, as far as that is known."""

    end: int
    on: Timex | None

    def signs(self, whose: str, days: tuple[str | None, str | None], place: Span, steps: Sequence[int]) -> str:
        """Whether other days were those of what was said last."""
        how = "none" if self.on is None else "same" if (self.on.from_, self.on.to) == days else "other"
        return f"{whose} {how} {step_of(place.start - self.end, steps)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A saying whose day is asked for, with what is the same of it beside every expression of time.

    `cue` and `by` are the kinds of its cue and mention, `within` what is said around it, `beside` the expression that
    its cue stands under, `own` what the same actor said last, `other` what anybody did.
    """

    saying: Saying
    cue: str
    by: str
    within: frozenset[Span]
    sentence: int
    paragraph: int
    beside: Span | None
    own: Last | None
    other: Last | None

    @property
    def nested(self) -> str:
        return "nested" if self.within else "top"

    @property
    def role(self) -> str:
        return "speaker" if self.saying.is_speakers else "relay"


class Days:
    """The days that an article tells of, to be asked on which of them something was said."""

    def __init__(
        self, article: Article, timexes: Sequence[Timex], sentences: Sequence[Span], statements: Sequence[Statement]
    ) -> None:
        self._page = page = Page(article, sentences, statements, timexes)
        self._all, self._all_starts = timexes, [timex.span.start if timex.span else 0 for timex in timexes]
        known = [(timex.span, timex) for timex in timexes if timex.span and timex.from_ and timex.to]
        of_speakers = describing(statements, known, article, written_day(article, timexes))
        known = [(span, timex) for span, timex in known if not page.is_bound(span) and span not in of_speakers]
        head, body = (article.dateline.start, article.dateline.end) if article.dateline else (0, 0)
        self._days = [(span, timex) for span, timex in known if span.start >= body]
        self._starts = [span.start for span, _ in self._days]
        self._dateline = [
            (span, timex) for span, timex in known if head <= span.start < body and timex.from_ == timex.to
        ][:1]
        self._placed = cache(page.placed)

    def choices(self, saying: Saying, own: Last | None, other: Last | None) -> list[Choice]:
        """The expressions of time that may tell when this was said, and None, each with its signs; empty without any.

        `own` is what the same actor said last, `other` what anybody did.
        """
        near = self._near(saying, own)
        if not near:
            return []
        asked = self._asked(saying, own, other)
        found: list[Choice] = []
        nearer: set[tuple[str | None, str | None]] = set()
        for span, timex, told in near:
            days = timex.from_, timex.to
            found.append((told, self._signs(asked, span, timex, len(nearer - {days}))))
            nearer.add(days)
        found.append((None, list(_signs_of_none(asked, len(near)))))
        return found

    def _asked(self, saying: Saying, own: Last | None, other: Last | None) -> _Asked:
        return _Asked(
            saying=saying,
            cue=_kind_of_cue(saying),
            by=_kind_of_mention(saying),
            within=self._page.within(saying.place),
            sentence=self._page.sentence_of(saying.place.start),
            paragraph=self._page.paragraph_of(saying.place.start),
            beside=self._beside(saying.place) if saying.has_cue else None,
            own=own,
            other=other,
        )

    def _signs(self, asked: _Asked, span: Span, timex: Timex, nearer: int) -> list[str]:
        """The signs of an expression; so many other days are told of nearer to the cue."""
        place, statement = asked.saying.place, asked.saying.statement
        placed, days = self._placed(span, timex), (timex.from_, timex.to)
        where, about = self._where(asked, span, placed)
        depth = f"in {_depth(placed, asked.within, statement)}"
        main = [depth, placed.when]
        signs = [
            where,
            f"{asked.cue} & {where}",
            f"{asked.cue} & {about} & {placed.when}",
            f"{statement.sourcing} & {about} & {placed.when}",
            f"{asked.nested} & {about} & {depth}",
            f"{statement.form} & {about}",
            f"{asked.role} & {about}",
            f"{asked.by} & {about}",
            f"{placed.when} & {about} & {depth}",
        ]
        if where != "dateline":
            back = asked.paragraph - placed.paragraph
            same = f"paragraph {'ahead' if back < 0 else 'far' if back > 2 else 'before' if back else 'same'}"
            nth = f"nth {step_of(nearer, (0, 1, 2))}"
            main += [same, nth]
            signs += [f"{same} & {asked.by} & {about}", f"{nth} & {placed.when}"]
        if asked.own is not None:
            main.append(asked.own.signs("own last", days, place, (150, 400, 1000)))
        if asked.other is not None:
            main.append(asked.other.signs("last", days, place, (200, 600)))
        side = [*placed.signs]
        if placed.whose == asked.saying.link.actor:
            side.append("own verb")
        if placed.sentence == asked.sentence:
            side += self._page.between(place, span)
        return [
            *signs,
            *main,
            *side,
            *[f"{sign} & {about}" for sign in (*main, *side)],
            *[f"{sign} & {asked.cue}" for sign in main],
        ]

    def _near(self, saying: Saying, own: Last | None) -> list[tuple[Span, Timex, Timex]]:
        """The expressions that are asked about, the last one first, each with what tells its days.

        That is the expression, or for one that follows the nearest before it with the same days, which it bears out.
        """
        place = saying.place
        low = bisect_left(self._starts, max(0, place.start - REACH))
        high = bisect_left(self._starts, self._page.sentences[self._page.sentence_of(place.start)].end)
        near = self._days[low:high]
        if own is not None and own.on is not None and own.on.span is not None:
            last = own.on.span, own.on
            if last not in near and last not in self._dateline:
                near = [last, *near]
        may_come = saying.statement.status == "expected"
        found = [(span, timex, timex) for span, timex in (*reversed(near), *self._dateline)]
        told = {(timex.from_, timex.to): timex for _, timex, _ in reversed(found)}
        ahead = self._days[high : bisect_left(self._starts, self._page.end_of_near(place))]
        after = [(span, timex, told.get((timex.from_, timex.to), timex)) for span, timex in reversed(ahead)]
        says = saying.statement.sourcing != "document" and _SAYS.fullmatch(place.text) is not None
        return [
            one
            for one in (*after, *found)
            if (may_come or not self._page.is_to_come(one[1])) and not (says and self._page.is_long_past(one[1]))
        ]

    def _where(self, asked: _Asked, span: Span, placed: PlacedTimex) -> tuple[str, str]:
        """Where an expression stands as seen from a cue, exactly and roughly."""
        if self._dateline and span == self._dateline[0][0]:
            return "dateline", "dateline"
        if asked.beside == span and placed.within == asked.within:
            return "beside", "beside"
        back = asked.sentence - placed.sentence
        if back < 0:
            return f"ahead {min(-back, 3)}", "ahead"
        if not back:
            return ("after" if span.start > asked.saying.place.start else "before"), "sentence"
        return f"back {step_of(back, (1, 2, 4, 8))}", "near" if back == 1 else "far"

    def _beside(self, place: Span) -> Span | None:
        """The expression that a cue stands under."""
        sentence = self._page.sentences[self._page.sentence_of(place.start)]
        low, high = bisect_left(self._all_starts, sentence.start), bisect_left(self._all_starts, sentence.end)
        timex = (
            timex_beside(place, self._page.article, self._all[low:high], self._page.sentences) if low < high else None
        )
        return timex.span if timex else None


def _depth(placed: PlacedTimex, within: frozenset[Span], statement: Statement) -> str:
    if placed.within.intersection(statement.content):
        return "own content"
    if placed.within == within:
        return "same"
    if placed.within < within:
        return "shallower"
    return "quoted" if placed.is_quoted else "deeper"


def _signs_of_none(asked: _Asked, near: int) -> Iterator[str]:
    """The signs that none of so many expressions tells the day."""
    saying, statement = asked.saying, asked.saying.statement
    word = saying.place.text.lower().split()[-1] if saying.has_cue else ""
    yield from (
        "none",
        f"none {asked.cue}",
        f"none {statement.sourcing}",
        f"none {asked.nested}",
        f"none {asked.cue} {asked.nested}",
        f"none {statement.form}",
        f"none {asked.role}",
        f"none {asked.by}",
        f"none word {word}",
        f"none {'' if asked.beside is not None else 'not '}beside",
        f"none of {step_of(near, (1, 2, 4, 8))}",
        f"none act {statement.act}",
    )
    if asked.own is not None:
        yield f"none own last {'none' if asked.own.on is None else 'some'}"
    if asked.other is not None:
        yield f"none last {'none' if asked.other.on is None else 'some'} {asked.cue}"


def _kind_of_cue(saying: Saying) -> str:
    """The status and tense that a cue tells of."""
    if not saying.has_cue:
        return "no cue"
    if saying.statement.status != "made":
        return saying.statement.status
    words = saying.place.text.lower()
    if words.startswith("had "):
        return "had"
    if _HAS.match(words):
        return "has"
    return "according" if "according" in words else tense_of(saying.place.text) or "no tense"


def _kind_of_mention(saying: Saying) -> str:
    if saying.link.mention is None:
        return "by nobody"
    return "by pronoun" if saying.link.mention.text.lower() in _PRONOUNS else "by name"
