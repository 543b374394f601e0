"""Somebody called by the country: "the Spaniard", "the 51-year-old Brazilian"."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.reading.cast.nouns import Noun, home_of, noun, qualifies
from reportedly.reading.cast.phrases import Phrase

NATIONAL = "national"  # the mark of such a noun
_ONE = re.compile(r"(?P<the>[Tt]he )(?:(?:[a-z-]+|\d{1,2}-year-old) ){0,2}(?P<word>[A-Z][a-z]+)")
_GOES_ON = re.compile(r"-\w| (?:[A-Z\d]|[a-z]+-)")
_ADJECTIVE = ("al", "ary", "ble", "ern", "ful", "ic", "ive", "ous")  # "the Australian automotive industry"
_HOMES = ("", "a", "ia", "o", "y", "e", "land")  # behind the stem: Ostvara of "Ostvaran"
_WORD = re.compile(r"(?<![\w’'-])[A-Z]\w+(?![\w-])")
_NEXT = re.compile(r" ([a-z]+)\b")


def _is_of_a_country(text: str, word: str) -> bool:
    """Whether a word calls one of a country that is known, or of one that the text names: "Ostvaran", of Ostvara."""
    if home_of(word) is not None:
        return True
    if len(word) < 6 or not word.endswith("an") or noun(word) is not None or qualifies(word):
        return False
    return any(word[:-2] + ending in _words_of(text) for ending in _HOMES)


@lru_cache(maxsize=1)  # whoever is asked of next is most often in the same text
def _words_of(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


def as_national(text: str, start: int, words: str) -> Phrase | None:
    """The phrase of words that call one person by the country; None for "the German" of "the German army"."""
    match = _ONE.fullmatch(words)
    if match is None or not _is_of_a_country(text, match["word"]) or _GOES_ON.match(text, start + len(words)):
        return None
    behind = _NEXT.match(text, start + len(words))
    if behind is not None and (noun(behind[1]) is not None or behind[1].endswith(_ADJECTIVE)):
        return None
    head = Noun(match["word"].lower(), "person", marks=frozenset(("vague", NATIONAL)))
    return Phrase("noun", "the", core=(match.end("the"), len(words)), head=head)
