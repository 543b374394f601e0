"""What stands before the head of a mention: determiner, number, ordinal, possessor."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.reading.cast.nouns import is_first_name, noun, small_words
from reportedly.reading.cast.tokens import Place, Token, is_capital, is_size, is_sum, place_of

NUMBERS = {word: number for number, word in enumerate(small_words("number"), 1)} | {
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
}
_TIMES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
DEFINITE = frozenset(small_words("definite"))
OWNING = frozenset(small_words("owning"))
CUT = frozenset(small_words("cut"))  # words that end the core
_POINTS = frozenset(("them", "us", "whom", "you"))
_ORDINAL = frozenset(small_words("ordinal"))
_LEADING = DEFINITE | OWNING | _ORDINAL | NUMBERS.keys() | {*small_words("indefinite")}
_COUNTING_ON = frozenset(("another", "second", "third", "fourth", "fifth", "other"))
_NO_START = frozenset(("former", "last", "older", "elder", "younger"))
_OF_OFFICES = frozenset(("state", "staff", "opposition", "house", "exchequer", "government"))
_NUMBERED = frozenset(("no", "no.", "number"))
_STYLES = frozenset(word.title() for word in small_words("style"))  # "Majesty"
_WHEN = frozenset(("today", "yesterday", "tomorrow", "tonight", "week", "month", "year")) | frozenset(
    f"{name}day" for name in ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")
)
_OWN_PLURALS = frozenset(small_words("own_plural"))


_DIGITS = re.compile(r"(?!(?:19|20)\d\d\Z)\d{1,6}|\d{1,3}(?:,\d{3})+")  # no year
_STYLE = re.compile(r" ([A-Z][a-z]+)\b")
_DECIMAL = re.compile(r"\d{1,6}\.\d+")
_SHARES = ("percent", "per", "percentage", "%")


class Lead(NamedTuple):
    """What stands before the head: the determiner, the number, whether it counts on, the possessor."""

    determiner: str = ""
    number: int | None = None
    ordinal: bool = False
    owner: Place | None = None


def begins_style(text: str, start: int, end: int) -> bool:
    """Whether a pronoun is but the first word of how somebody is styled ("Her Majesty")."""
    behind = _STYLE.match(text, end)
    return behind is not None and behind[1] in _STYLES and text[start:end].lower() in OWNING


def lead_of(tokens: list[Token]) -> tuple[list[Token], Lead]:
    """The words from the head on, and what those before it say."""
    i, lead = _lead(tokens)
    rest = tokens[i:]
    if rest and rest[0][0].lower() in _SHARES:
        lead = lead._replace(number=None)  # "74 percent of the voters" are not 74
    own = _owner_end(rest) if rest and not (i and rest[0][0].lower() in CUT) else None
    if own and rest[own - 2][0].lower() in _WHEN:
        return rest[own:], lead._replace(determiner="the")  # "today's speech" is no speech of Today's
    if own:
        return rest[own:], lead._replace(owner=place_of(rest[: own - 1]))
    return rest, lead


def _lead(tokens: list[Token]) -> tuple[int, Lead]:
    """How many words stand before the head, and what they say."""
    i, lead, part = 0, Lead(), 0.0
    for i, (word, start, end) in enumerate(tokens):
        low = word.lower()
        if is_sum(word) or (is_size(word) and _are_a_body(tokens[i + 1 :])):
            continue  # "the $2 billion company", "the 12-member board"
        if low in OWNING and i + 1 < len(tokens) and tokens[i + 1][0] in _STYLES:
            lead = lead._replace(determiner="the")  # "Her Majesty" is nobody's
            continue
        if low == "first" and i + 1 < len(tokens) and tokens[i + 1][0].lower() in ("lady", "gentleman"):
            break
        if low in _NUMBERED and i + 1 < len(tokens) and tokens[i + 1][0].isdigit():
            break  # "a No 10 source"
        if low not in _LEADING and not _DIGITS.fullmatch(low) and low not in _TIMES and not _DECIMAL.fullmatch(low):
            break
        if word == "New" and i + 1 < len(tokens) and is_capital(tokens[i + 1][0]):
            break  # "the New York mayor"
        if low in _ORDINAL and not i and (low in _NO_START or (len(tokens) > 1 and is_capital(tokens[1][0]))):
            break  # "First Bank", "former Senator Kerrey"
        no_one = low == "one" and lead.determiner == "no"
        number = None if no_one else _number_of(low)
        part = float(low) if _DECIMAL.fullmatch(low) else part
        if low in _TIMES:
            number = round(_TIMES[low] * (part or lead.number or 1))
        lead = Lead(
            lead.determiner or low,
            number if number is not None else lead.number,
            lead.ordinal or low in _COUNTING_ON,
            (start, end) if low in OWNING else lead.owner,
        )
    else:
        i = len(tokens)
    if lead.number is None and i and (last := tokens[i - 1][0].lower()) in _ORDINAL and not last.endswith("s"):
        return i, lead._replace(number=1)
    return i, lead


def _are_a_body(tokens: list[Token]) -> bool:
    """Whether the words of a mention up to its complement are for no person: "board", but not "striker"."""
    last = None
    for word, *_ in tokens:
        if word.lower() in CUT:
            break
        last = noun(word) or last
    return last is not None and last.kind != "person"


def _number_of(low: str) -> int | None:
    if low in ("a", "an", "another", "either", "neither"):
        return 1
    if low == "both":
        return 2
    return int(low.replace(",", "")) if _DIGITS.fullmatch(low) else NUMBERS.get(low)


def _owner_end(tokens: list[Token]) -> int | None:
    """Position behind the last possessive ending that shows an owner of the head."""
    found = None
    for i, (word, *_) in enumerate(tokens):
        if word.lower() in CUT and i and not word[:1].isupper():
            if word == "of" and _is_in_title([token[0].lower() for token in tokens[i + 1 : i + 4]]):
                continue  # "the secretary of state's office"
            break
        if word in ("'s", "’s", "'", "’") and i and i + 1 < len(tokens):
            plural_name = word in ("'", "’") or tokens[i - 1][0].lower() in _OWN_PLURALS
            behind = tokens[i + 1][0]
            within = is_capital(behind) and is_capital(tokens[i - 1][0])  # "Doctors' Union", but "Reuters' Ada Renn"
            if not (plural_name and within) or (i + 3 == len(tokens) and is_first_name(behind)):
                found = i + 1
    return found


def _is_in_title(behind: list[str]) -> bool:
    """Whether words behind "of" are the rest of an office that somebody has, with a possessive ending."""
    rest = behind[1:] if behind[:1] == ["the"] else behind[:2]
    return len(rest) > 1 and rest[0] in _OF_OFFICES and rest[1] in ("'s", "’s")


def of_whom(tokens: list[Token]) -> Place | None:
    """The place of those whom "of" at the head of words leads to; in "of them European" they are "them"."""
    points = len(tokens) > 1 and tokens[1][0].lower() in _POINTS
    return place_of(tokens[1:2] if points else tokens[1:]) if len(tokens) > 1 else None
