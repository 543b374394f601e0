"""How many of the addressees that a reading gives are right: the scorer asks only where the gold names one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from evaluation.corpora import Row, scorer
from evaluation.measurement import Figure

NAME = "addressee given rightly"


def given_rightly(stories: Iterable[Row], by_id: Mapping[str, Row]) -> Figure:
    """The share of the addressees given for matched statements, each with its own hops, that the gold names too."""
    judged = [
        right
        for story in stories
        for article in story["articles"]
        if (reading := by_id.get(article["id"])) is not None
        for right in _judged(story, article, reading)
    ]
    return Figure(name=NAME, value=sum(judged) / (len(judged) or 1), counts=f"{sum(judged):,} of {len(judged):,} given")


def _judged(story: Row, article: Row, reading: Row) -> Iterator[bool]:
    score = scorer("stories")
    names = score.Names(story["actors"])
    actors = {actor["id"]: actor for actor in reading["actors"]}
    chains = {statement["id"]: statement["chain"] for statement in reading["statements"]}
    pairs = score.match_statements(article["text"], article["statements"], reading["statements"])
    for gold, found in pairs:
        above = len(chains.get(found["within"], ()))
        told = [id for link in found["chain"][above:] for id in link["addressees"]]
        wanted = names.of(gold["addressee"]) if gold["addressee"] else []
        for id in dict.fromkeys(told):
            yield bool(wanted) and bool(score.Names.same(wanted, score.pred_names(actors.get(id))))
