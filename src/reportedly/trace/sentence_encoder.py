"""Contents to vectors, near where they mean the same: the only user of onnxruntime in this room."""

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
PIECES = 96  # of one content; what comes after is not read


class SentenceEncoder:
    """all-MiniLM-L6-v2 (Reimers & Gurevych 2019; Wang et al. 2020), as it ships."""

    def __init__(self, session: InferenceSession) -> None:
        self._session = session
        self._tokenizer = load_tokenizer(longest=PIECES)
        self._words = load_vectors()

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> SentenceEncoder:
        """The encoder of a folder of weights; BadWeights when a file is missing or damaged."""
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        try:
            session = onnxruntime.InferenceSession(
                str(folder / "sentences.onnx"), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # the runtimes raise types of their own for damaged files
            raise BadWeights(f"the encoder in {folder} cannot be loaded ({error}); install reportedly again") from error
        return cls(session)

    def encode(self, texts: Sequence[str]) -> Floats:
        """One vector of length one for each text, the same whatever else is encoded with it."""
        found = np.zeros((len(texts), WIDTH), np.float32)
        for row, encoding in enumerate(self._tokenizer.encode_batch(list(texts))):
            found[row] = self._run(encoding.ids)
        return found

    def _run(self, pieces: Sequence[int]) -> Floats:
        """The vector of one text, by itself: int8 scales a whole call alike, so neighbours would change it."""
        words = self._words[pieces][None]
        mask = np.ones(words.shape[:2], np.float32)
        vector: Floats = self._session.run(["vectors"], {"words": words, "mask": mask})[0][0]
        return vector


@cache
def shipped() -> SentenceEncoder:
    """The encoder that the package ships, loaded once."""
    return SentenceEncoder.load()
