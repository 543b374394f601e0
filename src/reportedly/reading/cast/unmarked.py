"""Places that the encoder leaves unmarked: names and pronouns of people who do not speak or act, and the press that is
told ("told a news conference", "to reporters")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.reading.cast.nouns import country, gender_of, noun, outlet_word
from reportedly.reading.cast.tokens import Place

_PRONOUN = re.compile(r"(?<![\w’'-])(?:he|him|his|himself|she|her|hers|herself|i|me|my|myself)(?![\w-])", re.IGNORECASE)
_LED = r"(?:an? |the |his |her |their |its |today[’']s |[A-Z]\w+day[’']s |(?:joint|daily|regular|weekly|hasty|brief) )*"
_PRESS = re.compile(
    rf"(?:(?:\b[Tt](?:ells?|old)|\b[Aa]t|\b[Ii]n|\b[Dd]uring|\b[Tt]o) "
    rf"(?P<talk>{_LED}(?:news|press|media) (?:conference|briefing)s?)|"
    rf"\b[Tt](?:ells?|old) (?P<briefing>{_LED}briefing)|"
    rf"\b(?:[Tt](?:ells?|old)|to|with|by) (?P<people>(?:the |waiting |local |foreign |assembled |some |our )*"
    rf"(?:reporters|journalists|newsmen|correspondents)))\b"
)
_PART = r"(?:[A-Z]\.|[A-Z][\w-]*(?:['’][A-Z]\w+)?|de|da|di|del|der|den|van|von|bin|al|el|la|le|ter)"
_FULL_NAME = re.compile(rf"(?<![\w’'-])(?P<first>[A-Z][\w-]+)(?: {_PART}){{0,3}} (?P<last>[A-Z][\w-]+)\b(?! [A-Z])")


def find_people(text: str, marked: Iterable[Place]) -> Iterator[Place]:
    """The full names of people, by their first names, and their surnames, wherever nothing is marked."""
    taken = Taken(marked)
    surnames = set()
    for match in _FULL_NAME.finditer(text):
        last = match["last"]
        known = noun(last) or outlet_word(last) or country(last) or gender_of(match["first"]) is None
        if not known and taken.add(match.span()):
            surnames.add(last)
            yield match.span()
    if surnames:
        for match in re.finditer(rf"(?<![\w’'-])(?<![A-Z]\w\w )(?:{'|'.join(sorted(surnames))})(?![\w-]| [A-Z])", text):
            if taken.add(match.span()):
                yield match.span()


class Taken:
    """Places of a text that do not overlap."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._characters = {at for start, end in places for at in range(start, end)}

    def add(self, place: Place) -> bool:
        """Takes a place that is free, and says whether it was."""
        free = self._characters.isdisjoint(range(*place))
        if free:
            self._characters.update(range(*place))
        return free


def find_pronouns(text: str, marked: Iterable[Place]) -> Iterator[Place]:
    """The places of "I", "he", "she" and their forms that are not marked."""
    known = {*marked}
    for match in _PRONOUN.finditer(text):
        if match.span() not in known:
            yield match.span()


def find_press(text: str) -> Iterator[Place]:
    """The places where the press is told: reporters, or the news conference that somebody gives."""
    for match in _PRESS.finditer(text):
        yield match.span(match.lastgroup or 0)
