"""Whatever stands in an address, the answer is a page or a refusal in the one shape, and never a fault of ours."""

from __future__ import annotations

from itertools import product
from typing import Any

import pytest
from fastapi.testclient import TestClient

DAYS = ("0", "-1", "0000-01-01", "0001-01-01", "9999-12-31", "9999", "9999-12", "99999-01-01", "2031-02-30", "1e309",
        "253402300800", "١٢٣٤-٠١-٠١", "2031-02-28T25:00")  # fmt: skip
MONTHS = ("0000-01", "0001-01", "9999-12", "2031-00", "2031-13", "-001-01", "2031", "2999-12", "1000-01")
NUMBERS = ("0", "-1", "1", "1000000", "1000001", "9" * 40, "1.5", "x", "1e3", "٣")
ANY = {"page": NUMBERS, "at": NUMBERS, "since": DAYS, "until": DAYS, "day": DAYS, "month": MONTHS}


def parameters(client: TestClient) -> list[tuple[str, str]]:
    """Each address with each of its parameters that is a number or a day, in the twin."""
    paths: dict[str, Any] = client.get("/openapi.json").json()["paths"]
    return [
        (path.replace("{id}", "e-1"), parameter["name"])
        for path, ways in paths.items()
        for parameter in ways.get("get", {}).get("parameters", ())
        if parameter["name"] in ANY
    ]


def test_no_number_and_no_day_is_too_much(client: TestClient) -> None:
    named = parameters(client)
    assert {name for _, name in named} >= {"page", "since", "until", "day", "month"}
    for path, name in named:
        for value, page in product((*ANY[name], ""), (False, True)):
            address = path.removesuffix(".json") if page else path
            response = client.get("/" if address == "/today" else address, params={name: value})
            assert response.status_code in (200, 400, 404), f"{address}?{name}={value}"
            if response.status_code == 400 and address.endswith((".json", ".jsonl")):
                assert response.json()["error"]["says"], f"{address}?{name}={value}"


@pytest.mark.parametrize("at", NUMBERS)
def test_no_place_in_an_article_is_too_much(client: TestClient, at: str) -> None:
    assert client.get(f"/articles/wire?at={at}").status_code in (200, 400)


@pytest.mark.parametrize("month", ["0000-01", "0001-01", "9999-12"])
def test_a_month_that_no_calendar_has_is_refused(client: TestClient, month: str) -> None:
    assert client.get(f"/contacts.json?month={month}").json()["error"]["status"] == 400


@pytest.mark.parametrize("day", ["0", "2031", "2031-02-30", "20310501"])
def test_a_day_is_a_day(client: TestClient, day: str) -> None:
    assert client.get(f"/today.json?day={day}").status_code == 400
