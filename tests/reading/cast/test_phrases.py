"""Mentions taken apart: each row is a mention and what its parts are."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.cast.phrases import Phrase, parse
from reportedly.reading.cast.seen import seen_as


def parts(text: str, phrase: Phrase | None = None) -> dict[str, object]:
    """The parts of a phrase that say something, places as words, the head as its singular."""
    phrase = phrase or parse(text)
    found: dict[str, object] = {}
    for field in fields(phrase):
        value = getattr(phrase, field.name)
        if value in (None, "", False) or field.name == "core":
            continue
        found[field.name] = text[value[0] : value[1]] if isinstance(value, tuple) else getattr(value, "word", value)
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("he", {"shape": "pronoun", "determiner": "he"}),
        ("Mark Orten", {"shape": "name", "name": "Mark Orten"}),
        (
            "many experts, including Mr. Stane",
            {"shape": "noun", "determiner": "many", "head": "expert", "tail": "including Mr. Stane"},
        ),
        (
            "The secretary of state’s office",
            {"shape": "noun", "determiner": "the", "head": "office", "owner": "secretary of state"},
        ),
        (
            "the leader of the opposition's aides",
            {"shape": "noun", "determiner": "the", "head": "aide", "owner": "leader of the opposition"},
        ),
        (
            "a friend of the mayor's wife",
            {
                "shape": "noun", "determiner": "a", "number": 1, "head": "friend", "of": "the mayor's wife",
                "tail": "of the mayor's wife",
            },
        ),
        (
            "The first lady's spokeswoman",
            {"shape": "noun", "determiner": "the", "head": "spokeswoman", "owner": "first lady"},
        ),
        ("People like Vale", {"shape": "noun", "head": "people", "tail": "like Vale"}),
        ("Companies like Orvel Foods", {"shape": "noun", "head": "company", "tail": "like Orvel Foods"}),
        ("Voters such as Mr. Vale", {"shape": "noun", "head": "voter", "tail": "such as Mr. Vale"}),
        ("voters such", {"shape": "noun", "head": "voter", "tail": "such"}),
        ("no such official", {"shape": "noun", "determiner": "no", "head": "official"}),
        ("Others like her", {"shape": "member", "determiner": "others", "tail": "like her"}),
        ("The $2 billion company", {"shape": "noun", "determiner": "the", "head": "company"}),
        ("the £3bn retailer", {"shape": "noun", "determiner": "the", "head": "retailer"}),
        ("two $5 million donors", {"shape": "noun", "determiner": "two", "number": 2, "head": "donor"}),
        ("Some $2 billion", {"shape": "member", "determiner": "some"}),
        ("the 12-member board", {"shape": "noun", "determiner": "the", "head": "board"}),
        ("The 5,000-employee group", {"shape": "noun", "determiner": "the", "head": "group"}),
        ("1.3 million-member union", {"shape": "noun", "head": "union"}),
        ("the 200-year-old firm", {"shape": "noun", "determiner": "the", "head": "firm"}),
        (
            "her husband Dean",
            {
                "shape": "name", "determiner": "her", "head": "husband", "owner": "her", "name": "Dean",
                "title": "husband",
            },
        ),
        (
            "the activist fund Cardinal Point",
            {"shape": "name", "determiner": "the", "head": "fund", "name": "Cardinal Point", "title": "activist fund"},
        ),
        (
            "his wife and current nominee Ada Renn",
            {
                "shape": "name", "determiner": "his", "head": "wife", "owner": "his", "name": "Ada Renn",
                "title": "his wife and current nominee",
            },
        ),
        (
            "Vale's ex-wife and former partner, the singer Ada Renn",
            {
                "shape": "noun", "head": "wife", "owner": "Vale", "tail": "and former partner", "name": "Ada Renn",
                "title": "singer", "role": "Vale's ex-wife and former partner",
            },
        ),
        (
            "The head of the Republic, Milan Orten",
            {
                "shape": "noun", "determiner": "the", "head": "head", "of": "the Republic", "tail": "of the Republic",
                "name": "Milan Orten", "role": "The head of the Republic",
            },
        ),
        ("the “Abendblatt” newspaper", {"shape": "name", "determiner": "the", "name": "Abendblatt"}),
        (
            "his barrister, Ada Renn KC",
            {
                "shape": "noun", "determiner": "his", "head": "barrister", "owner": "his", "name": "Ada Renn",
                "role": "his barrister",
            },
        ),
        ("liberal Democrats", {"shape": "noun", "head": "democrat"}),
        ("Ada Renn, whose son was a pilot", {"shape": "name", "name": "Ada Renn"}),
        (
            "the navy's spokesman, Commander Ada Renn",
            {
                "shape": "noun", "determiner": "the", "head": "spokesman", "owner": "navy", "name": "Ada Renn",
                "title": "Commander", "role": "the navy's spokesman",
            },
        ),
        ("Mr. Stane", {"shape": "name", "name": "Stane", "title": "Mr."}),
        ("General Ruben Cald", {"shape": "name", "name": "Ruben Cald", "title": "General", "head": "general"}),
        ("Steven M. Stane", {"shape": "name", "name": "Steven M. Stane"}),
        ("As Mark Orten", {"shape": "name", "name": "Mark Orten"}),
        (
            "former senator and presidential candidate Ada Renn",
            {
                "shape": "name", "name": "Ada Renn", "head": "senator",
                "title": "former senator and presidential candidate",
            },
        ),
        (
            "the Sarn Ledger newspaper",
            {"shape": "name", "determiner": "the", "name": "Sarn Ledger", "head": "newspaper"},
        ),
        ("the Santa Maura Herald", {"shape": "name", "determiner": "the", "name": "Santa Maura Herald"}),
        ("Elm Partners", {"shape": "name", "name": "Elm Partners"}),
        ("Berlin newspaper", {"shape": "name", "name": "Berlin newspaper", "head": "newspaper"}),
        ("German newspaper", {"shape": "name", "name": "German newspaper", "head": "newspaper"}),
        ("Harrow News Agency", {"shape": "name", "name": "Harrow News Agency", "head": "agency"}),
        ("Harbour Board last month", {"shape": "name", "name": "Harbour Board", "head": "board"}),
        ("Center for American Progress", {"shape": "name", "name": "Center for American Progress"}),
        (
            "the Department for Work and Pensions",
            {"shape": "name", "determiner": "the", "name": "Department for Work and Pensions"},
        ),
        ("the Group of 20", {"shape": "name", "determiner": "the", "name": "Group of 20", "head": "group"}),
        (
            "the Bureau of Wool, Timber, Coal and Salt",
            {
                "shape": "name", "determiner": "the", "head": "bureau",
                "name": "Bureau of Wool, Timber, Coal and Salt",
            },
        ),
        ("Committee for Justice and Peace", {"shape": "name", "name": "Committee for Justice and Peace"}),
        (
            "the Ministry of Health and the Ministry of Trade",
            {
                "shape": "name", "determiner": "the", "head": "ministry", "name": "Ministry of Health",
                "tail": "and the Ministry of Trade",
            },
        ),
        (
            "the Ministry of Trade and FBI",
            {
                "shape": "name", "determiner": "the", "head": "ministry", "name": "Ministry of Trade",
                "tail": "and FBI",
            },
        ),
        ("the Council on Harbour Safety", {"shape": "name", "determiner": "the", "name": "Council on Harbour Safety"}),
        (
            "the Harbour Council on Monday",
            {
                "shape": "name", "determiner": "the", "head": "council", "name": "Harbour Council",
                "tail": "on Monday",
            },
        ),
        (
            "Work and Harbour Safety Secretary Ada Renn",
            {
                "shape": "name", "head": "secretary", "name": "Ada Renn",
                "title": "Work and Harbour Safety Secretary",
            },
        ),
        (
            "the trade and wool secretary, Ada Renn",
            {
                "shape": "noun", "determiner": "the", "head": "secretary", "name": "Ada Renn",
                "role": "the trade and wool secretary",
            },
        ),
        ("the trade and foreign ministers", {"shape": "noun", "determiner": "the", "tail": "and foreign ministers"}),
        (
            "Executive director of the Elm chapter of the Harbour League Ada Renn",
            {
                "shape": "name", "head": "director", "name": "Ada Renn",
                "title": "Executive director of the Elm chapter of the Harbour League",
                "of": "the Elm chapter of the Harbour League",
            },
        ),
        (
            "Sarnian Ambassador to the United States Ilko Brandt",
            {
                "shape": "name", "head": "ambassador", "name": "Ilko Brandt",
                "title": "Sarnian Ambassador to the United States", "of": "the United States",
            },
        ),
        (
            "an aide to Harbour Mayor Ada Renn",
            {
                "shape": "noun", "determiner": "an", "number": 1, "head": "aide", "of": "Harbour Mayor Ada Renn",
                "tail": "to Harbour Mayor Ada Renn",
            },
        ),
        (
            "the director of the Ada Renn Museum",
            {
                "shape": "noun", "determiner": "the", "head": "director", "of": "the Ada Renn Museum",
                "tail": "of the Ada Renn Museum",
            },
        ),
        (
            "Harbour Guard director General Omar al-Renn",
            {"shape": "name", "head": "general", "name": "Omar al-Renn", "title": "Harbour Guard director General"},
        ),
        ("group al-Renn", {"shape": "name", "head": "group", "name": "al-Renn", "title": "group"}),
        ('Mayor Ada "Nell" Renn', {"shape": "name", "head": "mayor", "name": 'Ada "Nell" Renn', "title": "Mayor"}),
        ("Tom “Tig” Vale", {"shape": "name", "name": "Tom “Tig” Vale"}),
        ("Ada Renn KC", {"shape": "name", "name": "Ada Renn"}),
        ("Ada Renn KC, for the bank", {"shape": "name", "name": "Ada Renn", "role": "for the bank"}),
        ("Mr Tom Vale MBE", {"shape": "name", "name": "Tom Vale", "title": "Mr"}),
        ("Tom Vale MP", {"shape": "name", "name": "Tom Vale"}),
        ("the Elm MP", {"shape": "noun", "determiner": "the", "head": "mp"}),
        ("Colonel Omar Said", {"shape": "name", "head": "colonel", "name": "Omar Said", "title": "Colonel"}),
        ("No 10", {"shape": "name", "name": "No 10"}),
        ("a No 10 source", {"shape": "noun", "determiner": "a", "number": 1, "head": "source"}),
        ("no officials", {"shape": "noun", "determiner": "no", "head": "official"}),
        ("1,200 workers", {"shape": "noun", "determiner": "1,200", "number": 1200, "head": "worker"}),
        ("2 million voters", {"shape": "noun", "determiner": "2", "number": 2_000_000, "head": "voter"}),
        ("’ campaign", {"shape": "noun", "head": "campaign"}),
        ("Ada Renn (R-Tenn", {"shape": "name", "name": "Ada Renn"}),
        ("Ada Renn, Mayor", {"shape": "name", "name": "Ada Renn", "role": "Mayor"}),
        (
            "former Secretary of State Ada Renn",
            {
                "shape": "name", "name": "Ada Renn", "title": "former Secretary of State", "head": "secretary",
                "of": "State",
            },
        ),
        ("of the Workers Union", {"shape": "name", "determiner": "the", "name": "Workers Union", "head": "union"}),
        ("He (Stane", {"shape": "pronoun", "determiner": "he"}),
        ("1.5 million voters", {"shape": "noun", "determiner": "1.5", "number": 1_500_000, "head": "voter"}),
        ("Everyone", {"shape": "noun", "determiner": "everyone"}),
        (
            "Secretary of State Ada M. Renn",
            {"shape": "name", "name": "Ada M. Renn", "title": "Secretary of State", "head": "secretary", "of": "State"},
        ),
        ("James Baker", {"shape": "name", "name": "James Baker"}),
        (
            "County Counsel James A. Baker",
            {"shape": "name", "name": "James A. Baker", "title": "County Counsel", "head": "counsel"},
        ),
        (
            "former secretary of State Renn",
            {
                "shape": "name", "name": "Renn", "title": "former secretary of State", "head": "secretary",
                "of": "State",
            },
        ),
        (
            "former Harrow House Chief Of Staff Ada Renn",
            {
                "shape": "name", "name": "Ada Renn", "title": "former Harrow House Chief Of Staff", "head": "chief",
                "of": "Staff",
            },
        ),
        (
            "Secretary of State Monday",
            {
                "shape": "noun", "head": "secretary", "determiner": "the", "of": "State Monday",
                "tail": "of State Monday",
            },
        ),
        ("former Senator Al Kerr", {"shape": "name", "name": "Al Kerr", "title": "former Senator", "head": "senator"}),
        (
            "Amber League President Ada von der Leyen",
            {"shape": "name", "name": "Ada von der Leyen", "title": "Amber League President", "head": "president"},
        ),
        (
            "the aide to the President of Sarn Mark Orten",
            {
                "shape": "name", "determiner": "the", "name": "Mark Orten", "head": "aide",
                "title": "aide to the President of Sarn", "of": "the President of Sarn",
            },
        ),
        (
            "Secretary of State Marco Rubio",
            {"shape": "name", "name": "Marco Rubio", "title": "Secretary of State", "head": "secretary", "of": "State"},
        ),
        (
            "Bank of Elm Governor Odalys Brenk",
            {"shape": "name", "name": "Odalys Brenk", "title": "Bank of Elm Governor", "head": "governor"},
        ),
        (
            "Vlad Putnam's press secretary",
            {"shape": "noun", "head": "secretary", "owner": "Vlad Putnam"},
        ),
        ("her spokesman", {"shape": "noun", "determiner": "her", "head": "spokesman", "owner": "her"}),
        (
            "Samira Velt, president of the Doctors' Union",
            {"shape": "name", "name": "Samira Velt", "role": "president of the Doctors' Union"},
        ),
        (
            "Its spokeswoman, Noor Ekl,",
            {
                "shape": "noun", "determiner": "its", "head": "spokeswoman", "owner": "Its", "name": "Noor Ekl",
                "role": "Its spokeswoman",
            },
        ),
        ("the Doctors' Union", {"shape": "name", "determiner": "the", "name": "Doctors' Union", "head": "union"}),
        (
            "the Office of the President of Orlena",
            {"shape": "name", "determiner": "the", "name": "Office of the President of Orlena", "head": "office"},
        ),
        ("The Sarnish state news agency, ONA", {"shape": "name", "determiner": "the", "name": "ONA", "head": "agency",
                                                "role": "The Sarnish state news agency"}),
        ("the President's Office", {"shape": "noun", "determiner": "the", "head": "office", "owner": "President"}),
        (
            "the Talveran foreign ministry",
            {"shape": "name", "determiner": "the", "name": "Talveran foreign ministry", "head": "ministry"},
        ),
        (
            "three officials briefed on the plan",
            {"shape": "noun", "determiner": "three", "number": 3, "head": "official", "tail": "briefed on the plan"},
        ),
        ("The Anvil Observer", {"shape": "name", "determiner": "the", "name": "Anvil Observer"}),
        ("media buying sources", {"shape": "noun", "head": "source"}),
        ("People in his circle", {"shape": "noun", "head": "people", "tail": "in his circle"}),
        ("Prime Minister", {"shape": "noun", "determiner": "the", "head": "minister"}),
        ("the 61-year-old", {"shape": "noun", "determiner": "the"}),
        ("Reuters’ Ada Renn", {"shape": "name", "name": "Ada Renn", "owner": "Reuters"}),
        (
            "Counsel to the inquiry Ada Renn KC",
            {
                "shape": "name", "name": "Ada Renn", "title": "Counsel to the inquiry", "head": "counsel",
                "of": "the inquiry",
            },
        ),
        (
            "both the Democratic and the Progressive manifestos",
            {"shape": "noun", "determiner": "both", "number": 2, "tail": "and the Progressive manifestos"},
        ),
        ("two of them European", {"shape": "member", "determiner": "two", "number": 2, "of": "them"}),
        ("one of them", {"shape": "member", "determiner": "one", "number": 1, "of": "them"}),
        ("Another", {"shape": "member", "determiner": "another", "number": 1, "ordinal": True}),
        ("the second", {"shape": "member", "determiner": "the", "number": 1, "ordinal": True}),
        ("The two", {"shape": "member", "determiner": "the", "number": 2}),
        ("Mr. President", {"shape": "noun", "determiner": "the", "head": "president"}),
        ("Mr. Baker", {"shape": "name", "name": "Baker", "title": "Mr."}),
        ("who lives in Elswick", {"shape": "pronoun", "determiner": "who"}),
        ("which owns", {"shape": "pronoun", "determiner": "which"}),
        ("She and her aides", {"shape": "pronoun", "determiner": "she"}),
        (
            "Two voters in Elswick, Ohio",
            {"shape": "noun", "determiner": "two", "number": 2, "head": "voter", "tail": "in Elswick"},
        ),
        ("in our party", {"shape": "noun", "determiner": "our", "head": "party", "owner": "our"}),
        ("two liberal Sarnian groups", {"shape": "noun", "determiner": "two", "number": 2, "head": "group"}),
        ("which officials", {"shape": "noun", "head": "official"}),
        ("@TomVale", {"shape": "name", "name": "TomVale"}),
        ("those who asked", {"shape": "member", "determiner": "those", "tail": "who asked"}),
        ("two of his aides", {"shape": "member", "determiner": "two", "number": 2, "of": "his aides"}),
        (
            "A second official",
            {"shape": "noun", "determiner": "a", "number": 1, "ordinal": True, "head": "official"},
        ),
        ("Mr Ortz himself", {"shape": "name", "name": "Ortz", "title": "Mr"}),
        (
            "The secretary general of CEI (Episcopal Conference), Nunzio Galant",
            {
                "shape": "noun", "determiner": "the", "head": "general", "of": "CEI", "tail": "of CEI",
                "name": "Nunzio Galant", "role": "The secretary general of CEI",
            },
        ),
    ],
)  # fmt: skip
def test_parts(text: str, expected: dict[str, object]) -> None:
    assert parts(text) == expected


def test_the_encoders_kind_settles_what_the_words_leave_open() -> None:
    motors = "General Motors"
    assert parts(motors)["name"] == "Motors"
    assert parts(motors, seen_as(motors, "organisation"))["name"] == motors
    firm = f"Sarnian car making firm {motors}"
    assert parts(firm, seen_as(firm, "organisation"))["name"] == motors
    assert parts("Underwriters", seen_as("Underwriters", "group"))["shape"] == "noun"
    assert seen_as("Sanders", "person").name == (0, 7)


@pytest.mark.parametrize(
    ("text", "shape"),
    [("Lenders", "noun"), ("Cement makers", "noun"), ("Families of the crew", "noun"),
     ("The Lenders", "name"), ("Sarn Airlines", "name")],
)  # fmt: skip
def test_many_without_a_name_are_no_body_called_so(text: str, shape: str) -> None:
    assert seen_as(text, "organisation").shape == shape


@pytest.mark.parametrize("text", ["“", "…", "-", "’s", "of", "(the bank)", "\u200f", "the"])
def test_odd_words_are_some_phrase(text: str) -> None:
    assert parse(text).shape in ("name", "noun", "member", "pronoun")


@pytest.mark.parametrize(
    ("text", "definite", "plural"),
    [
        ("the minister", True, False), ("her spokesman", True, False), ("a minister", False, False),
        ("two men", False, True), ("the police officers", True, True), ("both sides", True, True),
        ("one source", False, False),
    ],
)  # fmt: skip
def test_known_and_many(text: str, definite: bool, plural: bool) -> None:
    assert (parse(text).definite, parse(text).plural) == (definite, plural)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Skipper Mark Orten", "Mark Orten"),
        ("PM Ada Renn", "Ada Renn"),
        ("Ada Maria Renn", "Ada Maria Renn"),
        ("J. Mark Orten", "J. Mark Orten"),
        ("Zorn Van Orten", "Zorn Van Orten"),
        ("Zorn Mark", "Zorn Mark"),
    ],
)
def test_what_stands_before_a_first_name_is_no_name(text: str, name: str) -> None:
    found = parse(text).name
    assert found is not None
    assert text[slice(*found)] == name


PIECES = (
    "a an the two 2 1,200 million dozen percent of for and at to who including like As senator former Senator mayor "
    "group chorus count Ada Renn M. Mr. Center Department Work , ’ 's ’s : ( ) “ s you he officials sources Bureau 20"
)


@given(st.lists(st.sampled_from(PIECES.split()), max_size=8))
def test_whatever_the_words_their_parts_are_places_in_them(words: list[str]) -> None:
    text = " ".join(words)
    phrase = parse(text)
    for field in fields(phrase):
        value = getattr(phrase, field.name)
        if isinstance(value, tuple):
            assert 0 <= value[0] <= value[1] <= len(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("But Renn", "Renn"),
        ("Now Ada Renn", "Ada Renn"),
        ("Former Orten", "Orten"),
        ("Maricopa County Recorder Helen Purcell", "Helen Purcell"),
        ("Grand Wizard David Orten", "David Orten"),
        ("Orten spokesman Don Stewart", "Don Stewart"),
        ("Will Smith", "Will Smith"),
        ("M. Night Orten", "M. Night Orten"),
        ("M. Jean Orten", "Jean Orten"),
    ],
)
def test_the_name_behind_what_is_none(text: str, name: str) -> None:
    place = parse(text).name
    assert place is not None
    assert text[slice(*place)] == name


def test_a_day_is_no_name() -> None:
    assert parse("a report Tuesday").name is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A Berlin-based newspaper, Kurir", "Kurir"),
        ("a US news website, Axle", "Axle"),
        ("A Sarnish tabloid", None),
        ("the Sarn Ledger newspaper", "Sarn Ledger"),
    ],
)
def test_what_sort_of_outlet_it_is_is_no_name(text: str, name: str | None) -> None:
    place = parse(text).name
    assert (text[slice(*place)] if place else None) == name


def test_a_persons_age_is_part_of_what_they_are_called() -> None:
    text = "a 34-year-old teacher"
    core = parse(text).core
    assert core is not None
    assert text[slice(*core)] == "34-year-old teacher"
