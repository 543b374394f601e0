"""Every measurement of accuracy, by the name that its bounds have in evaluation/floors.toml."""

from __future__ import annotations

from collections.abc import Callable

from evaluation import (
    agreement,
    apart,
    calibration,
    coreference,
    ecb,
    first_article,
    furniture,
    line_breaks,
    polnear,
    quotations,
    small,
    stories,
    timexes,
    trace,
)
from evaluation.measurement import Measurement

Measure = Callable[[], Measurement]
ACCURACY: tuple[tuple[str, Measure], ...] = (
    (polnear.NAME, polnear.measure),
    (line_breaks.NAME, line_breaks.measure),
    (stories.NAME, stories.measure),
    (apart.NAME, apart.measure),
    (agreement.NAME, agreement.measure),
    (small.NAME, small.measure),
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
