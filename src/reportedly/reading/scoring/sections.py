"""Long articles in sections that fit into memory: paragraphs together, each section decoded on its own."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from reportedly.reading.scoring.windows import Pieces

SECTION = 16_384  # pieces, some 12,000 words; the scores of one take 60 MB


def sections_of(pieces: Pieces) -> Iterator[Pieces]:
    """The pieces in runs of at most SECTION, cut between paragraphs where there are any; places stay the article's."""
    start, n = 0, len(pieces)
    while start < n:
        end = min(start + SECTION, n)
        if end < n:
            first_of_paragraph = int(np.searchsorted(pieces.paragraphs, pieces.paragraphs[end]))
            end = first_of_paragraph if first_of_paragraph > start else end
        cut = slice(start, end)
        yield Pieces(
            ids=pieces.ids[cut],
            starts=pieces.starts[cut],
            ends=pieces.ends[cut],
            features=pieces.features[cut],
            paragraphs=pieces.paragraphs[cut] - pieces.paragraphs[start],
        )
        start = end
