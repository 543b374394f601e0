"""Who meets, calls, visits or writes to whom: contacts between actors, each told once with its best words."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reportedly.reading.chains.lookup import Lookup, Said, Sentences
from reportedly.reading.contacts.candidates import IN_SENTENCE, PLAIN, Company
from reportedly.reading.contacts.days import When, as_bound, day_of
from reportedly.reading.contacts.hosts import goes_to_a_place, hosts_of, whole_place
from reportedly.reading.contacts.joining import told_once
from reportedly.reading.contacts.kinds import kind_of
from reportedly.reading.contacts.ordinals import ordinal_of
from reportedly.reading.contacts.plainly import broken_off, plainly
from reportedly.reading.contacts.signs import signs_of_parties, signs_of_words
from reportedly.reading.contacts.statuses import signs_of, status_weights
from reportedly.reading.contacts.telling import is_told
from reportedly.reading.contacts.weights import SURE, ContactWeights, contact_weights
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span, Timex
from reportedly.records.contact import Contact, ContactKind, ContactStatus
from reportedly.records.statement import Statement

_GATHERED = frozenset(("meeting", "talks", "summit"))
_MEETS = re.compile(
    r"\b(?:board|cabinet|council|committee|subcommittee|commission|panel|parliament|assembly|congress|senate|court|jury|"
    r"quartet|members)\b",
    re.IGNORECASE,
)  # what a body is called that meets
UNPLAIN_AT = 0.5  # of words that do not plainly call it a contact: in real news most of the others are none


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
    told = [_contact(scene, telling, company, weights) for telling in tellings(scene, encounters)]
    kept = sorted(told_once(filter(None, told), scene.lookup), key=lambda c: c.evidence.start)
    return tuple(replace(contact, id=f"c{number}") for number, contact in enumerate(kept, 1))


def company_of(scene: Scene, encounters: Sequence[Encounter]) -> Company:
    """The actors of an article, to ask who may take part in its contacts."""
    return Company(scene.article, scene.lookup, scene.sentences, encounters)


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


def _contact(scene: Scene, telling: Telling, company: Company, weights: ContactWeights) -> Contact | None:
    """The contact that words tell of; None where they hardly do, or fewer than two are known who take part."""
    encounter = telling.encounter
    if not weights.may_tell(telling.signs):
        return None
    candidates = company.candidates(encounter, telling.kind, telling.over)
    likely = {actor: weights.of_party(signs) for actor, signs in candidates.items()}
    hosts = _hosts(scene, encounter) if telling.kind == "visit" else []
    plain = {actor for actor, signs in candidates.items() if PLAIN in signs}
    if hosts and company.only_visits(hosts, encounter, {*plain, *(a for a in likely if likely[a] >= SURE)}):
        likely |= dict.fromkeys(hosts, 1.0)
    score = weights.of_telling(telling.signs, signs_of_parties(encounter, likely))
    for actor in plain:
        likely[actor] = max(likely[actor], SURE)
    named = [actor for actor, signs in candidates.items() if IN_SENTENCE in signs]
    to_a_place = telling.kind == "visit" and not hosts and goes_to_a_place(scene.article, encounter)
    chosen = weights.chosen({a: likely[a] for a in named} if to_a_place else likely, named)
    beside = [actor for actor in chosen if actor in named]
    if len(beside) == 1 and _gathers(scene.lookup, beside[0], telling.kind):
        chosen = beside  # several who meet need nobody else
    if any(host in chosen for host in hosts):
        chosen += [host for host in hosts if host not in chosen]
    chosen += company.listed(chosen, encounter)
    hearing = {actor for actor in chosen if company.only_hears(actor)}
    least = SURE if hearing else 0.0  # who meets reporters meets them: nobody else is guessed
    parties = [actor for actor in chosen if actor not in hearing and likely[actor] >= least]
    alone = parties if len(parties) == 1 and _gathers(scene.lookup, parties[0], telling.kind) else []
    if score < (weights.at if telling.is_plain else max(weights.at, UNPLAIN_AT)):
        return None
    if (len(parties) < 2 and not alone) or _is_one_side(scene.lookup, parties):
        return None
    status, published = _status(scene, encounter, telling.on), scene.article.published
    return Contact(
        id="c",
        kind=telling.kind,
        status=status,
        parties=tuple(sorted(parties, key=lambda actor: _first(scene.lookup, actor))),
        on=None if status == "planned" and _is_past(telling.on, published) else as_bound(scene.article, telling.on),
        place=whole_place(scene.article, encounter),
        ordinal=ordinal_of(scene.article.text, scene.sentences.around(encounter.trigger.start), encounter.trigger),
        evidence=_evidence(scene, encounter),
        statement=None if telling.over is None else telling.over.id,
        score=score,
    )


def _hosts(scene: Scene, encounter: Encounter) -> list[str]:
    """The actors that are the places where a visit goes."""
    return [*dict.fromkeys(filter(None, map(scene.lookup.of, hosts_of(scene.article, encounter))))]


def _first(lookup: Lookup, actor: str) -> int:
    """Where an actor is mentioned first; those who are nowhere come last."""
    return min((mention.start for mention in lookup.actor(actor).mentions), default=sys.maxsize)


def _gathers(lookup: Lookup, party: str, kind: ContactKind) -> bool:
    """Whether one party is several who meet: "the board will meet", "ambassadors are due to discuss it"."""
    actor = lookup.actor(party)
    words = (actor.name or "", *(mention.text for mention in actor.mentions))
    return kind in _GATHERED and (actor.kind == "group" or any(_MEETS.search(of) for of in words))


def _is_one_side(lookup: Lookup, parties: Sequence[str]) -> bool:
    """Whether all of them are but a spokesperson and whom they speak for: "we will talk to anyone", he said."""
    speaking = filter(lookup.is_spokesperson, parties)
    return any(set(parties) <= {party, *lookup.principals(party)} for party in speaking)


def _status(scene: Scene, encounter: Encounter, on: Timex | None) -> ContactStatus:
    """What the sentence of an encounter says of it plainly, else what it and the encoder together say."""
    text, trigger = scene.article.text, (encounter.trigger.start, encounter.trigger.end)
    sentence = scene.sentences.around(encounter.trigger.start)
    plain = plainly(text, sentence, trigger)
    if plain in ("cancelled", "refused"):
        return plain
    days = (None, None) if on is None else (on.from_, on.to)
    signs = signs_of(text, sentence, trigger, days, scene.article.published)
    status = "possible" if plain == "possible" else status_weights().best(signs, encounter.statuses)
    is_to_be = status in ("planned", "possible") or "was to before" in signs
    return (broken_off(text, sentence, trigger) if is_to_be else None) or status


def _is_past(on: Timex | None, published: str | None) -> bool:
    """Whether days were over when the article came out: of what is still to be, they are those of something else."""
    return on is not None and on.to is not None and published is not None and on.to < published[:10]


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
