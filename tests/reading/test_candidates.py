"""Who may take part in a contact, by the signs around the words for it; no weights are asked."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pytest

from reportedly.reading.cast.actors import Cast
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.candidates import Company
from reportedly.reading.contacts.weights import ContactWeights, contact_weights
from reportedly.reading.encounter import Encounter
from reportedly.reading.layout.segment import find_sentences
from reportedly.records import Actor, ActorKind, Article, Chain, Link, Statement
from reportedly.records.contact import ContactKind
from tests.byhand import find

KINDS: Mapping[str, ActorKind] = {
    "Varga": "person", "Brask": "person", "Orlen": "person", "Sarn": "government", "The two leaders": "group",
    "reporters": "group", "his envoy": "person", "to whom": "person",
}  # fmt: skip


def signs(
    text: str,
    trigger: str,
    likely: Mapping[str, float],
    *others: tuple[str, tuple[str, ...]],
    kind: ContactKind = "meeting",
    place: str | None = None,
    said: str = "",
) -> dict[str, Collection[str]]:
    """The signs of everybody in a text by name; `others` are other contacts of it, `said` are words of Varga's."""
    article = Article.of(text)
    names = [name for name in KINDS if name in text]
    actors = [Actor(id="a0", kind="outlet", name="The Lantern")]
    for number, name in enumerate(names, 1):
        group = name not in ("Varga", "Brask", "Orlen", "Sarn")
        mentions = (find(article, name),)
        actors.append(Actor(id=f"a{number}", kind=KINDS[name], name=None if group else name, mentions=mentions))
    places = {(m.start, m.end): actor.id for actor in actors for m in actor.mentions}
    cast = Cast(actors=tuple(actors), outlet="a0", places=places)
    told = Encounter(
        trigger=find(article, trigger),
        kind=kind,
        parties=tuple(find(article, name) for name in likely),
        likely=tuple(likely.values()),
        place=find(article, place) if place else None,
    )
    more = [
        Encounter(trigger=find(article, words), kind="meeting", parties=tuple(find(article, name) for name in parties))
        for words, parties in others
    ]
    over = None
    if said:
        speaker = Link(actor="a1", addressees=("a2",))
        over = Statement(
            id="s1", form="indirect", act="say", status="made", sourcing="on_record", content=(find(article, said),),
            chain=Chain([Link(actor="a0"), speaker]), score=1.0,
        )  # fmt: skip
    company = Company(article, Lookup(cast), Sentences(find_sentences(article)), [told, *more])
    found = company.candidates(told, kind, over)
    listed = company.listed([actor.id for actor in actors if actor.name in likely], told)
    for actor in listed:
        found[actor] = {*found[actor], "listed"}
    return {next(a.name or a.mentions[0].text for a in actors if a.id == id): of for id, of in found.items()}


def test_a_party_has_its_place_in_the_sentence_and_what_the_encoder_holds() -> None:
    found = signs("Varga met with Brask.", "met", {"Varga": 1.0, "Brask": 0.4})
    assert {"in sentence", "before", "before ^", "before near", "role 0.95"} <= {*found["Varga"]}
    assert {"after", "after with", "meeting: after with", "role 0.35"} <= {*found["Brask"]}
    assert "role 0.5" not in found["Brask"]


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        ("Varga's first meeting was with Brask.", "Varga", "owner"),
        ("The meeting was short, said Varga.", "Varga", "after beyond ,"),
        ("The meeting, which Varga left, was short.", "Varga", "after beyond clause"),
        ("A meeting with Sarn and Varga was short.", "Varga", "after 1 between"),
        ("A meeting; Varga slept.", "Varga", "after beyond stop"),
    ],
)
def test_what_stands_between_is_a_sign(text: str, name: str, sign: str) -> None:
    assert sign in signs(text, "meeting", {})[name]


def test_actors_told_of_before_may_take_part() -> None:
    found = signs("Varga was in Sarn. Brask was late. The leaders met.", "met", {})
    assert {"2 back", "last person but 1", "people, person: 2 back", "elsewhere, 0 known"} <= {*found["Varga"]}
    assert "last body but 0" in found["Sarn"]
    assert "1 back" in found["Brask"]


def test_words_for_several_are_no_candidate_of_their_own() -> None:
    found = signs("Varga and Brask were late. The two leaders met.", "met", {"The two leaders": 1.0})
    assert "The two leaders" not in found
    assert "elsewhere, 0 known" in found["Varga"]


def test_words_that_only_lead_to_somebody_are_no_candidate() -> None:
    assert [*signs("Brask is he to whom Varga wrote.", "wrote", {"to whom": 1.0, "Varga": 1.0})] == ["Brask", "Varga"]


