"""What a statement's cue and content say plainly of where its last speaker stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.reading.positions.asserted import disputes
from reportedly.reading.positions.cues import judges, negates, reports, says_outright, thinks
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.plainly import by_words, named
from reportedly.reading.positions.signs import Told
from reportedly.reading.positions.threats import threatened
from reportedly.reading.positions.told_by_cues import by_cue
from reportedly.reading.positions.wording import negated
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Span
from reportedly.records.statement import Statement

_BETWEEN = 30  # characters between a cue and what it introduces
_BALLOT = 60  # characters before "to reject" in which "voted 5-2 on Tuesday" stands
_VOTED = re.compile(r"\bvot(?:e|es|ed|ing)\b[^.;:\n]*?\sto\s\Z", re.IGNORECASE)
_REFUSED = re.compile(r"\brefus", re.IGNORECASE)
_PREPOSITION = re.compile(r"(?:for|against|on|upon|with)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"(?:that\s+)?(?:the\s+)?", re.IGNORECASE)
_ANOTHER = re.compile(r"\W*(?:that\b\W*)?(he|she|it|they|his|her|its|their)(?=['’\s])", re.IGNORECASE)
_A_THING = re.compile(r"\W*(?:that\b\W*)?(it|its)(?=['’\s])", re.IGNORECASE)
_NOBODY = re.compile(r"(?!)()")
_CAPITALS = re.compile(r"[A-Z][\w.’'-]*(?:\s+(?:of\s+(?:the\s+)?)?[A-Z][\w.’'-]*)*")


def heard(text: str, statement: Statement, told: Told, evidence: Span) -> tuple[tuple[int, int], str]:
    """Where a statement's cue is, and the cue with a negation before it and the words from it to its content.

    "called Monday for". Where there is no cue, the place is the content's.
    """
    *_, before, last = statement.chain
    cue = last.cue or (before.cue if last.mention is None else None)  # a principal speaks by the spokesperson
    if cue is None:
        return (evidence.start, evidence.start), ""
    end = evidence.start if 0 <= evidence.start - cue.end <= _BETWEEN else cue.end
    leading = _PREPOSITION.match(evidence.text)
    if _VOTED.search(text, max(0, cue.start - _BALLOT), cue.start) is not None:
        return (cue.start, cue.end), f"voted to {text[cue.start : end]}"
    words = ("not " if negated(told.before) else "") + text[cue.start : end] + (f" {leading[0]}" if leading else "")
    return (cue.start, cue.end), words


@dataclass(frozen=True, slots=True)
class Found:
    """What tells a stand plainly (None: nothing), the words that it was found in, and whether it is said outright."""

    place: Span
    plain: Plain | None = None
    outright: bool = False


def said_plainly(ground: Ground, statement: Statement, cue: str, evidence: Span, shown: Span) -> Found:
    """What cue and content say plainly of where the last speaker stands."""
    if not negates(cue) and (plain := threatened(cue, evidence.text)) is not None:
        return Found(evidence, plain)
    if (plain := by_cue(cue, evidence.text)) is not None:
        # "wants the owners gone", "refused to vote"
        told = f"{cue.rstrip()} {evidence.text}" if plain.stop is not None or _REFUSED.search(cue) else cue
        return Found(evidence, plain, _sure(plain) and says_outright(told))
    if (judges(cue) or thinks(cue)) and (plain := named(evidence.text)) is not None:
        return Found(evidence, plain)
    if negates(cue) or disputes(cue) or not (reports(cue) or thinks(cue)):
        return Found(evidence)
    me = _Speaker.of(ground, statement)
    if (plain := me.says(evidence.text)) is not None:
        return Found(evidence, plain, _sure(plain) and says_outright(f"{cue.rstrip()} {evidence.text[: plain.skip]}"))
    return Found(shown, plain) if (plain := me.says(shown.text)) is not None else Found(evidence)


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
