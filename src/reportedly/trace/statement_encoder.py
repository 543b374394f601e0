"""Statements to vectors, near where they mean the same, and what two of them are to each other, read side by side.

The only user of onnxruntime in this room.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reportedly.errors import BadWeights
from reportedly.wordpieces.vocabulary import load_tokenizer, load_vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

Floats = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
WIDTH = 384
ANSWERS = 9  # the kinds of pairs of kinds.py
PIECES = 96  # of one content; what comes after is not read
PAIR_PIECES = 200  # of two


class StatementEncoder:
    """all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), taught to read pairs of statements too."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session
        self._one, self._two = load_tokenizer(longest=PIECES), load_tokenizer(longest=PAIR_PIECES)
        self._words = load_vectors()

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> StatementEncoder:
        """The encoder of a folder of weights; BadWeights when a file is missing or damaged."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "statements.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtimes raise types of their own for damaged files
            raise BadWeights(f"the encoder in {folder} cannot be loaded ({error}); install reportedly again") from error
        return cls(session)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of length one for each text, the same whatever else is encoded with it."""
        pieces = [(encoding.ids, encoding.type_ids) for encoding in self._one.encode_batch(list(texts))]
        return self._run("vector", pieces, WIDTH)

    def compare(self, pairs: Sequence[tuple[str, str]]) -> Floats:
        """For each pair, the earlier first, the log-probabilities of what the later is to it (kinds.KINDS).

        They are rounded to 16 bits, so that those that were kept are what is said now.
        """
        pieces = [(encoding.ids, encoding.type_ids) for encoding in self._two.encode_batch(list(pairs))]
        answers = self._run("answers", pieces, ANSWERS)
        answers -= answers.max(axis=1, keepdims=True, initial=-np.inf)
        rounded = (answers - np.log(np.exp(answers).sum(axis=1, keepdims=True))).astype(np.float16)
        return np.asarray(rounded, np.float32)

    def _run(self, output: str, pieces: Sequence[tuple[list[int], list[int]]], width: int) -> Floats:
        """One row for each, every one by itself: int8 scales a whole call alike, so neighbours would change it."""
        found = np.zeros((len(pieces), width), np.float32)
        for row, (ids, sides) in enumerate(pieces):
            given = {"words": self._words[ids][None], "features": np.array([sides], np.int32)}
            found[row] = self._session.run([output], given)[0][0]
        return found


@cache
def shipped() -> StatementEncoder:
    """The encoder that the package ships, loaded once."""
    return StatementEncoder.load()