@pytest.mark.parametrize(
    "text",
    [
        "Varga will meet Brask at Orlen's funeral.",
        "Varga will meet Brask at the funeral of the late Orlen.",
        "Varga will meet Brask on Orlen's behalf.",
    ],
)
def test_whoever_is_buried_or_spoken_for_meets_nobody(text: str) -> None:
    assert [*signs(text, "meet", {})] == ["Varga", "Brask"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Varga met Sarn's Brask.", ["Varga", "Brask"]),
        ("Varga met Sarn President Brask.", ["Varga", "Brask"]),
        ("Varga met Brask, who heads Sarn, at noon.", ["Varga", "Brask"]),
        ("Varga met Brask, who left Sarn, at noon.", ["Varga", "Brask", "Sarn"]),
        ("Varga met Brask, his envoy, at noon.", ["Varga", "Brask"]),
        ("Varga met Brask, his envoy and Orlen.", ["Varga", "Brask", "his envoy", "Orlen"]),
    ],
)
def test_what_only_says_who_or_whose_somebody_is_is_no_candidate(text: str, names: list[str]) -> None:
    assert [*signs(text, "met", {})] == names


def test_who_speaks_is_addressed_or_visited_is_so_by_a_sign() -> None:
    found = signs("Varga told Brask that a visit to Sarn was likely.", "visit", {}, kind="visit", place="Sarn",
                  said="a visit to Sarn was likely")  # fmt: skip
    assert "speaker" in found["Varga"]
    assert "addressee" in found["Brask"]
    assert "host of visit" in found["Sarn"]


def test_parties_of_other_contacts_of_the_article_may_be_those_of_this_one() -> None:
    found = signs("Varga met Brask in Sarn. The talks go on.", "talks", {}, ("met", ("Varga", "Brask")))
    assert {"party of the last", "often party"} <= {*found["Varga"]} & {*found["Brask"]}
    assert "party of others" not in found["Sarn"]


WEIGHTS = ContactWeights(
    party={"always": -1.0, "likely": 3.0},
    words={"always": -2.0, "plain": 1.0, "sure": 2.0},
    known={"first": 1.0, "second": 0.5, "named 0": -1.0},
    at=0.5,
    party_at=0.35,
    other_at=0.25,
)


def test_those_who_are_likely_take_part_and_else_the_next() -> None:
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.6, "c": 0.4}, "abc") == ["a", "b"]
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.3, "c": 0.4}, "abc") == ["a", "c"]
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.1}, "ab") == ["a"]


def test_a_third_has_to_be_likelier_than_the_first_two() -> None:
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.6, "c": 0.7}, "abc") == ["a", "c"]
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.85, "c": 0.95}, "abc") == ["c", "a", "b"]


def test_whoever_is_met_first_does_not_meet_whom_the_subject_meets_next() -> None:
    first = ("met", ("Varga", "Brask"))
    assert "Brask" not in signs("Varga met Brask and will see Orlen.", "see", {}, first)
    assert "Brask" in signs("Varga met Brask, who will see Orlen.", "see", {}, first)
    assert "Brask" in signs("Varga met Brask and Orlen will see her.", "see", {}, first)


def test_whom_the_sentence_does_not_name_only_takes_a_place_that_is_left() -> None:
    assert WEIGHTS.chosen({"a": 0.9, "b": 0.6, "c": 0.8}, "ab") == ["a", "b"]
    assert WEIGHTS.chosen({"a": 0.9, "c": 0.8, "d": 0.7}, "a") == ["a", "c"]


def test_nobody_is_asked_after_where_no_parties_could_make_it_a_contact() -> None:
    assert not WEIGHTS.may_tell(["other"])
    assert WEIGHTS.may_tell(["plain"])
    assert WEIGHTS.of_telling(["plain"], ["first"]) == pytest.approx(0.5)
    assert WEIGHTS.of_telling(["plain"], ["first", "second"]) > 0.5


def test_the_weights_that_ship_know_parties_by_what_the_encoder_holds() -> None:
    weights = contact_weights()
    plain, unlikely = ["in sentence", "after", "after with", "is person"], ["role 0.1"]
    sure = [f"role {least}" for least in (0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95)]
    assert weights.of_party([*plain, *sure]) > 0.9 > 0.5 > weights.of_party([*plain, *unlikely])


@pytest.mark.parametrize(
    ("text", "likely", "listed"),
    [
        ("Varga met Brask, Minister Orlen and Sarn.", ("Varga", "Brask", "Sarn"), ["Orlen"]),
        ("Varga met Brask, Orlen and Sarn.", ("Varga", "Brask"), []),
        ("Varga met Brask, who knows Orlen, and Sarn.", ("Varga", "Brask", "Sarn"), []),
    ],
)
def test_who_stands_between_two_parties_in_a_list_is_one(text: str, likely: tuple[str, ...], listed: list[str]) -> None:
    found = signs(text, "met", dict.fromkeys(likely, 0.9))
    assert [name for name, signs in found.items() if "listed" in signs] == listed
