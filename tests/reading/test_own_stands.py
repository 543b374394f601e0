"""Where whoever speaks stands, by his own words, and which words about a stand say nothing of the kind."""

from __future__ import annotations

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.positions.asserted import asks, asserted, denies, disputes, greets
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.own_stands import own_words
from reportedly.reading.positions.positions import find_positions
from reportedly.reading.positions.told_by_cues import by_cue
from reportedly.reading.positions.weights import StandWeights
from reportedly.reading.scoring.leanings import Leanings
from reportedly.records import Actor, Article, Chain, Link, Statement
from reportedly.records.actor import ActorKind
from reportedly.records.position import STANCES
from reportedly.records.statement import Form
from tests.byhand import find


def stands(
    text: str,
    content: str,
    cue: str = "said",
    *,
    form: Form = "direct",
    kind: ActorKind = "person",
    unnamed: bool = False,
    orlen: str | None = None,
    called: str = "Varga",
) -> list[tuple[str, str]]:
    """The stances of Varga, mayor of Brask, and what they are on, without encoder and weights.

    `orlen` are words that mean Orlen, `called` those for Varga.
    """
    article = Article.of(text, outlet="The Lantern")
    who = find(article, called)
    varga = Actor(
        id="a2",
        kind=kind,
        name=None if unnamed else "Varga",
        unnamed=unnamed,
        roles=("mayor of Brask",),
        mentions=(who,),
    )
    places = {(who.start, who.end): "a2"}
    if orlen is not None:
        him = find(article, orlen)
        places[him.start, him.end] = "a3"
    cast = Cast(
        actors=(
            Actor(id="a1", kind="outlet", name="The Lantern"),
            varga,
            Actor(id="a3", kind="person", name="Orlen"),
        ),
        outlet="a1",
        principals={},
        wires={},
        sourcings={},
        places=places,
    )
    statement = Statement(
        id="s1",
        form=form,
        act="say",
        status="made",
        sourcing="on_record",
        content=(find(article, content),),
        chain=Chain([Link(actor="a1"), Link(actor="a2", mention=who, cue=find(article, cue))]),
        score=1.0,
    )
    nothing = StandWeights(
        holds={"always": -9.0}, stances={stance: {"always": 0.0} for stance in STANCES}, leaning=0.0, stance=0.0, at=0.0
    )
    ground = Ground(article=article, lookup=Lookup(cast), statements=[statement], leanings=Leanings(), weights=nothing)
    return [(position.stance, position.target) for position in find_positions(ground, ())]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("I am against the toll", [("against", "the toll")]),
        ("We oppose the toll", [("against", "the toll")]),
        ("I'm not against the toll", [("for", "the toll")]),
        ("We would support the toll if the money went to the ferry", [("conditional", "the toll")]),
        ("Brask is against the toll", [("against", "the toll")]),
        ("Orlen is against the toll", []),
        ("She backs the toll", []),
        ("I am not against anybody", []),
        ("Why would I oppose the toll?", []),
        ("It was back to the toll", []),
    ],
)
def test_what_the_speaker_says_in_the_first_person(content: str, found: list[tuple[str, str]]) -> None:
    assert stands(f"“{content},” Varga said.", content) == found


@pytest.mark.parametrize(
    ("text", "content", "cue", "found"),
    [
        ("Varga said she opposed the toll.", "she opposed the toll", "said", [("against", "the toll")]),
        ("Varga backs the toll.", "the toll", "backs", [("for", "the toll")]),
        ("Varga backs the mayor: “A decent woman.”", "A decent woman", "backs the mayor", [("for", "the mayor")]),
        ("Varga opposes neither toll nor lock.", "neither toll nor lock", "opposes", []),
        ("Varga backs the toll and will leave if it rains.", "the toll", "backs", [("for", "the toll")]),
        ("Varga backs the toll, and Orlen if it rains.", "the toll", "backs", [("for", "the toll")]),
        ("Varga backs the toll, with one proviso.", "the toll", "backs", [("conditional", "the toll")]),
        ("Varga would back the toll should Orlen pay.", "the toll", "would back", [("conditional", "the toll")]),
        ("Varga would support it only before spring.", "only before", "would support it", []),
        ("Varga stopped short of backing the toll.", "the toll", "backing", []),
        ("Orlen accused Varga of opposing the toll.", "the toll", "opposing", []),
        ("Varga expressed support for the lock.", "support for the lock", "expressed", [("for", "the lock")]),
        ("Nobody asked whether Varga backs the toll.", "the toll", "backs", []),
        ("Did Varga oppose the toll?", "the toll", "oppose", []),
        ("Varga dropped her opposition to the toll.", "the toll", "opposition to", []),
        ("Varga denied that she opposed the toll.", "she opposed the toll", "denied", []),
        ("Varga once supported the toll.", "the toll", "supported", []),
        ("Varga will not back the toll if it rains.", "the toll", "will not back", [("against", "the toll")]),
        ("Varga denied supporting the toll.", "the toll", "supporting", []),
        ("Varga condemned the toll as a theft.", "the toll as a theft", "condemned", [("against", "the toll")]),
        ("Varga voted on Monday to reject the toll.", "the toll", "reject", [("against", "the toll")]),
        ("Varga called for a second lock.", "a second lock", "called for", [("for", "a second lock")]),
        ("Varga wants the pilots gone.", "the pilots gone", "wants", [("against", "the pilots")]),
        ("Varga announced her support for the toll.", "her support for the toll", "announced", [("for", "the toll")]),
        ("Nor does Varga plan, Mr. Orlen says, to start denouncing the toll.", "the toll", "denouncing", []),
        ("It rained, as opposed to what Varga calls for.", "what Varga calls for", "opposed to", []),
        ("He told the debunked story that Mrs. Varga opposed the toll.", "the toll", "opposed", []),
        ("Any council of boatmen would oppose Varga on the toll.", "the toll", "would oppose", []),
        ("Varga doubts that she could back the toll.", "she could back the toll", "doubts", []),
        ("Varga backs the toll if needed.", "the toll if needed", "backs", [("for", "the toll if needed")]),
        ("A lock, which Varga has championed.", "which", "has championed", []),
        ("Varga refused to accept a toll.", "to accept a toll", "refused", [("against", "a toll")]),
    ],
)
def test_what_is_told_of_somebody(text: str, content: str, cue: str, found: list[tuple[str, str]]) -> None:
    assert stands(text, content, cue, form="indirect") == found


