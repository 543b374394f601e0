"""Whatever stands in an address, the answer is a page or a refusal in the one shape, and never a fault of ours."""

from __future__ import annotations

import re
from itertools import product
from typing import Any

import pytest
from fastapi.testclient import TestClient

from tests.render.markup import parse

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


@pytest.mark.parametrize(
    ("address", "says", "where", "do"),
    [
        ("/contacts.json?since=5 May 2025", "'5 May 2025' cannot be understood", "since", "write it as 2025-04-24"),
        ("/contacts.json?month=May", "'May' cannot be understood", "month", "write it as 2025-04"),
        ("/contacts.json?kind=party", "'party' is none of those that there are", "kind", "give one of 'meeting'"),
        ("/entities/e-1.json?list=bogus", "'bogus' is none of those that there are", "list", "give one of 'said'"),
        ("/stories.json?page=two", "'two' is no whole number", "page", "see /api"),
        ("/stories.json?page=0", "this is too small a number", "page", "give 1 at least"),
        (f"/search.json?q={'x' * 401}", "this is too long", "q", "at most 400 characters"),
    ],
)
def test_what_was_asked_wrongly_is_said_in_plain_words(
    client: TestClient, address: str, says: str, where: str, do: str
) -> None:
    error = client.get(address).json()["error"]
    assert (error["says"], error["where"]) == (says, where)
    assert do in error["do"]


def test_a_browser_asks_for_another_day_before_the_form_is_sent(client: TestClient) -> None:
    for address in ("/contacts", "/stories", "/positions", "/search?q=posts"):
        fields = list(parse(client.get(address).text).all(tag="input"))
        days = [field for field in fields if field.attributes.get("name") in ("since", "until")]
        assert len(days) == 2
        for field in days:
            form = field.attributes["pattern"] or ""
            assert re.fullmatch(form, "2025-04")
            assert not re.fullmatch(form, "5 May 2025")


@pytest.mark.parametrize(
    ("article", "says", "do"),
    [
        ({}, "there is no text", 'give the words as "text", or a page as "html"'),
        ({"text": "The port closes.", "published": "May"}, "'May' is not an", 'mend "published", or leave it out'),
    ],
)
def test_an_article_that_is_none_is_refused_in_the_one_shape(
    client: TestClient, article: dict[str, str], says: str, do: str
) -> None:
    error = client.post("/articles.json", json=article).json()["error"]
    assert error["says"].startswith(says)
    assert (error["where"], error["do"]) == ("the article", do)
