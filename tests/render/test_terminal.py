from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from reportedly.records import Actor, Article, Chain, Link, Reading, Statement, Timex
from reportedly.render.terminal import NARROWEST, WIDEST, render_terminal
from tests.byhand import find
from tests.strategies import readings

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def of_text(text: str) -> Reading:
    """A reading in which the whole text is the title, the outlet, the speaker, the cue and the content."""
    article = Article.of(text, title=text, outlet=text, published="2031-03-14", byline=[text])
    whole = article.span(0, len(article.text))
    actors = (Actor(id="a1", kind="outlet", name=text), Actor(id="a2", kind="person", name=text, roles=(text,)))
    chain = Chain((Link(actor="a1"), Link(actor="a2", mention=whole, cue=whole, addressees=("a1",))))
    statement = Statement(id="s1", form="direct", content=(whole,), sourcing="on_record", chain=chain, score=1)
    return Reading(article=replace(article, wires=(text,)), actors=actors, statements=(statement,), notes=(text,))


def test_the_page_of_a_small_reading(reading: Reading) -> None:
    assert render_terminal(reading) == (
        "Harbour to close\n"
        "The Lantern · Friday 14 March 2031 · by Jo Marsh · copy from Meridian Wire\n"
        "2 statements, 1 contact, 1 position · no other outlet cited\n"
        "spokesperson 1 · unnamed 1\n"
        "\n"
        "two engineers who saw the survey                                     unnamed · 2\n"
        " ¶1  told → Elswick Courier\n"
        "       The harbour will close on Monday\n"
        "       The Lantern ‹ two engineers who saw the survey\n"
        "\n"
        "Ada Renn, spokeswoman for the port authority, for port authority    spokesperson\n"
        " ¶2  said\n"
        "       “It is not safe” … “Nobody should sail”\n"
        "       The Lantern ‹ Ada Renn ‹ port authority\n"
        "\n"
        "Contacts\n"
        " ¶3  held  Fri 14 Mar  meeting  Ada Renn × Tom Vale · 3rd time\n"
        "       “She met Mayor Tom Vale on Friday”\n"
        "\n"
        "Positions\n"
        " ¶3  Tom Vale  against  closing the harbour\n"
        "       “Vale is against closing the harbour”\n"
        "\n"
        "Dates\n"
        " ¶1  on Monday  Mon 17 Mar\n"
        " ¶3  on Friday  Fri 14 Mar\n"
        "\n"
        "Notes\n"
        "  – hand-made\n"
        "\n"
        "¶ paragraph · A ‹ B: A has it from B\n"
    )


def test_a_nested_statement_not_yet_made_through_somebody_unnamed(reading: Reading) -> None:
    outer = reading.statements[0]
    chain = Chain((*outer.chain, Link(actor="a6", addressees=("a4", "a2"))))
    inner = replace(outer, id="s3", within="s1", status="expected", sourcing="on_record", chain=chain)
    page = render_terminal(replace(reading, statements=(outer, inner)))
    assert "\nTom Vale, Mayor                                                        on record\n" in page
    assert "\n ¶1  ↳ → port authority and Elswick Courier                         not yet said\n" in page
    assert "\n       The Lantern ‹ *two engineers who saw the survey* ‹ Tom Vale\n" in page
    assert page.endswith("B: A has it from B · *weakest hop*\n↳ inside another statement\n")


def test_one_expression_that_means_the_same_days_again_stands_in_one_row(reading: Reading) -> None:
    monday, friday = reading.timexes
    again = Timex(span=find(reading.article, "Friday"), from_=friday.from_, to=friday.to)
    late = replace(again, span=find(reading.article, "this month"), from_=None, to=None)
    page = render_terminal(replace(reading, timexes=(late, friday, monday, replace(monday, span=friday.span))))
    assert "\nDates\n ¶1  on Monday   Mon 17 Mar\n" in page
    assert "\n ¶3  this month  not known\n" in page
    both = replace(monday, span=find(reading.article, "The")), replace(monday, span=find(reading.article, "the", nth=3))
    assert "\n ¶1  The  Mon 17 Mar · also ¶2\n" in render_terminal(replace(reading, timexes=both))


