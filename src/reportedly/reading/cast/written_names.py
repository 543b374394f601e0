"""A name as it is written, and what its places say of its kind: votes for a person, a country, an outlet."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from reportedly.reading.cast.name_forms import Key
from reportedly.reading.cast.nouns import (
    country,
    gender_of,
    honorific,
    is_first_name,
    known_kind,
    noun,
    outlet_word,
    small_words,
)
from reportedly.reading.cast.scene import Draft, Reference
from reportedly.records import ActorKind

_SURNAMES = frozenset(small_words("surname"))
COMPANY = frozenset(small_words("company_name"))
_BODIES: tuple[ActorKind | None, ...] = ("organisation", "outlet", "document")
_BESIDE_BODIES = frozenset(("rival", "parent", "owner", "partner", "sponsor", "neighbour", "neighbor"))
_COMPLEMENT = re.compile(r" (?:for|of|on)\b")
_ACRONYM = re.compile(r"[A-Z]{2,6}")


@dataclass(slots=True, eq=False)
class Name:
    """One name as it is written, all places where it stands, and what they say of its kind."""

    key: Key
    references: list[Reference] = field(default_factory=list)
    votes: Counter[ActorKind] = field(default_factory=Counter)
    first: int = 0
    draft: Draft | None = None
    hosts: list[Name] = field(default_factory=list)
    settled: ActorKind | None = None
    in_realms: int = 0  # votes for a government by the words around it

    @property
    def bare(self) -> str | None:
        """The one word that a name is; None where a title or a role says that it is a person's."""
        if len(self.key) != 1 or not self.references or any(_is_called(r) for r in self.references):
            return None
        if self.kind not in ("person", "government", "place"):
            return None
        first = self.references[0]
        return (first.words(first.phrase.name) or "").removesuffix("'s").removesuffix("’s")

    @property
    def kind(self) -> ActorKind:
        """What most of the evidence says."""
        if self.settled is not None:
            return self.settled
        return max(self.votes, key=lambda kind: self.votes[kind], default="person")


def _is_called(reference: Reference) -> bool:
    """Whether a title or a role stands beside a name, as beside a person's."""
    phrase = reference.phrase
    return phrase.title is not None or (phrase.head is not None and phrase.head.kind == "person")


def is_person_in_office(name: Name) -> bool:
    """Whether a name in full is a person's who has a title somewhere: "Interior Minister Oskar Telin".

    Of a surname that is a noun too, an apposition says enough: "Jim Press, the chairman".
    """
    told = any(map(_is_called, name.references))
    apposed = is_noun_too(name) and any(reference.phrase.role is not None for reference in name.references)
    return name.kind == "person" and (told or apposed)


def is_noun_too(name: Name) -> bool:
    """Whether a name ends in a surname that is a noun for a body or a paper, and stands without "the"."""
    noun_too = bool(name.key) and name.key[-1] in _SURNAMES
    return noun_too and not any(reference.phrase.determiner for reference in name.references)


def may_be_person(name: Name, sure: bool) -> bool:
    """Whether neither the words around a name nor the encoder make it a country.

    Of a name that no country has, neither is asked where it is `sure` whose surname it is: "Renn's government".
    """
    if sure and not any(country(reference.text) for reference in name.references):
        return True
    kinds = [reference.kind for reference in name.references if reference.kind is not None]
    return not name.in_realms and 2 * kinds.count("person") >= len(kinds)


def vote(name: Name, reference: Reference, text: str) -> None:
    """Adds to the votes of a name what one place says, where `text` is the name as it is written there."""
    phrase, votes = reference.phrase, name.votes
    if reference.kind is not None and reference.marked:
        votes[reference.kind] += 2
    if (known := known_kind(text)) is not None:
        votes[known] += 3
    if phrase.title is not None and phrase.head is None:
        called = honorific((reference.words(phrase.title) or "").split()[0]) is not None
        votes["person"] += 6 if called else 2  # "Dr", or words that no list has
    head = phrase.head
    first = text.split()[0]
    begins = gender_of(first) or len(first.rstrip(".")) == 1
    surname = len(name.key) == 2 and is_first_name(name.key[0]) and name.key[1] in _SURNAMES
    surname = surname and reference.kind == "person" and not phrase.determiner  # "Dave Camp"
    if surname and head is not None and head.kind != "person" and phrase.title is None:
        votes["person"] += 6
    elif head is not None and head.kind == "group" and country(text) is not None:
        pass  # "the United States"
    elif head is not None and head.word in _BESIDE_BODIES and phrase.title is not None:
        pass  # "rival Renault", "parent Alphabet"
    elif head is not None and (phrase.title is not None or phrase.role is not None or head.kind != "person"):
        trades = phrase.title is None and "organisation" in head.marks and len(name.key) > 1 and not begins
        votes["organisation" if trades else reference.kind if reference.kind in head.marks else head.kind] += 4
    named = gender_of(first) and not (first.isupper() and len(first) > 1)  # "RIA Vesti" is nobody called Ria
    no_outlet = reference.kind == "outlet" and named and not any(map(outlet_word, name.key))
    if len(name.key) > 1 and begins and not noun(name.key[-1]) and (reference.kind not in _BODIES or no_outlet):
        votes["person"] += 5 if reference.kind == "government" or no_outlet else 2  # an interviewer is no paper
    if head is None and len(name.key) > 1 and not begins and (body := _body_in(text)) is not None:
        votes[body] += 6
    if len(name.key) > 1 and name.key[-1] in COMPANY:
        votes["organisation"] += 6
    if not surname and any(outlet_word(word) for word in {*name.key[:1], *name.key[-1:]}):
        votes["outlet"] += 5 if phrase.head is None or phrase.head.kind in ("document", "outlet") else 1
    if len(name.key) == 1 and _ACRONYM.fullmatch(text.removeprefix("the ")):
        nobody = reference.kind == "person" and reference.phrase.determiner == "the"  # "the JVO"
        votes["organisation"] += 3 if nobody else 1
    if country(text) or country(text.removeprefix("the ")):
        votes["government"] += 2 if gender_of(text) and reference.kind == "person" else 3  # "Jordan" may be somebody


def _body_in(text: str) -> ActorKind | None:
    """What a name says itself to be: "Center for …", "Select Committee on …", "… University Poll"."""
    words = _COMPLEMENT.split(text, maxsplit=1)[0].split()
    found = noun(words[-1]) if words else None
    if found is None or found.plural or found.marks & {"source", "voice"}:
        return None
    return found.kind if found.kind in ("organisation", "document") else None


def kind_of(host: Name, short: list[Name]) -> ActorKind:
    """The kind that most votes for a name and its short forms give."""
    votes = sum((name.votes for name in short), host.votes.copy())
    return max(votes, key=lambda kind: votes[kind], default="person")
