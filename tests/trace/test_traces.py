from __future__ import annotations

import pytest

from reportedly.records import Trace
from reportedly.records.codec import encode
from reportedly.trace.traces import trace
from tests.trace.tellings import ENGINEERS, VALE, WIRE, Line, article

pytestmark = pytest.mark.weights

CLOSES = "The harbour authority will close the north quay on Monday after divers found cracks in forty of its piles"


def test_a_trace_has_stories_claims_and_what_was_made_from_what() -> None:
    wire = article("Meridian Wire", "2031-03-03T10:00:00Z", Line(content=CLOSES, hops=(ENGINEERS,), sourcing="unnamed"))
    copy = article(
        "Lantern", "2031-03-03T12:00:00Z", Line(content=CLOSES, hops=(WIRE, ENGINEERS), sourcing="unnamed"),
        Line(content="We were told nothing about the north quay", hops=(VALE,)),
    )  # fmt: skip
    found = trace([copy, wire])
    assert [story.articles for story in found.stories] == [("meridian-wire-1", "lantern-1")]
    closes = next(claim for claim in found.claims if claim.wording == CLOSES)
    assert closes.independent_origins == 1
    assert closes.first_report == ("meridian-wire-1",)
    assert encode(found)["trace"] == 1


def test_no_reading_has_an_empty_trace() -> None:
    assert trace([]) == Trace()
