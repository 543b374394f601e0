"""Statements are found by what they share with a place."""

from __future__ import annotations

from reportedly.reading.chains.lookup import Said
from reportedly.records import Article, Chain, Link, Statement
from tests.byhand import find

TEXT = Article.of("Varga said Brask told Renn that it rains; Sarn sleeps.")


def statement(id: str, *pieces: str) -> Statement:
    """A statement of these pieces."""
    return Statement(
        id=id, form="indirect", act="say", status="made", sourcing="on_record", score=1.0,
        content=tuple(find(TEXT, piece) for piece in pieces), chain=Chain([Link(actor="a1")]),
    )  # fmt: skip


def test_statements_that_share_characters_with_a_place_are_found_in_their_order() -> None:
    outer, inner = statement("s1", "Brask told Renn that it rains"), statement("s2", "it rains")
    apart = statement("s3", "Varga", "Sarn sleeps")
    said = Said([outer, inner, apart])
    assert said.at(find(TEXT, "rains; Sarn")) == [outer, inner, apart]
    assert said.at(find(TEXT, "told")) == [outer]
    assert said.at(find(TEXT, " said ")) == []
