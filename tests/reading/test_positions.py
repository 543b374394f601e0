from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup
from reportedly.reading.encounter import Stand
from reportedly.reading.positions.ground import Ground
from reportedly.reading.positions.positions import find_positions
from reportedly.reading.positions.signs import Told, signs_of
from reportedly.reading.positions.targets import stood_on
from reportedly.reading.positions.told_by_cues import by_cue
from reportedly.reading.positions.weights import StandWeights, stand_weights
from reportedly.reading.scoring.acts import signs_of as words_of
from reportedly.reading.scoring.leanings import Leaning, Leanings
from reportedly.records import Actor, Article, Chain, Link, Position, Span, Statement
from reportedly.records.position import STANCES, Stance
from tests.byhand import find

TEXT = (
    "Varga said she opposed the canal unless tolls fell. Brask is against any canal at all. Orlen slept. "
    "Brask vows not to dig there. Varga said the tolls were high. Orlen is against the weir. Varga backs it. "
    "It rained for a month in the valley, and the old town lay under water until the first days of the next autumn "
    "had come to an end at last. Orlen is against any weir. "
    "Brask is against the dam.\n\nOrlen supports this.\n\n"
    "Orlen supports the quay. Varga called it “folly” to sail on. Varga said Kolb should resign if he opens the sluice."
)
ARTICLE = Article.of(TEXT, outlet="The Lantern")
NAMES = {"a2": "Varga", "a3": "Brask", "a4": "Orlen", "a5": "Kolb"}
BLANK = {stance: {"always": 0.0} for stance in STANCES}


def told(*, cue: str = "said", content: str = "it rained", act: str = "say", before: str = "") -> Told:
    text = f"{cue} {content}"
    words = words_of(text, (0, len(cue)), [(len(cue) + 1, len(text))], "indirect", nested=False)
    return Told(
        act=act,
        status="made",
        sourcing="on_record",
        cue=cue,
        before=before,
        content=content,
        nested=False,
        reports=False,
        words=words,
    )


class Even(Leanings):
    """An encoder that holds everything to be a stand with the same probability."""

    def __init__(self, mean: float) -> None:
        super().__init__()
        self._mean = mean

    def over(self, spans: Sequence[Span]) -> Leaning:
        return Leaning(mean=self._mean)


HIGH = "the tolls were high"
SAID = Link(actor="a2", mention=find(ARTICLE, "Varga"), cue=find(ARTICLE, "said"))


def positions(
    *stands: Stand, weights: StandWeights, leaning: float = 0.5, said: str = "", by: Sequence[Link] = (SAID,)
) -> tuple[Position, ...]:
    cast = Cast(
        actors=(
            Actor(id="a1", kind="outlet", name="The Lantern"),
            *(Actor(id=id, kind="person", name=name, mentions=(find(ARTICLE, name),)) for id, name in NAMES.items()),
        ),
        outlet="a1",
        principals={},
        wires={},
        sourcings={},
        places={(find(ARTICLE, name).start, find(ARTICLE, name).end): id for id, name in NAMES.items()},
    )
    statement = Statement(
        id="s1",
        form="indirect",
        act="say",
        status="made",
        sourcing="on_record",
        content=(find(ARTICLE, said or "she opposed the canal unless tolls fell"),),
        chain=Chain([Link(actor="a1"), *by]),
        score=1.0,
    )
    ground = Ground(
        article=ARTICLE, lookup=Lookup(cast), statements=[statement], leanings=Even(leaning), weights=weights
    )
    return find_positions(ground, stands)


def weights(**holds: float) -> StandWeights:
    return StandWeights(holds={"always": -1.0, **holds}, stances=BLANK, leaning=0.0, stance=0.0, at=0.0)


def stand(words: str, holder: str, *, score: float = 0.9, stance: Stance = "against") -> Stand:
    return Stand(evidence=find(ARTICLE, words), stance=stance, holder=find(ARTICLE, holder), score=score)


def test_who_opposes_it_in_the_words_themselves_holds_the_position() -> None:
    words, by = "Brask is against any canal at all", Link(actor="a3", mention=find(ARTICLE, "Brask"))
    (position,) = positions(stand(words, "Orlen"), weights=weights(), said="any canal at all", by=(by,))
    assert position.holder == "a3"


@pytest.mark.parametrize(
    ("given", "sign"),
    [
        (told(cue="rejected"), "cue opposing"),
        (told(cue="demanded"), "cue wishing"),
        (told(cue="backed"), "cue favouring"),
        (told(cue="did not rule out"), "cue negated"),
        (told(cue="say", before="she would not "), "cue negated"),
        (told(content="the canal must be closed"), "ought"),
        (told(content="it would agree only if the tolls fell"), "condition"),
        (told(content="to close the canal"), "infinitive"),
        (told(content="a new canal"), "no clause"),
        (told(act="rule_out"), "act rule_out"),
    ],
)
def test_words_are_signs(given: Told, sign: str) -> None:
    assert sign in signs_of(given)


