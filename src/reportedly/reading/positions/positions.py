"""Who stands where on what, from their own statements and from the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.reading.chains.lookup import Said
from reportedly.reading.encounter import Stand
from reportedly.reading.positions.asserted import asks, asserted, greets
from reportedly.reading.positions.conditions import conditioned, is_a_condition
from reportedly.reading.positions.cues import judges
from reportedly.reading.positions.elliptic import elliptic_stands
from reportedly.reading.positions.ground import Ground, about, named_by
from reportedly.reading.positions.in_quotations import further_stands
from reportedly.reading.positions.own_stands import known, own_stand
from reportedly.reading.positions.plainly import by_words
from reportedly.reading.positions.repeats import each_once
from reportedly.reading.positions.targets import stood_on
from reportedly.records.article import Span
from reportedly.records.position import Position
from reportedly.records.statement import Statement

SURE_AT = 0.4  # and the fewest words: best F1 of positions on the held-out training stories
FEWEST_WORDS = 3
TOLD_AT = 0.5  # the least probability where the writer's words do not tell plainly that somebody takes a stand

_OUGHT = re.compile(r"\s+(?:should|must|ought to|needs? to|ha(?:s|ve) to)\b", re.IGNORECASE)
_NOBODY = re.compile(r"\W*(?:nobody|no one|none of|neither|few|hardly any\w*)\b", re.IGNORECASE)


def find_positions(ground: Ground, stands: Sequence[Stand]) -> tuple[Position, ...]:
    """The positions of an article in reading order; words whose holder is not known make none."""
    told_of = list(_told_of(ground, stands))
    own: list[Position] = []
    before = list(told_of)
    for statement, told in zip(ground.statements, ground.told(), strict=True):
        position = own_stand(ground, statement, told, stands, before)
        further = list(further_stands(ground, statement))
        if position is not None:
            position = _without(ground, position, further)
            further = [other for other in further if not _overlap(position.evidence, other.evidence)]
            own.append(position)
            before.append(position)
        own += further
    told_of = [p for p in told_of if not any(p.holder == o.holder and _overlap(p.evidence, o.evidence) for o in own)]
    said = Said(ground.statements)
    every = [*own, *told_of]
    every += elliptic_stands(ground, every, lambda words: _statement(said, words), lambda id: known(ground, id))
    found = list(each_once(every, ground.statements, ground.lookup))
    found.sort(key=lambda position: (position.evidence.start, position.evidence.end))
    return tuple(replace(position, id=f"p{number}") for number, position in enumerate(found, 1))


def _without(ground: Ground, position: Position, further: Sequence[Position]) -> Position:
    """A position whose words end where those of the next begin in the same quotation."""
    start, end = position.evidence.start, position.evidence.end
    later = [other.evidence.start for other in further if start < other.evidence.start < end]
    if not later:
        return position
    words = ground.article.text[start : min(later)].rstrip()
    return replace(position, evidence=ground.article.span(start, start + len(words)))


def _told_of(ground: Ground, stands: Sequence[Stand]) -> Iterator[Position]:
    """The positions of those whom words tell of that are not their own; a speaker's are weighed with the statement."""
    said = Said(ground.statements)
    speakers = {link.mention.start: link.actor for s in ground.statements if (link := s.chain[-1]).mention is not None}
    for stand in filter(_shows, stands):
        around = _statement(said, stand.evidence)
        speaker = None if around is None else around.chain[-1].actor
        # "Farmers oppose the treaty": who speaks first in the words, whoever the encoder takes for the holder
        holder = speakers.get(stand.evidence.start) or ground.lookup.of(stand.holder) or speaker
        if holder is None or holder in (ground.lookup.outlet, speaker):
            continue
        if around is not None and ground.disputed(around.id):
            continue
        if (position := _of_writer(ground, stand, around, holder)) is not None:
            yield position


def _of_writer(ground: Ground, stand: Stand, statement: Statement | None, holder: str) -> Position | None:
    """The position of somebody of whom the words tell; None where they name nothing that it is on."""
    text = ground.article.text
    start = stand.evidence.start
    if stand.holder is not None and start <= stand.holder.start and stand.holder.end < stand.evidence.end:
        start = stand.holder.end
        if statement is not None and _OUGHT.match(text, start):
            return None  # what somebody says that he should do
    place = ground.article.span(start, stand.evidence.end)
    plain = by_words(place.text, own=False)
    if (plain is None or not plain.sure) and (stand.score < TOLD_AT or judges(stand.evidence.text)):
        return None
    if (
        asks(text, place.end)
        or _NOBODY.match(stand.evidence.text)
        or not asserted(text, stand.evidence.start, place.start + (plain.skip if plain else 0))
    ):
        return None
    first, last = about(place, plain)
    if greets(text[place.start : first], text, first, ground.lookup):
        return None
    stance = ground.stance(plain, [stand.stance], stand.evidence)
    words = named_by(text, place, plain, last)
    if stance == "conditional" and words is not None and is_a_condition(words):
        words = conditioned(text, place.start, words)
    if stance is None or words is None or (target := stood_on(words, stance)) is None:
        return None
    return Position(
        id="p",
        holder=holder,
        target=target,
        stance=stance,
        evidence=stand.evidence,
        statement=None if statement is None else statement.id,
        score=stand.score,
    )


def _shows(stand: Stand) -> bool:
    """Whether words of the writer's are enough to show a stand: surely so, and more than a name."""
    return stand.score >= SURE_AT and len(stand.evidence.text.split()) >= FEWEST_WORDS


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _statement(said: Said, evidence: Span) -> Statement | None:
    """The smallest statement whose words and the evidence's are most nearly the same."""

    def shared(statement: Statement) -> int:
        return sum(max(0, min(s.end, evidence.end) - max(s.start, evidence.start)) for s in statement.content)

    over = [statement for statement in said.at(evidence) if shared(statement) * 2 > len(evidence.text)]
    return min(over, key=lambda s: sum(len(span.text) for span in s.content)) if over else None
