"""Boosted trees that tell pairs by what is known of them, learnt by scikit-learn's histogram gradient boosting."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportedly.records import CHANGES
from reportedly.trace.matching import Floats
from reportedly.trace.trees import Trees

ROUNDS, RATE, LEAVES, LEAST, DECAY, SHARE = 150, 0.06, 12, 40, 5.0, 0.3  # 300 rounds at 0.04 are no better

Ints = npt.NDArray[np.int64]


def trees_of(known: Floats, of: Ints, weights: Floats) -> Trees:
    """Trees that tell the same, any change, contradictions and others apart; `of` are rows of KINDS."""
    from sklearn.ensemble import HistGradientBoostingClassifier  # tests have no need of it

    learnt = HistGradientBoostingClassifier(
        max_iter=ROUNDS, learning_rate=RATE, max_leaf_nodes=LEAVES, min_samples_leaf=LEAST, l2_regularization=DECAY,
        max_features=SHARE, random_state=0,
    ).fit(known, coarse(of), sample_weight=weights)  # fmt: skip
    trees = [tree.nodes for of_round in learnt._predictors for tree in of_round]
    sizes = np.array([len(nodes) for nodes in trees])
    roots = np.concatenate([[0], sizes.cumsum()[:-1]])
    nodes, first = np.concatenate(trees), roots.repeat(sizes)
    leaf, own = nodes["is_leaf"].astype(bool), np.arange(len(first))
    return Trees(
        feature=np.where(leaf, 0, nodes["feature_idx"]).astype(np.int32),
        above=np.where(leaf, 0, nodes["num_threshold"]).astype(np.float32),
        low=np.where(leaf, own, first + nodes["left"]).astype(np.int32),
        high=np.where(leaf, own, first + nodes["right"]).astype(np.int32),
        value=np.where(leaf, nodes["value"], 0).astype(np.float32),
        roots=roots.astype(np.int32),
        start=learnt._baseline_prediction.reshape(-1).astype(np.float32),
    )


def coarse(of: Ints) -> Ints:
    """Rows of KINDS as the trees have them: the same, changed in any way, a contradiction, other."""
    return np.asarray(np.select([of == 0, of <= len(CHANGES), of == len(CHANGES) + 1], [0, 1, 2], 3), np.int64)
