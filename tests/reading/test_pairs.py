"""Who "the two" are, from who is named before them; what the encoder holds is not asked."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.candidates import Company
from reportedly.reading.encounter import Encounter
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Actor, ActorKind, Article, Chain, Link, Statement
from tests.byhand import find

NAMES: dict[str, ActorKind] = {
    "Varga": "person", "Brask": "person", "Orlen": "person", "Renn": "person",
    "Sarn": "government", "Olden": "government",
}  # fmt: skip


def pair(text: str, trigger: str, *, told: tuple[str, ...] = (), said: str = "", hearer: str = "") -> list[str]:
    """The two that meet by `trigger`. `told` are the words and parties of an earlier contact, `said` those of whoever
    says something, and to which `hearer`.
    """
    article, cast = cast_of(text)
    statements = []
    if said:
        cue = find(article, text[text.index(said) + len(said) + 1 :].split()[0])
        link = Link(actor=said, mention=find(article, said), cue=cue, addressees=(hearer,) if hearer else ())
        statements.append(
            Statement(
                id="s1", form="indirect", sourcing="on_record", content=(find(article, text[-9:]),),
                chain=Chain([Link(actor="The Lantern"), link]), score=1.0,
            )
        )  # fmt: skip
    company, encounter = company_of(article, cast, trigger, told, statements)
    return sorted(company.pair(encounter, "meeting"))


def cast_of(text: str) -> tuple[Article, Cast]:
    """An article and who of NAMES is in it."""
    article = Article.of(text)
    actors = [Actor(id="The Lantern", kind="outlet", name="The Lantern")]
    for name, kind in NAMES.items():
        if name in text:
            roles = ("prime minister",) if f"Prime Minister {name}" in text else ()
            actors.append(Actor(id=name, kind=kind, name=name, roles=roles, mentions=(find(article, name),)))
    cast = Cast(
        actors=tuple(actors),
        outlet="The Lantern",
        places={(m.start, m.end): a.id for a in actors for m in a.mentions},
    )
    return article, cast


def company_of(
    article: Article, cast: Cast, trigger: str, told: tuple[str, ...] = (), statements: Sequence[Statement] = ()
) -> tuple[Company, Encounter]:
    """Whoever may take part in what `trigger` tells of, and that."""
    encounters = [Encounter(trigger=find(article, trigger), kind="meeting", parties=())]
    if told:
        words, *parties = told
        whom = tuple(find(article, name) for name in parties)
        encounters.insert(0, Encounter(trigger=find(article, words), kind="meeting", parties=whom))
    company = Company(article, Lookup(cast), Sentences(find_sentences(article)), encounters, statements)
    return company, encounters[-1]


@pytest.mark.parametrize(
    ("text", "trigger", "expected"),
    [
        ("Varga and Brask are old friends. The two dined on Monday.", "dined", ["Brask", "Varga"]),
        ("Varga came to see Brask. Their second talk was short.", "talk", ["Brask", "Varga"]),
        ("Varga hopes that Brask will listen when they speak again on Monday.", "speak", ["Brask", "Varga"]),
        ("Varga, Brask and Orlen are friends. The two dined on Monday.", "dined", []),
        ("Varga and Brask are friends. They met with Orlen.", "met", ["Brask", "Varga"]),
        ("Varga and Brask are friends. They heard a talk by Orlen.", "talk", []),
        ("Varga saw Brask. In their talk on Monday, Orlen and Renn agreed.", "talk", []),
        ("Varga and Brask are friends. They say that Orlen met nobody.", "met", []),
        ("Prime Minister Varga wrote to Prime Minister Brask. The ministers met.", "met", ["Brask", "Varga"]),
        ("Prime Minister Varga wrote to Brask. The ministers met.", "met", []),
        ("Sarn blames the drought. Olden denies it. The two governments meet on Monday.", "meet", ["Olden", "Sarn"]),
    ],
)
def test_the_two_are_the_only_ones_named_just_before(text: str, trigger: str, expected: list[str]) -> None:
    assert pair(text, trigger) == expected


def test_the_two_have_met_before() -> None:
    text = "Varga rang Brask on Monday, as Orlen knew. Both sides agreed to meet."
    assert pair(text, "meet", told=("rang", "Varga", "Brask")) == ["Brask", "Varga"]


def test_men_are_no_countries() -> None:
    text = "Varga will see Brask. Sarn called off a visit to Olden. The two men spoke on Sunday."
    assert pair(text, "spoke", told=("visit", "Sarn", "Olden")) != ["Olden", "Sarn"]


def test_the_leaders_are_all_who_met_before() -> None:
    text = "Varga, Brask and Orlen spoke on Monday. The leaders last met in May."
    assert pair(text, "met", told=("spoke", "Varga", "Brask", "Orlen")) == ["Brask", "Orlen", "Varga"]
    only_two = text.replace("The leaders", "The two")
    assert pair(only_two, "met", told=("spoke", "Varga", "Brask", "Orlen")) == []


def test_whoever_says_so_is_neither_of_the_two() -> None:
    text = "Varga and Brask are friends, Orlen said. The two dined on Monday."
    assert pair(text, "dined", said="Orlen") == ["Brask", "Varga"]


def test_whoever_is_told_something_is_one_of_the_two() -> None:
    text = "Varga told Brask of what Orlen wants. They spoke on Monday."
    assert pair(text, "spoke", said="Varga", hearer="Brask") == ["Brask", "Varga"]


def test_whoever_is_told_of_the_two_is_neither() -> None:
    text = "Orlen likes Renn. Varga told Brask that the two would meet."
    assert pair(text, "meet", said="Varga", hearer="Brask") == ["Orlen", "Renn"]


def test_two_presidents_are_neither_the_minister_nor_who_spoke_to_him() -> None:
    def may_take_part(text: str) -> set[str]:
        company, encounter = company_of(*cast_of(text), "meet")
        return {*company.candidates(encounter, "meeting", None)}

    assert may_take_part("Prime Minister Varga wrote to Brask. The two presidents will meet.").isdisjoint(NAMES)
    assert may_take_part("Varga wrote to Brask. The two presidents will meet.") >= {"Varga", "Brask"}
