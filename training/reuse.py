"""Learns the weights by which trace/reuse.py tells derivations: `python -m training.reuse [--write]`.

On the training stories with perfect readings (evaluation/gold_readings.py): a logistic regression for pairs whose
later article names the outlet of the earlier one, another for those where it does not. Signs may only speak for what
they mean: a weight of the wrong sign is left out. Each story is predicted without itself to find the thresholds.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.gold import Row, stories
from evaluation.gold_readings import gold_readings
from reportedly.trace import reuse
from reportedly.trace.outlets import SURE
from reportedly.trace.traits import Traits

Array = NDArray[np.float64]
TO = Path(reuse.__file__).with_name(reuse.WEIGHTS)
FOLDS = 8
PENALTY = 4.0
MEANT = {  # what a sign may speak for: +1 derivation, -1 none; chosen one by one while the held-out likelihood rose
    "cited": {
        "sentences": 1, "quoted_words": 1, "cited": 1, "cited_other_version": -1, "cited_as_source": 1,
        "cited_as_place": 1, "cited_early": 1, "cites_others": 1, "earlier_dateline": 1, "gap": -1, "wordings_share": 1,
    },
    "silent": {
        "wordings": 1, "wordings_share": 1, "contained": 1, "containing": 1, "figures": 1, "quoted_words": 1,
        "phrases": 1, "dateline": -1, "same_outlet": -1, "cites_others": 1, "copy": -1, "soon": -1,
    },
}  # fmt: skip


@dataclass(frozen=True)
class Example:
    """A pair of articles: whether the gold has it; `counts` is False for ancestors further up, right or wrong."""

    story: str
    signs: Mapping[str, float]
    cited: bool
    derived: bool
    counts: bool


def examples_of(which: str) -> list[Example]:
    """Every pair that is compared in these gold stories."""
    by_story = defaultdict(list)
    rows: dict[str, Row] = {}
    for gold in gold_readings(stories(which)):
        by_story[gold.story["story"]].append(Traits.of(gold.reading))
        rows[gold.story["story"]] = gold.story
    found = []
    for name, all_traits in by_story.items():
        parents = {a["id"]: {d["article"] for d in a["derived_from"]} for a in rows[name]["articles"]}
        for weighed in reuse.weigh_all(all_traits):
            earlier, later = weighed.pair.earlier.id, weighed.pair.later.id
            derived = earlier in parents[later]
            found.append(
                Example(
                    name,
                    weighed.signs,
                    weighed.pair.cited >= SURE,
                    derived,
                    derived or earlier not in _above(later, parents),
                )
            )
    return found


def fit(signs: Array, derived: Array, counts: Array, meant: Array) -> Array:
    """Weights and, last, the bias; signs that speak against what they mean get the weight 0."""
    kept = np.ones(signs.shape[1], bool)
    while True:
        weights = np.zeros(signs.shape[1] + 1)
        weights[np.append(kept, True)] = _newton(signs[:, kept], derived, counts)
        wrong = weights[:-1] * meant < 0
        if not wrong.any():
            return weights
        kept &= ~wrong


def _newton(signs: Array, derived: Array, counts: Array) -> Array:
    spread = signs.std(0) + 1e-9
    x = np.column_stack([signs / spread, np.ones(len(signs))])
    penalty = np.diag(np.append(np.full(signs.shape[1], PENALTY), 0.0))
    weights = np.zeros(x.shape[1])
    for _ in range(25):
        probable = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (counts * (probable - derived)) + penalty @ weights
        curve = (x * (counts * probable * (1 - probable))[:, None]).T @ x + penalty + 1e-9 * np.eye(x.shape[1])
        weights = weights - np.linalg.solve(curve, slope)
    return np.append(weights[:-1] / spread, weights[-1])


def figures(scores: Array, derived: Array, counts: Array, at: float) -> tuple[float, float, float]:
    """F1, precision and recall at a threshold."""
    said = scores >= at
    right = float((said & (derived > 0)).sum())
    precision, recall = right / max((said & (counts > 0)).sum(), 1), right / max(derived.sum(), 1)
    return 2 * precision * recall / max(precision + recall, 1e-9), precision, recall


def learn(examples: Sequence[Example], meant: Mapping[str, int]) -> tuple[dict[str, object], Array, Array, Array]:
    """The weights with their threshold, and scores without the own story, labels and counts to print figures from."""
    names = list(meant)
    signs = np.array([[e.signs[name] for name in names] for e in examples])
    derived = np.array([float(e.derived) for e in examples])
    counts = np.array([float(e.counts) for e in examples])
    aims = np.array([float(aim) for aim in meant.values()])
    order = sorted({e.story for e in examples})
    fold = np.array([order.index(e.story) % FOLDS for e in examples])
    scores = np.zeros(len(examples))
    for number in range(FOLDS):
        out = fold == number
        weights = fit(signs[~out], derived[~out], counts[~out], aims)
        scores[out] = 1 / (1 + np.exp(-(signs[out] @ weights[:-1] + weights[-1])))
    weights = fit(signs, derived, counts, aims)
    at = max(np.arange(0.25, 0.56, 0.05), key=lambda at: figures(scores, derived, counts, at)[0])
    learnt = {
        "bias": round(float(weights[-1]), 4),
        "at": round(float(at), 2),
        "weights": {name: round(float(w), 4) for name, w in zip(names, weights[:-1], strict=True) if w},
    }
    return learnt, scores, derived, counts


def _above(article: str, parents: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    stack = list(parents[article])
    while stack:
        up = stack.pop()
        if up not in found:
            found.add(up)
            stack += parents[up]
    return found


def main() -> int:
    """Prints figures of each regression, every story predicted without itself; --write keeps the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    examples = examples_of("training")
    written = {}
    for name, meant in MEANT.items():
        own = [e for e in examples if e.cited == (name == "cited")]
        written[name], scores, derived, counts = learn(own, meant)
        print(name, written[name])
        for at in np.arange(0.25, 0.56, 0.05):
            f1, precision, recall = figures(scores, derived, counts, at)
            print(f"  at {at:.2f}  P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({int(derived.sum())} gold)")
    if args.write:
        TO.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
