from __future__ import annotations

import numpy as np
import pytest

from reportedly.trace.kinds import CLIP, KINDS, Judge, Jury, Net
from reportedly.trace.trees import Floats, Trees

# one tree for each of four classes: that of the first asks whether feature 1 is above 0.5, the others are one leaf
TREES: dict[str, list[float]] = {
    "feature": [1, 0, 0, 0, 0, 0],
    "above": [0.5, 0, 0, 0, 0, 0],
    "low": [1, 1, 2, 3, 4, 5],
    "high": [2, 1, 2, 3, 4, 5],
    "value": [0, -1, 3, 0.5, 0, 0],
    "roots": [0, 3, 4, 5],
    "start": [0, 0, 1, 2],
}


def test_a_row_goes_down_each_tree_and_what_the_leaves_say_adds_up() -> None:
    found = Trees.of(TREES).probabilities(np.array([[9, 0.5], [9, 0.6]], np.float32))
    powers = np.exp([[-1, 0.5, 1, 2], [3, 0.5, 1, 2]])
    assert found == pytest.approx(powers / powers.sum(axis=1, keepdims=True), abs=1e-6)


def test_a_row_is_told_alike_beside_however_many_others() -> None:
    trees, rows = Trees.of(TREES), np.random.default_rng(0).random((3000, 2)).astype(np.float32)
    assert (trees.probabilities(rows)[2500:] == trees.probabilities(rows[2500:])).all()
    assert trees.probabilities(rows[:0]).shape == (0, 4)


def constant(*logits: float) -> Net:
    """A network of one vote that says the same of every row of two features."""
    shape = (1, 2, len(logits))
    out = np.zeros((1, 2, len(logits)), np.float32)
    out[0, 1] = logits
    zeros: Floats = np.zeros((1, 3, 1), np.float32)
    return Net(np.zeros(2, np.float32), np.full(2, CLIP, np.float32), np.zeros(shape, np.float32), zeros, out)


def test_trees_and_networks_count_alike_and_networks_tell_which_change() -> None:
    networks = Judge(related=constant(0, 0), kind=constant(*[0] * (len(KINDS) - 1)))
    (found,) = Jury(networks, Trees.of(TREES)).probabilities(np.zeros((1, 2), np.float32))
    (by_trees,) = Trees.of(TREES).probabilities(np.zeros((1, 2), np.float32))
    assert found.sum() == pytest.approx(1, abs=1e-5)
    assert found[0] == pytest.approx((by_trees[0] + 1 / 16) / 2, abs=1e-5)
    assert found[1:7] == pytest.approx(np.full(6, (by_trees[1] / 6 + 1 / 16) / 2), abs=1e-5)
    assert found[-1] == pytest.approx((by_trees[3] + 1 / 2) / 2, abs=1e-5)
