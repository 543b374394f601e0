"""Chooses decoding settings on held-out training articles and calibrates the scores; writes settings.json.

    python -m training.tune src/reportedly/reading/weights [--calibrate]

Held out are every 20th article of polnear/train and some stories (training.train.split); the aim is the mean of
attributed F1 on both (../shared/polnear/score.py and ../shared/stories/score.py say what that is) and the share of
nested attributions found, and for contacts and positions the sum of their F1 and of what is right of the matched ones,
on whole readings. Whom a source told is asked only where the gold says it, so no threshold is chosen by it. So few are
held out that one value of a sweep is best by chance: each counts with its neighbours.
Dev is never read.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from evaluation.corpora import scorer
from evaluation.readings import read, story_rows
from reportedly.reading.attribution import Attribution
from reportedly.reading.reader import Reader
from reportedly.reading.scoring.attributions import Found, find_attributions
from reportedly.reading.scoring.encoder import Encoder, Scores
from reportedly.reading.scoring.settings import Settings, evidence
from reportedly.reading.scoring.tagged import find_tags
from reportedly.reading.scoring.windows import Pieces
from reportedly.records.article import Article, Span
from training.corpus import Labelled, Place
from training.examples import split
from training.held_out import HELD_OUT_STORIES
from training.stories import all_stories

SWEEPS: dict[str, tuple[float, ...]] = {
    "cue_bias": (-0.6, -0.3, 0.0, 0.3, 0.6, 0.9, 1.2),
    "content_at": (0.02, 0.05, 0.1, 0.15, 0.2, 0.3),
    "source_at": (0.05, 0.1, 0.15, 0.2, 0.3),
    "untagged_source_at": (0.1, 0.15, 0.2, 0.3, 0.4),
    "nested_cue_bias": (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9, 1.2),
    "nested_content_at": (0.3, 0.4, 0.5, 0.6),
}
TOLD_SWEEPS: dict[str, tuple[float, ...]] = {
    "contact_bias": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0),
    "party_at": (0.1, 0.2, 0.3, 0.4, 0.5),
    "when_at": (0.1, 0.2, 0.3, 0.5),
    "place_at": (0.2, 0.3, 0.4, 0.5, 0.6),
    "position_bias": (-1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0, 2.5),
    "holder_at": (0.05, 0.1, 0.2, 0.3),
    "relay_at": (0.2, 0.3, 0.4, 0.5, 0.6),
}
TOLD_AIM = {
    "contacts": 2.0, "contact all parties": 0.5, "contact interval": 0.3, "contact place": 0.3, "positions": 2.0,
    "chain": 1.0, "chain 3+": 0.5,
}  # fmt: skip
NESTED_AIM = 0.15  # a nested attribution is a fifth of all: beside F1, what its miss costs a chain
DETERMINERS = frozenset(("a", "an", "the", "this", "that", "these", "those"))


@dataclass(frozen=True)
class Read:
    """What was found in the held-out articles, beside their gold, and which attributions are right."""

    articles: list[Labelled]
    found: list[Found]
    right: list[list[bool]]

    def f1(self, nested_known: bool) -> float:
        """Attributed F1 over one kind of article: outermost attributions where only these are annotated."""
        hits = wanted = given = 0
        for article, found, right in zip(self.articles, self.found, self.right, strict=True):
            if article.nested_known is not nested_known:
                continue
            kept = [nested_known or a.within is None for a in found.attributions]
            hits += sum(r and k for r, k in zip(right, kept, strict=True))
            given += sum(kept)
            wanted += len(article.attributions)
        return 2 * hits / (wanted + given) if wanted + given else 0.0

    def aim(self) -> float:
        """What the sweep makes as large as it can."""
        return (self.f1(False) + self.f1(True)) / 2 + NESTED_AIM * self.nested()

    def nested(self) -> float:
        """Share of the gold's nested attributions that were found, as any attribution."""
        wanted = right = 0
        for article, found, of_article in zip(self.articles, self.found, self.right, strict=True):
            if article.nested_known:
                wanted += sum(a.depth > 0 for a in article.attributions)
                right += sum(r and a.within is not None for r, a in zip(of_article, found.attributions, strict=True))
        return min(1.0, right / wanted) if wanted else 0.0


class HeldOut:
    """The held-out articles, scored once, decoded as often as there are settings to try."""

    def __init__(self, encoder: Encoder) -> None:
        self.articles = split(hold_out=True)[1]
        self.encoder = encoder
        self.pieces = encoder.tokenise([a.text for a in self.articles])
        self.scores = encoder.score(self.pieces)

    def read(self, settings: Settings) -> Read:
        """Decodes all articles with some settings."""
        sections = [(Article.of(a.text), p, s) for a, p, s in zip(self.articles, self.pieces, self.scores, strict=True)]
        found = [find_attributions(section) for section in find_tags(sections, self.encoder.pair_distance, settings)]
        return Read(
            self.articles, found, [_right(a, f.attributions) for a, f in zip(self.articles, found, strict=True)]
        )


