"""Lines of a page, with what the rules on furniture ask of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_QUOTED = re.compile(r"[\"“”«»]|''|``|(?<!\w)[‘'](?=\w)")
_WORD = re.compile(r"\S+")
_WRAPPED = 0.2  # of the lines begin with a small letter under another line: the page breaks lines within sentences
_LONG = 700  # characters: no furniture is longer


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space, without the space around it."""

    start: int
    end: int
    text: str  # of the first 700 characters
    number: int
    from_end: int  # 0 for the last line
    apart: bool = True  # whether it stands alone between blank lines, or the page is not wrapped

    @property
    def words(self) -> int:
        """The number of words."""
        return sum(1 for _ in _WORD.finditer(self.text))

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends with a full stop, a question mark or the like."""
        return _SENTENCE_END.search(self.text) is not None

    @property
    def quotes(self) -> bool:
        """Whether there are quotation marks in it."""
        return _QUOTED.search(self.text) is not None

    @property
    def whole(self) -> bool:
        """Whether `text` is all of it."""
        return self.end - self.start == len(self.text)


def lines_of(article: Article) -> Sequence[Line]:
    """The lines of an article that hold more than white space.

    Where the text is wrapped, as in mail, a line without a full stop is no heading unless blank lines stand around it.
    """
    paragraphs = find_paragraphs(article)
    last = len(paragraphs) - 1
    gaps = [article.text.count("\n", one.end, two.start) > 1 for one, two in pairwise(paragraphs)]
    goes_on = sum(not gap and two.text[0].islower() for gap, (_, two) in zip(gaps, pairwise(paragraphs), strict=True))
    wrapped = goes_on > _WRAPPED * len(gaps)
    apart = [before and after for before, after in pairwise([True, *gaps, True])]
    return [
        Line(
            paragraph.start, paragraph.end, paragraph.text[:_LONG], number, last - number, apart[number] or not wrapped
        )
        for number, paragraph in enumerate(paragraphs)
    ]
