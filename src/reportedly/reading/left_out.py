"""What of an article is not read for statements, and the words that say so to whoever reads the reading."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.furniture import Furniture, Piece
from reportedly.reading.layout.furniture_words import FurnitureKind

# title, dateline, byline and credits are left out of this: pages show them in the head, and the records hold them
NAMED: dict[FurnitureKind, str] = {
    "heading": "heading",
    "read_also": "link to another article",
    "related_headline": "headline of another article",
    "newsletter": "notice",
    "correction": "correction",
    "notice": "notice",
}
MOST = 8  # pieces that are named; a live blog has hundreds
LONGEST = 60  # characters of a piece


def outside(furniture: Furniture, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions whose content is body, as far as it is: the "14:30" above a line of a live report is none."""
    bodies = [tuple(furniture.behind(span) for span in a.content if not furniture.covers(span)) for a in attributions]
    kept = [replace(a, content=body or a.content) for a, body in zip(attributions, bodies, strict=True)]
    return without(kept, {number for number, body in enumerate(bodies) if not body})


def notes_on_furniture(pieces: Iterable[Piece]) -> tuple[str, ...]:
    """One note that names what was left out as furniture; none when nothing was."""
    named = [f"{NAMED[piece.kind]} “{_short(piece.span.text)}”" for piece in pieces if piece.kind in NAMED]
    more = [f"{len(named) - MOST:,} more"] if len(named) > MOST else []
    return (f"left out: {', '.join([*named[:MOST], *more])}",) if named else ()


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1].rstrip() + "…"
