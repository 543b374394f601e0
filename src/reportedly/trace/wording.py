"""What the words of a content say apart from their topic: stems, numbers, negation, hedges and tense."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[0-9]+(?:[.,:][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")

STOPS = frozenset(
    "a an the this that these those of to in on at for by from with as into over under about after before between "
    "and or but if than then so nor yet while when where which who whom whose what how why whether there here "
    "i me my we us our you your he him his she her hers it its they them their theirs himself herself itself "
    "themselves be is are was were been being am do does did done doing have has had having will would shall should "
    "can could may might must not no any some all both each such own same other another also only just very too "
    "more most said say says s t ll re ve d m’s up out off down again once now".split()
)

_NEGATORS = frozenset(
    "not no never nobody none nothing nowhere neither nor without cannot n't nought refuse refused refuses refusing "
    "deny denies denied denying reject rejects rejected false untrue fails failed lacks lacked lacking hardly "
    "unchanged nil unable".split()
)
_HEDGES = frozenset(
    "may might could can perhaps possibly maybe likely unlikely probably apparently reportedly seem seems seemed "
    "appear appears appeared suggest suggests suggested consider considers considering considered leaning leans lean "
    "expect expected expects hope hopes hoped consistent principle possible potential potentially if unless should "
    "suspect suspects suspected suspicion believe believes believed think thinks thought aim aims aiming mulling "
    "mulls weighing weighs ready prepared open chance risk around roughly nearly almost some estimated indications "
    "preliminary provisional tentative tentatively would whether talk rumour rumours".split()
)
_FIRM = frozenset(
    "will shall must proves prove proved proven proof certain certainly definitely ruled confirmed confirms confirm "
    "established establishes decided decides agreed definite final officially official clearly undoubtedly".split()
)
_FUTURE = frozenset(
    "will ll shall would going plans plan planned planning due set intends intend wants want tomorrow next soon "
    "begin about".split()
)
_PARTICIPLES = frozenset(
    "been done gone met made held taken given sent seen told found left lost won begun agreed come become brought "
    "built bought caught chosen cut fallen felt flown forgotten gotten got grown heard hidden hit kept known laid led "
    "lent let lit meant paid put read risen run sold shot shown shut slept spent spoken stolen struck sworn thrown "
    "understood withdrawn worn written broken driven eaten signed".split()
)
_PASTS = frozenset(
    "was were had did went met made held took gave sent saw told found left lost won began came became brought built "
    "bought caught chose fell felt flew forgot got grew heard hid kept knew laid led lent lit meant paid rose ran sold "
    "shot showed slept spent spoke stole struck swore threw understood withdrew wore wrote broke drove ate died".split()
)
_AUXILIARIES = frozenset("has have had having 've ve 's".split())

_UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19, "dozen": 12, "twice": 2, "both": 2, "half": 0.5, "third": 1 / 3,
    "quarter": 0.25, "fifth": 0.2,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALES = {
    "hundred": 100, "thousand": 1e3, "million": 1e6, "millions": 1e6, "billion": 1e9, "billions": 1e9, "trillion": 1e12,
    "m": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
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
    return found


def is_negated(low: Sequence[str]) -> bool:
    """Whether the words deny more than they affirm: one "not" or "never", not two."""
    return sum(word in _NEGATORS for word in low) % 2 == 1


def negators(low: Sequence[str]) -> int:
    """How many words negate."""
    return sum(word in _NEGATORS for word in low)


def hedges(low: Sequence[str]) -> int:
    """How many words leave a door open: may, could, likely, in principle."""
    return sum(word in _HEDGES for word in low)


def firm_words(low: Sequence[str]) -> int:
    """How many words close it: will, proves, confirmed."""
    return sum(word in _FIRM for word in low)


def looks_ahead(low: Sequence[str]) -> bool:
    """Whether the words tell of what is to come: will, plans to, is to, a leading infinitive."""
    if low[:1] == ["to"] or any(word in _FUTURE for word in low):
        return True
    return any(a in {"is", "are", "was", "were"} and b == "to" for a, b in zip(low, low[1:], strict=False))


def looks_back(low: Sequence[str]) -> bool:
    """Whether the words tell of what has happened: has met, was held, signed."""
    for here, word in enumerate(low):
        if word in _AUXILIARIES and any(_participle(after) for after in low[here + 1 : here + 4]):
            return True
        if word in _PASTS:
            return True
    return any(word.endswith("ed") and len(word) > 4 and not _passive(low, at) for at, word in enumerate(low))


def _participle(word: str) -> bool:
    return word in _PARTICIPLES or (word.endswith("ed") and len(word) > 3)


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
        bare_one = low[at] == "one" and to == at + 1
        if not bare_one:
            found.append(Figure(value, at, to, follows))
        at = to
    return found


def _number(low: Sequence[str], at: int) -> tuple[float | None, int]:
    total, here, seen = 0.0, at, False
    while here < len(low):
        parts = list(_pieces(low[here]))
        if not parts:
            break
        for kind, value in parts:
            if kind == "scale":
                total = (total or 1) * value if seen else value
            elif seen and kind == "digits":
                return total, here
            else:
                total += value
            seen = True
        here += 1
        if (
            here < len(low) - 1
            and low[here] == "and"
            and seen
            and any(True for _ in _pieces(low[here + 1]))
            and total >= 100
        ):
            here += 1
    return (round(total, 6), here) if seen else (None, at)


def _pieces(word: str) -> Iterator[tuple[str, float]]:
    if word[0].isdigit():
        bare = word.replace(",", "") if _GROUPED.fullmatch(word) else word
        if re.fullmatch(r"[0-9]+(?:\.[0-9]+)?", bare):
            yield "digits", float(bare)
        return
    if word in _UNITS:
        yield "word", _UNITS[word]
    elif word in _TENS:
        yield "word", float(_TENS[word])
    elif word in _SCALES:
        yield "scale", _SCALES[word]


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
