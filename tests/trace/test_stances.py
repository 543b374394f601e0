from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from reportedly.records import Act, Article, Chain, Form
from reportedly.trace.kinds import CONTRADICTION, KINDS, OTHER, SAME, Matches
from reportedly.trace.kinship import Kinship
from reportedly.trace.stances import opposed, part_opposed
from tests.trace.tellings import SKIPPERS, VALE, WIRE, Hop, Line, article, made_from, tell

RENN = Hop(name="Ada Renn")


def are_opposed(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two tellings, each a cue and a content, are opposed."""
    first, second = (
        article(outlet, "2031-03-03", Line(content=content, hops=(VALE,), cue=cue))
        for outlet, (cue, content) in (("Lantern", one), ("Post", other))
    )
    a, b = tell(first, second)
    return opposed(a, b) and opposed(b, a)


def test_who_denies_what_another_says_contradicts_it_wherever_they_read_it() -> None:
    lantern = article("Lantern", "2031-03-03", Line(content="The toll on the north bridge rises", hops=(VALE,)))
    denial = Line(content="a report that the toll on the bridge rises", hops=(RENN,), cue="denied", act="deny")
    post = article("Post", "2031-03-04", denial)
    kinds = np.array([0.9, *[0.0] * (len(KINDS) - 2), 0.1], np.float32)
    parted = part_opposed(tell(lantern, post), Matches({(0, 1): kinds}), Kinship.of([made_from(post, lantern)]))
    assert parted.between(0, 1)[KINDS.index(CONTRADICTION)] == pytest.approx(0.9)


def test_of_two_denials_neither_has_lost_its_no() -> None:
    lantern = article("Lantern", "2031-03-03", Line(content="he offered anybody a licence", hops=(VALE,), cue="denied"))
    refusal = Line(content="Nobody was offered a licence", hops=(VALE,), act="deny")
    post = article("Post", "2031-03-04", refusal)
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[[KINDS.index(SAME), KINDS.index("negation"), KINDS.index("number")]] = 0.4, 0.3, 0.2
    parted = part_opposed(tell(lantern, post), Matches({(0, 1): kinds}), Kinship.of([made_from(post, lantern)]))
    assert parted.between(0, 1)[KINDS.index(SAME)] == pytest.approx(0.7)
    assert parted.between(0, 1)[KINDS.index("number")] == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("are", "one", "other"),
    [
        (True, ("opposes", "the toll on the north bridge"), ("supports", "the bridge toll")),
        (True, ("has ruled out", "a vote on the harbour"), ("has not ruled out", "a vote on the harbour")),
        (True, ("denied", "the quay would close"), ("confirmed", "the quay would close")),
        (True, ("said", "The quay will close on Monday"), ("said", "The quay will not close on Monday")),
        (True, ("said", "The council has rejected the plan"), ("said", "The council has not turned down the plan")),
        (
            True,
            ("dismissed", "a report, in the Post, that the toll on the north bridge rises"),
            ("said", "The bridge toll rises"),
        ),
        (False, ("denied", "the quay would close"), ("said", "The quay will not close")),
        (False, ("opposes", "the toll on the north bridge"), ("has rejected", "the bridge toll")),
        (False, ("ruled out", "a rescue with public money"), ("said", "There will be no rescue with public money")),
        (False, ("refuses", "to sit down until the text is agreed"), ("wants", "the text agreed before he sits down")),
        (
            False,
            ("said", "The quay will close, and nobody has said when"),
            ("said", "The quay will not close on Monday"),
        ),
        (False, ("said", "They will discuss the fishing dispute"), ("said", "They discussed the fishing")),
        (False, ("said", "The mayor will not resign"), ("said", "The harbour master has left the port for good")),
    ],
)
def test_for_and_against_are_opposed(are: bool, one: tuple[str, str], other: tuple[str, str]) -> None:
    assert are_opposed(one, other) is are


def test_the_opposed_are_not_the_same_but_a_change_or_a_contradiction() -> None:
    lantern = article("Lantern", "2031-03-03", Line(content="The quay will close on Monday", hops=(VALE,)))
    retelling = Line(content="The quay will not close on Monday", hops=(SKIPPERS,), sourcing="unnamed")
    post = article("Post", "2031-03-04", retelling)
    kinds = np.array([0.9, *[0.0] * (len(KINDS) - 2), 0.1], np.float32)
    for made, kind in (((), CONTRADICTION), ((made_from(post, lantern),), "negation")):
        parted = part_opposed(tell(lantern, post), Matches({(0, 1): kinds}), Kinship.of(made))
        assert [parted.between(0, 1)[KINDS.index(name)] for name in ("same", kind)] == pytest.approx([0.0, 0.9])


@pytest.mark.parametrize(
    ("hops", "act", "found", "kind"),
    [
        ((RENN,), "say", "negation", CONTRADICTION),
        ((VALE,), "say", "negation", "negation"),
        ((WIRE, RENN), "say", "negation", "negation"),
        ((RENN,), "confirm", "attribution", SAME),
        ((RENN,), "say", "attribution", "attribution"),
        ((WIRE, RENN), "confirm", "attribution", "attribution"),
        ((RENN,), "say", "number", CONTRADICTION),
        ((WIRE, RENN), "say", "number", "number"),
    ],
)
def test_who_denies_or_confirms_in_their_own_name_is_no_retelling(
    hops: tuple[Hop, ...], act: Act, found: str, kind: str
) -> None:
    wire = article("Meridian Wire", "2031-03-03", Line(content="The quay will close on Monday", hops=(VALE,)))
    post = article("Post", "2031-03-04", Line(content="No quay closes", hops=hops, act=act))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index(found)] = 1
    parted = part_opposed(tell(wire, post), Matches({(0, 1): kinds}), Kinship.of([made_from(post, wire)]))
    assert parted.between(0, 1)[KINDS.index(kind)] == 1


@pytest.mark.parametrize(
    ("content", "kind"),
    [("Two million clients are affected", CONTRADICTION), ("The inquiry cost nine million crowns", OTHER)],
)
def test_another_number_contradicts_only_where_it_is_of_the_same_thing(content: str, kind: str) -> None:
    wire = article("Meridian Wire", "2031-03-03", Line(content="Three million clients are affected", hops=(VALE,)))
    post = article("Post", "2031-03-04", Line(content=content, hops=(RENN,)))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index("number")] = 1
    parted = part_opposed(tell(wire, post), Matches({(0, 1): kinds}), Kinship.of([]))
    assert parted.between(0, 1)[KINDS.index(kind)] == 1


def test_who_is_only_reported_to_have_said_it_may_deny_it_in_their_own_name() -> None:
    line = Line(content="she told them that the quay will close", hops=(SKIPPERS, RENN), sourcing="unnamed")
    wire = article("Meridian Wire", "2031-03-03", line)
    (inside,) = wire.statements
    outside = replace(inside, id="s0", chain=Chain(tuple(inside.chain)[:2]))
    nested = replace(wire, statements=(outside, replace(inside, within="s0")))
    denial = article("Post", "2031-03-04", Line(content="No quay closes", hops=(RENN,)))
    told = tell(nested, denial)
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index("negation")] = 1
    parted = part_opposed(told, Matches({(1, 2): kinds}), Kinship.of([]))
    assert parted.between(1, 2)[KINDS.index(CONTRADICTION)] == 1


PAPER = Hop(name="a paper seen by the Post", kind="document")


@pytest.mark.parametrize(
    ("line", "form", "kind"),
    [
        (Line(content="I have closed the quay", hops=(VALE,)), "direct", SAME),
        (Line(content="He has closed the quay", hops=(VALE,)), "direct", "actor"),
        (Line(content="Tom Vale has closed the quay", hops=(VALE,)), "indirect", SAME),
        (Line(content="Tom Vale has closed the quay", hops=(WIRE, VALE)), "indirect", "actor"),
        (Line(content="I have closed the quay", hops=(RENN,)), "direct", "actor"),
        (Line(content="Tom Vale has closed it", hops=(PAPER,), sourcing="document"), "indirect", SAME),
        (Line(content="Tom Vale has closed it", hops=(WIRE, PAPER), sourcing="document"), "indirect", SAME),
        (Line(content="Tom Vale has closed it", hops=(SKIPPERS,), sourcing="unnamed"), "indirect", "actor"),
    ],
)
def test_who_tells_it_of_themselves_or_has_it_in_writing_is_no_other_actor(line: Line, form: Form, kind: str) -> None:
    clerk = Hop(name="Jo Marsh")
    first = Line(content="Tom Vale closed the quay", hops=(clerk, Hop(name="Tom Vale")))
    wire = article("Lantern", "2031-03-03", replace(first, hops=(clerk,)), Line(content="Why", hops=(VALE,)))
    post = article("Post", "2031-03-04", line)
    (said,) = post.statements
    told = tell(wire, replace(post, statements=(replace(said, form=form),)))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index("actor")] = 1
    parted = part_opposed(told, Matches({(0, 2): kinds}), Kinship.of([made_from(post, wire)]))
    assert parted.between(0, 2)[KINDS.index(kind)] == 1


@pytest.mark.parametrize(("between", "contradicted"), [(" ", 0.0), ("\n\n", 0.9)])
def test_the_quotation_after_a_denial_is_the_deniers(between: str, contradicted: float) -> None:
    denial = Line(content="the quay would close", hops=(VALE,), cue="denied", cue_first=True)
    reading = article("Lantern", "2031-03-03", denial, Line(content="We load timber as ever", hops=(RENN,)))
    page = Article.of(reading.article.text.replace("\n\n", between.ljust(2)), id="lantern-1", outlet="Lantern")
    first, second = reading.statements
    told = tell(replace(reading, article=page, statements=(first, replace(second, form="direct"))))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index(CONTRADICTION)] = 0.9
    parted = part_opposed(told, Matches({(0, 1): kinds}), Kinship.of([]))
    assert parted.between(0, 1)[KINDS.index(CONTRADICTION)] == pytest.approx(contradicted)


@pytest.mark.parametrize(
    ("content", "contradicted"),
    [
        ("Any claim that the ferry was overloaded is simply false", 0.0),
        ("The ferry ran aground off Skerry in fog", 0.0),
        ("The ferry was overloaded on Monday", 0.9),
    ],
)
def test_a_denial_is_contradicted_only_by_who_says_what_it_denies(content: str, contradicted: float) -> None:
    cue = "denied"
    denial = Line(content="the ferry was overloaded when it ran aground off Skerry", hops=(VALE,), cue=cue, act="deny")
    lantern = article("Lantern", "2031-03-03", denial)
    post = article("Post", "2031-03-04", Line(content=content, hops=(RENN,)))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[KINDS.index(CONTRADICTION)] = 0.9
    parted = part_opposed(tell(lantern, post), Matches({(0, 1): kinds}), Kinship.of([]))
    assert parted.between(0, 1)[KINDS.index(CONTRADICTION)] == pytest.approx(contradicted)


@pytest.mark.parametrize(
    ("hop", "content", "same"),
    [
        (VALE, "It had sold the old ferry to a yard", 1.0),
        (RENN, "It had sold the old ferry to a yard", 0.3),
        (VALE, "It had sold an old ferry to a northern yard", 0.3),
    ],
)
def test_the_same_words_of_one_speaker_are_one_claim_whoever_it_is_read_to_be(
    hop: Hop, content: str, same: float
) -> None:
    wire = article("Meridian Wire", "2031-03-03", Line(content="It had sold the old ferry to a yard", hops=(VALE,)))
    post = article("Post", "2031-03-04", Line(content=content, hops=(hop,)))
    kinds = np.zeros(len(KINDS), np.float32)
    kinds[[KINDS.index(SAME), KINDS.index("actor")]] = 0.3, 0.4
    parted = part_opposed(tell(wire, post), Matches({(0, 1): kinds}), Kinship.of([made_from(post, wire)]))
    assert parted.between(0, 1)[KINDS.index(SAME)] == pytest.approx(same)
