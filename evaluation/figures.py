"""Prints every figure of README and card in one run, its bounds beside it; writes nothing.

    make figures

The bounds are those of evaluation/floors.toml: CI fails under a floor and over a ceiling; a target (at least) or
limit (at most) is what the work set out to reach.
"""

from __future__ import annotations

import sys

from evaluation import benchmark
from evaluation.corpora import NotBeside
from evaluation.measurement import render
from evaluation.measurements import ACCURACY, Measure

# footprint and speed come first: they start processes, which count the memory of whoever starts them as their own
MEASURE: tuple[Measure, ...] = (
    benchmark.measure_footprint,
    benchmark.measure_speed,
    *(measure for _, measure in ACCURACY),
)


def main() -> int:
    """Prints the measurements; 1 when one of them could not be made."""
    status = 0
    print(f"machine: {benchmark.machine()}")
    for measure in MEASURE:
        try:
            print(f"\n{render(measure())}", flush=True)
        except NotBeside as error:
            print(f"\nnot measured ({measure.__module__}): {error}", flush=True)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
