"""Learns which signs show that a statement is a stand, and which stance; writes lists/stand_signs.json.

    python -m training.stands src/reportedly/reading/weights

Signs are weighed on all training stories but the held-out ones (ridge logistic regression); how much the encoder's
own scores add, and from where on a statement counts, is chosen on the held-out ones, which the encoder has not learnt,
with their acts as they are read (training.acts comes first).
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

import reportedly.reading
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.weights import log_odds
from reportedly.reading.scoring.acts import act_weights
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.leanings import Leaning, Leanings
from reportedly.reading.scoring.sections import sections_of
from reportedly.records.article import Article
from reportedly.records.position import STANCES
from training.acts import statements_of
from training.train import HELD_OUT_STORIES, all_stories

OUT = Path(reportedly.reading.__file__).parent / "lists" / "stand_signs.json"
SOURCING = {
    "named": "on_record", "spokesperson": "spokesperson", "organisation": "institution", "document": "document",
    "outlet": "outlet", "anonymous": "unnamed", "none": "none",
}  # fmt: skip
RIDGE = 3.0
LEANING = (0.0, 0.3, 0.5, 0.7, 1.0, 1.5)
STANCE = (0.0, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0)
Floats = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Example:
    """A statement of the gold: its signs, the stance that it shows (None: none), and what the encoder says of it."""

    signs: frozenset[str]
    stance: str | None
    leaning: Leaning


def told_of(text: str, row: dict[str, Any], rows: list[dict[str, Any]]) -> Told:
    """A gold statement as far as signs go."""
    cue = row["cue_span"] or [0, 0]
    return Told(
        act=row["act"],
        status=row["status"],
        sourcing=SOURCING[row["source_kind"]],
        cue=text[cue[0] : cue[1]],
        before=text[max(0, cue[0] - 12) : cue[0]],
        content=" ".join(text[start:end] for start, end in row["content_spans"]),
        nested=row["within"] is not None,
        reports=any(other["within"] == row["id"] for other in rows),
    )


def stances_of(article: dict[str, Any]) -> dict[str, str]:
    """The stance of each statement that a gold position belongs to: the one of its holder that is most nearly it."""
    found = {}
    for position in article["positions"]:
        start, end = position["evidence_span"]
        near = []
        for row in article["statements"]:
            shared = sum(max(0, min(e, end) - max(s, start)) for s, e in row["content_spans"])
            if shared and position["actor"] in (row["speaker"], row["speaks_for"]):
                near.append((2 * shared / (sum(e - s for s, e in row["content_spans"]) + end - start), row["id"]))
        if near:
            found[max(near)[1]] = position["stance"]
    return found


def examples(stories: list[dict[str, Any]], encoder: Encoder | None) -> Iterator[Example]:
    """The statements of stories; without an encoder their leanings are blank."""
    for row in (article for story in stories for article in story["articles"]):
        article = Article.of(row["text"])
        leanings = None
        acts = [statement["act"] for statement in row["statements"]]
        if encoder is not None:
            acts = [act_weights().best(e.signs, e.of_encoder) for e in statements_of(row, encoder)]
            sections = list(sections_of(encoder.tokenise([article.text])[0]))
            leanings = Leanings()
            for section in sections:
                leanings.add(section, encoder.score([section])[0])
        stances = stances_of(row)
        for statement, act in zip(row["statements"], acts, strict=True):
            spans = [article.span(start, end) for start, end in statement["content_spans"]]
            yield Example(
                signs_of(told_of(article.text, {**statement, "act": act}, row["statements"])),
                stances.get(statement["id"]),
                Leaning() if leanings is None else leanings.over(spans),
            )


def logistic(rows: list[frozenset[str]], wanted: list[bool], pull: float = RIDGE) -> dict[str, float]:
    """The weights of signs that tell the wanted rows from the others, pulled to zero by a ridge."""
    names = ["always", *sorted({sign for row in rows for sign in row})]
    of = np.array([[1.0, *(float(name in row) for name in names[1:])] for row in rows])
    target = np.array(wanted, float)
    weights = np.zeros(len(names))
    ridge = np.diag([1e-3] + [pull] * (len(names) - 1))
    for _ in range(20):
        likely = 1 / (1 + np.exp(-of @ weights))
        slope = of.T @ (target - likely) - ridge @ weights
        weights += np.linalg.solve((of.T * (likely * (1 - likely))) @ of + ridge, slope)
    return {name: round(float(weight), 2) for name, weight in zip(names, weights, strict=True)}


def total(weights: dict[str, float], signs: frozenset[str]) -> float:
    """What the signs weigh together."""
    return weights["always"] + sum(weights.get(sign, 0.0) for sign in signs)


def f1(odds: Floats, wanted: Floats, at: float) -> float:
    """F1 of those from `at` on."""
    taken = odds >= at
    return float(2 * (wanted * taken).sum() / (taken.sum() + wanted.sum()))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    encoder = Encoder.load(parser.parse_args().weights, threads=1)
    stories = all_stories()
    learnt = list(examples([s for s in stories if s["story"] not in HELD_OUT_STORIES], None))
    held = list(examples([s for s in stories if s["story"] in HELD_OUT_STORIES], encoder))
    holds = logistic([e.signs for e in learnt], [e.stance is not None for e in learnt])
    stands = [e for e in learnt if e.stance is not None]
    stances = {name: logistic([e.signs for e in stands], [e.stance == name for e in stands]) for name in STANCES}
    wanted = np.array([e.stance is not None for e in held], float)

    def reached(leaning: float) -> tuple[float, float, float]:
        odds = np.array([total(holds, e.signs) + leaning * log_odds(e.leaning.mean) for e in held])
        return max((f1(odds, wanted, at), leaning, at) for at in np.arange(-8, 2, 0.1))

    best, leaning, at = max(map(reached, LEANING))

    def right(weight: float) -> float:
        shown = [e for e in held if e.stance is not None]
        odds = [
            [
                total(stances[s], e.signs) + weight * np.log(max(p, 1e-3))
                for s, p in zip(STANCES, e.leaning.stances, strict=True)
            ]
            for e in shown
        ]
        return float(np.mean([STANCES[int(np.argmax(o))] == e.stance for o, e in zip(odds, shown, strict=True)]))

    stance = max(STANCE, key=right)
    print(f"held-out statements: {len(held)}, stands {wanted.sum():.0f}, F1 {best:.3f}, stance {right(stance):.3f}")
    print(f"by signs alone: F1 {reached(0.0)[0]:.3f}, stance {right(0.0):.3f}")
    stored = {"holds": holds, "stances": stances, "leaning": leaning, "stance": stance, "at": round(at, 2)}
    OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
