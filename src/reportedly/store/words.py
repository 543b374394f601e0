"""A text -> the words that it is found by: folded, without accents and endings."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache

LONGEST = 40  # characters of a word; what is longer is an address or a digest

_WORD = re.compile(r"[^\W_]+")
_ACRONYM = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_OWN = re.compile(r"(?<=\w)['’‘][sS]\b")  # "Harris's" is found by "Harris"
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_LL = re.compile(r"[aeiouy][^aeiouy]+[aeiouy]+ll$")
_PLAIN = str.maketrans({"’": None, "'": None, "‘": None})
# words that nearly every sentence has, and nobody looks for; written in capitals they are names, as the WHO
STOP = frozenset(
    re.findall(
        r"\w+",
        "a an and are as at be been but by for from had has have he her his i in is it its of on or she that the their "
        "they this to was we were which who will with would",
    )
)
# those that join other words in names; the rest are names where they have a capital: Will, the ministry of IT
JOINING = frozenset(re.findall(r"\w+", "a an and at by for from in of on the to with"))


def words_in(text: str) -> list[str]:
    """The words of a text, each once, in their order; without those that nearly every sentence has."""
    return _stems(text, lambda word, low: low in STOP and not (len(word) > 1 and word.isupper()))


def words_in_name(name: str) -> list[str]:
    """The words of what somebody is called, each once, in their order; without those that only join others."""
    return _stems(name, lambda word, low: low in JOINING or (low in STOP and word.islower()))


def words_of(text: str) -> str:
    """The words of a text in one string, in the order of the alphabet, with a space before and behind each."""
    return f" {' '.join(sorted(words_in(text)))} "


def words_of_name(name: str) -> str:
    """The same of what somebody is called."""
    return f" {' '.join(sorted(words_in_name(name)))} "


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without the endings of English plurals, past tenses and participles, so that "talks" finds "talk"."""
    word = word[:LONGEST]
    if len(word) <= 3 or word == "news" or not word.isascii() or not word.isalpha():
        return word
    if word.endswith(("ies", "ied")) and len(word) > 4:
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
    if _LL.search(word):  # "cancelled" and "cancel", but "called" and "call"
        word = word[:-1]
    elif word.endswith("ie") and len(word) > 4:  # "movie", whose plural ends as that of "policy"
        word = word[:-2] + "y"
    return word[:-1] if len(word) > 4 and word.endswith("e") else word  # "withdrawal of troops": moved, move, moving


def _stems(text: str, is_passed_over: Callable[[str, str], bool]) -> list[str]:
    low = ((word, word.casefold()) for word in _WORD.findall(_plain(text)))
    found = (stem(word) for written, word in low if not is_passed_over(written, word))
    return list(dict.fromkeys(word for word in found if word))


def _plain(text: str) -> str:
    """The text without accents, apostrophes and what stands within acronyms and figures; its capitals stay."""
    text = _THOUSANDS.sub("", _OWN.sub("", text)).translate(_PLAIN)
    text = _ACRONYM.sub(lambda match: match[0].replace(".", ""), text)
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
