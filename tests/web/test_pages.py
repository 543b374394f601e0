"""Every page with its twin, what is not there, and what wants to do harm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from time import monotonic
from typing import Any
from urllib.parse import quote, urljoin

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import decode, encode
from reportedly.store.database import Store
from reportedly.store.traced import kept_trace
from reportedly.store.tracing import keep_trace
from reportedly.web import addresses
from reportedly.web.app import make_app
from reportedly.web.claims import COMPARED, compared
from reportedly.web.desk import Desk
from tests.byhand import small_reading
from tests.render import traced
from tests.render.markup import parse

HERE = "http://localhost"
LISTS = ("/", "/stories", "/entities", "/contacts", "/positions", "/sources", "/failures", "/search?q=posts")


@pytest.mark.parametrize("address", LISTS)
def test_each_list_has_a_twin(client: TestClient, address: str) -> None:
    path, _, query = address.partition("?")
    page, twin = client.get(address), client.get(f"{path if path != '/' else '/today'}.json?{query}")
    assert (page.status_code, twin.status_code) == (200, 200)
    assert page.headers["content-type"].startswith("text/html")
    assert isinstance(twin.json(), dict)


@pytest.mark.parametrize("address", LISTS)
def test_an_empty_store_has_every_list(tmp_path: Path, address: str) -> None:
    with (
        Store.open(tmp_path / "empty.duckdb") as store,
        TestClient(make_app(Desk(store)), base_url=HERE) as client,
    ):
        assert client.get(address).status_code == 200


def test_a_story_is_its_trace_document(client: TestClient, store: Store) -> None:
    assert client.get("/stories/st-01.json").json() == {**encode(kept_trace(store)), "turns": []}
    page = client.get("/stories/st-01").text
    for claim in traced.trace().claims:
        assert f'href="/claims/{claim.id}"' in page
    assert 'href="/articles/wire' in page


def test_a_claim_shows_every_wording_and_what_changed(client: TestClient) -> None:
    claim = next(claim for claim in traced.trace().claims if claim.variants)
    assert client.get(f"/claims/{claim.id}.json").json() == {"story": "st-01", "claim": encode(claim)}
    page = client.get(f"/claims/{claim.id}").text
    assert "first: Meridian Wire on 2 May 2031, 14:10 UTC" in page
    assert "<ins>seven</ins>" in page
    row = next(row for row in parse(page).all(tag="tr") if "Pryzma" in row.text)
    assert row.one(tag="del").text == "without: five;"
    assert "Changes it: another number" in page
    assert "1 retelling changed it" in page


@pytest.mark.parametrize(
    "address",
    [*LISTS, "/stories/st-01", "/claims/c-closed", "/claims/c-denied", *(f"/articles/{id}" for id in traced.TEXTS)],
)
def test_what_leads_to_a_place_on_the_page_finds_it(client: TestClient, address: str) -> None:
    page = parse(client.get(address).text)
    ids = {element.attributes.get("id") for element in page.all()}
    links = [element.attributes.get("href", "") for element in page.all(tag="a")]
    assert not [link for link in links if link.startswith("#") and link[1:] not in ids]
    assert address not in [link for link in links if link.startswith("/claims/")]


def test_a_claim_leads_to_its_articles_and_to_what_contradicts_it(client: TestClient) -> None:
    page = parse(client.get("/claims/c-denied").text)
    assert page.one(of_class="against").one(tag="a").attributes["href"] == "/claims/c-closed"
    step = next(page.all(of_class="step"))
    assert step.one(tag="a").attributes["href"] == "/articles/denies"


@given(st.text(alphabet="aB .,’-\n", max_size=60), st.text(alphabet="ab .,’-\n", max_size=60))
def test_the_pieces_of_a_comparison_join_to_the_words(words: str, others: str) -> None:
    pieces = compared(words, others) or ()
    assert "".join(piece for piece, kind in pieces if kind != "dropped") == words
    assert all(piece in others for piece, kind in pieces if kind == "dropped")
    assert {kind for _, kind in compared(words, words.upper()) or ()} <= {"same"}


def test_only_words_are_marked_as_new_or_dropped() -> None:
    assert compared("It may close seven posts", "it may soon close five posts") == (
        ("It may", "same"), ("soon", "dropped"), (" ", "same"), ("close", "same"), ("five", "dropped"), (" ", "same"),
        ("seven", "new"), (" ", "same"), ("posts", "same"),
    )  # fmt: skip


def test_comparing_ends_soon_however_long_and_alike_the_words_are() -> None:
    began = monotonic()
    told_otherwise = compared("the talks were scheduled", "The ministers are due to meet in the valley") or ()
    assert {kind for _, kind in told_otherwise} == {"same", "new"}  # what else the others had would drown it
    assert compared("one two " * 1500, "two one one " * 1000) is None
    assert compared("one two " * (COMPARED // 2 - 1), "two one one " * (COMPARED // 3 - 1)) is not None
    assert monotonic() - began < 3


def test_words_side_by_side_lead_to_their_articles(client: TestClient) -> None:
    story = parse(client.get("/stories/st-01").text)
    passages = [link for side in story.one(of_class="held").all(of_class="sides") for link in side.all(tag="a")]
    starts = [span.start for made in traced.trace().derivations for pair in made.evidence for span in pair]
    assert [link.attributes["href"].partition("?at=")[2] for link in passages] == [str(start) for start in starts]
    claim = parse(client.get("/claims/c-closed").text)
    links = [link.attributes["href"] for link in claim.one(of_class="variant").all(tag="a")]
    five, seven = (traced.TEXTS[id][2].index(word) for id, word in (("wire", "five"), ("twist", "seven")))
    assert {f"/articles/wire?at={five}", f"/articles/twist?at={seven}"} <= set(links)


def test_an_article_is_its_reading_document(client: TestClient) -> None:
    row = client.get("/articles/twist.json").json()
    known = row.pop("known")
    assert decode(row) == traced.readings()["twist"]
    assert known["story"] == {"id": "st-01", "headline": "Posts may close", "articles": 5}
    page = client.get("/articles/twist").text
    assert 'data-of="1"' in page
    assert 'href="/stories/st-01"' in page


@pytest.mark.parametrize("ids", list(permutations(("wire", "wire.json", "wire.json.json", "wire.json.html"), 2)))
def test_articles_whose_ids_end_like_a_twin_all_have_a_page_and_a_twin(tmp_path: Path, ids: tuple[str, ...]) -> None:
    own = traced.readings()["wire"]
    with Store.open(tmp_path / "twins.duckdb") as store:
        store.add([replace(own, article=replace(own.article, id=id, outlet=id, title=f"Of {id}")) for id in ids])
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            for id in ids:
                page, twin = client.get(addresses.article(id)), client.get(f"/articles/{id}.json")
                assert page.headers["content-type"].startswith("text/html"), id
                assert parse(page.text).one(tag="h1").text == f"Of {id}"
                assert twin.json()["article"]["id"] == id
                led = client.get(addresses.article_at(id, 3), follow_redirects=False)
                assert led.headers["location"] == f"{addresses.article(id)}#as1"


@pytest.mark.parametrize("id", [".", "..", "...html", "../wire"])
def test_an_id_that_browsers_take_for_a_folder_above_has_a_page(tmp_path: Path, id: str) -> None:
    own = traced.readings()["wire"]
    with Store.open(tmp_path / "dots.duckdb") as store:
        store.add([replace(own, article=replace(own.article, id=id))])
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            assert urljoin(f"{HERE}/stories", addresses.article(id)) == f"{HERE}{addresses.article(id)}"
            assert parse(client.get(addresses.article(id)).text).one(tag="h1").text == own.article.title
            assert client.get(f"{addresses.article(id)}.json".replace(".html.json", ".json")).status_code == 200


def test_an_id_that_ends_like_a_twin_is_a_page_where_nothing_else_is_meant(client: TestClient, store: Store) -> None:
    own = traced.readings()["wire"]
    store.add([replace(own, article=replace(own.article, id="feed/wire.json", outlet="Feed"))])
    assert client.get("/articles/feed%2Fwire.json").headers["content-type"].startswith("text/html")
    assert client.get("/articles/feed%2Fwire.json.json").json()["article"]["id"] == "feed/wire.json"


def test_words_lead_to_the_statement_that_has_them(client: TestClient) -> None:
    start = traced.TEXTS["wire"][2].index("close")
    response = client.get(f"/articles/wire?at={start}", follow_redirects=False)
    assert response.headers["location"] == "/articles/wire#as1"


@pytest.mark.parametrize("address", ["/stories/x", "/claims/x", "/articles/x/y", "/entities/x"])
def test_what_is_not_there_is_told_on_the_page_and_in_the_twin(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert "there is no such" in client.get(address).text
    error = client.get(f"{address}.json").json()["error"]
    assert error["status"] == 404
    assert "there is no such" in error["says"]


@pytest.mark.parametrize(
    "address", ["/stories.json?since=May", "/search.json?q=x&until=2025-13", "/stories.json?page=0"]
)
def test_what_cannot_be_asked_is_refused_in_one_shape(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 400
    assert response.json()["error"]["status"] == 400
    assert response.json()["error"]["says"]


HOSTILE = "<script>alert(1)</script>\u202e\"'><img src=x onerror=alert(1)>"


@pytest.fixture
def hostile(tmp_path: Path) -> Iterator[TestClient]:
    """A desk of an article that wants to do harm in every field."""
    reading = small_reading()
    text = f"{HOSTILE} {reading.article.text}"
    article = Article.of(
        text, id=f"a/b?#{HOSTILE}", outlet=HOSTILE, title=HOSTILE, url="javascript:alert(1)", published="2031-03-14"
    )
    own = replace(traced.readings()["wire"], article=replace(traced.readings()["wire"].article, title=HOSTILE))
    with Store.open(tmp_path / "hostile.duckdb") as store:
        store.add([Reading(article=article), own, Failure(id=None, source=HOSTILE, reason=HOSTILE)])
        story = replace(traced.trace().stories[0], headline=HOSTILE, articles=("wire",))
        keep_trace(store, replace(traced.trace(), stories=(story,), claims=(), derivations=()))
        with TestClient(make_app(Desk(store)), base_url=HERE) as client:
            yield client


@pytest.mark.parametrize(
    "address",
    [*LISTS, "/stories/st-01", "/articles/wire", f"/articles/{quote('a/b?#' + HOSTILE, safe='')}",
     f"/search?q={quote(HOSTILE)}", f"/stories?q={quote(HOSTILE)}&outlet={quote(HOSTILE)}"],
)  # fmt: skip
def test_nothing_that_an_article_says_is_carried_out(hostile: TestClient, address: str) -> None:
    response = hostile.get(address)
    assert response.status_code == 200
    assert "<script>alert" not in response.text
    assert "<img" not in response.text
    assert "javascript:" not in response.text
    assert "\u202e" not in response.text


def test_a_search_counts_what_it_finds_and_can_be_narrowed(client: TestClient) -> None:
    whole: dict[str, Any] = client.get("/search.json?q=posts").json()
    by_outlet = next(facet["counts"] for facet in whole["facets"] if facet["name"] == "outlet")
    assert sum(count["statements"] for count in by_outlet) == whole["cut"]["total"] > 1
    narrow = client.get(f"/search.json?q=posts&outlet={quote(by_outlet[0]['value'])}").json()
    assert narrow["cut"]["total"] == by_outlet[0]["statements"]
    assert "<b>posts</b>" in client.get("/search?q=posts").text
