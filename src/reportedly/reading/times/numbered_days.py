"""Whether the number of a day stands for the day: "on the eighth", not "on the eighth floor"."""

from __future__ import annotations

import re

GOES_ON = frozenset([
    "and", "or", "at", "but", "when", "because", "in", "with", "he", "she", "they", "it", "we", "I", "you",
    "the", "a", "an", "his", "her", "their", "its", "our", "your", "my", "that",
])  # fmt: skip
"""Words behind which what stands before them is no part of a noun."""

_NO_RANK = re.compile(r"[.,;:?!)”]|[ \xa0](?:might|may|will|would|is|was)\b|\Z")
_LATE_IN_MONTH = re.compile(r"(?:elev|twel|teen|twent|thirt)[a-z-]*\Z")
_IS_A_DATE = re.compile(  # what nobody says of a rank: "the twelfth would be his last win"
    r"[ \xa0](?:will|would|may|might)[ \xa0](?:be[ \xa0](?:kept|met|missed|too[ \xa0](?:early|late))|do|hold|slip)\b"
)


def is_day_of_month(text: str, start: int, end: int, word: str) -> bool:
    """ "On the eighth" is a day; "on the eighth floor" and "the eighth to speak" are not."""
    numbered = text[start:end][-3].isdigit()
    if numbered and word.lower() in {"", "of", "that"} and _NO_RANK.match(text, end):
        return True  # "the letter of the 14th", "that the 20th will do"
    if not numbered and _LATE_IN_MONTH.search(text, start, end) and _IS_A_DATE.match(text, end):
        return True  # "the twelfth will be kept"
    if word.lower() not in {"on", "by", "until", "since", "before", "after", "from", "to"}:
        return False
    following = re.compile(r"[ \xa0-](\w+)").match(text, end)
    if following is not None and following[1] == "in" and not numbered:
        return word.lower() == "on"  # "a week after the first in Oslo"
    return following is None or following[1] in GOES_ON or (numbered and following[1] in {"on", "for", "to"})
