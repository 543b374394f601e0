from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.records import Act, Chain, Derivation, Reading
from reportedly.trace.kinship import Kinship
from reportedly.trace.origins import find_origins
from reportedly.trace.vouchers import Profiles
from tests.trace.tellings import ENGINEERS, SKIPPERS, VALE, WIRE, Hop, Line, article, made_from, tell

CLOSES = "The north quay will close on Monday"


def origins(*readings: Reading, made: tuple[Derivation, ...] = ()) -> list[tuple[str, str]]:
    told = tell(*readings)
    found = find_origins(told, Kinship.of(made), {one.outlet for one in told}, profiles=Profiles.of(told))
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


INSIDERS = Hop(name="insiders at the port", kind="group", unnamed=True)
TWO_GUESTS = Hop(name="two guests", kind="group", unnamed=True, count=2)
TWO_COOKS = Hop(name="a pair of cooks", kind="group", unnamed=True, count=2)
THREE_COOKS = replace(TWO_COOKS, name="three cooks", count=3)


@pytest.mark.parametrize(
    ("who", "origins_"),
    [(INSIDERS, 1), (TWO_COOKS, 1), (THREE_COOKS, 2), (replace(TWO_COOKS, name="a cook", count=1), 2)],
)
def test_unnamed_sources_without_a_number_or_with_the_same_are_those_of_an_earlier_outlet(
    who: Hop, origins_: int
) -> None:
    told_first = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", TWO_GUESTS)
    assert len(origins(told_first, unnamed("Lantern", "2031-03-03T12:00:00Z", who))) == origins_
    assert len(origins(told_first, unnamed("Lantern", "2031-03-03T10:00:00Z", who))) == 2


def test_unnamed_sources_that_told_an_outlet_themselves_are_its_own() -> None:
    lantern = unnamed("Lantern", "2031-03-03T12:00:00Z", INSIDERS)
    outlet, source = lantern.statements[0].chain
    told_it = replace(lantern.statements[0], chain=Chain((outlet, replace(source, addressees=("a1",)))))
    told_first = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", TWO_GUESTS)
    assert len(origins(told_first, replace(lantern, statements=(told_it,)))) == 2


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


def test_a_cited_outlet_is_asked_whom_it_has_it_from() -> None:
    lantern = unnamed("Lantern", "2031-03-03T10:00:00Z", ENGINEERS)
    relay = Line(content=CLOSES, hops=(Hop(name="Lantern", kind="outlet"),), sourcing="outlet")
    post = article("Post", "2031-03-03T12:00:00Z", relay)
    by_post = Line(content=CLOSES, hops=(Hop(name="Post", kind="outlet"),), sourcing="outlet")
    echo = article("Echo", "2031-03-03T13:00:00Z", by_post)
    for telling in (post, echo):
        (own,), story = tell(telling), tell(lantern, post, echo)
        (origin,) = find_origins([own], Kinship.of([]), {"Lantern", "Post", "Echo"}, story=story)
        assert (origin.kind, origin.label) == ("unnamed", "two engineers who saw the survey, to Lantern")


def test_outlets_that_only_cite_each_other_have_it_from_nobody() -> None:
    lantern = Hop(name="Lantern", kind="outlet")
    one = article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(lantern,), sourcing="outlet"))
    other = article("Lantern", "2031-03-03", Line(content=CLOSES, hops=(WIRE,), sourcing="outlet"))
    story = tell(one, other)
    (origin,) = find_origins(story, Kinship.of([]), {"Lantern", "Meridian Wire"}, story=story)
    assert (origin.kind, origin.label) == ("unheld", "nobody: Lantern and Meridian Wire cite each other")


def test_who_denies_a_claim_does_not_vouch_for_it() -> None:
    found = origins(
        unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS),
        article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(VALE,), act="deny", cue="denied")),
    )
    assert [kind for kind, _ in found] == ["unnamed"]


