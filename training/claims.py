"""Learns what two statements are to each other (src/reportedly/trace/claim_weights.json) from the training stories.

    python -m training.claims [--folds 6] [--write]

prints how pairs and claims come out in stories that were held out; `--write` learns from all and writes the weights.
Readings, derivations and actors are the gold's own.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.claims import Telling, gold_stories, score_story, vectors_of
from evaluation.gold import scorer
from reportedly.records import CHANGES
from reportedly.trace import kinds
from reportedly.trace.claims import candidate_pairs, claims_of, in_order
from reportedly.trace.kinds import KINDS, WEIGHTS, Layer, Matcher, Pair
from reportedly.trace.matching import FEATURES, Comparison, Floats, Weighing

TARGET = Path(kinds.__file__).with_name(WEIGHTS)
RELATED_DECAY, KIND_DECAY = 1e-3, 3e-3  # swept by factors of 3 on held-out stories
UNSURE = 0.3  # what a pair weighs in which only one statement carries a claim: many of these say the same all the same
KEPT = 0.35  # share of the unrelated pairs that is learnt from
_IGNORED = -1

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Lesson:
    """The pairs of one story, with their features and what they are to each other."""

    story: Telling
    pairs: Sequence[Pair]
    features: Floats
    kinds: Ints  # rows of KINDS; _IGNORED where the gold does not say
    weights: Floats
    groups: Sequence[tuple[str, ...]]  # the two claims of each pair


def lesson_of(story: Telling) -> Lesson:
    """The lesson that a gold story makes."""
    told = in_order(story.told)
    pairs = candidate_pairs(told)
    features = Comparison(Weighing.of(told), story.kinship, vectors_of(told)).compare(told, pairs)
    claims = {claim["id"]: claim for claim in story.gold["claims"]}
    carried = [story.claim_of.get((one.place.article, one.place.statement)) for one in told]
    rows = [_kind(carried[a], carried[b], claims) for a, b in pairs]
    return Lesson(
        story=story,
        pairs=pairs,
        features=features,
        kinds=np.array([kind for kind, _ in rows]),
        weights=np.array([weight for _, weight in rows], np.float32),
        groups=[(story.name, *sorted((carried[a] or "", carried[b] or ""))) for a, b in pairs],
    )


def _kind(earlier: str | None, later: str | None, claims: dict[str, Any]) -> tuple[int, float]:
    """What the gold says of a pair, and what that weighs."""
    other = len(KINDS) - 1
    if earlier is None or later is None:
        return (_IGNORED, 0.0) if earlier is later else (other, UNSURE)
    if earlier == later:
        return 0, 1.0
    one, two = claims[earlier], claims[later]
    if two["distorts"] == earlier:
        return 1 + CHANGES.index(two["distortion"]), 1.0
    if one["distorts"] == later:  # the distortion came first: too few to learn from
        return _IGNORED, 0.0
    if later in one["contradicts"]:
        return KINDS.index(kinds.CONTRADICTION), 1.0
    return other, UNSURE if one["distorts"] and one["distorts"] == two["distorts"] else 1.0


def learn(lessons: Sequence[Lesson]) -> Matcher:
    """The matcher learnt from these lessons; pairs of the same two claims share their weight's square root."""
    features = np.concatenate([lesson.features for lesson in lessons])
    of = np.concatenate([lesson.kinds for lesson in lessons])
    weights = np.concatenate([lesson.weights for lesson in lessons])
    groups = [group for lesson in lessons for group in lesson.groups]
    other, chance = len(KINDS) - 1, np.random.default_rng(0)
    kept = (of != _IGNORED) & ((of != other) | (chance.random(len(of)) < KEPT))
    alike = kept & (of != other)
    sizes = Counter(group for group, is_alike in zip(groups, alike, strict=True) if is_alike)
    shares = np.array([sizes[group] ** -0.5 if sizes[group] else 1.0 for group in groups], np.float32)
    shares[alike] *= alike.sum() / shares[alike].sum()
    balanced = weights * np.where(alike, shares, 1)
    related = _fit(features[kept], alike[kept].astype(np.int64), balanced[kept], 2, RELATED_DECAY)
    kind = _fit(features[alike], of[alike], balanced[alike], len(KINDS) - 1, KIND_DECAY)
    return Matcher(related, kind)


def _fit(features: Floats, of: Ints, weights: Floats, classes: int, decay: float, steps: int = 300) -> Layer:
    """Softmax regression by Adam over all rows at once."""
    mean, scale = features.mean(0), np.maximum(features.std(0), 1e-2)
    inputs = np.c_[(features - mean) / scale, np.ones(len(features))]
    wanted, share = np.eye(classes)[of], (weights / weights.sum())[:, None]
    found = np.zeros((inputs.shape[1], classes))
    first, second = np.zeros_like(found), np.zeros_like(found)
    for step in range(1, steps + 1):
        logits = inputs @ found
        powers = np.exp(logits - logits.max(1, keepdims=True))
        slope = inputs.T @ ((powers / powers.sum(1, keepdims=True) - wanted) * share)
        slope += decay * np.r_[found[:-1], np.zeros((1, classes))]
        first, second = 0.9 * first + 0.1 * slope, 0.99 * second + 0.01 * slope * slope
        found -= 0.05 * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
    return Layer(FEATURES, mean.astype(np.float32), scale.astype(np.float32), found.astype(np.float32))


def held_out(lessons: Sequence[Lesson], folds: int) -> list[Matcher]:
    """For each lesson, a matcher learnt without its fold."""
    matchers = [learn([lesson for at, lesson in enumerate(lessons) if at % folds != fold]) for fold in range(folds)]
    return [matchers[at % folds] for at in range(len(lessons))]


def write(matcher: Matcher) -> None:
    """Writes the weights where the package reads them."""
    TARGET.write_text(
        json.dumps({"features": FEATURES, "related": _row(matcher.related), "kind": _row(matcher.kind)}) + "\n",
        encoding="utf-8",
    )


def _row(layer: Layer) -> dict[str, Any]:
    return {
        "names": layer.names,
        **{key: np.round(getattr(layer, key), 4).tolist() for key in ("mean", "scale", "weights")},
    }


def main() -> int:
    """Prints the held-out figures, and writes the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lessons = [lesson_of(story) for story in gold_stories("training")]
    tally = scorer().Tally()
    for lesson, matcher in zip(lessons, held_out(lessons, args.folds), strict=True):
        found = matcher.match(lesson.pairs, lesson.features)
        score_story(lesson.story, claims_of(in_order(lesson.story.told), found, lesson.story.kinship), tally)
    for name, figure in tally.figures().items():
        if "deriv" not in name:
            print(f"{name:24} {figure.get('F1', figure.get('accuracy', figure.get('mean')))}  {figure}")
    if args.write:
        write(learn(lessons))
        print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
