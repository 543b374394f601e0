"""A mention taken apart: determiner, number, owner, head, name, title and what follows, without a parser.

Places are offsets in the phrase's own text, so that equal words are taken apart once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Any, Literal

from reportedly.reading.cast.body_names import with_lists_whole
from reportedly.reading.cast.cores import complement_of, core_end, head_of
from reportedly.reading.cast.leads import CUT, DEFINITE, Lead, lead_of, of_whom
from reportedly.reading.cast.long_titles import (
    is_place,
    is_post_nominal,
    name_behind_body,
    serving_title,
    title_with_complement,
)
from reportedly.reading.cast.nouns import Noun, is_first_name, noun, qualifies, small_words
from reportedly.reading.cast.outlet_sorts import is_outlet_sort, without_sort
from reportedly.reading.cast.proper import name_at, numbered
from reportedly.reading.cast.shares import is_no_count
from reportedly.reading.cast.tokens import Place, Token, is_capital, place_of, words_of
from reportedly.reading.cast.trimmed import trimmed
from reportedly.records.actor import PRONOUNS

Shape = Literal["pronoun", "name", "noun", "member"]

_ANYBODY = frozenset(["anybody", "anyone", "everybody", "everyone", "nobody", "somebody", "someone"])
_DOWNING_STREET = re.compile(r"(?:No\.?|Number)[ \xa0]1[01](?: Downing Street)?")
_PAPER = r"(?:newspaper|paper|daily|weekly|tabloid|magazine|web ?site|news site|portal|agency)"
_IN_MARKS = re.compile(rf"(?P<the>[Tt]he )?(?:{_PAPER} )?[“\"„«](?P<name>[A-Z][^“”\"„«»,]*)[”\"“»](?: {_PAPER})?")
_HANDLE = re.compile(r"@(?P<name>\w{3,})")
_EXAMPLES = frozenset(small_words("example"))


@dataclass(frozen=True, slots=True)
class Phrase:
    """What the words of a mention say.

    `shape` is "member" for words that only point into a group ("another", "one of them", "the second"). `determiner` is
    the first word in lower case where it determines, else "". `number` is what the words say, None for a bare plural;
    `ordinal` whether they count on from somebody else ("a second official", "another source").
    `head` is the noun that it is about, None beside a bare name. `of` is what follows "of" or "for" behind the head,
    `owner` the possessor, `tail` all that follows the head, `title` what stands before the name, `role` what stands
    behind it or before its comma.
    """

    shape: Shape
    determiner: str = ""
    number: int | None = None
    ordinal: bool = False
    head: Noun | None = None
    core: Place | None = None
    name: Place | None = None
    title: Place | None = None
    role: Place | None = None
    owner: Place | None = None
    of: Place | None = None
    tail: Place | None = None

    @property
    def definite(self) -> bool:
        """Whether the words take it for known: "the minister", "her spokesman", "those around him"."""
        return self.determiner in DEFINITE or self.owner is not None

    @property
    def plural(self) -> bool:
        """Whether the words speak of several."""
        if self.number is not None:
            return self.number > 1
        return self.head is not None and self.head.plural


@lru_cache(maxsize=8192)
def parse(text: str) -> Phrase:
    """The phrase that these words are."""
    tokens = with_lists_whole(text, words_of(text))
    if _DOWNING_STREET.fullmatch(text):
        return Phrase("name", core=(0, len(text)), name=(0, len(text)))
    if (handle := _HANDLE.fullmatch(text)) is not None:
        return Phrase("name", core=handle.span("name"), name=handle.span("name"))
    if (quoted := _IN_MARKS.fullmatch(text)) is not None:  # "the “Abendblatt” newspaper"
        return Phrase("name", "the" if quoted["the"] else "", core=quoted.span("name"), name=quoted.span("name"))
    tokens = trimmed(tokens)
    if not tokens:
        return Phrase("name", core=(0, len(text)), name=(0, len(text)))
    first = tokens[0][0].lower()
    comma = next((i for i, token in enumerate(tokens) if i and token[0] in ",;:("), len(tokens))
    alone = comma == 1 or (comma > 1 and tokens[1][0] in ("and", "or"))  # "He (Petraeus", "She and her aides"
    if _begins_clause(tokens, comma) or (alone and first in PRONOUNS):
        return Phrase("pronoun", determiner=first)
    if comma == 1 and first in _ANYBODY:
        return Phrase("noun", determiner=first, core=place_of(tokens[:1]))
    before, after = tokens[:comma], tokens[comma + 1 :]
    while len(before) > 1 and is_post_nominal(before):
        before.pop()
    phrase = _without_sort(_with_second_title(_segment(before), before), text)
    if phrase.number is not None and is_no_count(text):
        phrase = replace(phrase, number=None)  # "a third of independents" are nobody's count
    return _with_apposition(phrase, before, after) if after else phrase


def _without_sort(phrase: Phrase, text: str) -> Phrase:
    """The phrase whose name of an outlet is without what sort of outlet it is: "the Sarn Ledger newspaper"."""
    if phrase.name is None or phrase.determiner in ("a", "an"):
        return phrase
    start, end = phrase.name
    return replace(phrase, name=(start, start + len(without_sort(text[start:end]))))


def _begins_clause(tokens: list[Token], comma: int) -> bool:
    """Whether words are a relative pronoun and what it does ("who lives", "which owns")."""
    first, second = tokens[0][0].lower(), tokens[1][0] if len(tokens) > 1 and comma > 1 else ""
    return (first == "who" and second.islower()) or (first == "which" and second.islower() and head_of(second) is None)


def _with_second_title(phrase: Phrase, tokens: list[Token]) -> Phrase:
    """The name behind two titles: "former senator and presidential candidate Ada Renn"; "the mayor and" is another."""
    joint = next((i for i, token in enumerate(tokens[:-1]) if i and token[0].lower() == "and"), None)
    led = phrase.determiner and (phrase.owner is None or joint is None or not _goes_on(tokens[joint + 1][0]))
    if joint is None or phrase.shape != "noun" or led or phrase.number is not None or phrase.plural:
        return phrase
    second = _segment(tokens[joint + 1 :])
    is_title = (second.head is None or second.head.kind == "person") and not second.determiner
    if second.name is None or second.title is None or not is_title or phrase.head is None:
        return phrase
    if phrase.head.kind != "person":
        return phrase
    return replace(
        phrase, shape="name", name=second.name, core=(tokens[0][1], second.name[1]),
        title=(tokens[0][1], second.title[1]), tail=second.tail, of=None,
    )  # fmt: skip


def _goes_on(word: str) -> bool:
    """Whether a word behind "and" tells more of the same one: "his wife and current nominee Ada Olt"."""
    return word in ("current", "former", "fellow", "then", "longtime", "future", "ex", "now")


def _with_apposition(phrase: Phrase, before: list[Token], after: list[Token]) -> Phrase:
    end = next((i for i, token in enumerate(after) if token[0] in ",;:)"), len(after))
    second = after[:end]
    while len(second) > 1 and is_post_nominal(second):
        second.pop()  # "his barrister, Ada Renn KC"
    if not second:
        return phrase
    if second[0][0].lower() in _EXAMPLES:  # "many experts, including Mr. Goldberg" are not Mr. Goldberg
        return replace(phrase, tail=phrase.tail or place_of(after))
    sort = is_outlet_sort(phrase.head) and before[-1][0].islower()
    if (phrase.name is None and phrase.shape in ("noun", "member")) or sort:  # "the Sarnish news agency, ONA"
        inner = _segment(second)
        within = is_capital(before[-1][0]) and is_place(second[0][0])  # "voters in Elswick, Ohio"
        within = within and not _is_name_of_one(phrase, second)  # "the head of the Republic, Milan Olt"
        if _is_name_of_noun(phrase, inner, second):
            return replace(phrase, name=place_of(second), role=place_of(before))
        led = (
            inner.determiner == "the" and inner.title is not None and _is_one(phrase)
        )  # "his ex-wife, the singer Ada Olt"
        bare = inner.name is not None and inner.owner is None and (led or inner.determiner == "") and not within
        if bare and (inner.head is None or inner.title):
            return replace(phrase, name=inner.name, title=inner.title, role=place_of(before))
        return replace(phrase, tail=phrase.tail or place_of(after))
    is_party = len(second) == 1 and is_capital(second[0][0]) and head_of(second[0][0]) is None  # "(R-Tenn"
    tells = phrase.name is not None and phrase.role is None and not is_party and second[0][0] not in ("and", "whose")
    return replace(phrase, role=place_of(second)) if tells else phrase


def _is_one(phrase: Phrase) -> bool:
    """Whether words tell of one person who is taken for known: "the mayor", "his wife"."""
    return phrase.head is not None and phrase.head.kind == "person" and not phrase.plural and phrase.definite


def _is_name_of_one(phrase: Phrase, second: list[Token]) -> bool:
    """Whether words behind those for somebody are a first name and a surname, though the first is a place's too."""
    return _is_one(phrase) and len(second) == 2 and is_first_name(second[0][0]) and is_capital(second[1][0])