@pytest.mark.parametrize(
    ("line", "origins"),
    [
        (Line(content="the quay", hops=(Hop(name="Jo Marsh"),)), 2),
        (Line(content="that", hops=(Hop(name="Jo Marsh"),)), 1),
        (Line(content="that", hops=(Hop(name="Jo Marsh"),), act="confirm", cue="confirmed"), 2),
        (Line(content="whether the north quay closes", hops=(Hop(name="Jo Marsh"),), cue="asked"), 1),
        (Line(content="that the north quay closes", hops=(Hop(name="Jo Marsh"),), act="demand", cue="asked"), 2),
    ],
)
def test_who_asks_or_says_nothing_of_their_own_does_not_vouch(line: Line, origins: int) -> None:
    told = tell(
        article("Wire", "2031-03-03T08:00:00Z", Line(content=CLOSES, hops=(VALE,))),
        article("Post", "2031-03-03T09:00:00Z", line),
    )
    assert len(find_origins(told, Kinship.of([]), {"Wire", "Post"})) == origins


def test_a_document_and_its_author_are_one() -> None:
    letter = Hop(name="a letter of 3 March", kind="document")
    found = origins(
        article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(letter, VALE), sourcing="document")),
        article("Lantern", "2031-03-04", Line(content=CLOSES, hops=(VALE,))),
    )
    assert [kind for kind, _ in found] == ["document"]


def test_a_body_is_one_with_whoever_the_story_says_elsewhere_speaks_for_it() -> None:
    renn, authority = Hop(name="Ada Renn"), Hop(name="Elswick port authority", kind="organisation")
    by_name, by_body = (
        article(outlet, "2031-03-03", Line(content=CLOSES, hops=(hop,)))
        for outlet, hop in (("Meridian Wire", renn), ("Lantern", authority))
    )
    assert len(origins(by_name, by_body)) == 2
    elsewhere = article(
        "Post",
        "2031-03-02",
        Line(content="It rains", hops=(replace(renn, role="chief of the Elswick port authority"),)),
    )
    told = tell(by_name, by_body)
    assert len(find_origins(told, Kinship.of([]), set(), profiles=Profiles.of(tell(by_name, by_body, elsewhere)))) == 1


@pytest.mark.parametrize(("act", "origins_"), [("say", 1), ("confirm", 2)])
def test_a_body_that_confirms_a_report_vouches_for_it_itself(act: Act, origins_: int) -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    line = Line(content="It shuts that quay", hops=(Hop(name="the port authority", kind="organisation"),), act=act)
    post = article("Post", "2031-03-04T10:00:00Z", line)
    assert len(origins(wire, post, made=(made_from(post, wire),))) == origins_


@pytest.mark.parametrize(("act", "hops", "origins_"), [("confirm", (), 2), ("say", (), 1), ("confirm", (WIRE,), 1)])
def test_unnamed_sources_that_confirm_a_report_to_another_outlet_are_others(
    act: Act, hops: tuple[Hop, ...], origins_: int
) -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    line = Line(content="the figure", hops=(*hops, SKIPPERS), sourcing="unnamed", act=act)
    post = article("Post", "2031-03-04T10:00:00Z", line)
    assert len(origins(wire, post, made=(made_from(post, wire),))) == origins_


@pytest.mark.parametrize(("act", "origins_"), [("plan", 1), ("say", 2)])
def test_what_somebody_plans_by_a_leak_is_the_leaks_though_another_article_does_not_say_so(
    act: Act, origins_: int
) -> None:
    plan = Line(content=CLOSES, hops=(SKIPPERS, VALE), sourcing="unnamed", act="plan", cue="plans")
    leak = article("Meridian Wire", "2031-03-03T10:00:00Z", plan)
    retold = article("Post", "2031-03-04T10:00:00Z", Line(content="Quays shut", hops=(VALE,), act=act))
    before = article("Lantern", "2031-03-02T10:00:00Z", Line(content="Quays shut", hops=(VALE,), act=act))
    assert len(origins(leak, retold)) == origins_
    assert len(origins(leak, before)) == 2
    told = tell(leak, retold)
    (*_, last) = find_origins(told, Kinship.of(()), {one.outlet for one in told})
    assert "post-1" in last.articles


