from __future__ import annotations

from itertools import pairwise

from hypothesis import given

from reportedly.records import Article
from reportedly.render.paragraphs import Paragraphs
from tests.strategies import texts


def paragraphs(text: str) -> list[str]:
    return [span.text for span in Paragraphs(Article.of(text)).spans]


def test_blank_lines_part_paragraphs_where_there_are_any() -> None:
    assert paragraphs("One,\nwrapped.\n\n  Two.  \n \nThree.\n") == ["One,\nwrapped.", "Two.", "Three."]


def test_each_line_is_one_where_no_line_is_blank() -> None:
    assert paragraphs("One.\nTwo.\r\nThree.\u2029Four.") == ["One.", "Two.", "Three.", "Four."]


def test_a_text_of_white_space_is_one() -> None:
    assert paragraphs(" \n\n ") == [" \n\n "]
    assert paragraphs("") == []


def test_white_space_belongs_to_the_paragraph_before() -> None:
    page = Paragraphs(Article.of("  One.\n\nTwo.\n"))
    assert [page.number(offset) for offset in (0, 2, 7, 8, 12)] == [1, 1, 1, 2, 2]
    assert list(page.over(0, 12)) == [1, 2]
    assert list(page.over(8, 9)) == [2]


@given(texts)
def test_every_word_is_in_one_paragraph_in_order(text: str) -> None:
    article = Article.of(text)
    spans = Paragraphs(article).spans
    assert "".join("".join(span.text.split()) for span in spans) == "".join(article.text.split())
    assert all(left.end <= right.start for left, right in pairwise(spans))
