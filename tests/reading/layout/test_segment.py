from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from reportedly.reading.layout.segment import find_paragraphs, find_sentences, segment
from reportedly.records import Article
from tests.cases import Case, cases
from tests.growth import grows_with_length
from tests.strategies import quoted_texts, texts


def sentences(text: str) -> list[str]:
    return [sentence.text for sentence in find_sentences(Article.of(text))]


def paragraphs(text: str) -> list[str]:
    return [paragraph.text for paragraph in find_paragraphs(Article.of(text))]


def test_paragraphs_are_lines_with_more_than_white_space() -> None:
    assert paragraphs(" One. \r\n\n \t\nTwo\u2028three\x85 ") == ["One.", "Two", "three"]


@pytest.mark.parametrize("case", cases("sentences"), ids=lambda case: case.name)
def test_worked_examples(case: Case) -> None:
    assert tuple(sentences(case.article.text)) == case.expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Vale and Gen. Ada Renn met Dr. Marsh in St. Louis.",
        "J. R. Vale, the U.S. Secretary, spoke at 5 p.m. Monday.",
        "It fell 3.5 percent, to No. 5 of 10, on Jan. 8.",
        "He works for Acme Inc. Chairman Tom Vale in Phoenix, Ariz. Tuesday.",
        "“Who knows?” Tom Vale asked.",
        "“No way!” she shouted.",
        "He … left, and I ... I stayed.",
        "1. Situation",
        "The site Elswick.Courier is down.",
    ],
)
def test_one_sentence(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "He left.| She stayed!| Why?| “Nobody knows.”| The end…| Then came May.",
        "He moved to the U.S.| The move was late.",
        "They met at 5 p.m.| He was tired.",
        "She called it a critical mass.| Vale called it nothing.",
        "He said no.| Vale said yes.",
        "He works for Acme Inc.| It is a firm.",
        "(He laughed.)| Then he left.[2]| Nobody saw it.",
        "“Go,” he said.| “Now.”| “Never,” said Vale.",
        "The deal is dead.”|He left.| «Yes.»| — Vale",
        "It cost 5.| $3 million came in 2031.| 400 people paid.",
        "He said so.|He left.",
    ],
)
def test_several_sentences(text: str) -> None:
    parts = [part.strip() for part in text.split("|")]
    assert sentences(text.replace("|", "")) == parts


def test_a_sentence_never_runs_over_the_end_of_a_line() -> None:
    assert sentences("The harbour\ncloses. It is late") == ["The harbour", "closes.", "It is late"]


def test_segment_gives_all_three() -> None:
    found = segment(Article.of("“It is late,” she said. He left.\n\nDetails"))
    assert (len(found.paragraphs), len(found.sentences), len(found.quotations)) == (2, 3, 1)


@given(texts | quoted_texts)
def test_places_hold_their_words_in_any_text(text: str) -> None:
    article = Article.of(text)
    found = segment(article)
    for row in (found.paragraphs, found.sentences):
        assert all(span.text == text[span.start : span.end] == span.text.strip() for span in row)
        assert all(one.end <= two.start for one, two in pairwise(row))
        assert "".join("".join(span.text.split()) for span in row) == "".join(text.split())


@pytest.mark.parametrize("piece", ['"', " “a", ". ", ".”", "'a ", "\n“", '"(', ".A", "«", " "])
def test_any_text_is_read_in_one_pass(piece: str) -> None:
    assert grows_with_length(lambda length: segment(Article.of(piece * (length // len(piece)))), 8_000)
