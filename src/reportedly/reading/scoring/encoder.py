"""Text to scores: the only user of onnxruntime and tokenizers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from reportedly.errors import BadWeights
from reportedly.reading.scoring.labels import COREFERENCE_WIDTH, PAIR_ROLES, PAIR_WIDTH, TAG_COLUMNS
from reportedly.reading.scoring.settings import Settings
from reportedly.reading.scoring.windows import (
    CLS,
    SEP,
    Ints,
    Pieces,
    Window,
    cut_windows,
    features_of,
    paragraphs_of,
    runs_of_own,
)
from reportedly.reading.shipped import BEST, FOLDERS
from reportedly.wordpieces.vocabulary import load_tokenizer, load_vectors

if TYPE_CHECKING:
    from onnxruntime import InferenceSession
    from tokenizers import Encoding, Tokenizer

Floats = npt.NDArray[np.float32]

WINDOW = 128  # pieces; quicker than 256 and as accurate, see weights/CARD.md
LINES_AT_ONCE = 1024  # that are tokenised together
OUTPUTS = ("tags", "token", "coreference", "hidden", "scale", "zero")


@dataclass(frozen=True, slots=True)
class Scores:
    """What the encoder says of the n pieces of an article; rows are pieces.

    tags (n, TAG_COLUMNS) logits by `labels.COLUMNS`; token (n, roles * PAIR_WIDTH) and coreference
    (n, 2 * COREFERENCE_WIDTH) vectors, whose products are link logits; anchor (k, roles * PAIR_WIDTH) vectors of k
    pieces, for the products with those of token; window (n,) number of the window that each piece was read in.
    """

    tags: Floats
    anchor: Callable[[Ints], Floats]
    token: Floats
    coreference: Floats
    window: Ints


@dataclass(frozen=True, slots=True)
class Anchors:
    """The anchor vectors of pieces, made when they are asked for: of a hundred pieces some three are anchors.

    hidden (n, width) are the last states of the encoder; where it is int8, scale (n, 1) and zero (n, 1) say which
    floats these are, alike for all pieces of a window.
    """

    session: InferenceSession
    hidden: npt.NDArray[np.uint8 | np.float32]
    scale: Floats
    zero: Ints

    def __call__(self, at: Ints) -> Floats:
        """(k, roles * PAIR_WIDTH) vectors of k pieces."""
        given = {"hidden": self.hidden[at], "scale": self.scale[at], "zero": self.zero[at]}
        vectors: Floats = self.session.run(["anchor"], given)[0]
        return vectors


class Encoder:
    """The shipped weights, ready to score texts."""

    def __init__(
        self, session: InferenceSession, anchors: InferenceSession, distances: dict[str, Floats], settings: Settings
    ) -> None:
        self.settings = settings
        self._session, self._anchors = session, anchors
        self._states = np.uint8 if anchors.get_inputs()[0].type == "tensor(uint8)" else np.float32
        self._tokenizer = load_tokenizer()
        self._words = np.asarray(load_vectors())  # a memory map all the same, that is quicker to look up in
        self.pair_distance = distances["pair"]
        self.coreference_distance = distances["coreference"]

    @classmethod
    def load(cls, folder: Path = FOLDERS[BEST], *, threads: int = 1) -> Encoder:
        """The encoder of a folder of weights; BadWeights when a file is missing or damaged."""
        try:
            session = session_of(folder / "encoder.onnx", threads=threads)
            anchors = session_of(folder / "anchors.onnx", threads=1)
            with np.load(folder / "distances.npz") as stored:
                distances = {name: stored[name].astype(np.float32) for name in ("pair", "coreference")}
            settings = Settings.load(folder / "settings.json")
        except Exception as error:  # the runtimes raise types of their own for damaged files
            raise BadWeights(f"the encoder in {folder} cannot be loaded ({error}); install reportedly again") from error
        return cls(session, anchors, distances, settings)

    def tokenise(self, texts: Sequence[str]) -> list[Pieces]:
        """Wordpieces of each text."""
        return tokenise(self._tokenizer, texts)

    def score(self, articles: Sequence[Pieces]) -> list[Scores]:
        """Scores of each article, the same whatever else is scored with it."""
        return [self._scores(pieces) for pieces in articles]

    def _scores(self, pieces: Pieces) -> Scores:
        # one more for the rows numbered -1
        ids, features = np.append(pieces.ids, np.int32(SEP)), np.append(pieces.features, np.int32(0))
        n, roles = len(pieces), len(PAIR_ROLES) * PAIR_WIDTH
        anchor = Anchors(
            session=self._anchors,
            hidden=np.empty((n, self._words.shape[1]), self._states),
            scale=np.empty((n, 1), np.float32),
            zero=np.empty((n, 1), np.int32),
        )
        scores = Scores(
            tags=np.empty((n, TAG_COLUMNS), np.float32),
            anchor=anchor,
            token=np.empty((n, roles), np.float32),
            coreference=np.empty((n, 2 * COREFERENCE_WIDTH), np.float32),
            window=np.empty(n, np.int32),
        )
        parts = [scores.tags, scores.token, scores.coreference, anchor.hidden]
        for number, window in enumerate(cut_windows(pieces.paragraphs, WINDOW)):
            *outputs, scale, zero = self._run(window, ids, features)
            for first, last in runs_of_own(window):
                own = slice(window.rows[first], window.rows[last] + 1)
                for part, values in zip(parts, outputs, strict=True):
                    part[own] = values[0, first : last + 1]
                scores.window[own], anchor.scale[own], anchor.zero[own] = number, scale, zero
        return scores

    def _run(self, window: Window, ids: Ints, features: Ints) -> list[Floats]:
        """The outputs for one window, by itself: int8 scales a whole call alike, so neighbours would change them."""
        own = ids[window.rows]
        own[0] = CLS
        given = {"words": self._words[own][None], "features": features[window.rows][None]}
        outputs: list[Floats] = self._session.run(OUTPUTS, given)
        return outputs


def session_of(graph: Path, *, threads: int) -> InferenceSession:
    """The graph of an encoder, ready to run on so many threads."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # the graph is written in fused operators; the runtime's own fusing would make its normalisations slower
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_ENABLE_BASIC
    return onnxruntime.InferenceSession(str(graph), options, providers=["CPUExecutionProvider"])


