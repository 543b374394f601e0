"""Scores to tag runs and link probabilities; arrays only, nothing here knows an article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

import numpy as np
import numpy.typing as npt

from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.labels import COLUMNS, COREFERENCE_WIDTH, DISTANCE_BUCKETS, PAIR_WIDTH, ROLE_GROUPS
from reportedly.reading.scoring.windows import Ints, Pieces

Run = tuple[int, int]  # first and last piece

_NEVER = -1e4


def softmax(logits: Floats, axis: int = -1) -> Floats:
    """Probabilities along an axis."""
    raised: Floats = np.exp(logits - logits.max(axis, keepdims=True))
    raised /= raised.sum(axis, keepdims=True)
    return raised


def likely_tags(scores: Scores, layer: str) -> Floats:
    """(tags, n) probabilities of the tags of a layer: a row a tag, so that each is reduced at once."""
    return softmax(np.ascontiguousarray(scores.tags[:, COLUMNS[layer]].T), 0)


def mean_of(values: Floats) -> float:
    """The mean of a row, as `values.mean()` in half the time."""
    return float(np.add.reduce(values) / len(values))


def best_tags(logits: Floats, paragraphs: Ints) -> Ints:
    """The most probable legal BIO sequence of each paragraph, one tag a piece.

    `logits` is (n, 1 + 2k): O, then B and I of each of k kinds. `paragraphs` are numbers, equal side by side. Where the
    best tag of every piece makes a legal paragraph, that is it; all others advance together (Viterbi).
    """
    n, count = logits.shape
    tags: Ints = logits.argmax(1).astype(np.int32)
    if not n:
        return tags
    begins = np.diff(paragraphs, prepend=paragraphs[0] - 1) != 0
    before = np.concatenate([[0], tags[:-1]])
    before[begins] = 0
    inside = (tags > 0) & (tags % 2 == 0)
    wrong = np.flatnonzero(inside & (before != tags) & (before != tags - 1))
    if not len(wrong):
        return tags
    first = np.flatnonzero(begins)
    lengths = np.diff(first, append=n)
    illegal = np.unique(np.searchsorted(first, wrong, side="right") - 1)
    illegal = illegal[np.argsort(-lengths[illegal], kind="stable")]
    first, lengths = first[illegal], lengths[illegal]
    alive = np.searchsorted(-lengths, -np.arange(lengths[0]), side="left").tolist()
    begin, within = slice(1, None, 2), slice(2, None, 2)
    best = logits[first]
    best[:, within] += _NEVER
    back = np.zeros((int(lengths[0]), len(first), count), np.int8)
    final = best.copy()
    kinds = np.arange(1, count, 2, dtype=np.int8)
    for at in range(1, int(lengths[0])):
        best = best[: alive[at]]
        back[at, : alive[at]] = best.argmax(1)[:, None]
        reached = np.repeat(best.max(1)[:, None], count, 1)
        # an I follows only B or I of its kind
        goes_on = best[:, within] > best[:, begin]
        back[at, : alive[at], within] = kinds + goes_on
        reached[:, within] = np.where(goes_on, best[:, within], best[:, begin])
        best = reached + logits[first[: alive[at]] + at]
        final[: alive[at]] = best
    current = final.argmax(1)
    everyone = np.arange(len(first))
    for at in range(int(lengths[0]) - 1, -1, -1):
        own = current[: alive[at]]
        tags[first[: alive[at]] + at] = own
        current[: alive[at]] = back[at, everyone[: alive[at]], own]
    return tags


def runs_of(tags: Ints, begin: int) -> list[Run]:
    """Runs of one kind in a BIO sequence: `begin` is the number of its B tag, the next number its I tag."""
    inside = (tags == begin) | (tags == begin + 1)
    starts = np.flatnonzero(inside & ((tags == begin) | ~np.concatenate([[False], inside[:-1]])))
    ends = np.flatnonzero(inside & ~np.concatenate([inside[1:] & (tags[1:] != begin), [False]]))
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def role_probabilities(
    scores: Scores, at: Ints, asks: Floats, low: int, high: int, distance: Floats, group: str = "attribution"
) -> Floats:
    """(anchors, 1 + roles, high - low) probabilities that each piece of low:high has no role or one of the group.

    `at` are the anchors, `asks` their vectors.
    """
    own = ROLE_GROUPS[group]
    width = slice(own.start * PAIR_WIDTH, own.stop * PAIR_WIDTH)
    roles = own.stop - own.start
    asked = np.ascontiguousarray(asks[:, width]).reshape(len(at), roles, PAIR_WIDTH).transpose(1, 0, 2)
    answers = scores.token[low:high, width].reshape(high - low, roles, PAIR_WIDTH).transpose(1, 2, 0)
    logits = (asked @ answers).transpose(1, 0, 2) * np.float32(2 / PAIR_WIDTH**0.5)
    logits += scores.tags[low:high, COLUMNS["pair_bias"]][:, own].T[None]
    far = _buckets(np.arange(low, high, dtype=np.int32)[None] - at[:, None])
    logits += distance[own][:, far].transpose(1, 0, 2)
    return softmax(np.concatenate([np.zeros_like(logits[:, :1]), logits], 1), 1)


def role_rows(
    anchors: Sequence[int], pieces: Pieces, scores: Scores, distance: Floats, group: str = "attribution"
) -> list[tuple[int, Floats]]:
    """For each anchor, the first piece in its reach and the role probabilities from there: its window and paragraph."""
    if not anchors:
        return []
    at = np.asarray(anchors, np.int32)
    asks = scores.anchor(at)
    window, paragraph = (
        [numbers.searchsorted(numbers[at]), numbers.searchsorted(numbers[at] + 1)]
        for numbers in (scores.window, pieces.paragraphs)
    )
    lows = np.minimum(window[0], paragraph[0]).tolist()
    highs = np.maximum(window[1], paragraph[1]).tolist()
    reach: dict[tuple[int, int], list[int]] = {}
    for number, (low, high) in enumerate(zip(lows, highs, strict=True)):
        reach.setdefault((low, high), []).append(number)
    rows: dict[int, tuple[int, Floats]] = {}
    for (low, high), own in reach.items():
        found = role_probabilities(scores, at[own], asks[own], low, high, distance, group)
        rows |= {number: (low, roles) for number, roles in zip(own, found, strict=True)}
    return [rows[number] for number in range(len(at))]


def spread_around(probabilities: Floats, at: float) -> Run | None:
    """The run around the most probable piece, when it is probable enough."""
    best = int(probabilities.argmax())
    if probabilities[best] <= at:
        return None
    first = last = best
    spread = min(0.3, float(probabilities[best]) / 2)  # as the first study found best
    while first > 0 and probabilities[first - 1] > spread:
        first -= 1
    while last + 1 < len(probabilities) and probabilities[last + 1] > spread:
        last += 1
    return first, last


def antecedent_logits(
    vectors: npt.NDArray[np.floating], mention: Run, earlier: Sequence[Run], distance: Floats
) -> Floats:
    """Log-odds, against "none of these", that a mention refers to whom each earlier mention refers to.

    `vectors` are `Scores.coreference`; `earlier` stand in reading order, the nearest last. After Lee et al. 2017,
    "End-to-end Neural Coreference Resolution", with the mentions given.
    """
    rows = vectors[[*mention, *chain.from_iterable(earlier)]].astype(np.float16).astype(np.float32)
    asks = rows[0, :COREFERENCE_WIDTH] + rows[1, :COREFERENCE_WIDTH]
    answers = rows[2::2, COREFERENCE_WIDTH:] + rows[3::2, COREFERENCE_WIDTH:]
    far = _buckets(np.arange(len(earlier), 0, -1, dtype=np.int32))
    out: Floats = answers @ asks * np.float32(2 / COREFERENCE_WIDTH**0.5) + distance[far]
    return out


def distance_buckets(distance: Ints) -> Ints:
    """Signed logarithmic buckets, two a doubling; the same as training.network.distance_buckets."""
    half = DISTANCE_BUCKETS // 2
    size = np.abs(distance)
    bucket = np.minimum((np.log2(np.maximum(size, 1).astype(np.float32)) * 2).astype(np.int32) + (size > 0), half - 1)
    return np.where(distance < 0, bucket + half, bucket).astype(np.int32)


_FARTHEST = 64  # pieces or mentions, beyond which all are in the last bucket
_BUCKETS = distance_buckets(np.arange(-_FARTHEST, _FARTHEST + 1, dtype=np.int32))


def _buckets(distance: Ints) -> Ints:
    """As distance_buckets, looked up."""
    found: Ints = _BUCKETS[np.minimum(np.maximum(distance, -_FARTHEST), _FARTHEST) + _FARTHEST]
    return found
