"""Which one in a row a contact is: 4 in "met for the fourth time" and "their fourth meeting"."""

from __future__ import annotations

import re

from reportedly.reading.contacts.standing import STOP
from reportedly.records.article import Span

_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}
_TIME = re.compile(rf"\bfor (?:the|a) ({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) time\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))(?: [\w-]+)?\s*$", re.IGNORECASE)


def ordinal_of(text: str, sentence: tuple[int, int], trigger: Span) -> int | None:
    """The number that the sentence gives a contact; None where it does not count."""
    start, end = sentence
    counted = _BEFORE.search(text, start, trigger.start) or _TIME.search(text, trigger.end, end)
    if counted is None or STOP.search(text, min(counted.end(), trigger.end), counted.start()):
        return None
    word = counted[1].lower()
    return _ORDINALS[word] if word in _ORDINALS else int(word[:-2])
