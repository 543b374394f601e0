from __future__ import annotations

from dataclasses import replace

from reportedly.records import Derivation, Reading
from reportedly.trace.kinship import Kinship
from reportedly.trace.origins import find_origins
from tests.trace.tellings import ENGINEERS, SKIPPERS, VALE, WIRE, Hop, Line, article, made_from, tell

CLOSES = "The north quay will close on Monday"


def origins(*readings: Reading, made: tuple[Derivation, ...] = ()) -> list[tuple[str, str]]:
    told = tell(*readings)
    found = find_origins(told, Kinship.of(made), {one.outlet for one in told})
    return [(origin.kind, origin.label) for origin in found]


def unnamed(outlet: str, when: str, who: Hop, *before: Hop) -> Reading:
    return article(outlet, when, Line(content=CLOSES, hops=(*before, who), sourcing="unnamed"))


def test_a_speaker_quoted_by_three_outlets_is_one() -> None:
    told = [article(outlet, "2031-03-03", Line(content=CLOSES, hops=(VALE,))) for outlet in ("A", "B", "C")]
    assert origins(*told) == [("on_record", "Tom Vale")]


def test_unnamed_sources_of_two_outlets_are_two() -> None:
    found = origins(
        unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS),
        unnamed("Lantern", "2031-03-03T12:00:00Z", SKIPPERS),
    )
    assert found == [
        ("unnamed", "two engineers who saw the survey, to Meridian Wire"),
        ("unnamed", "three skippers, to Lantern"),
    ]


def test_an_agency_and_those_who_repeat_it_are_one() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    credited = unnamed("Lantern", "2031-03-03T12:00:00Z", ENGINEERS, WIRE)
    silent = unnamed("Post", "2031-03-03T13:00:00Z", ENGINEERS)
    assert origins(wire, credited, silent, made=(made_from(silent, wire),)) == [
        ("unnamed", "two engineers who saw the survey, to Meridian Wire")
    ]


def test_a_copy_of_two_upstream_articles_makes_them_no_less_independent() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    lantern = unnamed("Lantern", "2031-03-03T12:00:00Z", SKIPPERS)
    both = unnamed("Post", "2031-03-03T14:00:00Z", Hop(name="insiders", kind="group", unnamed=True))
    assert len(origins(wire, lantern, both, made=(made_from(both, wire), made_from(both, lantern)))) == 2


def test_a_spokesperson_and_their_principal_are_one() -> None:
    renn = Hop(name="Ada Renn", speaks_for="the port authority")
    body = Hop(name="the port authority", kind="organisation")
    found = origins(
        article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(renn,), sourcing="spokesperson")),
        article("Lantern", "2031-03-04", Line(content=CLOSES, hops=(body,), sourcing="institution")),
    )
    assert found == [("spokesperson", "Ada Renn")]


def test_a_short_name_and_a_description_are_whom_others_name() -> None:
    short, described = Hop(name="Mr Vale"), Hop(name="the mayor")
    nameless = article("Post", "2031-03-05", Line(content=CLOSES, hops=(described,)))
    nameless = replace(nameless, actors=tuple(replace(a, name=None) if a.id == "a2" else a for a in nameless.actors))
    found = origins(
        article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(VALE,))),
        article("Lantern", "2031-03-04", Line(content=CLOSES, hops=(short,))),
        nameless,
    )
    assert found == [("on_record", "Tom Vale")]


def test_an_outlet_that_is_not_held_is_an_origin_and_says_so() -> None:
    found = origins(unnamed("Lantern", "2031-03-03", ENGINEERS, Hop(name="Gull Radio", kind="outlet")))
    assert found == [("unheld", "two engineers who saw the survey, to Gull Radio")]


def test_an_outlet_that_only_passes_on_counts_for_nothing() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    relay = article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(WIRE,), sourcing="outlet"))
    assert len(origins(wire, relay)) == 1


def test_outlets_that_cite_each_other_are_one_origin() -> None:
    lantern = Hop(name="Lantern", kind="outlet")
    found = origins(
        article("Meridian Wire", "2031-03-03T10:00:00Z", Line(content=CLOSES, hops=(lantern,), sourcing="outlet")),
        article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(WIRE,), sourcing="outlet")),
    )
    assert len(found) == 1


def test_who_denies_a_claim_does_not_vouch_for_it() -> None:
    found = origins(
        unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS),
        article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(VALE,), act="deny", cue="denied")),
    )
    assert [kind for kind, _ in found] == ["unnamed"]


def test_a_document_and_its_author_are_one() -> None:
    letter = Hop(name="a letter of 3 March", kind="document")
    found = origins(
        article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(letter, VALE), sourcing="document")),
        article("Lantern", "2031-03-04", Line(content=CLOSES, hops=(VALE,))),
    )
    assert [kind for kind, _ in found] == ["document"]


def test_no_telling_has_no_origin() -> None:
    assert find_origins([], Kinship.of([]), set()) == ()
