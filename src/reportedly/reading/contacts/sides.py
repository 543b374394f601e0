"""Who takes part in a contact, of all who may: those that are chosen, and whether they are enough to tell of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.contacts.candidates import IN_SENTENCE, PLAIN, Company
from reportedly.reading.contacts.hosts import goes_to_a_place, hosts_of
from reportedly.reading.contacts.weights import SURE, ContactWeights
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article
from reportedly.records.contact import ContactKind
from reportedly.records.statement import Statement

OF_PAIR = 0.8  # how likely those are parties whom "the two" are


@dataclass(frozen=True, slots=True, kw_only=True)
class Sides:
    """The parties of a contact, whether they are enough to tell of it or even all, and how likely anybody is one."""

    parties: Sequence[str]
    likely: Mapping[str, float]
    are_enough: bool
    are_whole: bool


def find_sides(
    article: Article,
    lookup: Lookup,
    company: Company,
    weights: ContactWeights,
    told: tuple[Encounter, ContactKind, Statement | None],
) -> Sides:
    """Who takes part in the contact that is `told`: an encounter, its kind, and the statement that it stands in."""
    encounter, kind, over = told
    candidates = company.candidates(encounter, kind, over)
    likely = {actor: weights.of_party(signs) for actor, signs in candidates.items()}
    is_invited = kind == "visit" and company.is_invited(encounter)  # by their host
    hosts = _hosts(article, lookup, encounter) if kind == "visit" and not is_invited else []
    plain = {actor for actor, signs in candidates.items() if PLAIN in signs}
    if hosts and company.only_visits(hosts, encounter, {*plain, *(a for a in likely if likely[a] >= SURE)}):
        likely |= dict.fromkeys(hosts, 1.0)
    pair = company.pair(encounter, kind)
    likely |= {actor: max(likely.get(actor, 0.0), OF_PAIR) for actor in pair}
    surely = likely | {actor: max(likely[actor], SURE) for actor in plain}
    named = [actor for actor, signs in candidates.items() if IN_SENTENCE in signs]
    to_a_place = kind == "visit" and not hosts and goes_to_a_place(article, encounter)
    chosen = weights.chosen({a: surely[a] for a in named} if to_a_place else surely, named)
    if pair:
        met = company.met_by_pair(encounter)
        chosen = [*dict.fromkeys((*pair, *(actor for actor in chosen if actor in met)))]
    beside = [actor for actor in chosen if actor in named]
    if len(beside) == 1 and company.gathers(beside[0], kind):
        chosen = beside  # several who meet need nobody else
    if any(host in chosen for host in hosts):
        chosen += [host for host in hosts if host not in chosen]
    chosen += company.listed(chosen, encounter)
    hearing = {actor for actor in chosen if company.only_hears(actor, kind)}
    enough = SURE if hearing else 0.0  # who meets reporters meets them: nobody else is guessed
    parties = [actor for actor in chosen if actor not in hearing and surely[actor] >= enough]
    if len(parties) == 1:
        are_whole = company.gathers(parties[0], kind)
        are_enough = are_whole or (not hearing and parties[0] in named and surely[parties[0]] >= SURE)
    else:
        is_one_side = kind != "visit" and _is_one_side(lookup, parties)  # lawyers visit their clients
        are_enough = are_whole = len(parties) > 1 and not is_one_side
    return Sides(parties=parties, likely=likely, are_enough=are_enough, are_whole=are_whole)


def _hosts(article: Article, lookup: Lookup, encounter: Encounter) -> list[str]:
    """The actors that are the places where a visit goes."""
    return [*dict.fromkeys(filter(None, map(lookup.of, hosts_of(article, encounter))))]


def _is_one_side(lookup: Lookup, parties: Sequence[str]) -> bool:
    """Whether all of them are but a spokesperson and whom they speak for: "we will talk to anyone", he said."""
    speaking = filter(lookup.is_spokesperson, parties)
    return any(set(parties) <= {party, *lookup.principals(party)} for party in speaking)
