"""People whom an article only describes, where nothing is marked: "a scientist", "her mother", "voters"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.reading.cast.leads import CUT, DEFINITE, NUMBERS, OWNING
from reportedly.reading.cast.nouns import Noun, noun, small_words
from reportedly.reading.cast.tokens import Place
from reportedly.reading.cast.unmarked import Taken
from reportedly.records.actor import PRONOUNS

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_LED = DEFINITE | OWNING | NUMBERS.keys() | {"a", "an", "some", "many", "most", "several", "other"}
_NO_ADJECTIVE = CUT | PRONOUNS | {*small_words("finite"), *small_words("stop"), "to", "not"}
ADJECTIVES = 2  # words between what leads a description and its noun


def find_described(text: str, marked: Iterable[Place]) -> Iterator[tuple[Place, Noun]]:
    """The places of descriptions of people, each with its noun."""
    taken = Taken(marked)
    words = [*_WORD.finditer(text)]
    called = [word[0] for word in words]
    people = {word: found for word in {*called} if (found := _person(word)) is not None}
    for number in [number for number, word in enumerate(called) if word in people]:
        word, found = words[number], people[called[number]]
        after = words[number + 1] if number + 1 < len(words) else None
        if after is not None and text[word.end() : after.start()] == " " and _goes_on(after[0]):
            continue
        start = _start(text, words, number, found)
        if start is not None and taken.add((start, word.end())):
            yield (start, word.end()), found


def _person(word: str) -> Noun | None:
    """The noun for people that a word in small letters is."""
    found = noun(word) if word.islower() else None
    return found if found is not None and found.kind in ("person", "group") and "bodies" not in found.marks else None


def _goes_on(after: str) -> bool:
    """Whether a noun before this word is no description's end: "the minister Orten", "the police chief", "head of"."""
    return after[0].isupper() or after == "of" or noun(after) is not None


def _start(text: str, words: list[re.Match[str]], number: int, found: Noun) -> int | None:
    """Where the description begins; None where nothing leads it and it is of one."""
    for back in range(1, ADJECTIVES + 2):
        at = number - back
        if at < 0 or text[words[at].end() : words[at + 1].start()] != " ":
            break
        low = words[at][0].lower()
        if low in _LED:
            return words[at].start()
        if low in _NO_ADJECTIVE or not words[at][0].islower():
            break
    bare = found.plural and (number == 0 or text[words[number - 1].end() : words[number].start()] != " ")
    before = words[number - 1][0] if number else ""
    return words[number].start() if bare or (found.plural and before.islower()) else None
