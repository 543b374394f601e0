"""Outlets that the encoder leaves unmarked where somebody speaks to them: "Vale said last week on CNN"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from operator import attrgetter

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.nouns import is_first_name, known_kind
from reportedly.reading.overlaps import Overlaps
from reportedly.records.article import Article

_CAPITALS = r"[A-Z][\w.&’'-]*(?<![.’'-])"
_TOLD = re.compile(rf"\b(?:on|in|to|by|with|[Tt]old|[Tt]ells?) (?:[Tt]he )?({_CAPITALS}(?: {_CAPITALS}){{0,3}})")
_TELLS = r" (?:(?:first|also|has|had|exclusively) )*(?:reports?|reported|writes|wrote|notes|noted|says|said|broke)\b"
_OWNS = re.compile(
    rf"(?<![\w’'-])({_CAPITALS}(?: {_CAPITALS}){{0,2}})['’]s? "
    rf"(?=(?P<first>[A-Z][a-z]+) [A-Z][\w’'-]+(?P<tells>{_TELLS})?)"
)
_ARTICLE = re.compile(r"\A[Tt]he ")


def with_outlets(article: Article, mentions: Sequence[Mention]) -> Sequence[Mention]:
    """The mentions, and those of outlets that everybody knows or that are marked elsewhere in the article; in order."""
    marked = {
        _ARTICLE.sub("", m.span.text) for m in mentions if m.kind == "outlet" and m.span.text != m.span.text.lower()
    }
    named = [*_named(article.text, marked)]
    taken = Overlaps((m.span.start, m.span.end) for m in mentions if named)
    ends = {end for m in mentions for end in (m.span.end, m.span.end - 2)}  # "CNN's"
    owning = [place for place in _owning(article.text, marked) if place[1] not in ends]
    free = [place for place in named if not taken.at(*place)]
    found = [Mention(span=article.span(*place), kind="outlet") for place in {*free, *owning}]
    return sorted((*mentions, *found), key=attrgetter("span.start")) if found else mentions


def _owning(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where words begin and end that name the outlet that somebody works for: "Axios' Ada Renn"."""
    for match in _OWNS.finditer(text):
        if is_first_name(match["first"]) and match["tells"] is None:
            continue  # "Renn told CNN's Ada Vale"
        if match[1] in names or known_kind(match[1]) == "outlet":
            yield match.span(1)


def _named(text: str, names: Collection[str]) -> Iterator[tuple[int, int]]:
    """Where words begin and end that name an outlet, the longest name at each place."""
    for match in _TOLD.finditer(text):
        words = match[1].split(" ")
        for count in range(len(words), 0, -1):
            name = " ".join(words[:count])
            if name in names or known_kind(name) == "outlet":
                yield match.start(1), match.start(1) + len(name)
                break
