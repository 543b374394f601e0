"""Where in a phrase its proper name begins: behind titles and adjectives, not at the noun that it is about."""

from __future__ import annotations

import re

from reportedly.reading.cast.nouns import (
    Noun,
    country,
    gender_of,
    honorific,
    is_first_name,
    noun,
    outlet_word,
    qualifies,
    small_words,
)
from reportedly.reading.cast.tokens import Token, is_capital

PARTICLES = frozenset(small_words("particle"))
DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
_CAPITAL = re.compile(r"(?:\A|-)[A-Z]|[a-z][A-Z]")  # "pro-Sarn group", "iRadio network"
_SEATED = ("-based", "-listed", "-headquartered", "-owned", "-controlled")  # "the Elswick-based group"
_TRADES = frozenset((*small_words("company"), *small_words("trade")))
_NUMBERED = frozenset(small_words("numbered"))
_ADDRESSED = frozenset(("president", "secretary", "speaker", "chairman", "ambassador", "minister", "prime"))
_ELECTED = frozenset(("MP", "MEP", "MSP"))
_HELD_BY_ONE = frozenset(("senator", "congressman", "congresswoman", "governor", "mayor", "councillor", "captain"))
_OF_BODIES = frozenset(("lord", "lady", "saint", "gen", "supt", "father", "st"))  # "Lord Chamber", "St House"
_FIRMS = frozenset(("Advisers", "Advisors", "Associates", "Brothers", "Investors", "Partners"))  # end names of firms
_SPEECH = frozenset(("said", "says", "told"))
_NO_NAMES = frozenset(("Absent", "Former", "Late"))  # before a surname
JOINTS = PARTICLES | {*small_words("joint")}  # inside a run of capitals


def name_at(core: list[Token], kind: Noun | None) -> int | None:
    """Where in the core the name begins; None when there is none ("the prime minister"). `kind` is the head's."""
    if len(core) > 1 and core[-1][0].isdigit() and _is_numbered(core[-2][0]):
        return next(i for i, token in enumerate(core) if is_capital(token[0]))  # "Radio 4", "the broadcaster Channel 4"
    begin = len(core)
    while begin and (is_capital(core[begin - 1][0]) or (core[begin - 1][0].lower() in JOINTS and begin < len(core))):
        begin -= 1
    while begin < len(core) and not is_capital(core[begin][0]):
        begin += 1
    if kind is not None and kind.kind == "group" and begin == len(core) - 1:
        return None  # "People"
    if begin == len(core):  # a noun in lower case: a name where a capital stands before it and it is no person's
        capital = next((i for i, token in enumerate(core) if _CAPITAL.search(token[0])), None)
        if kind is None or capital is None or kind.kind not in ("organisation", "government", "outlet"):
            return None
        if _is_described(core[capital:], kind):
            return None
        return None if capital and kind.plural and kind.kind != "outlet" else 0  # "liberal Sarnian groups"
    if len(core) > 1 and (core[-2][0].lower(), core[-1][0].lower()) == ("member", "states"):
        return None  # "EU Member States"
    if begin == len(core) - 1 and core[begin][0].lower() in DAYS:
        return None  # "a report Tuesday"
    if len(core) == 1 and outlet_word(core[0][0]):
        return 0  # "The Star", "the Observer"
    if begin == len(core) - 2 and outlet_word(core[-1][0]) and _is_only_a_name(core[begin][0]):
        return begin  # "The Anvil Observer"
    if begin < len(core) - 1 and core[-1][0] in _FIRMS:
        return begin  # "the activist fund Greywater Partners"
    if kind is not None and kind.kind == "person" and not _is_surname(core, begin):
        called = begin == len(core) - 1 and not kind.plural and begin and _is_one(core[begin - 1][0])
        return begin if called else None  # "husband Dean"
    if kind is not None and kind.kind != "person" and kind.kind != "group" and begin < len(core) - 1:
        if _is_called(core[-2][0]) and is_capital(core[-1][0]):
            return len(core) - 1  # "Mr. Camp", "Senator Banks"
        return begin  # "General Staff", "the opposition Reform List"
    for i in range(len(core) - 2, -1, -1):
        word = core[i][0]
        if core[i + 1][0] in ("'", "’", "'s", "’s", "of") or (i and len(word) == 2 and word[1] == "."):
            continue  # an initial in a name is no "M." for Monsieur
        if word == "M." and len(core) - i > 2 and not is_first_name(core[i + 1][0]):
            continue  # nor is it in "M. Night Shyamalan"
        if honorific(word) is not None or ((found := noun(word)) is not None and found.kind == "person"):
            if i == begin == len(core) - 2 and i and _is_body(core[i - 1][0]):
                return i  # "the activist fund Cardinal Point"
            return i + 1 if i + 1 >= begin or i + 1 > begin else begin
    begin += begin < len(core) - 1 and core[begin][0] in _NO_NAMES
    return begin + _before_first_name(core[begin:])


