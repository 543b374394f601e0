"""Prints every figure of README and card in one run, its bounds beside it; writes nothing.

    make figures

The bounds are those of evaluation/floors.toml: CI fails under a floor and over a ceiling; a target (at least) or
limit (at most) is what the work set out to reach.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from evaluation import (
    benchmark,
    calibration,
    coreference,
    ecb,
    first_article,
    furniture,
    polnear,
    quotations,
    stories,
    timexes,
    trace,
)
from evaluation.corpora import NotBeside
from evaluation.measurement import Measurement, render

# footprint and speed come first: they start processes, which count the memory of whoever starts them as their own
MEASURE: tuple[Callable[[], Measurement], ...] = (
    benchmark.measure_footprint,
    benchmark.measure_speed,
    polnear.measure,
    stories.measure,
    first_article.measure,
    calibration.measure_polnear,
    calibration.measure_stories,
    furniture.measure,
    furniture.measure_polnear,
    quotations.measure,
    coreference.measure,
    timexes.measure,
    trace.measure_gold,
    trace.measure_ours,
    ecb.measure,
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
