"""What the trace makes of one reading alone, made where it was read, so that the trace need not: gist and vectors.

Both are the same, to the bit, as what the trace makes itself; they go when the article is read again, and those of an
article that a user has corrected are passed over.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Mapping

import numpy as np

from reportedly.records import Reading
from reportedly.store.corrections import counting
from reportedly.store.database import Store
from reportedly.store.remembered import keep_sketches, sketches_of
from reportedly.trace.gists import Gist
from reportedly.trace.statement_encoder import WIDTH, Floats, shipped
from reportedly.trace.told import tell_all

GIST, VECTORS = "gist ahead", "vectors"
Vectors = dict[tuple[str, str], Floats]


def sketch_of(reading: Reading) -> tuple[bytes, bytes]:
    """The gist of a reading, and the vectors of its statements, packed."""
    nobody: Mapping[tuple[str, str], str] = defaultdict(str)  # the words of a statement hang on no entity
    told = tell_all([reading], nobody)
    ids = json.dumps([one.place.statement for one in told]).encode()
    vectors = shipped().encode([one.text for one in told]).astype("<f4").tobytes()
    return Gist.of(reading).packed(), ids + b"\n" + vectors


def keep_ahead(store: Store, made: Mapping[str, tuple[bytes, bytes]], *, made_by: str) -> None:
    """Keeps what was made of these articles, by what the trace was made by there."""
    if made:
        keep_sketches(store, GIST, {(id, ""): gist for id, (gist, _) in made.items()}, made_by=made_by)
        keep_sketches(store, VECTORS, {(id, ""): vectors for id, (_, vectors) in made.items()}, made_by=made_by)


class Ahead:
    """What was made ahead of the articles of a store, by this version of the trace."""

    def __init__(self, store: Store, *, made_by: str) -> None:
        self._store = store
        self._made_by = made_by
        self._corrected = {c.spots[0].article for c in counting(store, "wrong", "speaker")}

    def gists(self, articles: Collection[str]) -> dict[str, Gist]:
        """The gists of those of these articles that have one."""
        return {id: Gist.unpacked(packed) for id, packed in self._sketches(GIST, articles).items()}

    def vectors(self, articles: Collection[str]) -> Vectors:
        """The vectors of the statements of these articles, as far as they have any."""
        found: Vectors = {}
        for article, packed in self._sketches(VECTORS, articles).items():
            ids, _, raw = packed.partition(b"\n")
            rows = np.frombuffer(raw, "<f4").reshape(-1, WIDTH)
            found |= {(article, id): row for id, row in zip(json.loads(ids), rows, strict=True)}
        return found

    def forget_gists(self) -> None:
        """Takes out the gists, which the trace keeps as its own from now on."""
        keep_sketches(self._store, GIST, {}, made_by="")

    def _sketches(self, kind: str, articles: Collection[str]) -> dict[str, bytes]:
        wanted = sorted(set(articles) - self._corrected)
        return sketches_of(self._store, kind, wanted, made_by=self._made_by) if wanted else {}
