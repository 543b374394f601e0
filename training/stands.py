"""Learns which signs show that a statement is a stand, and which stance; writes lists/stand_signs.json.

    python -m training.stands src/reportedly/reading/weights

Signs are weighed on all training stories but the held-out ones and on the real articles (logistic regression with a
ridge). How much the encoder's own scores add, and from where on a statement counts, is chosen on the held-out ones,
which the encoder has not learnt, the latter on whole readings. training.acts comes first.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import reportedly.reading
from evaluation.corpora import scorer
from evaluation.readings import read, story_rows
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.weights import StandWeights, stand_weights
from reportedly.reading.reader import Reader
from reportedly.reading.scoring.acts import act_weights
from reportedly.reading.scoring.acts import signs_of as words_of
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.leanings import Leaning, Leanings
from reportedly.reading.scoring.sections import sections_of
from reportedly.records.article import Article
from reportedly.records.position import STANCES
from training.acts import statements_of
from training.held_out import UNSEEN
from training.signs import logistic
from training.stories import all_stories, real_articles
from training.tune import Remembered

OUT = Path(reportedly.reading.__file__).parent / "lists" / "stand_signs.json"
SOURCING = {
    "named": "on_record", "spokesperson": "spokesperson", "organisation": "institution", "document": "document",
    "outlet": "outlet", "anonymous": "unnamed", "none": "none",
}  # fmt: skip
RIDGE = 5.0
LEAST = 6  # statements that a sign must stand in to be weighed
SMALL = 0.05  # weights below it are left out
# so few are held out that one of finer steps would be best by chance
LEANING = (0.0, 0.5, 1.0, 1.5)
AT = (-3.0, -2.4, -1.8, -1.2, -0.6)
STANCE = (0.0, 0.3, 1.0)


@dataclass(frozen=True)
class Example:
    """A statement of the gold: its signs, the stance that it shows (None: none), and what the encoder says of it."""

    signs: frozenset[str]
    stance: str | None
    leaning: Leaning


def told_of(text: str, number: int, rows: list[dict[str, Any]]) -> Told:
    """The gold statement at this place, as far as signs go."""
    row = rows[number]
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
        words=words_of(text, row["cue_span"], row["content_spans"], row["mode"], row["within"] is not None),
        turns=max(1, sum(_holder(other) is not None and _holder(other) == _holder(row) for other in rows)),
        third=number * 3 // len(rows),
    )


def _holder(row: dict[str, Any]) -> str | None:
    """Who would hold the position of a gold statement."""
    holder: str | None = row["speaks_for"] or row["speaker"]
    return holder


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
        read = [{**statement, "act": act} for statement, act in zip(row["statements"], acts, strict=True)]
        read.sort(key=lambda statement: statement["content_spans"][0][0])
        for number, statement in enumerate(read):
            spans = [article.span(start, end) for start, end in statement["content_spans"]]
            yield Example(
                signs_of(told_of(article.text, number, read)),
                stances.get(statement["id"]),
                Leaning() if leanings is None else leanings.over(spans),
            )


def learnt_from(rows: list[frozenset[str]], wanted: list[bool]) -> dict[str, float]:
    """What each sign adds to the log-odds of the wanted rows."""
    found = logistic(rows, wanted, ridge=RIDGE, least=LEAST)
    return {name: weight for name, weight in found.items() if name == "always" or abs(weight) >= SMALL}


def average_precision(odds: Sequence[float], wanted: Sequence[bool]) -> float:
    """The mean, over the wanted rows from the best odds down, of how many are wanted so far."""
    order = np.array(wanted)[np.argsort(-np.array(odds), kind="stable")]
    return float((order.cumsum() / np.arange(1, len(order) + 1))[order].mean())


class Readings:
    """Positions of whole readings of the held-out stories, by the weights that are in the file."""

    def __init__(self, encoder: Encoder, stories: list[dict[str, Any]]) -> None:
        self._reader = Reader(Remembered(encoder))  # type: ignore[arg-type]
        self._stories = stories

    def f1(self, stored: dict[str, Any]) -> float:
        """F1 of positions with these weights."""
        OUT.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")
        stand_weights.cache_clear()
        found = read(self._reader, story_rows(self._stories)).by_id
        rules = scorer("stories")
        tally = rules.Tally()
        for story in self._stories:
            for article in story["articles"]:
                rules.score_reading(story, article, found[article["id"]], tally)
        return float(tally.figures()["positions"]["F1"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    encoder = Encoder.load(parser.parse_args().weights, threads=1)
    stories = all_stories()
    held_stories = [s for s in stories if s["story"] in UNSEEN]
    learnt = list(examples([*(s for s in stories if s["story"] not in UNSEEN), *real_articles()], None))
    holds = learnt_from([e.signs for e in learnt], [e.stance is not None for e in learnt])
    stands = [e for e in learnt if e.stance is not None]
    stances = {name: learnt_from([e.signs for e in stands], [e.stance == name for e in stands]) for name in STANCES}
    held = list(examples(held_stories, encoder))
    shown = [e for e in held if e.stance is not None]

    def precise(leaning: float) -> float:
        weights = StandWeights(holds=holds, stances=stances, leaning=leaning, stance=0.0, at=0.0)
        return average_precision([weights.odds(e.signs, e.leaning) for e in held], [e.stance is not None for e in held])

    def right(weight: float) -> float:
        weights = StandWeights(holds=holds, stances=stances, leaning=0.0, stance=weight, at=0.0)
        return float(np.mean([weights.stance_of(e.signs, e.leaning) == e.stance for e in shown]))

    leaning, stance = max(LEANING, key=precise), max(STANCE, key=right)
    stored = {"holds": holds, "stances": stances, "leaning": leaning, "stance": stance}
    readings = Readings(encoder, held_stories)
    reached = {at: readings.f1({**stored, "at": at}) for at in AT}
    at = max(AT, key=lambda at: reached[at])
    print(f"held-out statements: {len(held)}, stands {len(shown)}; {len(holds)} signs")
    print(f"leaning {leaning}, average precision", " ".join(f"{w}:{precise(w):.3f}" for w in LEANING))
    print(f"stance {stance}, right", " ".join(f"{w}:{right(w):.3f}" for w in STANCE))
    print(f"at {at}, F1 of whole readings", " ".join(f"{w}:{f1:.3f}" for w, f1 in reached.items()))
    OUT.write_text(json.dumps({**stored, "at": at}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
