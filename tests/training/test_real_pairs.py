from __future__ import annotations

import numpy as np

from evaluation.corpora import lines_of
from reportedly.records import CHANGES
from reportedly.trace.kinds import CONTRADICTION, KINDS
from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import FEATURES
from tests.trace.tellings import Hop, Line, article, tell
from training import real_pairs
from training.real_pairs import OTHER, RealStory, unanswered
from training.reuse import REAL

VALE = Hop(name="Ada Vale")


def story(cosine: float, read: dict[int, int]) -> RealStory:
    told = tell(
        article("A", "2031-03-03", Line(content="The quay was closed", hops=(VALE,))),
        article("B", "2031-03-04", Line(content="The quay is open", hops=(VALE,))),
    )
    features = np.zeros((1, len(FEATURES)), np.float32)
    features[0, FEATURES.index("cosine")] = cosine
    return RealStory("12ecb", told, Kinship.of([]), [(0, 1)], features, read, {}, unanswered(1))


def taught(kind: int, cosine: float = 0.2, read: dict[int, int] | None = None) -> list[tuple[int, float]]:
    _, kinds, weights = story(cosine, read or {}).taught(np.eye(len(KINDS), dtype=np.float32)[[kind]])
    return list(zip(kinds, weights, strict=True))


def test_what_was_read_counts_most() -> None:
    assert taught(OTHER, read={0: 0}) == [(0, real_pairs.READ)]


def test_what_fiction_takes_for_changed_or_contradicted_is_nothing() -> None:
    number = 1 + CHANGES.index("number")
    assert taught(number) == taught(KINDS.index(CONTRADICTION)) == [(OTHER, real_pairs.TAKEN)]
    assert taught(number, cosine=0.5) == []


def test_what_is_far_apart_is_nothing_and_the_rest_is_not_learnt_from() -> None:
    assert taught(OTHER, cosine=0.1) == [(OTHER, real_pairs.FAR)]
    assert taught(OTHER) == taught(0) == []


def test_stories_of_a_topic_are_held_out_together() -> None:
    assert story(0.2, {}).even


def test_every_pair_that_was_read_has_two_places_and_a_kind() -> None:
    rows, later = lines_of(real_pairs.PAIRS), lines_of(real_pairs.LATER)
    assert (len(rows), len(later)) == (796, 399)
    for row in rows + later:
        assert row["kind"] in KINDS
        assert row["a"] != row["b"]
        assert all(start < end for side in "ab" for start, end in row[side]["content"])


def test_every_pair_of_articles_that_was_read_is_one_and_told_once() -> None:
    rows = lines_of(REAL)
    assert len({frozenset((row["from"], row["to"])) for row in rows}) == len(rows) == 126
    assert sum(row["derived"] for row in rows) == 35
