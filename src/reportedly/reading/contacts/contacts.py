"""Who meets, calls, visits or writes to whom: contacts between actors, each told once with its best words."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.days import When, day_of
from reportedly.reading.contacts.hosts import whole_place
from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.parties import Parties
from reportedly.reading.contacts.statuses import signs_of, status_weights
from reportedly.reading.contacts.telling import is_told
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from reportedly.records.contact import Contact, ContactKind, ContactStatus
from reportedly.records.statement import Statement

_ORDINALS = {
    word: number
    for number, word in enumerate(
        ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"), start=1
    )
}
_TIME = re.compile(rf"\bfor (?:the|a) ({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th)) time\b", re.IGNORECASE)
_BEFORE = re.compile(rf"\b({'|'.join(_ORDINALS)}|\d+(?:st|nd|rd|th))(?: [\w-]+)?\s*$", re.IGNORECASE)
# score of words that may name a contact, of those that plainly do, and of these under a time: on the held-out stories
# all are found that were found with 0.05 for plain words too; in real news one in six of the others was a contact
SURE_AT, PLAIN_AT, DATED_AT = 0.3, 0.1, 0.05
_GATHERINGS = frozenset(("meeting", "talks", "summit", "visit"))  # names that one happening goes by
_BREAK = re.compile(r"[;:—–]|[.!?][\"”’]*\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What contacts are made from: the article, who is who, what is said, and what time each place stands under."""

    article: Article
    lookup: Lookup
    statements: Sequence[Statement]
    sentences: Sentences
    when: When


def find_contacts(scene: Scene, encounters: Sequence[Encounter]) -> tuple[Contact, ...]:
    """The contacts of an article in reading order; what is told twice is one contact, with the surest words."""
    triggers = [encounter.trigger for encounter in encounters]
    told = [_contact(scene, encounter, triggers) for encounter in encounters if _is_told(scene, encounter.trigger)]
    kept: list[Contact] = []
    for contact in sorted(filter(None, told), key=lambda c: -c.score):
        places = {number: _places(scene, contact, other) for number, other in enumerate(kept)}
        same = next((number for number, other in enumerate(kept) if _same(contact, other, places[number])), None)
        if same is None:
            kept.append(contact)
        else:
            kept[same] = _joined(kept[same], contact, places[same])
    kept.sort(key=lambda c: c.evidence.start)
    return tuple(replace(contact, id=f"c{number}") for number, contact in enumerate(kept, 1))


def _is_told(scene: Scene, trigger: Span) -> bool:
    return is_told(scene.article.text, scene.sentences.around(trigger.start), (trigger.start, trigger.end))


def _contact(scene: Scene, encounter: Encounter, triggers: Sequence[Span]) -> Contact | None:
    """The contact that an encounter tells of; None when fewer than two parties are known."""
    kind = kind_of(encounter.trigger.text, _after(scene, encounter.trigger))
    on = day_of(scene.article, scene.sentences.around(encounter.trigger.start), encounter, scene.when)
    if encounter.score < (SURE_AT if kind is None else PLAIN_AT if on is None else DATED_AT):
        return None
    parties = Parties(scene.article, scene.lookup, scene.statements, scene.sentences, triggers).of(
        encounter, kind or encounter.kind
    )
    if len(parties) < 2 or _is_one_side(scene.lookup, parties):
        return None
    evidence = _evidence(scene, encounter)
    return Contact(
        id="c",
        kind=kind or encounter.kind,
        status=_status(scene, encounter, on),
        parties=parties,
        on=on,
        place=whole_place(scene.article, encounter),
        ordinal=_ordinal(scene, encounter),
        evidence=evidence,
        statement=_telling(scene.statements, encounter.trigger),
        score=encounter.score,
    )


def _is_one_side(lookup: Lookup, parties: Sequence[str]) -> bool:
    """Whether all of them are but a spokesperson and whom they speak for: "we will talk to anyone", he said."""
    speaking = filter(lookup.is_spokesperson, parties)
    return any(set(parties) <= {party, *lookup.principals(party)} for party in speaking)


