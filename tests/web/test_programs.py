"""The API is as its own description says, and gives everything in bulk."""

from __future__ import annotations

import json
from typing import Any

import pytest
import schemathesis
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import positive_data_acceptance

from reportedly.records.codec import encode, parse_line
from reportedly.store.database import Store
from reportedly.store.traced import kept_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render import traced


def test_all_readings_come_a_line_each(client: TestClient) -> None:
    lines = client.get("/readings.jsonl").text.splitlines()
    assert [parse_line(line) for line in lines] == list(traced.readings().values())
    some = client.get("/readings.jsonl?outlet=lantern").text.splitlines()
    assert [json.loads(line)["article"]["id"] for line in some] == ["print"]
    assert client.get("/readings.jsonl?since=2032").text == ""


def test_all_statements_and_claims_come_a_line_each(client: TestClient, store: Store) -> None:
    statements = [json.loads(line) for line in client.get("/statements.jsonl").text.splitlines()]
    assert {row["article"] for row in statements} == set(traced.TEXTS)
    claims = [json.loads(line) for line in client.get("/claims.jsonl").text.splitlines()]
    assert claims == [{"story": "st-01", **encode(claim)} for claim in kept_trace(store).claims]


@pytest.mark.parametrize(
    ("query", "ids"),
    [("outlet=lantern", ["c-closed"]), ("outlet=post", ["c-denied"]), ("since=2032", []), ("until=2031-05-01", []),
     ("since=2031-05-02&until=2031&outlet=", ["c-denied", "c-closed"])],
)  # fmt: skip
def test_the_claims_of_an_outlet_or_of_days_are_those_told_there(
    client: TestClient, store: Store, query: str, ids: list[str]
) -> None:
    claims = [json.loads(line) for line in client.get(f"/claims.jsonl?{query}").text.splitlines()]
    whole = {claim.id: encode(claim) for claim in kept_trace(store).claims}
    assert claims == [{"story": "st-01", **whole[id]} for id in ids]


@pytest.mark.parametrize("name", ["readings", "statements", "claims"])
def test_a_day_that_is_none_is_refused_before_anything_is_sent(client: TestClient, name: str) -> None:
    assert client.get(f"/{name}.jsonl?since=May").status_code == 400


def test_the_page_for_programs_names_every_address(client: TestClient) -> None:
    page = client.get("/api").text
    for path in client.get("/openapi.json").json()["paths"]:
        assert path in page


def test_the_api_does_what_its_description_allows(store: Store) -> None:
    app = make_app(Desk(store))
    schema = schemathesis.openapi.from_asgi("/openapi.json", app, headers={"Host": "localhost"})
    asked = 0
    for result in schema.include(method="GET").get_all_operations():
        operation: Any = result.ok()  # type: ignore[union-attr]  # a description that is wrong fails here

        @given(case=operation.as_strategy())
        @settings(max_examples=8, deadline=None, suppress_health_check=list(HealthCheck), database=None)
        def holds(case: Any) -> None:
            # no pattern can say that April has no 31st
            case.call_and_validate(headers={"Host": "localhost"}, excluded_checks=[positive_data_acceptance])

        holds()
        asked += 1
    assert asked >= 15


def test_the_description_names_the_refusals_that_there_are(client: TestClient) -> None:
    described = client.get("/openapi.json").json()
    for path, ways in described["paths"].items():
        for way in ways.values():
            assert "422" not in way["responses"], path
            assert "400" in way["responses"], path
    assert "HTTPValidationError" not in described["components"]["schemas"]
    assert client.post("/articles.json", json={"text": ""}).status_code == 400
