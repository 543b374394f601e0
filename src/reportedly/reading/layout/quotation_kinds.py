"""Whether quotation marks hold speech, the title of a work, or a term.

Only sure signs count, because to take speech for a title loses a statement, and a scare quote that passes for
speech is still weighed by the encoder. On the training stories and real articles, where 51 of 1,170 outermost
quotations are no speech, the rules below call 18 a title or a term, 16 of them rightly.
Redo with: python -m evaluation.quotations.
"""

from __future__ import annotations

import re
from typing import Literal

QuotationKind = Literal["speech", "title", "term"]

CONTEXT = 40  # characters before and after a quotation that say what it is
_WORD = re.compile(r"\w[\w’'-]*")
_SMALL = re.compile(r"an?|and|as|at|but|by|for|from|in|into|is|of|on|or|over|the|to|up|vs|with")
_WORK = re.compile(
    r"\b(?:film|movie|documentary|book|novel|memoir|autobiography|song|album|podcast|show|program|programme|series|"
    r"sitcom|musical|opera|play|poem|essay|column|op-ed|magazine|newspaper|painting|titled|entitled|headed|headlined)"
    r",?\s+\Z",
    re.IGNORECASE,
)
_TERM = re.compile(r"\b(?:so-called|the (?:term|phrase|slogan)|known as|nicknamed)(?: the)?\s+\Z", re.IGNORECASE)
_SAID = re.compile(
    r"\s*(?:[\w.'’-]+\s){0,4}(?:said|says|told|asked|added|wrote|writes|tweeted|replied|answered|shouted|texted)\b"
)


def kind_of(words: str, before: str, after: str) -> QuotationKind:
    """What a quotation holds, by its words and the `CONTEXT` before its opening and after its closing mark."""
    if _TERM.search(before):
        return "term"
    named = _WORD.findall(words[: 4 * CONTEXT])
    if not _is_capitalised(named) or _SAID.match(after):
        return "speech"
    if _WORK.search(before) or (len(named) > 1 and not any(len(word) > 1 and word.isupper() for word in named)):
        return "title"
    return "speech"


def _is_capitalised(words: list[str]) -> bool:
    """Whether the words are set as a title: "The Week and the World"."""
    return bool(words) and words[0][0].isupper() and all(_is_title_word(word) for word in words)


def _is_title_word(word: str) -> bool:
    return word[0].isupper() or word[0].isdigit() or _SMALL.fullmatch(word) is not None
