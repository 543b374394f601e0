"""The forms of the lists, sent as a browser sends them: with nothing chosen, and with each thing chosen."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from fastapi.testclient import TestClient

from tests.render.markup import Element, parse

PAGES = ("/stories", "/entities", "/contacts", "/positions", "/search?q=posts", "/sources", "/failures")
TYPED = {"since": "2031-05", "until": "2031-05-02"}  # what somebody would type in a field of this name; else a word


def fields(form: Element) -> dict[str, list[str]]:
    """The values that each field of a form can have, the one it is sent with first."""
    found: dict[str, list[str]] = {}
    for entry in form.all(tag="input"):
        if entry.attributes.get("type") != "submit":
            found[entry.attributes["name"]] = [entry.attributes.get("value", "")]
            if entry.attributes.get("type") != "hidden":
                found[entry.attributes["name"]].append(TYPED.get(entry.attributes["name"], "valdoria"))
    for entry in form.all(tag="select"):
        found[entry.attributes["name"]] = [option.attributes["value"] for option in entry.all(tag="option")]
    return found


def asked(client: TestClient, page: str) -> Iterator[str]:
    """Every address that the forms of a page lead to, with at most one thing chosen."""
    for form in parse(client.get(page).text).all(tag="form"):
        if form.attributes.get("method", "get") == "get":
            own = fields(form)
            sent = {name: values[0] for name, values in own.items()}
            yield f"{form.attributes['action']}?{urlencode(sent)}"
            for name, values in own.items():
                yield from (f"{form.attributes['action']}?{urlencode({**sent, name: value})}" for value in values[1:])


@pytest.mark.parametrize("page", PAGES)
def test_what_a_form_sends_is_answered_on_the_page_and_in_the_twin(client: TestClient, page: str) -> None:
    addresses = list(asked(client, page))
    assert len(addresses) >= 2
    for address in addresses:
        path, _, query = address.partition("?")
        assert client.get(address).status_code == 200, address
        assert client.get(f"{path}.json?{query}").status_code == 200, address


def test_what_was_chosen_stays_chosen(client: TestClient) -> None:
    page = parse(client.get("/contacts?party=Renn&kind=call&status=&since=").text)
    form = next(form for form in page.all(tag="form") if form.attributes["action"] == "/contacts")
    assert fields(form)["party"][0] == "Renn"
    chosen = [option for option in form.all(tag="option") if "selected" in option.attributes]
    assert [option.attributes["value"] for option in chosen] == ["call", ""]


def test_nothing_chosen_is_the_same_as_not_asked(client: TestClient) -> None:
    assert client.get("/contacts.json?kind=&status=&since=&month=").json() == client.get("/contacts.json").json()
    assert client.get("/stories.json?page=&q=").json() == client.get("/stories.json").json()


def test_what_cannot_be_chosen_is_still_refused(client: TestClient) -> None:
    assert client.get("/contacts?kind=party&status=").status_code == 400