def test_somebody_who_is_backed_goes_by_his_name() -> None:
    text = "Orlen spoke. Varga backs him."
    assert stands(text, "him", "backs", form="indirect", orlen="him") == [("for", "Orlen")]
    assert stands(text, "him", "backs", form="indirect") == []
    text = "Orlen spoke. Varga backs him on the toll."
    assert stands(text, "him on the toll", "backs", form="indirect", orlen="him") == [("for", "Orlen")]


def test_farmers_hold_a_position_and_critics_none() -> None:
    for called, found in (("Farmers", [("against", "the toll")]), ("Critics", [])):
        text = f"{called} oppose the toll."
        assert stands(text, "the toll", "oppose", form="indirect", kind="group", unnamed=True, called=called) == found


def test_a_share_of_a_crowd_holds_no_position() -> None:
    assert (
        stands("Half of Varga backs the toll.", "the toll", "backs", form="indirect", kind="group", unnamed=True) == []
    )


@pytest.mark.parametrize(
    ("cue", "content", "stance"),
    [
        ("begged the town", "to wait", "for"),
        ("advised the port", "not to dig", "against"),
        ("asked", "the port to hire pilots", "for"),
        ("called", "the keeper to ask about swans", None),
        ("will", "sign the deed", "for"),
        ("will not", "sign the deed", "against"),
        ("wants", "no further lock", "against"),
        ("has offered", "no plan", None),
        ("must decide", "what price to ask", None),
        ("was not willing to say", "who keeps the lock", None),
        ("did not object to", "a lock", "for"),
        ("has no intention of backing", "the toll", "against"),
        ("non-endorsement of", "the mayor", None),
        ("will seek to establish", "that the lock leaks", None),
        ("tried to walk back", "his words", None),
        ("his appeal", "to old boatmen", None),
        ("has not decided", "whether to dig", "undecided"),
        ("shot back", "at the keeper", None),
        ("has supported", "the lock", "for"),
        ("has strong support", "among boatmen", None),
        ("excludes", "a second lock", "against"),
        ("sees no need for", "a second lock", "against"),
        ("sees", "no place for a second lock", "against"),
        ("has never asked the keeper", "to resign", None),
        ("has not condemned", "the toll", None),
        ("has offered few ideas for", "mending the lock", None),
        ("offered", "her a berth by the lock", None),
    ],
)
def test_cues_of_wishing_and_doing(cue: str, content: str, stance: str | None) -> None:
    plain = by_cue(cue, content)
    assert (None if plain is None else plain.stance) == stance


def test_what_the_text_does_not_say_is_so() -> None:
    text = "Nobody knows whether she would back it. Nor does she back it. Does she back it?"
    places = [match for match in range(len(text)) if text.startswith("back", match)]
    assert [asserted(text, at, at + 4) for at in places] == [False, False, True]
    assert not asserted("When asked to back it, she left.", 5, 10)
    assert asserted("She asked to back it.", 4, 9)
    assert asks(text, len(text) - 1)
    assert not asks("She backs it. Does he?", 12)


def test_what_the_speaker_is_not_sure_to_do_is_disputed() -> None:
    assert disputes("is not sure")
    assert disputes("was never quite convinced that")
    assert not disputes("is sure")


def test_denials_are_known_by_their_cue() -> None:
    assert denies("denied that")
    assert not denies("opposed")


@pytest.mark.parametrize(
    ("text", "somebody"),
    [
        ("welcomed Varga to the hall", True),
        ("welcomed Varga's plan", False),
        ("welcomed the verdict", False),
        ("welcomed her to the hall", True),
        ("welcomed her verdict", False),
        ("backed Varga", False),
    ],
)
def test_a_welcome_to_somebody_is_no_stand(text: str, somebody: bool) -> None:
    article = Article.of(text)
    mentions = (find(article, "Varga"),) if "Varga" in text else ()
    cast = Cast(
        actors=(Actor(id="a1", kind="outlet"), Actor(id="a2", kind="person", name="Varga", mentions=mentions)),
        outlet="a1",
        principals={},
        wires={},
        sourcings={},
        places={},
    )
    cue, rest = text.split(" ", 1)
    assert greets(cue, text, text.index(rest), Lookup(cast)) == somebody


def test_the_words_of_a_stand_are_not_its_condition_alone() -> None:
    text = "Varga is ready to dig, provided that the tolls are lowered first."
    article = Article.of(text)
    content = find(article, "to dig"), find(article, "the tolls are lowered first")
    chain = Chain([Link(actor="a1"), Link(actor="a2")])
    statement = Statement(
        id="s1", form="indirect", act="offer", status="made", sourcing="on_record", content=content, chain=chain,
        score=1.0,
    )  # fmt: skip
    assert own_words(text, statement) == content[0]
