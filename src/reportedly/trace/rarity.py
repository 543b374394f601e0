"""How rare a word is: in everyday news, and in what a store holds."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

COUNTS = "lists/stem_counts.tsv"  # made again by: python -m training.stem_counts
_UNSEEN = 0.5  # articles of everyday news in which a stem that is not listed stands


class Rarity:
    """Weights of stems, from everyday news and all articles noted so far."""

    def __init__(self) -> None:
        self._held: Counter[str] = Counter()
        self._articles = 0

    def note(self, stems: Iterable[str]) -> None:
        """Counts the stems of one more article, each once."""
        self._held.update(stems)
        self._articles += 1

    def weight(self, stem: str) -> float:
        """What the stem weighs: more, the fewer articles have it."""
        seen = everyday().get(stem, 0) + self._held[stem] + _UNSEEN
        return math.log((everyday()[""] + self._articles + 1) / seen)


@cache
def everyday() -> Mapping[str, int]:
    """In how many articles of everyday news a stem stands; under the empty one, of how many."""
    text = files("reportedly.trace").joinpath(COUNTS).read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {stem: int(count) for stem, count in rows}
