"""Names of news agencies in credits: those of `lists/agencies.txt`, and unknown ones that look like one.

A credit often gives initials ("(CP)") where the article elsewhere gives the name; `full_name` finds it in the outlet,
in the byline and in the text. Real agencies have the name of the list: "The Associated Press" is AP.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.reading.cast.nouns import gender_of
from reportedly.reading.wordlists import entries_of
from reportedly.records.article import Article

# words that show an agency, as part of its name
_AGENCY_WORD = re.compile(
    r"\b(?:News ?(?:Agency|Service|Wire)|Newswire|Wire|Agency|Agence|Agencia|Agenzia|Agentur|Telegraph(?:ic)?|"
    r"Press (?:Agency|Association|Bureau|Service)|Samachar|Telegrafo|Presse|Cable)\b"
)
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,5}\.?")
_CAPITALISED = re.compile(r"[A-Z][\w'’-]*(?: (?:[A-Z][\w'’-]*|of|de|da|del|for)){0,4}")
_NAME_PART = re.compile(r"[A-Za-z][a-z'’]*")
_REACH = (
    20_000  # characters in which the name of an agency is looked for: an agency that supplied the copy is named early
)
_SURNAME = re.compile(r" [A-Z][a-z]")
_NAMES_APART = re.compile(r", | and |/")
_PLACE = re.compile(r" in [A-Z].*")
_EDGES = " \t\u00a0.,;:()[]/*–—-"


def known_agency(words: str) -> str | None:
    """The listed name of the agency that these words, and no others, name."""
    return _known().get(words.strip(_EDGES))


def looks_like_agency(words: str) -> bool:
    """Whether the words name an agency: a listed one, initials, or a name with a word like Wire or Agency in it."""
    bare = words.strip(_EDGES)
    return bool(
        bare in _known()
        or _INITIALS.fullmatch(bare)
        or (_AGENCY_WORD.search(bare) and bare[:1].isupper() and len(bare.split()) <= 6)
    )


def has_agency_word(words: str) -> bool:
    """Whether a word such as Wire or Agency shows the words to be an agency's name."""
    return _AGENCY_WORD.search(words) is not None


def full_name(words: str, article: Article) -> str:
    """The name of a credited agency: the listed one, else the fullest that the article gives for its initials."""
    bare = words.strip(_EDGES)
    known = _known().get(bare)
    for name in (article.outlet, *(name for byline in article.byline for name in names_of_byline(byline))):
        if name and bare.casefold() == name.casefold():
            return known or name
        # "(AP)" in the Ansley Post is AP, "(CNA)" by the Continental News Agency is its own
        if name and abbreviates(bare, name) and (known is None or has_agency_word(name)):
            return name
    if known:
        return known
    if _INITIALS.fullmatch(bare):
        for match in _CAPITALISED.finditer(article.text, 0, _REACH):
            name = match[0]
            if len(name.split()) > 1 and _AGENCY_WORD.search(name) and abbreviates(bare, name):
                return name
    return bare


def names_of_byline(byline: str) -> list[str]:
    """Those whom a byline names, without the places they wrote from: "By Ada Renn and Agence Valdorienne in Ossum"."""
    return [_PLACE.sub("", name) for name in _NAMES_APART.split(byline.removeprefix("By "))]


def abbreviates(short: str, name: str) -> bool:
    """Whether `short` may stand for `name`: "CP" for Confederal Press, "Bellwether" or "Wire" for Bellwether Wire.

    Initials must be the capitals of the name, or the letters that begin its words and their parts: "TCW" for
    Transcoastal Wire has one inside a word, so letters after the first may stand anywhere in their order. Or it is
    made of the beginnings of all words: "DorTAG" for Dorian Telegraph Agency.
    """
    words = name.removeprefix("The ").split()
    whole, part = " ".join(words).casefold(), short.casefold()
    if whole.startswith(f"{part} ") or whole.endswith(f" {part}"):
        return True
    letters = short.replace(".", "").replace("&", "")
    if len(words) < 2 or len(letters) < 2:
        return False
    if not (len(letters) <= 6 and letters.isupper()):
        return letters[1:] != letters[1:].lower() and _is_of_beginnings(letters.casefold(), whole.split())
    parts = _NAME_PART.findall(" ".join(words))
    starts = "".join(part[0] for part in parts if part[0].isupper())
    if letters == starts:
        return True
    rest = iter("".join(parts).upper())
    return bool(starts) and letters[0] == starts[0] and letters[-1] == starts[-1] and all(x in rest for x in letters)


def _is_of_beginnings(letters: str, words: Sequence[str]) -> bool:
    """Whether letters are beginnings of all words, one after the other."""
    if not words or not letters:
        return not words and not letters
    beginnings = (n for n in range(1, len(words[0]) + 1) if letters.startswith(words[0][:n]))
    return any(_is_of_beginnings(letters[n:], words[1:]) for n in beginnings)


def listed_agencies(words: str) -> tuple[str, ...]:
    """The listed names of all agencies that are named somewhere in these words, in their order.

    Petra is one, an editor "Petra Holm" is none.
    """
    found = (m[0] for m in _any_known().finditer(words) if not (gender_of(m[0]) and _SURNAME.match(words, m.end())))
    return tuple(dict.fromkeys(_known()[name] for name in found))


@cache
def _known() -> dict[str, str]:
    return {
        written: names[0] for entry in entries_of("agencies.txt") for names in [entry.split(" | ")] for written in names
    }


@cache
def _any_known() -> re.Pattern[str]:
    longest_first = sorted(_known(), key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
