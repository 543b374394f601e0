"""One position a holder and thing, however often it is told, and none for whoever only passes it on."""

from __future__ import annotations

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.in_quotations import further_stands
from reportedly.reading.positions.repeats import each_once
from reportedly.reading.positions.weights import stand_weights
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records import Actor, Article, Chain, Link, Position, Statement
from reportedly.records.position import Stance
from tests.byhand import find

ARTICLE = Article.of(
    "Varga said Brask would open the lock only if it rained. "
    "Varga said her party would open the lock only if it rained. "
    "She is against the new toll on the canal, against this toll, and against the toll-keeper's house. "
    "Orlen backs the toll."
)
BRASK, PARTY = "Brask would open the lock only if it rained", "her party would open the lock only if it rained"


def lookup() -> Lookup:
    people = (("a2", "Varga"), ("a3", "Brask"), ("a4", "Orlen"))
    actors = (Actor(id=id, kind="person", name=name, mentions=(find(ARTICLE, name),)) for id, name in people)
    outlet = Actor(id="a1", kind="outlet", name="The Lantern")
    return Lookup(Cast(actors=(outlet, *actors), outlet="a1", principals={}, wires={}, sourcings={}, places={}))


def said(id: str, content: str, by: str = "a2", within: str | None = None) -> Statement:
    chain = Chain([Link(actor="a1"), Link(actor=by)])
    span = find(ARTICLE, content)
    return Statement(
        id=id, form="indirect", sourcing="on_record", content=(span,), chain=chain, score=1.0, within=within
    )


def position(
    holder: str, words: str, target: str, *, stance: Stance = "against", score: float = 0.6, said_in: str | None = None
) -> Position:
    evidence = find(ARTICLE, words)
    return Position(
        id="p", holder=holder, target=target, stance=stance, evidence=evidence, statement=said_in, score=score
    )


def once(*positions: Position, statements: tuple[Statement, ...] = ()) -> list[tuple[str, str]]:
    return [(p.holder, p.target) for p in each_once(positions, statements, lookup())]


def test_of_what_one_holder_says_again_the_fuller_stays() -> None:
    full = position("a2", "the new toll on the canal", "the new toll on the canal")
    assert once(position("a2", "this toll", "this toll"), full) == [("a2", "the new toll on the canal")]


def test_of_what_one_holder_says_again_the_surer_stays() -> None:
    full = position("a2", "the new toll on the canal", "the new toll on the canal", score=0.3)
    assert once(position("a2", "this toll", "this toll"), full) == [("a2", "this toll")]


@pytest.mark.parametrize(
    "other",
    [
        position("a4", "the toll", "the toll"),
        position("a2", "the toll.", "the toll", stance="for"),
        position("a2", "toll-keeper's house", "the toll-keeper's house"),
    ],
)
def test_another_holder_stance_or_thing_is_another_position(other: Position) -> None:
    assert len(once(position("a2", "this toll", "this toll"), other)) == 2


def test_what_a_speaker_tells_of_whoever_is_named_is_theirs() -> None:
    own = position("a2", BRASK, BRASK, stance="conditional", said_in="s1")
    theirs = position("a3", BRASK, "open the lock", stance="conditional", said_in="s1")
    assert once(own, theirs, statements=(said("s1", BRASK),)) == [("a3", "open the lock")]


def test_what_a_spokesperson_passes_on_is_the_principals() -> None:
    relay, toll = position("a4", "backs the toll", "the toll", said_in="s1"), find(ARTICLE, "the toll.")
    chain = Chain([Link(actor="a1"), Link(actor="a4"), Link(actor="a3")])
    statement = Statement(id="s1", form="indirect", sourcing="spokesperson", content=(toll,), chain=chain, score=1.0)
    principal = position("a3", "the toll.", "the toll", said_in="s1")
    assert once(relay, principal, statements=(statement,)) == [("a3", "the toll")]


def test_what_a_speaker_tells_of_her_party_is_hers() -> None:
    own = position("a2", PARTY, PARTY, stance="conditional", said_in="s1")
    theirs = position("a4", PARTY, "open the lock", stance="conditional", said_in="s1")
    assert once(own, theirs, statements=(said("s1", PARTY),)) == [("a2", PARTY)]


@pytest.mark.parametrize(
    ("quoted", "found"),
    [
        ("It is late. That is why I support a second lock.", [("for", "a second lock")]),
        ("No. I am not in favour of the toll. We oppose the weir.", [("against", "the toll"), ("against", "the weir")]),
        ("It is late. We would back the toll if it were lower.", [("conditional", "the toll")]),
        ("It is late. Would I back the toll? I back nobody.", []),
        ("It is late. I live by the lock. They oppose the toll.", []),
        ("I support a second lock.", []),
    ],
)
def test_a_quotation_tells_stands_further_down(quoted: str, found: list[tuple[str, str]]) -> None:
    article = Article.of(f"“{quoted}” Varga said.")
    actors = (Actor(id="a1", kind="outlet"), Actor(id="a2", kind="person", name="Varga"))
    cast = Cast(actors=actors, outlet="a1", principals={}, wires={}, sourcings={}, places={})
    statement = Statement(
        id="s1",
        form="direct",
        sourcing="on_record",
        content=(find(article, quoted),),
        chain=Chain([Link(actor="a1"), Link(actor="a2", mention=find(article, "Varga"), cue=find(article, "said"))]),
        score=1.0,
    )
    ground = Ground(
        article=article, lookup=Lookup(cast), statements=[statement], leanings=Leanings(), weights=stand_weights()
    )
    assert [(p.stance, p.target) for p in further_stands(ground, statement)] == found
