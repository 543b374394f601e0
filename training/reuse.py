"""Learns the weights by which trace/reuse.py tells derivations: `python -m training.reuse [--write]`.

On the training stories with perfect readings (evaluation/gold_readings.py): a logistic regression for pairs whose
later article names the outlet of the earlier one, another for those where it does not. Signs may only speak for what
they mean: a weight of the wrong sign is left out. Each story is predicted without itself to find the thresholds.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from evaluation.corpora import lines_of
from evaluation.gold import Row, stories
from evaluation.gold_readings import gold_readings
from reportedly import Reader
from reportedly.trace import reuse
from reportedly.trace.outlets import SURE
from reportedly.trace.traits import Traits
from training.real_pairs import PAIRS, real_readings

Array = NDArray[np.float64]
TO = Path(reuse.__file__).with_name(reuse.WEIGHTS)
REAL = PAIRS.with_name("ecbplus_reuse.jsonl")
FOLDS = 8
STEP = 0.05
ALIKE = 0.005  # of F1: less than one story more or less would change
STEPS = np.arange(0.2, 0.61, STEP)  # thresholds that are tried
PENALTY = 4.0
MEANT = {  # what a sign may speak for: +1 derivation, -1 none; chosen one by one while the held-out likelihood rose
    "cited": {
        "sentences": 1, "quoted_words": 1, "cited": 1, "cited_other_version": -1, "cited_as_source": 1,
        "cited_as_place": 1, "cited_early": 1, "cites_others": 1, "earlier_dateline": 1, "gap": -1, "wordings_share": 1,
    },
    "silent": {
        "wordings": 1, "wordings_share": 1, "contained": 1, "containing": 1, "figures": 1, "quoted_words": 1,
        "phrases": 1, "dateline": -1, "same_outlet": -1, "cites_others": 1, "copy": -1, "soon": -1, "loud": 1,
        "sentence_length": -1, "primary": 1, "vague": 1,
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


@dataclass(frozen=True)
class Learnt:
    """A regression, and the score of every example as one from which its own story was kept out."""

    bias: float
    weights: Mapping[str, float]
    scores: Array
    derived: Array
    counts: Array


def learn(examples: Sequence[Example], meant: Mapping[str, int]) -> Learnt:
    """The regression over these signs."""
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
    kept = {name: round(float(weight), 4) for name, weight in zip(names, weights[:-1], strict=True) if weight}
    return Learnt(round(float(weights[-1]), 4), kept, scores, derived, counts)


def figures(learnt: Iterable[tuple[Learnt, float]]) -> tuple[float, float, float]:
    """F1, precision and recall of regressions together, each with its threshold."""
    right = said = gold = 0.0
    for one, at in learnt:
        right += float(((one.scores >= at) & (one.derived > 0)).sum())
        said += float(((one.scores >= at) & (one.counts > 0)).sum())
        gold += float(one.derived.sum())
    return 2 * right / (said + gold), right / max(said, 1), right / gold


def around(learnt: Sequence[Learnt], ats: Sequence[float]) -> float:
    """F1 at these thresholds and one step to each side, on average: a peak that is one step wide is chance."""
    steps = itertools.product((-STEP, 0.0, STEP), repeat=len(ats))
    return float(np.mean([figures(zip(learnt, np.add(ats, step), strict=True))[0] for step in steps]))


def on_real_news(reader: Reader) -> tuple[int, int, int]:
    """Of the pairs of real news that were read: how many are told rightly, how many are told, how many are derived."""
    read = {frozenset((row["from"], row["to"])): row["derived"] for row in lines_of(REAL)}
    told = {
        frozenset((derivation.from_, derivation.to))  # ECB+ has no dates: which came first is not known
        for readings in real_readings(reader).values()
        for derivation in reuse.find_derivations(readings)
    } & read.keys()
    return sum(read[pair] for pair in told), len(told), sum(read.values())


def thresholds(learnt: Sequence[Learnt]) -> tuple[float, ...]:
    """The highest thresholds that are about as good as the best: a derivation that is none makes two origins one."""
    grid = {ats: around(learnt, ats) for ats in itertools.product(STEPS, repeat=len(learnt))}
    return max((ats for ats, f1 in grid.items() if f1 >= max(grid.values()) - ALIKE), key=lambda ats: (sum(ats), ats))


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
    learnt = {
        name: learn([e for e in examples if e.cited == (name == "cited")], meant) for name, meant in MEANT.items()
    }
    best = thresholds(list(learnt.values()))
    for (name, one), at in zip(learnt.items(), best, strict=True):
        print(f"{name} at {at:.2f}: F1 {{:.3f}}, P {{:.3f}}, R {{:.3f}}".format(*figures([(one, at)])), one.weights)
    print("together: F1 {:.3f}, P {:.3f}, R {:.3f}".format(*figures(zip(learnt.values(), best, strict=True))))
    print("real news: {} right of {} told, {} derived".format(*on_real_news(Reader.load())))
    if args.write:
        written = {
            name: {"bias": one.bias, "at": round(float(at), 2), "weights": one.weights}
            for (name, one), at in zip(learnt.items(), best, strict=True)
        }
        TO.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
