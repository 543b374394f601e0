from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given

from reportedly.reading.layout.quotation_kinds import kind_of
from reportedly.reading.layout.quotations import Quotation
from reportedly.reading.layout.segment import segment
from reportedly.records import Article
from tests.cases import Case, cases
from tests.strategies import quoted_texts


def quotations(text: str) -> tuple[Quotation, ...]:
    return segment(Article.of(text)).quotations


def lines(found: tuple[Quotation, ...]) -> tuple[str, ...]:
    """Each quotation on a line, indented under the one around it, its pieces apart by ¶."""
    depths: list[int] = []
    for quotation in found:
        depths.append(0 if quotation.within is None else depths[quotation.within] + 1)
    return tuple(
        "  " * depth
        + quotation.kind
        + (": " if quotation.paired else ", unpaired: ")
        + " ¶ ".join(piece.text for piece in quotation.pieces)
        for quotation, depth in zip(found, depths, strict=True)
    )


@pytest.mark.parametrize("case", cases("quotations"), ids=lambda case: case.name)
def test_worked_examples(case: Case) -> None:
    assert lines(segment(case.article).quotations) == case.expected


def test_the_whole_reaches_from_mark_to_mark() -> None:
    (quotation,) = quotations("Renn: “It is not safe,\n\n“and nobody should sail.” She left.")
    assert quotation.whole.text == "“It is not safe,\n\n“and nobody should sail.”"


def test_a_quotation_that_is_never_taken_up_ends_with_its_sentence() -> None:
    (quotation,) = quotations("Renn said: “It is not safe. Then she left.\n\nThe harbour closed.")
    assert [piece.text for piece in quotation.pieces] == ["It is not safe."]
    assert not quotation.paired


def test_one_that_heads_its_paragraph_ends_with_the_paragraph() -> None:
    (quotation,) = quotations("“It is not safe. Nobody should sail.\n\nThe harbour closed.")
    assert [piece.text for piece in quotation.pieces] == ["It is not safe. Nobody should sail."]


def test_a_forgotten_mark_does_not_run_through_the_rest_of_the_text() -> None:
    paragraphs = ["“It is not safe.", *["The harbour closed."] * 6, "He said so.”"]
    assert [q.paired for q in quotations("\n\n".join(paragraphs))] == [False, False]


@pytest.mark.parametrize("text", ['""', "“ ”", "«»", "``''", '"', "”", "‘", "'", "“\n\n“\n\n”"])
def test_marks_with_nothing_between_them_quote_nothing(text: str) -> None:
    assert quotations(text) == ()


def test_direction_marks_do_not_hide_the_start_of_a_word() -> None:
    assert lines(quotations('He said \u202a"We stay," and left.')) == ("speech: We stay,",)


def test_many_open_marks_hold_no_more_text_than_there_is() -> None:
    text = ' "a' * 20_000
    assert sum(len(piece.text) for q in quotations(text) for piece in q.pieces) < 20 * len(text)


@pytest.mark.parametrize(
    ("words", "before", "after", "kind"),
    [
        ("The Late Table", "Speaking on ", " Tuesday night,", "title"),
        ("Weiner.", "featured in the documentary ", "", "title"),
        ("Never.", "He answered: ", "", "speech"),
        ("Nice Try", "", " she texted.", "speech"),
        ("RESIGN NOW", "signs that read ", " and", "speech"),
        ("protocol", "a newspaper that misspells ", ",", "speech"),
        ("reform", "The so-called ", " would come", "term"),
        ("a disaster", "He called it ", ".", "speech"),
        ("…", "", "", "speech"),
    ],
)
def test_kinds(words: str, before: str, after: str, kind: str) -> None:
    assert kind_of(words, before, after) == kind


@given(quoted_texts)
def test_places_hold_their_words_in_any_text(text: str) -> None:
    found = quotations(text)
    for position, quotation in enumerate(found):
        assert quotation.pieces
        for span in (quotation.whole, *quotation.pieces):
            assert span.text == text[span.start : span.end]
        for piece in quotation.pieces:
            assert piece.text == piece.text.strip()
            assert quotation.whole.start <= piece.start < piece.end <= quotation.whole.end
        assert all(one.end <= two.start for one, two in pairwise(quotation.pieces))
        if quotation.within is not None:
            outer = found[quotation.within]
            assert quotation.within < position
            assert outer.whole.start <= quotation.whole.start < quotation.whole.end <= outer.whole.end
