"""The verbs of a sentence and the time they tell of, as far as their forms show it.

Nothing is parsed: helping words ("will", "was", "to") and endings are read from left to right.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from reportedly.reading.times.words import NUMBERS, ORDINALS
from reportedly.reading.wordlists import entries_of

Tense = Literal["past", "present", "future", "telling"]


class Verb(NamedTuple):
    """A group of verbs from its helping word to its main one; "telling" are present forms of speech, as in "says"."""

    start: int
    end: int
    tense: Tense


_TOKEN = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*|\S")
_HELPING = ("future", "be", "was", "have", "did", "short")
_NONE: frozenset[str] = frozenset()
_OPENERS = frozenset("“\"‘'(")  # behind which "May" may ask
_ARRANGED = frozenset(["arranged", "called", "chaired", "convened", "hosted", "organised", "organized", "staged"])
_WISHING = frozenset(["want", "wants", "wanted"])
_OBJECTS = frozenset(["it", "him", "her", "them", "this", "that"])
_NOUNS_TOO = frozenset(["bet", "bid", "cut", "hit", "lay", "lead", "shot", "split"])
_END_TO_END = frozenset([("nose", "tail"), ("head", "tail"), ("head", "toe"), ("top", "toe")])
_REACH = 4  # words from a helping word to its main verb: "will, he hopes, meet" is not waited for

Token = tuple[str, int, int]


def find_verbs(text: str, start: int, end: int) -> list[Verb]:
    """The groups of verbs between these places, in their order."""
    tokens = [(match[0], match.start(), match.end()) for match in _TOKEN.finditer(text, start, end)]
    return list(_groups(tokens))


@lru_cache(maxsize=4096)
def tense_of(words: str) -> Tense | None:
    """The tense of the words of a cue; None without a verb, and for "has said", which leaves open when."""
    verb = next(iter(find_verbs(words, 0, len(words))), None)
    if verb is None or "have" in _helps(words[verb.start :].split()[0].lower()):
        return None
    return verb.tense


def _groups(tokens: list[Token]) -> Iterator[Verb]:
    forms = _forms()
    index, last, asks = 0, None, False
    before: Tense | None = None
    while index < len(tokens):
        word, start, _ = tokens[index]
        lower = word.lower()
        tense: Tense | None = None
        until = index
        month = word == "May" and index > 0 and tokens[index - 1][0] not in _OPENERS
        helps = _NONE if month else _helps(lower)
        if "future" in helps:
            until, tense = _main(tokens, index)
            if _is_declined(tokens, index, until):
                tense = "past"
            if _is_participle(tokens[until][0]) and any(tokens[i][0] == "have" for i in range(index + 1, until)):
                tense = "past"
        elif "be" in helps or "was" in helps:
            until, tense = _being(tokens, index, "was" in helps)
        elif "short" in helps:
            until, tense = _being(tokens, index, False)
            if until > index and not tokens[until][0].endswith("ing"):
                tense = "past"  # "he’s met her"
        elif "did" in helps:
            until, tense = _main(tokens, index)[0], "past"
            asks = until == index
        elif "have" in helps:
            owns = _owns(tokens, index)
            until, tense = (index, "present") if owns else (_main(tokens, index)[0], "past")
        elif lower == "to" and _is_plain(tokens, _unquoted(tokens, index + 1)):
            until = _main(tokens, index)[0]
            past = tokens[index + 1][0] == "have" or (last is not None and _is_implied(tokens, last))
            tense = "past" if past else "future"
        elif before == "future" and lower in _ARRANGED and index + 1 < len(tokens) and tokens[index + 1][0] == "by":
            pass  # "will attend a rally organised by the union on Friday"
        elif _is_past(tokens, index) and not (index and tokens[index - 1][0].lower() in forms["staying"]):
            tense = "past"
            if lower in forms["announced"] and _is_for_a_time(tokens, index + 1):
                tense = "future"
        elif lower in forms["reports"] and word.islower():
            tense = "telling"
        elif lower in forms["present"] and word.islower() and _is_finite(tokens, index):
            tense = "past" if asks and not lower.endswith("s") else "present"  # "Did the two meet?"
        if tense is not None:
            yield Verb(start, tokens[until][2], tense)
            last, before = until, tense
        index = max(until, index) + 1


def _helps(word: str) -> frozenset[str]:
    """The sets of helping words that a word is in, or ends with one of: "they’ll"."""
    sets = _helping()
    if "’" in word or "'" in word:
        return sets.get(word, _NONE) | sets.get(word[-3:], _NONE)
    return sets.get(word, _NONE)


def _main(tokens: list[Token], index: int) -> tuple[int, Tense]:
    """Where the main verb after a helping word stands; the word itself where none follows."""
    skipped = _forms()["adverb"]
    at = index
    for ahead in range(index + 1, min(index + 1 + _REACH, len(tokens))):
        word = tokens[ahead][0]
        if word in skipped or word.endswith("ly"):
            continue
        if word in {"be", "been", "being", "have"}:
            at = ahead
            continue
        if word != "to" and word in _forms()["preposition"]:
            return at, "future"
        return (ahead if word.isalpha() and word.islower() and word not in _forms()["determiner"] else at), "future"
    return at, "future"


def _is_declined(tokens: list[Token], index: int, until: int) -> bool:
    """ "She would not say on Monday", "nobody could be reached": that is what was, not what will be."""
    helper, main = tokens[index][0].lower(), tokens[until][0]
    if not helper.startswith(("would", "could")) or main not in _forms()["declining"]:
        return False
    between = {tokens[at][0] for at in range(index + 1, until)}
    return helper.endswith("t") or "not" in between or _is_behind_nobody(tokens, index)


def _is_behind_nobody(tokens: list[Token], index: int) -> bool:
    """Whether "nobody", "none", "neither" or "no one" stands before a word."""
    before = [word.lower() for word, _, _ in tokens[max(0, index - 2) : index]]
    return before == ["no", "one"] or (bool(before) and before[-1] in {"nobody", "none", "neither"})


def _being(tokens: list[Token], index: int, was: bool) -> tuple[int, Tense]:
    """A form of "be" and what follows: is to, is due, is meeting, is held, was told."""
    at, _ = _main(tokens, index)
    word = tokens[at][0].lower() if at > index else ""
    if not word:
        return index, "past" if was else "present"
    if word == "to" and at + 1 < len(tokens):  # also "was to have met", which as a rule is told of a plan called off
        return _main(tokens, at)[0], "future"
    if word in _forms()["announced"]:
        return at, "future"
    if was:
        return at, "past"
    verbal = word.endswith("ing") or _is_participle(word)
    return (at if verbal else index), "future" if verbal else "present"


def _owns(tokens: list[Token], index: int) -> bool:
    """Whether "have" is the main verb itself: "they have a meeting", "they have until Friday"."""
    following = _following(tokens, index)
    forms = _forms()
    return following.isdigit() or following in forms["determiner"] | forms["preposition"] | forms["held"]


def _unquoted(tokens: list[Token], index: int) -> int:
    """The next word, behind a mark that opens a quotation: "called on them to “fill the square”"."""
    return index + 1 if index + 1 < len(tokens) and tokens[index][0] in _OPENERS else index


def _is_participle(word: str) -> bool:
    return word.endswith("ed") or word in _forms()["past"] or word in {"come", "become", "run"}


def _is_past(tokens: list[Token], index: int) -> bool:
    word = tokens[index][0]
    forms = _forms()
    if not word.islower():
        return False
    if word in {"done", "gone"} and index and tokens[index - 1][0] in _OBJECTS:
        return False  # "wants her gone by Friday"
    if index > 1 and tokens[index - 2][0] in _WISHING and tokens[index - 1][0] in _OBJECTS:
        return False  # "wants it repainted in June"
    if word in _NOUNS_TOO and index > 1 and _is_noun(tokens, index):
        return False
    if word == "written" and index + 1 < len(tokens) and _following(tokens, index) not in forms["preposition"]:
        return not tokens[index + 1][0].islower()  # "a written answer"
    if word in forms["past"]:
        return True
    if not word.endswith("ed") or len(word) < 5 or word in forms["noun"] or "-" in word:
        return False
    return not (index and tokens[index - 1][0].lower() in forms["determiner"])  # "the wounded soldiers"


def _is_noun(tokens: list[Token], index: int) -> bool:
    """ "The first cut in September", "a rate cut": one or two words behind a determiner, with no object."""
    articles = _forms()["determiner"]
    if not any(tokens[at][0].lower() in articles for at in (index - 2, index - 1)):
        return False
    following = _following(tokens, index)
    return not following.isalpha() or following in _forms()["preposition"]


def _is_plain(tokens: list[Token], index: int) -> bool:
    """Whether the word after "to" looks like a verb: small letters, no determiner, no "to work", "to school"."""
    if index >= len(tokens):
        return False
    word = tokens[index][0]
    if not (word.isalpha() and word.islower()) or word.endswith(("ing", "ers")):
        return False
    if index > 1 and (tokens[index - 2][0] == word or (tokens[index - 2][0], word) in _END_TO_END):
        return False  # "back to back"
    if word.endswith("ive") and word not in _forms()["ive"]:  # "cut its outlook to negative"
        return False
    if word in _forms()["determiner"] | _forms()["preposition"]:  # "swore to on Monday"
        return False
    if word in NUMBERS or (
        word.endswith("s") and not word.endswith(("ss", "us"))
    ):  # "ten to one", "wrote to investors"
        return False
    return word not in {"parliament", "them", "him", "us", "me", "it", "you", "date", "half"}


def _is_implied(tokens: list[Token], last: int) -> bool:
    return tokens[last][0].lower() in _forms()["implied"]


def _is_finite(tokens: list[Token], index: int) -> bool:
    """Whether a present form is a verb here: not "the meet", "a vote", "talks report"."""
    before = tokens[index - 1][0].lower() if index else ""
    word = tokens[index][0]
    if before == "and" and word in {"flies", "goes", "heads", "leaves", "returns", "travels"}:
        return _following(tokens, index) in {"to", "for", "home"}
    if before in _forms()["determiner"] or before in {"of", "to", "by", "in", "for", "with", "and", "on", "at"}:
        return False
    if word.endswith("s") and before in NUMBERS and before != "one":  # "six votes"
        return False
    return (
        (word.endswith("s") and not word.endswith("ss"))
        or (before.endswith("s") and not before.endswith(("'s", "’s")))
        or before in {"they", "we", "you", "who", "which", "i", "two", "both"}
    )


def _is_for_a_time(tokens: list[Token], index: int) -> bool:
    """Whether a time may follow what was planned or set: "for June", "on the 9th"; not "on the telephone"."""
    if index + 1 >= len(tokens) or tokens[index][0] not in {"for", "on", "in", "at", "by", "to"}:
        return False
    if tokens[index][0] != "on":
        return True
    ahead = index + 2 if tokens[index + 1][0] == "the" and index + 2 < len(tokens) else index + 1
    return not tokens[ahead][0].islower() or tokens[ahead][0] in ORDINALS


def _following(tokens: list[Token], index: int) -> str:
    return tokens[index + 1][0].lower() if index + 1 < len(tokens) else ""


@cache
def _forms() -> dict[str, frozenset[str]]:
    """The words of each set of lists/verb_forms.txt."""
    return {words[0]: frozenset(words[1:]) for words in map(str.split, entries_of("verb_forms.txt"))}


@cache
def _helping() -> dict[str, frozenset[str]]:
    """The sets of helping words that each of them is in."""
    forms = _forms()
    return {word: frozenset(n for n in _HELPING if word in forms[n]) for name in _HELPING for word in forms[name]}
