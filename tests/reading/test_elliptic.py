"""Whoever is only said to be for or against stands on what was told of just before."""

from __future__ import annotations

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.positions.elliptic import elliptic_stands
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.weights import stand_weights
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records import Actor, Article, Position
from tests.byhand import find

NAMES = ("Sarn", "Ulm", "Olden")


def stands(text: str, *, told: str = "Sarn opposes the loan") -> list[tuple[str, str, str]]:
    """Who stands where on what, by the words of a text behind those that are `told` before."""
    article = Article.of(text, id="one")
    known = [name for name in NAMES if name in text]
    actors = tuple(Actor(id=name, kind="government", name=name, mentions=(find(article, name),)) for name in known)
    cast = Cast(
        actors=(Actor(id="The Lantern", kind="outlet", name="The Lantern"), *actors),
        outlet="The Lantern",
        places={(m.start, m.end): a.id for a in actors for m in a.mentions},
    )
    ground = Ground(
        article=article, lookup=Lookup(cast), statements=[], leanings=Leanings(), weights=stand_weights()
    )  # fmt: skip
    before = Position(
        id="p", holder="Sarn", target="the loan", stance="against", evidence=find(article, told), statement=None,
        score=0.9,
    )  # fmt: skip
    found = elliptic_stands(ground, [before], lambda words: None, lambda id: True)
    return [(position.holder, position.stance, position.target) for position in found]


@pytest.mark.parametrize(
    ("behind", "expected"),
    [
        (", while Ulm and Olden are undecided.", [("Ulm", "undecided"), ("Olden", "undecided")]),
        (" but Olden is in favour.", [("Olden", "for")]),
        (". Ulm, which met Sarn's envoys, is still firmly against it.", [("Ulm", "against")]),
        ("; Ulm remains opposed, it says.", [("Ulm", "against")]),
        (".\n\nUlm is against.", []),
        (". Is Ulm in favour?", []),
        (". Nobody knows whether Ulm is against.", []),
        (". Ulm is against the law.", []),
    ],
)
def test_who_is_for_or_against_is_so_of_what_was_told_before(behind: str, expected: list[tuple[str, str]]) -> None:
    assert stands(f"Sarn opposes the loan{behind}") == [(*one, "the loan") for one in expected]
