"""Which earlier articles an article is compared with: those that share rare words with it, and those it names.

Nothing compares all pairs: each word leads to a bounded number of articles, and the best so many are compared.
MinHash would find near copies only; an excerpt of two sentences, or a citation, shares a handful of rare words.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict, deque

from reportedly.trace.outlets import SURE
from reportedly.trace.traits import Traits

COMPARED = 60  # earlier articles that one article is compared with at most
_REMEMBERED = 40  # latest articles that one word leads to


class Candidates:
    """Articles seen so far, in the order of their dates, by their words and the names of their outlets."""

    def __init__(self) -> None:
        self._by_stem: dict[str, deque[Traits]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._by_name: dict[str, deque[Traits]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))
        self._uses: Counter[str] = Counter()
        self._seen = 0

    def add(self, traits: Traits) -> None:
        """Makes an article one that later ones may have come from."""
        self._seen += 1
        for stem in traits.vocabulary:
            self._uses[stem] += 1
            self._by_stem[stem].append(traits)
        for name, sure in traits.names.items():
            if sure >= SURE / 2:
                self._by_name[name].append(traits)

    def of(self, traits: Traits) -> list[Traits]:
        """The articles to compare with, in the order in which they were added; at most COMPARED."""
        worth: dict[str, float] = defaultdict(float)
        found: dict[str, Traits] = {}
        for stem in sorted(traits.vocabulary):  # sums of floats depend on their order
            for other in self._by_stem.get(stem, ()):
                found[other.id] = other
                worth[other.id] += math.log((self._seen + 1) / self._uses[stem])
        for name in traits.capitalised:
            for other in self._by_name.get(name, ()):
                found[other.id] = other
                worth[other.id] += math.log(self._seen + 1)  # as much as a word that nobody else has
        kept = sorted(found, key=lambda id: (-worth[id], id))[:COMPARED]
        return [found[id] for id in found if id in set(kept)] if len(kept) < len(found) else list(found.values())
