"""How many of the days of saying that a reading gives are right: the scorer asks only where the gold has one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluation.corpora import Row, scorer
from evaluation.measurement import Figure

NAME = "said_on given rightly"


def given_rightly(stories: Iterable[Row], by_id: Mapping[str, Row]) -> Figure:
    """The share of the matched statements said at some time by the reading that the gold has at that time too."""
    judged = [
        right
        for story in stories
        for article in story["articles"]
        if (reading := by_id.get(article["id"])) is not None
        for right in _judged(article, reading)
    ]
    return Figure(name=NAME, value=sum(judged) / (len(judged) or 1), counts=f"{sum(judged):,} of {len(judged):,} given")


def _judged(article: Row, reading: Row) -> Iterator[bool]:
    score = scorer("stories")
    for gold, found in score.match_statements(article["text"], article["statements"], reading["statements"]):
        given = [link["on"] for link in found["chain"] if link["on"] and link["on"]["from"]]
        if given:
            yield any(score.same_interval(gold["said_on"], on) for on in given)
