"""What is learnt from of contacts; needs what training needs, and is skipped without it."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.contacts import Telling
from reportedly.reading.contacts.weights import ContactWeights
from reportedly.reading.encounter import Encounter
from reportedly.records import Actor, Article
from tests.byhand import find

pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")

from training import contacts

ARTICLE = Article.of("Varga met Brask. They had talks, said Brask. Sarn slept.")
MET, TALKS = {"evidence_span": [0, 15], "trigger_span": [6, 9]}, {"evidence_span": [0, 31]}
WEIGHTS = ContactWeights(party={"always": -3.0, "named": 6.0}, words={}, known={}, at=0.0, party_at=0.5, other_at=0.5)


def test_words_tell_of_the_contact_that_they_name() -> None:
    assert contacts.gold_of([TALKS, MET], (6, 9)) == 1
    assert contacts.gold_of([TALKS, MET], (26, 31)) == 0
    assert contacts.gold_of([TALKS, MET], (50, 55)) is None


def test_an_actor_is_whom_most_of_its_mentions_are() -> None:
    varga = Actor(id="a1", kind="person", name="Varga", mentions=(find(ARTICLE, "Varga"), find(ARTICLE, "They")))
    assert contacts.is_one_of(varga, [((0, 5), True)])
    assert contacts.is_one_of(varga, [((0, 5), True), ((17, 21), False)])
    assert not contacts.is_one_of(varga, [((0, 5), False), ((10, 15), True)])


def asked(trigger: str, score: float, gold: int | None, *parties: str, named: str = "a1") -> contacts.Asked:
    encounter = Encounter(trigger=find(ARTICLE, trigger), kind="meeting", parties=(), score=score)
    telling = Telling(
        encounter=encounter, kind="meeting", is_plain=True, on=None, over=None, signs=frozenset([trigger])
    )
    candidates = {id: frozenset(["named"] if id == named else []) for id in ("a1", "a2", "a3")}
    at = encounter.trigger.start
    return contacts.Asked(telling, (0, 16) if at < 16 else (17, 44), candidates, gold, frozenset(parties))


def test_every_actor_near_a_contact_is_learnt_from() -> None:
    rows = contacts.party_rows([asked("met", 0.9, 0, "a1", "a2"), asked("slept", 0.1, None)])
    assert [wanted for _, wanted in rows] == [True, True, False]


def test_the_surest_words_stand_for_a_contact_whose_party_is_known() -> None:
    told = [asked("met", 0.9, 0, "a1"), asked("had", 0.4, 0, "a1"), asked("slept", 0.3, None)]
    rows = {next(iter(signs & {"met", "had", "slept"})): wanted for signs, wanted in contacts.told_rows(told, WEIGHTS)}
    assert rows == {"met": True, "slept": False}


def test_words_elsewhere_count_where_their_parties_are_not_known() -> None:
    told = [asked("met", 0.9, 0, "a1"), asked("talks", 0.4, 0, "a3")]
    assert [wanted for _, wanted in contacts.told_rows(told, WEIGHTS)] == [True, False]