def test_a_leaked_plan_that_its_author_speaks_of_is_vouched_for_by_both() -> None:
    plan = Line(content=CLOSES, hops=(SKIPPERS, VALE), sourcing="unnamed", act="plan", cue="plans")
    own = Line(content="It is time to shut it", hops=(VALE,))
    retold = Line(content="Quays shut", hops=(VALE,), act="plan", cue="plans")
    found = origins(
        article("Meridian Wire", "2031-03-03T10:00:00Z", plan), article("Post", "2031-03-04T10:00:00Z", retold, own)
    )
    assert found == [("unnamed", "three skippers, to Meridian Wire"), ("on_record", "Tom Vale")]


def test_documents_that_are_called_the_same_are_one() -> None:
    def told(first: str, second: str) -> int:
        one, other = (Hop(name=name, kind="document") for name in (first, second))
        lines = (Line(content=CLOSES, hops=(hop,), sourcing="document") for hop in (one, other))
        return len(origins(*(article(outlet, "2031-03-03", line) for outlet, line in zip("AB", lines, strict=True))))

    assert told("the warrant for the arrest", "a warrant of the court") == 1
    assert told("the warrant for the arrest", "a survey of the quay") == 2


def test_a_body_that_one_article_takes_for_a_person_is_one_with_its_chief() -> None:
    chief = article(
        "Lantern", "2031-03-03", Line(content=CLOSES, hops=(Hop(name="Ada Renn", role="Gullport's chief"),))
    )
    body = article("Post", "2031-03-03", Line(content=CLOSES, hops=(Hop(name="Gullport"),)))
    right = article("Wire", "2031-03-02", Line(content="It rains", hops=(Hop(name="Gullport", kind="organisation"),)))
    told = tell(chief, body)
    for known, number in (((chief, body), 2), ((chief, body, right), 1)):
        assert len(find_origins(told, Kinship.of([]), set(), profiles=Profiles.of(tell(*known)))) == number


def test_unnamed_sources_of_the_same_words_in_two_copies_of_one_article_are_one() -> None:
    wire = article("Meridian Wire", "2031-03-03T09:00:00Z", Line(content="It rains", hops=(VALE,)))
    two = [unnamed(outlet, "2031-03-03T10:00:00Z", SKIPPERS) for outlet in ("Lantern", "Post")]
    assert len(origins(*two)) == 1  # skippers are not anybody
    people = Hop(name="three people familiar with the matter", kind="group", unnamed=True)
    two = [unnamed(outlet, "2031-03-03T10:00:00Z", people) for outlet in ("Lantern", "Post")]
    assert len(origins(*two)) == 2
    assert len(origins(*two, made=tuple(made_from(one, wire) for one in two))) == 1


@pytest.mark.parametrize(("within", "origins_"), [("s1", 1), (None, 2)])
def test_who_only_reports_what_somebody_else_says_does_not_vouch_for_it(within: str | None, origins_: int) -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    asked = Hop(name="Ines Coll", role="a baker")
    lantern = article(
        "Lantern",
        "2031-03-03T12:00:00Z",
        Line(content=CLOSES, hops=(asked,)),
        Line(content=CLOSES, hops=(asked, ENGINEERS)),
    )
    outer, inner = lantern.statements
    assert len(origins(wire, replace(lantern, statements=(outer, replace(inner, within=within))))) == origins_


