"""How far two careful readers agree on the development stories: what a figure of ours can be compared with.

    python -m evaluation.agreement

A second reader annotated all six stories in November 2026 from their texts and ../shared/stories/SPEC.md alone, blind
to the gold and to our readings, one story at a time (second_reader/, places of contents and evidence for the words).
This reading and its trace are scored against the gold as ours are, by ../shared/stories/score.py. Nothing is learnt
from either. `count` is low for how it is scored: a group keeps here the number that is told of it first.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evaluation import stories, trace
from evaluation.claims import KINDS
from evaluation.corpora import Row, corpus, dev_stories, digest, scorer, story_of
from evaluation.gold_readings import gold_readings
from evaluation.measurement import Measurement, render
from reportedly.records.codec import encode

READ = Path(__file__).parent / "second_reader"
NAME = "two readers"


def measure() -> Measurement:
    """The second reader's figures, the gold being right."""
    golds = [story_of(path) for path in dev_stories()]
    told = [annotated(gold) for gold in golds]
    by_id = {found.reading.article.id: encode(found.reading) for found in gold_readings(told)}
    counts = scorer("stories").Tally()
    for gold, story in zip(golds, told, strict=True):
        scorer("stories").score_trace(gold, trace_of(story), counts)
    traced: Mapping[str, Any] = counts.figures()
    return Measurement(
        name=NAME,
        about=f"a second reader: {len(told)} stories, "
        f"{sum(len(a['statements']) for story in told for a in story['articles']):,} statements",
        measured_on=digest([*dev_stories(), corpus("stories", "score.py"), *READ.glob("*.json")]),
        figures=(
            *stories.figures_of(stories.tally(golds, by_id)),
            *(figure for name in trace.NAMES for figure in trace.figures_of(name, name, traced)),
        ),
    )


def annotated(gold: Row) -> Row:
    """The second reader's annotation of a story, in the format of the gold: its articles, their own annotation."""
    story: Row = json.loads((READ / f"{gold['story']}.json").read_text(encoding="utf-8"))
    own = {article["id"]: article for article in story["articles"]}
    return {**gold, **story, "articles": [_with_words(article | own[article["id"]]) for article in gold["articles"]]}


def _with_words(article: Row) -> Row:
    """An article in which places of contents and evidence are words."""
    text = article["text"]
    return article | {
        "statements": [
            s | {"content": [text[start:end] for start, end in s["content"]]} for s in article["statements"]
        ],
        "contacts": [_shown(text, row) for row in article["contacts"]],
        "positions": [_shown(text, row) for row in article["positions"]],
    }


def _shown(text: str, row: Row) -> Row:
    start, end = row["evidence"]
    return row | {"evidence": text[start:end], "evidence_span": [start, end]}


def trace_of(story: Row) -> Row:
    """An annotated story as a trace: distorted claims are changed retellings of those that they distort."""
    texts = {article["id"]: article["text"] for article in story["articles"]}
    told: dict[str, list[Row]] = {claim["id"]: [] for claim in story["claims"]}
    for article in story["articles"]:
        for statement in article["statements"]:
            if statement["claim"]:
                spans = scorer("stories").gold_spans(texts[article["id"]], statement["content"])
                content = [{"start": s, "end": e, "text": texts[article["id"]][s:e]} for s, e in spans]
                told[statement["claim"]].append(
                    {"article": article["id"], "statement": statement["id"], "content": content}
                )
    return {
        "claims": [
            {
                "id": claim["id"], "statements": told[claim["id"]], "independent_origins": len(claim["origins"]),
                "first_report": [claim["first_report"]], "contradicts": claim["contradicts"],
                "variants": [one | {"how": claim["distortion"]} for one in told[claim["id"]] if claim["distorts"]],
            }
            for claim in story["claims"]
        ],
        "derivations": [
            {"from": made["article"], "to": article["id"], "kind": KINDS[made["how"]], "credited": made["credited"]}
            for article in story["articles"]
            for made in article["derived_from"]
        ],
    }  # fmt: skip


def main() -> int:
    """Prints the second reader's figures."""
    print(render(measure()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
