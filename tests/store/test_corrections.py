"""What users say stands over what was read, survives new readings, and can be undone without a trace."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import BadInput
from reportedly.records import Reading, Statement
from reportedly.records.codec import encode
from reportedly.records.correction import Correction, Spot, What, decode_correction
from reportedly.store import questions
from reportedly.store.correcting import found_again, spot_of
from reportedly.store.corrections import (
    claim_rulings,
    correct,
    corrected,
    corrections,
    owners,
    rulings,
    taught,
)
from reportedly.store.database import Store
from reportedly.store.traced import untraced
from reportedly.store.tracing import keep_trace
from tests.byhand import small_reading
from tests.render import traced
from tests.store.test_questions import retold

TABLES = (
    "statement", "content", "link", "utterer", "subject", "contact", "party", "position", "holder", "actor", "mention",
    "timex", "reading", "article",
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([retold("lantern", "The Lantern", "2031-03-14"), retold("courier", "The Courier", "2031-03-15")])
        yield store


def says(what: What, *spots: Spot | None, id: str = "k-1", **more: Any) -> Correction:
    assert all(spots)
    own = tuple(spot for spot in spots if spot is not None)
    return Correction(id=id, what=what, spots=own, by="Ada", made="2031-03-20T10:00:00Z", **more)


def undo(id: str) -> Correction:
    return Correction(id=f"undo-{id}", what="undo", undoes=id, by="Bo", made="2031-03-21T10:00:00Z")


def spot(store: Store, about: str, id: str, article: str = "lantern") -> Spot | None:
    return spot_of(store.reading(article), about, id)


def rows(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """What the tables hold, apart from numbers, which only join them."""
    views = ("statements", "links", "contacts", "positions", "actors", "articles", "texts")
    return {view: sorted(store.query(f"select * from {view}"), key=str) for view in views}


def test_a_correction_comes_back_exactly(store: Store) -> None:
    made = says("wrong", spot(store, "statement", "s1"), why="a headline")
    correct(store, made)
    (kept,) = corrections(store)
    assert (kept.correction, kept.counts) == (made, True)
    assert decode_correction(json.dumps(encode(made))) == made


def test_a_wrong_statement_is_found_by_no_question_and_stays_as_it_was_read(store: Store) -> None:
    before = store.reading("lantern")
    words = before.statements[0].content[0].text
    assert "lantern" in {said.article for said in questions.who_said(store, words)}
    correct(store, says("wrong", spot(store, "statement", before.statements[0].id)))
    assert "lantern" not in {said.article for said in questions.who_said(store, words)}
    assert store.reading("lantern") == before
    assert before.statements[0].id not in {s.id for s in corrected(store, "lantern").statements}
    assert untraced(store) == ["lantern", "courier"]


@pytest.mark.parametrize(("about", "view"), [("contact", "contacts"), ("position", "positions")])
def test_wrong_contacts_and_positions_go(store: Store, about: str, view: str) -> None:
    reading = store.reading("lantern")
    id = (reading.contacts if about == "contact" else reading.positions)[0].id
    before = len(store.query(f"select * from {view}"))
    correct(store, says("wrong", spot(store, about, id)))
    assert len(store.query(f"select * from {view}")) == before - 1


def test_a_statement_is_given_to_another_speaker(store: Store) -> None:
    reading = store.reading("lantern")
    statement = reading.statements[0]
    other = next(a for a in reading.actors if a.id != statement.chain.speaker.actor and a.name and a.mentions)
    correct(store, says("speaker", spot(store, "statement", statement.id), spot(store, "actor", other.id)))
    moved = next(s for s in corrected(store, "lantern").statements if s.id == statement.id)
    assert moved.chain.speaker.actor == other.id
    assert moved.chain[:-1] == statement.chain[:-1]
    assert other.name
    assert "lantern" in {said.article for said in questions.said_by(store, other.name)}


def test_what_is_undone_leaves_nothing_behind(store: Store) -> None:
    before = rows(store)
    correct(store, says("wrong", spot(store, "statement", "s1")))
    assert rows(store) != before
    correct(store, undo("k-1"))
    assert rows(store) == before
    assert [(made.correction.what, made.counts) for made in corrections(store)] == [("undo", True), ("wrong", False)]


def test_a_better_reading_is_corrected_too(store: Store) -> None:
    old = store.reading("lantern")
    correct(store, says("wrong", spot(store, "statement", "s1")))
    renumbered = tuple(
        replace(s, id=f"n{s.id}", within=s.within and f"n{s.within}", chain=s.chain) for s in old.statements
    )
    contacts = tuple(replace(c, statement=c.statement and f"n{c.statement}") for c in old.contacts)
    positions = tuple(replace(p, statement=p.statement and f"n{p.statement}") for p in old.positions)
    better = replace(old, statements=renumbered, contacts=contacts, positions=positions)
    assert store.add([better], read_by="a better reader").replaced == 1
    assert "ns1" not in {s.id for s in corrected(store, "lantern").statements}
    ids = {id for (id,) in store.query("select statement from statements where article = 'lantern'")}
    assert ids == {f"n{s.id}" for s in old.statements if s.id != "s1"}


def test_a_correction_of_what_is_not_there_any_more_is_kept_and_passed_over(store: Store) -> None:
    correct(store, says("wrong", spot(store, "statement", "s1")))
    bare = replace(store.reading("lantern"), statements=(), contacts=(), positions=())
    store.add([bare], read_by="a better reader")
    assert corrected(store, "lantern") == bare
    assert len(corrections(store)) == 1


def test_an_outer_statement_is_not_taken_for_the_nested_one_that_a_better_reader_drops(store: Store) -> None:
    old = store.reading("lantern")
    outer, nested = statement_around(old, 0.7)
    store.add([replace(old, statements=(outer, nested), contacts=(), positions=())], read_by="a better reader")
    spots = [spot(store, "statement", s.id) for s in (nested, outer)]
    correct(store, says("wrong", spots[0]))
    correct(store, says("other_claim", *spots, id="k-2"))
    bare = replace(old, statements=(outer,), contacts=(), positions=())
    store.add([bare], read_by="the best reader")
    assert corrected(store, "lantern").statements == (outer,)
    assert claim_rulings(store, same=False) == []


def test_two_spots_that_mean_one_record_by_now_rule_nothing(store: Store) -> None:
    old = store.reading("lantern")
    outer, nested = statement_around(old, 0.9)
    store.add([replace(old, statements=(outer, nested), contacts=(), positions=())], read_by="a better reader")
    correct(store, says("other_claim", *(spot(store, "statement", s.id) for s in (outer, nested))))
    assert len(claim_rulings(store, same=False)) == 1
    store.add([replace(old, statements=(outer,), contacts=(), positions=())], read_by="the best reader")
    assert claim_rulings(store, same=False) == []


def statement_around(reading: Reading, share: float) -> tuple[Statement, Statement]:
    """A statement of a hundred characters, and one within it that has the last of them."""
    (first, *_), text = reading.statements, reading.article
    outer = replace(first, content=(text.span(0, 100),), within=None)
    return outer, replace(first, id="n1", content=(text.span(100 - round(100 * share), 100),), within=outer.id)


def test_the_last_word_on_two_actors_counts(store: Store) -> None:
    one, other = spot(store, "actor", "a5"), spot(store, "actor", "a5", "courier")
    correct(store, says("other_entity", one, other, id="k-1"))
    assert (len(rulings(store, same=True)), len(rulings(store, same=False))) == (0, 1)
    correct(store, says("same_entity", other, one, id="k-2"))
    assert (len(rulings(store, same=True)), len(rulings(store, same=False))) == (1, 0)
    correct(store, undo("k-2"))
    assert (len(rulings(store, same=True)), len(rulings(store, same=False))) == (0, 1)


def test_claims_and_owners(store: Store) -> None:
    pair = spot(store, "statement", "s1"), spot(store, "statement", "s1", "courier")
    correct(store, says("same_claim", *pair))
    assert claim_rulings(store, same=True) == [(("courier", "s1"), ("lantern", "s1"))]
    correct(store, says("owner", id="k-2", outlet="The Lantern", value="Harbour Press"))
    assert owners(store) == {"the lantern": "Harbour Press"}


def test_what_was_corrected_can_be_learnt_from(store: Store) -> None:
    correct(store, says("wrong", spot(store, "statement", "s1")))
    (row,) = taught(store)
    (read,) = row["read"]
    assert read["record"]["id"] == "s1"
    assert read["record"]["content"][0]["text"] in read["text"]


@given(st.integers(0, 3), st.integers(-8, 8))
def test_a_record_is_found_again_where_its_words_are(number: int, shift: int) -> None:
    reading = small_reading()
    statement = reading.statements[number % len(reading.statements)]
    found = spot_of(reading, "statement", statement.id)
    assert found is not None
    assert found_again(found, reading) == statement.id
    far = replace(found, start=found.start + 10_000, end=found.end + 10_000)
    assert found_again(far, reading) is None


def test_a_store_with_rulings_of_before_keeps_them(tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    with Store.open(path) as store:
        store.add([retold("lantern", "The Lantern", "2031-03-14"), retold("courier", "The Courier", "2031-03-15")])
        store.query("drop view corrections")
        store.query("drop table correction")
        store.query(
            "create table ruling (article varchar not null, actor varchar not null, other_article varchar not null, "
            "other_actor varchar not null, same boolean not null)"
        )
        store.query("insert into ruling values ('courier', 'a5', 'lantern', 'a5', true)")
        store.query("delete from migration where number = 3")
    with Store.open(path) as store:
        assert rulings(store, same=True) == [(("courier", "a5"), ("lantern", "a5"))]


def test_corrections_of_a_traced_story_ask_for_it_to_be_traced_again(tmp_path: Path) -> None:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(traced.readings().values())
        keep_trace(store, traced.trace())
        assert untraced(store) == []
        correct(store, says("wrong", spot_of(store.reading("wire"), "statement", "s1")))
        assert untraced(store) == ["wire"]


def test_an_outlet_that_nobody_mentions_is_found_by_its_id(store: Store) -> None:
    lantern, courier = spot(store, "actor", "a1"), spot(store, "actor", "a1", article="courier")
    assert lantern is not None
    assert lantern.words == ""
    correct(store, says("same_entity", lantern, courier))
    assert rulings(store, same=True) == [(("courier", "a1"), ("lantern", "a1"))]
    assert [read["record"]["id"] for row in taught(store) for read in row["read"]] == ["a1", "a1"]


def test_what_counts_is_not_said_twice(store: Store) -> None:
    statement, other = spot(store, "statement", "s1"), spot(store, "statement", "s2")
    ada, bo = spot(store, "actor", "a5"), spot(store, "actor", "a6")
    once = [
        says("wrong", statement, id="k-1"), says("speaker", other, ada, id="k-2"),
        says("same_entity", ada, bo, id="k-3"),
        says("owner", id="k-4", outlet="The Lantern", value="Harbour Press"),
    ]  # fmt: skip
    for one in once:
        correct(store, one)
    for one in once:
        with pytest.raises(BadInput, match=f"{one.id}: this was said before"):
            correct(store, replace(one, id="k-9", by="Bo"))
    with pytest.raises(BadInput, match="k-3"):
        correct(store, says("same_entity", bo, ada, id="k-9"))  # the other way round
    correct(store, undo("k-1"))
    for another in (
        says("wrong", statement, id="k-5"), says("speaker", other, bo, id="k-6"),
        says("other_entity", ada, bo, id="k-7"),
        says("same_entity", ada, bo, id="k-8"), says("owner", id="k-10", outlet="The Lantern", value="Tide Group"),
        says("speaker", other, ada, id="k-11"),
    ):  # fmt: skip
        correct(store, another)  # the last word counts
