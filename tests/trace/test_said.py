"""What users say of claims stands over what would be found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportedly.records import Trace
from reportedly.records.correction import Correction, What
from reportedly.store.correcting import spot_of
from reportedly.store.corrections import correct
from reportedly.store.database import Store
from reportedly.store.saying import spot_at, spot_in
from reportedly.store.traced import kept_entities, kept_trace
from reportedly.trace.said import Said
from reportedly.trace.updating import is_up_to_date, mend, update_trace
from tests.render import traced


class Row:
    """As much of a telling as is asked for."""

    def __init__(self, name: str) -> None:
        self.place = type("Place", (), {"article": name, "statement": "s1"})()


TOLD: Any = [Row(name) for name in "abcde"]


def key(name: str) -> tuple[str, str]:
    return name, "s1"


def test_groups_are_split_where_users_say_so_and_the_rest_goes_where_it_is_nearer() -> None:
    said = Said(apart={(key("a"), key("c"))})
    nearness = {(0, 1): 2.0, (1, 2): 1.0, (0, 3): 0.5, (2, 3): 3.0}
    assert said.regrouped(TOLD, [[0, 1, 2, 3], [4]], nearness) == [[0, 1], [2, 3], [4]]


def test_groups_are_joined_where_users_say_so() -> None:
    said = Said(together={(key("b"), key("e")), (key("a"), key("nobody"))})
    assert said.regrouped(TOLD, [[0], [1, 2], [3], [4]], {}) == [[0], [1, 2, 4], [3]]
    assert said.vouched_together(TOLD) == {1, 4}


def correction(store: Store, what: What, *articles: str, id: str = "k-1", about: str = "statement") -> Correction:
    ids = {"statement": "s1", "actor": "a2"}
    spots = [spot_of(store.reading(article), about, ids[about]) for article in articles]
    return Correction(
        id=id, what=what, spots=tuple(spot for spot in spots if spot), by="Ada", made="2031-05-03T10:00:00Z"
    )


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(traced.readings().values())
        update_trace(store)
        yield store


def claim_of(trace: Trace, article: str) -> str:
    return next(claim.id for claim in trace.claims for told in claim.statements if told.article == article)


def undo(id: str) -> Correction:
    return Correction(id=f"undo-{id}", what="undo", undoes=id, by="Ada", made="2031-05-04T10:00:00Z")


@pytest.mark.weights
def test_claims_are_parted_and_joined_and_undoing_it_brings_back_the_trace(store: Store) -> None:
    before = kept_trace(store)
    together = claim_of(before, "wire") == claim_of(before, "print")
    what: What = "other_claim" if together else "same_claim"
    correct(store, correction(store, what, "wire", "print"))
    assert not is_up_to_date(store)
    after = update_trace(store)
    assert (claim_of(after, "wire") == claim_of(after, "print")) is not together
    correct(store, undo("k-1"))
    assert update_trace(store) == before


@pytest.mark.weights
def test_a_wrong_statement_is_in_no_claim(store: Store) -> None:
    before = kept_trace(store)
    correct(store, correction(store, "wrong", "twist"))
    told = {told.article for claim in update_trace(store).claims for told in claim.statements}
    assert "twist" not in told
    correct(store, undo("k-1"))
    assert update_trace(store) == before


@pytest.mark.weights
def test_entities_are_merged_and_parted_again(store: Store) -> None:
    before = kept_entities(store)
    entity = {(i.article, i.actor): i.entity for i in before[1]}
    assert entity["cites", "a2"] != entity["denies", "a2"]
    correct(store, correction(store, "same_entity", "cites", "denies", about="actor"))
    update_trace(store)
    entity = {(i.article, i.actor): i.entity for i in kept_entities(store)[1]}
    assert entity["cites", "a2"] == entity["denies", "a2"]
    correct(store, undo("k-1"))
    update_trace(store)
    after = kept_entities(store)
    assert {(i.article, i.actor): i.entity for i in after[1]} == {(i.article, i.actor): i.entity for i in before[1]}


@pytest.mark.weights
def test_outlets_are_merged_though_no_words_of_their_articles_stand_for_them(store: Store) -> None:
    def entity(article: str) -> str:
        return {(i.article, i.actor): i.entity for i in kept_entities(store)[1]}[article, "a1"]

    before = kept_entities(store)
    assert entity("wire") != entity("print")
    spots = spot_in(store, "wire", "actor", "a1"), spot_at(store, "actor", entity("print"))
    mend(store, Correction(id="k", what="same_entity", spots=spots, by="Ada", made="2031-05-03T10:00:00Z"))
    assert entity("wire") == entity("print")
    mend(store, undo("k"))
    assert kept_entities(store) == before
