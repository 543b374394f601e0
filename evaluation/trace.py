"""How well the trace tells where claims come from, what was made from what, and which articles tell of one happening.

    python -m evaluation.trace [--training] [--readings FILE.jsonl]

Each story is traced in a store of its own, then all stories in one. Printed twice: on perfect readings made from the
gold (evaluation/gold_readings.py), and on those of the shipped Reader, or those in a file. The figures are those of
../shared/stories/score.py trace.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from evaluation import readings
from evaluation.corpora import Row, corpus, dev_stories, digest, scorer, story_of
from evaluation.gold import stories
from evaluation.gold_readings import gold_readings
from evaluation.measurement import Figure, Measurement, render
from reportedly.records import Reading, Trace
from reportedly.records.codec import decode, encode, parse_line
from reportedly.trace.traces import trace

NAMES = (
    "claims BCubed precision", "claims BCubed recall", "origins", "origins where several", "origins over",
    "false_support", "variants", "variant how", "first_report", "derivations", "derivation credited",
    "derivation kind", "contradictions",
)  # fmt: skip


def trace_of(held: Sequence[Reading]) -> Trace:
    """The trace of a store that holds these readings."""
    return trace(held)


def score(golds: Iterable[Row], traces: Mapping[str, Trace]) -> Mapping[str, Any]:
    """The scorer's figures for gold stories, each with its trace by name."""
    counts = scorer("stories").Tally()
    for gold in golds:
        scorer("stories").score_trace(gold, encode(traces[gold["story"]]), counts)
    figures: Mapping[str, Any] = counts.figures()
    return figures


def alone(golds: Sequence[Row], by_id: Mapping[str, Reading]) -> dict[str, Trace]:
    """The trace of each story in a store of its own."""
    return {gold["story"]: trace_of([by_id[a["id"]] for a in gold["articles"] if a["id"] in by_id]) for gold in golds}


def together(golds: Sequence[Row], by_id: Mapping[str, Reading]) -> dict[str, Trace]:
    """The trace of all stories in one store, for each of them."""
    whole = trace_of(list(by_id.values()))
    return {gold["story"]: whole for gold in golds}


def mixed_stories(golds: Sequence[Row], found: Trace) -> Figure:
    """In how many found stories articles of two gold stories stand."""
    gold_of = {article["id"]: gold["story"] for gold in golds for article in gold["articles"]}
    mixed = sum(len({gold_of[article] for article in story.articles}) > 1 for story in found.stories)
    return Figure(
        name="stories that mix", value=mixed, digits=0, counts=f"{len(found.stories)} found, {len(golds)} gold"
    )


def mixed_claims(golds: Sequence[Row], found: Trace) -> Figure:
    """In how many claims statements of two gold stories stand."""
    gold_of = {article["id"]: gold["story"] for gold in golds for article in gold["articles"]}
    mixed = sum(len({gold_of[told.article] for told in claim.statements}) > 1 for claim in found.claims)
    return Figure(name="claims that mix", value=mixed, digits=0, counts=f"{len(found.claims):,} found")


def measure(paths: Sequence[Path], by_id: Mapping[str, Reading], name: str) -> Measurement:
    """The figures on these stories with these readings."""
    golds = [story_of(path) for path in paths]
    own, one = alone(golds, by_id), together(golds, by_id)
    figures, in_one = score(golds, own), score(golds, one)
    return Measurement(
        name=name,
        about=f"{name}: {len(golds)} stories, {sum(len(gold['articles']) for gold in golds)} articles",
        measured_on=digest([*paths, corpus("stories", "score.py")]),
        figures=(
            *(figure for of in NAMES for figure in figures_of(of, of, figures)),
            *(figure for of in NAMES for figure in figures_of(of, f"{of}, one store", in_one)),
            Figure(
                name="stories found where there is one",
                value=max(len(found.stories) for found in own.values()),
                digits=0,
            ),
            mixed_stories(golds, next(iter(one.values()))),
            mixed_claims(golds, next(iter(one.values()))),
        ),
    )


def measure_gold(paths: Sequence[Path] | None = None) -> Measurement:
    """The figures with perfect readings."""
    paths = dev_stories() if paths is None else paths
    return measure(paths, {g.reading.article.id: g.reading for g in gold_readings(paths)}, "trace, perfect readings")


def measure_ours(paths: Sequence[Path] | None = None, found: Iterable[Reading] | None = None) -> Measurement:
    """The figures with the readings of the shipped Reader, or those given."""
    held = found if found is not None else _read()
    return measure(dev_stories() if paths is None else paths, {r.article.id: r for r in held}, "trace, our readings")


def _read() -> list[Reading]:
    records = (decode(row) for row in readings.of_stories().by_id.values())
    return [record for record in records if isinstance(record, Reading)]


def figures_of(of: str, name: str, figures: Mapping[str, Any]) -> list[Figure]:
    """One of the scorer's figures under a name, an F1 with its counts; none where it was not asked for."""
    row = figures.get(of)
    if row is None:
        return []
    if "F1" in row:
        counts = f"{row['tp']:,} of {row['pred']:,} found, {row['gold']:,} gold"
        return [Figure(name=name, value=row["F1"], counts=counts)]
    if "mean" in row:
        return [Figure(name=name, value=row["mean"], counts=f"{row['n']:,} statements")]
    return [Figure(name=name, value=row["accuracy"], counts=f"{row['right']:,} of {row['asked']:,}")]


def main() -> int:
    """Prints the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--training", action="store_true", help="the training stories, to look for errors")
    parser.add_argument("--readings", type=Path, help="readings as JSON Lines, in place of reading anew")
    args = parser.parse_args()
    paths = stories("training") if args.training else dev_stories()
    found = None
    if args.readings:
        lines = args.readings.read_text(encoding="utf-8").split("\n")
        found = [r for r in (parse_line(line) for line in lines if line.strip()) if isinstance(r, Reading)]
    print(render(measure_gold(paths)))
    print(render(measure_ours(paths, found)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