def test_dates_without_room_for_columns_run_on(reading: Reading) -> None:
    page = render_terminal(
        replace(reading, timexes=(Timex(span=find(reading.article, "two engineers who saw")),)), width=30
    )
    assert "\n ¶1  two engineers who saw ·\n     not known\n" in page


def test_sections_without_records_are_absent(reading: Reading) -> None:
    page = render_terminal(replace(reading, statements=(), contacts=(), positions=(), timexes=(), notes=()))
    assert page.endswith("0 statements\n\nNo statements found.\n")


def test_firmness_that_differs_within_a_group_stands_at_the_statement(reading: Reading) -> None:
    second = replace(reading.statements[1], id="s3", sourcing="on_record", status="declined")
    page = render_terminal(replace(reading, statements=(*reading.statements, second)))
    assert "\n ¶2  said" + " " * 51 + "declined · on record\n" in page


def test_what_is_less_likely_than_not_is_marked(reading: Reading) -> None:
    first, *others = reading.statements
    doubted = replace(reading, statements=(replace(first, score=0.4), *others))
    assert "unsure" not in render_terminal(reading)
    page = render_terminal(doubted)
    assert "(1 unsure)" in page
    assert "unsure: look at the words yourself" in page


def test_colours_are_only_there_when_asked_for(reading: Reading) -> None:
    plain, coloured = render_terminal(reading), render_terminal(reading, colour=True)
    assert not ANSI.search(plain)
    assert ANSI.search(coloured)
    assert ANSI.sub("", coloured) == plain


def test_a_style_ends_with_its_words(reading: Reading) -> None:
    expected = replace(reading.statements[1], status="expected")
    page = render_terminal(replace(reading, statements=(expected,)), colour=True)
    assert "\x1b[3msaid\x1b[0m" in page
    assert "\x1b[1mnot yet said\x1b[0m\n" in page
    assert "\x1b[36mspokesperson\x1b[0m\n" in page
    assert "\x1b[1mAda Renn\x1b[0m, spokeswoman" in page


def test_the_surroundings_decide_nothing(reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, coloured = render_terminal(reading), render_terminal(reading, colour=True)
    for name, value in {"NO_COLOR": "1", "FORCE_COLOR": "1", "COLUMNS": "30", "TERM": "dumb"}.items():
        monkeypatch.setenv(name, value)
    assert (render_terminal(reading), render_terminal(reading, colour=True)) == (plain, coloured)


def test_hostile_text_drives_nothing() -> None:
    page = render_terminal(of_text("\x1b]0;owned\x07 [bold red]x[/] :smile: \x9b2J\u202egnirts\x08\x08 end"))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", page)
    assert "␛]0;owned␇ [bold red]x[/] :smile: �2Jgnirts␈␈ end" in page.replace("\n       ", " ")


@pytest.mark.parametrize(
    "text", ["漢字" * 60, "e\u0301" * 90, "\U0001f469\u200d\U0001f467" * 40, "שלום עולם " * 20, "x" * 300, "ก็" * 70]
)
@pytest.mark.parametrize("width", [1, NARROWEST, 33, 80, 300])
def test_scripts_of_every_width_keep_to_the_width(text: str, width: int) -> None:
    lines = render_terminal(of_text(text), width=width).splitlines()
    assert max(map(cell_len, lines)) <= min(max(width, NARROWEST), WIDEST)


@given(readings(), st.integers(NARROWEST, 120), st.booleans())
def test_no_line_is_wider_than_asked_for(reading: Reading, width: int, colour: bool) -> None:
    page = render_terminal(reading, width=width, colour=colour)
    lines = ANSI.sub("", page).split("\n")
    assert max(map(cell_len, lines)) <= min(width, WIDEST)
    assert page.endswith("\n")
    assert not any(line.endswith(" ") for line in lines)
