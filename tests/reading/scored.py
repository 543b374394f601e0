"""Scores made by hand: what an encoder would say that is sure of everything."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.labels import (
    COLUMNS,
    COREFERENCE_WIDTH,
    DISTANCE_BUCKETS,
    PAIR_ROLES,
    PAIR_WIDTH,
    TAG_COLUMNS,
)
from reportedly.reading.scoring.windows import Pieces, features_of

SURE = 12.0
_TAGS = {"source": 1, "cue": 3, "content": 5}
_ROLES = {"source": 0, "content": 1, "addressee": 2, "relay": 3}


@dataclass(frozen=True)
class Marked:
    """One attribution to be scored: each part is words of the text, with their occurrence where it is not the first."""

    parts: Mapping[str, Sequence[str]]
    nested: bool = False


def pieces_of(text: str) -> Pieces:
    """A piece for each word and each mark."""
    places = [match.span() for match in re.finditer(r"\w+|[^\w\s]", text)]
    starts = np.array([start for start, _ in places], np.int32)
    paragraphs = np.array([text.count("\n", 0, start) for start, _ in places], np.int32)
    return Pieces(
        ids=np.arange(len(places), dtype=np.int32) + 1000,
        starts=starts,
        ends=np.array([end for _, end in places], np.int32),
        features=features_of(text, starts),
        paragraphs=np.unique(paragraphs, return_inverse=True)[1].astype(np.int32),
    )


def scores_of(text: str, pieces: Pieces, marked: Sequence[Marked], kinds: Mapping[str, str] | None = None) -> Scores:
    """Scores that say just these attributions, and mentions of these kinds."""
    n = len(pieces)
    tags = np.zeros((n, TAG_COLUMNS), np.float32)
    for name in ("outer", "inner", "mention"):
        tags[:, COLUMNS[name].start] = SURE / 2
    tags[:, COLUMNS["pair_bias"]] = -SURE / 2
    anchor = np.zeros((n, len(PAIR_ROLES), PAIR_WIDTH), np.float32)
    token = np.zeros((n, len(PAIR_ROLES), PAIR_WIDTH), np.float32)
    for number, one in enumerate(marked):
        layer = COLUMNS["inner" if one.nested else "outer"].start
        anchored = one.parts.get("cue") or one.parts["content"]
        at = _rows(text, pieces, anchored[0])[0]
        anchor[at, :, number] = SURE
        for role, all_words in one.parts.items():
            for words in all_words:
                rows = _rows(text, pieces, words)
                if role in _TAGS:
                    tags[rows, layer + _TAGS[role] + 1] = SURE
                    tags[rows[0], layer + _TAGS[role]] = 2 * SURE
                if role in _ROLES:
                    token[rows, _ROLES[role], number] = SURE
    for words, kind in (kinds or {}).items():
        rows = _rows(text, pieces, words)
        column = COLUMNS["mention"].start + 1 + 2 * KIND_ORDER.index(kind)
        tags[rows, column + 1] = SURE
        tags[rows[0], column] = 2 * SURE
    return Scores(
        tags=tags,
        anchor=anchor.reshape(n, len(PAIR_ROLES) * PAIR_WIDTH).__getitem__,
        token=token.reshape(n, len(PAIR_ROLES) * PAIR_WIDTH),
        coreference=np.zeros((n, 2 * COREFERENCE_WIDTH), np.float32),
        window=np.zeros(n, np.int32),
    )


def no_distance() -> Floats:
    """Pair distances that say nothing."""
    return np.zeros((len(PAIR_ROLES), DISTANCE_BUCKETS), np.float32)


KIND_ORDER = ("person", "organisation", "government", "group", "place", "document", "outlet")


def _rows(text: str, pieces: Pieces, words: str) -> list[int]:
    start = text.index(words)
    end = start + len(words)
    return np.flatnonzero((pieces.starts < end) & (pieces.ends > start)).tolist()
