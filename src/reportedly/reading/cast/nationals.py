"""Somebody called by the country: "the Spaniard", "the 51-year-old Brazilian"."""

from __future__ import annotations

import re

from reportedly.reading.cast.nouns import Noun, home_of, noun
from reportedly.reading.cast.phrases import Phrase

_ONE = re.compile(r"(?P<the>[Tt]he )(?:(?:[a-z-]+|\d{1,2}-year-old) ){0,2}(?P<word>[A-Z][a-z]+)")
_GOES_ON = re.compile(r"-\w| (?:[A-Z\d]|[a-z]+-)")
_NEXT = re.compile(r" ([a-z]+)\b")


def as_national(text: str, start: int, words: str) -> Phrase | None:
    """The phrase of words that call one person by the country; None for "the German" of "the German army"."""
    match = _ONE.fullmatch(words)
    if match is None or home_of(match["word"]) is None or _GOES_ON.match(text, start + len(words)):
        return None
    behind = _NEXT.match(text, start + len(words))
    if behind is not None and noun(behind[1]) is not None:
        return None
    head = Noun(match["word"].lower(), "person", marks=frozenset(("vague",)))
    return Phrase("noun", "the", core=(match.end("the"), len(words)), head=head)
