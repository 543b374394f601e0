"""Wordpieces of an article as flat arrays, and the windows in which the encoder reads them.

Training cuts its windows with the same functions, so what the encoder is shown never differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int32]

CLS, SEP = 101, 102  # of the uncased BERT vocabulary
FEATURES = 12  # case class (6) x inside quotation marks (2)
OVERLAP = 48  # pieces shared by two windows of one paragraph that is longer than a window

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_WORD = re.compile(r"\w+")
_MARK = re.compile(r"[“”„«»\"\n]|''|``")
_OPENING, _CLOSING = {"“", "„", "«", "``"}, {"”", "»"}


@dataclass(frozen=True, slots=True)
class Pieces:
    """One article as wordpieces: parallel arrays of vocabulary ids, code point places, features, paragraph numbers."""

    ids: Ints
    starts: Ints
    ends: Ints
    features: Ints
    paragraphs: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """What the encoder reads at once: rows of `Pieces`, -1 for [CLS] and [SEP]; `own` marks the rows it answers for."""

    rows: Ints
    own: npt.NDArray[np.bool_]


def paragraphs_of(text: str) -> list[tuple[int, int]]:
    """Places of the paragraphs: lines that hold more than white space."""
    return [match.span() for match in _PARAGRAPH.finditer(text)]


def features_of(text: str, starts: Ints) -> Ints:
    """Case class of the word and whether it is quoted, for each piece: what an uncased vocabulary loses."""
    words = [match.span() for match in _WORD.finditer(text)]
    word_ends = np.array([end for _, end in words], dtype=np.int32)
    classes = np.array([_case_class(text[start:end]) for start, end in words] + [1], dtype=np.int32)
    word_starts = np.array([start for start, _ in words] + [len(text) + 1], dtype=np.int32)
    word = np.searchsorted(word_ends, starts, side="right")
    case = np.where(word_starts[word] <= starts, classes[word], 1)
    return (case * 2 + _inside_quotes(text, starts)).astype(np.int32)


def cut_windows(paragraphs: Ints, size: int, first: int | None = None) -> list[Window]:
    """Windows of at most `size` pieces, of whole paragraphs where they fit; longer paragraphs in overlapping parts.

    `paragraphs` is `Pieces.paragraphs`; `first` limits the first window, so that training sees varied cuts.
    """
    bounds = np.flatnonzero(np.diff(paragraphs, prepend=-1, append=-2)) if len(paragraphs) else np.zeros(1, np.int32)
    windows: list[Window] = []
    pending: list[tuple[int, int]] = []
    used, limit = 1, min(first or size, size)
    for start, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        length = end - start
        if used + length + 1 > limit and pending:
            windows.append(_pack(pending))
            pending, used, limit = [], 1, size
        if length + 2 > size:
            windows += _parts(start, end, size)
            limit = size
        else:
            pending.append((start, end))
            used += length + 1
    if pending:
        windows.append(_pack(pending))
    return windows


def runs_of_own(window: Window) -> list[tuple[int, int]]:
    """First and last place in a window of each run of rows that it answers for; the pieces of a run are neighbours."""
    edges = np.flatnonzero(window.own[1:] != window.own[:-1])  # [CLS] and the last [SEP] are nobody's
    return list(zip((edges[::2] + 1).tolist(), edges[1::2].tolist(), strict=True))


def _pack(runs: Sequence[tuple[int, int]]) -> Window:
    rows = [np.array([-1])]
    for start, end in runs:
        rows += [np.arange(start, end), np.array([-1])]
    joined = np.concatenate(rows).astype(np.int32)
    return Window(joined, joined >= 0)


def _parts(start: int, end: int, size: int) -> list[Window]:
    windows = []
    room = size - 2
    at = start
    while True:
        stop = min(at + room, end)
        rows = np.concatenate([[-1], np.arange(at, stop), [-1]]).astype(np.int32)
        low = at if at == start else at + OVERLAP // 2
        high = stop if stop == end else stop - OVERLAP // 2
        windows.append(Window(rows, (rows >= low) & (rows < high)))
        if stop == end:
            return windows
        at += room - OVERLAP


@lru_cache(maxsize=8192)
def _case_class(word: str) -> int:
    if word.islower():
        return 2
    if not any(map(str.isalpha, word)):
        return 1
    if word.isupper() and len(word) > 1:
        return 4
    return 3 if word[0].isupper() else 5


def _inside_quotes(text: str, starts: Ints) -> Ints:
    """1 for places within double quotation marks, marks included; every line starts outside."""
    edges, states = [0], [0]
    inside = 0
    for match in _MARK.finditer(text):
        mark = match[0]
        if mark == "\n":
            after = 0
        elif mark in _OPENING:
            after = 1
        elif mark in _CLOSING:
            after = 0
        else:
            after = 1 - inside
        edges += [match.start(), match.end()]
        states += [0 if mark == "\n" else 1, after]
        inside = after
    at = np.searchsorted(np.array(edges), starts, side="right") - 1
    return np.array(states, dtype=np.int32)[at]
