"""What bodies without a name are, by whoever heads them."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.actors import resolve
from reportedly.records import ActorKind, Article
from tests.byhand import find


@pytest.mark.parametrize(
    ("text", "body", "roles"),
    [
        ("Trade Minister Ada Renn left. Her ministry was closed.", "Her ministry", ("trade ministry",)),
        ("Minister of the Interior Ada Renn left. The ministry was closed.", "The ministry", ("interior ministry",)),
        ("Minister of Trade Ada Renn left. Her ministry was shut.", "Her ministry", ("trade ministry",)),
        ("Prime Minister Ada Renn left. Her office was closed.", "Her office", ("office of the prime minister",)),
        ("Ada Renn, the Sarnish president, left. Her office was closed.", "Her office", ("office of the president",)),
        ("Attorney General Ada Renn left. Her office was shut.", "Her office", ("office of the attorney general",)),
        ("Secretary of State Ada Renn left. Her office shut.", "Her office", ("office of the secretary of state",)),
        ("Gov. Ada Renn left. Her office was closed.", "Her office", ()),
        ("Prime Minister Ada Renn left. The ministry was closed.", "The ministry", ()),
        ("Trade Minister Ada Renn left. A ministry was closed.", "A ministry", ()),
        ("Trade Minister Ada Renn left. The ministry in Olden was closed.", "The ministry in Olden", ()),
    ],
)  # fmt: skip
def test_a_ministry_or_office_is_told_by_whoever_heads_it(text: str, body: str, roles: tuple[str, ...]) -> None:
    article = Article.of(text)
    kinds: dict[str, ActorKind] = {"Ada Renn": "person", body: "organisation"}
    if body.startswith("Her"):
        kinds["Her"] = "person"
    cast = resolve(article, [], [Mention(span=find(article, words), kind=kind) for words, kind in kinds.items()])
    actor = cast.actor(cast.of(find(article, body)) or "")
    assert (actor.name, actor.roles) == (None, roles)


def test_of_two_ministers_nobody_is_the_ministry_s() -> None:
    article = Article.of("Trade Minister Ada Renn met Health Minister Otto Bell. The ministry was closed.")
    kinds: dict[str, ActorKind] = {"Ada Renn": "person", "Otto Bell": "person", "The ministry": "organisation"}
    cast = resolve(article, [], [Mention(span=find(article, words), kind=kind) for words, kind in kinds.items()])
    assert cast.actor(cast.of(find(article, "The ministry")) or "").roles == ()


def test_whose_office_it_is_who_leads_a_party() -> None:
    article = Article.of("The Greens met. The Greens’ co-leader, Ivo Pell, rejected it. Pell’s office was closed.")
    kinds: dict[str, ActorKind] = {
        "The Greens": "organisation", "The Greens’ co-leader, Ivo Pell": "person", "Pell": "person",
        "Pell’s office": "organisation",
    }  # fmt: skip
    cast = resolve(article, [], [Mention(span=find(article, words), kind=kind) for words, kind in kinds.items()])
    assert cast.of(find(article, "Pell’s office")) != cast.of(find(article, "The Greens"))
