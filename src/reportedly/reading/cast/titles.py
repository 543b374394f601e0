"""Titles and roles: what the text calls an actor beside its name, and whom "the minister" means."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from reportedly.reading.cast.nouns import Noun, akin, noun, small_words
from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.cast.scene import Draft, Reference
from reportedly.reading.cast.spokespeople import speaks

_STOP = frozenset(small_words("stop"))
_WORD = re.compile(r"\w+(?:-\w+)*")
_PORTFOLIO = frozenset(small_words("portfolio"))
_PLAIN = frozenset(small_words("plain_source"))
_HEAD_OF = re.compile(r"\b[Hh]ead of (?:the )?([Ss]tate|[Gg]overnment|[Mm]inistry)\b")
_HEADS = {"state": "president", "government": "premier", "ministry": "minister"}
_FORM = frozenset(small_words("form"))


@dataclass(frozen=True, slots=True)
class Role:
    """A role taken apart: the noun, and the words that tell it from others of that noun."""

    noun: Noun
    marks: frozenset[str]


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
    return Role(head, marks_of(text, head))


def _voice(head: Noun, text: str) -> Noun:
    """The noun of a role; a press secretary is a spokesperson."""
    return noun("spokesperson") or head if not head.speaks and speaks(text) else head


def as_title(reference: Reference) -> tuple[Noun | None, frozenset[str]]:
    """The noun of a definite title and the words that tell it from others; a head of state goes by "president"."""
    head = reference.phrase.head
    if head is None:
        return None, frozenset()
    if head.word == "head" and (match := _HEAD_OF.search(reference.text)):
        head = noun(_HEADS[match[1].lower()])
        assert head is not None
        return head, frozenset()
    return head, marks_of(reference.text, head)


def marks_of(text: str, head: Noun) -> frozenset[str]:
    """The words of a phrase that tell it from others with the same noun, in lower case."""
    words = {word.lower() for word in _WORD.findall(text)}
    return frozenset(
        word for word in words if word not in _STOP and word not in _FORM and not word.startswith(head.word[:5])
    )


def is_office(phrase: Phrase) -> bool:
    """Whether the words tell of an office that one person holds ("the governor", "Brightline's boss", "its clerk")."""
    head = phrase.head
    if head is None or phrase.plural or "title" not in head.marks or head.speaks or head.word in _PLAIN:
        return False
    alone = (
        phrase.owner is None and phrase.of is None and phrase.core is not None and phrase.core[1] - phrase.core[0] < 16
    )
    return not (alone and head.marks & {"source", "vague"})


def bearer(drafts: Iterable[Draft], reference: Reference, owner: Draft | None) -> Draft | None:
    """The actor whose role a definite title names; None when no role fits."""
    head, marks = as_title(reference)
    if head is None:
        return None
    if (voice := _voice(head, reference.text)) is not head:
        head, marks = voice, marks_of(reference.text, voice)
    best, most = None, 0.0
    for draft in drafts:
        if draft.gender and head.gender and draft.gender != head.gender:
            continue
        score = max((_agreement(role, head, marks) for role in roles_of(draft)), default=0.0)
        if score <= 0:
            continue
        score += _owner_agrees(draft, owner)
        score += 0.3 if draft.told else 0.0
        score += _nearness(draft, reference)
        if score > most:
            best, most = draft, score
    return best


def _agreement(role: Role, head: Noun, marks: frozenset[str]) -> float:
    """How well a role fits the words: the same noun and no word against it is 2."""
    asked, held = marks & _PORTFOLIO, role.marks & _PORTFOLIO
    if (asked and held and not asked & held) or ("prime" in (asked | held) - (asked & held) and asked):
        return 0.0  # "the foreign minister" is not the defence minister
    if role.noun.word == head.word:
        score = 2.0
    elif akin(role.noun.word, head.word):
        score = 1.0
    else:
        return 0.0
    shared = sum(any(_same_stem(mark, other) for other in role.marks) for mark in marks)
    missing = len(marks) - shared
    if marks and not shared and role.marks:
        score -= 0.8
    return score + 0.6 * shared - 0.3 * missing


def _same_stem(one: str, other: str) -> bool:
    least = max(4, min(len(one), len(other)) - 2)
    return one[:least] == other[:least]


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
