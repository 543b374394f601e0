"""Stands that a speaker takes further down in what he says: "… That is why I support a bus lane"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.reading.positions.asserted import asks, greets
from reportedly.reading.positions.cues import says_outright
from reportedly.reading.positions.ground import Ground, about, named_by
from reportedly.reading.positions.own_stands import OUTRIGHT, known
from reportedly.reading.positions.plainly import by_words
from reportedly.reading.positions.targets import stood_on
from reportedly.records.article import Span
from reportedly.records.position import Position
from reportedly.records.statement import Statement

_SENTENCE = re.compile(  # that begins with "I" or "we", or soon comes to them
    r"(?<=[.!?\n;])[\s”\"’]+(?:(?:that is why|that['’]s why|this is why|which is why|and|but|so|because|yes|no|frankly|"
    r"personally|clearly|now|look|well|also|today|as [^\s,.]+(?: [^\s,.]+){0,5}),?\s+){0,3}"
    r"(?P<words>(?:I|we|my party|our party)(?=['’\s])[^.!?\n;]*(?:\.(?=\w)[^.!?\n;]*)*)",
    re.IGNORECASE,
)


def further_stands(ground: Ground, statement: Statement) -> Iterator[Position]:
    """What somebody quoted says outright that he supports or opposes, but for the first of his sentences."""
    text = ground.article.text
    holder = statement.chain[-1].actor
    if statement.within is not None or holder == ground.lookup.outlet or not known(ground, holder):
        return
    for content in statement.content:
        for match in _SENTENCE.finditer(text, content.start, content.end):
            place = ground.article.span(*match.span("words"))
            position = _said_in(ground, statement, place)
            if position is not None and not asks(text, place.end):
                yield position


def _said_in(ground: Ground, statement: Statement, place: Span) -> Position | None:
    plain = by_words(place.text, own=True) if says_outright(place.text) else None
    if plain is None or plain.stance not in ("for", "against") or not says_outright(place.text[: plain.skip]):
        return None
    first, last = about(place, plain)
    if greets(place.text[: plain.skip], ground.article.text, first, ground.lookup):
        return None
    stance = ground.stance(plain, (plain.stance,), place)
    words = named_by(ground.article.text, place, plain, last)
    target = None if words is None or stance is None else stood_on(words, stance)
    if stance is None or target is None:
        return None
    return Position(
        id="p",
        holder=statement.chain[-1].actor,
        target=target,
        stance=stance,
        evidence=place,
        statement=statement.id,
        score=OUTRIGHT,
    )
