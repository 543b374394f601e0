"""Answers of a store as rows for people and as CSV."""

from __future__ import annotations

import csv
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import fields
from io import StringIO

from reportedly.render.inert import inert, one_line
from reportedly.render.tables import inert_cell
from reportedly.render.terminal import NARROWEST, WIDEST
from reportedly.render.wording import SOURCING, UNSURE, day_of
from reportedly.store.answers import Answer, Met, Said, Shifted, Stood
from reportedly.store.overviews.turns import Turn

BETWEEN = "; "
SIDES = ("later", "earlier")
KINDS: dict[str, type[Answer | Shifted]] = {
    "who-said": Said,
    "said-by": Said,
    "said-about": Said,
    "contacts": Met,
    "positions": Stood,
    "changed-positions": Shifted,
    "first-reports": Said,
}
FIRMNESS: dict[str, str] = {str(sourcing): words for sourcing, words in SOURCING.items()}


def render_answers(answers: Sequence[Answer | Shifted], *, width: int, colour: bool = False) -> str:
    """The answers, each a few lines: who, how firm, the words, the chain, where and when."""
    width = min(max(width, NARROWEST), WIDEST)
    return "\n".join("".join(line + "\n" for line in _lines(answer, width, colour)) for answer in answers)


def render_turns(turns: Sequence[Turn], *, width: int, colour: bool = False) -> str:
    """Who said one thing and later the contrary: a few lines for each, both with their words and where they stand."""
    width = min(max(width, NARROWEST), WIDEST)
    lines = ["", *_bold("Said one thing, and later another", colour)]
    for turn in turns:
        lines += ["", *_wrapped(turn.name or "without a name", width, "  ")]
        for when, one in (("first", turn.before), ("later", turn.after)):
            day = day_of(one.published) if one.published else "date not known"
            where = " · ".join(filter(None, (one.outlet, day, f"{one.article} {one.start}", one.claim)))
            lines += [*_wrapped(f"{when}: {one.words}", width, "    "), *_wrapped(where, width, "      ")]
    return "".join(line + "\n" for line in lines)


def _bold(line: str, colour: bool) -> list[str]:
    return [f"\x1b[1m{line}\x1b[0m" if colour else line]


def render_csv(kind: type[Answer | Shifted], answers: Sequence[Answer | Shifted]) -> str:
    """The answers, all of one kind, as a table (RFC 4180) with a header; two positions side by side."""
    paper = StringIO()
    writer = csv.writer(paper, lineterminator="\r\n")
    names = [field.name.rstrip("_") for field in fields(Stood if kind is Shifted else kind)]
    writer.writerow([f"{side}_{name}" for side in SIDES for name in names] if kind is Shifted else names)
    writer.writerows([_shown(cell) for cell in _row(answer)] for answer in answers)
    return paper.getvalue()


def _row(answer: Answer | Shifted) -> list[object]:
    if isinstance(answer, Shifted):
        return [cell for side in SIDES for cell in _row(getattr(answer, side))]
    return [_cell(getattr(answer, field.name)) for field in fields(answer)]


def _lines(answer: Answer | Shifted, width: int, colour: bool) -> Iterator[str]:
    if isinstance(answer, Shifted):
        yield from _headed(f"{_head(answer.later)} · before: {answer.earlier.stance}", answer.later, width, colour)
        before = "\n".join(_headed(f"before: {_head(answer.earlier)}", answer.earlier, width - 2, colour=False))
        yield from textwrap.indent(before, "  ").split("\n")
    else:
        yield from _headed(_head(answer), answer, width, colour)


def _headed(head: str, answer: Answer, width: int, colour: bool) -> Iterator[str]:
    """The head, then the words, the chain, where and when."""
    first, *rest = _wrapped(head, width, "")
    yield f"\x1b[1m{first}\x1b[0m" if colour else first
    yield from rest
    yield from _wrapped(answer.words, width, "  ")
    if len(answer.chain) > 1:  # the outlet alone stands below
        yield from _wrapped(" ‹ ".join(answer.chain), width, "  ")
    yield from _wrapped(_source(answer), width, "  ")


def _head(answer: Answer) -> str:
    match answer:
        case Said():
            who = answer.speaker
            if answer.sourcing == "spokesperson" and len(answer.chain) > 2:
                who = f"{answer.chain[-2]}, for {who}"
            telling = [word for word in (answer.act, answer.status) if word not in ("say", "made")]
            telling += ["unsure"] if answer.score < UNSURE else []
            return " · ".join((who, FIRMNESS[answer.sourcing], *telling))
        case Met():
            days = answer.from_ if answer.from_ == answer.to else f"{answer.from_ or '…'} to {answer.to or '…'}"
            when = days or answer.when
            known = (f"{answer.kind}, {answer.status}", when, answer.place)
            return " · ".join((" × ".join(answer.parties), *filter(None, known)))
        case Stood():
            return f"{answer.holder} · {answer.stance} · {answer.target}"


def _source(answer: Answer) -> str:
    """Outlet, day, article and the offsets of the words."""
    places = ", ".join(f"{start}–{end}" for start, end in answer.places)
    day = day_of(answer.published) if answer.published else "date not known"
    return " · ".join(filter(None, (answer.outlet, day, f"{answer.article} {places}")))


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(
        one_line(text), width, initial_indent=indent, subsequent_indent=indent + "  ", break_on_hyphens=False
    ) or [indent]


def _cell(value: object) -> object:
    if isinstance(value, tuple):
        return BETWEEN.join(f"{item[0]}-{item[1]}" if isinstance(item, tuple) else str(item) for item in value)
    return value


def _shown(cell: object) -> object:
    """The cell as a spreadsheet or a terminal, where such a table often ends, may have it."""
    return inert_cell(inert(cell)) if isinstance(cell, str) else cell
