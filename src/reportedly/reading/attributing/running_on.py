"""Quotations that run on over paragraphs: one that is not closed goes on in the next paragraph.

The encoder reads long paragraphs apart, so that the parts are told apart too: one has the cue, the others float, with a
source that is guessed. Of nine such in stories and real articles all were one statement.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, with_more
from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_MARK = re.compile(r"[“”„«»\"]|``|''")
_WHOLE = re.compile(r"(?:[“„«\"]|``)\s?(?P<words>[^“”„«»\"`]+?)\s?(?:[”»\"]|'')\.?")


def with_quotations_whole(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, of which those of an open quotation and its next paragraph are one, if one at most has a cue.

    A paragraph that is nothing but the rest of such a quotation, and is not read at all, is more of it.
    """
    paragraphs = find_paragraphs(article)
    open_at = [number for number, (one, after) in enumerate(pairwise(paragraphs)) if _runs_on(one.text, after.text)]
    if not open_at:
        return list(attributions)
    given, into = list(attributions), dict[int, int]()
    starts = [paragraph.start for paragraph in paragraphs]
    for at in open_at:
        last, first = _last_in(given, into, paragraphs[at]), _first_in(given, into, starts, at + 1)
        if last is None or last == first:
            continue
        if first is None:
            if (words := _WHOLE.fullmatch(paragraphs[at + 1].text)) is not None:
                start = paragraphs[at + 1].start
                rest = article.span(start + words.start("words"), start + words.end("words"))
                given[last] = replace(given[last], content=(*given[last].content, rest))
            continue
        if given[last].cue is not None and given[first].cue is not None:
            continue
        kept, gone = (first, last) if given[first].cue is not None else (last, first)
        whole = with_more(given[last], given[first])
        source = given[kept].source or given[gone].source
        given[kept] = replace(given[kept], source=source, content=whole.content, form=whole.form)
        into[gone] = kept
    kept_all = [replace(a, within=_end(into, a.within)) if a.within is not None else a for a in given]
    return without(kept_all, into)


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


def _last_in(attributions: Sequence[Attribution], gone: dict[int, int], paragraph: Span) -> int | None:
    """The outermost one whose words end last in a paragraph, if these are the end of it."""
    ends = [
        (a.content[-1].end, number)
        for number, a in enumerate(attributions)
        if a.within is None and number not in gone and paragraph.start < a.content[-1].end <= paragraph.end
    ]
    end, number = max(ends, default=(0, 0))
    return number if ends and not any(map(str.isalnum, paragraph.text[end - paragraph.start :])) else None


def _first_in(attributions: Sequence[Attribution], gone: dict[int, int], starts: Sequence[int], at: int) -> int | None:
    """The outermost one whose words begin a paragraph."""
    for number, a in enumerate(attributions):
        first = a.content[0].start
        if a.within is None and number not in gone and bisect_right(starts, first) - 1 == at and first - starts[at] < 4:
            return number
    return None


def _end(into: dict[int, int], number: int) -> int:
    while number in into:
        number = into[number]
    return number
