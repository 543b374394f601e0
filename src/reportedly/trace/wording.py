"""What the words of a content say apart from their topic: stems, numbers, negation, hedges and tense."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise

_WORD = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def _lists() -> dict[str, frozenset[str]]:
    """The words of each kind in lists/wording.tsv."""
    found: dict[str, set[str]] = defaultdict(set)
    for line in files("reportedly.trace").joinpath("lists/wording.tsv").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            kind, _, words = line.partition("\t")
            found[kind].update(words.split())
    return {kind: frozenset(words) for kind, words in found.items()}


_LISTS = _lists()
STOPS, PRONOUNS = _LISTS["stop"], _LISTS["pronoun"]
_AUXILIARIES = frozenset({"has", "have", "had", "having", "'ve", "'s"})

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "twice": 2, "both": 2,
}  # fmt: skip
_PARTS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5}
_SEVERAL_PARTS = {"halves": 1 / 2, "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "tenths": 1 / 10}
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9,
    "trillion": 1e12,
}  # fmt: skip
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mln": 1e6, "bn": 1e9, "bln": 1e9}  # after digits alone
_IRREGULAR = {
    "met": "meet", "held": "hold", "took": "take", "taken": "take", "gave": "give", "given": "give", "sent": "send",
    "saw": "see", "seen": "see", "told": "tell", "found": "find", "left": "leave", "lost": "lose", "won": "win",
    "began": "begin", "begun": "begin", "came": "come", "brought": "bring", "built": "build", "bought": "buy",
    "kept": "keep", "knew": "know", "known": "know", "led": "lead", "paid": "pay", "rose": "rise", "risen": "rise",
    "sold": "sell", "shot": "shoot", "spent": "spend", "spoke": "speak", "spoken": "speak", "struck": "strike",
    "went": "go", "gone": "go", "fell": "fall", "fallen": "fall", "wrote": "write", "written": "write",
    "withdrew": "withdraw", "withdrawn": "withdraw", "died": "die", "dead": "die", "death": "die", "deaths": "die",
    "killed": "kill", "men": "man", "women": "woman", "children": "child", "people": "person", "fed": "feed",
    "stood": "stand", "thought": "think", "felt": "feel", "made": "make", "heard": "hear", "ran": "run",
    "resignation": "resign", "percent": "percent", "per": "percent", "cent": "percent", "pct": "percent",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of a content, by value, and where it stands in the content's words."""

    value: float
    at: int
    to: int
    follows: str  # the stem of the word after it: what is counted
    before: str  # the stem of the word before it: what it is a measure of

    def counts_with(self, other: Figure) -> bool:
        """Whether both count or measure the same thing, by the word after them or the one before."""
        return bool((self.follows and self.follows == other.follows) or (self.before and self.before == other.before))


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """The word without its endings, lower case: announced, announcement and announces share one."""
    word = word.lower().replace("’", "'")
    word = re.sub(r"'s?$", "", word)
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    for ending in (
        "ations", "ation", "ements", "ement", "ments", "ment", "ingly", "edly", "ions", "ings", "ion", "ing", "ies",
        "ied", "ness", "ally", "ers", "ed", "es", "ly", "er", "al", "s", "y", "e",
    ):  # fmt: skip
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not (ending == "s" and word.endswith("ss")):
            word = word[: -len(ending)]
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "ls":
        word = word[:-1]
    return word[:-1] if word.endswith(("e", "i")) and len(word) > 3 else word


def tokens(text: str) -> list[str]:
    """The words and numbers of a text, in order, as they are written."""
    return [match.group() for match in _WORD.finditer(text)]


def split_negations(words: Sequence[str]) -> list[str]:
    """The words in lower case, with n't and contracted verbs apart."""
    found = []
    for word in words:
        low = word.lower().replace("’", "'")
        if low.endswith("n't"):
            found += [low[:-3], "n't"]
        elif "'" in low:
            found += low.split("'", 1)
        else:
            found.append(low)
    return [word for word in found if word]  # "did n't", as some corpora cut it, has nothing before the n't


def is_negated(low: Sequence[str]) -> bool:
    """Whether the words deny more than they affirm: one "not" or "never", not two."""
    return sum(word in _LISTS["negator"] for word in low) % 2 == 1


def negators(low: Sequence[str]) -> int:
    """How many words negate."""
    return sum(word in _LISTS["negator"] for word in low)


def hedges(low: Sequence[str]) -> int:
    """How many words leave a door open: may, could, likely, in principle."""
    return sum(word in _LISTS["hedge"] for word in low)


def firm_words(low: Sequence[str]) -> int:
    """How many words close it: will, proves, confirmed."""
    return sum(word in _LISTS["firm"] for word in low)


def weak_words(low: Sequence[str]) -> int:
    """How many words say that it may not be so, or not all of it: may, could, part of."""
    return sum(word in _LISTS["weak"] for word in low)


def is_conditional(low: Sequence[str]) -> bool:
    """Whether the words make it hang on something: if, unless, provided that, in principle."""
    return any(word in _LISTS["condition"] for word in low)


def is_unreal(low: Sequence[str]) -> bool:
    """Whether the words tell of what is wanted, planned or possible, and not of what is."""
    return any(word in _LISTS["unreal"] for word in low)


