"""How quick reading is and what memory it takes, beside spaCy's small pipeline on the same texts in the same run.

    python -m evaluation.benchmark [--rounds N]

Words are regex \\w+, a megabyte is a million bytes. Texts are PolNeAR's development articles, cut to 520 words as the
first study did, and the articles of the development stories. Every pass runs in a process of its own, see
evaluation/stopwatch.py; systems take turns, the median of the rounds counts. Another job on the machine slows all of
them, so the ratio is steadier than the speeds.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from evaluation.corpora import ROOT, Row, dev_stories, digest, polnear_dev, story_of
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import polnear_rows, story_rows
from evaluation.stopwatch import SPACY, megabytes

SPEED = "speed"
FOOTPRINT = "footprint"
ROUNDS = 3
STARTS = 7
CUT = 520  # words
EXAMPLE = ROOT / "examples" / "article.json"
HEAVY = ("duckdb", "httpx", "jinja2", "numpy", "onnxruntime", "rich", "tokenizers", "trafilatura")
BARE = "import numpy, onnxruntime"
IMPORT = """
import json, sys, time
before = time.perf_counter()
import reportedly
took = time.perf_counter() - before
print(json.dumps({"took": took, "loaded": sorted({name.partition(".")[0] for name in sys.modules})}))
"""


def measure_speed(*, rounds: int = ROUNDS, threads: Sequence[int] = (1, 2), by_step: bool = True) -> Measurement:
    """Words per second of the whole reading and of spaCy's pipeline, the share of each step, the memory of a batch."""
    texts = cut_texts()
    systems = [("reading", n) for n in threads] + ([("spacy", 1)] if importlib.util.find_spec(SPACY) else [])
    runs: dict[tuple[str, int], list[Row]] = {system: [] for system in systems}
    steps: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in texts), encoding="utf-8")
        for _ in range(rounds):
            for name, count in systems:
                runs[name, count].append(_stopwatch(name, path, count))
            if by_step:
                steps.append(_stopwatch("steps", path, 1))
    return speed_of(runs, steps, measured_on=digest([polnear_dev(), *dev_stories()]))


def speed_of(
    runs: Mapping[tuple[str, int], Sequence[Row]], steps: Sequence[Row] = (), *, measured_on: str
) -> Measurement:
    """The figures of runs by system and threads, and of runs in which each step was clocked."""
    (first, *_), *_ = runs.values()
    figures, remarks, unmeasured = [], [], {}
    for (name, threads), rows in runs.items():
        counted = f"{threads} thread{'s' * (threads > 1)}"
        who = "whole reading" if name == "reading" else "spaCy en_core_web_sm"
        cpu, wall = [[row["words"] / row[clock] for row in rows] for clock in ("cpu", "wall")]
        figures += [_speed(f"{who}, {counted}, CPU", cpu, "CPU s"), _speed(f"{who}, {counted}, wall", wall, "s")]
        remarks.append(f"{who}, {counted}: {rows[0]['system']}, {rows[0]['failures']} articles not read")
    if ("spacy", 1) in runs:
        pairs = zip(runs["reading", 1], runs["spacy", 1], strict=True)
        ratios = [peer["cpu"] / own["cpu"] for own, peer in pairs]
        figures.append(Figure(name="times spaCy", value=statistics.median(ratios), digits=2, counts=_range(ratios, 2)))
        remarks.append(
            f"whole reading: {statistics.median(ratios):.1f} times spaCy en_core_web_sm (words per CPU second)"
        )
    else:
        unmeasured["times spaCy"] = "spaCy is not installed; run: make benchmark"
    figures += _shares(steps)
    figures.append(
        Figure(
            name="peak memory, batch",
            value=max(row["peak"] for row in runs["reading", 1]),
            digits=0,
            unit="MB",
            counts=f"{first['articles']} articles, 1 thread",
        )
    )
    return Measurement(
        name=SPEED,
        about=f"speed: {first['articles']} articles of {CUT} words and less, {first['words']:,} words, batched",
        measured_on=measured_on,
        figures=tuple(figures),
        unmeasured=unmeasured,
        remarks=tuple(remarks),
    )


