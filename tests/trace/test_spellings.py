from __future__ import annotations

import pytest

from reportedly.trace.spellings import body_of, initials_of, person_of, same_body, same_person, same_word


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("zelensky", "zelenskyy"), ("zelensky", "zelenskiy"), ("yanukovych", "janukovitch"), ("qaddafi", "kadafi"),
        ("khrushchev", "hruschev"), ("tymoshenko", "timoshenko"), ("osinov", "osinow"), ("dzhemal", "jemal"),
    ],
)  # fmt: skip
def test_spellings_of_one_name_are_one_word(one: str, other: str) -> None:
    assert same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other"), [("renn", "rehn"), ("vale", "vane"), ("lukin", "lukas"), ("ivanov", "petrov")]
)
def test_other_names_are_other_words(one: str, other: str) -> None:
    assert not same_word(one, other)


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Ada Renn", "Ada Renn", 1.0),
        ("Mayor Ada Renn", "A. Renn", 1.0),
        ("Volodymyr Zelensky", "Volodymyr Zelenskyy", 1.0),
        ("Ada Maria Renn", "Ada Renn", 1.0),
        ("Ms Renn", "Ada Renn", 0.7),
        ("Renn", "Mrs. Renn", 0.75),
        ("Olaf Renn", "Ada Renn", 0.0),
        ("Ada", "Ada Renn", 0.4),
        ("Ada Renn", "Ada Vale", 0.0),
    ],
)
def test_people_agree_in_last_and_given_names(one: str, other: str, agree: float) -> None:
    assert same_person(person_of(one), person_of(other)) == agree
    assert same_person(person_of(other), person_of(one)) == agree


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kelmarran interior ministry", "the Interior Ministry of Kelmarra"),
        ("Tashkur’s defence ministry", "Tashkuri defence ministry"),
        ("the Harbour Authority", "Harbour Authority"),
    ],
)
def test_bodies_are_their_words_in_any_order_and_form(one: str, other: str) -> None:
    assert same_body(body_of(one), body_of(other)) == 1


def test_bodies_of_two_countries_are_two() -> None:
    assert same_body(body_of("Kelmarran interior ministry"), body_of("Tarvian interior ministry")) <= 0.5


def test_initials_are_those_of_the_words_that_count() -> None:
    assert initials_of("The Bank of Tarsene") == "bt"
    assert initials_of("Tarsene") == ""
