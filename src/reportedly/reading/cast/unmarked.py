"""Places that the encoder leaves unmarked: pronouns of people, whose mentions it marks where these people speak or act,
and the press that is told ("told a news conference", "to reporters")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.reading.cast.tokens import Place

_PRONOUN = re.compile(r"(?<![\w’'-])(?:he|him|his|himself|she|her|hers|herself)(?![\w-])", re.IGNORECASE)
_LED = r"(?:an? |the |his |her |their |its |today[’']s |[A-Z]\w+day[’']s |(?:joint|daily|regular|weekly|hasty|brief) )*"
_PRESS = re.compile(
    rf"(?:(?:\b[Tt](?:ells?|old)|\b[Aa]t|\b[Ii]n|\b[Dd]uring|\b[Tt]o) "
    rf"(?P<talk>{_LED}(?:news|press|media) (?:conference|briefing)s?)|"
    rf"\b[Tt](?:ells?|old) (?P<briefing>{_LED}briefing)|"
    rf"\b(?:[Tt](?:ells?|old)|to|with|by) (?P<people>(?:the |waiting |local |foreign |assembled |some |our )*"
    rf"(?:reporters|journalists|newsmen|correspondents)))\b"
)


def find_pronouns(text: str, marked: Iterable[Place]) -> Iterator[Place]:
    """The places of "he", "she" and their forms that are not marked."""
    known = {*marked}
    for match in _PRONOUN.finditer(text):
        if match.span() not in known:
            yield match.span()


def find_press(text: str) -> Iterator[Place]:
    """The places where the press is told: reporters, or the news conference that somebody gives."""
    for match in _PRESS.finditer(text):
        yield match.span(match.lastgroup or 0)
