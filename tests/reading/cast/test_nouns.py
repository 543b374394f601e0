from __future__ import annotations

from importlib.resources import files

import pytest

from reportedly.reading.cast.nouns import (
    agent_noun,
    akin,
    country,
    gender_of,
    honorific,
    look_of,
    noun,
    outlet_word,
    small_words,
)

LISTS = ("person", "organisation", "outlet", "document", "group")


@pytest.mark.parametrize(
    ("word", "single", "kind", "plural"),
    [
        ("minister", "minister", "person", False),
        ("Ministers", "minister", "person", True),
        ("spokesmen", "spokesman", "person", True),
        ("ministries", "ministry", "organisation", True),
        ("secretaries-general", "secretary-general", "person", True),
        ("ex-minister", "minister", "person", False),
        ("authorities", "authorities", "government", False),
        ("people", "people", "group", True),
        ("communiqué", "communiqué", "document", False),
        ("newspaper", "newspaper", "outlet", False),
    ],
)
def test_known_nouns(word: str, single: str, kind: str, plural: bool) -> None:
    found = noun(word)
    assert found is not None
    assert (found.word, found.kind, found.plural) == (single, kind, plural)


def test_unknown_nouns_for_people_are_told_by_their_ending() -> None:
    assert noun("padlock-maker") == agent_noun("maker")
    haulier, archivists = agent_noun("haulier"), agent_noun("archivists")
    assert haulier is not None
    assert archivists is not None
    assert (haulier.plural, archivists.plural) == (False, True)
    assert agent_noun("table") is None


def test_a_noun_of_two_kinds_has_the_other_as_a_mark() -> None:
    agency = noun("agency")
    assert agency is not None
    assert agency.kind == "organisation"
    assert "outlet" in agency.marks


def test_only_spokespeople_speak() -> None:
    assert all((found := noun(word)) is not None and found.speaks for word in ("spokeswoman", "lawyer", "mouthpiece"))
    assert all((found := noun(word)) is not None and not found.speaks for word in ("minister", "official"))


def test_gender() -> None:
    assert (gender_of("Mark"), gender_of("ADA"), gender_of("Zzyx")) == ("m", "f", None)
    assert (gender_of("Goran"), gender_of("Ximena"), gender_of("Lukasz")) == ("m", "f", "m")
    assert (honorific("Mrs."), honorific("Mr"), honorific("Dr"), honorific("table")) == ("f", "m", "", None)
    assert look_of("Zzyxa") > 0 > look_of("Zzyxo")
    assert look_of("Zzyx") == 0


def test_roles_that_stand_for_each_other() -> None:
    assert akin("president", "leader")
    assert akin("minister", "minister")
    assert not akin("minister", "general")


def test_countries_by_name_capital_and_adjective() -> None:
    assert {country(name) for name in ("Russia", "Moscow", "Russian", "Kremlin")} == {"Russia"}
    assert country("Talvera") is None


def test_words_that_show_an_outlet() -> None:
    assert outlet_word("Gazette")
    assert outlet_word("Wikinews")
    assert not outlet_word("Ministry")


@pytest.mark.parametrize("name", LISTS)
def test_no_list_says_a_word_twice(name: str) -> None:
    lines = files("reportedly.reading").joinpath("lists", f"{name}_nouns.txt").read_text(encoding="utf-8").splitlines()
    words = [line.split()[0] for line in lines if line and not line.startswith("#")]
    assert sorted({word for word in words if words.count(word) > 1}) == []


def test_small_words_are_rows_by_name() -> None:
    assert small_words("number")[:3] == ("one", "two", "three")
    with pytest.raises(StopIteration):
        small_words("no such row")
