"""How many of the addressees and of the days of saying that a reading gives are right.

The scorer asks for them only where the gold has one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from evaluation.corpora import Row, scorer
from evaluation.measurement import Figure

ADDRESSEE, SAID_ON = "addressee given rightly", "said_on given rightly"


def addressees_given(stories: Iterable[Row], by_id: Mapping[str, Row]) -> Figure:
    """The share of the addressees given for matched statements, each with its own hops, that the gold names too."""
    return _share(ADDRESSEE, stories, by_id, _addressees)


def days_given(stories: Iterable[Row], by_id: Mapping[str, Row]) -> Figure:
    """The share of the matched statements with a day of saying, each by its own hops, that the gold has then too."""
    return _share(SAID_ON, stories, by_id, _days)


def _share(
    name: str,
    stories: Iterable[Row],
    by_id: Mapping[str, Row],
    judged_in: Callable[[Row, Row, Row], Iterator[bool]],
) -> Figure:
    judged = [
        right
        for story in stories
        for article in story["articles"]
        if (reading := by_id.get(article["id"])) is not None
        for right in judged_in(story, article, reading)
    ]
    return Figure(name=name, value=sum(judged) / (len(judged) or 1), counts=f"{sum(judged):,} of {len(judged):,} given")


def _addressees(story: Row, article: Row, reading: Row) -> Iterator[bool]:
    score = scorer("stories")
    names = score.Names(story["actors"])
    actors = {actor["id"]: actor for actor in reading["actors"]}
    for gold, chain in _own_hops(article, reading):
        told = [id for link in chain for id in link["addressees"]]
        wanted = names.of(gold["addressee"]) if gold["addressee"] else []
        for id in dict.fromkeys(told):
            yield bool(wanted) and bool(score.Names.same(wanted, score.pred_names(actors.get(id))))


def _days(_: Row, article: Row, reading: Row) -> Iterator[bool]:
    for gold, chain in _own_hops(article, reading):
        given = [link["on"] for link in chain if link["on"] and link["on"]["from"]]
        if given:
            yield any(scorer("stories").same_interval(gold["said_on"], on) for on in given)


def _own_hops(article: Row, reading: Row) -> Iterator[tuple[Row, list[Row]]]:
    """The gold of each matched statement, and the hops of its chain that stand in no chain above it."""
    chains = {statement["id"]: statement["chain"] for statement in reading["statements"]}
    matched = scorer("stories").match_statements(article["text"], article["statements"], reading["statements"])
    for gold, found in matched:
        yield gold, found["chain"][len(chains.get(found["within"], ())) :]
