"""Fits the weights by which pronouns find their antecedent, on the mentions of ../shared/training and
`labels/`.

`python -m training.pronouns` prints the share of right choices in five folds of whole stories, then fits on all and
writes reading/lists/pronoun_signs.json. Every earlier reference is given its gold actor, so that a choice is judged
alone. Softmax over the candidates, L2 penalty, Newton's steps.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import reportedly.reading.cast.pronouns as pronouns
from evaluation.gold import Gold, load_gold, stories
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.scene import Draft, Reference, Scene
from training.written import LABELS, load_written

TARGET = Path(__file__).parent.parent / "src/reportedly/reading/lists/pronoun_signs.json"
PENALTY = 5.0
STEPS, ENOUGH = 20, 1e-4  # Newton's steps at most, and a step that changes nothing any more


@dataclass(frozen=True)
class Choice:
    """One pronoun: the signs of each candidate, and which candidates are right."""

    story: str
    sort: str
    signs: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def choices_of(gold: Gold) -> list[Choice]:
    """The pronouns of an article that have a right candidate; the text is read with right antecedents throughout."""
    places = {tuple(m["span"]): m["actor"] for m in gold.row["mentions"]}
    for statement in gold.statements:
        if statement["source_span"] and statement["speaker"] and statement["source_kind"] != "document":
            places.setdefault(tuple(statement["source_span"]), statement["speaker"])
    found: list[Choice] = []
    plain = pronouns.antecedent

    def chosen(scene: Scene, drafts: Iterable[Draft], reference: Reference, last: Draft | None) -> Draft | None:
        rows = pronouns.candidates(scene, list(drafts), reference, last)
        wanted = places.get((reference.start, reference.end))
        right = tuple(wanted is not None and _actor(draft, places) == wanted for draft, _ in rows)
        if any(right):
            signs = tuple(tuple(signs) for _, signs in rows)
            sort = pronouns.sort_of(reference.phrase.determiner)
            found.append(Choice(gold.row["id"].partition("/")[0], sort, signs, right))
            return rows[right.index(True)][0]
        return plain(scene, [draft for draft, _ in rows], reference, last)

    pronouns.antecedent = chosen  # type: ignore[assignment]  # the same but for the name of a parameter
    try:
        resolve(gold.article, gold.attributions, gold.mentions)
    finally:
        pronouns.antecedent = plain
    return found


def _actor(draft: Draft, places: dict[tuple[int, ...], str]) -> str | None:
    seen: dict[str, int] = defaultdict(int)
    for reference in draft.references:
        if (actor := places.get((reference.start, reference.end))) is not None:
            seen[actor] += 1
    return max(seen, key=lambda actor: seen[actor], default=None)


def fit(choices: Sequence[Choice]) -> dict[str, float]:
    """Weights that make the right candidates likely."""
    names = sorted({sign for choice in choices for signs in choice.signs for sign in signs})
    index = {name: i for i, name in enumerate(names)}
    weights = np.zeros(len(names))
    counts = np.array([len(choice.signs) for choice in choices])
    first = np.concatenate([[0], np.cumsum(counts)[:-1]])
    group = np.repeat(np.arange(len(choices)), counts)
    matrix = np.zeros((len(group), len(names)), np.float32)
    for row, signs in enumerate(signs for choice in choices for signs in choice.signs):
        matrix[row, [index[sign] for sign in signs]] = 1
    right = np.array([right for choice in choices for right in choice.right])
    for _ in range(STEPS):
        scores = matrix @ weights
        likely = np.exp(scores - np.maximum.reduceat(scores, first)[group])
        likely /= np.add.reduceat(likely, first)[group]
        wanted = np.where(right, likely, 0)
        wanted /= np.add.reduceat(wanted, first)[group]
        spread, mean = matrix * np.sqrt(likely)[:, None], np.add.reduceat(matrix * likely[:, None], first)
        curvature = spread.T @ spread - mean.T @ mean + PENALTY * np.eye(len(names))
        step = np.linalg.solve(curvature, (wanted - likely) @ matrix - PENALTY * weights)
        weights += step
        if np.abs(step).max() < ENOUGH:
            break
    return {name: round(float(weights[i]), 2) for name, i in index.items()}


def accuracy(choices: Sequence[Choice], weights: dict[str, float]) -> float:
    """The share of pronouns whose best candidate is right."""
    right = 0
    for choice in choices:
        scores = [sum(weights.get(sign, 0.0) for sign in signs) for signs in choice.signs]
        right += choice.right[max(range(len(scores)), key=scores.__getitem__)]
    return right / max(1, len(choices))


def main() -> None:
    """Prints accuracy in folds and, unless told otherwise, writes the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--dry", action="store_true", help="print only")
    args = parser.parse_args()
    choices = [
        c
        for gold in load_gold([*stories("training"), *stories("real"), *load_written(LABELS)])
        for c in choices_of(gold)
    ]
    weights = {}
    for sort in ("person", "thing", "several"):
        mine = [choice for choice in choices if choice.sort == sort]
        names = sorted({choice.story for choice in mine})
        held = []
        for fold in range(5):
            out = set(names[fold::5])
            fitted = fit([c for c in mine if c.story not in out])
            held += [(c, fitted) for c in mine if c.story in out]
        share = sum(accuracy([c], w) for c, w in held) / len(held)
        print(f"{sort:8} {len(mine):5} pronouns, right in five folds {share:.3f}")
        weights[sort] = fit(mine)
    for sort, row in weights.items():
        print(sort, row)
    if not args.dry:
        rows = [f'  "{sort}": {json.dumps(row)}' for sort, row in weights.items()]
        TARGET.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
