"""Text to scores: the only user of onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from reportedly.reading.windows import Pieces, features_of, paragraphs_of

if TYPE_CHECKING:
    from tokenizers import Tokenizer


def tokenise(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Pieces]:
    """Wordpieces of each text, paragraph by paragraph, with places in code points."""
    places = [paragraphs_of(text) for text in texts]
    lines = [text[start:end] for text, spans in zip(texts, places, strict=True) for start, end in spans]
    encodings = iter(tokenizer.encode_batch(lines, add_special_tokens=False))
    found = []
    for text, spans in zip(texts, places, strict=True):
        of_text = [(start, next(encodings)) for start, _ in spans]
        ids = [encoding.ids for _, encoding in of_text]
        offsets = [np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2) + start for start, encoding in of_text]
        joined = np.concatenate(offsets) if offsets else np.zeros((0, 2), np.int32)
        starts, ends = np.ascontiguousarray(joined[:, 0]), np.ascontiguousarray(joined[:, 1])
        found.append(
            Pieces(
                ids=np.array([i for line in ids for i in line], dtype=np.int32),
                starts=starts,
                ends=ends,
                features=features_of(text, starts),
                paragraphs=np.repeat(np.arange(len(ids), dtype=np.int32), [len(line) for line in ids]),
            )
        )
    return found
