from __future__ import annotations

import pytest

from reportedly.trace.outlets import capitalised, citations, names_of, places
from tests.trace.press import WIRE, reading


def sure(outlet: str, text: str, *, used_by: dict[str, int] | None = None, kinds: str = "") -> float:
    """How surely a text of The Lantern names an outlet, among ten articles."""
    cited, citing = reading(outlet, WIRE, None), reading("The Lantern", text, None, kinds=kinds)
    found = citations(
        citing.article, capitalised(citing), names_of(cited), own=names_of(citing),
        outlets=[span for actor in citing.actors for span in actor.mentions], used_by=used_by or {}, among=10,
        places=places(citing.article, capitalised(citing)),
    )  # fmt: skip
    return max((citation.sure for citation in found), default=0.0)


@pytest.mark.parametrize(
    "text",
    [
        "As Meridian Wire reported, it rained.",
        "It rained, MW said.",
        "It rained, according to the meridianwire site.".replace("meridianwire", "Meridian-wire"),
        "Meridian says that it rained.",
    ],
)
def test_an_outlet_is_named_in_full_by_initials_and_by_a_part_that_few_use(text: str) -> None:
    assert sure("Meridian Wire", text) >= 0.8


def test_a_part_of_a_name_that_many_articles_use_is_a_place() -> None:
    assert sure("Elswick Courier", "Rain in Elswick.", used_by={"elswick": 8}) < 0.5
    assert sure("Elswick Courier", "Rain, says the Courier.", used_by={"courier": 4}) < 0.8


@pytest.mark.parametrize(
    "text",
    [
        "It rained in Elswick, the mayor said. Elswick police closed two roads.",
        "ELSWICK, March 3 — It rained. Shops in the old town stayed shut, Elswick police said.",
        "Three streets near Elswick are under water. Elswick has no pumps.",
    ],
)
def test_a_town_is_not_the_paper_that_is_called_after_it(text: str) -> None:
    assert sure("Elswick Courier", text) < 0.5
    assert sure("Elswick Courier", f"{text} So the Elswick Courier wrote.") == 1
    assert sure("Elswick Courier", f"{text} So the Courier wrote.") >= 0.8


def test_what_is_in_a_report_of_an_outlet_is_in_no_place() -> None:
    assert sure("Meridian Wire", "Nobody is named in Meridian's report. The rest, says Meridian, is rain.") >= 0.8


def test_the_reading_may_say_that_a_part_is_the_outlet() -> None:
    used_by = {"courier": 4}
    assert sure("Elswick Courier", "Rain, says the Courier.", used_by=used_by, kinds="the Courier") >= 0.8


def test_a_name_inside_a_longer_one_is_another_name() -> None:
    assert sure("Elswick Courier", "Rain, says the Blue Gulf Courier.") == 0
    assert sure("Atlas", "He lives in Atlas Street.") == 0


def test_the_own_outlet_is_not_cited() -> None:
    assert sure("The Lantern", "She told the Lantern so.") == 0


def test_the_mark_behind_a_dateline_is_a_name() -> None:
    assert names_of(reading("Agence du Nord", WIRE, None))["mw"] == 0.9


@pytest.mark.parametrize(("outlet", "sureness"), [("Evening Post", 0.8), ("Metropolitan Weekly", 0.0)])
def test_a_mark_is_a_papers_own_only_where_it_may_be_short_for_it(outlet: str, sureness: float) -> None:
    copy = reading(outlet, WIRE.replace("Meridian Wire", "MW"), None)
    found = citations(
        copy.article, capitalised(copy), names_of(reading("Meridian Wire", WIRE, None)), own=names_of(copy),
        outlets=(), used_by={}, among=10, places=places(copy.article, capitalised(copy)),
    )  # fmt: skip
    assert max((citation.sure for citation in found), default=0.0) >= sureness
    assert ("mw" in names_of(copy)) is (sureness == 0)
