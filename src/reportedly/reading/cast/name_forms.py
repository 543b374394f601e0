"""Forms of one name: keys without case and dots, acronyms, a government by country, capital or demonym."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from reportedly.reading.cast.nouns import country, noun
from reportedly.reading.wordlists import entries_of

Key = tuple[str, ...]
_WORD = re.compile(r"(?:[^\W\d_]\.)+|\w+(?:['’]\w+)*")
_SMALL = frozenset(["the", "of", "for", "and", "de", "la", "des", "du", "in", "on", "at", "a"])
_GENERATIONS = frozenset(("jr", "sr", "ii", "iii", "iv"))
_BEFORE_NAME = frozenset(("the", "neighbouring", "neighboring", "nearby", "rival"))


@lru_cache(maxsize=1024)  # an article names the same few again and again
def key_of(name: str) -> Key:
    """A name's words in lower case, without dots, possessive endings and a leading article."""
    words = [word.lower().replace(".", "").replace("’", "'") for word in _WORD.findall(name)]
    words = [word[:-2] if word.endswith("'s") else word for word in words]
    while len(words) > 1 and words[0] in _BEFORE_NAME:
        words.pop(0)
    return tuple(words)


def is_body(key: Key) -> bool:
    """Whether a name of several words tells what sort of body has it ("Bank of Sarn", "Harbour Office")."""
    return len(key) > 1 and any((found := noun(word)) is not None and found.kind == "organisation" for word in key)


def without_generation(key: Key) -> Key:
    """A name without what tells a son from his father: "john roberts" for "John Roberts Jr."."""
    return key[:-1] if len(key) > 2 and key[-1] in _GENERATIONS else key


def signs_of(key: Key) -> Iterator[str]:
    """What two names have in common if one may be a form of the other: the index by which they find each other."""
    if key:
        yield key[0]
        yield without_generation(key)[-1]
        yield key[-1]
        yield handle_of(key)
        if len(key) > 1:
            yield "".join(part[0] for part in key if part not in _SMALL)
            yield "".join(part[0] for part in key)
        if (realm := _realm(key)) is not None:
            yield f"realm {country(realm.title()) or country(realm.upper()) or realm[:4]}"


def handle_of(key: Key) -> str:
    """The name in one word, as accounts have it: "tomvale" for Tom Vale, and for @realTomVale."""
    return "".join(key).replace(" ", "").removeprefix("real")


def is_nickname(short: Key, long: Key) -> bool:
    """Whether both are one name but for a short first name ("Ken Starr", "Kenneth Starr")."""
    if len(short) != len(long) or len(short) < 2 or short[1:] != long[1:] or short[0] == long[0]:
        return False
    return long[0] in _full_names().get(short[0], ())


@cache
def _full_names() -> dict[str, frozenset[str]]:
    rows = (line.split() for line in entries_of("nicknames.txt"))
    return {short: frozenset(full) for short, *full in rows}


def is_acronym(word: str, name: Key) -> bool:
    """Whether a word is made of the first letters of a name."""
    if not 2 <= len(word) <= 6:
        return False
    initials = "".join(part[0] for part in name if part not in _SMALL)
    return word in (initials, "".join(part[0] for part in name))


def core_of_acronym(key: Key) -> Key:
    """The acronym alone in "BBS News"; any other name as it is."""
    return key[:1] if len(key) == 2 and key[1] in ("news", "tv", "radio", "television") else key


def same_realm(short: Key, long: Key) -> bool:
    """Whether both speak of one government ("Talvera", "the Talveran government"; "Moscow", "Russia")."""
    one, other = _realm(short), _realm(long)
    if one is None or other is None:
        return False
    known = country(one.title()) or country(one.upper()), country(other.title()) or country(other.upper())
    if known[0] or known[1]:
        return known[0] == known[1]
    least = max(4, min(len(one), len(other)) - 1)
    return one[:least] == other[:least] and abs(len(one) - len(other)) <= 4


def _realm(key: Key) -> str | None:
    """The words for the country in the name of a government, None when it names something smaller."""
    words = [word for word in key if (found := noun(word)) is None or found.kind != "government"]
    rest = [word for word in words if word not in _SMALL]
    if any((found := noun(word)) is not None and found.kind != "person" for word in rest):
        return None
    return " ".join(rest) or None
