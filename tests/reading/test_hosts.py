"""Which places are parties of a visit, since they are visited."""

from __future__ import annotations

import pytest

from reportedly.reading.contacts.hosts import goes_to_a_place, hosts_of, whole_place
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article
from tests.byhand import find


def visit(text: str, trigger: str, place: str | None) -> tuple[Article, Encounter]:
    """A text, and the visit that its words tell of, of Kolb."""
    article = Article.of(text)
    at = None if place is None else find(article, place)
    return article, Encounter(trigger=find(article, trigger), kind="visit", parties=(find(article, "Kolb"),), place=at)


@pytest.mark.parametrize(
    ("text", "trigger", "place", "hosts"),
    [
        ("Kolb visited Temeshk in May.", "visited", "Temeshk", ["Temeshk"]),
        ("Kolb will visit the Olden Isles.", "visit", "Isles", ["Olden Isles"]),
        ("Kolb made a state visit to Egypt.", "visit", None, ["Egypt"]),
        ("A visit by Kolb to Temeshk is off.", "visit", "Temeshk", ["Temeshk"]),
        ("Kolb arrived in the flooded town of Temeshk.", "arrived", "Temeshk", ["Temeshk"]),
        ("Kolb is due in Temeshk on Monday.", "due", "Temeshk", ["Temeshk"]),
        ("Kolb flew to Vietnam, Malaysia and Cambodia.", "flew", "Malaysia", ["Vietnam", "Malaysia", "Cambodia"]),
        ("Kolb visited Bosnia and Herzegovina.", "visited", None, ["Bosnia and Herzegovina"]),
        ("Kolb visited Temeshk and Ana Tolvaj.", "visited", "Temeshk", ["Temeshk"]),
        ("Kolb Visit To Temeshk Brings Anger.", "Visit", "To Temeshk Brings Anger", []),
        ("Kolb visited Temeshk prison.", "visited", "Temeshk", []),
        ("Kolb visited Temeshk’s harbour.", "visited", "Temeshk", []),
        ("Kolb visited Temeshk University.", "visited", "Temeshk University", []),
        ("Kolb visited troops in Temeshk.", "visited", "Temeshk", []),
        ("Kolb visited Ana Tolvaj in Temeshk.", "visited", "Temeshk", []),
        ("Kolb called a march in Temeshk.", "march", "Temeshk", []),
    ],
)
def test_a_visit_goes_to_places_with_names(text: str, trigger: str, place: str | None, hosts: list[str]) -> None:
    assert [host.text for host in hosts_of(*visit(text, trigger, place))] == hosts


@pytest.mark.parametrize(
    ("text", "place", "goes"),
    [
        ("Kolb visited the flooded mine.", "the flooded mine", True),
        ("Kolb visited Ana Tolvaj at the mine.", "the mine", False),
    ],
)
def test_a_visit_to_a_thing_is_to_nobody(text: str, place: str, goes: bool) -> None:
    assert goes_to_a_place(*visit(text, "visited", place)) is goes


def test_the_sidelines_are_no_place() -> None:
    assert whole_place(*visit("Kolb met Renn on the sidelines.", "met", "the sidelines")) is None
