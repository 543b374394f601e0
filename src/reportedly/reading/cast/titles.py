"""Titles and roles: what the text calls an actor beside its name, and whom "the minister" means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.reading.cast.agreement import Bounds, bounds_of, differ
from reportedly.reading.cast.nouns import Gender, Noun, akin, country, noun, small_words
from reportedly.reading.cast.opinions import opinions
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.cast.scene import Draft, Reference, Scene
from reportedly.reading.cast.spokespeople import speaks
from reportedly.records import ActorKind

TRUST, LOUDEST = 0.15, 4.0  # how much the encoder's log-odds count, and how loud they get
NAMED_LATER = 1.5  # how well a role must fit whom the text names only later: the same noun
_OF_NAMED = re.compile(r" of (?:the )?[A-Z]")
_HIGHEST = frozenset(("president", "king", "queen", "emperor", "premier", "chancellor", "minister"))
_STOP = frozenset(small_words("stop"))
_WORD = re.compile(r"\w+(?:-\w+)*")
_AND_OWN = re.compile(r" (?:and|or|with) (his|her)\b")
_POST = re.compile(r"\b(?:for|become|became|elected|an?) \Z")
_PM = "pm"  # the prime minister
_HEADS_ALL = re.compile(r"\b(chief|first) minister\b", re.IGNORECASE)  # of a part of a country
_TOP = frozenset(("prime", "chief", "first"))  # which ministers are the head of all
_FIRST = re.compile(r"\b[Ff]irst \Z")  # before any other noun an ordinal
_KIN = ("father", "sister")  # offices only where nobody owns them: "Father Renn"
_PORTFOLIO = frozenset(small_words("portfolio"))
_PLAIN = frozenset((*small_words("plain_source"), *small_words("vague_source")))
_HEAD_OF = re.compile(r"\b[Hh]ead of (?:the )?([Ss]tate|[Gg]overnment|[Mm]inistry)\b")
_HEADS = {"state": "president", "government": "premier", "ministry": "minister"}
_AT_TOP = frozenset(small_words("at_top"))  # offices whose holder is the head of a body or country
_LEADS_ALL = frozenset(("premier", "chancellor"))  # of all ministers, with no field of their own
_APPOSED = re.compile(r", an? .*\Z", re.DOTALL)  # "the senator, a moderate of the Elm Party"
_LED: tuple[ActorKind, ...] = ("organisation", "outlet", "group")
_FORM = frozenset(small_words("form"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role taken apart: the noun, and the words that tell it from others of that noun."""

    noun: Noun
    marks: frozenset[str]
    bounds: Bounds


def roles_of(draft: Draft) -> list[Role]:
    """The roles of a draft, as far as their nouns are known."""
    found = []
    for text in draft.roles:
        role = role_of(text)
        if role is not None:
            found.append(role)
    return found


@lru_cache(maxsize=4096)
def role_of(text: str) -> Role | None:
    """The role that these words are, None when they have no noun for a person."""
    phrase = parse(text)
    head = phrase.head
    if head is None or (head.kind != "person" and not head.speaks):
        return None
    head = _voice(head, text)
    if head.word == _PM and (minister := noun("minister")) is not None:
        return Role(minister, marks_of(text, head) | {"prime"}, bounds_of(text))
    return Role(head, marks_of(text, head) | _top_of(text), bounds_of(text))


def _top_of(text: str) -> frozenset[str]:
    """What tells that a minister is the head of all others ("chief", "first"), beside "prime"."""
    return frozenset(word.lower() for word in _HEADS_ALL.findall(text))


def _voice(head: Noun, text: str) -> Noun:
    """The noun of a role; a press secretary is a spokesperson."""
    return noun("spokesperson") or head if not head.speaks and speaks(text) else head


def as_title(reference: Reference) -> tuple[Noun | None, frozenset[str]]:
    """The noun of a definite title and the words that tell it from others; a head of state goes by "president"."""
    head = reference.phrase.head
    if head is None:
        return None, frozenset()
    if head.word == _PM:
        return noun("minister"), frozenset(("prime", *marks_of(reference.text, head)))
    if head.word == "head" and (match := _HEAD_OF.search(reference.text)):
        head = noun(_HEADS[match[1].lower()])
        assert head is not None
        return head, frozenset()
    return head, marks_of(reference.text, head) | _top_of(reference.text)


