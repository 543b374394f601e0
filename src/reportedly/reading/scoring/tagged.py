"""Sections of articles with the best tags of their pieces, found for many sections at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.scoring.decode import best_tags
from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.labels import COLUMNS, KINDS
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.settings import Settings
from reportedly.reading.scoring.windows import Ints, Pieces
from reportedly.records.article import Article

EAGER = 1.5  # log-odds for contacts: all that may be one is weighed again with who takes part
_CUE = np.array([0, 0, 0, 1, 1, 0, 0], np.float32)
_MENTION = np.array([0] + [1] * (2 * len(KINDS)), np.float32)
_INSIDE = np.array([0, 1, 1], np.float32)


@dataclass(frozen=True, slots=True)
class Tagged:
    """All that decoding needs of a section: `tags` are the best ones by layer, a tag a piece."""

    article: Article
    pieces: Pieces
    scores: Scores
    tags: Mapping[str, Ints]
    places: Places
    distance: Floats
    settings: Settings


def find_tags(sections: Sequence[tuple[Article, Pieces, Scores]], distance: Floats, settings: Settings) -> list[Tagged]:
    """The sections with their tags, each the same whatever others are tagged with it."""
    if not sections:
        return []
    bounds = np.cumsum([0, *(len(pieces) for _, pieces, _ in sections)])
    # the numbers of paragraphs, moved so that no two sections share one
    paragraphs = np.concatenate([pieces.paragraphs for _, pieces, _ in sections])
    first = np.zeros(len(paragraphs), bool)
    first[1:] = paragraphs[1:] != paragraphs[:-1]
    first[bounds[:-1][bounds[:-1] < len(first)]] = True
    numbers = np.cumsum(first, dtype=np.int32)
    biases = {
        "outer": settings.cue_bias * _CUE,
        "inner": settings.nested_cue_bias * _CUE,
        "mention": settings.mention_bias * _MENTION,
        "contact": (settings.contact_bias + EAGER) * _INSIDE,
        "position": settings.position_bias * _INSIDE,
    }
    layers = {
        name: best_tags(np.concatenate([scores.tags[:, COLUMNS[name]] for _, _, scores in sections]) + bias, numbers)
        for name, bias in biases.items()
    }
    return [
        Tagged(
            article,
            pieces,
            scores,
            {name: tags[start:end] for name, tags in layers.items()},
            Places(article, pieces),
            distance,
            settings,
        )
        for (article, pieces, scores), start, end in zip(sections, bounds[:-1], bounds[1:], strict=True)
    ]
