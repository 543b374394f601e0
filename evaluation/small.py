"""What the small encoder reads right: the chief figures of PolNeAR's development articles and of the dev stories.

python -m evaluation.small
"""

from __future__ import annotations

from dataclasses import replace

from evaluation import polnear, readings, stories
from evaluation.corpora import corpus, dev_stories, digest, polnear_dev
from evaluation.measurement import Measurement, render

NAME = "small encoder"
ASKED = {
    polnear.NAME: ("attributed F1",),
    stories.NAME: ("attributed", "nested", "chain", "speaker", "act", "contacts", "positions"),
}


def measure() -> Measurement:
    """The figures, each named after the corpus it is of."""
    measured = (
        polnear.measure(readings.of_polnear("small")),
        stories.measure(readings.of_stories("small")),
    )
    found = [replace(of.figure(name), name=f"{of.name}: {name}") for of in measured for name in ASKED[of.name]]
    return Measurement(
        name=NAME,
        about="small encoder: PolNeAR dev, dev stories",
        measured_on=digest(
            [polnear_dev(), corpus("polnear", "score.py"), *dev_stories(), corpus("stories", "score.py")]
        ),
        figures=tuple(found),
    )


if __name__ == "__main__":
    print(render(measure()))
