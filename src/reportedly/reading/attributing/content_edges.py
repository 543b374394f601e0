"""Contents without words of their cue, and without a single quotation mark whose pair they do not hold."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_ARTICLE = re.compile(r" (?P<word>the|an?)\Z")
_QUOTING = re.compile(r"(?<!\w)['‘]\w")


def with_content_edges(article: Article, attributions: Iterable[Attribution]) -> list[Attribution]:
    """The attributions, of which no content shares words with its cue: "bid | for another day" of "will bid for".

    A single quotation mark goes where its pair stands outside the content.
    """
    return [_trimmed(article, attribution) for attribution in attributions]


def _trimmed(article: Article, attribution: Attribution) -> Attribution:
    cue = _without_article(article, attribution)
    content = tuple(_within_marks(article, _beside(article, piece, cue)) for piece in attribution.content)
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


def _within_marks(article: Article, piece: Span) -> Span:
    """A piece without a single mark that closes what opens right before it, or opens what it does not hold."""
    text, start, end = article.text, piece.start, piece.end
    if end - start < 2:
        return piece
    if text[end - 1] in "'’" and text[start - 1 : start] in ("'", "‘") and not _QUOTING.search(text, start, end):
        end -= 1
    elif text[end - 2 : end] == " ‘":
        end -= 2
    return piece if end == piece.end else article.span(start, end)
