"""Days in a quotation, counted from the day on which it was spoken: on Monday he had said “I leave tomorrow”."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from reportedly.reading.saying.sayings import Contents
from reportedly.reading.times.timexes import written_day
from reportedly.records.article import Article, Span, Timex
from reportedly.records.statement import Chain, Form, Statement

_NEAR = re.compile(
    r"(?:today|tonight|(?:yesterday|tomorrow)(?: (?:morning|afternoon|evening|night))?|last night|"
    r"this (?:morning|afternoon|evening))",
    re.IGNORECASE,
)
_MARKS = re.compile('[“”"«»]')


def counted_from_saying(
    article: Article, timexes: Sequence[Timex], statements: Sequence[Statement]
) -> tuple[tuple[Timex, ...], tuple[Statement, ...]]:
    """The expressions of time, and the statements, with "today" and the like in a quotation as its speaker meant it."""
    written = written_day(article, timexes)
    near = [t for t in timexes if t.span is not None and t.from_ and t.from_ == t.to and _NEAR.fullmatch(t.span.text)]
    if written is None or not near:
        return tuple(timexes), tuple(statements)
    told = {piece: statement for statement in statements for piece in statement.content}
    contents = Contents(told)
    moved = {t.span: _later(t, _days_apart(t.span, told, contents, written)) for t in near if t.span is not None}
    if list(moved.values()) == near:
        return tuple(timexes), tuple(statements)
    counted = tuple(moved.get(t.span, t) if t.span is not None else t for t in timexes)
    return counted, tuple(_told(statement, moved) for statement in statements)


def _days_apart(span: Span, told: Mapping[Span, Statement], contents: Contents, written: date) -> int:
    """How many days after that of writing the quotation around an expression was spoken: 0 where nobody can tell."""
    around = [piece for piece in contents.around(span) if _is_quoted(span, piece, told[piece].form)]
    if not around:
        return 0
    statement = told[min(around, key=lambda piece: piece.end - piece.start)]
    on = statement.chain.speaker.on if statement.status == "made" else None
    if on is None or on.span is None or on.from_ is None or on.from_ != on.to:
        return 0
    if any(piece.start <= on.span.start < piece.end for piece in statement.content):
        return 0
    return (date.fromisoformat(on.from_) - written).days


def _is_quoted(span: Span, piece: Span, form: Form) -> bool:
    """Whether an expression stands between quotation marks in a piece of what was said."""
    if form == "indirect" or span.end > piece.end:
        return False
    marks = len(_MARKS.findall(piece.text, 0, span.start - piece.start))
    return marks % 2 == (0 if form == "direct" else 1)


def _later(timex: Timex, apart: int) -> Timex:
    assert timex.from_ is not None
    day = (date.fromisoformat(timex.from_) + timedelta(days=apart)).isoformat()
    return replace(timex, from_=day, to=day)


def _told(statement: Statement, moved: Mapping[Span, Timex]) -> Statement:
    """The statement, whose links may have been said on a day that moved."""
    links = tuple(replace(link, on=_of(link.on, moved)) for link in statement.chain)
    return statement if links == tuple(statement.chain) else replace(statement, chain=Chain(links))


def _of(timex: Timex | None, moved: Mapping[Span, Timex]) -> Timex | None:
    return moved.get(timex.span, timex) if timex is not None and timex.span is not None else timex
