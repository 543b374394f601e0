"""Corrections by the forms of the desk, as somebody at work would make them."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from reportedly.store.corrections import corrected, corrections
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace
from tests.render.markup import parse
from tests.web.test_access import form_token

pytestmark = pytest.mark.weights  # what depends on a correction is traced again, with the statement encoder


def form(client: TestClient, query: str) -> str:
    page = client.get(f"/correct?{query}")
    assert page.status_code == 200, page.text
    return form_token(page.text)


def send(client: TestClient, query: str, **fields: str) -> str:
    token = form(client, query)
    response = client.post("/correct", data={"form_token": token, "by": "Ada", **fields})
    assert response.status_code == 200, response.text
    there = "/corrections" if "outlet" in query else "/entities/" if "actor" in query else "/articles/"
    assert response.url.path.startswith(there)
    assert "made anew" in response.text
    return client.get("/corrections").text


def test_a_wrong_statement_goes_and_comes_back(client: TestClient, store: Store) -> None:
    here = {"article": "wire", "about": "statement", "id": "s1"}
    page = send(client, "about=statement&article=wire&id=s1", what="wrong", why="a headline", **here)
    assert "is none" in page
    assert "a headline" in page
    assert corrected(store, "wire").statements == ()
    assert client.get("/articles/wire.json").json()["statements"] == []
    assert all(told.article != "wire" for claim in kept_trace(store).claims for told in claim.statements)
    token = form_token(client.get("/corrections").text)
    (made,) = corrections(store)
    client.post(f"/corrections/{made.correction.id}/undo", data={"form_token": token})
    assert len(client.get("/articles/wire.json").json()["statements"]) == 1
    assert client.post(f"/corrections/{made.correction.id}/undo", data={"form_token": token}).status_code == 404
    undoing = corrections(store)[0].correction.id
    assert client.post(f"/corrections/{undoing}/undo", data={"form_token": token}).status_code == 404


def test_a_statement_is_moved_to_another_speaker(client: TestClient, store: Store) -> None:
    here = {"article": "denies", "about": "statement", "id": "s1"}
    send(client, "about=statement&article=denies&id=s1", what="speaker", speaker="#a2", **here)
    assert corrected(store, "denies").statements[0].chain.speaker.actor == "a2"
    row = next(parse(client.get("/corrections").text).one(tag="ol").all(tag="li"))
    assert " ".join(row.text.split()).startswith(
        "statement “Valdoria will close no post” was said by actor “Ilse Varga”"
    )


def test_claims_are_parted(client: TestClient, store: Store) -> None:
    page = client.get("/correct?about=statement&article=print&id=s1").text
    other = re.search(r'value="(wire#s1)"', page)
    assert other is not None
    here = {"article": "print", "about": "statement", "id": "s1"}
    send(client, "about=statement&article=print&id=s1", what="other_claim", parted="wire#s1", **here)
    claims = {told.article: claim.id for claim in kept_trace(store).claims for told in claim.statements}
    assert claims["wire"] != claims["print"]


def test_entities_are_merged_by_name(client: TestClient, store: Store) -> None:
    here = {"article": "wire", "about": "statement", "id": "s1"}
    send(client, "about=statement&article=wire&id=s1", what="wrong", **here)  # brings the entities into the store
    page = client.get("/correct?about=actor&article=denies&id=a2&q=courier").text
    assert 'value="cites#a2"' in page
    own = {"article": "denies", "about": "actor", "id": "a2", "joined": "cites#a2"}
    send(client, "about=actor&article=denies&id=a2&q=courier", what="same_entity", **own)
    entity = {(i.article, i.actor): i.entity for i in kept_entities(store)[1]}
    assert entity["denies", "a2"] == entity["cites", "a2"]


def test_an_outlet_gets_its_owner(client: TestClient) -> None:
    send(client, "about=outlet&outlet=Pryzma", what="owner", outlet="Pryzma", owner="Lantern Group")
    assert "of <bdi>Lantern Group</bdi>" in client.get("/sources").text
    (line,) = client.get("/corrections.jsonl").text.splitlines()
    assert json.loads(line)["correction"]["value"] == "Lantern Group"


def test_what_was_corrected_is_given_to_learn_from(client: TestClient) -> None:
    here = {"article": "wire", "about": "statement", "id": "s1"}
    send(client, "about=statement&article=wire&id=s1", what="wrong", **here)
    (line,) = client.get("/corrections.jsonl").text.splitlines()
    row = json.loads(line)
    assert row["correction"]["by"] == "Ada"
    assert row["read"][0]["record"]["id"] == "s1"


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"what": "wrong", "article": "nobody", "id": "s1"}, 404),
        ({"what": "wrong", "article": "wire", "id": "s9"}, 404),
        ({"what": "owner"}, 400),
        ({"what": "undo", "id": "k-1"}, 400),
        ({"what": "speaker", "article": "wire", "id": "s1", "speaker": "#nobody"}, 404),
        ({"what": "other_claim", "article": "wire", "id": "s1", "parted": "wire#s1"}, 400),
        ({"what": "nonsense"}, 400),
    ],
)
def test_what_makes_no_sense_is_refused(client: TestClient, store: Store, fields: dict[str, str], status: int) -> None:
    token = form(client, "about=statement&article=wire&id=s1")
    assert client.post("/correct", data={"form_token": token, **fields}).status_code == status
    assert corrections(store) == ()


def test_no_correction_is_made_without_the_token_of_the_form(client: TestClient, store: Store) -> None:
    fields = {"what": "wrong", "article": "wire", "about": "statement", "id": "s1"}
    assert client.post("/correct", data=fields).status_code == 403
    assert corrections(store) == ()


def test_hostile_words_in_a_correction_are_inert(client: TestClient) -> None:
    here = {"article": "wire", "about": "statement", "id": "s1"}
    bad = "<script>alert(1)</script>"
    page = send(client, "about=statement&article=wire&id=s1", what="wrong", why=bad, **here)
    assert bad not in page
    assert client.get(f"/correct?about=outlet&outlet={quote(bad)}").text.count(bad) == 0
