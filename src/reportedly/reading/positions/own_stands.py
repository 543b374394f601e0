"""Where the last speaker of a statement stands, by what it says and how it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.reading.encounter import Stand
from reportedly.reading.odds import probability
from reportedly.reading.positions.asserted import asks, asserted, denies, greets
from reportedly.reading.positions.conditions import conditioned, is_a_condition
from reportedly.reading.positions.cues import judges, negates, reports, says_outright, thinks, weighs
from reportedly.reading.positions.ground import Ground, about, named_by
from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.plainly import by_words, named
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.targets import stood_on
from reportedly.reading.positions.threats import threatened
from reportedly.reading.positions.told_by_cues import by_cue
from reportedly.reading.positions.wording import negated
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Span
from reportedly.records.position import Position
from reportedly.records.statement import Statement

HARDLY = 0.015  # below which the encoder is believed at once: three in ten statements, and none of 258 positions
# the least probability of a statement whose words do not tell it plainly: best F1 on these and the real articles
UNSURE_AT = 0.17
CALLED_AT = 0.25  # the same where the cue only tells what somebody calls something
OUTRIGHT = 0.6  # what a stand that its holder says outright is worth at least: so many in a hundred are annotated
_BETWEEN = 30  # characters between a cue and what it introduces
_CALLED_SO = re.compile(r"\s[\"“‘]|\s''")
_PREPOSITION = re.compile(r"(?:for|against|on|upon|with)\b", re.IGNORECASE)
_IT = re.compile(r"\s*(?:it|them|that|this|these|those)\s*", re.IGNORECASE)
_SOMEBODY = re.compile(r"\s*(he|him|she|her|they|them|it)\s*", re.IGNORECASE)
_NEAR = 120  # characters behind a position in which "it" is what that is on
_CERTAIN = re.compile(r"(?:the|his|her|its|their)\s+(?!majority|most|number|rest|percentage)\w", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:that\s+)?(?:the\s+)?", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:that\b\W*)?(he|she|it|they|his|her|its|their)(?=['’\s])", re.IGNORECASE)
_A_THING = re.compile(r"\W*(?:that\b\W*)?(it|its)(?=['’\s])", re.IGNORECASE)
_NOBODY = re.compile(r"(?!)()")
_CAPITALS = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.’'-]*)*")


def own_stand(
    ground: Ground, statement: Statement, told: Told, stands: Sequence[Stand], found_before: Sequence[Position] = ()
) -> Position | None:
    """The position of a statement's last speaker; None where its signs are too weak or it is the outlet's own.

    "It" that somebody backs is what the position just before is on.
    """
    holder = statement.chain[-1].actor
    if holder == ground.lookup.outlet or len(statement.chain) < 2:
        return None
    text = ground.article.text
    evidence = max(statement.content, key=lambda span: len(span.text))
    place, cue = _heard(text, statement, told, evidence)
    outright = _known(ground, holder) and says_outright(f"{cue.rstrip()} {evidence.text}")
    leaning = ground.leanings.over(statement.content)
    if leaning.mean < HARDLY and not outright:
        return None
    signs = signs_of(told)
    odds = ground.weights.odds(signs, leaning)
    if (odds < ground.weights.at and not outright) or denies(cue) or not asserted(text, *place):
        return None
    inside = [s for s in stands if evidence.start <= s.evidence.start and s.evidence.end <= evidence.end]
    shown = max(inside, key=lambda stand: stand.score).evidence if inside else evidence
    found = _plain(ground, statement, cue, evidence, shown)
    outright = outright and found.outright
    if odds < ground.weights.at and not outright:
        return None
    where, plain = found.place, found.plain
    if plain is None and (negates(cue) or weighs(cue)):
        return None
    if (plain is None or not plain.sure) and probability(odds) < (CALLED_AT if judges(cue) else UNSURE_AT):
        return None
    likely = ground.weights.stances_of(signs, leaning)
    stance = ground.stance(plain, likely, where, cue)
    first, last = about(where, plain)
    if plain is None and judges(cue) and (called := _CALLED_SO.search(text, first, last)) is not None:
        last = called.start()  # of "called the bill 'a disgrace'" the bill
        stance = likely[0] if likely[0] in ("for", "against") else None
    if stance is None or asks(text, where.end) or greets(cue, text, first, ground.lookup):
        return None
    words = named_by(text, where, plain, last)
    if words is None and _IT.fullmatch(text, first, last):
        words = _just_before(found_before, where.start)
    if words is None and (pronoun := _SOMEBODY.fullmatch(text, first, last)) is not None:
        other = ground.lookup.of(ground.article.span(*pronoun.span(1)))
        words = None if other in (None, holder) else ground.lookup.actor(other).name
    if stance == "conditional" and words is not None and is_a_condition(words):
        words = conditioned(text, first) or words
    if words is None or (target := stood_on(words, stance)) is None:
        return None
    return Position(
        id="p",
        holder=holder,
        target=target,
        stance=stance,
        evidence=shown,
        statement=statement.id,
        score=max(probability(odds), OUTRIGHT) if outright else probability(odds),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """What was found to tell a stand plainly (None: nothing), the words that it was found in, and how surely."""

    place: Span
    plain: Plain | None = None
    outright: bool = False


def _plain(ground: Ground, statement: Statement, cue: str, evidence: Span, shown: Span) -> _Found:
    """What cue and content say plainly of where the last speaker stands."""
    if not negates(cue) and (plain := threatened(cue, evidence.text)) is not None:
        return _Found(evidence, plain)
    if (plain := by_cue(cue, evidence.text)) is not None:
        return _Found(evidence, plain, _sure(plain) and says_outright(cue))
    if (judges(cue) or thinks(cue)) and (plain := named(evidence.text)) is not None:
        return _Found(evidence, plain)
    if negates(cue) or not (reports(cue) or thinks(cue)):
        return _Found(evidence)
    me = _Speaker.of(ground, statement)
    if (plain := me.says(evidence.text)) is not None:
        return _Found(evidence, plain, _sure(plain) and says_outright(f"{cue.rstrip()} {evidence.text[: plain.skip]}"))
    return _Found(shown, plain) if (plain := me.says(shown.text)) is not None else _Found(evidence)


def _sure(plain: Plain) -> bool:
    return plain.sure and plain.stance in ("for", "against")


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Whose words they are: the names he may have in them, and the pronouns that are somebody else's there."""

    names: Sequence[str]
    others: re.Pattern[str]

    @classmethod
    def of(cls, ground: Ground, statement: Statement) -> _Speaker:
        """The last speaker of a statement; named are the country and body that his office is of, too."""
        actor = ground.lookup.actor(statement.chain[-1].actor)
        every = {actor.name or ""}
        every |= {mention.text for mention in actor.mentions if mention.text[:1].isupper()}
        every |= {name for role in actor.roles for name in _CAPITALS.findall(role)}
        names = sorted(
            (name for name in every if name and name.lower() not in PRONOUNS), key=lambda name: (-len(name), name)
        )
        others = _ANOTHER if statement.form == "direct" else _A_THING if actor.kind == "person" else _NOBODY
        return cls(names, others)

    def says(self, words: str) -> Plain | None:
        """What the words say of their speaker's stand."""
        if (other := self.others.match(words)) is not None:
            start, end = other.span(1)
            return by_words(f"{words[:start]}{'x' * (end - start)}{words[end:]}", own=True)
        if (plain := by_words(words, own=True)) is not None:
            return plain
        begin = _ARTICLE.match(words)
        start = begin.end() if begin else 0
        for name in self.names:
            end = start + len(name)
            if words.startswith(name, start) and words[end : end + 1] == " ":
                return _shifted(by_words("it" + words[end:], own=True), end - len("it"))
        return None


