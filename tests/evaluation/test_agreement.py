"""How far two readers agree: the second one's annotation fits the texts, and a reader agrees with himself."""

from __future__ import annotations

import json

import pytest

from evaluation.agreement import READ, annotated, trace_of
from evaluation.corpora import Row, dev_stories, scorer, story_of

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def golds() -> list[Row]:
    return [story_of(path) for path in dev_stories()]


def test_every_word_of_the_second_reader_stands_in_its_article(golds: list[Row]) -> None:
    for gold in golds:
        for article in annotated(gold)["articles"]:
            words = [s[name] for s in article["statements"] for name in ("source", "cue") if s[name]]
            pieces = [piece for s in article["statements"] for piece in s["content"]]  # by their places
            assert article["statements"]
            assert [piece for piece in words if piece not in article["text"]] == []
            assert [piece for piece in pieces if not piece or piece != piece.strip()] == []


def test_every_article_and_claim_that_is_named_is_there(golds: list[Row]) -> None:
    for gold in golds:
        story = annotated(gold)
        ids, claims = {a["id"] for a in gold["articles"]}, {c["id"] for c in story["claims"]}
        read = json.loads((READ / f"{gold['story']}.json").read_text(encoding="utf-8"))
        assert [article["id"] for article in read["articles"]] == [article["id"] for article in gold["articles"]]
        assert {made["article"] for a in story["articles"] for made in a["derived_from"]} <= ids
        assert {s["claim"] for a in story["articles"] for s in a["statements"] if s["claim"]} <= claims


def test_a_reader_agrees_with_himself(golds: list[Row]) -> None:
    counts = scorer("stories").Tally()
    for gold in golds:
        scorer("stories").score_trace(gold, trace_of(gold), counts)
    figures = counts.figures()
    assert figures["variants"]["F1"] == figures["derivations"]["F1"] == figures["contradictions"]["F1"] == 1
    assert figures["false_support"]["accuracy"] == 0
