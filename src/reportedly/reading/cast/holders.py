"""Whom a description means where nobody was called so: "Dagny Holm says. … the foreign minister told"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.reading.cast import titles
from reportedly.reading.cast.agreement import bounds_of, countries_differ, differ, parties_agree, parties_differ
from reportedly.reading.cast.askers import asks, is_of_press, is_press_noun
from reportedly.reading.cast.nationals import NATIONAL
from reportedly.reading.cast.nouns import Noun
from reportedly.reading.cast.opinions import opinions
from reportedly.reading.cast.own_words import NEVER, is_quoted, named_in_own_words
from reportedly.reading.cast.pronouns import WINDOW
from reportedly.reading.cast.scene import Draft, Reference, Scene

SURE, SOLE = 2.0, 1.0  # log-odds from which somebody is meant, and if nobody else can be
CLEAR, CLEAR_OFFICE = 1.0, 1.5  # by so much more than anybody else
NO = -3.0  # what the encoder denies, nothing makes likely
AGAIN = 1.3  # whoever spoke last speaks again
ALONE, NEAR = 3.3, 3  # nobody else who fits was mentioned, within this many sentences
DEAF = -1.0  # at least, of one who is called by the country
LOUDEST, FADE = 5.0, -0.3  # the encoder counts no more than so much, and less with each sentence between
OTHER, FAR = -1.5, -1.0  # was called by another role; was last mentioned two paragraphs ago
OF_PARTY = 2.5  # is of the party that the words tell of
_OPEN = frozenset(("vague", "source"))  # nouns that somebody with another role may be called by
_RUNNING = frozenset(("candidate", "nominee", "contender", "challenger", "runner", "frontrunner", "front-runner"))
_EPITHET = re.compile(r"\d|-old\b|-of-|\b(?!The\b)[A-Z]")  # "the 61-year-old", "the mother-of-two", "the Talveran"
_CHILDREN = frozenset(("girl", "boy", "child", "teenager", "schoolgirl", "schoolboy", "toddler", "baby"))
_BESIDE = frozenset((  # how one is styled, or what one is for a day: beside these one has an office
    *("dame", "sir", "lord", "lady", "sister", "brother", "father", "mother", "reverend", "doctor", "professor"),
    *("general", "colonel", "major", "captain", "admiral", "sheikh", "prince", "host", "guest", "mediator"),
))  # fmt: skip
_OPENING = ("who", "whom", "whose", "that")  # the words say themselves who it is: "the woman who led her in"


def holder_thought(scene: Scene, drafts: Iterable[Draft], reference: Reference, last: Draft | None) -> Draft | None:
    """The named person whom the words most likely mean; None where it is likelier that they bring in somebody.

    `last` is whoever spoke last. Nobody with an office of another name, of another country or party, and nobody whom
    the words name that the description speaks.
    """
    if reference.phrase.head is None and not _EPITHET.search(reference.text):
        return None
    tail = (reference.words(reference.phrase.tail) or "").split()
    if tail and tail[0].lower() in _OPENING:
        return None
    named = named_in_own_words(scene, reference)
    may = [
        d for d in drafts if named.get(id(d)) != NEVER and _may_hold(d, reference) and not _asks(scene, d, reference)
    ]
    odds = [_heard(one, reference) for one in opinions(scene, may, reference)]
    likely = [
        (heard + _weight(scene, draft, may, reference, last) + _of_party(draft, heard, reference), number)
        for number, (draft, heard) in enumerate(zip(may, odds, strict=True))
    ]
    (most, number), *others = sorted(likely, reverse=True) or [(0.0, 0)]
    clear = CLEAR_OFFICE if titles.is_office(reference.phrase) else CLEAR
    if not likely or odds[number] <= NO or (others and most - others[0][0] < clear):
        return None
    if most < (SURE if others else SOLE):
        return None
    return None if _is_another(may[number], reference) else may[number]


def _is_another(draft: Draft, reference: Reference) -> bool:
    """Whether words tell of somebody else although they would fit: one of a union is no minister.

    Nor is one "the aide" who is named in the same sentence: "Renn wants the winter free, the aide said".
    """
    named = [other for other in draft.references if other.phrase.name is not None]
    if titles.is_office(reference.phrase):
        return bool(draft.principals) or any(other.phrase.of is not None for other in named)
    return any(other.sentence == reference.sentence for other in named)


def _heard(odds: float, reference: Reference) -> float:
    """How much the encoder's opinion counts: it hardly knows the Spaniard for somebody named."""
    head = reference.phrase.head
    national = head is not None and NATIONAL in head.marks
    return min(max(odds, DEAF) if national else odds, LOUDEST)


