"""Readings as flat tables (RFC 4180), one for each kind of record, with the words and their offsets in every row."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from io import StringIO

from reportedly.records import Failure, Reading, Span, Timex

Row = tuple[str | int | float | None, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    "articles": ("article", "outlet", "url", "published", "title", "byline", "wires", "language", "notes", "text"),
    "actors": ("article", "actor", "kind", "name", "roles", "unnamed", "count", "basis", "speaks_for"),
    "mentions": ("article", "actor", "start", "end", "text"),
    "statements": (
        "article", "statement", "within", "form", "act", "status", "sourcing", "speaker", "score",
        "starts", "ends", "text",
    ),
    "links": (
        "article", "statement", "hop", "actor", "name", "mention_start", "mention_end", "mention",
        "cue_start", "cue_end", "cue", "addressees", "said_from", "said_to",
    ),
    "contacts": (
        "article", "contact", "kind", "status", "parties", "names", "from", "to", "when", "place_start", "place_end",
        "place", "ordinal", "statement", "score", "start", "end", "text",
    ),
    "positions": (
        "article", "position", "holder", "name", "stance", "target", "statement", "score", "start", "end", "text",
    ),
    "timexes": ("article", "start", "end", "text", "from", "to"),
    "failures": ("article", "source", "reason"),
}  # fmt: skip
_FORMULA = re.compile("'*[=+@\\-\t\r\n＝＋－＠]")
BETWEEN = "; "  # the entries of one cell: ids, names, offsets; contents of several pieces have " … " between them


def rows_of(result: Reading | Failure) -> Iterator[tuple[str, Row]]:
    """The rows that a reading or a failure adds, each with the name of its table."""
    if isinstance(result, Failure):
        yield "failures", (result.id, result.source, result.reason)
        return
    article, id = result.article, result.article.id
    names = {actor.id: actor.label for actor in result.actors}
    yield "articles", (
        id, article.outlet, article.url, article.published, article.title, _many(article.byline),
        _many(article.wires), article.language, _many(result.notes), article.text,
    )  # fmt: skip
    for actor in result.actors:
        yield "actors", (
            id, actor.id, actor.kind, actor.name, _many(actor.roles), str(actor.unnamed).lower(), actor.count,
            actor.basis, _many(actor.speaks_for),
        )  # fmt: skip
        for mention in actor.mentions:
            yield "mentions", (id, actor.id, *_place(mention))
    for s in result.statements:
        yield "statements", (
            id, s.id, s.within, s.form, s.act, s.status, s.sourcing, names[s.chain.speaker.actor], round(s.score, 3),
            _many([str(span.start) for span in s.content]), _many([str(span.end) for span in s.content]),
            " … ".join(span.text for span in s.content),
        )  # fmt: skip
        for hop, link in enumerate(s.chain):
            yield "links", (
                id, s.id, hop, link.actor, names[link.actor], *_place(link.mention), *_place(link.cue),
                _many(link.addressees), *_days(link.on),
            )  # fmt: skip
    for c in result.contacts:
        yield "contacts", (
            id, c.id, c.kind, c.status, _many(c.parties), _many([names[party] for party in c.parties]), *_days(c.on),
            c.on.span.text if c.on and c.on.span else None, *_place(c.place), c.ordinal, c.statement,
            round(c.score, 3), *_place(c.evidence),
        )  # fmt: skip
    for p in result.positions:
        yield "positions", (
            id, p.id, p.holder, names[p.holder], p.stance, p.target, p.statement, round(p.score, 3),
            *_place(p.evidence),
        )  # fmt: skip
    for timex in result.timexes:
        yield "timexes", (id, *_place(timex.span), *_days(timex))


def render_row(row: Sequence[str | int | float | None]) -> str:
    """The row as a line of CSV: cells that need it in quotation marks, nothing for null."""
    paper = StringIO()
    csv.writer(paper, lineterminator="\r\n").writerow(row)
    return paper.getvalue()


def _many(values: Sequence[str]) -> str | None:
    return BETWEEN.join(values) or None


def _place(span: Span | None) -> tuple[int | None, int | None, str | None]:
    return (None, None, None) if span is None else (span.start, span.end, span.text)


def _days(timex: Timex | None) -> tuple[str | None, str | None]:
    return (None, None) if timex is None else (timex.from_, timex.to)


def inert_cell(cell: str | int | float | None) -> str | int | float | None:
    """The cell, behind an apostrophe where a spreadsheet would take it for a formula; one is taken off to undo it."""
    return f"'{cell}" if isinstance(cell, str) and _FORMULA.match(cell) else cell
