"""Who meets, calls, visits or writes to whom: contacts between actors, each told once with its best words."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.chains.lookup import Lookup, Said, Sentences
from reportedly.reading.contacts.candidates import Company
from reportedly.reading.contacts.days import When, as_bound, day_of, still_to_come
from reportedly.reading.contacts.hosts import whole_place
from reportedly.reading.contacts.joining import told_once
from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.ordinals import ordinal_of
from reportedly.reading.contacts.plainly import broken_off, plainly
from reportedly.reading.contacts.retelling import only_says_more
from reportedly.reading.contacts.sides import find_sides
from reportedly.reading.contacts.signs import signs_of_parties, signs_of_words
from reportedly.reading.contacts.statuses import signs_of, status_weights
from reportedly.reading.contacts.telling import is_told
from reportedly.reading.contacts.weights import ContactWeights, contact_weights
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from reportedly.records.contact import Contact, ContactKind, ContactStatus
from reportedly.records.statement import Statement

UNSURE_AT = 0.5  # of one side, or words that do not plainly call it a contact: in real news most of the others are none


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What contacts are made from: the article, who is who, what is said, and what time each place stands under."""

    article: Article
    lookup: Lookup
    statements: Sequence[Statement]
    sentences: Sentences
    when: When


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Words that may tell of a contact: what the rules make of them, and the signs that do not ask who takes part."""

    encounter: Encounter
    kind: ContactKind
    is_plain: bool  # whether the words themselves call it a contact
    on: Timex | None
    over: Statement | None
    signs: frozenset[str]


def find_contacts(scene: Scene, encounters: Sequence[Encounter]) -> tuple[Contact, ...]:
    """The contacts of an article in reading order; what is told twice is one contact, with the surest words."""
    if not encounters:
        return ()
    company, weights = company_of(scene, encounters), contact_weights()
    first = {a.id: min((m.start for m in a.mentions), default=sys.maxsize) for a in scene.lookup.actors}
    told: list[Contact] = []
    pointing: set[Span] = set()
    for telling in tellings(scene, encounters):
        contact = _contact(scene, telling, company, weights, first)
        if contact is None:
            continue
        told.append(contact)
        trigger = telling.encounter.trigger
        places = scene.sentences.around(trigger.start), (trigger.start, trigger.end)
        if only_says_more(scene.article.text, *places, contact, scene.lookup):
            pointing.add(contact.evidence)
    kept = sorted(told_once(told, scene.lookup, pointing), key=lambda c: c.evidence.start)
    return tuple(replace(contact, id=f"c{number}") for number, contact in enumerate(kept, 1))


def company_of(scene: Scene, encounters: Sequence[Encounter]) -> Company:
    """The actors of an article, to ask who may take part in its contacts."""
    return Company(scene.article, scene.lookup, scene.sentences, encounters, scene.statements)


def tellings(scene: Scene, encounters: Sequence[Encounter]) -> Iterator[Telling]:
    """What is to be known of each encounter before it is asked who takes part."""
    text = scene.article.text
    said = Said(scene.statements)
    surest: dict[tuple[int, int], float] = {}
    for encounter in encounters:
        sentence = scene.sentences.around(encounter.trigger.start)
        surest[sentence] = max(encounter.score, surest.get(sentence, 0.0))
    for encounter in encounters:
        trigger = encounter.trigger
        sentence = scene.sentences.around(trigger.start)
        place = trigger.start, trigger.end
        if not is_told(text, sentence, place) or plainly(text, sentence, place) == "none":
            continue
        kind = kind_of(trigger.text, text[trigger.end : sentence[1]])
        on = day_of(scene.article, sentence, encounter, scene.when)
        over = _over(said, trigger)
        signs = {*signs_of_words(encounter, kind, has_day=on is not None)}
        if over is not None:
            signs.add("in statement")
        if encounter.score < surest[sentence]:
            signs.add("surer beside")
        yield Telling(
            encounter=encounter,
            kind=kind or encounter.kind,
            is_plain=kind is not None,
            on=on,
            over=over,
            signs=frozenset(signs),
        )


def _contact(
    scene: Scene, telling: Telling, company: Company, weights: ContactWeights, first: Mapping[str, int]
) -> Contact | None:
    """The contact that words tell of; None where they hardly do, or too few are known who take part.

    `first` has the place where each actor is first mentioned.
    """
    encounter = telling.encounter
    if not weights.may_tell(telling.signs):
        return None
    told = telling.encounter, telling.kind, telling.over
    sides = find_sides(scene.article, scene.lookup, company, weights, told)
    score = weights.of_telling(telling.signs, signs_of_parties(encounter, sides.likely))
    least = weights.at if telling.is_plain and sides.are_whole else max(weights.at, UNSURE_AT)
    if score < least or not sides.are_enough or not (sides.are_whole or telling.is_plain):
        return None
    status, published = _status(scene, encounter, telling.on), scene.article.published
    on = still_to_come(scene.article, telling.on, encounter.trigger) if status == "planned" else telling.on
    return Contact(
        id="c",
        kind=telling.kind,
        status=status,
        parties=tuple(sorted(sides.parties, key=first.__getitem__)),
        on=None if _is_of_another(on, status, published) else as_bound(scene.article, on, status, encounter.trigger),
        place=whole_place(scene.article, encounter),
        ordinal=ordinal_of(scene.article.text, scene.sentences.around(encounter.trigger.start), encounter.trigger),
        evidence=_evidence(scene, encounter),
        statement=None if telling.over is None else telling.over.id,
        score=score,
    )


def _status(scene: Scene, encounter: Encounter, on: Timex | None) -> ContactStatus:
    """What the sentence of an encounter says of it plainly, else what it and the encoder together say."""
    text, trigger = scene.article.text, (encounter.trigger.start, encounter.trigger.end)
    sentence = scene.sentences.around(encounter.trigger.start)
    plain = plainly(text, sentence, trigger)
    if plain in ("cancelled", "refused", "held"):
        return plain
    days = (None, None) if on is None else (on.from_, on.to)
    signs = signs_of(text, sentence, trigger, days, scene.article.published)
    status = "possible" if plain == "possible" else status_weights().best(signs, encounter.statuses)
    is_to_be = status in ("planned", "possible") or "was to before" in signs
    return (broken_off(text, sentence, trigger) if is_to_be else None) or status


def _is_of_another(on: Timex | None, status: ContactStatus, published: str | None) -> bool:
    """Whether days are those of something else: past ones of what is still to be, ones to come of what has been."""
    if on is None or published is None:
        return False
    today = published[:10]
    if status == "planned":
        return on.to is not None and on.to < today
    return status == "held" and on.from_ is not None and on.from_ > today


def _evidence(scene: Scene, encounter: Encounter) -> Span:
    """The words that tell of an encounter: of its own sentence, from the first to the last of its parts."""
    start, end = scene.sentences.around(encounter.trigger.start)
    parts = [encounter.trigger, *encounter.parties, encounter.place, encounter.when]
    inside = [part for part in parts if part is not None and start <= part.start and part.end <= end]
    first, last = min(part.start for part in inside), max(part.end for part in inside)
    return scene.article.span(first, max(last, encounter.trigger.end))


def _over(said: Said, place: Span) -> Statement | None:
    """The innermost statement in whose content some words stand."""
    over = [s for s in said.at(place) if any(c.start <= place.start and place.end <= c.end for c in s.content)]
    return min(over, key=lambda s: (sum(len(c.text) for c in s.content), s.id), default=None)
