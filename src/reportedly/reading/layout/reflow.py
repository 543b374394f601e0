"""Text whose lines are not its paragraphs, as it is read: wrapped lines joined, very long paragraphs broken.

Agency copy, e-mail and press releases break their lines every 72 characters or so; archives and programming interfaces
keep a whole article in one line. Whoever reads either sees the paragraphs all the same. What is changed are single
characters, a line break for a blank or a blank for a line break, so every place stays what it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from itertools import pairwise
from typing import Any

from reportedly.reading.layout.segment import sentence_places
from reportedly.records.article import Article, Span
from reportedly.records.reading import Reading

# of one-line copies of PolNeAR's development articles, attributed F1 by where a paragraph is long and its parts end:
# never 54.5; at 500 and 350 76.7; at 700 and 450 77.0; at 700 and 550 75.9; with the paragraphs as they were 78.9
LONG = 700  # characters from which a paragraph is broken: more than the encoder reads at once
PART = 450  # characters after which the next sentence may begin a part
FREE = 3 * PART  # characters after which an open quotation is taken for a stray mark, and a sentence is cut at a blank
NARROW, WIDE = 30, 110  # how many characters wrapped lines have
FULL = 0.9  # share of the lines that are no longer than wrapped ones are
CUT = 0.4  # share of the line breaks between lines that follow each other at which a sentence goes on, where all wrap
FEWEST = 2  # of such line breaks
LONG_LINE = 0.7  # share of the width from which a line that ends no sentence is cut

_LINE = re.compile(r"[^\r\n]+")
_BREAKS = ("\n", "\r\n", "\r")
_FIRST_WORD = re.compile(r"\S+")
_GOES_ON = re.compile(r"[a-z]")
_END = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*\Z")
_OWN_LINE = re.compile(r"[-*•–—·>]\s|\(?\d{1,2}[.)]\s|\s{2}|[A-Z][\w .’'-]{0,30}:\s")  # an item, an indent, a turn
_MARK = re.compile(r"[“”„«»\"]|''|``")
_OPENING, _CLOSING = ("“", "„", "«", "``"), ("”", "»")
_QUOTED = re.compile(r"[“„«\"]|``|''")
_SAYS = re.compile(
    r"\b(?:sa(?:id|ys)|t(?:old|ells)|add(?:ed|s)|wr(?:ote|ites)|ask(?:ed|s)|tweeted|explain(?:ed|s)|continued|"
    r"replied|answered|warned|insisted|argue[sd]|according)\b"
)


def reflowed(article: Article) -> Article:
    """The article as it is to be read; itself where its lines are paragraphs that can be read at once."""
    text = _broken(_joined(article.text))
    return article if text == article.text else replace(article, text=text)


def as_given(reading: Reading, article: Article) -> Reading:
    """The reading of a reflowed article, with the words of the article as it was given."""
    if reading.article.text == article.text:
        return reading
    given = replace(reading.article, text=article.text, dateline=_reworded(reading.article.dateline, article))
    parts = {part.name: getattr(reading, part.name) for part in fields(reading) if part.name != "article"}
    return replace(reading, article=given, **{name: _reworded(part, article) for name, part in parts.items()})


def _reworded(record: Any, article: Article) -> Any:
    if isinstance(record, Span):
        return article.span(record.start, record.end)
    if isinstance(record, tuple):
        return type(record)(_reworded(part, article) for part in record)
    if is_dataclass(record) and not isinstance(record, type):
        return replace(record, **{part.name: _reworded(getattr(record, part.name), article) for part in fields(record)})
    return record


def _lines(text: str) -> list[tuple[int, int]]:
    """Places of the lines that hold more than white space."""
    return [match.span() for match in _LINE.finditer(text) if not match[0].isspace()]


def _joined(text: str) -> str:
    """The text with a blank for each line break at which a line was only full."""
    lines = _lines(text)
    if len(lines) <= FEWEST:
        return text
    width = sorted(end - start for start, end in lines)[int(FULL * len(lines))]
    beside = [(line, after) for line, after in pairwise(lines) if text[line[1] : after[0]] in _BREAKS]
    cut = sum(_is_cut(text, line, after, width) for line, after in beside)
    if not NARROW <= width <= WIDE or cut < max(FEWEST, CUT * len(beside)):
        return text
    full = [(line[1], after[0]) for line, after in beside if _is_full(text, line, after, width)]
    return _with(text, {at: " " for start, end in full for at in range(start, end)})


def _is_cut(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether a sentence goes on behind a line: in a small letter, or where a long line has no end."""
    if _GOES_ON.match(text, after[0]) is not None:
        return True
    is_long = line[1] - line[0] > LONG_LINE * width
    return is_long and not _OWN_LINE.match(text, after[0]) and _END.search(text, line[0], line[1]) is None


def _is_full(text: str, line: tuple[int, int], after: tuple[int, int], width: int) -> bool:
    """Whether a sentence goes on in the line after, or its first word would have found no room."""
    if _OWN_LINE.match(text, after[0]):
        return False
    word = _FIRST_WORD.match(text, *after)
    return _is_cut(text, line, after, width) or (word is not None and line[1] - line[0] + 1 + len(word[0]) > width)


def _broken(text: str) -> str:
    """The text with a line break between two sentences here and there in paragraphs that are very long."""
    places = _lines(text)
    breaks = {at: "\n" for start, end in places if end - start > LONG for at in _parts(text, start, end)}
    return _with(text, breaks) if breaks else text


def _parts(text: str, start: int, end: int) -> Iterator[int]:
    """Places of the blanks where the parts of a long paragraph begin: between sentences, in no quotation.

    A sentence that is a quotation without any word of who says it stays with those before it.
    """
    is_open = False
    for sentence, following in pairwise(_sentences(text, start, end)):
        is_open = _is_open(text, sentence[0], following[0], is_open)
        if following[0] - start > FREE:
            is_open = False
        goes_on = _QUOTED.match(text, following[0]) and not _SAYS.search(text, *following)
        if following[1] - start > PART and not is_open and not goes_on and text[following[0] - 1] == " ":
            yield following[0] - 1
            start = following[0]


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a paragraph; of those that never end the parts up to a blank."""
    for first, last in sentence_places(text, start, end):
        while last - first > FREE and (blank := text.rfind(" ", first + PART, first + FREE)) > 0:
            yield first, blank
            first = blank + 1
        yield first, last


def _is_open(text: str, start: int, end: int, is_open: bool) -> bool:
    """Whether a quotation is open at the end of some words."""
    for mark in _MARK.finditer(text, start, end):
        is_open = mark[0] in _OPENING or (mark[0] not in _CLOSING and not is_open)
    return is_open


def _with(text: str, characters: dict[int, str]) -> str:
    """The text with some characters in the place of others."""
    new = list(text)
    for at, character in characters.items():
        new[at] = character
    return "".join(new)
