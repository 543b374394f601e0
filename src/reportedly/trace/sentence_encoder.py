"""Contents to vectors, near where they mean the same: the only user of onnxruntime and tokenizers in this room."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reportedly.errors import BadWeights

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Tokenizer

Floats = npt.NDArray[np.float32]

WEIGHTS = Path(__file__).parent / "weights"
WIDTH = 384
PIECES = 96  # of one content; what comes after is not read
PIECES_AT_ONCE = 4096  # in one call of the runtime, padding included


class SentenceEncoder:
    """all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), as it ships."""

    def __init__(self, session: InferenceSession, tokenizer: Tokenizer) -> None:
        self._session = session
        self._tokenizer = tokenizer

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> SentenceEncoder:
        """The encoder of a folder of weights; BadWeights when a file is missing or damaged."""
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "sentences.onnx"), options, providers=["CPUExecutionProvider"]
            )
            tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        except Exception as error:  # the runtimes raise types of their own for damaged files
            raise BadWeights(f"the encoder in {folder} cannot be loaded ({error}); install reportedly again") from error
        tokenizer.enable_truncation(PIECES)
        tokenizer.no_padding()
        return cls(session, tokenizer)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of length one for each text."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        pieces = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        order = sorted(range(len(texts)), key=lambda row: len(pieces[row]))
        at = 0
        while at < len(order):
            rows = order[at : at + 1]
            while (
                at + len(rows) < len(order) and (len(rows) + 1) * len(pieces[order[at + len(rows)]]) <= PIECES_AT_ONCE
            ):
                rows.append(order[at + len(rows)])
            found[rows] = self._run([pieces[row] for row in rows])
            at += len(rows)
        return found

    def _run(self, rows: Sequence[Sequence[int]]) -> Floats:
        length = max(map(len, rows))
        ids, mask = np.zeros((len(rows), length), np.int64), np.zeros((len(rows), length), np.float32)
        for row, pieces in enumerate(rows):
            ids[row, : len(pieces)] = pieces
            mask[row, : len(pieces)] = 1
        vectors: Floats = self._session.run(["vectors"], {"ids": ids, "mask": mask})[0]
        return vectors


@cache
def shipped() -> SentenceEncoder:
    """The encoder that the package ships, loaded once."""
    return SentenceEncoder.load()
