from __future__ import annotations

import pytest

from reportedly.reading.attributing.said_so import with_what_is_so
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article
from tests.byhand import find


def told(text: str, source: str, cue: str, so: str = "so") -> str:
    article = Article.of(text)
    given = Attribution(
        source=find(article, source), cue=find(article, cue), content=(find(article, so),), form="indirect"
    )
    (found,) = with_what_is_so(article, [given], find_sentences(article))
    return found.content[0].text


def test_what_somebody_said_so_of_is_the_sentence_or_clause_before() -> None:
    assert told("The pass will open on Friday. Ada Renn said so.", "Ada Renn", "said") == "The pass will open on Friday"
    text = "Night fell. The pass will open; Ada Renn told the Gazette so on Monday."
    assert told(text, "Ada Renn", "told", "so on Monday") == "The pass will open"


@pytest.mark.parametrize(
    ("text", "source", "cue"),
    [
        ("She opposes the law and told the minister so.", "She", "told"),
        ("Will the pass open? Ada Renn said so.", "Ada Renn", "said"),
        ("Korda says it will open. Ada Renn believes so.", "Ada Renn", "believes"),
        ("The pass will open.\n\nAda Renn said so.", "Ada Renn", "said"),
    ],
)
def test_elsewhere_it_stays(text: str, source: str, cue: str) -> None:
    assert told(text, source, cue) == "so"
