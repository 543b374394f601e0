"""The lines of an interview as they are set: with a dash, in bold, behind a name and a colon, or bare."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

LONGEST_QUESTION = 450  # characters of a line that asks

_DASH = re.compile(r"[–—-]\s+")
_DASH_INSIDE = re.compile(r"(?<=[?.!])\s+[–—]\s+(?=[^\W\da-z])")
_BOLD = re.compile(r"(\*\*|__)(?P<words>.+)\1")
_WORD = r"[A-ZÀ-ÝĀ-Ž][\w.&’'-]*"
_LABEL = re.compile(rf"(?P<name>{_WORD}(?:\s{_WORD}){{0,4}})\s?:\s+(?=[^\W_]|[\"“‘'«„(])")
_ASKER = re.compile(
    r"Q|Question|Interviewer|Journalist|Reporter|Correspondent|Host|Presenter|Moderator|Anchor", re.IGNORECASE
)
_ANSWERER = re.compile(r"A|Answer", re.IGNORECASE)
_OPENS_QUOTATION = re.compile(r"[\"“«„]")
_TO_THE_GUEST = re.compile(  # "But your critics say that you fled." asks too
    r"(?:(?:But|And|So|Yet|Still),? )?[Yy]ou(?:r\b|\b(?! (?:know|see|can|could|cannot|can't|can’t|have to|need|must|"
    r"should|don't|don’t|never|always)\b))"
)


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a line without its marks; `label` is the name before its colon."""

    words: Span
    label: Span | None = None
    dash: bool = False
    bold: bool = False

    @property
    def asks(self) -> bool:
        """Whether it is a question by its own look."""
        if self.label is not None and self.is_askers:
            return True
        return len(self.words.text) <= LONGEST_QUESTION and (self.bold or self.is_question)

    @property
    def is_question(self) -> bool:
        """Whether it ends as questions do."""
        return self.words.text.endswith("?") and not _OPENS_QUOTATION.match(self.words.text)

    @property
    def is_askers(self) -> bool:
        """Whether it is printed under the name of a part that asks: "Q", "Interviewer"."""
        return self.label is not None and _ASKER.fullmatch(self.label.text) is not None

    @property
    def is_answerers(self) -> bool:
        """Whether it is printed under "A" or "Answer"."""
        return self.label is not None and _ANSWERER.fullmatch(self.label.text) is not None

    @property
    def addresses(self) -> bool:
        """Whether it begins by telling "you" what you did."""
        return _TO_THE_GUEST.match(self.words.text) is not None


def find_lines(article: Article) -> Iterator[Line]:
    """The lines of an article; a question and its answer with a dash each, though in one paragraph, are two."""
    for paragraph in find_paragraphs(article):
        dash = _DASH.match(paragraph.text)
        if dash is not None:
            start = dash.end()
            for between in _DASH_INSIDE.finditer(paragraph.text):
                yield _line(article, paragraph.start + start, paragraph.start + between.start(), dash=True)
                start = between.end()
            yield _line(article, paragraph.start + start, paragraph.end, dash=True)
        else:
            yield _line(article, paragraph.start, paragraph.end, dash=False)


def _line(article: Article, start: int, end: int, *, dash: bool) -> Line:
    bold = _BOLD.fullmatch(article.text, start, end)
    if bold is not None:
        start, end = bold.span("words")
    label = _LABEL.match(article.text, start, end)
    name = article.span(*label.span("name")) if label is not None and not dash else None
    if label is not None and name is not None:
        start = label.end()
    return Line(article.span(start, end), name, dash, bold is not None)
