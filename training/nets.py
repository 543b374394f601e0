"""Small networks learnt by Adam (Kingma & Ba 2015), several of which vote."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from reportedly.trace.kinds import CLIP, Net
from reportedly.trace.matching import Floats

UNITS, VOTES, BATCH = 32, 6, 256

Ints = npt.NDArray[np.int64]
Array = npt.NDArray[np.float64]


def net_of(features: Floats, of: Ints, weights: Floats, classes: int, decay: float, passes: int) -> Net:
    """Networks that tell classes by features, each learnt from its own start."""
    mean, scale = features.mean(0), np.maximum(features.std(0), 1e-2)
    inputs = ((features - mean) / scale).clip(-CLIP, CLIP)
    votes = [_one(inputs, np.eye(classes)[of], weights / weights.mean(), decay, passes, seed) for seed in range(VOTES)]
    linear, hidden, out = (np.stack(parts).astype(np.float32) for parts in zip(*votes, strict=True))
    return Net(mean, scale, linear, hidden, out)


def _one(inputs: Floats, wanted: Array, weights: Floats, decay: float, passes: int, seed: int) -> tuple[Array, ...]:
    chance = np.random.default_rng(seed)
    rows, width = inputs.shape
    linear = np.zeros((width, wanted.shape[1]))
    hidden = np.r_[chance.normal(0, width**-0.5, (width, UNITS)), np.zeros((1, UNITS))]
    out = np.r_[chance.normal(0, 0.5 * UNITS**-0.5, (UNITS, wanted.shape[1])), np.zeros((1, wanted.shape[1]))]
    parts = (linear, hidden, out)
    first, second = [np.zeros_like(part) for part in parts], [np.zeros_like(part) for part in parts]
    step, steps = 0, passes * (rows // BATCH + 1)
    for _ in range(passes):
        order = chance.permutation(rows)
        for start in range(0, rows, BATCH):
            step += 1
            at = order[start : start + BATCH]
            here = inputs[at]
            units = np.maximum(here @ hidden[:-1] + hidden[-1], 0)
            logits = here @ linear + units @ out[:-1] + out[-1]
            powers = np.exp(logits - logits.max(1, keepdims=True))
            slope = (powers / powers.sum(1, keepdims=True) - wanted[at]) * weights[at, None] / len(at)
            below = (slope @ out[:-1].T) * (units > 0)
            slopes = (
                here.T @ slope + decay * linear,
                np.r_[here.T @ below + decay * hidden[:-1], below.sum(0, keepdims=True)],
                np.r_[units.T @ slope + decay * out[:-1], slope.sum(0, keepdims=True)],
            )
            rate = 3e-3 * (1 - step / steps)
            for part, one, two, change in zip(parts, first, second, slopes, strict=True):
                one += 0.1 * (change - one)
                two += 0.001 * (change * change - two)
                part -= rate * (one / (1 - 0.9**step)) / (np.sqrt(two / (1 - 0.999**step)) + 1e-8)
    return parts