def tokenise(tokenizer: Tokenizer, texts: Sequence[str]) -> list[Pieces]:
    """Wordpieces of each text, paragraph by paragraph, with places in code points."""
    places = [paragraphs_of(text) for text in texts]
    lines = [text[start:end] for text, spans in zip(texts, places, strict=True) for start, end in spans]
    encodings = _encoded(tokenizer, lines)
    found = []
    for text, spans in zip(texts, places, strict=True):
        ids, offsets = [np.zeros(0, np.int32)], [np.zeros((0, 2), np.int32)]
        for start, _ in spans:
            encoding = next(encodings)
            ids.append(np.array(encoding.ids, dtype=np.int32))
            offsets.append(np.array(encoding.offsets, dtype=np.int32).reshape(-1, 2) + start)
        joined = np.concatenate(offsets)
        starts, ends = np.ascontiguousarray(joined[:, 0]), np.ascontiguousarray(joined[:, 1])
        found.append(
            Pieces(
                ids=np.concatenate(ids),
                starts=starts,
                ends=ends,
                features=features_of(text, starts),
                paragraphs=np.repeat(np.arange(len(spans), dtype=np.int32), [len(line) for line in ids[1:]]),
            )
        )
    return found


def _encoded(tokenizer: Tokenizer, lines: Sequence[str]) -> Iterator[Encoding]:
    """The encodings of all lines, some at a time: they are large, and a book has many lines."""
    for start in range(0, len(lines), LINES_AT_ONCE):
        yield from tokenizer.encode_batch(lines[start : start + LINES_AT_ONCE], add_special_tokens=False)
