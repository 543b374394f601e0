"""Sources, cues and contents as marks on the text: each paragraph cut where a mark begins or ends.

Marks nest and overlap as they like: a piece of text carries all that cover it, outermost first, so that pages can
wrap each piece on its own and never close one mark inside another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from reportedly.records import Span
from reportedly.render.outline import Entry, Outline
from reportedly.render.wording import Grade

Role = Literal["dateline", "content", "source", "relay", "cue"]

AFTER = ".,;:!?)\"'”’»“‹›"  # closes the words that a number stands after


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """Characters from `start` to `end` with what they are to the statements with the numbers in `of`.

    A relay that many statements came through is one mark of them all.
    """

    start: int
    end: int
    role: Role
    of: tuple[int, ...] = ()
    grade: Grade = "firm"


@dataclass(frozen=True, slots=True)
class Piece:
    """Text without a cut, the marks that cover it, and the numbers of the statements whose content ends after it."""

    text: str
    marks: tuple[Mark, ...]
    numbers: tuple[int, ...] = ()


def marks_of(outline: Outline) -> list[Mark]:
    """All marks of a reading; the contents of two statements are two, the same source or cue of both is one."""
    dateline = outline.article.dateline
    marks = [Mark(start=dateline.start, end=dateline.end, role="dateline")] if dateline else []
    shared: dict[tuple[int, int, Role, Grade], list[int]] = defaultdict(list)
    for entry in outline.entries:
        marks += _contents(entry)
        for span, role, grade in _attributing(entry):
            numbers = shared[span.start, span.end, role, grade]
            if entry.number not in numbers:
                numbers.append(entry.number)
    for (start, end, role, grade), numbers in shared.items():
        marks.append(Mark(start=start, end=end, role=role, of=tuple(numbers), grade=grade))
    return marks


def pieces_of(outline: Outline) -> list[list[Piece]]:
    """The text of each paragraph in pieces, in order."""
    covering: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks_of(outline):
        for number in outline.paragraphs.over(mark.start, mark.end):
            covering[number].append(mark)
    ending: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for entry in outline.entries:
        paragraph, offset = _place_of_number(entry, outline)
        ending[paragraph].append((offset, entry.number))
    return [
        list(_cut(paragraph, covering[number], ending[number], outline.article.text))
        for number, paragraph in enumerate(outline.paragraphs.spans, 1)
    ]


def _contents(entry: Entry) -> Iterator[Mark]:
    for span in entry.statement.content:
        yield Mark(
            start=span.start,
            end=span.end,
            role="content",
            of=(entry.number,),
            grade=entry.grade,
        )


def _attributing(entry: Entry) -> Iterator[tuple[Span, Role, Grade]]:
    for at, hop in enumerate(entry.hops):
        if hop.link.mention:
            yield hop.link.mention, "source" if at == entry.said_by else "relay", hop.grade
        if hop.link.cue:
            yield hop.link.cue, "cue", hop.grade


def _place_of_number(entry: Entry, outline: Outline) -> tuple[int, int]:
    """The paragraph and the offset at which the number of a statement stands: after its content and what closes it."""
    text, last = outline.article.text, entry.extent[1]
    number = outline.paragraphs.number(last - 1)
    paragraph = outline.paragraphs.spans[number - 1]
    offset = min(max(last, paragraph.start), paragraph.end)
    while offset < paragraph.end and text[offset] in AFTER:
        offset += 1
    return number, offset


def _cut(paragraph: Span, marks: list[Mark], ending: list[tuple[int, int]], text: str) -> Iterator[Piece]:
    inside = [mark for mark in marks if mark.start < paragraph.end and mark.end > paragraph.start]
    cuts = {paragraph.start, paragraph.end, *(offset for offset, _ in ending)}
    for mark in inside:
        cuts |= {max(mark.start, paragraph.start), min(mark.end, paragraph.end)}
    waiting = sorted(inside, key=lambda mark: mark.start, reverse=True)
    numbers: dict[int, list[int]] = defaultdict(list)
    for offset, number in ending:
        numbers[offset].append(number)
    open_: list[Mark] = []
    start, *ends = sorted(cuts)
    if numbers[start]:  # only where a content holds no characters of the paragraph
        yield Piece("", (), tuple(numbers[start]))
    for end in ends:
        while waiting and waiting[-1].start <= start:
            open_.append(waiting.pop())
        open_ = sorted((mark for mark in open_ if mark.end > start), key=_outermost_first)
        yield Piece(text[start:end], tuple(open_), tuple(numbers[end]))
        start = end


def _outermost_first(mark: Mark) -> tuple[bool, int, tuple[int, ...]]:
    """Contents before what attributes, the longer before the shorter."""
    return mark.role != "content", mark.start - mark.end, mark.of
