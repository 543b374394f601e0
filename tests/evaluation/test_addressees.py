from __future__ import annotations

from typing import Any

import pytest

from evaluation.given import addressees_given

pytestmark = pytest.mark.shared  # the scorer stands in ../shared

TEXT = "Varga told Brask that the bridge would close on Friday."
CONTENT = (22, 54)
ACTORS = [
    {"id": id, "name": name, "kind": "person", "roles": [], "aliases": []}
    for id, name in (("A1", "Varga"), ("A2", "Brask"), ("A3", "Oduya"))
]


def story(addressee: str | None) -> dict[str, Any]:
    statement = {
        "id": "S1", "content": TEXT[slice(*CONTENT)], "content_spans": [list(CONTENT)], "addressee": addressee,
        "source": "Varga", "source_span": [0, 5],
    }  # fmt: skip
    return {"actors": ACTORS, "articles": [{"id": "s/one", "text": TEXT, "statements": [statement]}]}


def reading(*told: str) -> dict[str, Any]:
    start, end = CONTENT
    chain = [{"actor": "A9", "addressees": []}, {"actor": "A1", "addressees": list(told)}]
    content = [{"start": start, "end": end, "text": TEXT[start:end]}]
    mentions = [{"start": 0, "end": 5, "text": "Varga"}]
    return {
        "article": {"id": "s/one", "text": TEXT},
        "actors": [{**actor, "mentions": mentions} for actor in ACTORS],
        "statements": [{"id": "s1", "within": None, "content": content, "chain": chain}],
    }


@pytest.mark.parametrize(
    ("named", "told", "share", "counts"),
    [
        ("A2", ["A2"], 1.0, "1 of 1 given"),
        ("A2", ["A3"], 0.0, "0 of 1 given"),
        (None, ["A2"], 0.0, "0 of 1 given"),
        ("A2", ["A2", "A3"], 0.5, "1 of 2 given"),
        ("A2", [], 0.0, "0 of 0 given"),
    ],
)
def test_the_share_of_those_given_that_the_gold_names(
    named: str | None, told: list[str], share: float, counts: str
) -> None:
    figure = addressees_given([story(named)], {"s/one": reading(*told)})
    assert (figure.value, figure.counts) == (share, counts)


def test_the_addressees_around_a_statement_are_not_its_own() -> None:
    found = reading("A2")
    (outer,) = found["statements"]
    inner = {**outer, "id": "s2", "within": "s1", "chain": [*outer["chain"], {"actor": "A3", "addressees": []}]}
    found["statements"] = [{**outer, "content": [{"start": 0, "end": 5, "text": "Varga"}]}, inner]
    assert addressees_given([story("A2")], {"s/one": found}).counts == "0 of 0 given"


def test_an_article_that_was_not_read_gives_nobody() -> None:
    assert addressees_given([story("A2")], {}).counts == "0 of 0 given"
