from __future__ import annotations

from dataclasses import replace

import pytest

from reportedly.records import ActorKind, Reading, Sourcing
from reportedly.trace.bodies import with_bodies
from tests.trace.tellings import Hop, Line, article, by_name

Read = tuple[ActorKind, Sourcing]


def told_by(outlet: str, kind: ActorKind, sourcing: Sourcing) -> Reading:
    """An article in which Northline, read to be of this kind, says something."""
    ferries = Hop(name="Northline", kind=kind)
    return article(outlet, "2031-03-03", Line(content="the ferry was full", hops=(ferries,), sourcing=sourcing))


def kinds_of(*readings: Reading) -> list[Read]:
    """The kinds of Northline in these, and the sourcing of what it says."""
    found = with_bodies(readings, by_name(readings))
    return [(one.actor("a2").kind, one.statements[0].sourcing) for one in found]


BODY: Read = "organisation", "institution"
OUTLET: Read = "outlet", "outlet"


def test_what_as_many_articles_take_for_a_body_is_none_of_the_outlets() -> None:
    post, lantern = told_by("Post", *BODY), told_by("Lantern", *OUTLET)
    assert kinds_of(post, lantern) == [BODY, BODY]


def test_what_most_take_for_an_outlet_is_one() -> None:
    readings = told_by("Post", *BODY), told_by("Lantern", *OUTLET), told_by("Courier", *OUTLET)
    assert kinds_of(*readings) == [BODY, OUTLET, OUTLET]


@pytest.mark.parametrize("name", ["Northline", "Northline Weekly"])
def test_who_published_an_article_is_an_outlet(name: str) -> None:
    own = told_by("Courier", *BODY)
    own = replace(own, actors=(replace(own.actor("a1"), name=name), own.actor("a2")))
    found = kinds_of(told_by("Post", *BODY), told_by("Lantern", *OUTLET), own)
    assert found[1] == (OUTLET if name == "Northline" else BODY)
