"""Whether what looks like an hour is one where it stands: "he calls at ten", not "it stands at ten"."""

from __future__ import annotations

import re

from reportedly.reading.times.patterns import HOURS

_REACH = 48
NO_NOUN = re.compile(r"[ \xa0]?(?:[.,;:?!)”’\"]|\Z)|[ \xa0](?:and|or|to|when|but|by|with|as|he|she|they|it|we|I)\b")
"""What shows that a number counts nothing that follows it."""

_WORD = re.compile(r"(\w+)[ \xa0\n]*\Z")
_NAME = re.compile(r"[ \xa0][A-Z][a-z]")
_LINE = re.compile(r"(?:\A|\n)[ \xa0•*–-]*\Z")
_STAMPED = re.compile(r"[ \xa0]*(?:\n|[–—:|-])|:?[ \xa0](?=[A-Z“\"‘'])")  # "16.25 The gate is open"
_COUNTING = re.compile(  # "it stands at five", "the number of dead is put at eleven"
    r"\b(?:stops?|stopped|stays?|stood|stands?|puts?|numbers?|unchanged|remains?|remained|rates?|fixed|set)\W"
    r"(?:[\w’]+\s){0,3}at\s\Z",
    re.I,
)
_AMOUNT = re.compile(rf"[ \xa0](?:to (?:{'|'.join(HOURS)})|and a (?:half|quarter))\b")  # "at two to one"
_VERSES = re.compile(
    r"(?:\b[A-Z][a-z]+(?<!\bAt)(?<!\bBy)(?<!day)(?<!\bFrom)(?<!\bUntil)|\d[;,])[ \xa0]\Z"
)  # "Romans 5:11"


def is_hour(text: str, start: int, end: int) -> bool:
    """Whether an hour of a day stands between these places."""
    words, before = text[start:end].lower(), text[max(0, start - _REACH) : start]
    found = _WORD.search(before)
    word = found[1].lower() if found else ""
    if words in {"lunchtime", "teatime"}:
        return word in {"at", "by", "until", "till", "since", "before", "after", "around"}
    if text[start].isupper() and _NAME.match(text, end):
        return False  # "the Midday Express"
    if words.replace(":", "").isdigit() and _VERSES.search(before):
        return False
    if words in HOURS:  # "he calls on her at ten"
        counts = _COUNTING.search(before) or _AMOUNT.match(text, end)
        return word == "at" and NO_NOUN.match(text, end) is not None and not counts
    if words.replace(".", "").isdigit():  # "until 22.00"; not "the rate is at 7.25 per cent"
        if _LINE.search(before) and _STAMPED.match(text, end):
            return True
        return word in {"at", "by", "until", "till", "from"} and NO_NOUN.match(text, end) is not None
    return True