def _is_name_of_noun(phrase: Phrase, inner: Phrase, second: list[Token]) -> bool:
    """Whether words behind what somebody is are the name although the surname is a noun: "its president, Clay Cook"."""
    capitals = len(second) == 2 and all(is_capital(word) and word.isalpha() for word, *_ in second)
    plain = inner.shape == "noun" and inner.determiner == "" and inner.head is not None and not inner.plural
    return (
        _is_one(phrase)
        and capitals
        and plain
        and not (noun(second[0][0]) or qualifies(second[0][0]) or is_place(second[0][0]))
    )


def _segment(tokens: list[Token]) -> Phrase:
    """A phrase without commas."""
    rest, lead = lead_of(tokens)
    whole, led = place_of(tokens), len(rest) < len(tokens)
    if not rest or (led and rest[0][0].lower() == "of"):
        return _phrase("member", lead, core=whole, of=of_whom(rest))
    if led and rest[0][0].lower() in CUT:  # "those who asked", "the 30 percent"
        return _phrase("member", lead, core=whole, tail=place_of(rest))
    return _around_head(rest, lead)


def _phrase(shape: Shape, lead: Lead, **rest: Any) -> Phrase:
    return Phrase(shape, *lead[:3], owner=lead.owner, **rest)


def _around_head(tokens: list[Token], lead: Lead) -> Phrase:
    split = title_with_complement(tokens) or serving_title(tokens)
    if split is None and lead.determiner not in ("a", "an"):  # "a critic of Russian Ada Renn"
        split = name_behind_body(tokens)
    if split is not None:
        begin, until = split
        title, of = (tokens[0][1], tokens[begin - 1][2]), (tokens[until + 1][1], tokens[begin - 1][2])
        name, whole = (tokens[begin][1], tokens[-1][2]), (tokens[0][1], tokens[-1][2])
        return _phrase("name", lead, head=head_of(tokens[until - 1][0]), core=whole, name=name, title=title, of=of)
    return _around_core(tokens, lead)


