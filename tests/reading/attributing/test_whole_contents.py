from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_contents import with_whole_contents
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find

TEXT = (
    "Renn called for better lighting on the towpath. She urged the council not to wait.\n\n"
    "The lamps are out. She told Ms Hall to resign."
)
ARTICLE = Article.of(TEXT, id="one", language="en")


@pytest.mark.parametrize(
    ("pieces", "whole"),
    [
        (["for", "better lighting"], ["better lighting"]),
        (["better", "lighting", "on the towpath"], ["better lighting on the towpath"]),
        (["better lighting", "the towpath"], ["better lighting", "the towpath"]),
        (["the council", "not to wait"], ["not to wait"]),
        (["Ms", "to resign"], ["to resign"]),
        (["The", "to resign"], ["to resign"]),
        (["not to wait", "The lamps are out"], ["not to wait", "The lamps are out"]),
    ],
)
def test_pieces_side_by_side_are_one(pieces: list[str], whole: list[str]) -> None:
    content = tuple(find(ARTICLE, piece) for piece in pieces)
    one = Attribution(
        source=find(ARTICLE, "Renn"),
        cue=find(ARTICLE, "called"),
        content=content,
        addressees=(find(ARTICLE, "the council"),),
        form="indirect",
    )
    (found,) = with_whole_contents(ARTICLE, [one])
    assert [span.text for span in found.content] == whole
