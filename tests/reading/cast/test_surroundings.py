"""What the words around a name say of its kind."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.cast.names import Names
from reportedly.reading.cast.scene import Scene
from reportedly.reading.cast.surroundings import is_bare
from reportedly.records import ActorKind, Article
from tests.byhand import find


def kind_of(text: str, name: str, kind: ActorKind | None = "person") -> ActorKind | None:
    """The kind of the actor that the first of these words mean, which the encoder takes for a person's."""
    article = Article.of(text)
    scene = Scene(article, [], [Mention(span=find(article, name), kind=kind)])
    Names(scene)
    draft = scene.references[0].draft
    assert draft is not None
    return draft.kind


@pytest.mark.parametrize(
    "text",
    [
        "Orsova waits. Its envoy flew home; Orsova's foreign minister did not.",
        "Orsova waits. The Orsovan soldiers left.",
        "Orsova waits. Two Orsova officials left.",
        "Orsova waits. The Orsova defence ministry is silent.",
        "Orsova waits. Nobody in Orsova knows.",
        "Orsova waits. It was told by Orsova's Anna Varga.",
        "Orsova waits. It was told by Orsova's Prime Minister Lo Varga.",
        "Orsova waits. We saw the embassy of Orsova burn.",
        "Orsova waits. They say Orsova must do its homework.",
    ],
)
def test_a_country_is_no_person(text: str) -> None:
    assert kind_of(text, "Orsova") == "government"


@pytest.mark.parametrize(
    "text",
    [
        "Orten waits. Mr Orten flew home; two Orten officials did not.",
        "Orten waits. Mark Orten flew; two Orten officials did not.",
        "Orten waits. The Ortenish soldiers of President Orten left.",
        "Orten waits. He served in Orten's cabinet.",
        "Orten waits.",
    ],
)
def test_somebody_who_is_called_so_elsewhere_stays_a_person(text: str) -> None:
    assert kind_of(text, "Orten") == "person"


def test_what_the_encoder_takes_for_a_body_needs_more() -> None:
    text = "Orsova grows. Nobody in Orsova knows."
    assert (kind_of(text, "Orsova", "organisation"), kind_of(text, "Orsova")) == ("organisation", "government")


def test_an_owner_found_later_is_judged_by_its_surroundings_too() -> None:
    article = Article.of("She took the oath as Belmora's president on Saturday.")
    scene = Scene(article, [], [])
    names = Names(scene)
    assert names.assign(scene.reference(21, 28)).kind == "government"


@pytest.mark.parametrize(("text", "kind"), [("the JVO waits.", "organisation"), ("JVO waits.", "person")])
def test_an_acronym_with_an_article_is_nobody(text: str, kind: ActorKind) -> None:
    assert kind_of(text, text.removesuffix(" waits.")) == kind


@pytest.mark.parametrize(
    ("name", "kind"), [("Anna Velmark", "person"), ("Velmark Anna", "government"), ("Anna Parliament", "organisation")]
)
def test_a_first_name_makes_a_person_of_a_government(name: str, kind: ActorKind) -> None:
    assert kind_of(f"{name} waits.", name, "government") == kind


@pytest.mark.parametrize("text", ["It was told by Orsova's Anna Varga", "They say Orsova must do its homework"])
def test_beside_countries_that_are_known_what_is_no_person_is_a_body(text: str) -> None:
    assert kind_of(f"Orsova waits. {text} in Canada.", "Orsova") == "organisation"


def test_dr_makes_a_person_whatever_the_encoder_says() -> None:
    assert kind_of("Dr Lindqvane waits.", "Dr Lindqvane", "government") == "person"


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Orsova", True),
        ("Anna", False),
        ("Minister", False),
        ("Oru", False),
        ("Democratic", False),
        ("Two Rivers", False),
    ],
)
def test_bare_names(name: str, bare: bool) -> None:
    assert is_bare(f"They saw {name}.", name) is bare


def test_the_ministers_of_two_countries() -> None:
    assert kind_of("Orsova waits. The foreign ministers of Sorrenland and Orsova met.", "Orsova") == "government"


def test_officials_from_three_countries() -> None:
    assert kind_of("Orsova waits. Top officials from Sorrenland, Velm, and Orsova met.", "Orsova") == "government"