def _after(scene: Scene, place: Span) -> str:
    """What follows some words in their sentence."""
    return scene.article.text[place.end : scene.sentences.around(place.start)[1]]


def _status(scene: Scene, encounter: Encounter, on: Timex | None) -> ContactStatus:
    """What the sentence of an encounter and the encoder together say of it."""
    trigger = encounter.trigger
    signs = signs_of(
        scene.article.text,
        scene.sentences.around(trigger.start),
        (trigger.start, trigger.end),
        (None, None) if on is None else (on.from_, on.to),
        scene.article.published,
    )
    return status_weights().best(signs, encounter.statuses)


def _evidence(scene: Scene, encounter: Encounter) -> Span:
    """The words that tell of an encounter: of its own sentence, from the first to the last of its parts."""
    start, end = scene.sentences.around(encounter.trigger.start)
    parts = [encounter.trigger, *encounter.parties, encounter.place, encounter.when]
    inside = [part for part in parts if part is not None and start <= part.start and part.end <= end]
    first, last = min(part.start for part in inside), max(part.end for part in inside)
    return scene.article.span(first, max(last, encounter.trigger.end))


def _ordinal(scene: Scene, encounter: Encounter) -> int | None:
    """4 in "met for the fourth time" and "their fourth meeting"; None where the text does not count."""
    text = scene.article.text
    start, end = scene.sentences.around(encounter.trigger.start)
    counted = _BEFORE.search(text, start, encounter.trigger.start) or _TIME.search(text, encounter.trigger.end, end)
    if counted is None or _BREAK.search(text, min(counted.end(), encounter.trigger.end), counted.start()):
        return None
    word = counted[1].lower()
    return _ORDINALS[word] if word in _ORDINALS else int(word[:-2])


def _telling(statements: Sequence[Statement], place: Span) -> str | None:
    """The innermost statement in whose content some words stand."""
    over = [
        (sum(len(span.text) for span in statement.content), statement.id)
        for statement in statements
        if any(span.start <= place.start and place.end <= span.end for span in statement.content)
    ]
    return min(over)[1] if over else None


def _places(scene: Scene, *contacts: Contact) -> set[str]:
    """The actors that are where one of these contacts is, and no party: "to meet in Lindhaven, the first talks"."""
    places = {scene.lookup.of(contact.place) for contact in contacts if contact.kind != "visit"}
    return {id for id in places if id is not None}


def _same(one: Contact, other: Contact, places: Collection[str]) -> bool:
    """Whether two contacts are one: the same parties as far as both name them, the same time as far as both tell.

    Words that lie over each other tell of one contact, whatever they call it.
    """
    ours, theirs = set(one.parties).difference(places), set(other.parties).difference(places)
    together = one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
    if not (ours <= theirs or theirs <= ours or (together and len(ours & theirs) > 1)):
        return False
    days = [(c.on.from_, c.on.to) for c in (one, other) if c.on is not None and (c.on.from_ or c.on.to)]
    if len(days) == 2 and days[0] != days[1]:
        return False
    return together or (one.status == other.status and _like(one.kind, other.kind))


def _like(one: ContactKind, other: ContactKind) -> bool:
    return one == other or (one in _GATHERINGS and other in _GATHERINGS)


def _joined(kept: Contact, other: Contact, places: Collection[str]) -> Contact:
    """A contact with what another telling of it adds."""
    added = other.parties if set(kept.parties).difference(places) <= {*other.parties} else ()
    both = dict.fromkeys((*kept.parties, *added))
    parties = tuple(party for party in both if party not in places)
    return replace(
        kept,
        parties=parties if len(parties) > 1 else tuple(both),
        on=kept.on or other.on,
        place=kept.place or other.place,
        ordinal=kept.ordinal or other.ordinal,
    )