def _around_core(tokens: list[Token], lead: Lead) -> Phrase:
    cut = core_end(tokens)
    core, tail = (tokens[:cut], tokens[cut:]) if cut else (tokens[:1], tokens[1:])
    place, behind = (core[0][1], core[-1][2]), (tail[0][1], tail[-1][2]) if tail else None
    of = complement_of(tail)
    joint = next((i for i, token in enumerate(core) if i and token[0].lower() == "of"), len(core))
    for (word, *_), (after, *_) in pairwise(core[joint:]):
        if (found := noun(word)) and found.kind == "person" and not found.plural and after.lower() != "of":
            joint = len(core)  # "Bank of Tarsene Governor Odalys Brenk"
    at = name_at(core, noun(core[joint - 1][0]))
    last = head_of(core[joint - 1][0])
    if lead.owner is not None and at == 0 and len(core) == 1 and last is not None and last.kind != "person":
        at = None  # "the President's Office"
    if at == 0 and len(core) == 1 and qualifies(core[0][0]) and tail and tail[0][0].lower() in ("and", "or"):
        at = None  # "both the Democratic and the Progressive manifestos"
    if at == 0 and len(core) == 1 and tail and tail[0][0] in ("like", "such"):
        at = None  # "Companies like Orvel Foods"
    if at == 0 and lead.determiner in ("a", "an") and core[-1][0].islower() and is_outlet_sort(last):
        at = None  # "a Berlin-based newspaper"
    if at is None:
        office = last is not None and "title" in last.marks and not last.plural
        if office and lead == Lead() and all(is_capital(word) for word, *_ in core):
            lead = lead._replace(determiner="the")  # "Prime Minister", before what was said
        if (document := numbered(core)) is not None:
            last, place = document, (core[0][1], core[0][2])
        if lead.determiner in ("a", "an") and (last is None or last.kind != "person"):
            lead = lead._replace(number=_number_within(tail, lead.number))
        return _phrase("noun", lead, head=last, core=place, of=of, tail=behind)
    title = (core[0][1], core[at - 1][2]) if at else None
    head = head_of(core[at - 1][0]) if at else last if last and last.kind != "person" else None
    return _phrase("name", lead, head=head, core=place, name=(core[at][1], place[1]), title=title, of=of, tail=behind)


def _number_within(tail: list[Token], number: int | None) -> int | None:
    """How many "a group of three officials" are; None for "a chorus of senators"."""
    if len(tail) < 2 or tail[0][0].lower() != "of":
        return number
    inner = _segment(tail[1:])
    return inner.number if inner.plural else number
