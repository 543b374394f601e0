from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient

from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render import traced
from tests.render.markup import parse
from tests.web.desks import HERE, meets, opened


def test_the_newest_stories_are_counted(client: TestClient) -> None:
    (story,) = client.get("/today.json").json()["stories"]
    assert story | {"first": None, "latest": None} == {
        "id": "st-01", "headline": "Posts may close", "articles": len(traced.TEXTS), "outlets": 5, "first": None,
        "latest": None, "claims": len(traced.trace().claims), "echoed": 0,
    }  # fmt: skip


def test_claims_of_many_outlets_and_one_origin_are_shown_with_it(store: Store) -> None:
    trace = traced.trace()
    single = replace(trace.claims[1], independent_origins=1, origins=trace.claims[1].origins[:1])
    keep_trace(store, replace(trace, claims=(trace.claims[0], single)))
    with TestClient(make_app(Desk(store)), base_url=HERE) as client:
        (claim,) = client.get("/today.json").json()["echoed"]
        assert (claim["id"], claim["outlets"], claim["kinds"]) == ("c-closed", 3, ["unnamed"])
        section = next(s for s in parse(client.get("/").text).all(tag="section") if "one origin" in s.text)
        assert 'href="/claims/c-closed"' in client.get("/").text
        assert "3 outlets · three officials, to Meridian Wire" in section.text  # the one that changes it not counted
        known = client.get("/articles/wire.json").json()["known"]["claims"]
        assert [one["outlets"] for one in known] == [3]
        assert "3 outlets" in client.get("/claims/c-closed").text


def test_what_was_only_declined_is_no_claim_that_many_tell(store: Store) -> None:
    trace = traced.trace()
    single = replace(trace.claims[1], independent_origins=1, origins=trace.claims[1].origins[:1])
    silent = [
        replace(one, statements=tuple(replace(s, status="declined") for s in one.statements))
        for one in traced.readings().values()
    ]
    store.add(silent, read_by="another")
    keep_trace(store, replace(trace, claims=(trace.claims[0], single)))
    with TestClient(make_app(Desk(store)), base_url=HERE) as client:
        assert client.get("/today.json").json()["echoed"] == []
        assert parse(client.get("/claims/c-closed").text).one(of_class="line").text.startswith("declined · ")


def test_a_contact_that_several_tell_stands_once_and_the_nearest_first(tmp_path: Path) -> None:
    readings = [
        meets(1, "2031-05-20"), meets(2, "2031-05-20", parties=("Tom Vale", "Ada Renn"), outlet="Pryzma"),
        meets(3, "2031-05-02", kind="call"), meets(4, "2031-04-30", kind="visit"),
        meets(5, "2031-05-21", status="cancelled"), meets(6, None, kind="talks"),
        meets(7, "2031-04-28", to="2031-05-05", kind="summit"),
    ]  # fmt: skip
    with opened(tmp_path, readings) as client:
        planned = client.get("/today.json?day=2031-05-01").json()["planned"]
        assert [(row["kind"], len(row["tellers"])) for row in planned] == [("summit", 1), ("call", 1), ("meeting", 2)]
        section = parse(client.get("/?day=2031-05-01").text).one(of_class="columns").text
        assert section.count("told by 2") == 1


def test_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    response = client.get("/")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "http" not in response.text.replace("http-equiv", "")
