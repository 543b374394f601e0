"""A text -> the words that it is found by: folded, without accents and endings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

LONGEST = 40  # characters of a word; what is longer is an address or a digest

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_PLAIN = str.maketrans({"’": None, "'": None, "‘": None})
# words that nearly every sentence has, and nobody looks for
STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been but by for from had has have he her his i in is it its of on or she that the their "
        "they this to was we were which who will with would",
    )
)


def words_in(text: str) -> list[str]:
    """The words of a text, each once, in their order; without those that nearly every sentence has."""
    found = (stem(word) for word in _WORD.findall(_folded(text)) if word not in STOP)
    return list(dict.fromkeys(word for word in found if word))


def words_of(text: str) -> str:
    """The words of a text in one string, in the order of the alphabet, with a space before and behind each."""
    return f" {' '.join(sorted(words_in(text)))} "


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without the endings of English plurals, past tenses and participles, so that "talks" finds "talk"."""
    word = word[:LONGEST]
    if len(word) <= 3 or word == "news" or not word.isascii() or not word.isalpha():
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes", "zes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) >= 3 and re.search("[aeiouy]", rest):
            if rest[-1] == rest[-2] and rest[-1] not in "lsz":
                rest = rest[:-1]
            word = rest
            break
    return word[:-1] if len(word) > 4 and word.endswith("e") else word  # "withdrawal of troops": moved, move, moving


def _folded(text: str) -> str:
    text = _ACRONYM.sub(lambda match: match[0].replace(".", ""), text.translate(_PLAIN))
    apart = unicodedata.normalize("NFKD", text)
    return "".join(c for c in apart if not unicodedata.combining(c)).casefold() if not text.isascii() else apart.lower()
