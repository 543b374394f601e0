"""Who may come to the desk, and what they may do there."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient

from reportedly.store.database import Store
from reportedly.store.tokens import end_token, new_token, tokens
from reportedly.web import today
from reportedly.web.access import Access
from reportedly.web.app import make_app
from reportedly.web.desk import Desk
from reportedly.web.guard import HEADERS, LARGEST
from tests.render.markup import parse

FAR = ("192.0.2.7", 4711)  # of the addresses for documentation
Open = Callable[..., TestClient]


@pytest.fixture
def far(store: Store) -> Open:
    """A browser at another machine."""

    def opened(*, open_to_read: bool = False) -> TestClient:
        access = Access(local=False, names=frozenset(), open_to_read=open_to_read)
        return TestClient(make_app(Desk(store), access), base_url="http://desk.example", client=FAR)

    return opened


def form_token(page: str) -> str:
    found = re.search(r'name="form_token" value="(\w+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("address", ["/", "/today.json", "/static/desk.css", "/nowhere", "/nowhere.json"])
def test_every_answer_is_sealed(client: TestClient, address: str) -> None:
    response = client.get(address)
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


def test_a_page_elsewhere_that_points_its_name_here_is_refused(client: TestClient) -> None:
    response = client.get("/", headers={"Host": "evil.example"})
    assert response.status_code == 403
    assert "not known by that name" in response.text


def test_from_elsewhere_a_token_is_needed(far: Open) -> None:
    client = far()
    assert client.get("/", follow_redirects=False).headers["location"] == "/sign-in"
    assert client.get("/sign-in").status_code == 200
    error = client.get("/today.json")
    assert (error.status_code, error.json()["error"]["status"]) == (401, 401)


def test_a_desk_that_is_open_is_open_to_read(far: Open) -> None:
    client = far(open_to_read=True)
    assert client.get("/").status_code == 200
    for behind in ("/access", "/add", "/add/0", "/add/0/part"):
        assert client.get(behind).status_code == 403
    assert client.post("/access", data={"name": "me", "rights": "edit"}).status_code == 403


@pytest.mark.parametrize(("rights", "status"), [("read", 403), ("edit", 200)])
def test_a_program_with_a_token_does_what_its_rights_are(far: Open, store: Store, rights: str, status: int) -> None:
    secret = new_token(store, "a script", rights)  # type: ignore[arg-type]  # the two that there are
    headers = {"Authorization": f"Bearer {secret}"}
    client = far()
    assert client.get("/today.json", headers=headers).status_code == 200
    made = client.post("/access", headers=headers, data={"name": "another", "rights": "read"})
    assert made.status_code == status


def test_a_wrong_token_and_one_that_was_taken_back_are_refused(far: Open, store: Store) -> None:
    secret = new_token(store, "a script", "read")
    (token,) = tokens(store)
    assert end_token(store, token.id)
    assert not end_token(store, token.id)
    for wrong in (secret, "reportedly_x", ""):
        response = far().get("/today.json", headers={"Authorization": f"Bearer {wrong}"})
        assert response.status_code == 401


def test_no_secret_stands_in_the_store(store: Store) -> None:
    secret = new_token(store, "a script", "read")
    assert secret not in str(store.query("select * from token"))


def test_somebody_who_signs_in_stays_until_their_token_is_taken_back(far: Open, store: Store) -> None:
    secret = new_token(store, "Ada", "edit")
    client = far()
    before = client.cookies.get("desk")
    response = client.post("/sign-in", data={"token": secret})
    assert response.status_code == 200
    assert client.cookies.get("desk") != before
    cookie = next(h for h in response.history[0].headers.get_list("set-cookie"))
    assert "HttpOnly" in cookie
    assert "samesite=strict" in cookie.lower()
    page = client.get("/access")
    made = client.post("/access", data={"name": "Bo", "rights": "read", "form_token": form_token(page.text)})
    assert "shown this once" in made.text
    end_token(store, next(token.id for token in tokens(store) if token.name == "Ada"))
    assert client.get("/", follow_redirects=False).status_code == 303


def test_a_form_without_its_token_or_of_another_site_does_nothing(client: TestClient, store: Store) -> None:
    token = form_token(client.get("/access").text)
    fields = {"name": "me", "rights": "edit"}
    assert client.post("/access", data=fields).status_code == 403
    assert client.post("/access", data={**fields, "form_token": "0" * 64}).status_code == 403
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}, {"Origin": "null"}):
        assert client.post("/access", data={**fields, "form_token": token}, headers=headers).status_code == 403
    assert tokens(store) == ()
    assert client.post("/access", data={**fields, "form_token": token}).status_code == 200
    assert len(tokens(store)) == 1


def test_what_is_too_large_is_refused_before_it_is_read(client: TestClient) -> None:
    response = client.post("/access", headers={"Content-Length": str(LARGEST + 1)}, content=b"")
    assert response.status_code == 413


def test_a_fault_of_ours_is_told_by_its_reference_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("the inside of the inside")

    monkeypatch.setattr(today, "find_today", broken)
    client = TestClient(make_app(Desk(store)), base_url="http://localhost", raise_server_exceptions=False)
    with caplog.at_level(logging.ERROR):
        response = client.get("/today.json")
    error = response.json()["error"]
    assert response.status_code == error["status"] == 500
    assert "inside" not in response.text
    assert error["reference"] in caplog.text
    assert "the inside of the inside" in caplog.text
    assert response.headers["Content-Security-Policy"] == HEADERS["Content-Security-Policy"]


@pytest.mark.parametrize("headers", [{"Host": "["}, {"Host": "[::1"}, {"Host": ""}])
def test_a_host_that_is_no_address_is_refused_and_sealed(client: TestClient, headers: dict[str, str]) -> None:
    response = client.get("/today.json", headers=headers)
    assert response.status_code == response.json()["error"]["status"] == 403
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize(("token", "headers"), [(None, {"Origin": "http://["}), ("é", {})])
def test_an_origin_or_a_token_that_is_none_is_refused(
    client: TestClient, token: str | None, headers: dict[str, str]
) -> None:
    fields = {"name": "me", "rights": "edit", "form_token": token or form_token(client.get("/access").text)}
    response = client.post("/access", data=fields, headers={**headers, "Accept": "application/json"})
    assert response.status_code == response.json()["error"]["status"] == 403
    assert {name: response.headers.get(name) for name in HEADERS} == HEADERS


@pytest.mark.parametrize("name", ["X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "Via"])
def test_a_desk_for_this_machine_answers_nobody_behind_a_proxy(client: TestClient, name: str) -> None:
    response = client.get("/", headers={name: "192.0.2.7"})
    assert response.status_code == 403
    assert "this machine alone" in response.text
    assert "--name" in response.text


def test_a_desk_with_a_name_may_stand_behind_a_proxy(far: Open) -> None:
    assert far(open_to_read=True).get("/", headers={"X-Forwarded-For": "192.0.2.7"}).status_code == 200


def test_no_other_site_signs_a_browser_in(far: Open, store: Store) -> None:
    secret = new_token(store, "Ada", "edit")
    client = far()
    response = client.post("/sign-in", data={"token": secret}, headers={"Origin": "http://evil.example"})
    assert response.status_code == 403
    assert client.get("/", follow_redirects=False).status_code == 303


def foot(client: TestClient, address: str = "/") -> str:
    return parse(client.get(address).text).one(of_class="foot").text


def test_a_page_leads_nobody_to_what_they_may_not_see(far: Open, client: TestClient, store: Store) -> None:
    """Who reads is shown the way in, and who has signed in the way out."""
    reader = far(open_to_read=True)
    for browser, may_edit, ways in ((reader, False, "Sign in"), (client, True, "")):
        links = {link.attributes.get("href") for link in parse(browser.get("/").text).all(tag="a")}
        assert ({"/access", "/add"} <= links) is may_edit
        assert (links & {"/access", "/add"} != set()) is may_edit
        assert ("Sign in" in foot(browser), "Sign out" in foot(browser)) == (ways == "Sign in", False)
    reader.post("/sign-in", data={"token": new_token(store, "Ada", "read")})
    assert ("Access" in foot(reader), "Sign in" in foot(reader), "Sign out" in foot(reader)) == (False, False, True)
    reader.post("/sign-out")
    assert "Sign in" in foot(reader)
    editor = far()
    editor.post("/sign-in", data={"token": new_token(store, "Bo", "edit")})
    assert ("Access" in foot(editor), "Sign out" in foot(editor)) == (True, True)
