"""Words that were sought, marked in a text."""

from __future__ import annotations

import re

from reportedly.store.words import words_in

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")


def found_in(text: str, q: str) -> list[tuple[str, bool]]:
    """A text in pieces, each with whether it is a word that was sought, in any of its forms."""
    sought = set(words_in(q))
    pieces, at = [], 0
    for match in _WORD.finditer(text):
        if sought.intersection(words_in(match.group())):
            pieces += [(text[at : match.start()], False), (match.group(), True)]
            at = match.end()
    return [(piece, hit) for piece, hit in [*pieces, (text[at:], False)] if piece]
