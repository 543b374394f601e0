"""The list of corrections: of a kind, by somebody, with the time, and whether they still apply to anything."""

from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from reportedly.records.correction import Correction, Spot, What
from reportedly.store.correcting import spot_of
from reportedly.store.corrections import correct
from reportedly.store.database import Store
from tests.render import traced
from tests.render.markup import parse


def spot(article: str, about: str, id: str) -> Spot:
    found = spot_of(traced.readings()[article], about, id)
    assert found is not None
    return found


def say(store: Store, id: str, what: What, *spots: Spot, by: str = "Ada", minute: int = 0, **fields: str) -> None:
    made = f"2031-05-03T09:{minute:02}:00Z"
    correct(store, Correction(id=id, what=what, spots=spots, by=by, made=made, **fields))


def some(store: Store) -> None:
    say(store, "k-1", "wrong", spot("wire", "statement", "s1"))
    say(store, "k-2", "owner", by="Bo", minute=1, outlet="Pryzma", value="Holdings")
    say(store, "k-3", "agency", by="Bo", minute=2, outlet="Nowhere Press", value="yes")
    say(store, "k-4", "same_entity", spot("wire", "actor", "a2"), spot("print", "actor", "a2"), minute=3)
    say(store, "k-5", "wrong", spot("twist", "statement", "s1"), by="Bo", minute=4)
    say(store, "k-6", "undo", minute=5, undoes="k-5")


def ids(client: TestClient, query: str = "") -> list[str]:
    return [row["correction"]["id"] for row in client.get(f"/corrections.json{query}").json()["rows"]]


def test_corrections_are_found_by_kind_and_by_whom(client: TestClient, store: Store) -> None:
    some(store)
    assert ids(client) == ["k-6", "k-5", "k-4", "k-3", "k-2", "k-1"]
    assert ids(client, "?what=wrong&by=") == ["k-5", "k-1"]
    assert ids(client, "?by=Bo") == ["k-5", "k-3", "k-2"]
    assert ids(client, "?by=Bo&what=wrong") == ["k-5"]
    assert client.get("/corrections.json?what=nonsense").status_code == 400
    found = client.get("/corrections.json").json()
    assert {kind["value"]: kind["corrections"] for kind in found["people"]} == {"Ada": 3, "Bo": 3}
    assert found["kinds"][0] == {"value": "wrong", "corrections": 2}
    page = parse(client.get("/corrections?by=Bo").text)
    chosen = [option.text for option in page.all(tag="option") if "selected" in option.attributes]
    assert chosen == ["Bo (3)"]
    assert "None of these" in client.get("/corrections?by=Nobody").text


def test_each_shows_when_it_was_made_and_what_was_undone(client: TestClient, store: Store) -> None:
    some(store)
    page = parse(client.get("/corrections").text)
    rows = {row.attributes["id"]: row for row in page.all(tag="li") if row.attributes.get("id")}
    assert "Saturday 3 May 2031, 09:01 UTC" in rows["k-2"].text
    assert "Undone: statement “Valdoria may close seven posts” is none" in rows["k-6"].text
    assert "undone" in rows["k-5"].text
    assert list(rows["k-6"].all(tag="button")) == []


def test_one_whose_subject_is_gone_is_marked(client: TestClient, store: Store) -> None:
    some(store)
    say(store, "k-7", "wrong", spot("denies", "statement", "s1"), minute=6)
    rows = {row["correction"]["id"]: row for row in client.get("/corrections.json").json()["rows"]}
    assert {id for id, row in rows.items() if not row["applies"]} == {"k-3"}  # of an outlet that is not held
    store.add([replace(traced.readings()["denies"], statements=())], read_by="a newer reader")
    changed = replace(traced.readings()["wire"], actors=traced.readings()["wire"].actors[:1], statements=())
    store.add([changed], read_by="a newer reader")
    client.app.state.desk._written += 1  # type: ignore[attr-defined]  # as if the desk had written it
    rows = {row["correction"]["id"]: row for row in client.get("/corrections.json").json()["rows"]}
    assert {id for id, row in rows.items() if not row["applies"]} == {"k-1", "k-3", "k-4", "k-7"}
    assert all(row["counts"] for id, row in rows.items() if id != "k-5")
    page = parse(client.get("/corrections").text)
    marked = {row.attributes["id"] for row in page.all(tag="li") if "applies to nothing" in row.text}
    assert marked == {"k-1", "k-3", "k-4", "k-7"}


def test_many_are_paged(client: TestClient, store: Store) -> None:
    for number in range(60):
        say(store, f"k-{number}", "owner", by=f"Editor {number % 2}", outlet="Pryzma", value=f"Holding {number}")
    found = client.get("/corrections.json?by=Editor+1").json()
    assert found["cut"]["total"] == 30
    found = client.get("/corrections.json").json()
    rest = client.get(found["cut"]["next"]).json()
    assert (len(found["rows"]), len(rest["rows"]), rest["cut"]["next"]) == (50, 10, None)


def test_hostile_names_and_reasons_are_inert(client: TestClient, store: Store) -> None:
    hostile = "<script>alert(1)</script>\u202e"
    say(store, "k-1", "owner", by=hostile, outlet="Pryzma", value=hostile, why=hostile)
    text = client.get("/corrections").text
    assert "<script>alert" not in text
    assert "\u202e" not in text
    assert ids(client, "?by=%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE") == ["k-1"]
