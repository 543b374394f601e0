"""Possessives before the name that they mean."""

import pytest

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("Ola Kell left. On his website, Timur Renn has a map.", "his", "Timur Renn"),
        ("Ola Kell left. During his first long visit, Timur Renn slept.", "his", "Timur Renn"),
        ("Ola Kell left. Renn saw his website, Timur Renn has a map.", "his", "Ola Kell"),  # no fronted phrase
        ("Mr Kell left. On his website, Mrs Renn has a map.", "his", "Kell"),
    ],
)
def test_a_fronted_possessive_is_the_subjects(text: str, word: str, name: str) -> None:
    article = Article.of(text)
    names = [n for n in ("Ola Kell", "Mr Kell", "Timur Renn", "Mrs Renn", "his") if n in text]
    cast = resolve(article, [], [Mention(span=find(article, n), kind="person") for n in names])
    id = cast.of(find(article, word))
    assert id is not None
    assert cast.actor(id).name == name


def test_her_view_is_not_that_of_whom_it_is_about() -> None:
    article = Article.of("Ada Renn left. In her view, Eva Kell is ready.")
    said = Attribution(
        source=find(article, "her"), cue=find(article, "view"), content=(find(article, "Eva Kell is ready"),),
        form="indirect",
    )  # fmt: skip
    cast = resolve(article, [said], [Mention(span=find(article, n), kind="person") for n in ("Ada Renn", "Eva Kell")])
    id = cast.of(find(article, "her"))
    assert id is not None
    assert cast.actor(id).name == "Ada Renn"
