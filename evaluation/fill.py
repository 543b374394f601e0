"""Measures all figures and writes those that README and card publish into their places there.

    make fill

A place is the cell of a table that ends in a comment: `| 0.861 <!-- figure: stories: attributed --> |`. Whatever
stands before the comment is replaced by the figure as `make figures` prints it. A page is written when all of its
figures were measured, else it stays as it is.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.corpora import ROOT, NotBeside
from evaluation.figures import MEASURE
from evaluation.measurement import Measurement, render

PAGES = (ROOT / "README.md", ROOT / "src" / "reportedly" / "reading" / "weights" / "CARD.md")
PLACE = re.compile(r"(?<=\|)(?P<shown>[^|\n<]*)<!-- figure: (?P<measurement>[^:>\n]+): (?P<figure>[^>\n]+) -->")


def places(page: str) -> Iterator[tuple[str, str, str]]:
    """The measurement and the figure of each place in a page, and what stands there now."""
    for match in PLACE.finditer(page):
        yield match["measurement"], match["figure"], match["shown"].strip()


def fill(page: str, measurements: Iterable[Measurement]) -> str:
    """The page with every figure in its place; KeyError names one that was not measured."""
    by_name = {measurement.name: measurement for measurement in measurements}

    def filled(match: re.Match[str]) -> str:
        comment = match[0][len(match["shown"]) :]
        return f" {by_name[match['measurement']].figure(match['figure']).shown} {comment}"

    return PLACE.sub(filled, page)


def main(pages: Iterable[Path] = PAGES) -> int:
    """Prints the measurements and fills the pages; 1 when a figure is missing."""
    measurements = []
    for measure in MEASURE:
        try:
            measurements.append(measure())
        except NotBeside as error:
            print(f"not measured ({measure.__module__}): {error}", file=sys.stderr)
            continue
        print(render(measurements[-1]), end="\n\n", flush=True)
    status = 0
    for path in filter(Path.exists, pages):
        try:
            page = fill(path.read_text(encoding="utf-8"), measurements)
        except KeyError as error:
            print(f"{path.name} stays as it is: {error.args[0]} was not measured", file=sys.stderr)
            status = 1
        else:
            path.write_text(page, encoding="utf-8")
            print(f"filled {path.name}")
    return status


if __name__ == "__main__":
    sys.exit(main())
