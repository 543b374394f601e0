"""Learns which signs tell the act of a statement; writes lists/act_signs.json.

    python -m training.acts src/reportedly/reading/weights

Signs are weighed on all training stories but the held-out ones (softmax regression with a ridge); how much the
encoder's own scores add is chosen on the held-out ones, which the encoder has not learnt.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F

import reportedly.reading
from reportedly.reading.scoring.acts import ActWeights, signs_of
from reportedly.reading.scoring.decode import softmax
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.sections import sections_of
from reportedly.records.article import Article
from reportedly.records.statement import ACTS, Act
from training.held_out import HELD_OUT_STORIES
from training.stories import all_stories

OUT = Path(reportedly.reading.__file__).parent / "lists" / "act_signs.json"
RIDGE = 3.0
LEAST = 10  # statements that a sign must stand in to be weighed
SMALL = 0.15  # weights below it are left out
ENCODER = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0, 1.3, 1.6, 2.0)


@dataclass(frozen=True)
class Example:
    """A statement of the gold: its signs, its act, and the encoder's probabilities of the acts."""

    signs: frozenset[str]
    act: Act
    of_encoder: tuple[float, ...]


def statements_of(row: dict[str, Any], encoder: Encoder | None) -> Iterator[Example]:
    """The statements of an article of the gold; without an encoder every act is as probable."""
    article = Article.of(row["text"])
    sections = [] if encoder is None else list(sections_of(encoder.tokenise([article.text])[0]))
    scored = [] if encoder is None else [(s, encoder.score([s])[0].tags[:, COLUMNS["act"]]) for s in sections]
    for statement in row["statements"]:
        cue, content = statement["cue_span"], statement["content_spans"]
        at = cue or content[0]
        of_encoder = (1 / len(ACTS),) * len(ACTS)
        if scored:
            pieces, logits = next(s for s in reversed(scored) if s[0].starts[0] <= at[0])
            first = Places(article, pieces).run(article.span(*at))[0]
            of_encoder = tuple(float(p) for p in softmax(logits[first]))
        signs = signs_of(article.text, cue, content, statement["mode"], statement["within"] is not None)
        yield Example(signs, statement["act"], of_encoder)


def examples(stories: list[dict[str, Any]], encoder: Encoder | None) -> list[Example]:
    """The statements of stories."""
    return [e for story in stories for row in story["articles"] for e in statements_of(row, encoder)]


def learn(learnt: list[Example]) -> dict[str, dict[Act, float]]:
    """What each sign adds to each act; signs that are rare and weights that are small are left out."""
    counts = Counter(sign for example in learnt for sign in example.signs)
    names = ["always", *sorted(sign for sign, count in counts.items() if count >= LEAST)]
    numbers = {name: number for number, name in enumerate(names)}
    of = torch.zeros(len(learnt), len(names))
    of[:, 0] = 1
    for row, example in enumerate(learnt):
        of[row, [numbers[sign] for sign in example.signs if sign in numbers]] = 1
    wanted = torch.tensor([ACTS.index(example.act) for example in learnt])
    weights = torch.zeros(len(names), len(ACTS), requires_grad=True)
    search = torch.optim.LBFGS([weights], max_iter=100, line_search_fn="strong_wolfe")

    def lost() -> torch.Tensor:
        search.zero_grad()
        loss = F.cross_entropy(of @ weights, wanted, reduction="sum") + RIDGE / 2 * weights[1:].square().sum()
        loss.backward()
        return loss

    search.step(lost)
    found: dict[str, dict[Act, float]] = {
        name: {act: round(weight, 2) for act, weight in zip(ACTS, row, strict=True) if abs(weight) >= SMALL}
        for name, row in zip(names, weights.tolist(), strict=True)
    }
    return {name: row for name, row in found.items() if row}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    encoder = Encoder.load(parser.parse_args().weights, threads=1)
    stories = all_stories()
    signs = learn(examples([s for s in stories if s["story"] not in HELD_OUT_STORIES], None))
    held = examples([s for s in stories if s["story"] in HELD_OUT_STORIES], encoder)

    def right(encoder: float) -> float:
        weights = ActWeights(signs=signs, encoder=encoder)
        return float(np.mean([weights.best(e.signs, e.of_encoder) == e.act for e in held]))

    of_encoder = np.mean([ACTS[int(np.argmax(e.of_encoder))] == e.act for e in held])
    best = max(ENCODER, key=right)
    print(f"held-out statements: {len(held)}; act by signs {right(0.0):.3f}, by encoder {of_encoder:.3f}, "
          f"by both {right(best):.3f} (encoder {best})")  # fmt: skip
    print(" ".join(f"{weight}:{right(weight):.3f}" for weight in ENCODER))
    rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in signs.items())
    OUT.write_text(f'{{"encoder": {best}, "signs": {{\n{rows}\n}}}}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
