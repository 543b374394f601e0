"""How quick reading is and what memory it takes, beside others and its limit, on the same texts in the same run.

    python -m evaluation.benchmark [--rounds N]

Words are regex \\w+, a megabyte is a million bytes. Texts are PolNeAR's development articles, cut to 520 words as the
first study did, and the articles of the development stories. Every pass runs in processes of its own, see
evaluation/stopwatch.py; systems take turns, the median of the rounds counts. Another job on the machine slows all of
them, so the ratios are steadier than the speeds. The others are spaCy's small English pipeline, and textacy's direct
quotations on it; the limit are the encoder's matrix products alone, see evaluation/products.py.
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
SMALL = "small"
NAMES = {
    "reading": "whole reading",
    SMALL: "whole reading, small encoder",
    "spacy": "spaCy",
    "textacy": "textacy quotations",
}
NEEDS = {"spacy": (SPACY,), "textacy": (SPACY, "textacy")}
PEERS = tuple(NEEDS)
STEPS, LIMIT = "steps", "products"  # of the stopwatch
Runs = Mapping[tuple[str, int], list[Row]]  # of a system in so many processes, a run a round
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


def measure_speed(
    *, rounds: int = ROUNDS, processes: Sequence[int] = (1, 2), peers: Sequence[str] = PEERS, by_step: bool = True
) -> Measurement:
    """Words and articles per second of the whole reading and of others, the share of each step, the limit, memory."""
    texts = cut_texts()
    missing = [name for name in peers if any(importlib.util.find_spec(part) is None for part in NEEDS[name])]
    ours = ("reading", SMALL) if by_step else ("reading",)
    systems = [(name, n) for name in (*ours, *peers) if name not in missing for n in processes]
    systems += [(name, 1) for name in (STEPS, LIMIT) if by_step and importlib.util.find_spec("onnx")]
    runs: Runs = {system: [] for system in systems}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "texts.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in texts), encoding="utf-8")
        for _ in range(rounds):
            for name, count in systems:
                runs[name, count].append(_stopwatch(name, path, count))
    return speed_of(runs, peers=peers, measured_on=digest([polnear_dev(), *dev_stories()]))


def speed_of(runs: Runs, *, peers: Sequence[str] = PEERS, measured_on: str) -> Measurement:
    """The figures of runs by system and processes; those of `peers` that are not among them are unmeasured."""
    first = runs["reading", 1][0]
    figures: list[Figure] = []
    remarks: list[str] = []
    for (name, count), rows in runs.items():
        if name in NAMES:
            who = f"{NAMES[name]}, {count} process{'es' * (count > 1)}"
            figures += _speeds(who, rows)
            remarks.append(f"{who}: {rows[0]['system']}, {rows[0]['failures']} articles not read")
    unmeasured = {
        f"times {NAMES[name]}": f"{' or '.join(NEEDS[name])} is not installed; run: make benchmark"
        for name in peers
        if (name, 1) not in runs
    }
    for name in peers:
        if (name, 1) in runs:
            figures.append(_ratio(f"times {NAMES[name]}", runs[name, 1], runs["reading", 1], "cpu"))
            if (SMALL, 1) in runs:
                figures.append(_ratio(f"times {NAMES[name]}, small encoder", runs[name, 1], runs[SMALL, 1], "cpu"))
    if ("reading", 2) in runs:
        figures.append(_ratio("two processes to one, by the clock", runs["reading", 1], runs["reading", 2], "wall"))
    figures += _shares(runs.get((STEPS, 1), []))
    if (LIMIT, 1) in runs:
        spent = [row | {"cpu": row["steps"]["encoder"]} for row in runs[STEPS, 1]]
        figures.append(_ratio("encoder to its matrix products", spent, runs[LIMIT, 1], "cpu"))
        figures.append(_ratio("whole reading to them", runs["reading", 1], runs[LIMIT, 1], "cpu"))
    figures += [
        Figure(
            name="peak memory, batch" if name == "reading" else f"peak memory, {NAMES[name]}",
            value=max(row["peak"] for row in rows),
            digits=0,
            unit="MB",
            counts=f"{first['articles']} articles, 1 process",
        )
        for (name, count), rows in runs.items()
        if name in NAMES and count == 1
    ]
    remarks.append("growth from 1,000 to 100,000 articles: python -m evaluation.growth")
    if ("spacy", 1) in runs:
        times = next(figure.value for figure in figures if figure.name == f"times {NAMES['spacy']}")
        remarks.append(f"whole reading, default tier: {times:.1f} times spaCy en_core_web_sm (words per CPU second)")
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


def _stopwatch(system: str, texts: Path, processes: int) -> Row:
    command = [sys.executable, "-m", "evaluation.stopwatch", system, str(texts), "--processes", str(processes)]
    row: Row = json.loads(_output(command))
    return row


def _output(command: Sequence[str]) -> str:
    # an installation has its modules compiled, which a shell may forbid a checkout to keep
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


def _timed(command: Sequence[str]) -> float:
    before = time.perf_counter()
    _output(command)
    return time.perf_counter() - before


def _speeds(who: str, rows: Sequence[Row]) -> Iterator[Figure]:
    """Words and articles per CPU second and per second by the clock."""
    for clock, name, per in (("cpu", "CPU", "CPU s"), ("wall", "wall", "s")):
        speeds = [row["words"] / row[clock] for row in rows]
        articles = statistics.median(row["articles"] / row[clock] for row in rows)
        ranged = f"{_range(speeds, 0)}{', ' * (len(rows) > 1)}{articles:,.1f} articles / {per}"
        name = f"{who}, {name}"
        yield Figure(name=name, value=statistics.median(speeds), digits=0, unit=f"words / {per}", counts=ranged)


def _ratio(name: str, above: Sequence[Row], below: Sequence[Row], clock: str) -> Figure:
    """How many times as long one system takes as another, the median over the rounds."""
    ratios = [one[clock] / other[clock] for one, other in zip(above, below, strict=True)]
    return Figure(name=name, value=statistics.median(ratios), digits=2, counts=_range(ratios, 2))


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
