"""Quotations inside what somebody says."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.told_quotations import with_told_quotations
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


def read(text: str, cue: str, *pieces: str, floating: str | None = None) -> list[Attribution]:
    article = Article.of(text, id="one", language="en")
    outer = Attribution(
        source=find(article, "Renn"), cue=find(article, "writes"), content=(find(article, "all"),), form="indirect"
    )
    inner = Attribution(
        source=find(article, "One"), cue=find(article, cue), content=tuple(find(article, p) for p in pieces),
        within=0, form="direct",
    )  # fmt: skip
    given = [outer, inner]
    if floating is not None:
        given.append(Attribution(source=None, cue=None, content=(find(article, floating),), form="direct"))
    return with_told_quotations(article, given)


@pytest.mark.parametrize(
    ("text", "cue", "pieces", "whole"),
    [
        ('Renn writes: all is lost. One told me: "It is so. Sad."', "told", ["so", "Sad"], "It is so. Sad."),
        ("Renn writes: all is lost. One said, ‘It is over,’ and left.", "said", ["It"], "It is over"),
        ("Renn writes: all is lost. One said, ‘It is over.’", "said", ["It is over"], "It is over"),
        ("Renn writes: all is lost. One said: “It is over.\nNo.”", "said", ["over"], "over"),
        ("Renn writes: all is lost. One said: “It is over.”", "said", ["lost"], "lost"),
        ("Renn writes: all is lost. One left: “It is over.”", "left", ["over"], "over"),
    ],
)
def test_a_quotation_is_told_whole(text: str, cue: str, pieces: list[str], whole: str) -> None:
    _, inner = read(text, cue, *pieces)
    assert [span.text for span in inner.content] == [whole]


def test_a_quotation_that_is_told_does_not_float() -> None:
    text = 'Renn writes: all is lost. One told me: "It is over." "No."'
    assert len(read(text, "told", "over", floating="It is over.")) == 2
    assert len(read(text, "told", "over", floating="No.")) == 3
