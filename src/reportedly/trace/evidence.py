"""The words that show how a retelling changes a claim."""

from __future__ import annotations

import re

from reportedly.records import Change, Span
from reportedly.trace import wording
from reportedly.trace.contents import lies_in
from reportedly.trace.told import Told

_SIGNS = {
    "number": lambda word: bool(wording.figures(word.split("-"))),  # "forty-one" too
    "negation": lambda word: wording.negators(wording.split_negations([word])) > 0,
    "hedge": lambda word: wording.hedges([word.lower()]) > 0 or wording.firm_words([word.lower()]) > 0,
    "tense": lambda word: wording.looks_ahead([word.lower()]) or wording.looks_back([word.lower()]),
}


def evidence(how: Change, changed: Told, against: Told) -> tuple[Span, Span]:
    """The words of the later and of the earlier telling that differ: its number, its "not", its source.

    A telling that has no such word differs as a whole, and all of its content is shown.
    """
    return _shown(how, changed, against), _shown(how, against, changed)


def _shown(how: Change, one: Told, other: Told) -> Span:
    if how == "attribution":
        speaker = one.statement.chain.speaker.mention or next(
            (link.mention for link in reversed(one.statement.chain) if link.mention is not None), None
        )
        return speaker or one.statement.content[0]
    theirs = set(other.stems) | {word.lower() for word in wording.tokens(other.text)}
    found: list[tuple[bool, Span]] = []
    for piece in one.statement.content:
        for match in re.finditer(r"\w+(?:[.,:’'-]\w+)*", piece.text):
            word, start, end = match.group(), piece.start + match.start(), piece.start + match.end()
            new = word.lower() not in theirs and wording.stem(word) not in theirs
            if how == "actor":
                shown = _actor_at(one, start, end) if new and word.lower() not in wording.STOPS else None
                found += [(not word[0].isupper(), shown)] if shown else []
            elif _SIGNS[how](word):
                found.append((not new, one.reading.article.span(start, end)))
    return min(found, key=lambda sign: sign[0])[1] if found else one.statement.content[0]


def _actor_at(one: Told, start: int, end: int) -> Span | None:
    """The words for an actor around a word, as far as they stand in the content; the word itself where it is a name."""
    mentions = [
        mention
        for actor in one.reading.actors
        for mention in actor.mentions
        if mention.start <= start and end <= mention.end and lies_in(mention, one.statement.content)
    ]
    if mentions:
        return min(mentions, key=lambda mention: mention.end - mention.start)
    word = one.reading.article.span(start, end)
    return word if word.text[0].isupper() and start > one.at else None