def _right(article: Labelled, found: tuple[Attribution, ...]) -> list[bool]:
    """Which attributions agree with one of the gold's, one to one: content Dice >= 0.5, sources sharing a word."""
    text = article.text
    gold = [(_words(text, g.content), _words(text, g.source, DETERMINERS)) for g in article.attributions]
    ours = [(_words(text, _places(a.content)), _words(text, _places([a.source]), DETERMINERS)) for a in found]
    pairs = []
    for i, (content, source) in enumerate(ours):
        for j, (wanted, wanted_source) in enumerate(gold):
            shared = len(content & wanted)
            dice = 2 * shared / (len(content) + len(wanted)) if shared else 0.0
            agree = bool(source & wanted_source) or not (source or wanted_source)
            if dice >= 0.5 and agree:
                pairs.append((dice, i, j))
    right = [False] * len(found)
    taken: set[int] = set()
    for _, i, j in sorted(pairs, reverse=True):
        if not right[i] and j not in taken:
            right[i] = True
            taken.add(j)
    return right


def _places(spans: tuple[Span, ...] | list[Span | None]) -> tuple[Place, ...]:
    return tuple((s.start, s.end) for s in spans if s is not None)


def _words(text: str, places: tuple[Place, ...], without: frozenset[str] = frozenset()) -> set[int]:
    found: set[int] = set()
    for start, end in places:
        at = start
        for word in text[start:end].split():
            at = text.index(word, at)
            if any(c.isalnum() for c in word) and word.lower() not in without:
                found.add(at)
            at += len(word)
    return found


def calibrate(read: Read) -> tuple[float, ...]:
    """Intercept and weights of a logistic regression from the features to being right (Newton's method, ridge 1)."""
    rows, right = [], []
    for article, found, of_article in zip(read.articles, read.found, read.right, strict=True):
        for a, features, r in zip(found.attributions, found.features, of_article, strict=True):
            if article.nested_known or a.within is None:
                rows.append((1.0, *evidence(features)))
                right.append(r)
    x, y = np.array(rows), np.array(right, float)
    weights = np.zeros(x.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (y - p) - weights
        bend = (x * (p * (1 - p))[:, None]).T @ x + np.eye(len(weights))
        weights += np.linalg.solve(bend, slope)
    return tuple(round(float(w), 4) for w in weights)


def sweep(best: Settings, values: Mapping[str, Sequence[float]], aim: Callable[[Settings], float]) -> Settings:
    """The settings with each value in turn set to the one that is best together with its neighbours."""
    for name, row in values.items():
        aims = [aim(replace(best, **{name: value})) for value in row]
        steady = [float(np.mean(aims[max(0, place - 1) : place + 2])) for place in range(len(row))]
        best = replace(best, **{name: row[int(np.argmax(steady))]})
    return best


def tune(encoder: Encoder, rounds: int = 2) -> Settings:
    """The best settings of a coordinate sweep."""
    held = HeldOut(encoder)
    best = Settings()
    for _ in range(rounds):
        best = sweep(best, SWEEPS, lambda tried: held.read(tried).aim())
        print(best, flush=True)
    read = held.read(best)
    print(f"polnear {read.f1(False):.4f} stories {read.f1(True):.4f}")
    calibrated = replace(best, calibration=calibrate(read))
    assert all(map(math.isfinite, calibrated.calibration))
    return calibrated


class Remembered:
    """An encoder that scores each text once, for a reader that reads the same articles with many settings."""

    def __init__(self, encoder: Encoder) -> None:
        self.settings = encoder.settings
        self.pair_distance = encoder.pair_distance
        self.coreference_distance = encoder.coreference_distance
        self._encoder = encoder
        self._pieces: dict[str, Pieces] = {}
        self._scores: dict[bytes, Scores] = {}

    def tokenise(self, texts: Sequence[str]) -> list[Pieces]:
        """Wordpieces of each text."""
        new = [text for text in texts if text not in self._pieces]
        self._pieces |= dict(zip(new, self._encoder.tokenise(new), strict=True))
        return [self._pieces[text] for text in texts]

    def score(self, articles: Sequence[Pieces]) -> list[Scores]:
        """Scores of each article."""
        new = [pieces for pieces in articles if pieces.ids.tobytes() not in self._scores]
        if new:
            scored = zip(new, self._encoder.score(new), strict=True)
            self._scores |= {pieces.ids.tobytes(): scores for pieces, scores in scored}
        return [self._scores[pieces.ids.tobytes()] for pieces in articles]


def tune_told(encoder: Encoder, settings: Settings) -> Settings:
    """Settings for contacts, positions, addressees and relays, from whole readings of the held-out stories."""
    stories = [story for story in all_stories() if story["story"] in HELD_OUT_STORIES]
    rows = [row for story in stories for row in story_rows([story])]
    remembered = Remembered(encoder)
    reader = Reader(remembered)  # type: ignore[arg-type]
    rules = scorer("stories")

    def reached(tried: Settings) -> tuple[float, dict[str, float]]:
        remembered.settings = tried
        found = read(reader, rows).by_id
        tally = rules.Tally()
        for story in stories:
            for article in story["articles"]:
                rules.score_reading(story, article, found[article["id"]], tally)
        figures = {name: row.get("F1", row.get("accuracy", 0.0)) for name, row in tally.figures().items()}
        return sum(figures.get(name, 0.0) * weight for name, weight in TOLD_AIM.items()), figures

    best = settings
    for _ in range(2):
        best = sweep(best, TOLD_SWEEPS, lambda tried: reached(tried)[0])
        print(best, flush=True)
    print(reached(best)[1])
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--calibrate", action="store_true", help="keep the thresholds that are there")
    options = parser.parse_args()
    folder, encoder = options.folder, Encoder.load(options.folder, threads=2)
    if options.calibrate:
        settings = replace(encoder.settings, calibration=calibrate(HeldOut(encoder).read(encoder.settings)))
    else:
        settings = tune_told(encoder, tune(encoder))
    (folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
