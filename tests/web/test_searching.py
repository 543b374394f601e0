"""Search: with words and without, by story and outlet, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from fastapi.testclient import TestClient

from reportedly.records import Act, Story, Trace
from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from tests.render.markup import parse
from tests.web.desks import HERE, opened, says


@pytest.fixture
def sheep(tmp_path: Path) -> Iterator[TestClient]:
    """A desk of 60 articles of two outlets in two stories."""
    readings = [says(n, f"2031-03-{n % 28 + 1:02}", outlet="The Lantern" if n % 3 else "Pryzma") for n in range(60)]
    ids = [reading.article.id for reading in readings]
    stories = (
        Story(id="st-1", headline="Sheep in the valley", articles=tuple(ids[:40])),
        Story(id="st-2", headline="Sheep on the hill", articles=tuple(ids[40:])),
    )
    with Store.open(tmp_path / "sheep.duckdb") as store:
        store.add(readings)
        keep_trace(store, Trace(stories=stories))
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            yield client


def counts(found: dict[str, Any], name: str) -> dict[str, int]:
    (facet,) = (facet for facet in found["facets"] if facet["name"] == name)
    return {count["label"] or count["value"]: count["statements"] for count in facet["counts"]}


def test_statements_are_told_apart_by_story(sheep: TestClient) -> None:
    found = sheep.get("/search.json?q=sheep").json()
    assert counts(found, "story") == {"Sheep in the valley": 40, "Sheep on the hill": 20}
    page = parse(sheep.get("/search?q=sheep").text)
    link = next(link for link in page.all(tag="a") if link.text == "Sheep on the hill").attributes["href"]
    narrow = parse(sheep.get(link).text)
    assert narrow.one(tag="h1").text.startswith("20 statements")
    away = next(link for link in narrow.all(tag="a") if link.text == "× Sheep on the hill").attributes["href"]
    assert parse_qs(urlsplit(away).query) == {"q": ["sheep"]}


@pytest.mark.parametrize(
    ("query", "total"),
    [("outlet=Pryzma", 20), ("story=st-2", 20), ("story=st-2&outlet=Pryzma", 6), ("sourcing=on_record", 60),
     ("since=2031-03-28", 2), ("speaker=Ada+Renn", 60), ("outlet=Nobody", 0), ("story=none", 0), ("act=deny", 0)],
)  # fmt: skip
def test_words_are_not_needed(sheep: TestClient, query: str, total: int) -> None:
    found = sheep.get(f"/search.json?{query}").json()
    assert found["cut"]["total"] == total
    page = parse(sheep.get(f"/search?{query}").text)
    assert page.one(tag="h1").text.startswith(f"{total} statement")
    assert ("Nothing was found" in page.one(tag="main").text) is (total == 0)


@pytest.mark.parametrize(("act", "marks"), [("say", []), ("deny", ["denies"])])
def test_what_is_denied_is_not_shown_as_said(tmp_path: Path, act: Act, marks: list[str]) -> None:
    said = says(1, "2031-03-01")
    told = replace(said, statements=tuple(replace(one, act=act) for one in said.statements))
    with opened(tmp_path, [told]) as client:
        page = parse(client.get("/search?q=sheep").text)
        assert [mark.text for mark in page.all(tag="strong") if mark.text == "denies"] == marks


def test_statements_are_told_apart_by_month(tmp_path: Path) -> None:
    days = ("2031-03-01", "2031-05-02", "2031-05-09")
    with opened(tmp_path, [says(n, day) for n, day in enumerate(days)]) as client:
        assert list(counts(client.get("/search.json?q=sheep").json(), "month").items()) == [
            ("2031-05", 2), ("2031-03", 1),
        ]  # fmt: skip
        page = parse(client.get("/search?q=sheep").text)
        link = next(link for link in page.all(tag="a") if link.text == "May 2031").attributes["href"]
        narrow = parse(client.get(link).text)
        assert narrow.one(tag="h1").text.startswith("2 statements")
        away = next(link for link in narrow.all(tag="a") if link.text == "× 2031-05").attributes["href"]
        assert parse_qs(urlsplit(away).query) == {"q": ["sheep"]}


def test_without_anything_to_go_by_nothing_is_found(sheep: TestClient) -> None:
    assert sheep.get("/search.json").json()["cut"]["total"] == 0
    assert parse(sheep.get("/search").text).one(tag="h1").text == "Search"


def test_every_hit_is_on_one_page_and_totals_stay_past_the_last(sheep: TestClient) -> None:
    found = sheep.get("/search.json?q=sheep").json()
    first = [hit["article"] for hit in found["hits"]]
    rest = sheep.get(found["cut"]["next"]).json()
    assert len({*first, *(hit["article"] for hit in rest["hits"])}) == 60
    assert rest["cut"]["next"] is None
    beyond = sheep.get("/search.json?q=sheep&page=9").json()
    assert (beyond["hits"], beyond["cut"]["total"]) == ([], 60)
    assert parse_qs(urlsplit(beyond["cut"]["previous"]).query)["page"] == ["2"]


def test_a_search_leads_to_people_and_headlines_too(tmp_path: Path) -> None:
    readings = [says(1, "2031-03-01"), says(2, "2031-03-02"), says(3, "2031-03-02", speaker="Tom Vale")]
    with opened(tmp_path, readings) as client:
        found = client.get("/search.json?q=ada").json()
        assert [(one["name"], one["articles"]) for one in found["people"]] == [("Ada Renn", 2)]
        assert found["headlines"] == []
        page = parse(client.get("/search?q=Ada").text)
        link = next(link for link in page.all(tag="a") if link.text == "Ada Renn").attributes["href"]
        assert parse(client.get(link).text).one(tag="h1").text == "Ada Renn"
        assert client.get("/search.json?q=ada&page=2").json()["people"] == []
        assert client.get("/search.json?q=ada&act=say").json()["people"] == []


@pytest.mark.parametrize(
    ("q", "found"), [("policies", 1), ("Policy reports", 1), ("ports", 0), ("élan report", 1), ("nothing", 0)]
)
def test_headlines_are_found_by_the_beginnings_of_their_words(tmp_path: Path, q: str, found: int) -> None:
    reading = says(1, "2031-03-01")
    reading = replace(reading, article=replace(reading.article, title="Policies of élan, reported (again)"))
    with opened(tmp_path, [reading]) as client:
        answer = client.get("/search.json", params={"q": q}).json()
        assert [one["title"] for one in answer["headlines"]] == [reading.article.title] * found
        page = parse(client.get("/search", params={"q": q}).text).one(of_class="none").text
        assert page.startswith("No statement has" if found else "Nothing was found")


def test_an_article_is_found_by_words_that_stand_in_no_statement(tmp_path: Path) -> None:
    readings = [says(number, f"2031-03-0{number}") for number in range(1, 8)]
    text = readings[0].article.text + " Eleven gulls were killed."
    article = replace(readings[0].article, text=text)
    with opened(tmp_path, [replace(readings[0], article=article), *readings[1:]]) as client:
        found = client.get("/search.json?q=kill gulls").json()
        assert (found["hits"], found["texts"]["total"]) == ([], 1)
        assert [one["article"] for one in found["texts"]["newest"]] == [article.id]
        page = parse(client.get("/search?q=kill+gulls").text)
        assert page.one(of_class="none").text.startswith("No statement has")
        assert client.get("/search.json?q=kills gull&act=say").json()["texts"]["total"] == 0
        assert client.get("/search.json?q=gullible").json()["texts"]["total"] == 0
