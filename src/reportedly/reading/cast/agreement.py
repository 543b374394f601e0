"""Whether a description can be of whoever has a role: rank, country or body, and party must not differ."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.reading.cast.nouns import country, home_of, noun, small_words
from reportedly.reading.wordlists import entries_of

_WORD = re.compile(r"[^\W\d_](?:[.’'-]?\w)*")
_OWNER = re.compile(r"^.*['’]s? ")  # "the former mayor's" in "the former mayor's aide"
_BEHIND = re.compile(r" (?:of|for|to|in|at|from|with|who) .*$", re.DOTALL)
_RANKS, _PAST = frozenset(small_words("rank")), frozenset(small_words("past"))
_EVERYWHERE = frozenset(small_words("everywhere"))  # in a text from there they tell nobody from others
_NO_PLACE = frozenset((*small_words("portfolio"), *small_words("form"), *small_words("stop"), *_EVERYWHERE))


@dataclass(frozen=True, slots=True)
class Bounds:
    """What the words of a role say beside its noun: rank ("vice"), whether it is over, whose it is, and which party."""

    ranks: frozenset[str]
    past: bool
    places: frozenset[str]
    parties: frozenset[str]


@lru_cache(maxsize=4096)
def bounds_of(text: str) -> Bounds:
    """The bounds of a role or a description in these words."""
    before = {part for word in _BEHIND.sub("", _OWNER.sub("", text)).lower().split() for part in word.split("-")}
    places, parties = set(), set()
    for word in _WORD.findall(text):
        low = word.lower()
        if (party := _parties().get(word)) is not None:
            parties.add(party)
        elif word[0].isupper() and low not in _NO_PLACE and noun(word) is None:
            bare = re.sub(r"['’]s?$", "", word)
            places.add(country(bare) or home_of(bare) or bare)
    return Bounds(_RANKS & before, not _PAST.isdisjoint(before), frozenset(places), frozenset(parties))


def differ(asked: Bounds, held: Bounds) -> bool:
    """Whether what is asked for cannot be what is held: "the Israeli leader" is not the leader of a league abroad."""
    if asked.ranks != held.ranks or parties_differ(asked, held):
        return True
    return bool(asked.places and held.places) and not any(
        _alike(one, other) for one in asked.places for other in held.places
    )


def parties_differ(asked: Bounds, held: Bounds) -> bool:
    """Whether both tell of a party, and not of the same."""
    return bool(asked.parties and held.parties) and asked.parties.isdisjoint(held.parties)


def parties_agree(asked: Bounds, held: Bounds) -> bool:
    """Whether both tell of the same party."""
    return not asked.parties.isdisjoint(held.parties)


def countries_differ(asked: Bounds, held: Bounds) -> bool:
    """Whether both tell of a country that is known, and not of the same."""
    one, other = ({place for place in bounds.places if country(place)} for bounds in (asked, held))
    return bool(one and other) and one.isdisjoint(other)


def _alike(one: str, other: str) -> bool:
    least = max(4, min(len(one), len(other)) - 2)
    return one[:least].lower() == other[:least].lower()


@cache
def _parties() -> dict[str, str]:
    return {word: line.split()[0] for line in entries_of("parties.txt") for word in line.split()}
