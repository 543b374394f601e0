"""Places that the encoder leaves unmarked: names and pronouns of people who do not speak or act, and the press that is
told ("told a news conference", "to reporters")."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from reportedly.reading.cast.leads import begins_style
from reportedly.reading.cast.nouns import country, gender_of, honorific, noun, outlet_word
from reportedly.reading.cast.tokens import Place
from reportedly.reading.overlaps import Overlaps

_PRONOUN = re.compile(
    r"(?<![\w’'-])(?:he|him|his|himself|she|her|hers|herself|they|them|their|theirs|themselves|"
    r"i|me|my|myself)(?![\w-])",
    re.IGNORECASE,
)
_LED = r"(?:an? |the |his |her |their |its |today[’']s |[A-Z]\w+day[’']s |(?:joint|daily|regular|weekly|hasty|brief) )*"
_HOW = r"(?:(?<=\ba )(?!(?:\w+ )?(?:a|an|the)\b)(?:[a-z-]+ ){1,2})?"  # "a crowded news conference"
_PRESS = re.compile(
    rf"(?:(?:\b[Tt](?:ells?|old)|\b[Aa]t|\b[Ii]n|\b[Dd]uring|\b[Tt]o) "
    rf"(?P<talk>{_LED}{_HOW}(?:news|press|media) (?:conference|briefing)s?)|"
    rf"\b[Tt](?:ells?|old) (?P<briefing>{_LED}briefing)|"
    rf"\b(?:[Tt](?:ells?|old)|to|with|by) (?P<people>(?:the |waiting |local |foreign |assembled |some |our )*"
    rf"(?:reporters|journalists|newsmen|correspondents)))\b"
)
_PRESS_TALK = re.compile(r"\b(?:conference|briefing)s?\Z")
_JUST_PRESS = re.compile(
    r"(?:the )?(?:(?:waiting|local|foreign|assembled|some|our) )?"
    r"(?:reporters|journalists|newsmen|correspondents|press|media)",
    re.IGNORECASE,
)
_PART = r"(?:[A-Z]\.|[A-Z][\w-]*(?:['’][A-Z]\w+)?|de|da|di|del|der|den|van|von|bin|al|el|la|le|ter)"
_CAPITAL_BEFORE = re.compile(r"(?<!\w)([A-Z][\w.’'-]*) \Z")
_FULL_NAME = re.compile(rf"(?<![\w’'-])(?P<first>[A-Z][\w-]+)(?: {_PART}){{0,3}} (?P<last>[A-Z][\w-]+)\b(?! [A-Z])")
_AGED = re.compile(rf"(?<![\w’'-])[A-Z][\w-]+(?: {_PART}){{0,2}} [A-Z][\w-]+(?=, (?:aged )?[1-9]\d?[,.;])")
_STYLED = re.compile(r"(?<![\w-])(?:Mrs?|Ms|Miss)\.?[ \xa0][A-Z][a-z][\w’-]*?(?=['’]s\b|(?![\w’-]))")


def find_people(text: str, marked: Iterable[Place], names: Iterable[str] = ()) -> Iterator[Place]:
    """The full names of people, by first name, age or style, and the first or the last one alone, where none is marked.

    `names` are those of people that are marked elsewhere.
    """
    taken = Taken(marked)
    parts = {part for name in names for part in (name, *_ends_of(name))}
    for match in _FULL_NAME.finditer(text):
        last = match["last"]
        known = noun(last) or outlet_word(last) or country(last) or gender_of(match["first"]) is None
        if not known and taken.add(match.span()):
            parts |= {match["first"], last}
            yield match.span()
    for match in _AGED.finditer(text):
        if noun(match[0].split()[-1]) is None and taken.add(match.span()):
            parts |= {match[0].split()[0], match[0].split()[-1]}
            yield match.span()
    for match in _STYLED.finditer(text):
        if taken.add(match.span()):
            yield match.span()
    if parts:
        longest = sorted(map(re.escape, parts), key=lambda part: (-len(part), part))
        for match in re.finditer(rf"(?<![\w’'-])(?:{'|'.join(longest)})(?![\w-]|['’]t\b|[ \xa0][A-Z])", text):
            before = _CAPITAL_BEFORE.search(text, max(0, match.start() - 30), match.start())
            alone = before is None or honorific(before[1]) is not None or noun(before[1]) is not None
            if alone and taken.add(match.span()):
                yield match.span()


def _ends_of(name: str) -> Iterator[str]:
    """The first and the last word of a name of several words, where they are nothing but names."""
    words = name.split()
    if len(words) > 1 and gender_of(words[0]) is not None:
        for word in (words[0], words[-1]):
            if len(word) > 2 and word[0].isupper() and noun(word) is None and country(word) is None:
                yield word


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

    def add_around(self, start: int, place: Place) -> bool:
        """Takes a place that is free with the words before it from `start` on, in which others may lie whole."""
        if not self._characters.isdisjoint(range(*place)) or {start - 1, start} <= self._characters:
            return False
        self._characters.update(range(start, place[1]))
        return True


def find_pronouns(text: str, marked: Iterable[Place]) -> Iterator[Place]:
    """The places of "I", "he", "she" and their forms that are not marked, alone or in "one of them"."""
    known = {*marked}
    phrases = Overlaps(known if "of them" in text else ())
    for match in _PRONOUN.finditer(text):
        start, end = match.span()
        if (start, end) in known or begins_style(text, start, end):
            continue
        of_them = match[0] == "them" and text.endswith("of ", 0, start)
        if not of_them or not phrases.at(start, end):
            yield start, end


def is_press(words: str) -> bool:
    """Whether words mean nobody but those who are told what goes into the papers: "the press", "local reporters"."""
    return _JUST_PRESS.fullmatch(words) is not None


def is_press_talk(words: str) -> bool:
    """Whether words mean but where the press is told: "a joint news conference", "the briefing"."""
    return _PRESS_TALK.search(words) is not None


def find_press(text: str) -> Iterator[Place]:
    """The places where the press is told: reporters, or the news conference that somebody gives."""
    for match in _PRESS.finditer(text):
        yield match.span(match.lastgroup or 0)
