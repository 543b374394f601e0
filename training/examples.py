"""Annotated articles -> the windows that one epoch learns from, in batches.

Learns from ../shared/polnear/train.jsonl and ../shared/training; never from ../shared/stories or polnear/dev.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.windows import CLS, SEP, Pieces, Window, cut_windows
from training.corpus import SHARED, Labelled, load_coreference, load_labels, load_polnear, load_stories, load_texts
from training.held_out import HELD_OUT_STORIES
from training.labels import WindowTargets, add_anchors, targets_of
from training.network import Shape
from training.written import LABELS

MASK = 103
BEGIN_CUE = 3
Teacher = list[dict[str, np.ndarray]]  # the stored scores of each article


@dataclass(frozen=True)
class Example:
    """A window ready to learn from; `article` finds the teacher's scores of its rows."""

    article: int
    window: Window
    ids: np.ndarray
    features: np.ndarray
    targets: WindowTargets
    inner_known: bool


def split(hold_out: bool, texts: bool = False) -> tuple[list[Labelled], list[Labelled]]:
    """Articles to learn from (with texts that only a teacher labels, when asked) and articles held out."""
    polnear = load_polnear(SHARED / "polnear/train.jsonl")
    stories = load_stories(SHARED / "training/stories")
    stories += load_labels(LABELS)
    real = load_stories(SHARED / "training/real") + load_coreference(SHARED / "corpora/gum.jsonl")
    if texts:
        real += load_texts(SHARED / "corpora")
    if not hold_out:
        return polnear + stories + real, []
    held = polnear[::20] + [a for a in stories if a.id.split("/")[0] in HELD_OUT_STORIES]
    held_texts = {a.text for a in held}
    return [a for a in polnear + stories + real if a.text not in held_texts], held


def examples_of(
    articles: list[Labelled],
    pieces: list[Pieces],
    size: int,
    rng: random.Random,
    repeats: int,
    teacher: Teacher | None = None,
    share: float = 1.0,
) -> list[Example]:
    """One epoch: windows at new cuts, articles with annotated mentions `repeats` times, a `share` of all others."""
    examples = []
    for number, (article, p) in enumerate(zip(articles, pieces, strict=True)):
        if not article.mentions and rng.random() >= share:
            continue
        for _ in range(repeats if article.mentions else 1):
            limit = rng.choice((size, size, size * 3 // 4, size // 2))
            for window in cut_windows(p.paragraphs, limit, rng.randint(limit // 3, limit)):
                targets = targets_of(article, p, window)
                if teacher is not None:
                    targets = add_anchors(targets, cues_of(teacher[number]["tags"], window))
                inner_known = article.nested_known or article.inner_known
                examples.append(example_of(number, window, p, targets, inner_known=inner_known))
    return examples


def example_of(number: int, window: Window, pieces: Pieces, targets: WindowTargets, *, inner_known: bool) -> Example:
    """A window of the article of this number, with what is to be learnt from it."""
    real = window.rows >= 0
    ids = np.where(real, pieces.ids[window.rows], SEP)
    ids[0] = CLS
    return Example(number, window, ids, np.where(real, pieces.features[window.rows], 0), targets, inner_known)


def cues_of(tags: np.ndarray, window: Window) -> np.ndarray:
    """Positions in a window where a teacher sees a cue begin, in either layer."""
    logits = tags[np.maximum(window.rows, 0)].astype(np.float32)
    begins = (logits[:, COLUMNS["outer"]].argmax(1) == BEGIN_CUE) | (logits[:, COLUMNS["inner"]].argmax(1) == BEGIN_CUE)
    return np.flatnonzero(begins & (window.rows >= 0)).astype(np.int64)


def batches_of(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    rng.shuffle(examples)
    batches = []
    for start in range(0, len(examples), size * 32):
        chunk = sorted(examples[start : start + size * 32], key=lambda e: len(e.ids))
        batches += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(batches)
    return batches


def tensors_of(batch: list[Example], shape: Shape, word_drop: float) -> tuple[Tensor, Tensor, Tensor]:
    """(ids, features, mask) of a batch, padded to a multiple of 8."""
    length = -(-max(len(e.ids) for e in batch) // 8) * 8
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    features = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, length), -1e4)
    for row, example in enumerate(batch):
        n = len(example.ids)
        ids[row, :n] = torch.from_numpy(example.ids.astype(np.int64))
        features[row, :n] = torch.from_numpy(example.features.astype(np.int64))
        mask[row, ..., :n] = 0
    if word_drop:
        dropped = (torch.rand(ids.shape) < word_drop) & (ids > MASK)
        ids = torch.where(dropped, MASK, ids)
    return vocabulary_ids(ids, shape), features, mask


def vocabulary_ids(ids: Tensor, shape: Shape) -> Tensor:
    """BERT ids in the vocabulary of the shape: MPNet has the same pieces, moved, and specials of its own."""
    if not shape.offset:
        return ids
    moved = ids + shape.offset
    for bert, own in ((0, 1), (CLS, 0), (SEP, 2), (MASK, 30526)):
        moved = torch.where(ids == bert, own, moved)
    return moved


def load_teacher(folder: Path, articles: list[Labelled]) -> Teacher:
    """The teacher's stored scores, an entry an article (memory-mapped)."""
    arrays = {key: np.load(folder / f"{key}.npy", mmap_mode="r") for key in ("tags", "anchor", "token")}
    bounds = np.load(folder / "bounds.npz")
    distance = np.load(folder / "pair_distance.npy")
    return [
        {**{key: array[bounds[a.id][0] : bounds[a.id][1]] for key, array in arrays.items()}, "pair_distance": distance}
        for a in articles
    ]
