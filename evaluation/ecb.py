"""How well articles on one happening are told from articles on another like it, measured on ECB+.

    python -m evaluation.ecb

462 articles in 40 stories, two to most topics, chosen to be confused: two actresses in rehabilitation, two prison
breaks. There are no dates: wording, actors and places must do. The articles come in a shuffled order, as they would
from many feeds. BCubed is that of Bagga and Baldwin (1998), over articles.
"""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence

from evaluation.corpora import corpus, digest, lines_of
from evaluation.measurement import Figure, Measurement, render
from reportedly.records import Article, Reading, Story
from reportedly.trace.gists import Gist
from reportedly.trace.stories import Grouping

SEED = 0  # of the order in which the articles come


def measure() -> Measurement:
    """The figures on all 462 articles."""
    path = corpus("corpora", "ecbplus.jsonl")
    rows = lines_of(path)
    random.Random(SEED).shuffle(rows)
    grouping = Grouping()
    for row in rows:
        grouping.add(Gist.of(Reading(article=Article.of(row["text"], id=row["doc_id"]))))
    found = grouping.stories()
    gold = {row["doc_id"]: row["story"] for row in rows}
    precision, recall, f1 = bcubed(gold, labels_of(found))
    apart, pairs = kept_apart(gold, labels_of(found))
    return Measurement(
        name="ecb",
        about=f"ECB+ dev: {len(rows)} articles, {len(set(gold.values()))} stories",
        measured_on=digest([path]),
        figures=(
            Figure(name="stories", value=f1, counts=f"{len(found)} found, BCubed F1"),
            Figure(name="stories precision", value=precision),
            Figure(name="stories recall", value=recall),
            Figure(name="confusable pairs kept apart", value=apart / pairs, counts=f"{apart} of {pairs}"),
            Figure(name="pairs of articles kept apart", value=articles_apart(gold, labels_of(found))),
        ),
    )


def labels_of(stories: Sequence[Story]) -> dict[str, str]:
    """The story of each article, by their ids."""
    return {article: story.id for story in stories for article in story.articles}


def bcubed(gold: Mapping[str, Hashable], found: Mapping[str, Hashable]) -> tuple[float, float, float]:
    """Precision, recall and F1, averaged over items."""
    groups: dict[tuple[str, Hashable], set[str]] = defaultdict(set)
    for item, label in gold.items():
        groups["gold", label].add(item)
        groups["found", found[item]].add(item)
    precision = recall = 0.0
    for item, label in gold.items():
        own, other = groups["gold", label], groups["found", found[item]]
        precision += len(own & other) / len(other) / len(gold)
        recall += len(own & other) / len(own) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def kept_apart(gold: Mapping[str, str], found: Mapping[str, str]) -> tuple[int, int]:
    """Topics of which no found story has articles of both stories, and topics that have two."""
    of: dict[str, set[str]] = defaultdict(set)
    for article, story in gold.items():
        of[story].add(found[article])
    topics = [story for story in of if story.endswith("ecb") and f"{story}plus" in of]
    return sum(not of[topic] & of[f"{topic}plus"] for topic in topics), len(topics)


def articles_apart(gold: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Of all pairs of articles from the two stories of one topic, the share that is not in one found story."""
    apart = pairs = 0
    for one, story in gold.items():
        for other, plus in gold.items():
            if plus == f"{story}plus":
                pairs += 1
                apart += found[one] != found[other]
    return apart / pairs


if __name__ == "__main__":
    print(render(measure()))
