from __future__ import annotations

from dataclasses import replace

from hypothesis import given

from reportedly.records import Actor, Chain, Link, Reading, Statement
from reportedly.render.outline import NOBODY, Outline
from tests.byhand import find
from tests.strategies import readings


def with_statement(reading: Reading, *actors: Actor, **fields: object) -> Outline:
    """The small reading with one more statement, about Vale, which these fields describe."""
    content = (find(reading.article, "closing the harbour"),)
    bare = Statement(
        id="s3", form="indirect", content=content, sourcing="on_record", chain=Chain((Link(actor="a1"),)), score=0.5
    )
    return Outline(
        replace(
            reading,
            actors=(*reading.actors, *actors),
            statements=(*reading.statements, replace(bare, **fields)),  # type: ignore[arg-type]  # of any type
        )
    )


def test_statements_are_numbered_as_the_text_has_them(reading: Reading) -> None:
    outline = Outline(replace(reading, statements=reading.statements[::-1]))
    assert [(entry.number, entry.statement.id, entry.paragraph) for entry in outline.entries] == [
        (1, "s1", 1),
        (2, "s2", 2),
    ]


def test_a_statement_comes_before_the_one_that_begins_with_it_and_is_shorter(reading: Reading) -> None:
    inner = replace(reading.statements[0], id="s0", content=(find(reading.article, "The harbour"),), within="s1")
    outline = Outline(replace(reading, statements=(inner, *reading.statements)))
    assert [entry.statement.id for entry in outline.entries] == ["s1", "s0", "s2"]
    assert [(entry.within, entry.depth) for entry in outline.entries] == [(None, 0), (1, 1), (None, 0)]


def test_a_spokesperson_speaks_and_the_principal_does_not(reading: Reading) -> None:
    entry = Outline(reading).entries[1]
    assert entry.speaker.label == "Ada Renn"
    assert [hop.label for hop in entry.hops] == ["The Lantern", "Ada Renn", "port authority"]
    assert not any(hop.weakest for hop in entry.hops)  # nothing to be weaker than


def test_a_document_speaks_and_its_author_stands_behind_it(reading: Reading) -> None:
    survey = Actor(id="a7", kind="document", name="survey")
    hops = [Link(actor=id) for id in ("a1", "a7", "a6")]
    entry = with_statement(reading, survey, chain=Chain(hops), sourcing="document").entries[2]
    assert entry.speaker.label == "survey"
    assert [hop.label for hop in entry.hops][1:] == ["survey", Outline(reading).label("a6")]


def test_the_weakest_hop_is_the_least_firm_and_the_innermost_of_equals(reading: Reading) -> None:
    paper = Actor(id="a7", kind="outlet", name="Morning Call")
    hops = [Link(actor=id) for id in ("a1", "a2", "a7", "a6")]
    outline = with_statement(reading, paper, chain=Chain(hops))
    assert [hop.weakest for hop in outline.entries[2].hops] == [False, False, True, False]
    hops = [Link(actor=id) for id in ("a1", "a3", "a2", "a5", "a4")]
    outline = with_statement(reading, chain=Chain(hops), sourcing="spokesperson")
    assert [hop.weakest for hop in outline.entries[2].hops] == [False, True, False, False, False]


def test_a_statement_without_a_source_says_so(reading: Reading) -> None:
    outline = with_statement(reading, sourcing="none")
    assert [hop.label for hop in outline.entries[2].hops] == ["The Lantern", NOBODY]
    assert (outline.groups[-1].label, outline.groups[-1].firmness, outline.groups[-1].actor) == (NOBODY, "", None)


def test_those_quoted_come_before_outlets_and_nobody(reading: Reading) -> None:
    nobody = with_statement(reading, sourcing="none").reading
    first = (find(reading.article, "PORT"),)
    by_outlet = replace(
        nobody.statements[0], id="s0", content=first, sourcing="outlet", chain=Chain((Link(actor="a1"),))
    )
    outline = Outline(replace(nobody, statements=(by_outlet, *nobody.statements)))
    assert [group.label for group in outline.groups] == [
        "two engineers who saw the survey",
        "Ada Renn",
        "The Lantern",
        NOBODY,
    ]


def test_firmness_says_what_is_and_is_not_given(reading: Reading) -> None:
    outline = Outline(reading)
    assert [group.firmness for group in outline.groups] == ["unnamed · 2", "spokesperson"]
    vague = Actor(id="a7", kind="group", unnamed=True)
    assert outline.firmness(vague, "unnamed", "people") == "unnamed · number not given · basis not given"
    briefed = replace(vague, count=3, basis="briefed on the talks")
    assert outline.firmness(briefed, "unnamed", "officials") == "unnamed · 3 · briefed on the talks"
    assert outline.firmness(briefed, "unnamed", "officials briefed on the talks") == "unnamed · 3"


def test_counts_tally_and_what_it_rests_on(reading: Reading) -> None:
    outline = Outline(reading)
    assert outline.counts() == "2 statements, 1 contact, 1 position"
    assert outline.tally() == [("spokesperson", 1), ("unnamed", 1)]
    assert outline.rests_on() == "no other outlet cited"
    relayed = with_statement(reading, chain=Chain([Link(actor=id) for id in ("a1", "a2", "a6")]))
    assert relayed.rests_on() == "rests on 1 outlet (Elswick Courier: 1 of 3 statements)"
    assert relayed.through() == [("Elswick Courier", 1)]
    assert Outline(replace(reading, statements=())).rests_on() == ""


def test_a_label_is_the_name_or_what_the_text_calls_the_actor(reading: Reading) -> None:
    mayor = Actor(id="a7", kind="person", mentions=(find(reading.article, "She"),), roles=("mayor",))
    outline = Outline(
        replace(
            reading,
            actors=(
                *reading.actors,
                mayor,
                replace(mayor, id="a8", mentions=()),
                Actor(id="a9", kind="group", name=" "),
            ),
        )
    )
    assert outline.label("a5", find(reading.article, "She")) == "Ada Renn"
    assert outline.label("a7", find(reading.article, "Mayor")) == "Mayor"
    assert [outline.label(id) for id in ("a7", "a8", "a9")] == ["mayor", "mayor", "group"]


def test_who_was_told_and_when(reading: Reading) -> None:
    outline = Outline(reading)
    assert [outline.told(entry) for entry in outline.entries] == ["told → Elswick Courier", "said"]
    link = Link(actor="a6", on=reading.timexes[1])
    assert outline.told(with_statement(reading, chain=Chain((link,))).entries[2]) == "Fri 14 Mar"


@given(readings())
def test_every_statement_is_in_one_group(reading: Reading) -> None:
    outline = Outline(reading)
    grouped = sorted(entry.number for group in outline.groups for entry in group.entries)
    assert grouped == list(range(1, len(reading.statements) + 1))
    assert all(entry.statement.within is None or entry.depth for entry in outline.entries)
