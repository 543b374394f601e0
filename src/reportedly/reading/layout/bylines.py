"""Bylines: who wrote the article, in a line above the text or at the start of its first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.cast.nouns import is_first_name
from reportedly.reading.layout.agencies import known_agency
from reportedly.reading.layout.lines import Line

_LONGEST = 20  # words

_BY = re.compile(r"(?:[Bb]y|BY)(?: our| the|:)? (?=[A-Z]|our )")
_NAME = r"[^\W\d_a-z][\w.'’-]*"
_ROLE = re.compile(
    r"\b(?:correspondents?|editors?|reporters?|writers?|columnists?|diarist|desk|staff|bureau|contributors?|producer)\b",
    re.IGNORECASE,
)
_ROLE_ALONE = re.compile(rf"(?:[\w’'-]+ ){{0,4}}(?:{_ROLE.pattern})", re.IGNORECASE)
_ROLE_LINE = re.compile(rf"{_NAME}(?: (?:{_NAME}|de|von|van|der|and|&)){{0,8}}(?:,| in | for | and staff)")
_PLACED = re.compile(
    rf"(?P<who>{_NAME}(?: (?:{_NAME}|de|von|van|der|and|&)){{0,8}}) (?:in|reports from) {_NAME}(?: {_NAME}){{0,2}}"
    r"(?: and agencies)?"
)
_BARE = re.compile(rf"{_NAME}(?: (?:{_NAME}|de|von|van|der|and|&)){{1,6}}")
# "Jo Marsh Crime correspondent", "Jo Marsh Senior political editor": outlets set the two apart by type only
_ROLE_AFTER_NAME = re.compile(
    rf"(?P<name>{_NAME}(?: {_NAME}){{1,2}}) [A-Z][a-z]+(?: [a-z]+){{0,3}} "
    r"(?:correspondent|editor|reporter|columnist|writer)"
)
_INLINE = re.compile(r"(?P<byline>[^—–\n]{4,70}?)\s+[—–]\s")
_ARTICLES = re.compile(r"(?:The|A|An|What|Who|How|Why|When|Where|No|Our|Your|My|In|On|At|For|From|To)\b")
_SEPARATORS = re.compile(r", |; | and | & |/")
_AFTER_NAME = re.compile(r"(?:,| in | for | reports from ).*")
_IN_BRACKETS = re.compile(r" \([^()]*\)")  # "Ada Renn (now) and Tom Vale (earlier)"
_IN_PLACE = rf"{_NAME}(?: {_NAME}){{1,3}} in {_NAME}(?: {_NAME}){{0,2}}"
_EACH_PLACED = re.compile(rf"{_IN_PLACE}(?:, {_IN_PLACE})*,? and {_IN_PLACE}")
_ROLE_BEFORE_NAME = re.compile(
    r"\A(?:[\w’'-]+ ){0,4}(?i:correspondent|editor|reporter|columnist|writer) (?=[^\W\d_a-z]\S* [^\W\d_a-z])"
)
_FULL_NAME = re.compile(rf"{_NAME}(?: (?:{_NAME}|de|von|van|der|bin|al)){{1,3}}")


@dataclass(frozen=True, slots=True)
class Byline:
    """Where a byline ends, counted from the start of its line, and the names in it, where its form makes these sure."""

    end: int
    names: tuple[str, ...]


def match_byline(line: Line, following: Line | None, given: Sequence[str]) -> Byline | None:
    """The byline that a line among the first is, or begins with; `given` is what is known of it already.

    A bare name above the text is one; that of a person, below another line, is sure enough to be the author's.
    """
    if inline := _INLINE.match(line.text):
        text = inline["byline"]
        if text.startswith("By ") or _agrees(text, given):
            return Byline(len(text), names_in(text))
    if (role := _ROLE_AFTER_NAME.fullmatch(line.text)) and is_first_name(role["name"].split()[0]):
        return Byline(len(line.text), (role["name"],))
    if following is None or line.words > _LONGEST or not line.whole or line.text[-1] in '!?:;”"»':
        return None
    if line.text[-1] == "." and not line.text.endswith((" Jr.", " Sr.")):
        return None
    by = _BY.match(line.text)
    if by or _agrees(line.text, given) or (_ROLE_LINE.match(line.text) and _ROLE.search(line.text)):
        return Byline(len(line.text), names_in(line.text))
    placed = _PLACED.fullmatch(line.text)
    if placed and known_agency(placed["who"]):
        return Byline(len(line.text), ())
    if following.words < line.words + 8 or _ARTICLES.match(line.text) or line.words > 8:
        return None
    if placed and " " in placed["who"]:
        return Byline(len(line.text), ())
    if not given and line.words <= 4 and _BARE.fullmatch(line.text):
        known = line.number > 0 and _FULL_NAME.fullmatch(line.text) and is_first_name(line.text.split()[0])
        return Byline(len(line.text), (line.text,) if known else ())
    return None


def names_in(byline: str) -> tuple[str, ...]:
    """The full names in a byline: "By Ada Renn and Tom Vale in Elswick" names two."""
    by = _BY.match(byline)
    bare = _IN_BRACKETS.sub("", byline[by.end() :] if by else byline)
    each = _SEPARATORS.split(bare if _EACH_PLACED.fullmatch(bare) else _AFTER_NAME.sub("", bare, count=1))
    parts = [_ROLE_BEFORE_NAME.sub("", _AFTER_NAME.sub("", part)).strip() for part in each]
    return tuple(part for part in parts if _FULL_NAME.fullmatch(part) and not _ROLE.search(part))


def is_role(words: str) -> bool:
    """Whether words of a byline say what somebody is, not who: "Staff Writer", "Political correspondent"."""
    return _ROLE_ALONE.fullmatch(words) is not None


def _agrees(text: str, given: Sequence[str]) -> bool:
    """Whether the text is a byline that is known: the same words, or all the names in it."""
    bare = _plain(text)
    return any(bare == _plain(byline) or _begins_with_names(bare, byline) for byline in given)


def _begins_with_names(bare: str, byline: str) -> bool:
    names = [_plain(name) for name in names_in(byline)]
    return bool(names) and bare.startswith(names[0]) and all(name in bare for name in names)


def _plain(byline: str) -> str:
    return byline.strip().removeprefix("By ").casefold()
