"""Named groups of words, looked for together: a text is cut into words once, and each word is known from then on."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from itertools import chain

_WORD = re.compile(r"\w+")


class WordGroups:
    """Groups of single words, and of phrases that are groups of the same names; capitals do not matter.

    `words` is a pattern for each name. A phrase is a name, words of which one must stand in a text that has the phrase
    (so that the others are not searched), and a pattern.
    """

    def __init__(self, words: Mapping[str, str], phrases: Iterable[tuple[str, set[str], str]] = ()) -> None:
        self._words = [(name, re.compile(pattern)) for name, pattern in words.items()]
        self._phrases = [(name, keys, re.compile(rf"\b(?:{pattern})\b")) for name, keys, pattern in phrases]
        self._groups_of = lru_cache(maxsize=8192)(self._find_groups)

    def named_in(self, text: str) -> set[str]:
        """The names of the groups of which a text has a word or a phrase."""
        text = text.lower()
        words = {*_WORD.findall(text)}
        found = {*chain.from_iterable(map(self._groups_of, words))}
        for name, keys, pattern in self._phrases:
            if not keys.isdisjoint(words) and name not in found and pattern.search(text):
                found.add(name)
        return found

    def _find_groups(self, word: str) -> tuple[str, ...]:
        return tuple(name for name, pattern in self._words if pattern.fullmatch(word))
