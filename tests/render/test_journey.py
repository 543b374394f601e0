from __future__ import annotations

from dataclasses import replace

from reportedly.records import Actor, Chain, Claim, Derivation, Link, Trace
from reportedly.render.journey import Journey, Step, around
from tests.byhand import find
from tests.render.traced import readings, trace


def journey(whole: Trace) -> list[tuple[str | None, list[object]]]:
    (claim,) = [claim for claim in whole.claims if claim.id == "c-closed"]
    roots = Journey(claim, whole, readings()).roots()
    return [(root.origin.label if root.origin else None, [tree(step) for step in root.steps]) for root in roots]


def tree(step: Step) -> object:
    return (step.copy.id, step.how, [tree(onward) for onward in step.onward])


def test_a_claim_travels_from_its_origins_and_what_changed_it_stands_apart() -> None:
    assert journey(trace()) == [
        ("three officials, to Meridian Wire", [("wire", "told by the source", [("print", "reprint, credited", [])])]),
        ("the Courier", [("cites", "citation, credited", [])]),
        (None, [("twist", "rewrite of Meridian Wire, not credited", [])]),
    ]


def test_no_article_is_lost_where_derivations_go_in_a_circle() -> None:
    forth, twist = trace().derivations
    back = Derivation(from_="print", to="wire", kind="rewrite", credited=False, evidence=forth.evidence, score=0.5)
    (_, steps), *_ = journey(replace(trace(), derivations=(forth, back, twist)))
    assert steps == [("wire", "rewrite of The Lantern, not credited", [("print", "reprint, credited", [])])]


def test_words_stand_with_their_place_chain_and_change() -> None:
    claim: Claim = trace().claims[1]
    (step,) = Journey(claim, trace(), readings()).roots()[-1].steps
    (words,) = step.words
    assert words.quoted == "Valdoria may close seven posts"
    assert (words.places, words.paragraph) == ("0–30", 1)
    assert words.chain == ("Pryzma", "three officials")
    assert [change.how for change in words.changes] == ["number"]


def test_what_stands_around_words_is_cut_between_words() -> None:
    article = readings()["wire"].article
    assert around(article.text, find(article, "close"), room=9) == ("…may ", "close", " five …")
    assert around(article.text, find(article, "close")) == (
        "Valdoria may ",
        "close",
        " five posts, three officials said.",
    )
    before, words, after = around(article.text, find(article, "posts"))
    assert before + words + after == "Valdoria may close five posts, three officials said."


def test_an_article_that_names_another_outlet_has_it_from_there() -> None:
    held = readings()
    courier = Actor(id="a3", kind="outlet", name="the Courier")
    chain = Chain((Link(actor="a1"), Link(actor="a3"), Link(actor="a2")))
    (statement,) = held["wire"].statements
    held["wire"] = replace(
        held["wire"], actors=(*held["wire"].actors, courier), statements=(replace(statement, chain=chain),)
    )
    step = Journey(trace().claims[1], trace(), held).roots()[0].steps[0]
    assert (step.copy.id, step.how) == ("wire", "cites the Courier")


def test_an_article_does_not_have_a_claim_from_one_that_does_not_tell_it() -> None:
    forth, twist = trace().derivations
    whole = replace(trace(), derivations=(replace(forth, from_="denies", to="wire"), replace(twist, from_="denies")))
    (_, steps), _, (_, apart) = journey(whole)
    assert steps == [("wire", "told by the source", []), ("print", "told by the source", [])]
    assert apart == [("twist", "changed retelling", [])]