def marks_of(text: str, head: Noun) -> frozenset[str]:
    """The words of a phrase that tell it from others with the same noun, in lower case."""
    words = {word.lower() for word in _WORD.findall(text)}
    return frozenset(
        word for word in words if word not in _STOP and word not in _FORM and not word.startswith(head.word[:5])
    )


def role_in(reference: Reference) -> str:
    """The role that a description tells, with whose it is."""
    phrase = reference.phrase
    if phrase.owner or phrase.of or phrase.core is None:
        return reference.text
    start, end = phrase.core
    first = _FIRST.search(reference.text, 0, start) if phrase.head and phrase.head.word == "minister" else None
    return reference.text[first.start() if first else start : end]


def is_office(phrase: Phrase) -> bool:
    """Whether the words tell of an office that one person holds ("the governor", "Brightline's boss", "its clerk")."""
    head = phrase.head
    if head is None or phrase.plural or "title" not in head.marks or head.speaks or head.word in _PLAIN:
        return False
    alone = (
        phrase.owner is None and phrase.of is None and phrase.core is not None and phrase.core[1] - phrase.core[0] < 16
    )
    return not (alone and head.marks & {"source", "vague"})


def is_new_office(phrase: Phrase) -> bool:
    """Whether words that bring somebody in tell of a known office: those of one, and "the rebel chief"."""
    head = phrase.head
    if not phrase.definite or phrase.plural or head is None or head.plural:
        return False
    if phrase.owner is not None and head.word in _KIN:
        return False
    leads = "title" in head.marks and "vague" in head.marks and "source" not in head.marks
    more = phrase.core is not None and phrase.core[1] - phrase.core[0] > len(head.word)
    return is_office(phrase) or (leads and more)


def is_post(scene: Scene, reference: Reference) -> bool:
    """Whether the words tell of a post, not of whoever has it ("a run for Governor")."""
    bare = reference.phrase.owner is None and reference.text[:1].isupper()
    return bare and _POST.search(scene.text, max(0, reference.start - 12), reference.start) is not None


def bearer(
    drafts: Iterable[Draft], reference: Reference, owner: Draft | None, scene: Scene | None = None
) -> Draft | None:
    """The actor whose role a definite title names; None when no role fits.

    Where several have such a role, what the encoder of the scene thinks of them is added.
    """
    head, marks = as_title(reference)
    if head is None:
        return None
    if (voice := _voice(head, reference.text)) is not head:
        head, marks = voice, marks_of(reference.text, voice)
    of_one = scene is not None and _OF_NAMED.match(scene.text, reference.end) is not None
    asked, fits = bounds_of(_APPOSED.sub("", reference.text)), list[tuple[float, Draft]]()
    gender, field = head.gender or _gender_behind(scene, reference), _has_field(reference)
    for draft in drafts:
        if draft.gender and gender and draft.gender != gender:
            continue
        roles = [
            role
            for role in roles_of(draft)
            if not (_is_told_later(draft, role, asked) or (field and _of_another(role, marks)))
            and not (of_one and asked.past and not role.bounds.past)  # "the former Archbishop | of Sarn"
        ]
        score = max((_agreement(role, head, marks, asked) for role in roles), default=0.0)
        if draft.latest is None and score < NAMED_LATER:
            continue  # "the diplomat" is no minister who is yet to be named
        if (
            score == 1
            and head.word == "leader"
            and owner is not None
            and owner.kind in _LED
            and not is_of(draft, owner)
        ):
            continue  # "its leader", of a union, is no prime minister
        if score <= 0 and head.word == "head" and _heads(draft, owner):
            score = 1.0
        if score <= 0:
            continue
        score += _owner_agrees(draft, owner)
        score += 0.3 if draft.told else 0.0
        score += _nearness(draft, reference)
        if score > 0:
            fits.append((score, draft))
    if len(fits) > 1 and scene is not None:
        thought = opinions(scene, [draft for _, draft in fits], reference)
        fits = [
            (score + TRUST * max(-LOUDEST, min(LOUDEST, odds)), draft)
            for (score, draft), odds in zip(fits, thought, strict=True)
        ]
    return max(fits, key=lambda pair: pair[0], default=(0.0, None))[1]


