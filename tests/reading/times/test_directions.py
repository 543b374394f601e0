"""Which way days lie, whatever the form of the verb beside them: read on Wednesday 14 May 2031."""

from __future__ import annotations

import pytest

from reportedly.reading.times.timexes import find_timexes
from reportedly.records import Article

WEDNESDAY = "2031-05-14"


def days_of(text: str) -> list[tuple[str | None, str | None]]:
    return [(timex.from_, timex.to) for timex in find_timexes(Article.of(text, published=WEDNESDAY))]


@pytest.mark.parametrize(
    "text",
    [
        "She would not say on Monday whether she would run.",
        "The office couldn’t be reached on Monday.",
        "In the market on Monday afternoon, nobody would admit a thing.",
        "On Monday no one would discuss it.",
    ],
)
def test_what_nobody_would_say_on_monday_is_past(text: str) -> None:
    assert days_of(text) == [("2031-05-12", "2031-05-12")]


def test_what_somebody_would_not_do_is_to_come() -> None:
    assert days_of("She told them that she would not march on Monday.") == [("2031-05-19", "2031-05-19")]


@pytest.mark.parametrize(
    "text",
    [
        "The commission could chair an inquiry into Monday’s collision.",
        "Ministers will ask about Monday's prison riot.",
        "Analysts expect the shares, down 3% on Monday, to fall.",
    ],
)
def test_what_happened_on_monday_is_past_whatever_will_be_done_of_it(text: str) -> None:
    assert days_of(text) == [("2031-05-12", "2031-05-12")]


@pytest.mark.parametrize(
    "text", ["She will attend Monday’s protest.", "They will sit down on Monday.", "They are to turn up on Monday."]
)
def test_what_is_planned_for_monday_is_to_come(text: str) -> None:
    assert days_of(text) == [("2031-05-19", "2031-05-19")]


@pytest.mark.parametrize(
    "text",
    [
        "She offered to hold talks in a telephone call on Monday.",
        "He vowed to fight on in an interview with the Lesk Post published on Monday.",
        "The bank moved its forecast to negative on Monday night.",
        "She used eleven words on Monday: “With ten I might not go.”",
    ],
)
def test_how_it_was_told_is_past(text: str) -> None:
    assert days_of(text) == [("2031-05-12", "2031-05-12")]


@pytest.mark.parametrize(
    "text",
    [
        "She plans to explain it in a speech on Monday.",
        "The students have announced a march near the quay on Monday.",
        "The governor has called on supporters to “fill the steps” on Monday.",
    ],
)
def test_what_is_announced_is_to_come(text: str) -> None:
    assert days_of(text) == [("2031-05-19", "2031-05-19")]


@pytest.mark.parametrize(
    "text",
    [
        "She was promised a wider road in the autumn.",
        "The nurses feared a second wave in the autumn.",
        "The bank sees the first cut in the autumn.",
    ],
)
def test_what_is_awaited_lies_nearest(text: str) -> None:
    assert days_of(text) == [("2031-09-01", "2031-11-30")]


def test_what_was_promised_in_a_month_just_past_is_past() -> None:
    assert days_of("She was promised a seat in March.") == [("2031-03-01", "2031-03-31")]


def test_a_bank_that_cut_its_rate_in_autumn_did_so() -> None:
    assert days_of("The bank cut its rate in the autumn.") == [("2030-09-01", "2030-11-30")]


@pytest.mark.parametrize(
    "text",
    [
        "Traders fear shortages from Monday.",
        "He promised a boycott of the bakery from Monday.",
        "The sisters have lunch by the lake on Monday.",
        "She will meet Renn, the mayor, on Monday, their first talks this spring, an aide said.",
        "The paper that the bishops adopt on Monday is short.",
    ],
)
def test_what_begins_on_monday_is_to_come(text: str) -> None:
    assert days_of(text)[0] == ("2031-05-19", "2031-05-19")


@pytest.mark.parametrize(
    "text", ["The numbers from Monday are low.", "The flag was lowered to half its mast on Monday."]
)
def test_what_comes_from_monday_is_past(text: str) -> None:
    assert days_of(text) == [("2031-05-12", "2031-05-12")]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday the bakers march through Elm.",
        "The two sides reconvene Monday.",
        "The paper summons them to the mill at nine on Monday.",
        "The club put off a visit due on Monday.",
    ],
)
def test_without_a_verb_known_as_past_monday_is_to_come(text: str) -> None:
    assert days_of(text) == [("2031-05-19", "2031-05-19")]


@pytest.mark.parametrize(
    "text",
    [
        "It is feared that back on Monday the sluice was forced.",
        "As is known, on Monday 43 persons were held on the quay.",
        "The lorries had waited nose to tail on the ramp on Monday for an hour.",
    ],
)
def test_monday_belongs_to_the_verb_in_the_past(text: str) -> None:
    assert days_of(text) == [("2031-05-12", "2031-05-12")]


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("The deed is dated 9 July.", ("2030-07-09", "2030-07-09")),
        ("He agreed that the November meeting took place.", ("2030-11-01", "2030-11-30")),
        ("As the minutes have it, in autumn four members of the board spoke for it.", ("2030-09-01", "2030-11-30")),
        ("The mill is to be taxed at a tenth of its worth, every year, from March.", ("2032-03-01", "2032-03-31")),
        ("On the second of the month the shop will open.", ("2031-06-02", "2031-06-02")),
        ("Renn wants it repainted in June.", ("2031-06-01", "2031-06-30")),
        ("She got the story over coffee in October.", ("2030-10-01", "2030-10-31")),
    ],
)
def test_a_month_is_told_of_by_its_verb(text: str, days: tuple[str, str]) -> None:
    assert days_of(text) == [days]


@pytest.mark.parametrize(("words", "day"), [("this Friday", "2031-05-16"), ("this Monday", "2031-05-12")])
def test_this_friday_is_that_of_the_week(words: str, day: str) -> None:
    assert days_of(f"She took the pact to the board {words}.") == [(day, day)]
