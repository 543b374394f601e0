"""How well statements and chains are read, measured on the development stories.

    python -m evaluation.stories

The figures are those of `../shared/stories/score.py reading`, by its names and explained in its docstring; where a
name stands for precision, recall and F1, the figure is F1. Beside its addressees and days of saying stands how many of
those given are right.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from evaluation import readings
from evaluation.corpora import Row, corpus, dev_stories, digest, scorer, story_of
from evaluation.given import addressees_given, days_given
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import Readings

NAME = "stories"

NAMES = (
    "attributed", "statements", "nested", "chain", "chain 3+", "speaker", "speaker by pronoun or title", "speaks_for",
    "form", "sourcing", "unnamed", "count", "basis", "act", "status", "status other than made", "addressee", "said_on",
    "contacts", "contact kind", "contact status", "contact interval", "contact place", "contact all parties",
    "positions", "stance", "dates",
)  # fmt: skip


def measure(found: Readings | None = None) -> Measurement:
    """The figures on the development stories."""
    stories = [story_of(path) for path in dev_stories()]
    found = found or readings.of_stories()
    articles = [article for story in stories for article in story["articles"]]
    given = {
        "addressee": addressees_given(stories, found.by_id),
        "said_on": days_given(stories, found.by_id),
    }
    return Measurement(
        name=NAME,
        about=f"dev stories: {len(stories)} stories, {len(articles)} articles, "
        f"{sum(len(article['statements']) for article in articles):,} statements",
        measured_on=measured_on(),
        figures=tuple(_with_given(figures_of(tally(stories, found.by_id)), given)),
        remarks=found.remarks,
    )


def tally(stories: Iterable[Row], by_id: Mapping[str, Row]) -> Mapping[str, Any]:
    """The scorer's figures for these stories; an article that was not read has no statements."""
    counts = scorer("stories").Tally()
    for story in stories:
        for article in story["articles"]:
            reading = by_id.get(article["id"]) or unread(article)
            scorer("stories").score_reading(story, article, reading, counts)
    figures: Mapping[str, Any] = counts.figures()
    return figures


def unread(article: Row) -> Row:
    """A reading in which nothing was found."""
    empty: Row = {"actors": [], "statements": [], "contacts": [], "positions": [], "timexes": []}
    return {"article": {"id": article["id"], "text": article["text"]}, **empty}


def figures_of(figures: Mapping[str, Any]) -> tuple[Figure, ...]:
    """The scorer's figures that this measurement is about, in their order."""
    return tuple(figure for name in NAMES if name in figures for figure in _figures(name, figures[name]))


def measured_on() -> str:
    """The digest of stories and scorer."""
    return digest([*dev_stories(), corpus("stories", "score.py")])


def _with_given(figures: Iterable[Figure], given: Mapping[str, Figure]) -> Iterator[Figure]:
    for figure in figures:
        yield figure
        if figure.name in given:
            yield given[figure.name]


def _figures(name: str, row: Mapping[str, Any]) -> list[Figure]:
    if "F1" in row:
        counts = f"{row['tp']:,} of {row['pred']:,} found, {row['gold']:,} gold"
        return [
            Figure(name=name, value=row["F1"], counts=counts),
            *(Figure(name=f"{name} {part}", value=row[key]) for part, key in (("precision", "P"), ("recall", "R"))),
        ]
    return [Figure(name=name, value=row["accuracy"], counts=f"{row['right']:,} of {row['asked']:,}")]


if __name__ == "__main__":
    print(render(measure()))