def _shifted(plain: Plain | None, by: int) -> Plain | None:
    if plain is None:
        return None
    stop = None if plain.stop is None else plain.stop + by
    return replace(plain, skip=plain.skip + by if plain.skip else 0, stop=stop)


def _just_before(found: Sequence[Position], start: int) -> str | None:
    """What the position is on that is told last before this place; None where it is not near."""
    near = [position for position in found if 0 <= start - position.evidence.end <= _NEAR]
    return max(near, key=lambda position: position.evidence.end).target if near else None


def _known(ground: Ground, holder: str) -> bool:
    """Whether a holder has a name, an office or is a certain group: what "half of all voters" back is no position."""
    actor = ground.lookup.actor(holder)
    if actor.name or actor.kind != "group":
        return not actor.unnamed and actor.kind != "document"
    return any(_CERTAIN.match(mention.text) for mention in actor.mentions)


def _heard(text: str, statement: Statement, told: Told, evidence: Span) -> tuple[tuple[int, int], str]:
    """Where a statement's cue is, and the cue with a negation before it and the words from it to its content.

    "called Monday for". Where there is no cue, the place is the content's.
    """
    *_, before, last = statement.chain
    cue = last.cue or (before.cue if last.mention is None else None)  # a principal speaks by the spokesperson
    if cue is None:
        return (evidence.start, evidence.start), ""
    end = evidence.start if 0 <= evidence.start - cue.end <= _BETWEEN else cue.end
    leading = _PREPOSITION.match(evidence.text)
    words = ("not " if negated(told.before) else "") + text[cue.start : end] + (f" {leading[0]}" if leading else "")
    return (cue.start, cue.end), words
