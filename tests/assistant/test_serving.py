"""An assistant asks a store, by the protocol's own client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.store.database import Store
from reportedly.store.tracing import keep_trace
from tests.render import traced
from tests.store.test_questions import retold

mcp = pytest.importorskip("mcp")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(traced.readings().values())
        keep_trace(store, traced.trace())
        yield store


def ask(store: Store, question: str, **given: Any) -> Any:
    """The answer to a question; what it is refused with."""
    from reportedly.assistant.serving import make_server

    async def asked() -> Any:
        async with mcp.Client(make_server(store)) as client:
            return await client.call_tool(question, given)

    result = asyncio.run(asked())
    (part,) = result.content
    return part.text if result.is_error else json.loads(part.text)


def test_every_question_says_what_it_answers(store: Store) -> None:
    from reportedly.assistant.serving import make_server

    async def listed() -> Any:
        async with mcp.Client(make_server(store)) as client:
            return (await client.list_tools()).tools

    tools = asyncio.run(listed())
    assert {tool.name for tool in tools} == {
        "who_said", "said_by", "said_about", "contacts", "positions", "changed_positions", "first_reports",
        "claim", "claim_of", "story",
        "article",
    }  # fmt: skip
    assert all(tool.description for tool in tools)


def test_statements_are_found_with_their_places(store: Store) -> None:
    (row,) = ask(store, "who_said", words="seven posts")["rows"]
    assert (row["article"], row["words"]) == ("twist", "Valdoria may close seven posts")
    assert row["places"]


def test_a_claim_is_told_with_its_origins(store: Store) -> None:
    claim = ask(store, "claim_of", article="wire", statement="s1")
    assert claim["independent_origins"] == len(claim["origins"])
    assert ask(store, "claim", id=claim["id"]) == claim


@pytest.mark.parametrize(
    ("question", "given", "says"),
    [
        ("claim", {"id": "x"}, "there is no claim x"),
        ("claim_of", {"article": "x", "statement": "s1"}, "tells no claim"),
        ("story", {"article": "x"}, "in no traced story"),
        ("article", {"id": "x"}, "there is no article x"),
        ("who_said", {"words": "posts", "since": "May"}, "May"),
        ("who_said", {"words": "posts", "page": 0}, "pages count from 1"),
    ],
)
def test_what_is_not_there_is_a_refusal_that_says_so(
    store: Store, question: str, given: dict[str, Any], says: str
) -> None:
    answer = ask(store, question, **given)
    assert isinstance(answer, str)
    assert says in answer


def test_an_answer_of_many_rows_comes_in_pages(store: Store) -> None:
    store.add([retold(f"copy{number}", f"Outlet {number}", "2031-03-20") for number in range(60)])
    seen: list[tuple[str, str]] = []
    page: int | None = 1
    while page is not None:
        answer = ask(store, "who_said", words="safe", page=page)
        assert len(answer["rows"]) <= 50
        seen += [(row["article"], row["statement"]) for row in answer["rows"]]
        page = answer["next_page"]
    assert len(seen) == len(set(seen)) > 50
    assert {article for article, _ in seen} == {f"copy{number}" for number in range(60)}