def test_what_an_outlet_has_of_somebody_is_not_what_they_confirm() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    lantern = article(
        "Lantern",
        "2031-03-04T10:00:00Z",
        Line(content="the quay closes", hops=(VALE,), act="confirm", cue="confirmed"),
        Line(content="closing it", hops=(WIRE, VALE), act="plan", cue="planned"),
    )
    assert origins(wire, lantern, made=(made_from(lantern, wire),)) == [
        ("unnamed", "two engineers who saw the survey, to Meridian Wire"),
        ("on_record", "Tom Vale"),
    ]


def test_spokespeople_of_two_sides_stay_two() -> None:
    renn = Hop(name="Ada Renn", speaks_for="Elswick")
    theirs = Hop(name="their spokesman", speaks_for="Overhaven", unnamed=True)
    found = origins(
        article("Meridian Wire", "2031-03-03", Line(content=CLOSES, hops=(renn,), sourcing="spokesperson")),
        article("Lantern", "2031-03-04", Line(content=CLOSES, hops=(theirs,), sourcing="spokesperson")),
    )
    assert len(found) == 2


def test_what_is_credited_to_an_outlet_has_its_origin_whoever_it_names() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    lantern = article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(WIRE, VALE)))
    assert origins(wire, lantern) == [("unnamed", "two engineers who saw the survey, to Meridian Wire")]
    assert len(origins(wire, article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(VALE,))))) == 2


def test_the_same_words_in_an_article_made_from_another_are_a_copy() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    copy = article("Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(VALE,)))
    reworded = article("Post", "2031-03-03T12:00:00Z", Line(content="I shall shut that quay", hops=(VALE,)))
    assert len(origins(wire, copy, made=(made_from(copy, wire),))) == 1
    assert len(origins(wire, reworded, made=(made_from(reworded, wire),))) == 2


def test_a_document_that_an_outlet_has_seen_is_no_copy_of_what_others_told() -> None:
    wire = unnamed("Meridian Wire", "2031-03-03T10:00:00Z", ENGINEERS)
    found = []
    for name in ("a survey seen by the Post", "a survey"):
        survey = Hop(name=name, kind="document")
        post = article("Post", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(survey,), sourcing="document"))
        found.append(len(origins(wire, post, made=(made_from(post, wire),))))
    assert found == [2, 1]


def test_a_description_that_is_not_anybodys_is_of_one_source() -> None:
    def told(first: str, second: str) -> int:
        one, other = (Hop(name=name, kind="group", unnamed=True) for name in (first, second))
        return len(origins(unnamed("Wire", "2031-03-03T10:00:00Z", one), unnamed("Post", "2031-03-04", other)))

    assert told("three skippers of the Elswick fleet", "fleet skippers") == 1
    assert told("two people familiar with the matter", "three people familiar with the matter") == 2


def test_an_unnamed_lead_is_one_with_who_is_named_below_it() -> None:
    lead, below = (Line(content=CLOSES, hops=(hop,)) for hop in (SKIPPERS, VALE))
    assert len(origins(article("Lantern", "2031-03-03", lead, below))) == 1
    assert len(origins(article("Lantern", "2031-03-03", below, lead))) == 2
    other = Line(content=CLOSES, hops=(Hop(name="Ada Renn"),))
    assert len(origins(article("Lantern", "2031-03-03", lead, below, other))) == 2


def test_whoever_has_only_a_pronoun_is_somebody() -> None:
    assert origins(unnamed("Lantern", "2031-03-03", Hop(name="My", unnamed=True))) == [
        ("unnamed", "somebody, to Lantern")
    ]


def test_no_telling_has_no_origin() -> None:
    assert find_origins([], Kinship.of([]), set()) == ()


@pytest.mark.parametrize(("cue", "act", "kind"), [("denied", "deny", "on_record"), ("reported", "say", "unheld")])
def test_what_an_outlet_denies_it_says_for_itself(cue: str, act: Act, kind: str) -> None:
    line = Line(content=CLOSES, hops=(WIRE,), sourcing="outlet", cue=cue, act=act)
    assert origins(article("Post", "2031-03-03", line)) == [(kind, "Meridian Wire")]
