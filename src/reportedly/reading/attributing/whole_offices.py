"""Holders of offices that were cut at "of": "President" and "Dravon Ada Renn", of "President of Dravon Ada Renn".

So write agencies of Eastern Europe; where the encoder knows no Dravon, it takes it for a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.nouns import honorific, is_first_name, noun
from reportedly.reading.cast.phrases import parse
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span

_OF_AND_NAME = re.compile(r"[A-Z][\w’'-]+(?: (?:and )?[A-Z][\w’'-]+){2,5}")
_TITLE = re.compile(r"(?P<title>[\w-]+) of (?:the )?\Z")
_LONG = 40  # characters of a title and its "of"


class WholeOffices:
    """The words for such people, each of whose pieces is the whole."""

    def __init__(self, article: Article, mentions: Iterable[Mention]) -> None:
        self._wholes = [whole for m in mentions if m.kind == "person" and (whole := _whole(article, m.span))]

    def attributions(self, attributions: Sequence[Attribution]) -> Sequence[Attribution]:
        """The attributions with whole sources."""
        if not self._wholes:
            return attributions
        return [a if a.source is None else replace(a, source=self._of(a.source)) for a in attributions]

    def mentions(self, mentions: Sequence[Mention]) -> Sequence[Mention]:
        """The mentions, whole, each once."""
        if not self._wholes:
            return mentions
        found: dict[Span, Mention] = {}
        for mention in mentions:
            span = self._of(mention.span)
            found.setdefault(span, mention if span == mention.span else replace(mention, span=span, kind="person"))
        return list(found.values())

    def encounters(self, encounters: Sequence[Encounter]) -> Sequence[Encounter]:
        """The encounters with whole parties, each once with the most that makes it likely."""
        if not self._wholes:
            return encounters
        given = []
        for encounter in encounters:
            chances: dict[Span, float] = {}
            for span, chance in encounter.chances():
                whole = self._of(span)
                chances[whole] = max(chance, chances.get(whole, 0.0))
            given.append(replace(encounter, parties=tuple(chances), likely=tuple(chances.values())))
        return given

    def _of(self, span: Span) -> Span:
        return next((w for w in self._wholes if w.start <= span.start and span.end <= w.end), span)


def _whole(article: Article, span: Span) -> Span | None:
    """The words from the title on, of a name that begins with what the title is of."""
    words = span.text.split()
    if _OF_AND_NAME.fullmatch(span.text) is None or is_first_name(words[0]) or honorific(words[0]) is not None:
        return None
    first = noun(words[0])
    if first is not None and first.kind == "person":
        return None  # "of President Ada Renn"
    title = _TITLE.search(article.text, max(0, span.start - _LONG), span.start)
    office = noun(title["title"]) if title is not None else None
    if title is None or office is None or "title" not in office.marks or office.plural:
        return None
    whole = article.span(title.start(), span.end)
    return whole if parse(whole.text).name is not None else None
