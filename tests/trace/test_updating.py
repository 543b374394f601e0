from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from reportedly.aside import Aside
from reportedly.records import Reading, Trace
from reportedly.records.correction import Correction
from reportedly.store.correcting import spot_of
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace, untraced
from reportedly.trace import updating
from reportedly.trace.updating import bring_up_to_date, is_up_to_date, mend, update_trace
from tests.trace.press import APART, press, reading
from tests.trace.tellings import ENGINEERS, VALE, WIRE, Line, article

pytestmark = pytest.mark.weights

CLOSES = "The harbour authority will close the north quay on Monday after divers found cracks in forty of its piles"
OPENS = "The city theatre opens its winter programme with a comedy about two bakers and eight silly brides"


def telling() -> list[Reading]:
    """Four articles on two happenings, in the order of their dates."""
    return [
        article("Meridian Wire", "2031-03-03T10:00:00Z", Line(content=CLOSES, hops=(ENGINEERS,), sourcing="unnamed")),
        article("Stage Weekly", "2031-03-03T11:00:00Z", Line(content=OPENS, hops=(VALE,))),
        article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(WIRE, ENGINEERS), sourcing="unnamed")),
        article("Evening Post", "2031-03-04T12:00:00Z", Line(content=CLOSES, hops=(WIRE, ENGINEERS))),
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as opened:
        yield opened


def watched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles whose readings are asked for from now on."""
    asked: list[str] = []
    read = Store.reading

    def reading_of(store: Store, id: str) -> Reading:
        asked.append(id)
        return read(store, id)

    monkeypatch.setattr(Store, "reading", reading_of)
    return asked


def parts(trace: Trace) -> tuple[frozenset[object], ...]:
    return frozenset(trace.stories), frozenset(trace.claims), frozenset(trace.derivations)


@pytest.mark.parametrize("readings", [press(), telling()], ids=["press", "telling"])
def test_a_trace_in_portions_is_that_of_one_go(store: Store, tmp_path: Path, readings: list[Reading]) -> None:
    with Store.open(tmp_path / "whole.duckdb") as whole:
        whole.add(readings)
        expected = update_trace(whole)
    found = Trace()
    for one in readings:
        store.add([one])
        found = update_trace(store)
    assert parts(found) == parts(expected)
    assert kept_trace(store) == found
    assert untraced(store) == []


def test_statements_of_two_stories_that_say_the_same_for_a_user_are_one_claim_of_one_story(store: Store) -> None:
    readings = telling()
    store.add(readings)
    before = update_trace(store)
    wire, stage = readings[0].article.id, readings[1].article.id
    spots = tuple(spot for id in (wire, stage) if (spot := spot_of(store.reading(id), "statement", "s1")))
    said = Correction(id="k", what="same_claim", spots=spots, by="Ada", made="2031-03-05T10:00:00Z")
    mend(store, said)
    after = kept_trace(store)
    assert [story.articles for story in before.stories] == [(wire, *after.stories[0].articles[2:]), (stage,)]
    assert [story.id for story in after.stories] == [before.stories[0].id]
    assert after.stories[0].articles[:2] == (wire, stage)
    assert [{wire, stage} <= {told.article for told in claim.statements} for claim in after.claims].count(True) == 1
    store.add([readings[3]], read_by="another reader")
    assert update_trace(store).stories == after.stories
    mend(store, Correction(id="u", what="undo", undoes="k", by="Ada", made="2031-03-06T10:00:00Z"))
    assert kept_trace(store) == before


def test_a_trace_made_beside_this_process_is_that_made_in_it(store: Store, tmp_path: Path) -> None:
    with Store.open(tmp_path / "other.duckdb") as other, Aside(2) as beside:
        for some in (telling(), press()):
            for one in (store, other):
                one.add(some)
            bring_up_to_date(other, beside.each)
            assert kept_trace(other) == update_trace(store)
        assert kept_entities(other) == kept_entities(store)
        assert sorted(other.query("select * from sketch")) == sorted(store.query("select * from sketch"))


def test_stories_that_nothing_new_is_in_are_not_read_again(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(press())
    before = update_trace(store)
    asked = watched(monkeypatch)
    store.add([reading("Morning Stage", APART, "2031-03-05T09:00:00+00:00")])
    after = update_trace(store)
    assert set(asked) == {"stage-weekly", "morning-stage"}
    assert set(before.claims) <= set(after.claims)
    assert update_trace(store) == after


def test_other_weights_trace_everything_anew(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    store.add(press())
    before = update_trace(store)
    assert is_up_to_date(store)
    monkeypatch.setattr(updating, "version", lambda: "other")
    assert not is_up_to_date(store)
    asked = watched(monkeypatch)
    assert update_trace(store) == before
    assert set(asked) == set(store.article_ids())


def test_an_article_that_was_read_again_is_traced_again(store: Store) -> None:
    wire, theatre, lantern, post = telling()
    store.add([wire, theatre, lantern, post])
    before = update_trace(store)
    store.add([replace(lantern, statements=())], read_by="another")
    after = update_trace(store)
    assert {told.article for claim in before.claims for told in claim.statements} >= {"lantern-1"}
    assert "lantern-1" not in {told.article for claim in after.claims for told in claim.statements}
    assert {story.articles for story in after.stories} == {story.articles for story in before.stories}
    assert len({(i.article, i.actor) for i in kept_entities(store)[1]}) == len(kept_entities(store)[1])


def test_a_stop_between_trace_and_sketches_leaves_what_was_before(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, *rest = telling()
    store.add([first])
    before = update_trace(store)
    store.add(rest)

    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(updating, "remember", stopped)
        with pytest.raises(KeyboardInterrupt):
            update_trace(store)
    assert kept_trace(store) == before
    assert update_trace(store).stories[0].id == before.stories[0].id
