"""Readings as PolNeAR's attributions: which statements, whose source, which cue."""

from __future__ import annotations

from dataclasses import replace

import pytest

from evaluation.corpora import Row, scorer
from evaluation.polnear import attributions, figures_of, innermost
from reportedly.records import Reading, Span
from reportedly.records.codec import encode
from tests.byhand import find


def place(span: Span) -> list[int]:
    return [span.start, span.end]


def test_source_and_cue_are_those_of_the_innermost_link_that_the_text_names(reading: Reading) -> None:
    article = reading.article
    first, second = attributions(encode(reading))
    assert first["source"] == [place(find(article, "two engineers who saw the survey"))]
    assert first["cue"] == [place(find(article, "told"))]
    # the port authority, for which she speaks, is the last link and has no mention
    assert second["source"] == [place(find(article, "Ada Renn"))]
    assert second["cue"] == [place(find(article, "said"))]


def test_content_is_all_its_spans(reading: Reading) -> None:
    _, second = attributions(encode(reading))
    assert second["content"] == [
        place(find(reading.article, words)) for words in ("It is not safe", "Nobody should sail")
    ]


def test_statements_within_others_are_left_out(reading: Reading) -> None:
    outer, inner = reading.statements
    nested = replace(reading, statements=(outer, replace(inner, within=outer.id)))
    assert attributions(encode(nested)) == attributions(encode(reading))[:1]


def test_an_agentless_statement_has_a_cue_and_no_source() -> None:
    cue = {"start": 3, "end": 14, "text": "is expected"}
    chain: list[Row] = [{"mention": None, "cue": cue}, {"mention": None, "cue": None}]
    assert innermost(chain) == {"mention": None, "cue": cue}


def test_a_floating_quotation_has_a_source_and_no_cue() -> None:
    mention = {"start": 3, "end": 5, "text": "he"}
    chain: list[Row] = [{"mention": None, "cue": mention}, {"mention": mention, "cue": None}]
    assert innermost(chain) == {"mention": mention, "cue": None}


def test_a_chain_of_nothing_but_the_outlet_has_neither() -> None:
    assert innermost([{"mention": None, "cue": None}]) == {"mention": None, "cue": None}


@pytest.mark.shared
def test_a_reading_that_is_the_gold_scores_one_hundred(reading: Reading) -> None:
    gold = {"id": "a", "text": reading.article.text, "attributions": attributions(encode(reading))}
    result = scorer("polnear").score([gold], {"a": gold["attributions"]})
    figures = {figure.name: figure.value for figure in figures_of(result)}
    assert figures["attributed F1"] == figures["span-exact cue F1"] == 100
    assert figures["attributed recall, direct"] == 0, "the contents stand without their quotation marks"
