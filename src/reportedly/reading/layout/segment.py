"""Paragraphs, sentences and quotations of a text, each in one pass over its characters.

    find_paragraphs(article)    lines that hold more than white space
    find_sentences(article)     sentences; one never runs over the end of a paragraph
    segment(article)            both, and the quotations of reading/layout/quotations.py

A full stop ends a sentence unless it is an initial's, a title's or an abbreviation's, or small letters follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.reading.layout.quotations import Quotation, find_quotations
from reportedly.reading.wordlists import entries_of
from reportedly.records.article import Article, Span

# every line break that str.splitlines knows; U+001C to U+001E too, which count as white space
_PARAGRAPH = re.compile("[^\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]+")

# the marks that end a sentence, with the closing marks and footnote numbers that belong to them
_MARK = re.compile(r"[.!?…]+(?:[\"'”’»)\]]|\[\d{1,3}\])*")
_SPACE = re.compile(r"\s*")
_OPENERS = re.compile(r"[\"'“‘«„(\[`]*")
_WORD = re.compile(r"\w+")
_WORD_BEFORE = re.compile(r"[\w.&'’-]*\Z")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]")

# “Who knows?” Mr. Trump asked: the words after the question belong to its sentence
_ATTRIBUTION = re.compile(
    r"(?:(?:He|She|They|It|We|I)|(?:[A-Z][\w.'’-]{0,30}\s){0,3}[A-Z][\w.'’-]{0,30})\s"
    r"(?:said|says|asked|asks|added|adds|replied|replies|wrote|writes|told|tells|tweeted|shouted|wondered|explained|"
    r"insisted|continued|demanded|joked|responded|warned|answered|cried|declared)\b"
)


# where a dash, a bullet or a sign of money begins the next sentence
_MARKED_START = re.compile(r"[^\w\s]{0,3}\s{0,3}[^\W_a-z]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segments:
    """The parts of one article, each kind in the order of the text."""

    paragraphs: tuple[Span, ...]
    sentences: tuple[Span, ...]
    quotations: tuple[Quotation, ...]


def segment(article: Article) -> Segments:
    """The paragraphs, sentences and quotations of an article."""
    paragraphs, sentences = find_paragraphs(article), find_sentences(article)
    return Segments(
        paragraphs=paragraphs,
        sentences=sentences,
        quotations=find_quotations(article, paragraphs=paragraphs, sentences=sentences),
    )


def find_paragraphs(article: Article) -> tuple[Span, ...]:
    """The lines that hold more than white space, without the white space around them."""
    return tuple(article.span(start, end) for start, end in _paragraph_places(article.text))


@lru_cache(maxsize=4)  # several steps of a reading ask for those of its article
def find_sentences(article: Article) -> tuple[Span, ...]:
    """The sentences. Headings and other lines without a full stop are sentences of their own."""
    return tuple(
        article.span(start, end)
        for paragraph in _paragraph_places(article.text)
        for start, end in sentence_places(article.text, *paragraph)
    )


def _paragraph_places(text: str) -> Iterator[tuple[int, int]]:
    for line in _PARAGRAPH.finditer(text):
        bare = line[0].lstrip()
        if bare:
            yield line.end() - len(bare), line.end() - len(bare) + len(bare.rstrip())


def sentence_places(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Places of the sentences of the paragraph from `start` to `end`, which has no white space around it."""
    for mark in _MARK.finditer(text, start, end):
        space = _SPACE.match(text, mark.end(), end)
        next_start = space.end() if space else mark.end()
        if next_start < end and _ends_sentence(text, start, mark, next_start, end):
            yield start, mark.end()
            start = next_start
    yield start, end


def _ends_sentence(text: str, start: int, mark: re.Match[str], next_start: int, end: int) -> bool:
    """Whether the sentence begun at `start` ends with `mark`; what comes after it begins at `next_start`."""
    openers = _OPENERS.match(text, next_start, end)
    first = openers.end() if openers else next_start
    word = _WORD.match(text, first, end)
    if word is None:
        return next_start > mark.end() and _MARKED_START.match(text, first, end) is not None
    starter = word[0].lower() in _starters()
    if next_start == mark.end():  # "…said.He left": no space, so sure signs only
        glued = text[max(start, mark.start() - 2) : mark.start()]
        return starter and word[0][0].isupper() and len(glued) == 2 and glued.isalpha() and glued.islower()
    if word[0][0].islower():
        return False
    if mark[0][-1] in "\"'”’»" and _ATTRIBUTION.match(text, first, end):
        return False
    if mark[0][0] != ".":
        return not (mark[0][0] == "…" and word[0] == "I")
    if mark[0].startswith(".."):
        return word[0] != "I"
    return _stop_ends_sentence(text[max(start, mark.start() - 24) : mark.start()], mark, starter, word[0])


def _stop_ends_sentence(before: str, mark: re.Match[str], starter: bool, following: str) -> bool:
    """Whether a single full stop, after the last characters of its sentence, ends it."""
    found = _WORD_BEFORE.search(before)
    last = found[0].lstrip(".'’") if found else ""
    kind = _abbreviations().get(last.replace(".", ""))
    if mark[0][-1] in "\"'”’»":  # “… in the U.S.” Then
        return kind != "title"
    if kind == "title":
        return False
    if following[0].isdigit():
        return kind != "number"
    if last.isdigit() and before == last:  # "1. Situation"
        return False
    if kind == "number" and last.islower():  # "He said no. Trump left."
        return True
    initial = len(last) == 1 and last.isupper()
    return starter or not (initial or kind or _ACRONYM.fullmatch(last))


@cache
def _abbreviations() -> dict[str, str]:
    return dict(entry.split() for entry in entries_of("abbreviations.txt"))


@cache
def _starters() -> frozenset[str]:
    return frozenset(entries_of("sentence_starters.txt"))
