"""What is told in so many words is a contact, whatever the encoder makes of it."""

from __future__ import annotations

import pytest

from reportedly.reading.attribution import Mention
from reportedly.reading.contacts.outright import PARTY, SURE, told_outright
from reportedly.reading.encounter import Encounter
from reportedly.records import Article
from reportedly.records.actor import ActorKind
from tests.byhand import find

KINDS: dict[str, ActorKind] = {
    "reporters": "group", "senior clerks": "group", "the Grain Office": "organisation", "the police": "organisation",
    "Qatar": "government", "Turkey": "government", "Iran": "government",
    "The FBI": "organisation", "The Courier": "outlet", "The party": "organisation",
}  # fmt: skip


def told(text: str, *sides: str, encounters: tuple[Encounter, ...] = ()) -> list[tuple[str, str, list[str]]]:
    """The contacts of a text by their words, their kind and their parties; `sides` are its mentions."""
    article = Article.of(text)
    mentions = [Mention(span=find(article, side), kind=KINDS.get(side, "person")) for side in sides]
    found = told_outright(article, encounters, mentions)
    return [(e.trigger.text, e.kind, [party.text for party in e.parties]) for e in found]


@pytest.mark.parametrize(
    ("text", "sides", "expected"),
    [
        ("Ada Renn has spoken with Vale about it.", ("Ada Renn", "Vale"), ("spoken", "call")),
        ("Ada Renn, who met privately with Vale, left.", ("Ada Renn", "Vale"), ("met", "meeting")),
        ("Ada Renn, who chaired the session, later met Vale.", ("Ada Renn", "Vale"), ("met", "meeting")),
        ("Ada Renn sat face to face with Vale.", ("Ada Renn", "Vale"), ("sat face to face", "meeting")),
        ("Ada Renn received Vale in Sarn.", ("Ada Renn", "Vale"), ("received", "meeting")),
        ("Vale received her in Sarn.", ("Vale", "her"), ("received", "meeting")),
        ("Ada Renn had “a very good call” with Vale.", ("Ada Renn", "Vale"), ("call", "meeting")),
        ("Ada Renn held talks in Sarn on Monday with Vale.", ("Ada Renn", "Vale"), ("talks", "meeting")),
        ("Ada Renn will huddle with a number of senior clerks.", ("Ada Renn", "senior clerks"), ("huddle", "meeting")),
        ("The FBI has since interviewed Vale.", ("The FBI", "Vale"), ("interviewed", "meeting")),
        ("Vale appeared before the police.", ("Vale", "the police"), ("appeared", "meeting")),
        ("Vale was questioned by the police.", ("Vale", "the police"), ("questioned", "meeting")),
        ("Ada Renn discussed grain with the Grain Office.", ("Ada Renn", "the Grain Office"), ("discussed", "talks")),
        ("Ada Renn e-mailed Vale on Monday.", ("Ada Renn", "Vale"), ("e-mailed", "letter")),
        ("Ada Renn sent a short letter to Vale.", ("Ada Renn", "Vale"), ("letter", "letter")),
        ("Ada Renn wants to visit Sarn to meet Vale.", ("Ada Renn", "Vale"), ("meet", "meeting")),
        ("Ada Renn will not meet Vale.", ("Ada Renn", "Vale"), ("meet", "meeting")),
        ("Ada Renn opposes the levy and wrote to Vale.", ("Ada Renn", "Vale"), ("wrote to", "letter")),
        ("Ada Renn walked out of talks with Vale.", ("Ada Renn", "Vale"), ("talks", "meeting")),
        ("Ada Renn called off a visit by Vale.", ("Ada Renn", "Vale"), ("visit", "visit")),
        ("Ada Renn gave a joint news conference with Vale.", ("Ada Renn", "Vale"), ("news conference", "meeting")),
        ("It failed after Ada Renn's talks on Monday with Vale.", ("Ada Renn", "Vale"), ("talks", "meeting")),
    ],
)  # fmt: skip
def test_a_verb_of_meeting_between_two_sides_is_a_contact(
    text: str, sides: tuple[str, str], expected: tuple[str, str]
) -> None:
    assert told(text, *sides) == [(*expected, [*sides])]


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        ("Vale received her degree.", ("Vale", "her")),
        ("Ada Renn met your friend.", ("Ada Renn", "your")),
        ("The FBI questioned Vale's motives.", ("The FBI", "Vale")),
        ("The Courier met Vale.", ("The Courier", "Vale")),
        ("The party questioned Vale.", ("The party", "Vale")),  # doubts him
        ("Ada Renn talked to reporters.", ("Ada Renn", "reporters")),
        ("Ada Renn met the deadline. Vale did not.", ("Ada Renn", "Vale")),
        ("Ada Renn discussed her talks with Vale.", ("Ada Renn", "Vale")),
        ("Ada Renn said the council had no talks with Vale.", ("Ada Renn", "Vale")),
        ("The levy was not a matter of Ada Renn's talks with Vale.", ("Ada Renn", "Vale")),
    ],
)
def test_other_words_between_two_are_none(text: str, sides: tuple[str, str]) -> None:
    assert told(text, *sides) == []


