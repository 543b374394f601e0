"""Pairs of statements read side by side: how they are shown to the encoder, and what it has said of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import blake2b

import numpy as np

from reportedly.trace.kinds import Pair, SideBySide
from reportedly.trace.matching import Floats
from reportedly.trace.sentences import sentence_cuts
from reportedly.trace.statement_encoder import ANSWERS, StatementEncoder, shipped
from reportedly.trace.told import Told

_BESIDE = 28  # words before and behind a content, in its own sentences, that are shown
_AT_ITS_EDGES = " “”\"'"
_KEY, _ANSWER = 8, "<f2"  # bytes of the digest of a pair; how an answer is kept
NO_ANSWERS: Mapping[str, bytes] = {}

Cuts = Sequence[tuple[int, int]]


def as_told(one: Told, sentences: Cuts) -> str:
    """Who says what, and what else its sentences say: "Berg denied: the dam would close (He denied that … .)".

    `sentences` are where those of its article begin and end.
    """
    beside = _beside(one, sentences)
    return f"{one.who}{' denied' if one.denied else ''}: {one.text}{f' ({beside})' if beside else ''}"


def all_as_told(told: Sequence[Told]) -> list[str]:
    """Each of these statements in one line."""
    cuts = {text: sentence_cuts(text) for text in {one.reading.article.text for one in told}}
    return [as_told(one, cuts[one.reading.article.text]) for one in told]


def _beside(one: Told, sentences: Cuts) -> str:
    """The words of the sentences that a statement stands in, without its content; "" where there are none."""
    content = sorted(one.statement.content, key=lambda piece: piece.start)
    first, last = content[0].start, max(piece.end for piece in content)
    own = [cut for cut in sentences if first < cut[1] and cut[0] < last]
    text = one.reading.article.text
    ends = zip(
        [own[0][0], *(piece.end for piece in content)], [*(piece.start for piece in content), own[-1][1]], strict=True
    )
    before, *between, behind = (text[start:end].strip(_AT_ITS_EDGES).split() for start, end in ends)
    if len(before) > _BESIDE:
        before = ["…", *before[-_BESIDE:]]
    if len(behind) > _BESIDE:
        behind = [*behind[:_BESIDE], "…"]
    words = " … ".join(" ".join(part) for part in (before, *between, behind)).strip()
    return words if any(map(str.isalpha, words)) else ""


class Answers:
    """What the encoder says of pairs of statements; of two that are told as they were before, what it said then.

    `packed` are the answers that are there already, by the article of the later statement; `made` are those of all
    articles that were asked about anything, in the same form. Without an encoder the one that ships is asked.
    """

    def __init__(self, packed: Mapping[str, bytes] = NO_ANSWERS, encoder: StatementEncoder | None = None) -> None:
        self._encoder = encoder
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
        lines = all_as_told(told)

        def answer(pairs: Sequence[Pair]) -> Floats:
            keys = [_key(lines[a], lines[b]) for a, b in pairs]
            new = {key: (lines[a], lines[b]) for key, (a, b) in zip(keys, pairs, strict=True) if key not in self._known}
            encoder = self._encoder or shipped()
            self._known |= zip(new, encoder.compare(list(new.values())), strict=True)
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
