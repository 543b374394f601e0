"""Adding from the page: what is sent is read in the background, and nothing else is."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from dataclasses import replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from threading import Event
from typing import Any, cast

import pytest
from fastapi.testclient import TestClient

from reportedly.adding import crew
from reportedly.reading.shipped import EncoderName
from reportedly.records import Article, Failure, Reading
from reportedly.records.feed import Watched
from reportedly.store.database import Store
from reportedly.store.feeds import watched_feeds
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from reportedly.web.jobs import AWAITED, Delivery, Jobs
from reportedly.web.watching import Watch
from tests.reading.server import serve
from tests.render.markup import parse
from tests.web.desks import says
from tests.web.test_access import form_token

TEXT = "The harbour will close for repairs in the spring, said the mayor, and the ferry will sail from the old pier."

NOW = datetime.now(UTC)
GERMAN = (
    "Der Hafen wird im Frühjahr wegen Reparaturen geschlossen, sagte der Bürgermeister am Montag, und die Fähre "
    "wird vom alten Anleger abfahren, wenn das Wetter es zulässt. Das hat der Rat mit großer Mehrheit beschlossen."
)


class Quick:
    """A reader that finds nothing, at once."""

    def __init__(self, encoder: EncoderName) -> None:
        self.encoder = encoder

    def read_all(self, articles: list[Article]) -> Iterator[Reading | Failure]:
        return (Reading(article=article) for article in articles)


@pytest.fixture
def client(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[TestClient]:
    monkeypatch.setattr(crew, "load_reader", Quick)
    app = make_app(Desk(store), allow_local=True)
    app.state.jobs = Jobs(app.state.desk, allow_local=True, processes=1)
    with TestClient(app, base_url="http://localhost") as client:
        yield client


def send(client: TestClient, address: str, fields: dict[str, str], files: object = None) -> str:
    """Sends a form of the page, waits until it is read, and gives the page of the delivery."""
    token = form_token(client.get("/add").text)
    response = client.post(address, data={**fields, "form_token": token}, files=files)  # type: ignore[arg-type]
    assert response.status_code == 200, response.text
    jobs: Jobs = client.app.state.jobs  # type: ignore[attr-defined]
    job = jobs.job(str(response.url).rpartition("/")[2])
    jobs.wait(job)
    return client.get(f"/add/{job.id}").text


def test_a_text_that_is_pasted_is_read_and_can_be_looked_at(client: TestClient, store: Store) -> None:
    page = send(client, "/add/text", {"text": TEXT, "outlet": "The Lantern", "published": "2031-03-14"})
    assert "1 article read" in page
    address = re.search(r'href="(/articles/[^"]+)"', page)
    assert address is not None
    assert "The harbour will close" in client.get(address[1]).text
    article = store.reading(store.article_ids()[-1]).article
    assert (article.outlet, article.published) == ("The Lantern", "2031-03-14")
    assert "1 there already" in send(client, "/add/text", {"text": TEXT, "outlet": "The Lantern"})


def test_the_reading_appears_where_the_article_was_sent(
    client: TestClient, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = says(1, "2031-03-01")

    class Finding(Quick):
        def read_all(self, articles: list[Article]) -> Iterator[Reading | Failure]:
            return (replace(told, article=replace(told.article, id=article.id)) for article in articles)

    monkeypatch.setattr(crew, "load_reader", Finding)
    page = parse(send(client, "/add/text", {"text": told.article.text, "outlet": "The Lantern"}))
    assert "1 statement" in page.one(tag="h2").text
    (row,) = page.one(of_class="beside").all(tag="li")
    assert "on record · The Lantern ‹ Ada Renn" in " ".join(row.text.split())
    assert row.one(tag="a").text in told.article.text
    assert client.get(row.one(tag="a").attributes["href"]).status_code == 200


def test_files_are_read_under_their_own_names(client: TestClient, store: Store) -> None:
    files = [
        ("files", ("../../etc/one.txt", TEXT.encode(), "text/plain")),
        ("files", ("two.jsonl", b'{"text": "Another harbour will open, said the mayor of the town."}\n{', "x/y")),
    ]
    page = send(client, "/add/files", {"outlet": "The Lantern"}, files)
    assert "2 articles read" in page
    assert "1 not read" in page
    assert "two.jsonl, line 2" in page
    assert "tmp" not in page
    sources = {source for (source,) in store.query("select source from given")}
    assert {"one.txt", "two.jsonl, line 1"} <= sources


def test_an_address_is_fetched_with_the_same_care_as_read_has(client: TestClient, store: Store) -> None:
    with serve() as site:
        url = site.page("/1", f"<html><title>T</title><body><article><p>{TEXT * 5}</p></article>".encode())
        assert "1 article read" in send(client, "/add/address", {"url": url})
        client.app.state.jobs = Jobs(client.app.state.desk)  # type: ignore[attr-defined]
        assert "loopback address" in send(client, "/add/address", {"url": site.url("/2")})


@pytest.mark.parametrize(
    ("address", "fields", "files", "status"),
    [
        ("/add/text", {"text": ""}, None, 400),
        ("/add/text", {"text": TEXT, "published": "May"}, None, 400),
        ("/add/text", {"text": GERMAN}, None, 400),
        ("/add/address", {"url": "file:///etc/passwd"}, None, 400),
        ("/add/files", {}, [("files", ("a.exe", b"MZ", "x/y"))], 400),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_reason(
    client: TestClient, store: Store, address: str, fields: dict[str, str], files: object, status: int
) -> None:
    before = store.article_ids()
    token = form_token(client.get("/add").text)
    response = client.post(address, data={**fields, "form_token": token}, files=files)  # type: ignore[arg-type]
    assert response.status_code == status
    assert store.article_ids() == before


def test_nothing_is_added_without_the_token_of_the_form(client: TestClient, store: Store) -> None:
    before = store.article_ids()
    assert client.post("/add/text", data={"text": TEXT}).status_code == 403
    assert store.article_ids() == before


def test_a_program_adds_an_article_and_gets_its_reading(client: TestClient) -> None:
    response = client.post("/articles.json", json={"text": TEXT, "outlet": "The Lantern"})
    assert response.status_code == 201
    assert response.json()["article"]["outlet"] == "The Lantern"
    assert client.post("/articles.json", json={"text": " "}).json()["error"]["status"] == 400
    cross = client.post("/articles.json", json={"text": TEXT}, headers={"Origin": "http://evil.example"})
    assert cross.status_code == 403


def test_feeds_are_watched_while_the_desk_is_open(client: TestClient, store: Store) -> None:
    item = f"<item><title>T</title><link>https://a.example/1</link><description>{TEXT * 10}</description></item>"
    feed = f"<rss><channel><title>The Lantern</title>{item}</channel></rss>".encode()
    app: Any = client.app
    with serve() as site:
        url = site.page("/rss", feed, "application/rss+xml")
        watch = Watch(app.state.desk, app.state.jobs, (url,), allow_local=True)
        watch.start()
        for _ in range(300):
            with app.state.desk.reading() as beside:
                answered = watched_feeds(beside).get(url, Watched(url=url, due=NOW)).answered
            if answered and client.get("/add").text.count("1 read"):
                break
            time.sleep(0.3)
        watch.stop()
        watch.join(60)
    assert "feeds" in client.get("/add").text
    assert store.reading(store.article_ids()[-1]).article.outlet == "The Lantern"


def test_a_feed_that_is_slow_to_answer_holds_up_no_delivery(client: TestClient) -> None:
    app: Any = client.app
    asked, may_answer = Event(), Event()

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.set()
        may_answer.wait(60)
        request.send_error(503)

    with serve() as site:
        site.pages["/rss"] = answer
        watch = Watch(app.state.desk, app.state.jobs, (site.url("/rss"),), allow_local=True)
        watch.start()
        assert asked.wait(30)
        began = time.monotonic()
        assert "1 article read" in send(client, "/add/text", {"text": TEXT, "outlet": "The Lantern"})
        assert time.monotonic() - began < 30  # a feed may take a minute to answer
        watch.stop()
        may_answer.set()
        watch.join(60)


def test_those_who_wait_for_a_reading_are_few_and_hold_up_no_page(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    may_read, app = Event(), cast(Any, client.app)

    class Slow(Quick):
        def read_all(self, articles: list[Article]) -> Iterator[Reading | Failure]:
            may_read.wait(60)
            return super().read_all(articles)

    monkeypatch.setattr(crew, "load_reader", Slow)
    with ThreadPoolExecutor(50) as crowd:
        asked = [
            crowd.submit(client.post, "/articles.json", json={"text": f"{TEXT} It is pier {number} that is meant."})
            for number in range(45)
        ]
        done = as_completed(asked, timeout=60)
        refused = [next(done).result() for _ in range(45 - AWAITED)]
        assert {response.status_code for response in refused} == {503}
        assert refused[0].json()["error"]["says"] == "too much is waiting to be read"
        assert client.get("/today.json").status_code == 200
        may_read.set()
        assert {response.result().status_code for response in done} == {201}
    assert app.state.jobs.job(app.state.jobs.all()[0].id).ended


def test_a_desk_that_closes_lets_nobody_wait_and_leaves_no_files(
    store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    may_read, jobs = Event(), Jobs(Desk(store), processes=1)

    class Slow(Quick):
        def read_all(self, articles: list[Article]) -> Iterator[Reading | Failure]:
            may_read.wait(60)
            return super().read_all(articles)

    monkeypatch.setattr(crew, "load_reader", Slow)
    app = make_app(Desk(store))
    app.state.jobs = jobs
    (tmp_path / "sent" / "0").mkdir(parents=True)
    sent = tmp_path / "sent" / "0" / "one.txt"
    sent.write_text(TEXT)
    with TestClient(app, base_url="http://localhost"):
        reading = jobs.take("one", Delivery(sources=(str(sent),), folder=tmp_path / "sent", few=True))
        waiting = jobs.take("two", Delivery(inputs=()))
    jobs.wait(reading)
    assert (waiting.state, waiting.trouble) == ("broken", "the desk was closed")
    assert not (tmp_path / "sent").exists()
    may_read.set()


def test_a_long_name_in_any_script_is_cut_to_what_a_file_system_takes(client: TestClient) -> None:
    files = [("files", ("新" * 300 + ".txt", TEXT.encode(), "text/plain"))]
    assert "1 article read" in send(client, "/add/files", {}, files)


def test_a_text_may_be_as_long_as_the_form_says(client: TestClient) -> None:
    token = form_token(client.get("/add").text)
    fields = {"form_token": token, "published": "May"}  # which is refused only where the text is taken
    for length, reason in ((2_000_000, "May"), (5_000_001, "5,000,000 characters")):
        response = client.post("/add/text", data={**fields, "text": "é" * length})
        assert response.status_code == 400
        assert reason in (said := re.findall(r"(?s)<main.*</main>", response.text)[0]), said


def test_a_file_that_cannot_be_read_is_told_by_the_name_that_it_was_sent_under(client: TestClient) -> None:
    page = send(client, "/add/files", {}, [("files", ("port.parquet", b"PAR1 and no more", "application/parquet"))])
    assert "port.parquet" in page
    assert "reportedly-" not in page  # the folder that it lay in meanwhile
