"""Learns which signs tell on which day something was said; writes lists/day_signs.json.

    python -m training.saying src/reportedly/reading/weights

Signs are weighed on readings of all training stories but the unseen ones and of the real articles: softmax over the
expressions of time around a cue and "none", with a ridge. What was said before is first taken as annotated; then, so
that weights learn how far it can be believed, as found by weights that have not learnt that story. A day counts from
the lowest probability on at which enough of the days given are right, in stories that the weights have not learnt.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import reportedly.reading
from evaluation.corpora import scorer
from evaluation.readings import story_rows
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.reader import Reader
from reportedly.reading.saying.dated import History, days_of
from reportedly.reading.saying.sayings import Key, Saying, sayings_of
from reportedly.reading.saying.signs import Days
from reportedly.reading.saying.weights import DayWeights
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.times.timexes import find_timexes
from reportedly.records.article import Timex
from reportedly.records.codec import decode_article, encode
from reportedly.records.reading import Failure, Reading
from reportedly.records.statement import Chain
from training.held_out import UNSEEN
from training.signs import Options, softmax
from training.stories import all_stories, real_articles

OUT = Path(reportedly.reading.__file__).parent / "lists" / "day_signs.json"
RIDGE = 12.0  # of 3, 6 and 12 the best in stories that the weights have not learnt
LEAST = 5  # expressions that a sign must stand at to be weighed
FOLDS = 4
BELIEVED = 0.3  # while weights learn; F1 differs by .005 from 0.2 to 0.35
AT = tuple(round(0.12 + 0.02 * step, 2) for step in range(11))
RIGHT = 0.6  # of the days given: of the others, 94 in 100 are days where the annotation has none, most of them true

Interval = tuple[str | None, str | None]
Found = Mapping[Key, Timex | None]


@dataclass(frozen=True)
class Page:
    """A read article: its sayings by key, and the days of those that are annotated, None where the text has none."""

    story: str
    days: Days
    sayings: Mapping[Key, Saying]
    wanted: Mapping[Key, Interval | None]


def pages_of(reader: Reader, stories: Iterable[dict[str, Any]]) -> Iterator[Page]:
    """The articles of stories, read, without the days that the reader gives."""
    rows = [(story["story"], article) for story in stories for article in story["articles"]]
    given = (decode_article(row) for story in stories for row in story_rows([story]))
    for (story, row), reading in zip(rows, reader.read_all(given), strict=True):
        if isinstance(reading, Failure):
            raise ValueError(f"{row['id']}: {reading.reason}")
        statements = [
            replace(statement, chain=Chain(replace(link, on=None) for link in statement.chain))
            for statement in reading.statements
        ]
        article, sentences = reading.article, find_sentences(reading.article)
        timexes = find_timexes(article, sentences=sentences)  # in the reading some are counted from when they were said
        days = Days(article, timexes, sentences, statements, reading.actors)
        sayings: dict[Key, Saying] = {}
        for saying in (saying for statement in statements for saying in sayings_of(statement, article)):
            sayings.setdefault(saying.key, saying)
        yield Page(story, days, sayings, wanted_in(row, reading))


def wanted_in(row: dict[str, Any], reading: Reading) -> dict[Key, Interval | None]:
    """The annotated day of each saying that stands in the annotation."""
    found: dict[Key, Interval | None] = {}
    statements = {statement.id: statement for statement in reading.statements}
    matched = scorer("stories").match_statements(row["text"], row["statements"], encode(reading)["statements"])
    for gold, read in matched:
        on, cue = gold["said_on"], gold["cue_span"]
        days = (on["from"], on["to"]) if on and on["from"] and on["to"] else None
        for saying in sayings_of(statements[read["id"]], reading.article):
            if saying.has_cue and cue:
                is_annotated = saying.place.start < cue[1] and cue[0] < saying.place.end
            else:
                is_annotated = not cue and saying.is_speakers
            if is_annotated:
                found.setdefault(saying.key, days)
    return found


def options_of(pages: Iterable[Page], before: Callable[[Page], Found] | None) -> Iterator[Options]:
    """The choices with a right one; what was said before is as annotated, or as `before` has it."""
    for page in pages:
        history = History()
        for key, saying in page.sayings.items():
            choices = page.days.choices(saying, history.before(saying))
            on = None
            if choices and key in page.wanted:
                right = [timex is not None and (timex.from_, timex.to) == page.wanted[key] for timex, _ in choices]
                on = next((timex for (timex, _), is_right in zip(choices, right, strict=True) if is_right), None)
                right[-1] = page.wanted[key] is None
                if any(right):
                    yield Options(tuple(tuple(signs) for _, signs in choices), tuple(right))
            history.add(saying, on if before is None else before(page)[key])


def found_in(page: Page, weights: DayWeights) -> Found:
    """The days of all sayings by these weights."""
    return days_of(page.sayings.values(), page.days, weights)


def learnt_from(pages: Iterable[Page], before: Callable[[Page], Found] | None) -> dict[str, float]:
    """What each sign adds to the log-odds of an expression."""
    return softmax(list(options_of(pages, before)), ridge=RIDGE, least=LEAST)


def in_folds(
    pages: Sequence[Page], before: Callable[[Page], Found] | None
) -> Iterator[tuple[list[Page], dict[str, float]]]:
    """The pages of each fold of stories, and signs weighed on all others."""
    stories = sorted({page.story for page in pages})
    for fold in range(FOLDS):
        out = set(stories[fold::FOLDS])
        weighed = learnt_from((page for page in pages if page.story not in out), before)
        yield [page for page in pages if page.story in out], weighed


def shares(pages: Iterable[Page], found: Callable[[Page], Found]) -> tuple[float, float]:
    """The share of the annotated days that are found, and of the days found, where annotated, that are right."""
    asked = given = right = 0
    for page in pages:
        days = found(page)
        for key, wanted in page.wanted.items():
            on = days[key]
            asked += wanted is not None
            given += on is not None
            right += on is not None and (on.from_, on.to) == wanted
    return right / max(asked, 1), right / max(given, 1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    reader = Reader(Encoder.load(parser.parse_args().weights, threads=1))
    pages = list(pages_of(reader, [*all_stories(), *real_articles()]))
    first: dict[int, Found] = {}
    for held, signs in in_folds(pages, None):
        first |= {id(page): found_in(page, DayWeights(signs=signs, at=BELIEVED)) for page in held}

    def before(page: Page) -> Found:
        return first[id(page)]

    weighed = {id(page): signs for held, signs in in_folds(pages, before) for page in held}

    def reached(some: Iterable[Page], at: float) -> tuple[float, float]:
        return shares(some, lambda page: found_in(page, DayWeights(signs=weighed[id(page)], at=at)))

    reached_at = {at: reached(pages, at) for at in AT}
    best = next(at for at in AT if reached_at[at][1] >= RIGHT)
    for at, (found, right) in reached_at.items():
        of_unseen = reached([page for page in pages if page.story in UNSEEN], at)
        print(f"at {at}: found {found:.3f}, right {right:.3f}; unseen {of_unseen[0]:.3f}, {of_unseen[1]:.3f}")
    signs = learnt_from((page for page in pages if page.story not in UNSEEN), before)
    print(f"{len(pages)} articles, {len(signs)} signs, at {best}")
    signs = {sign: weight for sign, weight in signs.items() if weight}
    OUT.write_text(json.dumps({"signs": signs, "at": best}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