@pytest.mark.parametrize(
    "text", ["Vale, chair of the Grain Office, met Ost.", "Vale of Ulm, head of the Grain Office, met Ost."]
)
def test_who_leads_a_body_is_the_side(text: str) -> None:
    assert told(text, "Vale", "the Grain Office", "Ost")[0][2] == ["Vale", "Ost"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Renn and Vale spoke on Monday.", ("spoke", "call")),
        ("Ada Renn and Vale have opened trade talks in Sarn.", ("talks", "meeting")),
    ],
)
def test_what_two_do_together_they_do_with_each_other(text: str, expected: tuple[str, str]) -> None:
    assert told(text, "Ada Renn", "Vale") == [(*expected, ["Ada Renn", "Vale"])]


def test_whom_a_meeting_is_between_take_part() -> None:
    text = "The two-hour meeting on Monday between Ada Renn and Vale failed."
    assert told(text, "Ada Renn", "Vale") == [("meeting", "meeting", ["Ada Renn", "Vale"])]
    assert told("The talks between Ada Renn and her friends failed.", "Ada Renn") == []
    assert told("No talks between Ada Renn and Vale are planned.", "Ada Renn", "Vale") == []


def test_countries_that_nobody_marked_take_part() -> None:
    text = "Qatar, Turkey and Egypt are to hold three-way talks in Doha."
    assert told(text, "Qatar", "Turkey") == [("talks", "meeting", ["Qatar", "Turkey", "Egypt"])]
    assert told("Iran has ruled out talks with Brazil.", "Iran") == [("talks", "meeting", ["Iran", "Brazil"])]
    text = "Talks between Iran and the three northern powers go on."
    assert told(text, "Iran") == [("Talks", "meeting", ["Iran", "the three northern powers"])]


def test_the_place_behind_them_is_where_they_meet() -> None:
    article = Article.of("Ada Renn will hold talks with Vale in Sarn.")
    sides = [Mention(span=find(article, name), kind="person") for name in ("Ada Renn", "Vale")]
    (found,) = told_outright(article, [], sides)
    assert found.place == find(article, "Sarn")


def test_what_two_do_to_something_else_is_no_contact_of_theirs() -> None:
    assert told("Ada Renn and Vale met the deadline.", "Ada Renn", "Vale") == []
    assert told("Ada Renn and the Grain Office met in Sarn.", "Ada Renn", "the Grain Office") == []


def test_people_of_somebody_are_the_side() -> None:
    assert told("The FBI interviewed Vale aides.", "The FBI", "Vale")[0][2] == ["The FBI", "Vale aides"]


def test_what_the_encoder_hardly_sees_is_sure() -> None:
    article = Article.of("Ada Renn had breakfast with Vale.")
    sides = find(article, "Ada Renn"), find(article, "Vale")
    unsure = Encounter(
        trigger=find(article, "breakfast with"), kind="meeting", parties=sides[1:], likely=(0.95,), score=0.1
    )
    (found,) = told_outright(article, [unsure], [Mention(span=side, kind="person") for side in sides])
    assert (found.trigger, found.score, found.parties, found.likely) == (unsure.trigger, SURE, sides, (PARTY, 0.95))
