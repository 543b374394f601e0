"""Who stands where on what, from their own statements and from the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.reading.chains.lookup import Said
from reportedly.reading.encounter import Stand
from reportedly.reading.positions.asserted import asks, asserted, greets
from reportedly.reading.positions.cues import judges
from reportedly.reading.positions.ground import Ground, about, named_by
from reportedly.reading.positions.own_stands import own_stand
from reportedly.reading.positions.plainly import by_words
from reportedly.reading.positions.targets import stood_on
from reportedly.records.article import Span
from reportedly.records.position import Position
from reportedly.records.statement import Statement

SURE_AT = 0.4  # and the fewest words: best F1 of positions on the held-out training stories
FEWEST_WORDS = 3
TOLD_AT = 0.5  # the least probability where the writer's words do not tell plainly that somebody takes a stand
_ARTICLE = re.compile(r"\A(?:the|an?|any|such an?) ")
_OWN = re.compile(r"\W*(?:that\s+)?(?:his|her|its|their|our|my)\s", re.IGNORECASE)


def find_positions(ground: Ground, stands: Sequence[Stand]) -> tuple[Position, ...]:
    """The positions of an article in reading order; words whose holder is not known make none."""
    told_of = list(_told_of(ground, stands))
    own: list[Position] = []
    before = list(told_of)
    for statement, told in zip(ground.statements, ground.told(), strict=True):
        if (position := own_stand(ground, statement, told, stands, before)) is not None:
            own.append(position)
            before.append(position)
    told_of = [p for p in told_of if not any(p.holder == o.holder and _overlap(p.evidence, o.evidence) for o in own)]
    found = list(_once([*own, *told_of]))
    found.sort(key=lambda position: (position.evidence.start, position.evidence.end))
    return tuple(replace(position, id=f"p{number}") for number, position in enumerate(found, 1))


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
        if (position := _of_writer(ground, stand, around, holder)) is not None:
            yield position


def _of_writer(ground: Ground, stand: Stand, statement: Statement | None, holder: str) -> Position | None:
    """The position of somebody of whom the words tell; None where they name nothing that it is on."""
    text = ground.article.text
    start = stand.evidence.start
    if stand.holder is not None and start <= stand.holder.start and stand.holder.end < stand.evidence.end:
        start = stand.holder.end
    place = ground.article.span(start, stand.evidence.end)
    plain = by_words(place.text, own=False)
    if (plain is None or not plain.sure) and (stand.score < TOLD_AT or judges(stand.evidence.text)):
        return None
    if asks(text, place.end) or not asserted(text, stand.evidence.start, place.start + (plain.skip if plain else 0)):
        return None
    first, last = about(place, plain)
    if greets(text[place.start : first], text, first, ground.lookup):
        return None
    stance = ground.stance(plain, [stand.stance], stand.evidence)
    words = named_by(text, place, plain, last)
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


def _once(positions: Sequence[Position]) -> Iterator[Position]:
    """Each position once: of those of one holder that overlap or say the same again, the one of the fewest words."""
    kept: list[Position] = []
    for position in sorted(positions, key=lambda position: len(position.evidence.text)):
        if not any(_same(position, other) or _passed_on(position, other) for other in kept):
            kept.append(position)
            yield position


def _same(one: Position, other: Position) -> bool:
    if one.holder != other.holder:
        return False
    if _overlap(one.evidence, other.evidence):
        return True
    return one.stance == other.stance and _bare(one.target) == _bare(other.target)


def _bare(target: str) -> str:
    """What a position is on, without the article before it."""
    return _ARTICLE.sub("", target.casefold())


def _passed_on(one: Position, other: Position) -> bool:
    """Whether a speaker's stand is what he says of others: of "the cabinet backs the lock", but not of "his party"."""
    around = one.evidence.start <= other.evidence.start and other.evidence.end <= one.evidence.end
    alike = (one.stance, one.target.casefold()) == (other.stance, other.target.casefold())
    passed = one.evidence != other.evidence and not _OWN.match(one.evidence.text)
    return one.holder != other.holder and around and passed and alike


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
