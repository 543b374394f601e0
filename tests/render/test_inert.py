from __future__ import annotations

import unicodedata

from hypothesis import given

from reportedly.render.inert import inert, one_line
from tests.strategies import texts


def test_controls_are_seen_and_drive_nothing() -> None:
    assert inert("\x1b[2J\x07\x7f\x9b31m") == "␛[2J␇␡�31m"
    assert inert("a\u202eb\u2067c\u2069") == "a�b\u2067c\u2069"
    assert inert("a\tb\r\nc\rd") == "a\tb\nc\nd"


def test_one_line_cannot_be_turned_broken_or_emptied_out() -> None:
    assert one_line(" a\u2028b\n\nc\u202ed\u2066e\ufeff ") == "a b cde"
    assert one_line("\udcff") == "�"


@given(texts)
def test_a_text_keeps_its_length_but_for_line_ends(text: str) -> None:
    assert len(inert(text)) == len(text) - text.count("\r\n")


@given(texts)
def test_no_control_character_is_left(text: str) -> None:
    assert all(unicodedata.category(character) != "Cc" for character in one_line(text))
    assert {character for character in inert(text) if unicodedata.category(character) == "Cc"} <= {"\t", "\n"}
    assert one_line(text) == " ".join(one_line(text).split())
