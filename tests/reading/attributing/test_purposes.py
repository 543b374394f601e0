from __future__ import annotations

import pytest

from reportedly.reading.attributing.purposes import with_purposes
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "source", "speaker"),
    [
        ("Renn will use talks with Voss to warn the port is full.", "Voss", "Renn"),
        ("Renn, the mayor, has phoned Voss on Monday to warn the port is full.", "Voss", "Renn"),
        ("Renn asked Voss to warn the port is full.", "Voss", "Voss"),
        ("Renn used a report that moved Voss to warn the port is full.", "Voss", "Voss"),
        ("Renn met nobody. A plan of Voss to warn the port is full.", "Voss", "Voss"),
        ("Renn met a man whom Lund sent, and Voss was there, to warn the port is full.", "Voss", "Voss"),
    ],
)
def test_an_infinitive_of_purpose_has_the_subject_of_its_verb(text: str, source: str, speaker: str) -> None:
    article = Article.of(text, id="one", language="en")
    names = [find(article, name) for name in ("Renn", "Lund", "Voss") if name in text]
    given = Attribution(
        source=find(article, source), cue=find(article, "to warn"), content=(find(article, "the port is full"),),
        within=None, form="indirect", score=0.9,
    )  # fmt: skip
    (found,) = with_purposes(article, [given], names)
    assert found.source == find(article, speaker)
