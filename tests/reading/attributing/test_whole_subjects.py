"""Subjects of which the source is but a piece."""

from __future__ import annotations

import pytest

from reportedly.reading.attributing.whole_subjects import with_whole_subjects
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import attribution


def told(article: Article, source: str, cue: str, content: str) -> Attribution:
    return attribution(article, source, cue, [content])


@pytest.mark.parametrize(
    ("text", "source", "cue", "whole"),
    [
        ("The trade minister offered a truce.", "The trade", "offered", "The trade minister"),
        ("Renn's board has put off a truce.", "Renn's", "has put off", "Renn's board"),
        ("Renn's company still wants a truce.", "Renn", "wants", "Renn's company"),
        ("The think tank Gauge wants a truce.", "tank Gauge", "wants", "The think tank Gauge"),
        ("Renn later offered a truce.", "Renn", "offered", "Renn"),
        ("He minister offered a truce.", "He", "offered", "He"),
        ("Renn's remarks calling for a truce.", "Renn", "calling for", "Renn"),
        ("Renn's offer meant a truce.", "Renn", "offer", "Renn"),
    ],
)
def test_a_source_has_its_noun(text: str, source: str, cue: str, whole: str) -> None:
    article = Article.of(text, id="one", language="en")
    (found,) = with_whole_subjects(article, [told(article, source, cue, "a truce")])
    assert found.source is not None
    assert found.source.text == whole
