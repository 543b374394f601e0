"""How long a day of news takes: `reportedly batch` on one process and on two, its memory, and the day by extrapolation.

    python -m evaluation.batch [--articles N] [--processes 1 2] [--encoder best|small]

Articles are those of evaluation/growth.py, sentences of the corpora recombined; a day is 150,000 of 500 words. Every
run is a command of its own, with its start; memory is that of its largest process, which more articles should not
change.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from evaluation.growth import readings
from evaluation.stopwatch import megabytes, words
from reportedly.reading.shipped import BEST, ENCODERS

DAY = 150_000 * 500  # words
ARTICLES = 1_000
# the children of a process of its own, so that those of the run before do not count
RUN = """
import resource, subprocess, sys
done = subprocess.run([sys.executable, "-m", "reportedly", "batch", *sys.argv[1:]], stderr=subprocess.DEVNULL)
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
sys.exit(done.returncode)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: what it read, in how many processes, and what that took."""

    articles: int
    words: int
    processes: int
    seconds: float
    peak: float  # megabytes, of the largest process

    @property
    def speed(self) -> float:
        """Words a second, by the clock."""
        return self.words / self.seconds


def measure(articles: int, processes: int, encoder: str) -> Run:
    """Reads so many articles; CalledProcessError when some were not read."""
    with tempfile.TemporaryDirectory() as scratch:
        source, count = Path(scratch) / "news.jsonl", 0
        with source.open("w", encoding="utf-8") as file:
            for text, row in islice(_rows(articles), articles):
                count += words(text)
                file.write(row)
        given = [str(source), str(Path(scratch) / "run"), "--processes", str(processes), "--encoder", encoder]
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", RUN, *given], check=True, capture_output=True, text=True)
        seconds = time.perf_counter() - began
    peak = megabytes(int(done.stdout))
    return Run(articles=articles, words=count, processes=processes, seconds=seconds, peak=peak)


def _rows(articles: int) -> Iterator[tuple[str, str]]:
    for reading in readings(articles):
        article = reading.article
        row = {"text": article.text, "outlet": article.outlet, "url": article.url, "published": article.published}
        yield article.text, json.dumps(row) + "\n"


def shown(runs: list[Run]) -> Iterator[str]:
    """The runs as lines of a report, and how they compare."""
    for run in runs:
        who = (
            f"{run.processes} process{'es' * (run.processes > 1)}: {run.articles:>8,} articles, {run.words:>10,} words"
        )
        speed = f"{run.speed:>8,.0f} words / s, {run.articles / run.seconds:>6.1f} articles / s"
        yield f"{who}, {run.seconds:>7.1f} s, {speed}, {run.peak:>4.0f} MB at most"
    one, more = runs[0], max(runs, key=lambda run: run.processes)
    if one.processes == 1 < more.processes:
        yield f"{more.processes} processes to one: {more.speed / one.speed:.2f}"
    yield f"150,000 articles of 500 words at that speed: {DAY / more.speed / 3600:.2f} h"


def main() -> None:
    """Prints a line for each run, then what follows from them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES)
    parser.add_argument("--processes", type=int, nargs="+", default=[1, 2])
    parser.add_argument("--encoder", choices=ENCODERS, default=BEST)
    options = parser.parse_args()
    for line in shown([measure(options.articles, processes, options.encoder) for processes in options.processes]):
        print(line)


if __name__ == "__main__":
    main()
