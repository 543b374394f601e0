"""Roles that a pronoun begins, with the name of whoever it stands for."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "called", "role"),
    [
        ("Ada Renn left. Her spokesman stayed.", "Her spokesman", "Ada Renn's spokesman"),
        ("Ada Renn left. Her own cousin stayed.", "Her own cousin", "Ada Renn's cousin"),
        ("Ada Sams left. Her spokesman stayed.", "Her spokesman", "Ada Sams' spokesman"),
        ("The mayor left. Her spokesman stayed.", "Her spokesman", "Her spokesman"),
        ("Ada Renn left. My spokesman stayed.", "My spokesman", "My spokesman"),
    ],
)
def test_a_role_tells_whose_it_is(text: str, called: str, role: str) -> None:
    article = Article.of(text)
    words = (text.partition(" left")[0], called, called.split()[0])
    cast = resolve(article, [], [Mention(span=find(article, each), kind="person") for each in words])
    assert cast.actor(cast.of(find(article, called)) or "").roles == (role,)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("The Elm Union left the talks. Its chair, Tom Vale, stayed.", "Tom Vale", "Elm Union's chair"),
        ("Nobody left the talks. Its chair, Tom Vale, stayed.", "Tom Vale", "chair"),
        ("The Elm Union's talks failed. Its envoy, Captain Tom Vale, stayed.", "Tom Vale", "Captain"),
    ],
)
def test_a_role_beside_a_name_tells_whose_it_is(text: str, name: str, role: str) -> None:
    article = Article.of(text)
    known = [Mention(span=find(article, name), kind="person")]
    if "Elm Union" in text:
        known.append(Mention(span=find(article, "The Elm Union"), kind="organisation"))
    cast = resolve(article, [], known)
    assert role in cast.actor(cast.of(find(article, name)) or "").roles
