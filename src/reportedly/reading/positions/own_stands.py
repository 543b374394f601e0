"""Where the last speaker of a statement stands, by what it says and how it is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.encounter import Stand
from reportedly.reading.odds import probability
from reportedly.reading.positions.asserted import asks, asserted, denies, greets
from reportedly.reading.positions.conditions import conditioned, is_a_condition
from reportedly.reading.positions.cues import judges, negates, says_outright, weighs
from reportedly.reading.positions.elliptic import just_before
from reportedly.reading.positions.ground import Ground, about, named_by
from reportedly.reading.positions.heard import Found, heard, said_plainly
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.targets import stood_on
from reportedly.records.article import Span
from reportedly.records.position import Position, Stance
from reportedly.records.statement import Statement

HARDLY = 0.015  # below which the encoder is believed at once: three in ten statements, and none of 258 positions
# the least probability of a statement whose words do not tell it plainly: best F1 on these and the real articles
UNSURE_AT = 0.17
CALLED_AT = 0.25  # the same where the cue only tells what somebody calls something
OUTRIGHT = 0.6  # what a stand that its holder says outright is worth at least: so many in a hundred are annotated
_CALLED_SO = re.compile(r"\s[\"“‘]|\s''")
_IT = re.compile(r"\s*(?:it|them|that|this|these|those)\s*", re.IGNORECASE)
_IT_FIRST = re.compile(r"\s*(?:that\s+)?(?:it|them(?! to\b))\s+\w")  # "wants it adopted by May"
_SOMEBODY = re.compile(  # "backs him", "backs him on the toll"
    r"\s*(he|him|she|her|they|them|it)\b(?=\s*(?:[.,;]|\Z)|\s+(?:on|even|when|if|because|from|for|in|at|as|after|before|and|"
    r"until|unless|again|anyway|now|today)\b)",
    re.IGNORECASE,
)
_WANTED = re.compile(r"\b(?:want|prefer|like|need)\w*\b", re.IGNORECASE)  # "wants him in court"
_AS = re.compile(r"(?<!long)(?<!soon)(?<!well)(?<!far)\s[\"“‘]?as\b")
_CONDEMNED = re.compile(
    r"\b(?:condemn|denounc|blast|slamm?|dismiss|criticis|criticiz|reject|assail|decr[iy])\w*", re.IGNORECASE
)
_IT_TO = re.compile(r"\s*it\s+(?:[“\"‘]?[\w’'-]+[”\"’]?\s+){1,4}to\s+\w", re.IGNORECASE)  # "called it folly to"
_CONDITION_BEFORE = re.compile(r"\b(?:provided|providing|on condition)(?: that)? \Z")
_SENTENCE_END = re.compile(r"[.!?][\"”’]*\s+")
_CERTAIN = re.compile(  # "the farmers", "farmers", "union leaders"; but no "half of all voters", no "critics"
    r"(?:the|his|her|its|their)\s+(?!majority|most|number|rest|percentage)\w|"
    r"(?!many|most|some|few|half|several|both|all|other|people|voters|critics|supporters|opponents|residents|respondents|"
    r"experts|analysts|observers|sources)(?:[a-z]+ ){0,2}[a-z]+s(?: (?:from|of|in) [^,]+)?\Z",
    re.IGNORECASE,
)


def own_stand(
    ground: Ground, statement: Statement, told: Told, stands: Sequence[Stand], found_before: Sequence[Position] = ()
) -> Position | None:
    """The position of a statement's last speaker; None where its signs are too weak or it is the outlet's own.

    "It" that somebody backs is what the position just before is on.
    """
    holder = statement.chain[-1].actor
    if holder == ground.lookup.outlet or len(statement.chain) < 2:
        return None
    evidence = own_words(ground.article.text, statement)
    place, cue = heard(ground.article.text, statement, told, evidence)
    outright = known(ground, holder) and says_outright(f"{cue.rstrip()} {evidence.text}")
    weighed = _weighed(ground, statement, told, outright=outright)
    if weighed is None or denies(cue) or not asserted(ground.article.text, *place) or ground.disputed(statement.within):
        return None
    inside = [s for s in stands if evidence.start <= s.evidence.start and s.evidence.end <= evidence.end]
    shown = max(inside, key=lambda stand: stand.score).evidence if inside else evidence
    found = said_plainly(ground, statement, cue, evidence, shown)
    if not weighed.believes(found, cue):
        return None
    stance, end = _stance(ground, found, cue, weighed.likely)
    if stance is None or asks(ground.article.text, found.place.end):
        return None
    start = about(found.place, found.plain)[0]
    shown = _shown(ground, found, shown, start)
    greeting = f"{cue} {ground.article.text[found.place.start : start]}"
    if greets(greeting, ground.article.text, start, ground.lookup):
        return None
    target = _target(ground, found, cue, end, holder, stance, found_before)
    if target is None:
        return None
    return Position(
        id="p",
        holder=holder,
        target=target,
        stance=stance,
        evidence=shown,
        statement=statement.id,
        score=weighed.score(found),
    )


def own_words(text: str, statement: Statement) -> Span:
    """The longest piece of a content, but for one that is only a condition: "provided that | the toll falls"."""
    pieces = [span for span in statement.content if not _CONDITION_BEFORE.search(text, 0, span.start)]
    return max(pieces or statement.content, key=lambda span: len(span.text))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """What signs and encoder make of a statement: its log-odds of being a stand, from `at` on believed, and of which.

    `outright` is whether it needs no odds where its words tell it outright.
    """

    odds: float
    at: float
    likely: Sequence[Stance]
    outright: bool

    def believes(self, found: Found, cue: str) -> bool:
        """Whether the statement is a stand, by what was found in its words."""
        if self.odds < self.at and not (self.outright and found.outright):
            return False
        if found.plain is None and (negates(cue) or weighs(cue)):
            return False
        sure = found.plain is not None and found.plain.sure
        return sure or probability(self.odds) >= (CALLED_AT if judges(cue) else UNSURE_AT)

    def score(self, found: Found) -> float:
        """How probable the stand is."""
        score = probability(self.odds)
        return max(score, OUTRIGHT) if self.outright and found.outright else score


def _weighed(ground: Ground, statement: Statement, told: Told, *, outright: bool) -> _Weighed | None:
    """What a statement is worth; None where that is too little, whatever its words tell plainly."""
    leaning = ground.leanings.over(statement.content)
    if leaning.mean < HARDLY and not outright:
        return None
    signs = signs_of(told)
    odds, at = ground.weights.odds(signs, leaning), ground.weights.at
    if odds < at and not outright:
        return None
    return _Weighed(odds=odds, at=at, likely=ground.weights.stances_of(signs, leaning), outright=outright)


def _shown(ground: Ground, found: Found, shown: Span, start: int) -> Span:
    """The words that show a stand; the sentence that names what it is on, where the likeliest do not have that."""
    if not found.outright or shown.start <= start < shown.end or not (found.place.start <= start < found.place.end):
        return shown
    text = ground.article.text
    begin = max((m.end() for m in _SENTENCE_END.finditer(text, found.place.start, start)), default=found.place.start)
    after = _SENTENCE_END.search(text, start, found.place.end)
    return ground.article.span(begin, found.place.end if after is None else after.start() + 1)


def _stance(ground: Ground, found: Found, cue: str, likely: Sequence[Stance]) -> tuple[Stance | None, int]:
    """The stance, and where the words end that name what it is on."""
    first, last = about(found.place, found.plain)
    if found.plain is None and judges(cue) and (called := _CALLED_SO.search(ground.article.text, first, last)):
        return likely[0] if likely[0] in ("for", "against") else None, called.start()  # "called the bill 'a disgrace'"
    return ground.stance(found.plain, likely, found.place, cue), last


def _target(
    ground: Ground, found: Found, cue: str, end: int, holder: str, stance: Stance, before: Sequence[Position]
) -> str | None:
    """What the stand is on; None where the words name nothing."""
    text = ground.article.text
    start = about(found.place, found.plain)[0]
    words = named_by(text, found.place, found.plain, end)
    unnamed = words is None and (not text[start:end].strip() or _IT.fullmatch(text, start, end))
    if judges(cue) and _IT_TO.match(text, start):
        return None
    if unnamed or _IT_FIRST.match(text, start, end):
        words = just_before(text, before, found.place.start) or words
    if (pronoun := _SOMEBODY.match(text, start, end)) is not None and not (_WANTED.search(cue) and words):
        other = ground.lookup.of(ground.article.span(*pronoun.span(1)))
        words = (None if other in (None, holder) else ground.lookup.actor(other).name) or words
    if words is not None and _CONDEMNED.search(cue):  # "blasted the deal as an insult"
        words = _AS.split(words, maxsplit=1)[0] or None
    if stance == "conditional" and words is not None and is_a_condition(words):
        words = conditioned(text, start, words) or words
    return None if words is None else stood_on(words, stance)


def known(ground: Ground, holder: str) -> bool:
    """Whether a holder has a name, an office or is a certain group: what "half of all voters" back is no position."""
    actor = ground.lookup.actor(holder)
    if actor.name or actor.kind != "group":
        return not actor.unnamed and actor.kind != "document"
    return any(_CERTAIN.match(mention.text) for mention in actor.mentions)
