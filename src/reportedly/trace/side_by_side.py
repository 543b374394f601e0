"""Pairs of statements read side by side: how they are shown to the encoder, and what it has said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np

from reportedly.trace.kinds import Pair, SideBySide
from reportedly.trace.matching import Floats
from reportedly.trace.statement_encoder import ANSWERS, shipped
from reportedly.trace.told import Told, sentences

_SCRAP = 7  # words; fewer are shown with the sentence that they stand in
_KEY, _ANSWER = 8, "<f2"  # bytes of the digest of a pair; how an answer is kept
NO_ANSWERS: Mapping[str, bytes] = {}


def as_told(one: Told) -> str:
    """Who says what, in one line: "the minister: the dam would close", "Berg denied: the dam would close"."""
    text = one.text
    if len(text.split()) < _SCRAP:
        text = f"{text} ({_sentence(one)})"
    return f"{one.who}{' denied' if one.denied else ''}: {text}"


def _sentence(one: Told) -> str:
    text = one.reading.article.text
    start, end = next((start, end) for start, end, _ in sentences(text) if one.at < end)
    return text[start:end].strip()


class Answers:
    """What the encoder says of pairs of statements; of two that are told as they were before, what it said then.

    `packed` are the answers that are there already, by the article of the later statement; `made` are those of all
    articles that were asked about anything, in the same form.
    """

    def __init__(self, packed: Mapping[str, bytes] = NO_ANSWERS) -> None:
        self._known: dict[bytes, Floats] = {}
        for rows in packed.values():
            self._known |= _unpacked(rows)
        self._of: dict[str, dict[bytes, Floats]] = defaultdict(dict)

    @property
    def made(self) -> dict[str, bytes]:
        """The answers, packed, by the article of the later statement."""
        return {article: _packed(rows) for article, rows in self._of.items()}

    def about(self, told: Sequence[Told]) -> SideBySide:
        """What answers about pairs of these statements."""
        lines = [as_told(one) for one in told]

        def answer(pairs: Sequence[Pair]) -> Floats:
            keys = [_key(lines[a], lines[b]) for a, b in pairs]
            new = {key: (lines[a], lines[b]) for key, (a, b) in zip(keys, pairs, strict=True) if key not in self._known}
            self._known |= zip(new, shipped().compare(list(new.values())), strict=True)
            for key, (_, later) in zip(keys, pairs, strict=True):
                self._of[told[later].place.article][key] = self._known[key]
            return np.array([self._known[key] for key in keys], np.float32).reshape(len(keys), ANSWERS)

        return answer


def _key(earlier: str, later: str) -> bytes:
    return blake2b(f"{earlier}\0{later}".encode(errors="surrogatepass"), digest_size=_KEY).digest()


def _packed(rows: Mapping[bytes, Floats]) -> bytes:
    return b"".join(key + row.astype(_ANSWER).tobytes() for key, row in sorted(rows.items(), key=lambda row: row[0]))


def _unpacked(packed: bytes) -> dict[bytes, Floats]:
    size = _KEY + ANSWERS * np.dtype(_ANSWER).itemsize
    rows = (packed[at : at + size] for at in range(0, len(packed), size))
    return {row[:_KEY]: np.frombuffer(row[_KEY:], _ANSWER).astype(np.float32) for row in rows}
