from __future__ import annotations

import pytest

from reportedly.reading.attributing.participles import with_main_subjects
from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Noting that the port was shut, Renn called for help.", "Renn"),
        ("It was late. After noting that the port was shut, Renn left.", "Renn"),
        ("But noting that “the port was shut,” though, Renn left.", "Renn"),
        ("Noting that the port was shut, others left Renn.", None),  # no mention stands there
        ("Renn left, noting that the port was shut, Lund said.", None),
        ("Noting that the port was shut. Renn left.", None),
        ("Noted that the port was shut, Renn left.", None),
    ],
)
def test_a_participle_that_begins_a_sentence_has_its_subject(text: str, source: str | None) -> None:
    article = Article.of(text, id="one", language="en")
    cue = next(word for word in ("Noting", "noting", "Noted") if word in text)
    given = Attribution(
        source=None, cue=find(article, cue), content=(find(article, "the port was shut"),), form="indirect"
    )
    mentions = [find(article, name) for name in ("Renn", "Lund") if name in text]
    (found,) = with_main_subjects(article, [given], mentions, find_sentences(article))
    assert (found.source and found.source.text) == source
