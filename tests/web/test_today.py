from __future__ import annotations

from fastapi.testclient import TestClient

from tests.render import traced


def test_the_newest_stories_are_counted(client: TestClient) -> None:
    (story,) = client.get("/today.json").json()["stories"]
    assert story | {"first": None, "latest": None} == {
        "id": "st-01", "headline": "Posts may close", "articles": len(traced.TEXTS), "outlets": 5, "first": None,
        "latest": None, "claims": len(traced.trace().claims), "echoed": 0,
    }  # fmt: skip


def test_claims_of_many_outlets_and_one_origin_are_shown_with_it(client: TestClient) -> None:
    page = client.get("/").text
    for claim in client.get("/today.json").json()["echoed"]:
        assert claim["outlets"] > 1
        assert f'href="/claims/{claim["id"]}"' in page


def test_pages_load_nothing_from_elsewhere(client: TestClient) -> None:
    response = client.get("/")
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "http" not in response.text.replace("http-equiv", "")
