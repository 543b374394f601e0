"""Pieces and their vectors: the uncased vocabulary of BERT with the embeddings of all-MiniLM-L6-v2 (Apache-2.0).

The vectors are stored once, and every graph that ships is given those of its pieces.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reportedly.errors import BadWeights

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Vectors = npt.NDArray[np.uint8]

FOLDER = Path(__file__).parent
TABLE, RULES = "vocabulary.npy", "tokenizer.json"  # made by training.vocabulary


def load_tokenizer(*, longest: int | None = None) -> Tokenizer:
    """What cuts a text into pieces, those after the `longest` left out; BadWeights when its file is damaged."""
    from tokenizers import Tokenizer

    try:
        tokenizer = Tokenizer.from_file(str(FOLDER / RULES))
    except Exception as error:  # the library raises types of its own for damaged files
        raise BadWeights(f"{FOLDER / RULES} cannot be read ({error}); install reportedly again") from error
    tokenizer.no_padding()
    if longest is None:
        tokenizer.no_truncation()
    else:
        tokenizer.enable_truncation(longest)
    return tokenizer


@cache
def load_vectors() -> Vectors:
    """(30522, 384) the vector of each piece, in 8 bits; read from the disk where it is asked, shared by processes."""
    try:
        table: Vectors = np.load(FOLDER / TABLE, mmap_mode="r")
    except (OSError, ValueError) as error:
        raise BadWeights(f"{FOLDER / TABLE} cannot be read ({error}); install reportedly again") from error
    return table
