from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

import pytest

from reportedly.records import Reading
from reportedly.trace.kinship import Kinship
from reportedly.trace.origins import find_origins
from reportedly.trace.publishers import NOBODY, Publishers
from tests.trace.tellings import ENGINEERS, SKIPPERS, VALE, Hop, Line, article, tell

CLOSES = "The north quay will close on Monday"
NO_OWNERS: Mapping[str, str] = {}
OWNERS = {"lantern": "Harbour Press", "the evening post": "Harbour Press"}


def origins(
    *readings: Reading, owners: Mapping[str, str] = NO_OWNERS, agencies: Collection[str] = ()
) -> list[tuple[str, str]]:
    told = tell(*readings)
    publishers = Publishers.of(told, owners, agencies)
    return [(o.kind, o.label) for o in find_origins(told, Kinship.of(()), {one.outlet for one in told}, publishers)]


def unnamed(outlet: str, when: str, who: Hop, *before: Hop) -> Reading:
    return article(outlet, when, Line(content=CLOSES, hops=(*before, who), sourcing="unnamed"))


def by(reading: Reading, *byline: str, wires: tuple[str, ...] = ()) -> Reading:
    return replace(reading, article=replace(reading.article, byline=byline, wires=wires))


def sisters() -> tuple[Reading, Reading]:
    return unnamed("The Lantern", "2031-03-03", ENGINEERS), unnamed("Evening Post", "2031-03-04", SKIPPERS)


def test_what_outlets_of_one_owner_have_from_unnamed_sources_has_one_origin_and_says_so() -> None:
    assert len(origins(*sisters())) == 2
    assert origins(*sisters(), owners=OWNERS) == [
        ("unnamed", "two engineers who saw the survey, to The Lantern; Evening Post, too, is of Harbour Press")
    ]
    assert len(origins(*sisters(), owners={**OWNERS, "lantern": "Stage Holding"})) == 2


def test_an_outlet_that_is_only_cited_has_an_owner_too() -> None:
    cited = unnamed("Gull Radio", "2031-03-05", SKIPPERS, Hop(name="the Lantern", kind="outlet"))
    assert len(origins(cited, sisters()[1])) == 2
    assert len(origins(cited, sisters()[1], owners=OWNERS)) == 1


def test_named_speakers_of_two_outlets_of_one_owner_stay_two() -> None:
    other = Hop(name="Olaf Brandt")
    told = [article(o, "2031-03-03", Line(content=CLOSES, hops=(h,))) for o, h in (("Lantern", VALE), ("Post", other))]
    assert len(origins(*told, owners=OWNERS)) == 2


def test_articles_that_credit_an_agency_go_back_to_it() -> None:
    one, other = by(sisters()[0], "Tidal News"), by(sisters()[1], wires=("Tidal News",))
    assert len(origins(one, other)) == 2
    assert origins(one, other, agencies={"tidal news"}) == [
        ("unheld", "two engineers who saw the survey, to Tidal News")
    ]


def test_what_an_agency_that_is_held_told_is_its_own() -> None:
    wire = unnamed("Tidal News", "2031-03-02T10:00:00Z", ENGINEERS)
    found = origins(wire, by(sisters()[0], "By staff and Tidal News"), agencies={"tidal news"})
    assert found == [("unnamed", "two engineers who saw the survey, to Tidal News")]


@pytest.mark.parametrize("byline", ["Ada Renn", "Tidal Newsletter", ""])
def test_who_credits_nobody_tells_for_itself(byline: str) -> None:
    assert len(origins(*(by(one, byline) for one in sisters()), agencies={"tidal news"})) == 2


def test_nothing_said_is_nothing_asked() -> None:
    assert Publishers.of(tell(*sisters()), {}, ()) is NOBODY
    assert NOBODY.credited(sisters()[0].article) is None
