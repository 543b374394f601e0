"""Bodies that a noun takes up."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import ActorKind, Article
from tests.byhand import find


def meant(text: str, words: str, *others: tuple[str, ActorKind], kind: ActorKind = "organisation") -> str | None:
    """The name of whom the words mean."""
    article = Article.of(text)
    mentions = [Mention(span=find(article, name), kind=sort) for name, sort in (*others, (words, kind))]
    cast = resolve(article, [], mentions)
    return cast.actor(cast.of(find(article, words)) or "").name


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Union Bank", "the union", None),
        ("Dockers' Union", "the union", "Dockers' Union"),
        ("Union of Dockers", "the union", "Union of Dockers"),
        ("League Council", "the league", None),
    ],
)
def test_a_noun_takes_up_the_name_of_such_a_body(name: str, words: str, expected: str | None) -> None:
    assert meant(f"{name} met. Then {words} left.", words, (name, "organisation")) == expected


def test_what_only_belongs_to_a_body_is_not_the_body() -> None:
    text = "A campaign chief spoke. Then the campaign left."
    assert meant(text, "the campaign", ("A campaign chief", "person")) is None


@pytest.mark.parametrize(
    ("role", "expected"),
    [
        ("a spokesman for Northrun", "Northrun"),
        ("an engineer", None),
    ],
)
def test_a_body_is_that_of_whoever_speaks_for_it(role: str, expected: str | None) -> None:
    text = f"Northrun grew. Otar Lind, {role}, spoke. Now his company will shrink."
    people: tuple[tuple[str, ActorKind], ...] = ((f"Otar Lind, {role}", "person"), ("his", "person"))
    assert meant(text, "his company", ("Northrun", "organisation"), *people) == expected


def test_a_government_is_that_of_whose_minister_speaks() -> None:
    text = "Norway grew. The Norwegian minister Otar Lind spoke. Now his government will shrink."
    people: tuple[tuple[str, ActorKind], ...] = (("The Norwegian minister Otar Lind", "person"), ("his", "person"))
    assert meant(text, "his government", ("Norway", "government"), *people, kind="government") == "Norway"


@pytest.mark.parametrize(
    ("name", "words", "expected"),
    [
        ("Chamber of Engineers", "the engineers", "Chamber of Engineers"),
        ("Association of Harbour Employers", "the harbour employers", "Association of Harbour Employers"),
        ("Association of Harbour Employers", "the dockers", None),
    ],
)
def test_people_are_the_body_that_is_theirs(name: str, words: str, expected: str | None) -> None:
    assert (
        meant(f"The {name} met. Then {words} left.", words, (f"The {name}", "organisation"), kind="group") == expected
    )


def test_a_noun_cut_out_of_a_name_is_the_body_of_that_name() -> None:
    article = Article.of("The Sarn Ledger editorial board met.")
    words: tuple[tuple[str, ActorKind], ...] = (
        ("The Sarn Ledger editorial board", "outlet"),
        ("The Sarn Ledger editorial", "document"),
    )
    whole, cut = (Mention(span=find(article, name), kind=kind) for name, kind in words)
    cast = resolve(article, [], [whole, cut])
    assert cast.of(cut.span) == cast.of(whole.span)
