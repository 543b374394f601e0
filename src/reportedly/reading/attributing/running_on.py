"""Quotations that run on over paragraphs: one that is not closed goes on in the next paragraph.

The encoder reads long paragraphs apart, so that the parts are told apart too: one has the cue, the others float, with a
source that is guessed. Of nine such in stories and real articles all were one statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, with_more
from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_MARK = re.compile(r"[“”„«»\"]|``|''")
_NEAR = 4  # characters before the words that begin a paragraph: marks


def with_quotations_whole(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; those of an open quotation and its next paragraph are one, if one at most has a cue."""
    paragraphs = find_paragraphs(article)
    open_at = [number for number, (one, after) in enumerate(pairwise(paragraphs)) if _runs_on(one.text, after.text)]
    if not open_at:
        return list(attributions)
    parts = _Parts(attributions, paragraphs)
    for at in open_at:
        last, first = parts.last_in(at), parts.first_in(at + 1)
        if last is not None and first is not None and last != first:
            parts.join(last, first)
    return parts.whole()


class _Parts:
    """The outermost attributions by the paragraphs where they begin and end, while those of a quotation are joined."""

    def __init__(self, attributions: Sequence[Attribution], paragraphs: Sequence[Span]) -> None:
        self._given, self._into = list(attributions), dict[int, int]()
        self._paragraphs, self._starts = paragraphs, [paragraph.start for paragraph in paragraphs]
        self._beginning, self._ending = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
        for number, one in enumerate(attributions):
            if one.within is None:
                self._beginning[self._at(one.content[0].start)].append(number)
                self._ending[self._at(one.content[-1].end - 1)].append(number)

    def _at(self, place: int) -> int:
        return bisect_right(self._starts, place) - 1

    def last_in(self, at: int) -> int | None:
        """The one whose words end last in a paragraph, if these are the end of it."""
        ends = [(self._given[n].content[-1].end, n) for n in self._ending[at] if n not in self._into]
        end, number = max(ends, default=(0, 0))
        paragraph = self._paragraphs[at]
        return number if ends and not any(map(str.isalnum, paragraph.text[end - paragraph.start :])) else None

    def first_in(self, at: int) -> int | None:
        """The one whose words begin a paragraph."""
        for number in self._beginning[at]:
            if number not in self._into and self._given[number].content[0].start - self._starts[at] < _NEAR:
                return number
        return None

    def join(self, last: int, first: int) -> None:
        """Makes one of two parts, unless each has a cue of its own."""
        one, other = self._given[last], self._given[first]
        if one.cue is not None and other.cue is not None:
            return
        kept, gone = (first, last) if other.cue is not None else (last, first)
        whole = with_more(one, other)
        source = self._given[kept].source or self._given[gone].source
        self._given[kept] = replace(self._given[kept], source=source, content=whole.content, form=whole.form)
        self._into[gone] = kept
        self._ending[self._at(whole.content[-1].end - 1)].append(kept)

    def whole(self) -> list[Attribution]:
        """The attributions that are left; what stood inside a part stands inside the whole."""
        moved = [a if a.within is None else replace(a, within=_end(self._into, a.within)) for a in self._given]
        return without(moved, self._into)


def _runs_on(one: str, after: str) -> bool:
    """Whether the last mark of a paragraph opens a quotation that the next opens again, or closes."""
    marks = [*_MARK.finditer(one)]
    if not marks or not _opens(one, marks[-1]):
        return False
    first = _MARK.search(after)
    return first is not None and (first.start() == 0 or not _opens(after, first))


def _opens(text: str, mark: re.Match[str]) -> bool:
    """Whether a mark opens a quotation, by its look or, where it has but one, by the space before it."""
    if mark[0] != '"':
        return mark[0] in ("“", "„", "«", "``")
    return (
        text[max(0, mark.start() - 1) : mark.start()] in ("", " ", "(", "—", "–")
        and not text[mark.end() :][:1].isspace()
    )


def _end(into: dict[int, int], number: int) -> int:
    while number in into:
        number = into[number]
    return number
