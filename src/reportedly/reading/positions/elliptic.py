"""Stands whose clause leaves out what they are on: "Sarn opposes the loan, while Ulm and Olden are undecided".

It is what the position told just before is on. Of five such clauses in the training stories all are annotated.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from reportedly.reading.positions.asserted import asks, asserted
from reportedly.reading.positions.ground import Ground
from reportedly.records.article import Span
from reportedly.records.position import Position, Stance
from reportedly.records.statement import Statement

SCORE = 0.6  # as of other stands that are told outright
NEAR = 150  # characters behind a position in which "it" is what that is on
_STANDS = re.compile(
    r"\s(?:is|are|was|were|remains?|remained|stays?)\s(?:(?:\w+ly|still|all|also|dead|both)\s){0,2}"
    r"(?:(?P<against>opposed|against|not in favou?r)|(?P<for>in favou?r|supportive|all for)|(?P<undecided>undecided))"
    r"(?:\s(?:to\s)?(?:it|that))?(?=[.,;](?!\d)|\s(?:while|but|and|as well|too)\b)"
)
_RELATIVE = re.compile(r", (?:who|whom|which|whose)\s[^,.;:“”\"\n]{3,90},\Z")
_AND = re.compile(r"(?:,? and|,) (?:the )?")

Around = Callable[[Span], Statement | None]  # the smallest statement that some words are the words of


def elliptic_stands(
    ground: Ground, found: Sequence[Position], around: Around, known: Callable[[str], bool]
) -> Iterator[Position]:
    """The stands of whoever is said to be for or against, or undecided, and no more; `found` are those told before.

    `known` tells who may hold one.
    """
    text = ground.article.text
    ends: dict[int, Span] = {}
    matches = list(_STANDS.finditer(text))
    if not matches:
        return
    for actor in ground.lookup.actors:
        ends |= {mention.end: mention for mention in actor.mentions}
    for match in matches:
        target = just_before(text, found, match.start())
        if target is None or asks(text, match.end()):
            continue
        stance = _stance(match)
        for mention in _holders(text, ends, match.start()):
            holder = ground.lookup.of(mention)
            if holder in (None, ground.lookup.outlet) or not known(str(holder)):
                continue
            evidence = ground.article.span(mention.start, match.end())
            statement = around(evidence)
            if asserted(text, mention.start, match.end()) and not (statement and ground.disputed(statement.id)):
                yield Position(
                    id="p",
                    holder=str(holder),
                    target=target,
                    stance=stance,
                    evidence=evidence,
                    statement=None if statement is None else statement.id,
                    score=SCORE,
                )


def just_before(text: str, found: Sequence[Position], start: int) -> str | None:
    """What the position is on that is told last before this place, in its paragraph; None where it is not near."""
    near = [position for position in found if 0 <= start - position.evidence.end <= NEAR]
    last = max(near, key=lambda position: position.evidence.end, default=None)
    return None if last is None or "\n" in text[last.evidence.end : start] else last.target


def _stance(match: re.Match[str]) -> Stance:
    if match["undecided"]:
        return "undecided"
    return "against" if match["against"] else "for"


def _holders(text: str, ends: dict[int, Span], at: int) -> list[Span]:
    """Whoever is named right before this place, and those joined to them by "and"."""
    found: list[Span] = []
    if (relative := _RELATIVE.search(text, max(0, at - NEAR), at)) is not None:
        return [mention for end, mention in ends.items() if end == relative.start()]
    while (mention := ends.get(at)) is not None:
        found.insert(0, mention)
        joint = next((end for end in ends if end < mention.start and _AND.fullmatch(text, end, mention.start)), None)
        if joint is None:
            break
        at = joint
    return found
