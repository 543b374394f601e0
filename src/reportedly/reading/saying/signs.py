"""What shows on which of the days that a text tells of something was said: named signs, to be weighed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from reportedly.reading.saying.asked import (
    Asked,
    Before,
    Dates,
    kind_of_cue,
    kind_of_mention,
    manner_of,
    signs_of_none,
)
from reportedly.reading.saying.described import Described
from reportedly.reading.saying.phrases import drawn_up
from reportedly.reading.saying.placed import Page, PlacedTimex, step_of
from reportedly.reading.saying.presence import Presence
from reportedly.reading.saying.sayings import Saying
from reportedly.reading.saying.weights import Choice
from reportedly.reading.times.timexes import timex_beside, written_day
from reportedly.records.actor import Actor
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Statement

REACH = 1500  # characters before a cue

_SAYS = re.compile(
    r"(?:\w+ly )?(?:says|say|thinks|believes|expects|wants|insists|argues|calls|tells|warns|hopes|fears)"
)
_HAS_SAID = re.compile(r"(?:has|have)\b")


class Days:
    """The days that an article tells of, to be asked on which of them something was said."""

    def __init__(
        self,
        article: Article,
        timexes: Sequence[Timex],
        sentences: Sequence[Span],
        statements: Sequence[Statement],
        actors: Sequence[Actor] = (),
    ) -> None:
        self._text = article.text
        self._page = page = Page(article, sentences, statements, timexes)
        self._all, self._all_starts = timexes, [timex.span.start if timex.span else 0 for timex in timexes]
        known = [(timex.span, timex) for timex in timexes if timex.span and timex.from_ and timex.to]
        described = Described(statements, known, article, written_day(article, timexes))
        known = [(span, timex) for span, timex in known if not page.is_bound(span) and span not in described.of]
        self._not_beside = described.beside
        head, body = (article.dateline.start, article.dateline.end) if article.dateline else (0, 0)
        self._days = [(span, timex) for span, timex in known if span.start >= body]
        self._starts = [span.start for span, _ in self._days]
        self._dateline = [
            (span, timex) for span, timex in known if head <= span.start < body and timex.from_ == timex.to
        ][:1]
        self._placed = cache(page.placed)
        self._presence = Presence(actors, page.sentence_of)

    @property
    def known(self) -> Sequence[Timex]:
        """The expressions whose days are known, from the body on."""
        return [timex for _, timex in self._days]

    def choices(self, saying: Saying, before: Before) -> list[Choice]:
        """The expressions of time that may tell when this was said, and None, each with its signs; or nothing."""
        near = self._near(saying, before)
        if not near:
            return []
        asked = self._asked(saying, before)
        found: list[Choice] = []
        nearer: set[Dates] = set()
        for span, timex, told in near:
            days = timex.from_, timex.to
            found.append((told, self._signs(asked, span, timex, len(nearer - {days}))))
            nearer.add(days)
        told_of = self._presence.count(saying.link.actor, asked.sentence - 3, asked.sentence)
        found.append((None, list(signs_of_none(asked, len(near), told_of))))
        return found

    def _asked(self, saying: Saying, before: Before) -> Asked:
        sentence = self._page.sentence_of(saying.place.start)
        return Asked(
            saying=saying,
            cue=kind_of_cue(saying),
            by=kind_of_mention(saying),
            within=self._page.within(saying.place),
            sentence=sentence,
            paragraph=self._page.paragraph_of(saying.place.start),
            beside=self._beside(saying.place) if saying.has_cue else None,
            before=before,
            manner=manner_of(saying, self._text, self._page.sentences[sentence].start, self._presence),
        )

    def _signs(self, asked: Asked, span: Span, timex: Timex, nearer: int) -> list[str]:
        """The signs of an expression; so many other days are told of nearer to the cue."""
        place, statement = asked.saying.place, asked.saying.statement
        placed, days = self._placed(span, timex), (timex.from_, timex.to)
        where, about = self._where(asked, span, placed)
        depth = f"in {_depth(placed, asked.within, statement)}"
        main, often = [depth, placed.when], asked.before.often(days)
        side = [*placed.signs, self._page.sayings_from(place, span)]
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
            f"{statement.sourcing} & {about} & made {drawn_up(self._text, span) or 'none'}",
            often,
            f"{often.rpartition(' of ')[0]} & {about}",
            f"{often} & {placed.when}",
        ]
        if where != "dateline":
            back = asked.paragraph - placed.paragraph
            same = f"paragraph {'ahead' if back < 0 else 'far' if back > 2 else 'before' if back else 'same'}"
            nth = f"nth {step_of(nearer, (0, 1, 2))}"
            main += [same, nth]
            signs += [f"{same} & {asked.by} & {about}", f"{nth} & {placed.when}"]
        before = asked.before
        if before.own is not None:
            main.append(before.own.sign("own last", days, place, (150, 400, 1000)))
        if before.other is not None:
            main.append(before.other.sign("last", days, place, (200, 600)))
            side.append(f"{asked.manner[1]} last {before.other.how(days)}")
        if before.above is not None:
            main.append(f"above {before.above.how(days)}")
        if placed.whose == asked.saying.link.actor:
            side.append("own verb")
        if placed.sentence == asked.sentence:
            side += self._page.between(place, span)
        return [
            *signs,
            *main,
            *side,
            *self._presence_of(asked, placed, about),
            *[f"{sign} & {about}" for sign in (*main, *side, *asked.manner)],
            *[f"{sign} & {placed.when}" for sign in asked.manner],
            *[f"{sign} & {asked.cue}" for sign in main],
        ]

    def _presence_of(self, asked: Asked, placed: PlacedTimex, about: str) -> Iterator[str]:
        """The signs of whether the sentence of an expression, and those between, tell of whoever speaks."""
        actor, there, here = asked.saying.link.actor, placed.sentence, asked.sentence
        told = f"tells of {'them' if self._presence.is_in(actor, there) else 'others'}"
        yield f"{told} & {about}"
        yield f"{told} & {about} & {asked.saying.statement.sourcing}"
        yield f"{told} & {about} & {asked.by}"
        if there != here:
            first, last = sorted((there, here))
            between = self._presence.count(actor, first + 1, last)
            yield f"{told} & {min(between, 2)} of {min(last - first - 1, 3)}"

    def _near(self, saying: Saying, before: Before) -> list[tuple[Span, Timex, Timex]]:
        """The expressions that are asked about, the last one first, each with what tells its days.

        That is the expression, or for one that follows the nearest before it with the same days, which it bears out.
        """
        place = saying.place
        low = bisect_left(self._starts, max(0, place.start - REACH))
        high = bisect_left(self._starts, self._page.sentences[self._page.sentence_of(place.start)].end)
        near = self._days[low:high]
        if before.own is not None and before.own.on is not None and before.own.on.span is not None:
            last = before.own.on.span, before.own.on
            if last not in near and last not in self._dateline:
                near = [last, *near]
        may_come = saying.statement.status == "expected"
        found = [(span, timex, timex) for span, timex in (*reversed(near), *self._dateline)]
        told = {(timex.from_, timex.to): timex for _, timex, _ in reversed(found)}
        ahead = self._days[high : bisect_left(self._starts, self._page.end_of_near(place))]
        after = [(span, timex, told.get((timex.from_, timex.to), timex)) for span, timex in reversed(ahead)]
        says = saying.statement.sourcing != "document" and _SAYS.fullmatch(place.text) is not None
        says = says or (saying.has_cue and _HAS_SAID.match(place.text) is not None)
        return [
            one
            for one in (*after, *found)
            if (saying.key, one[0]) not in self._not_beside
            and (may_come or not self._page.is_to_come(one[1]))
            and not (says and self._page.is_long_past(one[1]))
            and not (self._page.is_era(one[1]) and not self._page.are_together(one[0], place))
        ]

    def _where(self, asked: Asked, span: Span, placed: PlacedTimex) -> tuple[str, str]:
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
