"""Names as they are compared: without titles, accents and the ways in which a foreign sound is spelt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from reportedly.trace.stems import fold

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
_TITLES = frozenset(
    """
    mr mrs ms miss mx dr prof professor sir dame lord lady baron baroness count countess prince princess king queen
    sheikh sheikha emir sultan president vice prime minister premier chancellor secretary senator sen rep governor gov
    mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm marshal
    commander comrade father sister brother bishop archbishop cardinal pope imam rabbi m mme mlle monsieur madame herr
    frau senor senora don dona maitre me
    ambassador envoy director deputy minister shri spokesman spokeswoman spokesperson chief former ex
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
_SMALL = frozenset(
    ["the", "of", "for", "and", "de", "du", "des", "la", "le", "les", "a", "an", "its", "his", "her", "s"]
)
_LINKING = _SMALL - {"a"}  # in names of people: an A. is an initial
_SOUNDS = (  # one spelling for sounds that are written in several ways; ç and ş stand for ch and sh
    ("shch", "ş"), ("tsch", "ç"), ("tch", "ç"), ("sch", "ş"), ("ch", "ç"), ("sh", "ş"), ("dzh", "j"), ("kh", "h"),
    ("gh", "g"), ("zh", "j"), ("ck", "k"), ("ph", "f"), ("th", "t"), ("ou", "u"), ("oo", "u"), ("ee", "i"),
    ("yu", "u"), ("iu", "u"), ("ju", "u"), ("ya", "a"), ("ia", "a"), ("ja", "a"), ("ye", "e"), ("ie", "i"),
    ("w", "v"), ("q", "k"), ("c", "k"), ("x", "ks"), ("y", "i"), ("j", "i"), ("z", "s"),
)  # fmt: skip
_ENDING = re.compile(r"(?<=...)[aeioun]+$")  # Kelmarra and Kelmarran
_DOUBLED = re.compile(r"(.)\1+")
_NEAR = 0.82  # of their letters, that two spellings of a name of six letters and more share
_LONG = 6


@lru_cache(maxsize=100_000)
def sound_of(word: str) -> str:
    """A folded word in the spelling that its transliterations share: Zelensky and Zelenskyy are "selenski"."""
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    return _DOUBLED.sub(r"\1", word.replace("'", "").replace("-", ""))


def skeleton_of(sound: str) -> str:
    """The consonants of a sound, by which near spellings are looked up."""
    return sound[:1] + re.sub("[aeiou]", "", sound[1:])


@lru_cache(maxsize=100_000)
def person_of(name: str) -> tuple[str, ...]:
    """The words of a person's name, folded, without titles; all of them where it has nothing else."""
    words = [word.removesuffix("'s") for word in _WORD.findall(fold(name))]
    bare = [word for word in words if word not in _TITLES and word not in _LINKING]
    return tuple(bare or words)


@lru_cache(maxsize=100_000)
def body_of(name: str) -> frozenset[str]:
    """The beginnings of the words that make up the name of a body, whatever their order and forms."""
    words = (word.removesuffix("'s") for word in _WORD.findall(fold(name)))
    return frozenset(_ENDING.sub("", sound_of(word)) for word in words if word not in _SMALL)


def same_word(one: str, other: str) -> bool:
    """Whether two folded words are spellings of one name."""
    if one == other:
        return True
    first, second = sound_of(one), sound_of(other)
    if first == second:
        return True
    if min(len(first), len(second)) < _LONG or first[0] != second[0]:
        return False
    return bool(Levenshtein.normalized_similarity(first, second) >= _NEAR)


def same_person(one: Sequence[str], other: Sequence[str]) -> float:
    """How far two names of people agree: 1 in first and last name, less where one has only a last name, 0 not."""
    if not one or not other or not same_word(one[-1], other[-1]):
        return _given_only(one, other)
    if len(one) == 1 or len(other) == 1:
        return 0.7 if len(one) != len(other) else 0.75
    first, second = one[:-1], other[:-1]
    short, long = sorted((first, second), key=len)
    if all(any(_given(a, b) for b in long) for a in short):
        return 1.0
    return 0.0


def _given(one: str, other: str) -> bool:
    initial = len(one) == 1 or len(other) == 1
    return one[0] == other[0] if initial else same_word(one, other) or one.startswith(other) or other.startswith(one)


def _given_only(one: Sequence[str], other: Sequence[str]) -> float:
    """A first name alone is a weak sign."""
    if 1 in (len(one), len(other)) and len(one) != len(other) and one and other and same_word(one[0], other[0]):
        return 0.4
    return 0.0


def same_body(one: frozenset[str], other: frozenset[str]) -> float:
    """How far two names of bodies agree: the share of words that both have, or how much one is within the other."""
    if not one or not other:
        return 0.0
    shared = len(one & other)
    whole = shared / len(one | other)
    within = shared / min(len(one), len(other))
    return max(whole, 0.75 * within if min(len(one), len(other)) > 1 else 0.55 * within)


def initials_of(name: str) -> str:
    """The initials of a name of several words, folded: "mw" for Meridian Wire."""
    words = [word for word in _WORD.findall(name) if word.lower() not in _SMALL]
    return fold("".join(word[0] for word in words)) if len(words) > 1 else ""
