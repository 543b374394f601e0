"""Measures what has a floor in evaluation/floors.toml, and fails where a figure is beyond it.

    make floors

Where ../shared is not beside the repository, what needs it is skipped, and the output says so. Speed is measured in
one round, so its floor leaves room for a busy machine.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable

from evaluation import benchmark
from evaluation.corpora import NotBeside
from evaluation.measurement import held
from evaluation.measurements import ACCURACY, Measure

MEASURE: tuple[tuple[str, Measure], ...] = (
    # these two start processes, which count the memory of whoever starts them as their own
    (benchmark.FOOTPRINT, lambda: benchmark.measure_footprint(starts=3)),
    (benchmark.SPEED, lambda: benchmark.measure_speed(rounds=1, processes=(1,), peers=("spacy",), by_step=False)),
    *ACCURACY,
)


def check(name: str, measure: Measure) -> list[str]:
    """What is wrong with one measurement; prints a line about it."""
    floors = held(name)
    try:
        measurement = measure()
    except NotBeside as error:
        print(f"skipped  {name}: {error}", flush=True)
        return []
    breaches = list(floors.breaches(measurement))
    for figure, reason in measurement.unmeasured.items():
        print(f"skipped  {name}, {figure}: {reason}", flush=True)
    for breach in breaches:
        print(f"FAILED   {name}: {breach}", flush=True)
    if not breaches:
        print(f"held     {name}: {len(floors.bounds)} figures with bounds", flush=True)
    return breaches


def main(measurements: Iterable[tuple[str, Measure]] = MEASURE) -> int:
    """Checks every measurement; 1 when a figure is beyond its floor or ceiling."""
    return 1 if sum(len(check(name, measure)) for name, measure in measurements) else 0


if __name__ == "__main__":
    sys.exit(main())
