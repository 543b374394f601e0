"""Fits the weights by which pronouns find their antecedent, on the mentions of ../shared/training and
`labels/`, and on real news as the shipped encoder reads it (`training.referring`).

`python -m training.pronouns` prints the share of right choices in five folds of whole stories, then fits on all and
writes reading/lists/pronoun_signs.json. Every earlier reference is given its gold actor, so that a choice is judged
alone. Softmax over the candidates, L2 penalty, Newton's steps.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

import reportedly.reading.cast.pronouns as pronouns
from evaluation.gold import Gold, load_gold, stories
from evaluation.readings import reader
from reportedly.reading.cast.actors import resolve
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.records import Article
from training.referring import Place, Referring, referring
from training.written import LABELS, load_written

TARGET = Path(__file__).parent.parent / "src/reportedly/reading/lists/pronoun_signs.json"
SORTS = ("person", "thing", "several")
OF_NEWS = ("several",)  # stories have few; he, she and it are chosen no better with the news (0.932 in folds)
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
    places: dict[Place, str] = {(m["span"][0], m["span"][1]): m["actor"] for m in gold.row["mentions"]}
    for statement in gold.statements:
        if statement["source_span"] and statement["speaker"] and statement["source_kind"] != "document":
            places.setdefault(tuple(statement["source_span"]), statement["speaker"])
    with _choices(gold.row["id"].partition("/")[0], places) as found:
        resolve(gold.article, gold.attributions, gold.mentions)
    return found


def choices_read(document: Referring) -> list[Choice]:
    """The same of an article whose attributions and mentions are as the shipped encoder finds them."""
    with _choices(document.story, document.places) as found:
        for _ in reader().read_all([Article.of(document.text, language="en")]):
            pass
    return found


@contextmanager
def _choices(story: str, places: Mapping[Place, str]) -> Iterator[list[Choice]]:
    """Where pronouns get the right antecedents while this is open, and what was chosen among."""
    found: list[Choice] = []
    plain = pronouns.antecedent

    def chosen(scene: Scene, drafts: Iterable[Draft], reference: Reference, last: Draft | None) -> Draft | None:
        rows = pronouns.candidates(scene, list(drafts), reference, last)
        wanted = places.get((reference.start, reference.end))
        right = tuple(wanted is not None and _actor(draft, places) == wanted for draft, _ in rows)
        if any(right):
            signs = tuple(tuple(signs) for _, signs in rows)
            found.append(Choice(story, pronouns.sort_of(reference.phrase.determiner), signs, right))
            return rows[right.index(True)][0]
        return plain(scene, [draft for draft, _ in rows], reference, last)

    pronouns.antecedent = chosen  # type: ignore[assignment]  # the same but for the name of a parameter
    try:
        yield found
    finally:
        pronouns.antecedent = plain


def _actor(draft: Draft, places: Mapping[Place, str]) -> str | None:
    seen: dict[str, int] = defaultdict(int)
    for reference in draft.references:
        if (actor := _meant((reference.start, reference.end), places)) is not None:
            seen[actor] += 1
    return max(seen, key=lambda actor: seen[actor], default=None)


def _meant(place: Place, places: Mapping[Place, str]) -> str | None:
    """Whom a place means; of words that only overlap marked ones, whoever is marked there most nearly."""
    if (exact := places.get(place)) is not None:
        return exact
    near = [(min(place[1], o[1]) - max(place[0], o[0]), o[0] - o[1], actor) for o, actor in places.items()]
    shared, _, actor = max(near, default=(0, 0, ""))
    return actor if shared > 0 else None


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
    parser.add_argument("sorts", nargs="*", default=SORTS, help="which weights to fit; the others stay as they are")
    parser.add_argument("--dry", action="store_true", help="print only")
    args = parser.parse_args()
    told = [
        c
        for gold in load_gold([*stories("training"), *stories("real"), *load_written(LABELS)])
        for c in choices_of(gold)
    ]
    news = [c for document in referring() for c in choices_read(document)]
    weights = json.loads(TARGET.read_text(encoding="utf-8"))
    for sort in args.sorts:
        mine = [choice for choice in (*told, *(news if sort in OF_NEWS else ())) if choice.sort == sort]
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