def measure_footprint(*, starts: int = STARTS) -> Measurement:
    """What one article costs whoever types `reportedly read`: seconds from a cold start, memory, the wheel."""
    command = [str(Path(sys.executable).parent / "reportedly"), "read", str(EXAMPLE)]
    bare = [sys.executable, "-c", BARE]
    _timed(command), _timed(bare)  # the first start reads files from the disk and compiles modules
    pairs = [(_timed(command), _timed(bare)) for _ in range(starts)]
    cold, floor = (statistics.median(times) for times in zip(*pairs, strict=True))
    peak = megabytes(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
    imports = [json.loads(_output([sys.executable, "-c", IMPORT])) for _ in range(starts)]
    loaded = sorted(set(HEAVY) & set(imports[0]["loaded"]))
    figures = [
        Figure(name="cold start", value=cold, digits=2, unit="s", counts=f"median of {starts}"),
        Figure(name="import numpy, onnxruntime", value=floor, digits=2, unit="s", counts=f"median of {starts}"),
        Figure(name="cold start above 1.5 x import", value=cold - 1.5 * floor, digits=2, unit="s"),
        Figure(name="peak memory, one article", value=peak, digits=0, unit="MB"),
        Figure(name="import reportedly", value=statistics.median(row["took"] for row in imports), unit="s"),
        Figure(name="heavy libraries it loads", value=len(loaded), digits=0, counts=", ".join(loaded)),
    ]
    wheel, reason = weigh_wheel()
    if wheel is not None:
        figures.append(Figure(name="wheel", value=wheel, digits=1, unit="MB"))
    return Measurement(
        name=FOOTPRINT,
        about=f"footprint: reportedly read {EXAMPLE.relative_to(ROOT)}, in a fresh process",
        measured_on=digest([EXAMPLE]),
        figures=tuple(figures),
        unmeasured={} if wheel is not None else {"wheel": reason},
    )


def weigh_wheel() -> tuple[float | None, str]:
    """The megabytes of a wheel built from what is here now; without one, the reason."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", str(ROOT)]
        done = subprocess.run([*command, "--wheel-dir", folder], capture_output=True, text=True, check=False)
        sizes = [path.stat().st_size / 1e6 for path in Path(folder).glob("*.whl")]
    return (sizes[0], "") if sizes else (None, f"it cannot be built: {done.stderr.strip()[-200:]}")


def cut_texts() -> list[Row]:
    """The texts that speed is measured on."""
    rows = polnear_rows() + story_rows(map(story_of, dev_stories()))
    return [row | {"text": cut(row["text"])} for row in rows]


def cut(text: str, *, most: int = CUT) -> str:
    """The text up to the end of its last word that counts."""
    ends = [match.end() for match in re.finditer(r"\w+", text)]
    return text if len(ends) <= most else text[: ends[most - 1]]


def machine() -> str:
    """The processor and how many cores this process may use."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{_processor()}, {cores} cores, Python {sys.version.split()[0]}"


def _processor() -> str:
    listed = Path("/proc/cpuinfo")
    lines: Iterator[str] = iter(listed.read_text().splitlines() if listed.exists() else ())
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), sys.platform)


def _stopwatch(system: str, texts: Path, threads: int) -> Row:
    command = [sys.executable, "-m", "evaluation.stopwatch", system, str(texts), "--threads", str(threads)]
    row: Row = json.loads(_output(command))
    return row


def _output(command: Sequence[str]) -> str:
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def _timed(command: Sequence[str]) -> float:
    before = time.perf_counter()
    _output(command)
    return time.perf_counter() - before


def _speed(name: str, speeds: Sequence[float], per: str) -> Figure:
    unit = f"words / {per}"
    return Figure(name=name, value=statistics.median(speeds), digits=0, unit=unit, counts=_range(speeds, 0))


def _shares(steps: Sequence[Row]) -> list[Figure]:
    """What each step takes of a whole reading, in per cent of its CPU time."""
    spent = {step: sum(row["steps"][step] for row in steps) for row in steps[:1] for step in row["steps"]}
    whole = sum(row["cpu"] for row in steps)
    rest = {"all else": whole - sum(spent.values())} if steps else {}
    return [
        Figure(name=f"step: {step}", value=100 * took / whole, digits=1, unit="%")
        for step, took in (spent | rest).items()
    ]


def _range(values: Sequence[float], digits: int) -> str:
    return f"{min(values):,.{digits}f} to {max(values):,.{digits}f}" if len(values) > 1 else ""


def main() -> None:
    """Prints both measurements."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    given = parser.parse_args()
    print(f"machine: {machine()}\n")
    print(render(measure_footprint()), end="\n\n")
    print(render(measure_speed(rounds=given.rounds)))


if __name__ == "__main__":
    main()
