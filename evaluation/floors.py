"""Measures what has a floor in evaluation/floors.toml, and fails where a figure is beyond it.

    make floors

Where ../shared is not beside the repository, what needs it is skipped, and the output says so. Speed is measured in
one round, so its floor leaves room for a busy machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable

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
from evaluation.measurement import Measurement, held

MEASURE: tuple[tuple[str, Callable[[], Measurement]], ...] = (
    # these two start processes, which count the memory of whoever starts them as their own
    (benchmark.FOOTPRINT, lambda: benchmark.measure_footprint(starts=3)),
    (benchmark.SPEED, lambda: benchmark.measure_speed(rounds=1, threads=(1,), by_step=False)),
    (polnear.NAME, polnear.measure),
    (stories.NAME, stories.measure),
    (first_article.NAME, first_article.measure),
    (calibration.POLNEAR, calibration.measure_polnear),
    (calibration.STORIES, calibration.measure_stories),
    (furniture.NAME, furniture.measure),
    (furniture.POLNEAR, furniture.measure_polnear),
    ("quotations", quotations.measure),
    (coreference.NAME, coreference.measure),
    (timexes.NAME, timexes.measure),
    ("trace, perfect readings", trace.measure_gold),
    ("trace, our readings", trace.measure_ours),
    ("ecb", ecb.measure),
)


def check(name: str, measure: Callable[[], Measurement]) -> list[str]:
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


def main(measurements: Iterable[tuple[str, Callable[[], Measurement]]] = MEASURE) -> int:
    """Checks every measurement; 1 when a figure is beyond its floor or ceiling."""
    return 1 if sum(len(check(name, measure)) for name, measure in measurements) else 0


if __name__ == "__main__":
    sys.exit(main())
