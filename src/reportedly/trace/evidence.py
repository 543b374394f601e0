"""The words that show how a retelling changes a claim."""

from __future__ import annotations

import re

from reportedly.records import Change, Span
from reportedly.trace import wording
from reportedly.trace.told import Told

_SIGNS = {
    "number": lambda word: bool(wording.figures([word])),
    "negation": lambda word: wording.negators(wording.split_negations([word])) > 0,
    "hedge": lambda word: wording.hedges([word.lower()]) > 0 or wording.firm_words([word.lower()]) > 0,
    "tense": lambda word: wording.looks_ahead([word.lower()]) or wording.looks_back([word.lower()]),
}


def evidence(how: Change, changed: Told, against: Told) -> tuple[Span, Span]:
    """The words of the later and of the earlier telling that differ: its number, its "not", its source."""
    return _shown(how, changed, against), _shown(how, against, changed)


def _shown(how: Change, one: Told, other: Told) -> Span:
    if how == "attribution":
        speaker = one.statement.chain.speaker.mention or next(
            (link.mention for link in reversed(one.statement.chain) if link.mention is not None), None
        )
        return speaker or one.statement.content[0]
    theirs = set(other.stems) | {word.lower() for word in wording.tokens(other.text)}
    apart, signs = [], []
    for piece in one.statement.content:
        for match in re.finditer(r"\w+(?:[.,:’'-]\w+)*", piece.text):
            word, span = match.group(), (piece.start + match.start(), piece.start + match.end())
            new = word.lower() not in theirs and wording.stem(word) not in theirs
            if how in _SIGNS and _SIGNS[how](word):
                signs.append((not new, span))
            elif new and word.lower() not in wording.STOPS:
                apart.append((not word[0].isupper(), span))
    for found in (signs, apart) if how != "actor" else (apart,):
        if found:
            return one.reading.article.span(*min(found)[1])
    return one.statement.content[0]
