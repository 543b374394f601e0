"""What positions are made from, and what the words there say of a stance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.positions.asserted import disputes
from reportedly.reading.positions.cues import AS_NEEDED, conditional, left_open, strictly_conditional
from reportedly.reading.positions.plain import Plain
from reportedly.reading.positions.signs import Told
from reportedly.reading.positions.targets import target_in
from reportedly.reading.positions.weights import StandWeights
from reportedly.reading.scoring.acts import signs_of as words_of
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records.article import Article, Span
from reportedly.records.position import Stance
from reportedly.records.statement import Statement

_CONDITION_WITHIN = 120  # characters behind a content in which its condition may follow
_CLAUSE_END = re.compile(  # "demands an inquiry and threatens to sue if there is none"
    r"[.;!?\n]|, and (?!only\b|then only\b)|"
    r"\sand (?:(?:is|are|was|were|has|have|had|will|would|threaten\w*|says?|said|announces?|vow\w*)\b|\w{3,}ed\b)|"
    r",? while "
)
_BEFORE = 12  # characters before a cue, to see "not" and "never"
# "would back it if …", "refuses to sign until …": of 47 such stands of the training stories 34 hang on a condition
_IF = re.compile(
    r"(?<!as )(?<!even )(?<!decide )(?<!decided )(?<!considering )(?<!see )(?<!know )(?<!ask )(?<!asked )"
    rf"(?<!said )(?<!wonder )\bif\b(?! {AS_NEEDED})|(?<!that )\b(?:provided|providing)\b(?! (?:by|for|to|with)\b)",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"\b(?:until|(?<!the )(?<!her )(?<!his )till)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What positions are made from: the article, who is who, what is said, what the encoder holds, and the weights."""

    article: Article
    lookup: Lookup
    statements: Sequence[Statement]
    leanings: Leanings
    weights: StandWeights

    def told(self) -> Iterator[Told]:
        """The statements of the article, in their order, as far as signs go."""
        turns = Counter(statement.chain[-1].actor for statement in self.statements)
        reporting = {statement.within for statement in self.statements}
        text = self.article.text
        for number, statement in enumerate(self.statements):
            cue = statement.chain[-1].cue or next((link.cue for link in reversed(statement.chain) if link.cue), None)
            place = None if cue is None else (cue.start, cue.end)
            nested = statement.within is not None
            content = [(span.start, span.end) for span in statement.content]
            yield Told(
                act=statement.act,
                status=statement.status,
                sourcing=statement.sourcing,
                cue="" if cue is None else cue.text,
                before="" if cue is None else text[max(0, cue.start - _BEFORE) : cue.start],
                content=" ".join(span.text for span in statement.content),
                nested=nested,
                reports=statement.id in reporting,
                words=words_of(text, place, content, statement.form, nested),
                turns=turns[statement.chain[-1].actor],
                third=number * 3 // len(self.statements),
            )

    def disputed(self, around: str | None) -> bool:
        """Whether who tells what this statement holds does not believe it: "denied that she had backed it"."""
        if around is None:
            return False
        cue = next(statement for statement in self.statements if statement.id == around).chain[-1].cue
        return cue is not None and disputes(f"{self.article.text[max(0, cue.start - _BEFORE) : cue.start]}{cue.text}")

    def stance(self, plain: Plain | None, likely: Sequence[Stance], place: Span, cue: str = "") -> Stance | None:
        """The stance that the words tell plainly, else the likeliest that they bear out; None where they bear out none.

        Of words that are not plain, a condition or an open mind is all that they can bear out.
        """
        if plain is not None and plain.settled:
            return plain.stance
        text = self.article.text
        words = f"{cue} {text[place.start : clause_end(text, place.end)]}"
        if plain is None:
            if strictly_conditional(words) and likely[0] != "undecided":
                return "conditional"
            if likely[0] == "conditional" and conditional(words):
                return "conditional"
            return "undecided" if likely[0] == "undecided" and left_open(words) else None
        if plain.stance is None:
            return None
        if plain.stance == "undecided":
            return "conditional" if strictly_conditional(words) or _IF.search(words) else "undecided"
        if strictly_conditional(words) or (_IF if plain.stance == "for" else _UNTIL).search(words):
            return "conditional"
        if conditional(words) and likely[0] == "conditional":
            return "conditional"
        return plain.stance


def about(place: Span, plain: Plain | None) -> tuple[int, int]:
    """Where in these words stands what a position is on."""
    if plain is None:
        return place.start, place.end
    return place.start + plain.skip, place.end if plain.stop is None else place.start + plain.stop


def named_by(text: str, place: Span, plain: Plain | None, end: int) -> str | None:
    """What a position is on, of which these words tell as far as this end; None where they name nothing."""
    if plain is not None and plain.on is not None:
        return target_in(plain.on, 0, len(plain.on))
    if plain is not None and plain.stop is not None:  # of "the talks to be suspended" the talks
        words = text[place.start : end]
        return target_in(words, plain.skip, len(words))
    return target_in(text, place.start + (0 if plain is None else plain.skip), end)


def clause_end(text: str, end: int) -> int:
    """Where the clause ends that these words stand in, or, in a long one, where no condition is looked for."""
    match = _CLAUSE_END.search(text, end, end + _CONDITION_WITHIN)
    return end + _CONDITION_WITHIN if match is None else match.start()
