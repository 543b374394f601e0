from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.furniture import Furniture, Piece, find_furniture
from reportedly.reading.left_out import notes_on_furniture, outside
from reportedly.records.article import Article
from tests.byhand import find

TEXT = """PORT ELSWICK (Meridian Wire) — The harbour will close on Monday, two engineers said.

Details

The quay was built in 1907 and has not been mended since the storm of the year before last, the engineers said.

Read also: Ferry to Lantern Island stops

Mayor opens new market hall on the old quay
"""


def test_what_was_left_out_is_named_with_its_words() -> None:
    (note,) = notes_on_furniture(find_furniture(Article.of(TEXT)).pieces)
    assert note == (
        "left out: heading “Details”, link to another article “Read also: Ferry to Lantern Island stops”, "
        "headline of another article “Mayor opens new market hall on the old quay”"
    )


def test_what_the_records_hold_is_not_named() -> None:
    assert (
        notes_on_furniture(find_furniture(Article.of("By Jo Marsh\n\nPARIS (AP) — It rained, she said.")).pieces) == ()
    )


def test_long_pieces_are_cut_and_many_are_counted() -> None:
    article = Article.of("word " * 100)
    pieces = [Piece(kind="notice", span=article.span(0, 500))] * 10
    (note,) = notes_on_furniture(pieces)
    assert note.count("notice “") == 8
    assert note.endswith("word…”, 2 more")
    assert note.count("word") == 8 * 12


@pytest.mark.parametrize(
    ("content", "kept"),
    [
        (("14:30", "The quay is shut"), ["The quay is shut"]),
        (("The quay is shut",), ["The quay is shut"]),
        (("14:30",), []),
    ],
)
def test_what_is_said_in_furniture_is_left_out(content: tuple[str, ...], kept: list[str]) -> None:
    article = Article.of("14:30\nThe quay is shut, Voss says.", id="one", language="en")
    furniture = Furniture(article=article, pieces=(Piece(kind="heading", span=find(article, "14:30")),))
    given = Attribution(
        source=find(article, "Voss"), cue=find(article, "says"), content=tuple(find(article, one) for one in content),
        form="indirect",
    )  # fmt: skip
    assert [span.text for one in outside(furniture, [given]) for span in one.content] == kept
