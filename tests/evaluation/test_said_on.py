from __future__ import annotations

from typing import Any

import pytest

from evaluation.given import days_given

pytestmark = pytest.mark.shared  # the scorer stands in ../shared

TEXT = "Varga said on Friday that the bridge would close."
CONTENT = (26, 48)
FRIDAY = {"from": "2031-05-09", "to": "2031-05-09"}
MONDAY = {"from": "2031-05-12", "to": "2031-05-12"}
OPEN = {"from": None, "to": None}


def counts(gold: dict[str, Any] | None, *given: dict[str, Any] | None) -> str:
    start, end = CONTENT
    statement = {
        "id": "S1", "content": TEXT[start:end], "content_spans": [[start, end]], "source": "Varga",
        "source_span": [0, 5], "said_on": gold,
    }  # fmt: skip
    mention = {"start": 0, "end": 5, "text": "Varga"}
    reading = {
        "article": {"id": "s/one", "text": TEXT},
        "statements": [
            {
                "id": "s1",
                "within": None,
                "content": [{"start": start, "end": end, "text": TEXT[start:end]}],
                "chain": [{"mention": mention, "on": on} for on in given],
            }
        ],
    }
    story = {"articles": [{"id": "s/one", "text": TEXT, "statements": [statement]}]}
    return days_given([story], {"s/one": reading}).counts


@pytest.mark.parametrize(
    ("gold", "given", "expected"),
    [
        (FRIDAY, [None, FRIDAY], "1 of 1 given"),
        (FRIDAY, [None, MONDAY], "0 of 1 given"),
        (None, [None, FRIDAY], "0 of 1 given"),
        (FRIDAY, [MONDAY, FRIDAY], "1 of 1 given"),
        (FRIDAY, [None, OPEN], "0 of 0 given"),
        (FRIDAY, [None], "0 of 0 given"),
    ],
)
def test_the_share_of_those_given_that_the_gold_has(
    gold: dict[str, Any] | None, given: list[dict[str, Any] | None], expected: str
) -> None:
    assert counts(gold, *given) == expected


def test_the_day_of_a_hop_above_is_that_of_another_statement() -> None:
    text = "Varga said on Friday that Berg had told her of the closed road."
    varga, berg = ({"start": at, "end": at + 5, "text": "Varga"} for at in (0, 26))
    inner = text[text.index("of the closed") : -1]
    gold = {
        "id": "S2", "content": inner, "content_spans": [[text.index(inner), len(text) - 1]], "source": "Berg",
        "source_span": [26, 30], "said_on": None,
    }  # fmt: skip
    above = {"mention": varga, "on": FRIDAY}
    reading = {
        "article": {"id": "s/one", "text": text},
        "statements": [
            {"id": "s1", "within": None, "content": [{"start": 21, "end": 25, "text": "that"}], "chain": [above]},
            {
                "id": "s2",
                "within": "s1",
                "content": [{"start": text.index(inner), "end": len(text) - 1, "text": inner}],
                "chain": [above, {"mention": {**berg, "end": 30, "text": "Berg"}, "on": None}],
            },
        ],
    }
    story = {"articles": [{"id": "s/one", "text": text, "statements": [gold]}]}
    assert days_given([story], {"s/one": reading}).counts == "0 of 0 given"


def test_an_article_that_was_not_read_gives_none() -> None:
    assert days_given([{"articles": [{"id": "s/one"}]}], {}).counts == "0 of 0 given"