def _of_party(draft: Draft, odds: float, reference: Reference) -> float:
    """What the same party adds where the encoder is for it already."""
    asked = bounds_of(reference.text)
    return OF_PARTY if odds > 0 and any(parties_agree(asked, role.bounds) for role in titles.roles_of(draft)) else 0.0


def _goes_on(scene: Scene, others: Sequence[Draft], reference: Reference) -> bool:
    """Whether words are quoted in a paragraph that named but one before: “We lost,” the striker said."""
    if not any(is_quoted(scene, scene.attributions[position]) for position in reference.source_of):
        return False
    return [d.latest.paragraph for d in others if d.latest].count(reference.paragraph) == 1


def _weight(scene: Scene, draft: Draft, others: Sequence[Draft], reference: Reference, last: Draft | None) -> float:
    """What speaks for somebody beside the encoder."""
    latest, head = draft.latest, reference.phrase.head
    assert latest is not None
    weight = FAR if reference.paragraph - latest.paragraph > 1 else 0.0
    if titles.is_office(reference.phrase):
        return weight
    weight += FADE * (reference.sentence - latest.sentence)
    if reference.source_of and draft is last:
        weight += AGAIN
    if draft is last and _goes_on(scene, others, reference):
        return weight + ALONE
    if _called_otherwise(draft, head):
        return weight + OTHER
    if any(d.latest and d.latest.sentence > latest.sentence for d in others):
        return weight  # somebody has come since
    near = [d for d in others if d.latest and reference.sentence - d.latest.sentence <= NEAR]
    return weight + (ALONE if [d for d in near if not _called_otherwise(d, head)] == [draft] else 0.0)


def _called_otherwise(draft: Draft, head: Noun | None) -> bool:
    """Whether somebody was called by a role, where this noun is not for everybody."""
    return head is not None and not head.marks & _OPEN and bool(titles.roles_of(draft))


def _may_hold(draft: Draft, reference: Reference) -> bool:
    latest, head = draft.latest, reference.phrase.head
    if draft.kind != "person" or not draft.names or draft.unnamed or latest is None:
        return False
    if latest.end > reference.start or reference.sentence - latest.sentence > WINDOW:
        return False
    if head is not None and head.gender and draft.gender and head.gender != draft.gender:
        return False
    asked, roles = bounds_of(reference.text), titles.roles_of(draft)
    if head is not None and head.word in _CHILDREN and roles and " old " not in reference.text:
        return False
    called = [*map(bounds_of, draft.roles)]
    if any(countries_differ(asked, bounds) or parties_differ(asked, bounds) for bounds in called):
        return False
    if head is not None and any(role.noun == head and differ(asked, role.bounds) for role in roles):
        return False
    office = titles.is_office(reference.phrase)
    return not (office and any(_is_held(role) for role in roles))


def _asks(scene: Scene, draft: Draft, reference: Reference) -> bool:
    """Whether somebody asks whoever is described, or is but a journalist, and the words are for no journalist."""
    latest = draft.latest
    if latest is not None and latest.sentence == reference.sentence and asks(scene, latest):
        return True
    head = reference.phrase.head
    has_work = head is not None and bool(head.marks & {"title", "source"}) and "vague" not in head.marks
    return has_work and not is_press_noun(head) and is_of_press(scene, draft)


def _is_held(role: titles.Role) -> bool:
    """Whether a role is an office that somebody has now, beside which there is hardly another."""
    if role.noun.word in _RUNNING | _BESIDE or role.bounds.past:
        return False
    return "title" in role.noun.marks or role.noun.speaks
