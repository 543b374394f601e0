"""The trace of a store is that of its articles: whatever the order in which they came and what was done meanwhile."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.records import Actor, Article, Reading, Span, Trace
from reportedly.records.correction import Correction, What
from reportedly.store import corrections
from reportedly.store.correcting import spot_of
from reportedly.store.corrections import correct
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace, untraced
from reportedly.trace import updating
from reportedly.trace.updating import mend, update_trace
from tests.render import traced
from tests.trace.press import press
from tests.trace.test_updating import telling

pytestmark = pytest.mark.weights

PEOPLE = (
    ("Gazette", "2031-03-05", "Mayor Tom Vale met Ada Renn at the harbour, where forty piles of the quay are cracked."),
    ("Gazette", "2031-03-09", "Tom Vale, the mayor, lost the vote in the council of Elswick over the flour tax."),
    ("The Lantern", "2031-03-10", "The flour tax of Elswick stands, since Vale lost the vote in the council, he said."),
    ("Stage Weekly", None, "Ada Renn wrote a comedy about the mayor, Tomas Vale, and two bakers of the flour tax."),
    ("Channel 6", "2031-05-03", "Ilse Varga said that Valdoria may close five posts after all, officials of it said."),
)
NAMES = ("Tomas Vale", "Tom Vale", "Vale", "Ada Renn", "Ilse Varga", "Valdoria", "Elswick")


def everything() -> list[Reading]:
    """Articles on several happenings, with people who come up in more than one of them."""
    return [*press(), *telling(), *traced.readings().values(), *map(_about_people, range(len(PEOPLE)))]


def _about_people(number: int) -> Reading:
    outlet, published, text = PEOPLE[number]
    article = Article.of(text, id=f"people-{number}", outlet=outlet, published=published)
    found: dict[str, Span] = {}
    for name in NAMES:
        if name in text and not any(text.index(name) in range(s.start, s.end) for s in found.values()):
            found[name] = article.span(text.index(name), text.index(name) + len(name))
    actors = [Actor(id="a0", kind="outlet", name=outlet)]
    actors += [
        Actor(id=f"a{n}", kind="person", name=name, mentions=(s,)) for n, (name, s) in enumerate(found.items(), 1)
    ]
    return Reading(article=article, actors=tuple(actors))


def state(store: Store) -> Any:
    entities, identities = kept_entities(store)
    return kept_trace(store), entities, sorted(identities, key=str)


def whole(tmp_path: Path) -> Any:
    with Store.open(tmp_path / "whole.duckdb") as store:
        store.add(everything())
        update_trace(store)
        return state(store)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_in_which_articles_come_and_the_days_between_change_nothing(tmp_path: Path, seed: int) -> None:
    expected, chance, readings = whole(tmp_path), random.Random(seed), everything()
    assert len(expected[0].stories) > 2
    assert len(expected[1]) < len({(r.article.id, a.id) for r in readings for a in r.actors})
    chance.shuffle(readings)
    with Store.open(tmp_path / "days.duckdb") as store:
        while readings:
            many = chance.randint(1, 5)
            store.add(readings[:many])
            del readings[:many]
            update_trace(store)
        assert state(store) == expected


def test_an_article_that_changes_leaves_nothing_of_what_it_was(tmp_path: Path) -> None:
    expected = whole(tmp_path)
    with Store.open(tmp_path / "changed.duckdb") as store:
        wrong = [replace(reading, actors=reading.actors[:1], statements=()) for reading in everything()[::3]]
        store.add(wrong, read_by="an older reader")
        update_trace(store)
        store.add(everything(), read_by="a better one")
        update_trace(store)
        assert state(store) == expected


def test_tracing_again_what_has_not_changed_changes_nothing(tmp_path: Path) -> None:
    expected = whole(tmp_path)
    with Store.open(tmp_path / "whole.duckdb") as store:
        for id in store.article_ids():
            store.query("delete from traced where article = (select number from article where id = $id)", {"id": id})
            update_trace(store)
            assert state(store) == expected, id


def made(store: Store, what: What, about: str, *keys: tuple[str, str]) -> Correction:
    spots = [spot_of(store.reading(article), about, id) for article, id in keys]
    return Correction(id="k", what=what, spots=tuple(s for s in spots if s), by="Ada", made="2031-06-01T00:00:00Z")


UNDO = Correction(id="u", what="undo", undoes="k", by="Ada", made="2031-06-01T00:00:00Z")


@pytest.mark.parametrize(
    ("what", "about", "keys"),
    [
        ("wrong", "statement", [("wire", "s1")]),
        ("speaker", "statement", [("wire", "s1")]),
        ("same_entity", "actor", [("people-0", "a2"), ("people-3", "a1")]),
        ("other_entity", "actor", [("people-0", "a1"), ("people-1", "a1")]),
        ("same_claim", "statement", [("wire", "s1"), ("denies", "s1")]),
        ("same_claim", "statement", [("wire", "s1"), ("meridian-wire-1", "s1")]),  # of another story
        ("other_claim", "statement", [("wire", "s1"), ("print", "s1")]),
    ],
)
def test_a_correction_that_is_undone_leaves_what_was_before(
    tmp_path: Path, what: What, about: str, keys: Sequence[tuple[str, str]]
) -> None:
    before = whole(tmp_path)
    with Store.open(tmp_path / "whole.duckdb") as store:
        correction = made(store, what, about, *keys)
        if what == "speaker":
            speaker = spot_of(store.reading("wire"), "actor", "a2")
            assert speaker is not None
            correction = replace(correction, spots=(*correction.spots, speaker))
        mend(store, correction)
        mend(store, UNDO)
        assert state(store) == before


@pytest.mark.parametrize(
    ("what", "value", "outlets"),
    [("owner", "Harbour Press", ["Meridian Wire", "the Lantern"]), ("agency", "yes", ["Tidal News"])],
)
def test_what_is_said_of_an_outlet_changes_origins_and_undoing_it_brings_them_back(
    tmp_path: Path, what: What, value: str, outlets: list[str]
) -> None:
    with Store.open(tmp_path / "said.duckdb") as store:
        for reading in everything():
            credits = ("Tidal News",) if reading.article.id == "meridian-wire-1" else ()
            store.add([replace(reading, article=replace(reading.article, byline=credits))])
        before = update_trace(store)
        for outlet in outlets:
            mend(store, Correction(id=outlet, what=what, outlet=outlet, value=value, by="Ada", made="2031-06-01"))
        assert _origins(kept_trace(store)) != _origins(before)
        for outlet in outlets:
            mend(store, replace(UNDO, id=f"not {outlet}", undoes=outlet))
        assert kept_trace(store) == before


def _origins(trace: Trace) -> list[object]:
    return [claim.origins for claim in trace.claims]


def test_entities_that_are_joined_are_so_in_stories_that_nobody_touched(tmp_path: Path) -> None:
    _, _, before = whole(tmp_path)
    with Store.open(tmp_path / "whole.duckdb") as store:
        of = {(one.article, one.actor): one.entity for one in before}
        assert of["people-0", "a1"] == of["people-1", "a1"] != of["denies", "a2"]
        mend(store, made(store, "same_entity", "actor", ("people-1", "a1"), ("denies", "a2")))
        now = {(one.article, one.actor): one.entity for one in kept_entities(store)[1]}
        assert now["people-0", "a1"] == now["people-1", "a1"] == now["denies", "a2"]
        # the article of one of them is read again without it: the other is alone again
        gone = store.reading("denies")
        store.add([replace(gone, actors=gone.actors[:1], statements=(), contacts=(), positions=())], read_by="other")
        update_trace(store)
        joined = kept_entities(store)
    with Store.open(tmp_path / "never.duckdb") as store:
        readings = [r for r in everything() if r.article.id != "denies"]
        store.add([*readings, replace(gone, actors=gone.actors[:1], statements=(), contacts=(), positions=())])
        update_trace(store)
        assert (joined[0], sorted(joined[1], key=str)) == state(store)[1:]


@pytest.mark.parametrize("where", ["correct", "bring_up_to_date", "remember"])
def test_a_correction_is_kept_with_all_that_it_changes_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, where: str
) -> None:
    before = whole(tmp_path)
    with Store.open(tmp_path / "whole.duckdb") as store:
        correction = made(store, "wrong", "statement", ("wire", "s1"))

        def stopped(*_: object, **__: object) -> None:
            if where == "correct":
                correct(store, correction)
            raise KeyboardInterrupt

        with monkeypatch.context() as patch:
            patch.setattr(updating, where, stopped)
            with pytest.raises(KeyboardInterrupt):
                mend(store, correction)
        assert corrections.corrections(store) == ()
        assert untraced(store) == []
        assert state(store) == before
        mend(store, correction)  # and what the store knows of itself is as it was
        assert [m.correction.id for m in corrections.corrections(store)] == ["k"]
        store.add([replace(store.reading("print"), notes=("again",))], read_by="another")
        assert "wire" not in {told.article for claim in update_trace(store).claims for told in claim.statements}


TRACES = """
import sys
from reportedly.records.codec import encode
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace
from reportedly.trace.updating import update_trace
from tests.trace.test_stability import everything
with Store.open(sys.argv[1]) as store:
    store.add(everything())
    print(encode(update_trace(store)), kept_entities(store))
"""


def test_hash_seeds_change_nothing(tmp_path: Path, root: Path) -> None:
    found = [
        subprocess.run(
            [sys.executable, "-c", TRACES, str(tmp_path / f"{seed}.duckdb")],
            env={**os.environ, "PYTHONHASHSEED": seed}, cwd=root, capture_output=True, check=True, text=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip
    assert found[0] == found[1]
    assert len(found[0]) > 1000
