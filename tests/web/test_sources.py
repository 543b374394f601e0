"""Sources and failures: on what outlets rest, what they have themselves, and from whom the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from reportedly.records import Failure, Reading
from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render import traced
from tests.render.markup import parse
from tests.web.desks import HERE, says
from tests.web.test_access import form_token


@pytest.fixture
def copied(tmp_path: Path) -> Iterator[TestClient]:
    """The traced story, with an excerpt of which one statement of two stands in the passage, and agency copy."""
    readings = traced.readings()
    cites = readings["cites"]
    relay = replace(cites.actors[1], kind="outlet")
    readings["cites"] = replace(cites, actors=(cites.actors[0], relay))
    supplied = says(1, "2031-05-03", outlet="Post")
    readings["supplied"] = replace(supplied, article=replace(supplied.article, wires=("Meridian Wire", "Post")))
    made = traced.trace().derivations
    passage = (readings["wire"].article.span(0, 20), readings["denies"].article.span(0, 20))
    excerpt = replace(made[0], to="denies", kind="excerpt", credited=False, evidence=(passage,))
    own = replace(made[0], to="wire", from_="own")
    readings["own"] = says(2, "2031-05-01", outlet="Meridian Wire")
    readings["own"] = _named(readings["own"], "own")
    later = says(3, "2031-05-04", outlet="Post")
    with Store.open(tmp_path / "copied.duckdb") as store:
        store.add([*readings.values(), later])
        keep_trace(store, replace(traced.trace(), derivations=(*made, excerpt, own)))
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            yield client


def _named(reading: Reading, id: str) -> Reading:
    return replace(reading, article=replace(reading.article, id=id))


def outlets(client: TestClient, query: str = "") -> dict[str, dict[str, Any]]:
    return {row["outlet"]: row for row in client.get(f"/sources.json{query}").json()["outlets"]}


def test_own_reporting_is_what_came_through_nobody_and_stands_in_no_copy(copied: TestClient) -> None:
    rows = outlets(copied)
    assert {name: (row["own"], row["statements"]) for name, row in rows.items()} == {
        "Meridian Wire": (2, 2),  # what it made of its own earlier article is its own
        "The Lantern": (0, 1),  # a reprint
        "Pryzma": (0, 1),  # a rewrite
        "Channel 6": (0, 1),  # through another outlet
        "Post": (1, 3),  # one in a passage that was taken, one of an agency's copy
    }
    page = parse(copied.get("/sources?sort=own").text)
    (head,) = (cell for cell in page.all(tag="th") if cell.attributes.get("aria-sort"))
    assert (head.text, head.attributes["aria-sort"]) == ("Its own reporting", "descending")
    row = next(row for row in page.all(tag="tr") if row.text.startswith("Post"))
    assert next(cell.text for cell in row.all(tag="td") if cell.attributes["data-name"] == "own reporting") == "33 %"


def test_it_is_told_what_outlets_have_from_agencies(copied: TestClient) -> None:
    counts = {name: (row["from_agencies"], row["statements"]) for name, row in outlets(copied).items()}
    assert counts == {
        "Meridian Wire": (0, 2),  # an agency, as an article credits it: its own copy is from no other
        "The Lantern": (1, 1),  # a reprint of its article
        "Pryzma": (1, 1),  # a rewrite
        "Channel 6": (0, 1),  # through a newspaper
        "Post": (2, 3),  # one in a passage that was taken, one in copy that it credits
    }
    row = next(row for row in parse(copied.get("/sources").text).all(tag="tr") if row.text.startswith("Post"))
    assert next(cell.text for cell in row.all(tag="td") if cell.attributes["data-name"] == "from agencies") == "67 %"
    token = form_token(copied.get("/correct?about=outlet&outlet=Meridian+Wire").text)
    for what, left in (("no", 0), ("yes", 2)):
        fields = {"what": "agency", "outlet": "Meridian Wire", "agency": what, "form_token": token}
        assert copied.post("/correct", data=fields).status_code == 200
        assert outlets(copied)["Post"]["from_agencies"] == left


def test_it_is_told_from_whom_articles_were_made(copied: TestClient) -> None:
    rows = outlets(copied)
    assert (rows["Pryzma"]["taken"], rows["Pryzma"]["uncredited"]) == (1, 1)
    assert rows["Pryzma"]["lenders"] == [{"outlet": "Meridian Wire", "articles": 1}]
    assert (rows["Meridian Wire"]["taken"], rows["Meridian Wire"]["lenders"]) == (0, [])
    row = next(row for row in parse(copied.get("/sources").text).all(tag="tr") if row.text.startswith("Pryzma"))
    assert "of Meridian Wire 1" in row.text


@pytest.mark.parametrize(
    ("sort", "by"),
    [("statements", lambda row: -row["statements"]), ("articles", lambda row: -row["articles"]),
     ("unnamed", lambda row: -row["unnamed"] / row["statements"]), ("own", lambda row: -row["own"] / row["statements"]),
     ("on-record", lambda row: -row["on_record"] / row["statements"]), ("outlet", lambda row: row["outlet"].lower()),
     ("through", lambda row: -row["through_others"] / row["statements"]),
     ("agencies", lambda row: -row["from_agencies"] / row["statements"]), ("taken", lambda row: -row["taken"])],
)  # fmt: skip
def test_the_outlets_come_in_the_order_that_is_asked_for(copied: TestClient, sort: str, by: Any) -> None:
    rows = list(outlets(copied, f"?sort={sort}").values())
    assert rows == sorted(rows, key=by)
    assert len({by(row) for row in rows}) > 1  # an order of all alike would prove nothing


def test_shares_lead_to_the_statements(copied: TestClient) -> None:
    page = parse(copied.get("/sources").text)
    links = [link.attributes["href"] for link in page.all(tag="a") if "sourcing=unnamed" in link.attributes["href"]]
    assert links
    for link in links:
        found = copied.get(link.replace("/search?", "/search.json?")).json()
        outlet = outlets(copied)[found["sought"]["outlet"]]
        assert found["cut"]["total"] == outlet["unnamed"]


def test_a_failure_says_by_which_reader(store: Store, client: TestClient) -> None:
    store.add([Failure(id=None, source="a.txt", reason="no text")], read_by="reader 9.9")
    row = next(parse(client.get("/failures").text).all(tag="li"))
    assert "no text · read by reader 9.9" in row.text
