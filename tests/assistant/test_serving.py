"""An assistant asks a store, by the protocol's own client."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.store.database import Store
from reportedly.store.traced import keep_trace
from tests.render import traced

mcp = pytest.importorskip("mcp")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add(traced.readings().values())
        keep_trace(store, traced.trace())
        yield store


def ask(store: Store, question: str, **given: Any) -> Any:
    from reportedly.assistant.serving import make_server

    async def asked() -> Any:
        async with mcp.Client(make_server(store)) as client:
            return await client.call_tool(question, given)

    result = asyncio.run(asked())
    return [json.loads(part.text) for part in result.content]


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
    rows = ask(store, "who_said", words="seven posts")
    (row,) = rows[0] if isinstance(rows[0], list) else rows
    assert (row["article"], row["words"]) == ("twist", "Valdoria may close seven posts")
    assert row["places"]


def test_a_claim_is_told_with_its_origins(store: Store) -> None:
    (claim,) = ask(store, "claim_of", article="wire", statement="s1")
    assert claim["independent_origins"] == len(claim["origins"])
    assert ask(store, "claim", id=claim["id"]) == [claim]


@pytest.mark.parametrize(
    ("question", "given"),
    [("claim", {"id": "x"}), ("article", {"id": "x"}), ("who_said", {"words": "posts", "since": "May"})],
)
def test_what_is_not_there_is_said(store: Store, question: str, given: dict[str, str]) -> None:
    (answer,) = ask(store, question, **given)
    assert answer["error"]
