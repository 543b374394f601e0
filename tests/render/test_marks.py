from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from reportedly.records import Reading, Span
from reportedly.render.marks import pieces_of
from reportedly.render.outline import Outline
from tests.byhand import find
from tests.strategies import readings


def shown(reading: Reading, paragraph: int) -> list[tuple[str, list[tuple[str, tuple[int, ...]]], tuple[int, ...]]]:
    """The pieces of a paragraph: text, role and numbers of each mark, numbers that stand after it."""
    pieces = pieces_of(Outline(reading))[paragraph - 1]
    return [(piece.text, [(mark.role, mark.of) for mark in piece.marks], piece.numbers) for piece in pieces]


def test_a_paragraph_is_cut_where_marks_begin_and_end(reading: Reading) -> None:
    assert shown(reading, 1) == [
        ("PORT ELSWICK", [("dateline", ())], ()),
        (" (Meridian Wire) — ", [], ()),
        ("The harbour will close on Monday", [("content", (1,))], ()),
        (",", [], (1,)),
        (" ", [], ()),
        ("two engineers who saw the survey", [("source", (1,))], ()),
        (" ", [], ()),
        ("told", [("cue", (1,))], ()),
        (" the Elswick Courier.", [], ()),
    ]


def test_both_pieces_of_an_interrupted_quotation_are_of_one_statement(reading: Reading) -> None:
    pieces = shown(reading, 2)
    assert [text for text, marks, _ in pieces if ("content", (2,)) in marks] == ["It is not safe", "Nobody should sail"]
    assert pieces[-1] == (".”", [], (2,))  # the number comes last


def test_a_nested_content_lies_within_the_outer_one(reading: Reading) -> None:
    outer = reading.statements[0]
    inner = replace(outer, id="s0", within="s1", content=(find(reading.article, "close on Monday"),))
    pieces = shown(replace(reading, statements=(inner, outer)), 1)
    assert ("close on Monday", [("content", (1,)), ("content", (2,))], ()) in pieces
    assert (",", [], (1, 2)) in pieces
    assert ("told", [("cue", (1, 2))], ()) in pieces  # one mark for both


def test_contents_that_overlap_share_what_both_cover(reading: Reading) -> None:
    first = reading.statements[0]
    second = replace(first, id="s0", content=(find(reading.article, "on Monday, two"),))
    pieces = shown(replace(reading, statements=(first, second)), 1)
    assert ("on Monday", [("content", (1,)), ("content", (2,))], ()) in pieces
    assert ("two", [("content", (2,)), ("source", (1, 2))], (2,)) in pieces


def test_a_content_that_runs_over_paragraphs_is_marked_in_each(reading: Reading) -> None:
    text = reading.article.text
    whole = reading.article.span(text.index("It is"), text.index("She met") + 3)
    long = replace(reading.statements[0], content=(whole,))
    pieces = pieces_of(Outline(replace(reading, statements=(long,))))
    assert pieces[1][-1].marks[0].role == "content"
    assert pieces[2][0].text == "She"
    assert pieces[2][0].numbers == (1,)


@given(readings())
def test_every_character_carries_the_marks_of_all_spans_over_it(reading: Reading) -> None:
    outline = Outline(reading)
    wanted: dict[int, set[tuple[str, int]]] = {}
    for entry in outline.entries:
        rows: list[tuple[str, Span | None]] = [("content", span) for span in entry.statement.content]
        for at, hop in enumerate(entry.hops):
            rows += [("source" if at == entry.said_by else "relay", hop.link.mention), ("cue", hop.link.cue)]
        for role, span in rows:
            if span:
                for offset in range(span.start, span.end):
                    wanted.setdefault(offset, set()).add((role, entry.number))
    numbers: list[int] = []
    for paragraph, pieces in zip(outline.paragraphs.spans, pieces_of(outline), strict=True):
        assert "".join(piece.text for piece in pieces) == paragraph.text
        start = paragraph.start
        for piece in pieces:
            found = {(mark.role, number) for mark in piece.marks for number in mark.of}
            for offset in range(start, start + len(piece.text)):
                assert found == wanted.get(offset, set())
            start += len(piece.text)
            numbers += piece.numbers
    assert sorted(numbers) == [entry.number for entry in outline.entries]
