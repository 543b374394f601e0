from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from icalendar import Calendar

from reportedly.records import Reading, Timex
from reportedly.render.calendar import Entry, render_calendar, render_entries
from tests.byhand import find, small_reading


def planned(reading: Reading, **changes: Any) -> Reading:
    contact = replace(reading.contacts[0], **{"status": "planned", **changes})
    return replace(reading, contacts=(contact,))


def events(*readings: Reading) -> list[Any]:  # the types of icalendar leave open which property an event's key has
    return Calendar.from_ical(render_calendar(readings)).walk("VEVENT")


def test_a_planned_contact_is_an_event_of_whole_days() -> None:
    reading = small_reading()
    week = Timex(span=None, from_="2031-03-17", to="2031-03-21")
    (event,) = events(planned(reading, on=week, place=find(reading.article, "PORT ELSWICK")))
    assert event["summary"] == "Meeting: Ada Renn × Tom Vale"
    assert (event["dtstart"].dt, event["dtend"].dt) == (date(2031, 3, 17), date(2031, 3, 22))
    assert event["location"] == "PORT ELSWICK"
    assert str(event["status"]) == "CONFIRMED"
    assert event["dtstamp"].dt == datetime(2031, 3, 14, tzinfo=UTC)
    assert "“She met Mayor Tom Vale on Friday”" in event["description"]


def test_a_possible_contact_is_tentative() -> None:
    (event,) = events(planned(small_reading(), status="possible"))
    assert event["status"] == "TENTATIVE"


def test_what_was_or_has_no_day_is_left_out() -> None:
    reading = small_reading()
    assert events(reading) == []  # held
    assert events(planned(reading, on=None)) == []
    assert events(planned(reading, on=Timex(span=None, from_=None, to=None))) == []


def test_the_last_day_that_there_is_has_none_after_it() -> None:
    (event,) = events(planned(small_reading(), on=Timex(span=None, from_="9999-12-31", to="9999-12-31")))
    assert (event["dtstart"].dt, "dtend" in event) == (date(9999, 12, 31), False)


def test_who_keeps_the_calendar_stays_free() -> None:
    assert events(planned(small_reading()))[0]["transp"] == "TRANSPARENT"


def test_the_same_contact_has_the_same_uid() -> None:
    reading = planned(small_reading())
    assert [event["uid"] for event in events(reading)] == [event["uid"] for event in events(reading)]


def test_what_is_planned_and_then_cancelled_is_one_event() -> None:
    entry = Entry(
        kind="meeting", status="planned", parties=["Renn", "Vale"], first="2031-03-20", last="2031-03-20", place=None,
        told=["A: “will meet”"], url=None, written="2031-03-14", known_by=("meeting", "Renn", "Vale"),
    )  # fmt: skip
    off = replace(entry, status="cancelled", told=["B: “called off”"])
    for entries in ([entry, off], [off, entry], [replace(off, written="2031-03-15"), entry]):
        (event,) = Calendar.from_ical(render_entries(entries)).walk("VEVENT")
        assert str(event["status"]) == "CANCELLED"
        assert "will meet" in str(event["description"])
        assert "called off" in str(event["description"])
    (event,) = Calendar.from_ical(render_entries([off, replace(entry, written="2031-03-16")])).walk("VEVENT")
    assert str(event["status"]) == "CONFIRMED"


def test_meetings_of_others_told_in_the_same_words_are_others() -> None:
    reading = small_reading()
    contact = replace(reading.contacts[0], status="planned")
    both = replace(reading, contacts=(contact, replace(contact, id="c2", parties=contact.parties[:1])))
    first, second = events(both)
    assert first["uid"] != second["uid"]


def test_half_an_interval_is_one_day_and_the_event_says_so() -> None:
    before, after = Timex(span=None, from_=None, to="2031-03-20"), Timex(span=None, from_="2031-03-20", to=None)
    for on, known in ((before, "last"), (after, "first")):
        reading = planned(small_reading(), on=on)
        (event,) = events(reading)
        assert (event["dtstart"].dt, event["dtend"].dt) == (date(2031, 3, 20), date(2031, 3, 21))
        assert event["status"] == "TENTATIVE"
        assert f"What is told is the {known} day" in event["description"]
    assert "What is told" not in events(planned(small_reading()))[0]["description"]


def test_line_ends_of_the_article_make_no_lines_of_the_calendar() -> None:
    reading = planned(small_reading())
    hostile = replace(reading, article=replace(reading.article, outlet="A\r\nBEGIN:VALARM"))
    assert [part.name for part in Calendar.from_ical(render_calendar([hostile])).walk()] == ["VCALENDAR", "VEVENT"]


@pytest.mark.parametrize(
    ("url", "kept"), [("https://lantern.example/1", True), ("javascript:alert(1)", False), ("lantern", False)]
)
def test_an_address_is_one_of_the_web(url: str, kept: bool) -> None:
    reading = planned(small_reading())
    (event,) = events(replace(reading, article=replace(reading.article, url=url)))
    assert (event.get("url") == url) is kept


@pytest.mark.parametrize("published", ["0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-01:00"])
def test_the_first_and_the_last_moment_that_there_is_are_written(published: str) -> None:
    reading = planned(small_reading())
    (event,) = events(replace(reading, article=replace(reading.article, published=published)))
    assert event["dtstamp"].dt.year == int(published[:4])
