"""Which positions are told twice: by one holder of one thing, or by a speaker of whoever he speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Span
from reportedly.records.position import Position, Stance
from reportedly.records.statement import Statement

_WORD = re.compile(r"[\w’'-]+")
_UNTOLD_WORDS = """
a an the any all such this that these those his her its their our my to of on in for at with by from and or no
"""
_UNTOLD = frozenset(_UNTOLD_WORDS.split())  # which thing it is, but not what
_HEAD = r"(?=\s*(?:\Z|[,;]|(?:of|to|on|for|in|at|that|which|by|from|with|between|through|over)\b))"
_OWN = re.compile(r"\W*(?:that\s+)?(?:his|her|its|their|our|my)\s", re.IGNORECASE)
_BEGINS = re.compile(r"\W*(?:that\s+)?(?:the\s+)?\W*", re.IGNORECASE)


def each_once(positions: Sequence[Position], statements: Sequence[Statement], lookup: Lookup) -> Iterator[Position]:
    """Each position once.

    Of those of one holder that overlap the one of the fewest words, of those that say the same again the surest; of a
    speaker's and of whoever he tells of the one that it is.
    """
    shortest = sorted(positions, key=lambda position: len(position.evidence.text))
    told: dict[int, str] = {}
    for number, around in enumerate(_beside_each(shortest)):
        holder = shortest[number].holder
        if not any(told.get(other) == holder for other in around):
            told[number] = holder
    kept = [shortest[number] for number in told]
    said = {statement.id: statement for statement in statements}
    own = [
        position
        for position, around in zip(kept, _beside_each(kept), strict=True)
        if not any(_is_of_other(position, kept[other], said, lookup) for other in around)
    ]
    found: dict[tuple[str, Stance], list[Position]] = {}
    for position in sorted(own, key=lambda p: (-p.score, -len(_words(p.target)), p.evidence.start)):
        alike = found.setdefault((position.holder, position.stance), [])
        if not any(_says_again(position, other) for other in alike):
            alike.append(position)
            yield position


def _beside_each(positions: Sequence[Position]) -> Iterator[list[int]]:
    """For each position the numbers of those whose words overlap its own."""
    overlaps = Overlaps((p.evidence.start, p.evidence.end) for p in positions)
    return (overlaps.at(p.evidence.start, p.evidence.end) for p in positions)


def _says_again(one: Position, other: Position) -> bool:
    """Whether two positions of one holder are one: "this tram line" is the new tram line through the old town."""
    own, theirs = _words(one.target), _words(other.target)
    if own == theirs:
        return True
    fewer, more = sorted((own, theirs), key=len)
    if not fewer or not fewer < more:
        return False
    longer = one.target if more is own else other.target
    return len(fewer) > 1 or re.search(rf"\b{re.escape(*fewer)}{_HEAD}", longer, re.IGNORECASE) is not None


@lru_cache(maxsize=1_000)
def _words(target: str) -> frozenset[str]:
    return frozenset(_WORD.findall(target.casefold())) - _UNTOLD


def _is_of_other(one: Position, other: Position, said: dict[str, Statement], lookup: Lookup) -> bool:
    """Whether of two that overlap one is the other's: of "the minister said the cabinet backs the lock" the cabinet's.

    What she says of "her party" is hers.
    """
    if one.holder == other.holder or not _alike(one, other):
        return False
    if _relays(one, other, said) or _relays(other, one, said):
        return _relays(one, other, said)
    if _tells(other, one, said):
        return _OWN.match(_content(other, said).text) is not None
    if _OWN.match(_content(one, said).text):
        return False
    if one.evidence != other.evidence and _holds(one.evidence, other.evidence):
        return _tells(one, other, said) or _words(one.target) == _words(other.target)
    return _tells(one, other, said) and _names(one, other, said, lookup)


def _relays(one: Position, other: Position, said: dict[str, Statement]) -> bool:
    """Whether the holder of one position is the spokesperson whose words the other's are."""
    statement = None if other.statement is None else said[other.statement]
    if statement is None or statement.sourcing != "spokesperson" or statement.chain[-1].actor != other.holder:
        return False
    return any(link.actor == one.holder for link in statement.chain.relays)


def _tells(one: Position, other: Position, said: dict[str, Statement]) -> bool:
    """Whether the holder of one position is who tells the other."""
    statement = None if one.statement is None else said[one.statement]
    if statement is None or statement.chain[-1].actor != one.holder or other.statement is None:
        return False
    return other.statement == one.statement or said[other.statement].within == one.statement


def _names(one: Position, other: Position, said: dict[str, Statement], lookup: Lookup) -> bool:
    """Whether the words in which a speaker tells of the other begin with that one."""
    content = _content(one, said)
    begins = _BEGINS.match(content.text)
    start = content.start + (0 if begins is None else begins.end())
    return any(start - 4 <= m.start <= start and m.text[:1].isupper() for m in lookup.actor(other.holder).mentions)


def _content(position: Position, said: dict[str, Statement]) -> Span:
    """The words of a statement that a position's are among."""
    content = () if position.statement is None else said[position.statement].content
    return next((span for span in content if _holds(span, position.evidence)), position.evidence)


def _alike(one: Position, other: Position) -> bool:
    """Whether two positions are for or against the same, the one in more words than the other."""
    if one.stance != other.stance:
        return False
    own, theirs = one.target.casefold(), other.target.casefold()
    return own in theirs or theirs in own or _words(own) == _words(theirs)


def _holds(one: Span, other: Span) -> bool:
    return one.start <= other.start and other.end <= one.end
