import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.scoring.decode import best_tags, distance_buckets, role_probabilities, runs_of
from tests.reading.scored import Marked, no_distance, pieces_of, scores_of


def brute_force(logits: np.ndarray) -> float:
    """The best sum over all legal sequences, by trying them all."""
    best = -np.inf
    for sequence in itertools.product(range(logits.shape[1]), repeat=len(logits)):
        pairs = zip((0, *sequence), sequence, strict=False)
        if all(tag == 0 or tag % 2 or before in (tag - 1, tag) for before, tag in pairs):
            best = max(best, float(sum(logits[i, tag] for i, tag in enumerate(sequence))))
    return best


@given(st.lists(st.integers(1, 4), min_size=1, max_size=4), st.integers(0, 10_000))
def test_tags_are_the_best_legal_sequence_of_each_paragraph(lengths: list[int], seed: int) -> None:
    paragraphs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    logits = np.random.default_rng(seed).normal(size=(len(paragraphs), 5)).astype(np.float32)
    tags = best_tags(logits, paragraphs)
    for number in range(len(lengths)):
        rows = np.flatnonzero(paragraphs == number)
        reached = sum(logits[row, tags[row]] for row in rows)
        assert abs(reached - brute_force(logits[rows])) < 1e-4


def test_runs_end_where_another_begins() -> None:
    assert runs_of(np.array([0, 3, 4, 3, 0, 1, 4], np.int32), 3) == [(1, 2), (3, 3), (6, 6)]
    assert runs_of(np.zeros(0, np.int32), 3) == []


def test_roles_belong_to_their_anchor() -> None:
    text = "Lee said it rains. Kim claims it snows."
    pieces = pieces_of(text)
    marked = [
        Marked({"source": ["Lee"], "cue": ["said"], "content": ["it rains"]}),
        Marked({"source": ["Kim"], "cue": ["claims"], "content": ["it snows"]}),
    ]
    scores, at = scores_of(text, pieces, marked), np.array([1, 6], np.int32)
    roles = role_probabilities(scores, at, scores.anchor(at), 0, len(pieces), no_distance())
    best = roles.argmax(1)
    assert best.tolist() == [[1, 0, 2, 2, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1, 0, 2, 2, 0]]
    assert np.allclose(roles.sum(1), 1)


def test_distances_are_signed_and_bounded() -> None:
    buckets = distance_buckets(np.array([-10_000, -1, 0, 1, 2, 10_000], np.int32))
    assert buckets.tolist() == [23, 13, 0, 1, 3, 11]
