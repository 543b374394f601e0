from __future__ import annotations

import pytest

from reportedly.reading.attributing.subjects import with_subjects
from reportedly.reading.attribution import Attribution
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("The base has not answered our questions.", "has not answered", "The base"),
        ("The base of Voss agreed on our questions.", "agreed", "The base of Voss"),
        ("Voss is expected to dodge our questions.", "is expected", None),
        ("They saw Voss believed to dodge our questions.", "believed", None),
        ("Voss widely expected to dodge our questions.", "widely expected", None),
        ("They named Voss citing our questions.", "citing", None),
        ("The base, he knows, answered our questions.", "answered", None),
        ("They went to Voss provided our questions were known.", "provided", None),
        ("Captain Voss agreed on our questions.", "agreed", "Voss"),
        ("His angry letter answered our questions.", "answered", "His angry letter"),
        ("The weather answered our questions.", "answered", None),  # neither a mention nor a document
        ("They found a league that answered our questions.", "answered", "that"),
        ("They found a memo, which answered our questions.", "answered", "a memo"),
        ("To our questions Voss agreed.", "agreed", None),  # the content stands before
    ],
)
def test_whoever_stands_before_an_active_cue_is_its_subject(text: str, cue: str, source: str | None) -> None:
    article = Article.of(text, id="one", language="en")
    mentions = [find(article, name) for name in ("The base of Voss", "The base", "Voss") if name in text]
    given = Attribution(source=None, cue=find(article, cue), content=(find(article, "our questions"),), form="indirect")
    (found,) = with_subjects(article, [given], mentions)
    assert (found.source and found.source.text) == source


def test_a_source_stays() -> None:
    article = Article.of("Voss knows Lund agreed on it.", id="one", language="en")
    voss = find(article, "Voss")
    given = Attribution(source=voss, cue=find(article, "agreed"), content=(find(article, "it"),), form="indirect")
    assert with_subjects(article, [given], [voss, find(article, "Lund")]) == [given]


@pytest.mark.parametrize(
    ("text", "cue", "source"),
    [
        ("Lund knows what his lawyer said.", "said", "his lawyer"),
        ("Lund stuck to his warning.", "warning", "his"),
        ("Lund stuck to his lawyer.", "lawyer", "his"),  # the cue is in the words
    ],
)
def test_a_pronoun_stands_with_whom_it_is_said_of(text: str, cue: str, source: str) -> None:
    article = Article.of(text, id="one", language="en")
    mentions = [find(article, name) for name in ("his", "his lawyer") if name in text]
    content = (find(article, "Lund"),)
    given = Attribution(source=find(article, "his"), cue=find(article, cue), content=content, form="indirect")
    (found,) = with_subjects(article, [given], mentions)
    assert found.source == find(article, source)
