"""People whom an article only describes, where nothing is marked: "a scientist", "her mother", "voters"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.reading.cast.leads import CUT, DEFINITE, NUMBERS, OWNING
from reportedly.reading.cast.no_names import is_time
from reportedly.reading.cast.nouns import Noun, noun, small_words
from reportedly.reading.cast.tokens import Place
from reportedly.reading.cast.unmarked import Taken
from reportedly.records.actor import PRONOUNS

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+|[^\W_][\w’'-]*")
_BEGINS = re.compile(r"(?:\A|[\n.!?:“\"‘(—])\s*\Z")
_LED = DEFINITE | OWNING | NUMBERS.keys() | {"a", "an", "some", "many", "most", "several", "other"}
_NO_ADJECTIVE = CUT | PRONOUNS | {*small_words("finite"), *small_words("stop"), "to", "not"}
_NUMBER = re.compile(r"(?!(?:19|20)\d\d\Z)\d{1,6}|\d{1,3}(?:,\d{3})+")  # no year
_SUBJECTS = frozenset(("who", "which", "that", "it", "he", "she"))
_VERBS = frozenset(("lead", "head", "host", "star", "chair"))
_TOWARDS = frozenset(("back", "into", "off", "toward", "towards"))
ADJECTIVES = 2  # words in small letters between what leads a description and its noun; and any others:
BETWEEN = 4


def find_described(text: str, marked: Iterable[Place]) -> Iterator[tuple[Place, Noun]]:
    """The places of descriptions of people, each with its noun; a marked name may stand in one ("a Sarn sailor")."""
    taken = Taken(marked)
    words = [*_WORD.finditer(text)]
    called = [word[0] for word in words]
    people = {word: found for word in {*called} if (found := _person(word)) is not None}
    for number in [number for number, word in enumerate(called) if word in people]:
        word, found = words[number], people[called[number]]
        if called[number][0].isupper() and _BEGINS.search(text, max(0, word.start() - 3), word.start()) is None:
            continue
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and text[word.end() : after.start()] == " " and _goes_on(after[0]):
            continue
        start = _start(text, words, number, found)
        if start is not None and taken.add_around(start, word.span()):
            yield (start, word.end()), found


def _person(word: str) -> Noun | None:
    """The noun for people that a word in small letters is, or a plural that a sentence may begin with."""
    found = noun(word) if word.islower() or word[1:].islower() else None
    if found is None or found.kind not in ("person", "group") or "bodies" in found.marks:
        return None
    return found if word.islower() or found.plural else None


def _goes_on(after: str) -> bool:
    """Whether a noun before this word is no description's end: "the minister Orten", "the police chief", "head of"."""
    return after[0].isupper() or after == "of" or noun(after) is not None


def _start(text: str, words: list[re.Match[str]], number: int, found: Noun) -> int | None:
    """Where the description begins; None where nothing leads it and it is of one."""
    small, first, named = 0, number, True
    for at in range(number - 1, max(-1, number - BETWEEN - 2), -1):
        word = words[at][0]
        low = word.lower()
        if text[words[at].end() : words[at + 1].start()] != " ":
            break
        if low == "that" and found.plural:
            break  # "says that contractors fell short"
        if low in _LED or _NUMBER.fullmatch(word):
            return words[at].start()
        if low in _NO_ADJECTIVE or is_time(word) or (word[0].isupper() and ("’" in word or "'" in word)):
            break
        small += word[0].islower()
        if small > ADJECTIVES:
            break
        named = named and word[0].isupper()
        first = at if named else first
    if _is_verb_of_name(text, words, number, found):
        return None
    if not found.plural or (first == number and _is_verb(text, words, number, found)):
        return None
    return words[first].start()


def _is_verb(text: str, words: list[re.Match[str]], number: int, found: Noun) -> bool:
    """Whether a plural without a lead is what somebody does: "who chairs the board", "treatment leads to death"."""
    before, after = (words[at][0].lower() if 0 <= at < len(words) else "" for at in (number - 1, number + 1))
    behind = text.startswith(" ", words[number].end())
    return before in _SUBJECTS or found.word in _VERBS or (behind and after in _LED)


def _is_verb_of_name(text: str, words: list[re.Match[str]], number: int, found: Noun) -> bool:
    """Whether it is what somebody named does: "Renn heads into the vote", "Vale chairs the board"."""
    if found.word not in _VERBS or not number or number + 1 == len(words) or not words[number - 1][0][0].isupper():
        return False
    after, behind = words[number + 1][0].lower(), text.startswith(" ", words[number].end())
    return behind and (after in _LED or after in _TOWARDS)
