"""The paragraphs of an article as a reader counts them, and the place of a span among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import pairwise

from reportedly.records import Article, Span

LINE = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")


class Paragraphs:
    """All paragraphs of an article, at least one, in order, each without the white space around it.

    Blank lines part them where the text has any between its lines, as typed and wrapped text does;
    otherwise each line is one, as in text taken from a page.
    """

    def __init__(self, article: Article) -> None:
        lines = [(start, end) for start, end in map(_stripped, LINE.finditer(article.text)) if start < end]
        breaks = [len(LINE_END.findall(article.text, end, start)) for (_, end), (start, _) in pairwise(lines)]
        wrapped = any(count > 1 for count in breaks)
        found: list[tuple[int, int]] = []
        for (start, end), count in zip(lines, [2, *breaks], strict=True) if lines else ():
            if wrapped and count == 1 and found:
                found[-1] = found[-1][0], end
            else:
                found.append((start, end))
        self.spans: tuple[Span, ...] = tuple(
            article.span(start, end) for start, end in found or [(0, len(article.text))] if start < end
        )
        self._starts = [span.start for span in self.spans]

    def number(self, offset: int) -> int:
        """The number of the paragraph that holds this offset, counted from 1; white space belongs to the one before."""
        return max(1, bisect_right(self._starts, offset))

    def over(self, start: int, end: int) -> range:
        """The numbers of the paragraphs that have characters from `start` to `end`."""
        return range(self.number(start), self.number(end - 1) + 1)


def _stripped(line: re.Match[str]) -> tuple[int, int]:
    text = line.group()
    return line.start() + len(text) - len(text.lstrip()), line.end() - len(text) + len(text.rstrip())
