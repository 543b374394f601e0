"""Who stands where on what, from their own statements and from the writer."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.chains.lookup import Lookup, Said
from reportedly.reading.encounter import Stand
from reportedly.reading.odds import probability
from reportedly.reading.positions.cues import (
    conditional,
    judges,
    left_open,
    negates,
    reports,
    strictly_conditional,
    thinks,
    weighs,
)
from reportedly.reading.positions.plainly import Plain, by_cue, by_words, named
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.targets import stood_on, target_in
from reportedly.reading.positions.weights import StandWeights
from reportedly.reading.positions.wording import negated
from reportedly.reading.scoring.acts import signs_of as words_of
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records.article import Article, Span
from reportedly.records.position import Position, Stance
from reportedly.records.statement import Statement

SURE_AT = 0.4  # and the fewest words: best F1 of positions on the held-out training stories
FEWEST_WORDS = 3
HARDLY = 0.015  # below which the encoder is believed at once: three in ten statements, and none of 258 positions
# the least probability of a statement whose words do not tell it plainly: best F1 on these and the real articles
UNSURE_AT = 0.17
CALLED_AT = 0.25  # the same where the cue only tells what somebody calls something
TOLD_AT = 0.5  # the same where the writer's words do not tell plainly that somebody takes a stand
_BETWEEN = 30  # characters between a cue and what it introduces
_CONDITION_WITHIN = 120  # characters behind a content in which its condition may follow
_CALLED_SO = re.compile(r"\s[\"“‘]|\s''")
_PREPOSITION = re.compile(r"(?:for|against|on|upon|with)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;!?\n]")
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
    said = Said(ground.statements)
    for stand in filter(_shows, stands):
        statement = _statement(said, stand.evidence)
        speaker = None if statement is None else statement.chain[-1].actor
        holder = ground.lookup.of(stand.holder) or speaker
        if holder is None or holder == ground.lookup.outlet or holder == speaker:
            continue  # a speaker's own stand was weighed with the statement
        if any(holder == other and _overlap(stand.evidence, evidence) for other, evidence in taken):
            continue
        if (position := _of_writer(ground, stand, statement, holder)) is not None:
            found.append(position)
    found = list(_once(found))
    found.sort(key=lambda position: (position.evidence.start, position.evidence.end))
    return tuple(replace(position, id=f"p{number}") for number, position in enumerate(found, 1))


def _of_writer(ground: Ground, stand: Stand, statement: Statement | None, holder: str) -> Position | None:
    """The position of somebody of whom the words tell; None where they name nothing that it is on."""
    start = stand.evidence.start
    if stand.holder is not None and start <= stand.holder.start and stand.holder.end < stand.evidence.end:
        start = stand.holder.end
    plain = by_words(ground.article.text[start : stand.evidence.end], own=False)
    if (plain is None or not plain.sure) and (stand.score < TOLD_AT or judges(stand.evidence.text)):
        return None
    stance = _stance(ground, plain, [stand.stance], stand.evidence)
    place = ground.article.span(start, stand.evidence.end)
    words = target_in(ground.article.text, *_about(place, plain))
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


def _of_statement(ground: Ground, statement: Statement, told: Told, stands: Sequence[Stand]) -> Position | None:
    """The position of a statement's last speaker; None where its signs are too weak or it is the outlet's own."""
    holder = statement.chain[-1].actor
    if holder == ground.lookup.outlet or len(statement.chain) < 2:
        return None
    leaning = ground.leanings.over(statement.content)
    if leaning.mean < HARDLY:
        return None
    signs = signs_of(told)
    odds = ground.weights.odds(signs, leaning)
    if odds < ground.weights.at:
        return None
    text = ground.article.text
    evidence = max(statement.content, key=lambda span: len(span.text))
    cue = _heard(text, statement, told, evidence)
    inside = [s for s in stands if evidence.start <= s.evidence.start and s.evidence.end <= evidence.end]
    shown = max(inside, key=lambda stand: stand.score).evidence if inside else evidence
    place = evidence
    plain = by_cue(cue, evidence.text)
    if plain is None and negates(cue):
        return None
    if plain is None and (judges(cue) or thinks(cue)):
        plain = named(evidence.text)
    if plain is None and weighs(cue):
        return None
    if plain is None and reports(cue):
        plain = by_words(evidence.text, own=True)
        if plain is None and (plain := by_words(shown.text, own=True)) is not None:
            place = shown
    likely = ground.weights.stances_of(signs, leaning)
    if plain is None and probability(odds) < (CALLED_AT if judges(cue) else UNSURE_AT):
        return None
    stance = _stance(ground, plain, likely, place, cue)
    first, last = _about(place, plain)
    if plain is None and judges(cue) and (called := _CALLED_SO.search(text, first, last)) is not None:
        last = called.start()  # of "called the bill 'a disgrace'" the bill
    words = target_in(text, first, last)
    if stance is None or words is None or (target := stood_on(words, stance)) is None:
        return None
    return Position(
        id="p",
        holder=holder,
        target=target,
        stance=stance,
        evidence=shown,
        statement=statement.id,
        score=probability(odds),
    )


def _about(place: Span, plain: Plain | None) -> tuple[int, int]:
    """Where in these words stands what a position is on."""
    if plain is None:
        return place.start, place.end
    return place.start + plain.skip, place.end if plain.stop is None else place.start + plain.stop


def _heard(text: str, statement: Statement, told: Told, evidence: Span) -> str:
    """The cue of a statement with a negation before it and the words from it to its content ("called Monday for")."""
    *_, before, last = statement.chain
    cue = last.cue or (before.cue if last.mention is None else None)  # a principal speaks by the spokesperson
    if cue is None:
        return ""
    end = evidence.start if 0 <= evidence.start - cue.end <= _BETWEEN else cue.end
    leading = _PREPOSITION.match(evidence.text)
    return ("not " if negated(told.before) else "") + text[cue.start : end] + (f" {leading[0]}" if leading else "")


def _stance(ground: Ground, plain: Plain | None, likely: Sequence[Stance], place: Span, cue: str = "") -> Stance | None:
    """The stance that the words tell plainly, else the likeliest that they bear out; None where they bear out none."""
    text = ground.article.text
    words = f"{cue} {text[place.start : _sentence_end(text, place.end)]}"
    if plain is not None:
        if plain.stance is None or plain.stance == "undecided":
            return plain.stance
        if strictly_conditional(words) or (conditional(words) and likely[0] == "conditional"):
            return "conditional"
        return plain.stance
    if strictly_conditional(words) and likely[0] in ("for", "against"):
        return "conditional"
    for stance in likely:
        if stance == "conditional" and not conditional(words):
            continue
        if stance == "undecided" and not left_open(words):
            continue
        return stance
    return None


def _sentence_end(text: str, end: int) -> int:
    match = _SENTENCE_END.search(text, end, end + _CONDITION_WITHIN)
    return end + _CONDITION_WITHIN if match is None else match.start()


def _once(positions: Sequence[Position]) -> Iterator[Position]:
    """Each position once: of those of one holder whose words overlap, the one with the fewest."""
    kept: list[Position] = []
    for position in sorted(positions, key=lambda position: len(position.evidence.text)):
        if not any(position.holder == other.holder and _overlap(other.evidence, position.evidence) for other in kept):
            kept.append(position)
            yield position


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


def _statement(said: Said, evidence: Span) -> Statement | None:
    """The smallest statement whose words and the evidence's are most nearly the same."""

    def shared(statement: Statement) -> int:
        return sum(max(0, min(s.end, evidence.end) - max(s.start, evidence.start)) for s in statement.content)

    over = [statement for statement in said.at(evidence) if shared(statement) * 2 > len(evidence.text)]
    return min(over, key=lambda s: sum(len(span.text) for span in s.content)) if over else None