def test_two_signs_together_are_a_sign() -> None:
    assert "act demand & infinitive" in signs_of(told(act="demand", content="to close the canal"))


def test_words_and_how_often_somebody_speaks_are_signs() -> None:
    given = replace(told(cue="denied"), turns=7, third=2)
    assert {"text cue: den", "turns 4", "third 2"} <= signs_of(given)


def test_the_words_of_an_article_are_signs() -> None:
    (position,) = positions(weights=weights(**{"text word oppos": 2.0}))
    assert position.holder == "a2"


def test_a_statement_with_signs_enough_is_a_position_of_its_speaker() -> None:
    (position,) = positions(weights=weights(condition=2.0))
    assert (position.holder, position.statement, position.id) == ("a2", "s1", "p1")


def test_a_statement_without_is_none_even_where_the_encoder_marks_its_words() -> None:
    assert positions(stand("tolls were high", "Varga"), weights=weights(), said=HIGH) == ()


def test_what_the_encoder_holds_to_be_no_stand_at_all_is_none() -> None:
    assert positions(weights=weights(always=9.0), leaning=0.001, said=HIGH) == ()


def test_the_words_that_the_encoder_marks_are_the_evidence() -> None:
    (position,) = positions(stand("opposed the canal", "Varga"), weights=weights(condition=2.0))
    assert position.evidence.text == "opposed the canal"


def test_what_somebody_says_outright_needs_neither_signs_nor_encoder() -> None:
    (position,) = positions(weights=weights(), leaning=0.001)
    assert (position.holder, position.stance, position.target) == ("a2", "conditional", "the canal")


def test_a_statement_that_tells_no_stand_in_words_is_none_however_likely() -> None:
    assert positions(weights=weights(past=9.0), said=HIGH) == ()


def test_unless_sets_a_condition_whatever_is_likely() -> None:
    (position,) = positions(weights=weights(condition=2.0), said="the canal unless tolls fell")
    assert position.stance == "conditional"


def test_what_is_not_ruled_out_on_a_condition_is_conditional() -> None:
    article = Article.of("He did not rule out a second lock, if tolls fell. Orlen slept.")
    cast = Cast(actors=(Actor(id="a1", kind="outlet"),), outlet="a1", principals={}, wires={}, sourcings={}, places={})
    ground = Ground(article=article, lookup=Lookup(cast), statements=[], leanings=Leanings(), weights=weights())
    plain = by_cue("did not rule out", "a second lock")
    assert ground.stance(plain, STANCES, find(article, "a second lock")) == "conditional"
    assert ground.stance(plain, STANCES, find(article, "He")) == "conditional"
    assert ground.stance(plain, STANCES, find(article, "Orlen slept")) == "undecided"


def test_the_writer_tells_of_stands_too() -> None:
    (position,) = positions(stand("is against any canal", "Brask"), weights=weights(), said=HIGH)
    assert (position.holder, position.stance, position.statement) == ("a3", "against", None)


def test_who_is_against_it_again_further_down_holds_one_position() -> None:
    again = stand("is against the weir", "Orlen"), stand("is against any weir", "Orlen")
    (position,) = positions(*again, weights=weights(), said=HIGH)
    assert (position.stance, position.target) == ("against", "the weir")


def test_what_is_refused_is_what_somebody_is_against() -> None:
    (position,) = positions(stand("vows not to dig there", "Brask", stance="for"), weights=weights(), said=HIGH)
    assert (position.stance, position.target) == ("against", "dig there")


@pytest.mark.parametrize(("words", "score"), [("Orlen", 0.9), ("is against any canal", 0.2)])
def test_a_name_or_a_guess_shows_no_stand(words: str, score: float) -> None:
    assert positions(stand(words, "Orlen", score=score), weights=weights(), said=HIGH) == ()


@pytest.mark.parametrize(
    ("given", "stance"),
    [
        (told(cue="rejected", act="deny", content="any talks on the canal"), "against"),
        (told(cue="demanded", act="demand", content="an inquiry"), "for"),
        (told(act="agree", content="it would come only if the tolls fell first"), "conditional"),
    ],
)
def test_the_shipped_weights_tell_plain_stances(given: Told, stance: str) -> None:
    assert stand_weights().stance_of(signs_of(given), Leaning()) == stance


