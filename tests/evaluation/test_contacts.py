from __future__ import annotations

from typing import Any

import pytest

from evaluation import contacts
from evaluation.gold import Gold
from reportedly.records import Article
from training.corpus import ContactGold

TEXT = "Varga met Brask in Sarn on Friday. Brask said nothing."


def gold(text: str = TEXT) -> Gold:
    actors = [
        {"id": id, "name": name, "kind": "person", "roles": [], "aliases": []}
        for id, name in (("A1", "Varga"), ("A2", "Brask"))
    ]
    row: dict[str, Any] = {
        "id": "s/one", "outlet": "The Lantern", "text": text, "statements": [],
        "mentions": [{"actor": "A1", "span": [0, 5]}, {"actor": "A2", "span": [10, 15]}],
        "contacts": [{
            "parties": ["A1", "A2"], "kind": "meeting", "status": "held", "from": "2031-03-07", "to": "2031-03-07",
            "place": "Sarn", "evidence": "Varga met Brask", "evidence_span": [0, 15],
        }],
    }  # fmt: skip
    return Gold(
        story={"actors": actors, "articles": [row]},
        row=row,
        article=Article.of(text, id="s/one", outlet="The Lantern", published="2031-03-10", language="en"),
        attributions=(),
        statements=(),
        mentions=(),
    )


def told(**changed: Any) -> ContactGold:
    given: dict[str, Any] = {
        "evidence": (0, 15), "trigger": (6, 9), "kind": "meeting", "status": "held", "party": ((0, 5), (10, 15)),
        "place": ((19, 23),), "when": ((27, 33),),
    }  # fmt: skip
    return ContactGold(**{**given, **changed})


def test_gold_encounters_have_the_places_of_the_gold() -> None:
    (encounter,) = contacts.encounters_of(gold(), [told()])
    assert [party.text for party in encounter.parties] == ["Varga", "Brask"]
    assert (encounter.trigger.text, encounter.place and encounter.place.text) == ("met", "Sarn")


def test_contacts_without_words_are_left_out() -> None:
    assert contacts.encounters_of(gold(), [told(trigger=None)]) == []


def test_the_reading_has_what_the_rules_make_of_them() -> None:
    (contact,) = contacts.reading_of(gold(), [told()])["contacts"]
    assert (contact["kind"], contact["status"], contact["parties"]) == ("meeting", "held", ["A1", "A2"])


ELSEWHERE: dict[str, Any] = {"trigger": (41, 45), "party": (), "place": (), "when": ()}


@pytest.mark.parametrize(("changed", "found"), [({}, 1.0), (ELSEWHERE, 0.0)])
@pytest.mark.shared
def test_words_elsewhere_without_parties_cost_the_contact(changed: dict[str, Any], found: float) -> None:
    figures, errors = contacts.score([gold()], {"s/one": [told(**changed)]})
    assert figures["contacts"] == found
    assert len(errors) == 1 - found
