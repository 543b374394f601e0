"""Chooses decoding settings on held-out training articles and calibrates the scores; writes settings.json.

    python -m training.tune src/reportedly/reading/weights

Held out are every 20th article of polnear/train and three stories (training.train.split); the aim is the mean of
attributed F1 on both (../shared/polnear/score.py and ../shared/stories/score.py say what that is). Dev is never read.
"""

from __future__ import annotations

import argparse
import json
import math
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np

from reportedly.reading.attribution import Attribution
from reportedly.reading.scoring.attributions import Found, find_attributions
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.settings import Settings, evidence
from reportedly.records.article import Article, Span
from training.corpus import Labelled, Place
from training.train import split

SWEEPS: dict[str, tuple[float, ...]] = {
    "cue_bias": (-0.6, -0.3, 0.0, 0.3, 0.6, 0.9, 1.2),
    "content_at": (0.02, 0.05, 0.1, 0.15, 0.2, 0.3),
    "source_at": (0.05, 0.1, 0.15, 0.2, 0.3),
    "untagged_source_at": (0.1, 0.15, 0.2, 0.3, 0.4),
    "nested_cue_bias": (-0.9, -0.6, -0.3, 0.0, 0.3, 0.6, 0.9, 1.2),
    "nested_content_at": (0.3, 0.4, 0.5, 0.6),
}
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
        return (self.f1(False) + self.f1(True)) / 2


class HeldOut:
    """The held-out articles, scored once, decoded as often as there are settings to try."""

    def __init__(self, encoder: Encoder) -> None:
        self.articles = split(hold_out=True)[1]
        self.encoder = encoder
        self.pieces = encoder.tokenise([a.text for a in self.articles])
        self.scores = encoder.score(self.pieces)

    def read(self, settings: Settings) -> Read:
        """Decodes all articles with some settings."""
        found = [
            find_attributions(Article.of(a.text), p, s, self.encoder.pair_distance, settings)
            for a, p, s in zip(self.articles, self.pieces, self.scores, strict=True)
        ]
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


def tune(encoder: Encoder, rounds: int = 2) -> Settings:
    """The best settings of a coordinate sweep."""
    held = HeldOut(encoder)
    best = Settings()
    aim = held.read(best).aim()
    for _ in range(rounds):
        for name, values in SWEEPS.items():
            for value in values:
                tried = replace(best, **{name: value})
                reached = held.read(tried).aim()
                if reached > aim + 1e-6:
                    best, aim = tried, reached
        print(f"{aim:.4f} {best}", flush=True)
    read = held.read(best)
    print(f"polnear {read.f1(False):.4f} stories {read.f1(True):.4f}")
    calibrated = replace(best, calibration=calibrate(read))
    assert all(map(math.isfinite, calibrated.calibration))
    return calibrated


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    settings = tune(Encoder.load(folder, threads=2))
    (folder / "settings.json").write_text(json.dumps(asdict(settings), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
