"""Lines of a page, with what the rules on furniture ask of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.segment import find_paragraphs
from reportedly.records.article import Article

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\Z")
_QUOTED = re.compile(r"[\"“”«»]|''|``|(?<!\w)[‘'](?=\w)")
_WORD = re.compile(r"\S+")
_LONG = 700  # characters: no furniture is longer


@dataclass(frozen=True, slots=True)
class Line:
    """One line that holds more than white space, without the space around it."""

    start: int
    end: int
    text: str  # of the first 700 characters
    number: int
    from_end: int  # 0 for the last line

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
    """The lines of an article that hold more than white space."""
    paragraphs = find_paragraphs(article)
    last = len(paragraphs) - 1
    return [
        Line(paragraph.start, paragraph.end, paragraph.text[:_LONG], number, last - number)
        for number, paragraph in enumerate(paragraphs)
    ]
