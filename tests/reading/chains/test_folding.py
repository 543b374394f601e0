from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution, Relay
from reportedly.reading.chains.folding import fold_relays
from reportedly.records import Article
from tests.byhand import find


def fold(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str]) -> list[Attribution]:
    """What is left of an attribution and the one in its content; each is source, cue and content."""
    article = Article.of(text)
    found = [
        Attribution(
            source=find(article, source),
            cue=find(article, cue),
            content=(find(article, content),),
            form="indirect",
            within=within,
        )
        for (source, cue, content), within in ((outer, None), (inner, 0))
    ]
    return fold_relays(article, found)


def test_who_only_passed_on_what_was_said_is_a_hop_of_it() -> None:
    text = "The bridge is ours, Marsh said, according to Valley Radio."
    whole = "The bridge is ours, Marsh said"
    (left,) = fold(text, ("Valley Radio", "according to", whole), ("Marsh", "said", "The bridge is ours"))
    article = Article.of(text)
    assert left.within is None
    assert left.relays == (Relay(mention=find(article, "Valley Radio"), cue=find(article, "according to")),)


@pytest.mark.parametrize("beside", ["at a press conference", "on Tuesday", "to reporters in Geneva", "late Monday"])
def test_where_it_was_said_belongs_to_what_is_passed_on(beside: str) -> None:
    whole = f"The bridge is ours, Marsh said {beside}"
    (left,) = fold(
        f"{whole}, according to Valley Radio.",
        ("Valley Radio", "according to", whole),
        ("Marsh", "said", "The bridge is ours"),
    )
    assert [relay.mention.text for relay in left.relays] == ["Valley Radio"]


@pytest.mark.parametrize(
    ("text", "outer", "inner"),
    [
        (  # that he promised it is what the radio says
            "According to Valley Radio, Marsh promised to resign.",
            ("Valley Radio", "According to", "Marsh promised to resign"),
            ("Marsh", "promised", "to resign"),
        ),
        (  # the content has more
            "Marsh said he is ill and stayed at home, according to Valley Radio.",
            ("Valley Radio", "according to", "Marsh said he is ill and stayed at home"),
            ("Marsh", "said", "he is ill"),
        ),
        (  # another cue
            "Marsh said he is ill, Valley Radio denied.",
            ("Valley Radio", "denied", "Marsh said he is ill"),
            ("Marsh", "said", "he is ill"),
        ),
    ],
)
def test_both_stay(text: str, outer: tuple[str, str, str], inner: tuple[str, str, str]) -> None:
    assert [one.within for one in fold(text, outer, inner)] == [None, 0]


def test_a_quotation_that_was_passed_on_is_whole_and_holds_what_stands_in_it() -> None:
    said = "“The mayor is for peace on the bridge. This comes first,” Marsh said"
    article = Article.of(f"{said}, according to Valley Radio.")
    found = [
        Attribution(
            source=find(article, source), cue=find(article, cue), content=(find(article, content),), form="mixed",
            within=within,
        )
        for source, cue, content, within in (
            ("Valley Radio", "according to", said, None),
            ("Marsh", "said", "This comes", 0),
            ("The mayor", "is for", "peace on the bridge", 0),
        )
    ]  # fmt: skip
    marsh, mayor = fold_relays(article, found)
    assert [span.text for span in marsh.content] == ["The mayor is for peace on the bridge. This comes first"]
    assert [relay.mention.text for relay in marsh.relays] == ["Valley Radio"]
    assert (marsh.within, mayor.within) == (None, 0)


@pytest.mark.parametrize(
    ("by", "folded"),
    [
        ("Marsh told the board", True),
        ("said Marsh", True),
        ("Marsh said at noon", True),
        ("Marsh said of Vale leaving early", False),
    ],
)
def test_a_quotation_and_who_said_it_are_passed_on_whole(by: str, folded: bool) -> None:
    article = Article.of(f"“We are done,” {by}, according to minutes.")
    said, cue = find(article, "We are done"), find(article, "told" if "told" in by else "said")
    outer = Attribution(
        source=find(article, "minutes"), cue=find(article, "according to"), content=(said, find(article, by)),
        form="mixed",
    )  # fmt: skip
    inner = Attribution(
        source=find(article, "Marsh"), cue=cue, content=(find(article, "We are"),), form="direct", within=0
    )
    left = fold_relays(article, [outer, inner])
    assert len(left) == (1 if folded else 2)
    if folded:
        assert (left[0].content, [relay.mention.text for relay in left[0].relays]) == ((said,), ["minutes"])
