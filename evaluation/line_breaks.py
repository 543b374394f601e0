"""How well attributions are found where the lines of a text are not its paragraphs, measured on PolNeAR's articles.

    python -m evaluation.line_breaks

The development articles once more, with other line breaks: all of it in one line, as archives and programming
interfaces have it, and wrapped, as agency copy and e-mail have it. Blanks and line breaks take each other's place one
for one, so the annotation holds as it is; the measure is attributed F1, as in `evaluation.polnear`.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from evaluation import readings
from evaluation.corpora import Row, lines_of, polnear_dev, scorer
from evaluation.measurement import Figure, Measurement, render
from evaluation.polnear import attributions, measured_on

NAME = "line breaks"
WIDTH = 72
_PARAGRAPH = re.compile(r"[^\n]+")


def in_one_line(text: str) -> str:
    """The text with a blank for each line break."""
    return text.replace("\n", " ")


def wrapped(text: str) -> str:
    """The text with a line break for the last blank that fits on a line, again and again."""
    characters = list(text)
    for paragraph in _PARAGRAPH.finditer(text):
        start, end = paragraph.span()
        while end - start > WIDTH and (blank := text.rfind(" ", start, start + WIDTH)) > start:
            characters[blank] = "\n"
            start = blank + 1
    return "".join(characters)


def measure() -> Measurement:
    """The figures on the development articles with other line breaks."""
    return Measurement(
        name=NAME,
        about="PolNeAR dev with other line breaks, attributed F1",
        measured_on=measured_on(),
        figures=tuple(
            Figure(name=name, value=100 * _attributed(change), digits=1)
            for name, change in (("in one line", in_one_line), (f"wrapped at {WIDTH}", wrapped))
        ),
    )


def _attributed(change: Callable[[str], str]) -> float:
    rows: list[Row] = [{**row, "text": change(row["text"])} for row in readings.polnear_rows()]
    found = readings.read(readings.reader(), rows)
    predicted = {id: attributions(reading) for id, reading in found.by_id.items()}
    result = scorer("polnear").score(lines_of(polnear_dev()), predicted, boot=1)
    f1: float = result["attribution"]["attributed"]["f1"]
    return f1


if __name__ == "__main__":
    print(render(measure()))
