"""Which word of a sentence an expression of time belongs to: "said on Tuesday that he will go on Friday"."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TypeVar

from reportedly.reading.times.verbs import Verb, find_verbs

Head = TypeVar("Head", bound=tuple[int, int, object])

_MARKS = re.compile('[“”"«»]')
_LEADING = re.compile(
    r"\b(?:on|in|at|by|from|since|until|till|before|after|during|over|around|about|late|early|back|the|of|for)\s\Z",
    re.I,
)
_OPENS = re.compile(
    r"(?:\A|[;:(—–]|\s[-]|\b(?:that|but|who|whom|which|when|where|while|if|because|whether|though|although))\s*\Z", re.I
)
_JOINS = re.compile(r"(?:,|\b(?:and|or|as))\s*\Z", re.I)
_SUBJECT = re.compile(  # not "on Friday, their first talks"
    r"(?!\s*,\s*(?:the|his|her|their|its) (?:first|second|third|fourth|last|latest)\b)(?:"
    r"\s*+,?\s*(?:the|a|an|he|she|they|we|it|i|his|her|their|its|[A-Z]|\d[\d,]*(?= [a-z])|"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|some|several|both|all|no)(?= [a-z]))\b|"
    r"\s*,\s*(?:the|a|an|he|she|they|we|it|[A-Z]))"
)
_AT_ONCE = re.compile(r"\s+(?:\w+ly\s+|also\s+|then\s+)?\Z")


def in_same_voice(text: str, place: tuple[int, int], sentence: tuple[int, int], heads: Sequence[Head]) -> list[Head]:
    """The heads that stand in the same quotation as a place, or like it in none."""
    voice = _voices(text, sentence)
    own = voice(place[0])
    return [head for head in heads if voice(head[0]) == own]


def _voices(text: str, sentence: tuple[int, int]) -> Callable[[int], int]:
    """Which stretch of speech each place of a sentence lies in: its number; 0 outside of quotation marks."""
    marks = [(mark.start(), mark[0]) for mark in _MARKS.finditer(text, *sentence)]
    places = [start for start, _ in marks]
    opened = bool(marks) and marks[0][1] in "”»"  # the quotation began in a sentence before

    def voice(place: int) -> int:
        count = bisect_right(places, place)
        return count + 1 if (count % 2 == 1) != opened else 0

    return voice


def governor(text: str, place: tuple[int, int], heads: Sequence[Head], sentence: tuple[int, int]) -> Head | None:
    """The head that an expression of time belongs to: as a rule the one before it in its clause."""
    heads = in_same_voice(text, place, sentence, heads)
    left = next((head for head in reversed(heads) if head[1] <= place[0]), None)
    right = next((head for head in heads if head[0] >= place[1]), None)
    if left is None or right is None:
        return left or right
    return right if _is_fronted(text, place, left[1], right[0]) else left


def _is_fronted(text: str, place: tuple[int, int], low: int, high: int) -> bool:
    """Whether an expression between two heads belongs to the later one."""
    before, after = text[low : place[0]], text[place[1] : high]
    while lead := _LEADING.search(before):
        before = before[: lead.start()]
    if _AT_ONCE.match(after) and before.strip() and not text.startswith("to ", high):  # "that Putin on Friday met"
        return True
    if not before.strip():
        return False
    if _OPENS.search(before):
        return True
    return bool(_JOINS.search(before) and _SUBJECT.match(after))


@lru_cache(maxsize=256)  # asked for what is told in a sentence, and for the days in it
def verbs_of(text: str, sentence: tuple[int, int]) -> Sequence[Verb]:
    """The verbs of a sentence."""
    return tuple(find_verbs(text, *sentence))
