"""Averages the weights of several trainings that began from one another (Wortsman et al., Model soups, ICML 2022).

    python -m training.average runs/a.pt runs/b.pt runs/c.pt --out runs/mean.pt

The last one gives the shape; where an earlier one has fewer rows (it had fewer heads), the mean is of those that have
the row.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor


def average(trainings: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of the weights, name by name, in the shapes of the last training."""
    mean = {}
    for name, shape in trainings[-1].items():
        total, times = torch.zeros_like(shape), torch.zeros_like(shape)
        for weights in trainings:
            rows = tuple(slice(size) for size in weights[name].shape)
            total[rows] += weights[name]
            times[rows] += 1
        mean[name] = total / times
    return mean


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    trained = [torch.load(path, weights_only=False) for path in options.trained]
    torch.save({**trained[-1], "weights": average([one["weights"] for one in trained])}, options.out)


if __name__ == "__main__":
    main()
