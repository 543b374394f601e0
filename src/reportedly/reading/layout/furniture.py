"""Furniture: all on a page that is not body. Byline, dateline, credits, headings, links to other articles, notices.

Precision comes first: body that is taken for furniture loses its statements, and furniture that is left in the body
is still weighed by the encoder. A line is furniture when its words say so (`lists/furniture_lines.tsv`), when its form
does (datelines, bylines, headings), or when it is a headline at the bottom, without a full stop.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from reportedly.reading.layout.agencies import full_name
from reportedly.reading.layout.bylines import match_byline
from reportedly.reading.layout.credits import (
    TAIL,
    agencies_of_byline,
    agencies_of_credit,
    is_caption,
    is_list_of_agencies,
    is_signature,
    match_closing_credit,
    own_credit,
)
from reportedly.reading.layout.datelines import Dateline, match_dateline
from reportedly.reading.layout.furniture_words import FurnitureKind, LineKind, greets, kind_of_line, speaks_of_itself
from reportedly.reading.layout.headings import (
    asks,
    find_capitals,
    find_hours,
    find_title,
    is_heading,
    is_headline,
    is_question,
    is_title,
)
from reportedly.reading.layout.lines import Line, lines_of
from reportedly.records.article import Article, Span

_TOP = 6  # lines that may stand above the body: title, subtitle, byline, date, a greeting, a correction
_BOTTOM = 4  # lines from the last in which headlines of other articles are looked for
_LONGEST_HEADLINE = 18  # words
_BESIDE = ("notice", "newsletter", "read_also", "related_headline")
_LEFT_TAG = re.compile(r"</?[a-z][^<>\n]{0,300}>")
_CORRECTION_INSIDE = re.compile(
    r"(?<=[.!?”\"] )(?:Correction|CORRECTION|Clarification|From the editors?|Editor[’']s note): "
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """One piece of furniture; `agencies` are those it credits for the copy, by the fullest names that are known."""

    kind: FurnitureKind
    span: Span
    agencies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """The furniture of one article, in the order of the text; `article` has dateline, wires and byline from it."""

    article: Article
    pieces: tuple[Piece, ...]

    def covers(self, span: Span) -> bool:
        """Whether at least half of the characters of a span are furniture, other than the title.

        A title makes statements of its own ("Trump demands Ginsburg resign"), which PolNeAR's annotators marked.
        """
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.span.end)
        shared = 0
        for piece in self.pieces[first:]:
            if piece.span.start >= span.end:
                break
            if piece.kind != "title":
                shared += min(piece.span.end, span.end) - max(piece.span.start, span.start)
        return 2 * shared >= span.end - span.start

    def behind(self, span: Span) -> Span:
        """What of a span stands behind the heading that it begins in: no hour of a live report is said."""
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.span.end)
        for piece in self.pieces[first : first + 1]:
            if piece.kind == "heading" and piece.span.start <= span.start and piece.span.end < span.end:
                start = piece.span.end + len(gap := self.article.text[piece.span.end : span.end]) - len(gap.lstrip())
                return self.article.span(start, span.end)
        return span

    def beside(self, span: Span) -> bool:
        """Whether words stand in what a page says of itself or of other articles, which name nobody in this one.

        So do those in a dateline that are no agency's: the place.
        """
        first = bisect_right(self.pieces, span.start, key=lambda piece: piece.span.end)
        found = [p for p in self.pieces[first : first + 1] if p.span.start <= span.start and span.end <= p.span.end]
        place = span.start == self.article.dateline.start if self.article.dateline is not None else False
        return any(
            p.kind in _BESIDE or (p.kind == "dateline" and place and span.text not in self.article.wires) for p in found
        )


def find_furniture(article: Article) -> Furniture:
    """The furniture of an article, and the article with what it says: dateline, wires, and byline where unknown.

    `wires` has every agency that is credited, the publishing one too where it credits itself.
    """
    search = _Search(article)
    search.read_top()
    search.read_bottom()
    search.read_lines()
    search.read_inside()
    datelines = [piece.span for piece in search.pieces if piece.kind == "dateline"]
    # rather one with which a paragraph begins than a day alone on its line
    begin = (span for span in datelines if article.text[span.end : span.end + 1] not in ("", "\n"))
    dateline = next(begin, next(iter(datelines), None))
    credited = [agency for piece in search.pieces for agency in piece.agencies]
    credited += [agency for byline in article.byline for agency in agencies_of_byline(byline, article)]
    found = replace(
        article,
        dateline=dateline,
        wires=tuple(dict.fromkeys(credited)),
        byline=article.byline or search.authors,
    )
    return Furniture(article=found, pieces=tuple(search.pieces))


class _Search:
    """Goes over the lines of one article and collects the pieces; no two of them overlap."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lines = lines_of(article)
        self.pieces: list[Piece] = []
        self.taken: set[int] = set()  # numbers of the lines that are all furniture
        self.begun: set[int] = set()  # numbers of the lines that begin with furniture
        self.authors: tuple[str, ...] = ()
        self.wire: str | None = None  # the agency of the dateline

    def read_top(self) -> None:
        """Finds what stands above the body, and the dateline or byline with which this begins."""
        for line in find_title(self.lines, self.article.title):
            self._take("title", line)
        for line in self.lines[:_TOP]:
            if line.number not in self.taken and not self._take_above(line):
                if line.number == 0:
                    self._take_author(self.lines[1:2])
                return

    def _take_author(self, lines: Sequence[Line]) -> None:
        """Takes a byline below a headline that has the form of a sentence ("He Said No. Then They Wrote.")."""
        for line in lines:
            byline = match_byline(line, self._text_below(line) or self._following(line), self.article.byline)
            if line.text.startswith("By ") and byline and byline.names and byline.end == len(line.text):
                self.authors = self.authors or byline.names
                self._take("byline", line)

    def read_bottom(self) -> None:
        """Finds headlines of other articles below the body, and what the page says of itself there."""
        below = False
        for line in reversed(self.lines[1:]):
            if line.from_end > _BOTTOM or line.number in self.taken:
                return
            last = line.from_end == 0
            if is_signature(line.text, self.article, self.wire, last=last):  # first: higher up, "/AP" is a photo's
                self._take("credit", line)
            elif kind := kind_of_line(line):
                self._take(kind, line)
            elif line.from_end < 2 and speaks_of_itself(line, self.article.outlet):
                self._take("newsletter", line)
            elif line.words <= _LONGEST_HEADLINE and (is_headline(line) or (below and asks(line))):
                self._take("related_headline", line)
            else:
                return
            below = True

    def read_lines(self) -> None:
        """Finds the lines that are furniture wherever they stand."""
        for line in self.lines:
            if not self._is_left(line):
                continue
            if kind := kind_of_line(line):
                self._take(kind, line)
            elif is_heading(line, self._following(line)):
                self._take("heading", line)
            elif is_list_of_agencies(line.text):
                self._take("credit", line)
            elif (dateline := match_dateline(line.text)) and (dateline.credit or line.number < _TOP):
                self._take_dateline(line, dateline)
        headings = sum(piece.kind == "heading" for piece in self.pieces)
        for line in self.lines if headings > 1 else ():
            if line.number not in self.taken and is_question(line, self._following(line)):
                self._take("heading", line)

    def read_inside(self) -> None:
        """Finds furniture inside paragraphs: hours, words in capitals, credits, corrections, tags."""
        left = [line for line in self.lines if line.number not in self.taken]
        paragraphs = [line for line in left if self._is_left(line)]
        for start, end in (*find_hours(paragraphs), *find_capitals(paragraphs)):
            self._add("heading", start, end)
        self._add_own_credit(left)
        for line in left:
            if match := _CORRECTION_INSIDE.search(line.text):
                self._add("correction", line.start + match.start(), line.end)
            tail = self.article.text[max(line.start, line.end - TAIL) : line.end]
            if credit := match_closing_credit(tail, self.article, self.wire, last=line.from_end == 0):
                agencies = agencies_of_credit(credit[0], self.article, self.wire)
                self._add("credit", line.end - len(credit[0]), line.end, agencies)
        for tag in _LEFT_TAG.finditer(self.article.text) if "<" in self.article.text else ():
            self._add("notice", tag.start(), tag.end())

    def _take_above(self, line: Line) -> bool:
        """Takes a line above the body; False at the line with which the body begins, whose start may be taken."""
        following = self._following(line)
        if dateline := match_dateline(line.text):
            byline = match_byline(line, following, self.article.byline)
            if byline and byline.end < dateline.end:  # "NADIM HAROUN, Port Zahir —" has the form of a dateline
                self._begin("byline", line, byline.end)
                return False
            self._take_dateline(line, dateline)
            return line.number in self.taken
        if kind := kind_of_line(line):
            self._take(kind, line)
        elif byline := match_byline(line, self._text_below(line) or following, self.article.byline):
            self.authors = self.authors or byline.names
            if byline.end < len(line.text):
                self._begin("byline", line, byline.end)
                return False
            self._take("byline", line, tuple(agencies_of_byline(line.text, self.article)))
        elif greets(line, self.article.outlet):
            self._take("newsletter", line)
        elif line.number == 0 and not self.article.title and is_title(line, self.lines[1:_TOP]):
            self._take("title", line)
        elif is_heading(line, following):
            self._take("heading", line)
        else:
            return False
        return True

    def _is_left(self, line: Line) -> bool:
        return line.number not in self.taken and line.number not in self.begun

    def _following(self, line: Line) -> Line | None:
        """The next line that is not furniture as far as is known."""
        following = range(line.number + 1, len(self.lines))
        return next((self.lines[number] for number in following if number not in self.taken), None)

    def _text_below(self, line: Line) -> Line | None:
        """The first line below that ends a sentence, when it is near: between may stand a place or an hour."""
        near = self.lines[line.number + 1 : line.number + 3]
        return next((below for below in near if below.ends_sentence and below.number not in self.taken), None)

    def _take_dateline(self, line: Line, dateline: Dateline) -> None:
        agencies = (full_name(dateline.credit, self.article),) if dateline.credit else ()
        self.wire = self.wire or next(iter(agencies), None)
        if dateline.end < len(line.text):
            self._begin("dateline", line, dateline.end, agencies)
        else:
            self._take("dateline", line, agencies)

    def _take(self, found: LineKind, line: Line, agencies: tuple[str, ...] = ()) -> None:
        """Takes a whole line, and the caption above a photo credit."""
        self.taken.add(line.number)
        if found == "photo":
            above = self.lines[line.number - 1] if line.number else None
            if above and self._is_left(above) and is_caption(above):
                self.taken.add(above.number)
                self._add("credit", above.start, line.end)
            else:
                self._add("credit", line.start, line.end)
        elif found == "credit":
            self._add("credit", line.start, line.end, agencies_of_credit(line.text, self.article, self.wire))
        else:
            self._add(found, line.start, line.end, agencies)

    def _begin(self, kind: FurnitureKind, line: Line, length: int, agencies: tuple[str, ...] = ()) -> None:
        """Takes the start of a line; the rest of it is body."""
        self.begun.add(line.number)
        self._add(kind, line.start, line.start + length, agencies)

    def _add(self, kind: FurnitureKind, start: int, end: int, agencies: tuple[str, ...] = ()) -> None:
        """Adds a piece, in its order, if it overlaps none that is there."""
        at = bisect_left(self.pieces, start, key=_start_of)
        after = at == 0 or self.pieces[at - 1].span.end <= start
        if after and (at == len(self.pieces) or end <= self.pieces[at].span.start):
            self.pieces.insert(at, Piece(kind=kind, span=self.article.span(start, end), agencies=agencies))

    def _add_own_credit(self, lines: Sequence[Line]) -> None:
        """Adds the first place where the outlet credits itself."""
        if self.article.outlet:
            pattern = own_credit(self.article.outlet)
            for line in lines:
                if match := pattern.search(line.text):
                    self._add("credit", line.start + match.start(), line.start + match.end(), (self.article.outlet,))
                    return


def _start_of(piece: Piece) -> int:
    return piece.span.start
