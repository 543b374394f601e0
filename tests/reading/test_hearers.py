from __future__ import annotations

import pytest

from reportedly.reading.attribution import Attribution
from reportedly.reading.hearers import with_hearers
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "source", "cue", "hears"),
    [
        ("Voss was told the pump had failed.", "Voss", "was told", True),
        ("Voss has never been asked the pump had failed.", "Voss", "has never been asked", True),
        ("Voss has told the pump had failed.", "Voss", "has told", False),
        ("Voss was afraid the pump had failed.", "Voss", "was afraid", False),
        ("They were told by Voss the pump had failed.", "Voss", "were told", False),
        ("Asked whether the pump had failed, Voss shrugged.", "Voss", "Asked", True),
        ("Asked by Voss whether the pump had failed, she shrugged.", "Voss", "Asked", False),
        ("Voss, asked whether the pump had failed, shrugged.", "Voss", "asked", True),
        ("The mayor, Ada Voss, asked whether the pump had failed.", "The mayor, Ada Voss", "asked", False),
        ("Voss, a reporter, asked whether the pump had failed.", "Voss", "asked", False),
        ("Voss asked whether the pump had failed.", "Voss", "asked", False),
    ],
)
def test_whoever_was_told_is_no_source(text: str, source: str, cue: str, hears: bool) -> None:
    article = Article.of(text, id="one", language="en")
    named = find(article, source)
    given = Attribution(
        source=named, cue=find(article, cue), content=(find(article, "the pump had failed"),), within=None,
        form="indirect", score=0.9,
    )  # fmt: skip
    (found,) = with_hearers(article.text, [given])
    assert (found.source, found.addressees) == ((None, (named,)) if hears else (named, ()))
