"""Contents without words of their cue, with their "not", and with both marks of the quotations in them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_ARTICLE = re.compile(r" (?P<word>the|an?)\Z")
_OPENS = {'"': ('"', "“"), "”": ('"', "“"), "»": ("«",), "'": ("'", "‘"), "’": ("'", "‘")}  # by what closes it
_MARK = re.compile(r"[\"“”«»]|(?<!\w)['‘](?=\w)|(?<=[\w.,!?…])['’](?!\w)")
_NOT_TO = re.compile(r"\b(?:not|never) to \w+ \Z")  # without it a content would say the contrary
_ENDS = re.compile(r"[.!?;\n]")
_CLOSING = re.compile(r"[.,?!…]?[\"”»’']")


def with_content_edges(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, of which no content shares words with its cue: "bid | for another day" of "will bid for".

    "Not to" do something belongs to the content where what is not to be done does: "decided | not to bring charges".
    Both marks of a quotation belong to a content that holds other words too, neither to one that is but a quotation.
    """
    return [_trimmed(article, attribution) for attribution in attributions]


def _trimmed(article: Article, attribution: Attribution) -> Attribution:
    cue = _without_article(article, attribution)
    first, *more = attribution.content
    pieces = (_with_not(article, first, cue), *more)
    content = tuple(_within_marks(article, _beside(article, piece, cue)) for piece in pieces)
    if content == attribution.content and cue == attribution.cue:
        return attribution
    return replace(attribution, cue=cue, content=content)


def _without_article(article: Article, attribution: Attribution) -> Span | None:
    """The cue without the article of its content: "put" of "put the | the idea"."""
    cue = attribution.cue
    if cue is None or (found := _ARTICLE.search(cue.text)) is None:
        return cue
    start = cue.start + found.start("word")
    if found.start() and any(piece.start == start for piece in attribution.content):
        return article.span(cue.start, cue.start + found.start())
    return cue


def _beside(article: Article, piece: Span, cue: Span | None) -> Span:
    """The words of a piece that stand behind its cue, where it begins within that, or before it, where it ends so."""
    if cue is None:
        return piece
    start, end = piece.start, piece.end
    if cue.start <= start < cue.end < end:
        start = cue.end
    elif start < cue.start < end <= cue.end:
        end = cue.start
    words = article.text[start:end]
    if len(words) == len(piece.text) or not any(map(str.isalnum, words)):
        return piece
    return article.span(start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip(" ,;:")))


def _with_not(article: Article, piece: Span, cue: Span | None) -> Span:
    """A piece with "not to" and its verb, where these stand between it and its cue."""
    if cue is None or (found := _NOT_TO.search(article.text, cue.end, piece.start)) is None:
        return piece
    return piece if _ENDS.search(article.text, cue.end, found.start()) else article.span(found.start(), piece.end)


def _within_marks(article: Article, piece: Span) -> Span:
    """A piece with both marks of a quotation that it holds a part of, or with neither where it holds no more."""
    text, start, end = article.text, piece.start, piece.end
    if text.startswith(" ‘", end - 2):
        return article.span(start, end - 2) if end - 2 > start else piece
    opened, closed = _unpaired(piece.text)
    if closed is not None and text[start - 1 : start] in _OPENS[piece.text[closed]]:
        start, end = (start, end - 1) if closed == len(piece.text) - 1 else (start - 1, end)
    if opened is not None and (closing := _CLOSING.match(text, end)) is not None:
        start, end = (start + 1, end) if opened == 0 else (start, closing.end())
    return piece if (start, end) == (piece.start, piece.end) else article.span(start, end)


def _unpaired(words: str) -> tuple[int | None, int | None]:
    """Where a mark opens that nothing closes, and where one closes that nothing opened, of the outermost."""
    opened, closed = list[int](), None
    for mark in _MARK.finditer(words):
        opens = mark[0] in "“«‘" or (mark[0] in "\"'" and (not opened or words[opened[-1]] != mark[0]))
        if opens and (mark[0] in "“«‘" or not words[mark.start() - 1 : mark.start()].strip()):
            opened.append(mark.start())
        elif opened:
            opened.pop()
        else:
            closed = mark.start()
    return (opened[0] if opened else None), closed
