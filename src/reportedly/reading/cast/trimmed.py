"""The words of a mention without those that were cut along with it."""

from __future__ import annotations

from reportedly.reading.cast.nouns import noun, small_words
from reportedly.reading.cast.tokens import Token, is_capital

_TRAILING = frozenset(small_words("trailing"))
_OPENING = frozenset(word.title() for word in small_words("opening"))  # before a name: "But Renn", "Now Renn"
_BEFORE_ALL = frozenset([",", ";", ":", "(", "“", '"', "'", "’", "'s", "’s"])  # with which no phrase begins
_BEFORE_PHRASE = frozenset(["as", "As", "of", "Of", "among", "Among", "by", "in"])  # cut along with it
_WHICH_TIME, _TIMES = frozenset(["last", "this", "next"]), frozenset(["week", "month", "year", "night"])


def trimmed(tokens: list[Token]) -> list[Token]:
    """The words without marks, prepositions, times and places at their ends: "by", "last month", "here"."""
    tokens = tokens.copy()
    while len(tokens) > 1 and tokens[-1][0].lower() in _TRAILING:
        tokens.pop()
    if len(tokens) > 1 and tokens[-1][0] in ("here", "there") and noun(tokens[-2][0]) is not None:
        tokens.pop()  # "an official here"
    if len(tokens) > 2 and tokens[-2][0] in _WHICH_TIME and tokens[-1][0] in _TIMES:
        del tokens[-2:]  # "the Harbour Board last month"
    while tokens and (tokens[0][0] in _BEFORE_ALL or (len(tokens) > 1 and tokens[0][0] in _BEFORE_PHRASE)):
        tokens.pop(0)
    while len(tokens) > 1 and tokens[0][0] in _OPENING and is_capital(tokens[1][0]):
        tokens.pop(0)
    return tokens