def test_odds_do_not_hang_on_the_order_of_signs() -> None:
    signs = sorted(stand_weights().holds.keys() - {"always"})
    odds = [stand_weights().odds(order, Leaning()) for order in (signs, signs[::-1], signs[1::2] + signs[::2])]
    assert len(set(odds)) == 1


def test_a_principal_stands_where_the_spokesperson_says() -> None:
    spokesperson = Link(actor="a2", mention=find(ARTICLE, "Varga"), cue=find(ARTICLE, "is against"))
    (found,) = positions(
        weights=weights(**{"plainly against": 9.0}), said="any canal at all", by=[spokesperson, Link(actor="a3")]
    )
    assert (found.holder, found.stance) == ("a3", "against")


@pytest.mark.parametrize(
    ("target", "shown"),
    [
        ("the alliance would never leave Telva", "leave Telva"),
        ("the town won't sell the harbour", "sell the harbour"),
        ("ministers must not meddle", "meddle"),
        ("not to look up the case", "look up the case"),
        ("he will refuse to answer any question", "answer any question"),
        ("the sale of the harbour", "the sale of the harbour"),
        ("a deal that would not protect workers", "a deal that would not protect workers"),
    ],
)
def test_what_somebody_is_against_is_named_without_their_no(target: str, shown: str) -> None:
    assert stood_on(target, "against") == shown


@pytest.mark.parametrize(
    ("target", "stance", "shown"),
    [
        ("She was the most popular clerk of the port", "for", None),
        ("it outright", "against", None),
        ("he would meet the rebels at the ford", "for", "meet the rebels at the ford"),
        ("you should resign", "for", "resign"),
        ("it “will not abandon” the mine", "against", "abandon the mine"),
        ("he will not meet the rebels", "for", None),
        ("there will be no raid", "against", "raid"),
        ("there are no talks with the rebels", "against", "talks with the rebels"),
        ("she had the votes to topple the cabinet", "for", "topple the cabinet"),
        ("He has not made up his mind about a public inquiry", "undecided", "a public inquiry"),
        ("I do not care for the ships", "for", None),
        ("her to open the lock", "for", "open the lock"),
        ("him to “lower the toll”", "for", "lower the toll"),
        ("if he wants a second lock", "for", None),
        ("if she will sell the lock", "undecided", "sell the lock"),
        ("would sell the lock", "conditional", "sell the lock"),
        ("her client would not pay a toll", "conditional", "pay a toll"),
        ("US to open the lock", "for", "US to open the lock"),
        ("Has anyone a list of boatmen who back it", "conditional", None),
        ("distance herself from the toll", "for", None),
        ("chain himself to the lock", "for", "chain himself to the lock"),
    ],
)
def test_a_stand_is_on_a_thing_or_an_action_and_on_no_sentence_about_somebody(
    target: str, stance: Stance, shown: str | None
) -> None:
    assert stood_on(target, stance) == shown


def test_what_a_speaker_says_of_others_is_their_stand() -> None:
    found = positions(
        stand("is against any canal at all", "Brask"),
        weights=weights(),
        said="Brask is against any canal at all",
        by=[SAID],
    )
    assert [position.holder for position in found] == ["a3"]


def test_it_is_what_the_position_just_before_is_on_whoever_holds_that() -> None:
    backs = Link(actor="a2", mention=find(ARTICLE, "Varga"), cue=find(ARTICLE, "backs"))
    found = positions(stand("is against the weir", "Orlen"), weights=weights(), said="it", by=[backs])
    assert [(position.holder, position.stance, position.target) for position in found] == [
        ("a4", "against", "the weir"),
        ("a2", "for", "the weir"),
    ]


def test_it_is_nothing_of_the_paragraph_before() -> None:
    supports = Link(actor="a4", mention=find(ARTICLE, "Orlen"), cue=find(ARTICLE, "supports"))
    (position,) = positions(stand("is against the dam", "Brask"), weights=weights(), said="this", by=[supports])
    assert position.holder == "a3"


def test_what_it_is_folly_to_do_is_nothing_told_before() -> None:
    called = Link(actor="a2", mention=find(ARTICLE, "Varga"), cue=find(ARTICLE, "called"))
    quay = stand("Orlen supports the quay", "Orlen", stance="for")
    likely = StandWeights(holds={"always": 3.0}, stances=BLANK, leaning=0.0, stance=0.0, at=0.0)
    found = positions(quay, weights=likely, said="it “folly” to sail on", by=[called])
    assert [(position.holder, position.target) for position in found] == [("a4", "the quay")]


def test_what_others_say_that_somebody_should_do_is_no_stand_of_theirs() -> None:
    words = "Kolb should resign if he opens the sluice"
    found = positions(stand(words, "Kolb", stance="conditional"), weights=weights(), said=words, by=[SAID])
    assert found == ()