def _heads(draft: Draft, body: Draft | None) -> bool:
    """Whether somebody has an office at the top of a body, which makes him its head: its president, its chair."""
    if body is None or not any(name in role for name in body.names for role in draft.roles):
        return False
    return any(role.noun.word in _AT_TOP and not role.bounds.ranks and not role.bounds.past for role in roles_of(draft))


def _is_told_later(draft: Draft, role: Role, asked: Bounds) -> bool:
    """Whether somebody who is yet to be named had the office once, where it is asked for now, or has it elsewhere.

    "The president slept. Iran's president, Ada Renn, woke": of whom no country is told is not of that one.
    """
    if draft.latest is not None:
        return False
    abroad = role.noun.word in _HIGHEST and not asked.places and any(map(country, role.bounds.places))
    return abroad or (role.bounds.past and not asked.past)


def _has_field(reference: Reference) -> bool:
    """Whether the words tell of what somebody has charge: "the head of procurement", not "the head of the agency"."""
    words = reference.words(reference.phrase.of)
    if words is None or words != words.lower():
        return False
    of = parse(words)
    return not of.definite and of.determiner not in ("a", "an") and of.head is None


def _of_another(role: Role, marks: frozenset[str]) -> bool:
    """Whether a role is of something else than these words tell."""
    return bool(role.marks) and not any(_same_stem(mark, other) for mark in marks for other in role.marks)


def _gender_behind(scene: Scene | None, reference: Reference) -> Gender | None:
    """The gender that a possessive right behind the words tells ("the secretary and her staff")."""
    match = _AND_OWN.match(scene.text, reference.end) if scene is not None else None
    return None if match is None else "f" if match[1] == "her" else "m"


def _agreement(role: Role, head: Noun, marks: frozenset[str], bounds: Bounds) -> float:
    """How well a role fits the words: the same noun and no word against it is 2."""
    asked, held = marks & _PORTFOLIO, role.marks & _PORTFOLIO
    top = (marks ^ role.marks) & _TOP
    if (asked and held and not asked & held) or (top and (asked or marks & _TOP or head.word == "minister")):
        return 0.0  # "the foreign minister" is not the defence minister
    if ("private" in marks) != ("private" in role.marks):
        return 0.0  # "the home secretary" is nobody's private secretary
    field = asked | held
    if field and "prime" not in field and head.word != role.noun.word and {head.word, role.noun.word} & _LEADS_ALL:
        return 0.0  # "the chancellor" is not the defence minister
    if not head.speaks and differ(bounds, role.bounds):
        return 0.0
    if role.noun.word == head.word:
        score = 2.0
    elif head.word == "premier" and role.noun.word == "minister" and "prime" not in held:
        return 0.0
    elif akin(role.noun.word, head.word) or ("prime" in held and head.word == "leader"):
        score = 1.0
    else:
        return 0.0
    shared = sum(any(_same_stem(mark, other) for other in role.marks) for mark in marks)
    if score < 2 and role.noun.word == "leader" and not shared:
        return 0.0  # "the president" is not the leader of a league
    if bounds.past != role.bounds.past:
        score -= 1.0 if bounds.past else 0.4
    missing = len(marks) - shared
    if marks and not shared and role.marks:
        score -= 0.8
    return score + 0.6 * shared - 0.3 * missing


def _same_stem(one: str, other: str) -> bool:
    least = max(4, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]


def is_of(draft: Draft, owner: Draft) -> bool:
    """Whether what an actor is called tells that it belongs to this body."""
    return _owner_agrees(draft, owner) > 0


def _owner_agrees(draft: Draft, owner: Draft | None) -> float:
    if owner is None:
        return 0.0
    if draft.owner is owner or owner in draft.principals:
        return 1.5
    if draft is owner:
        return -9.0
    words = {word.lower() for name in owner.names for word in _WORD.findall(name) if word[:1].isupper()}
    if any(_same_stem(word, mark) for role in roles_of(draft) for mark in role.marks for word in words):
        return 1.0
    owned = any(parse(role).owner is not None or parse(role).of is not None for role in draft.roles)
    return -2.5 if owned else -1.2


def _nearness(draft: Draft, reference: Reference) -> float:
    """Between 0 and 0.9: the nearer the last mention, the more; less for those that come only later."""
    if draft.latest is None:
        return -0.4
    return 0.9 / (1 + 0.35 * (reference.sentence - draft.latest.sentence))
