"""Who stands where on what, from their own statements and from the writer."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.encounter import Stand
from reportedly.records.article import Article, Span
from reportedly.records.position import Position
from reportedly.records.statement import Statement

_LEADING = re.compile(r"(?:(?:that|to|for|against|on|of|about|whether|not)\s+)+", re.IGNORECASE)
_EDGES = " ,;:.\"“”'’‘"


def find_positions(
    article: Article, lookup: Lookup, statements: Sequence[Statement], stands: Sequence[Stand]
) -> tuple[Position, ...]:
    """The positions of an article in reading order; words whose holder is not known make none."""
    found: list[Position] = []
    for stand in stands:
        statement = _statement(statements, stand.evidence)
        holder = lookup.of(stand.holder) or _speaker(statement)
        if holder is None or holder == lookup.outlet:
            continue
        found.append(
            Position(
                id="p",
                holder=holder,
                target=_target(article, stand, statement),
                stance=stand.stance,
                evidence=stand.evidence,
                statement=None if statement is None else statement.id,
                score=stand.score,
            )
        )
    return tuple(replace(position, id=f"p{number}") for number, position in enumerate(found, 1))


def _statement(statements: Sequence[Statement], evidence: Span) -> Statement | None:
    """The smallest statement whose words and the evidence's are most nearly the same."""

    def shared(statement: Statement) -> int:
        return sum(max(0, min(s.end, evidence.end) - max(s.start, evidence.start)) for s in statement.content)

    over = [statement for statement in statements if shared(statement) * 2 > len(evidence.text)]
    return min(over, key=lambda s: sum(len(span.text) for span in s.content)) if over else None


def _speaker(statement: Statement | None) -> str | None:
    return None if statement is None else statement.chain[-1].actor


def _target(article: Article, stand: Stand, statement: Statement | None) -> str:
    """On what somebody stands, in the text's words: what the cue in the evidence is about, else the evidence itself."""
    start, end = stand.evidence.start, stand.evidence.end
    cue = None if statement is None else statement.chain[-1].cue
    if cue is not None and start <= cue.start and cue.end < end:
        start = cue.end
    elif stand.holder is not None and start <= stand.holder.start and stand.holder.end < end:
        start = stand.holder.end
    words = article.text[start:end].strip(_EDGES)
    rest = words[match.end() :] if (match := _LEADING.match(words)) else words
    return rest.strip(_EDGES) or stand.evidence.text