def looks_ahead(low: Sequence[str]) -> bool:
    """Whether the words tell of what is to come: will, plans to, is to, a leading infinitive."""
    if low[:1] == ["to"] or any(word in _LISTS["future"] for word in low):
        return True
    return any(a in {"is", "are", "was", "were"} and b == "to" for a, b in pairwise(low))


def looks_back(low: Sequence[str]) -> bool:
    """Whether the words tell of what has happened: has met, was held, signed."""
    for here, word in enumerate(low):
        if word in _AUXILIARIES and any(_participle(after) for after in low[here + 1 : here + 4]):
            return True
        if word in _LISTS["past"]:
            return True
    return any(word.endswith("ed") and len(word) > 4 and not _passive(low, at) for at, word in enumerate(low))


def _participle(word: str) -> bool:
    return word in _LISTS["participle"] or (word.endswith("ed") and len(word) > 3)


def _passive(low: Sequence[str], at: int) -> bool:
    return any(word in {"be", "being", "to", "will", "would", "get"} for word in low[max(0, at - 3) : at])


def figures(words: Sequence[str]) -> list[Figure]:
    """The numbers of a row of words, each once, with words of number read: "seven million", "3.2", "a dozen"."""
    found = []
    at = 0
    low = [word.lower() for word in words]
    while at < len(low):
        value, to = _number(low, at)
        if value is None:
            at += 1
            continue
        follows = next((stem(word) for word in low[to : to + 3] if word not in STOPS), "")
        before = next((stem(word) for word in reversed(low[max(0, at - 3) : at]) if _counted(word)), "")
        bare_one = low[at] == "one" and to == at + 1
        if not bare_one:
            found.append(Figure(value, at, to, follows, before))
        at = to
    return found


def _counted(word: str) -> bool:
    return word not in STOPS and not word[0].isdigit()


def _number(low: Sequence[str], at: int) -> tuple[float | None, int]:
    """The number that begins at a word, and the word after it: "two thousand three hundred", "half a million"."""
    total, part, to = 0.0, _digits(low[at]), at + 1  # of thousands and more, and what is still to be multiplied
    bare = part is not None
    if part is None:
        part, to = _small(low, at)
    if part is None:
        return None, at
    while to < len(low):
        word = low[to]
        if bare and word in _SHORT_SCALES:
            total, part, to = total + part * _SHORT_SCALES[word], 0.0, to + 1
        elif word in _SCALES and _SCALES[word] < 1e3:
            part, to = (part or 1) * _SCALES[word], to + 1
        elif word in _SCALES:
            total, part, to = total + (part or 1) * _SCALES[word], 0.0, to + 1
        elif tuple(low[to : to + 2]) == ("and", "a") and to + 2 < len(low) and low[to + 2] in _PARTS:
            part, to = part + _PARTS[low[to + 2]], to + 3
        else:
            skip = int(word == "and" and to + 1 < len(low) and part + total >= 100)
            more, after = _small(low, to + skip)
            if more is None or not _goes_on(total, part, more) or low[to + skip] in _SCALES:
                break
            part, to, bare = part + more, after, False
    return round(total + part, 6), to


def _digits(word: str) -> float | None:
    if not word[0].isdigit():
        return None
    bare = word.replace(",", "") if _GROUPED.fullmatch(word) else word
    return float(bare) if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", bare) else None


def _small(low: Sequence[str], at: int) -> tuple[float | None, int]:
    """The number that a few words make: "twelve", "two fifths", "seven point one", "half a million"."""
    word, after = low[at], low[at + 1 : at + 3]
    if word in _PARTS:
        to = at + 1 + (list(after[:1]) == ["of"])
        if list(low[to : to + 1]) == ["a"] and to + 1 < len(low) and low[to + 1] in _SCALES:
            return _PARTS[word] * _SCALES[low[to + 1]], to + 2
        return _PARTS[word], at + 1
    if word in _SCALES:
        return _SCALES[word], at + 1
    value = _UNITS.get(word, float(_TENS[word]) if word in _TENS else None)
    if value is None:
        return None, at
    if after and after[0] in _SEVERAL_PARTS:
        return value * _SEVERAL_PARTS[after[0]], at + 2
    if len(after) == 2 and after[0] == "point" and _UNITS.get(after[1], 10) < 10:
        return value + _UNITS[after[1]] / 10, at + 3
    return value, at + 1


def _goes_on(total: float, part: float, more: float) -> bool:
    """Whether a number in words can go on with this one: hundred and five, twenty-one; not two three."""
    if more != int(more) or part != int(part):
        return False
    if part == 0:
        return total > 0
    return (part % 100 == 0 and more < 100) or (part % 100 >= 20 and part % 10 == 0 and 0 < more < 10)


def stems(words: Sequence[str]) -> list[str]:
    """The stems of the words that carry meaning, in order."""
    return [stem(word) for word in words if word.lower().replace("’", "'") not in STOPS and not word[0].isdigit()]


def trigrams(words: Sequence[str]) -> frozenset[str]:
    """Runs of three characters within the words that carry meaning: near spellings share most of them."""
    return frozenset(
        padded[i : i + 3]
        for word in words
        if word.lower() not in STOPS
        for padded in [f"^{word.lower()}$"]
        for i in range(len(padded) - 2)
    )


def stems_of(kind: str) -> frozenset[str]:
    """The stems of one kind of words in lists/wording.tsv."""
    return frozenset(map(stem, _LISTS[kind]))
