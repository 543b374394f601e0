"""Who stands where on what, from their own statements and from the writer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.encounter import Stand
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.weights import StandWeights, probability
from reportedly.reading.scoring.acts import signs_of as words_of
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records.article import Article, Span
from reportedly.records.position import Position, Stance
from reportedly.records.statement import Statement

_LEADING = re.compile(r"(?:(?:that|to|for|against|on|of|about|whether)\s+)+", re.IGNORECASE)
_REFUSED = re.compile(r"(?:(?:that|to|for|against|on|of|about|whether|not|never|no)\s+)+", re.IGNORECASE)
_EDGES = " ,;:.\"“”'’‘"
SURE_AT = 0.4  # and the fewest words: best F1 of positions on the held-out training stories
FEWEST_WORDS = 3
_BEFORE = 12  # characters before a cue, to see "not" and "never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What positions are made from: the article, who is who, what is said, what the encoder holds, and the weights."""

    article: Article
    lookup: Lookup
    statements: Sequence[Statement]
    leanings: Leanings
    weights: StandWeights


def find_positions(ground: Ground, stands: Sequence[Stand]) -> tuple[Position, ...]:
    """The positions of an article in reading order; words whose holder is not known make none."""
    told = zip(ground.statements, told_in(ground.article, ground.statements), strict=True)
    found = [position for pair in told if (position := _of_statement(ground, *pair, stands)) is not None]
    taken = [(position.holder, position.evidence) for position in found]
    for stand in filter(_shows, stands):
        statement = _statement(ground.statements, stand.evidence)
        speaker = None if statement is None else statement.chain[-1].actor
        holder = ground.lookup.of(stand.holder) or speaker
        if holder is None or holder == ground.lookup.outlet or holder == speaker:
            continue  # a speaker's own stand was weighed with the statement
        if any(holder == other and _overlap(stand.evidence, evidence) for other, evidence in taken):
            continue
        found.append(
            Position(
                id="p",
                holder=holder,
                target=_target(ground.article, stand.evidence, stand.holder, statement, stand.stance),
                stance=stand.stance,
                evidence=stand.evidence,
                statement=None if statement is None else statement.id,
                score=stand.score,
            )
        )
    found.sort(key=lambda position: (position.evidence.start, position.evidence.end))
    return tuple(replace(position, id=f"p{number}") for number, position in enumerate(found, 1))


def _of_statement(ground: Ground, statement: Statement, told: Told, stands: Sequence[Stand]) -> Position | None:
    """The position of a statement's last speaker; None where its signs are too weak or it is the outlet's own."""
    holder = statement.chain[-1].actor
    if holder == ground.lookup.outlet or len(statement.chain) < 2:
        return None
    signs = signs_of(told)
    leaning = ground.leanings.over(statement.content)
    odds = ground.weights.odds(signs, leaning)
    if odds < ground.weights.at:
        return None
    evidence = max(statement.content, key=lambda span: len(span.text))
    inside = [s for s in stands if evidence.start <= s.evidence.start and s.evidence.end <= evidence.end]
    if inside:
        evidence = max(inside, key=lambda stand: stand.score).evidence
    stance = ground.weights.stance_of(signs, leaning)
    return Position(
        id="p",
        holder=holder,
        target=_target(ground.article, evidence, None, statement, stance),
        stance=stance,
        evidence=evidence,
        statement=statement.id,
        score=probability(odds),
    )


def told_in(article: Article, statements: Sequence[Statement]) -> Iterator[Told]:
    """The statements of an article, in their order, as far as signs go."""
    turns = Counter(statement.chain[-1].actor for statement in statements)
    reporting = {statement.within for statement in statements}
    for number, statement in enumerate(statements):
        cue = statement.chain[-1].cue or next((link.cue for link in reversed(statement.chain) if link.cue), None)
        place = None if cue is None else (cue.start, cue.end)
        nested = statement.within is not None
        content = [(span.start, span.end) for span in statement.content]
        yield Told(
            act=statement.act,
            status=statement.status,
            sourcing=statement.sourcing,
            cue="" if cue is None else cue.text,
            before="" if cue is None else article.text[max(0, cue.start - _BEFORE) : cue.start],
            content=" ".join(span.text for span in statement.content),
            nested=nested,
            reports=statement.id in reporting,
            words=words_of(article.text, place, content, statement.form, nested),
            turns=turns[statement.chain[-1].actor],
            third=number * 3 // len(statements),
        )


def _shows(stand: Stand) -> bool:
    """Whether words of the writer's are enough to show a stand: surely so, and more than a name."""
    return stand.score >= SURE_AT and len(stand.evidence.text.split()) >= FEWEST_WORDS


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _statement(statements: Sequence[Statement], evidence: Span) -> Statement | None:
    """The smallest statement whose words and the evidence's are most nearly the same."""

    def shared(statement: Statement) -> int:
        return sum(max(0, min(s.end, evidence.end) - max(s.start, evidence.start)) for s in statement.content)

    over = [statement for statement in statements if shared(statement) * 2 > len(evidence.text)]
    return min(over, key=lambda s: sum(len(span.text) for span in s.content)) if over else None


def _target(article: Article, evidence: Span, holder: Span | None, statement: Statement | None, stance: Stance) -> str:
    """On what somebody stands, in the text's words: what the cue in the evidence is about, else the evidence itself.

    Who vows "never to sit down" is against sitting down; who is for it that something does not happen is for "not to".
    """
    start, end = evidence.start, evidence.end
    cue = None if statement is None else statement.chain[-1].cue
    if cue is not None and start <= cue.start and cue.end < end:
        start = cue.end
    elif holder is not None and start <= holder.start and holder.end < end:
        start = holder.end
    words = article.text[start:end].strip(_EDGES)
    leading = _REFUSED if stance == "against" else _LEADING
    rest = words[match.end() :] if (match := leading.match(words)) else words
    return rest.strip(_EDGES) or evidence.text
