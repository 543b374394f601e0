from __future__ import annotations

import pytest

from reportedly.reading.cast.phrases import parse
from reportedly.reading.cast.spokespeople import is_agent, principal_in_name, principal_of, principal_place, speaks
from reportedly.records import ActorKind


@pytest.mark.parametrize(
    ("role", "principal"),
    [
        ("Vlad Putnam's press secretary", "Vlad Putnam"),
        ("her spokesman", "her"),
        ("a spokesman for the interior ministry", "the interior ministry"),
        ("spokeswoman of the Committee", "the Committee"),
        ("Airbus spokesman", "Airbus"),
        ("A ministry spokeswoman", "ministry"),
        ("a senior Foreign Office spokesman", "Foreign Office"),
        ("the White House Press Secretary", "White House"),
        ("who speaks for the president", "the president"),
        ("speaking for Labour", "Labour"),
        ("Brightline flack", "Brightline"),
        ("a spokesman with the sheriff's office", "the sheriff's office"),
        ("A spokeswoman in the mayor’s office", "the mayor’s office"),
        ("a spokesman in Larne", None),
        ("A representative for Ada Renn", "Ada Renn"),
        ("a rep for the actress", "the actress"),
        ("the spokesman", None),
        ("the presidential spokesman", "presidential"),
        ("Mayoral spokeswoman", "Mayoral"),
        ("Speaking for the union", "the union"),
        ("speaking on behalf of the port", "the port"),
    ],
)
def test_for_whom_a_spokesperson_speaks(role: str, principal: str | None) -> None:
    assert speaks(role)
    place = principal_place(role)
    assert (role[place[0] : place[1]] if place else None) == principal


@pytest.mark.parametrize(
    "role",
    [
        "the state representative for the 4th district",
        "the US representative for Sarn",
        "the minister",
        "president of the union",
        "a senior official",
        "who speaks for Labour on tax",
    ],
)
def test_others_speak_for_themselves(role: str) -> None:
    assert not speaks(role)


def test_a_lawyer_speaks_for_a_client_that_the_text_gives() -> None:
    assert is_agent("her lawyer")
    assert is_agent("The builder’s lawyer")
    assert is_agent("counsel for the bank")
    assert is_agent("Marsens' lawyer")
    assert is_agent("his posh brief")
    assert is_agent("defending")
    assert is_agent("his campaign manager")
    assert not is_agent("Orlena's attorney general")
    assert not is_agent("a lawyer")
    assert not is_agent("two lawyers who had read it")


@pytest.mark.parametrize(
    ("text", "kind", "principal"),
    [
        ("her office", "organisation", "her"),
        ("the Talveran embassy", "organisation", "Talveran"),
        ("his people", "group", "his"),
        ("his own office", "organisation", "his"),
        ("the senator's office", "organisation", "senator"),
        ("the prosecutor's office", "organisation", None),
        ("the prime minister's office", "organisation", None),
        ("the sheriff's office", "organisation", None),
        ("the district attorney's office", "organisation", None),
        ("Talvera's audit office", "organisation", None),
        ("Talvera's presidency", "organisation", None),
        ("her advisers", "group", None),
        ("the Commission's draft", "document", "the Commission"),
        ("a letter from the company", "document", "the company"),
        ("a note circulated by the Vostran delegation on June 9", "document", "the Vostran delegation"),
        ("an FBI summary", "document", "FBI"),
        ("a draft seen by the Lantern", "document", None),
        ("a draft of the budget", "document", None),
        ("the ministry", "organisation", None),
    ],
)
def test_bodies_and_documents_that_are_somebodys(text: str, kind: ActorKind, principal: str | None) -> None:
    phrase = parse(text)
    place = principal_of(phrase, text, kind, phrase.owner is not None)
    assert (text[place[0] : place[1]].removeprefix("the ") if place else None) == (
        principal.removeprefix("the ") if principal else None
    )


@pytest.mark.parametrize(
    ("name", "principal"),
    [
        ("the Office of the President of Orlena", "the President of Orlena"),
        ("the Embassy of Belkhan", "Belkhan"),
        ("the Kosgrove campaign", None),
        ("the Talveran delegation", None),
        ("the Ministry of Health", None),
        ("the Foreign Office", None),
    ],
)
def test_names_of_bodies_that_speak_for_somebody(name: str, principal: str | None) -> None:
    place = principal_in_name(parse(name), name)
    assert (name[place[0] : place[1]] if place else None) == principal