def _is_described(core: list[Token], kind: Noun) -> bool:
    """Whether words for a firm tell but where it is from: "German carmaker", "Elswick-based group"."""
    before = [word for word, *_ in core if is_capital(word)]
    if before and before[-1].endswith(_SEATED):
        return True
    return bool(kind.word in _TRADES and len(before) == 1 and country(before[0]))


def _is_one(word: str) -> bool:
    """Whether a word in small letters is a noun for one person: "husband"."""
    found = noun(word) if word.islower() else None
    return found is not None and found.kind == "person" and not found.plural


def _is_body(word: str) -> bool:
    """Whether a word in small letters is a noun for one body: "fund"."""
    found = noun(word) if word.islower() else None
    return found is not None and found.kind in ("organisation", "outlet") and not found.plural


def _is_only_a_name(word: str) -> bool:
    """Whether a word is a name of no person, country or sort of people: "Anvil", not "Ada", "Chief" or "French"."""
    return noun(word) is None and not qualifies(word) and not is_first_name(word) and honorific(word) is None


def numbered(core: list[Token]) -> Noun | None:
    """The noun of a document that is known by its number: "Article 33"."""
    found = noun(core[0][0]) if len(core) == 2 and core[1][0][0].isdigit() else None
    return found if found is not None and found.kind == "document" else None


def _is_called(word: str) -> bool:
    """Whether a word before a last one makes it a person's name: a style, or an office that no body is called by."""
    office = noun(word)
    held = office is not None and "title" in office.marks and not office.plural and word.lower() in _HELD_BY_ONE
    return bool(word[0].isupper()) and (
        held or (honorific(word) is not None and word.lower().rstrip(".") not in _OF_BODIES)
    )


def _is_numbered(word: str) -> bool:
    """Whether a number behind a word belongs to its name: that of a broadcaster, not of a month or of people."""
    return is_capital(word) and word.lower() in _NUMBERED


def _before_first_name(name: list[Token]) -> int:
    """How many words before the first name tell what a person is ("Skipper Marc Dureau", "County Clerk Ada Renn")."""
    if len(name) < 3 or not all(is_capital(word) for word, *_ in name) or outlet_word(name[-1][0]):
        return 0  # "the Santa Maura Herald"
    for number, (word, *_) in enumerate(name[:-1]):
        if len(word.rstrip(".")) == 1 or word.lower() in PARTICLES:
            return 0
        if gender_of(word) is not None:
            return number
    return 0


def _is_surname(core: list[Token], begin: int) -> bool:
    """Whether a last word such as "Baker" or "King" is a name here."""
    if len(core) - begin < 2:
        return False
    first = -3 if len(core) > 2 and len(core[-2][0]) == 2 and core[-2][0].endswith(".") else -2  # "James A. Baker"
    before = core[first][0]
    if core[-1][0] in _ELECTED or (len(core) == 2 and core[-1][0].lower() in _ADDRESSED):
        return False  # "Mr. President", "the Tory MP"
    return honorific(before) is not None or (is_first_name(before) and noun(before) is None)


def is_name(tokens: list[Token], i: int) -> bool:
    """Whether a word of saying is a surname ("Omar Said"), or "Per" a first name."""
    word = tokens[i][0]
    if word == "Per" and i + 1 < len(tokens) and is_capital(tokens[i + 1][0]):
        return True
    return (
        word.lower() in _SPEECH
        and is_capital(word)
        and is_first_name(tokens[i - 1][0])
        and is_capital(tokens[i - 1][0])
    )
