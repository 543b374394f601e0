"""Contacts: what is to come, what is past, what several articles tell, and the same in a calendar file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from icalendar import Calendar

from reportedly.records import Reading, Timex
from tests.render.markup import parse
from tests.web.desks import meets, opened

TODAY = date.today()
TOMORROW, YESTERDAY = (TODAY + timedelta(days=1)).isoformat(), (TODAY - timedelta(days=1)).isoformat()
FAR = (TODAY + timedelta(days=400)).isoformat()
LATER = (TODAY + timedelta(days=405)).isoformat()


def bounded(reading: Reading, *, from_: str | None, to: str | None) -> Reading:
    """The same, of whose contact one day is known."""
    (contact,) = reading.contacts
    return replace(reading, contacts=(replace(contact, on=Timex(span=contact.evidence, from_=from_, to=to)),))


def days(part: dict[str, Any]) -> list[str]:
    return [row["from_day"] for row in part["rows"]]


def events(text: str) -> list[tuple[str, str]]:
    found: list[Any] = Calendar.from_ical(text).walk("vevent")
    return sorted((event["dtstart"].dt.isoformat(), str(event["summary"])) for event in found)


def test_what_several_articles_tell_is_one_contact_with_all_of_them(tmp_path: Path) -> None:
    readings = [
        meets(1, FAR, outlet="The Lantern"),
        meets(2, FAR, parties=("Tom Vale", "Ada Renn"), outlet="Pryzma"),
        meets(3, TOMORROW, to=FAR, outlet="Channel 6"),  # less sure of the day
        meets(4, FAR, kind="call"),
        meets(5, FAR, parties=("Ada Renn", "Bo Lind")),
    ]
    with opened(tmp_path, readings) as client:
        found = client.get("/contacts.json").json()["contacts"]["to_come"]
        assert found["cut"]["total"] == 3
        (joined,) = (row for row in found["rows"] if len(row["tellers"]) > 1)
        assert {teller["outlet"] for teller in joined["tellers"]} == {"The Lantern", "Pryzma", "Channel 6"}
        assert (joined["from_day"], joined["to_day"]) == (FAR, FAR)
        assert len(client.get("/contacts.ics").text.split("BEGIN:VEVENT")) - 1 == 3
        page = parse(client.get("/contacts").text)
        row = next(row for row in page.all(tag="tr") if "Pryzma" in row.text)
        assert "Channel 6" in row.text


def test_before_a_trace_names_join_them_too(tmp_path: Path) -> None:
    with opened(tmp_path, [meets(1, FAR), meets(2, FAR)], traced=False) as client:
        (row,) = client.get("/contacts.json").json()["contacts"]["to_come"]["rows"]
        assert len(row["tellers"]) == 2


def test_what_is_planned_for_days_that_are_past_is_not_to_come(tmp_path: Path) -> None:
    readings = [
        meets(1, YESTERDAY), meets(2, TODAY.isoformat(), kind="call"), meets(3, YESTERDAY, to=FAR, kind="visit"),
        meets(4, None, kind="talks"), meets(5, YESTERDAY, status="held"), meets(6, FAR, status="cancelled"),
    ]  # fmt: skip
    with opened(tmp_path, readings) as client:
        found = client.get("/contacts.json").json()["contacts"]
        kinds = {name: [(row["kind"], row["status"]) for row in part["rows"]] for name, part in found.items()}
        assert kinds == {
            "to_come": [("visit", "planned"), ("call", "planned")], "undated": [("talks", "planned")],
            "overdue": [("meeting", "planned")], "past": [("meeting", "cancelled"), ("meeting", "held")],
        }  # fmt: skip


def test_the_nearest_come_first_and_every_one_is_on_some_page(tmp_path: Path) -> None:
    ahead = [(TODAY + timedelta(days=n)).isoformat() for n in range(1, 61)]
    with opened(tmp_path, [meets(n, day) for n, day in enumerate(reversed(ahead))]) as client:
        found = client.get("/contacts.json").json()["contacts"]["to_come"]
        assert found["cut"]["total"] == len(ahead)
        assert days(found) == ahead[: len(days(found))]
        seen = days(found)
        while found["cut"]["next"]:
            found = client.get(found["cut"]["next"]).json()["contacts"]["to_come"]
            seen += days(found)
        assert seen == ahead
        back = client.get(found["cut"]["previous"]).json()["contacts"]
        assert back["past"] is None
        assert days(back["to_come"]) == ahead[25:50]
        page = client.get("/contacts").text
        assert "60 in all" in page
        assert "/contacts?page=2&amp;list=to-come" in page


def test_the_filters_count_before_anything_is_cut(tmp_path: Path) -> None:
    many = [meets(n, FAR, parties=("Ada Renn", f"Visitor {n}"), kind="call") for n in range(30)]
    with opened(tmp_path, [*many, meets(40, TOMORROW, parties=("Bo Lind", "Ada Renn"), status="possible")]) as client:

        def total(query: str) -> int:
            parts = client.get(f"/contacts.json?{query}").json()["contacts"].values()
            return sum(part["cut"]["total"] for part in parts)

        assert total("") == 31
        assert (total("kind=call"), total("status=possible"), total("party=bo+lind")) == (30, 1, 1)
        assert (total(f"until={TOMORROW}"), total(f"since={FAR}"), total(f"since={FAR[:4]}")) == (1, 30, 30)


def test_the_calendar_shows_a_month_and_leads_to_all_of_a_full_day(tmp_path: Path) -> None:
    many = [meets(n, "2031-05-20", parties=("Ada Renn", f"Visitor {n}")) for n in range(9)]
    with opened(tmp_path, [*many, meets(20, "2031-05-21", status="held"), meets(21, "2031-06-21")]) as client:
        query = "month=2031-05&kind=meeting&party=renn&since=2031"
        found = client.get(f"/contacts.json?{query}").json()
        squares = {square["day"]: square for week in found["weeks"] for square in week}
        assert (len(squares["2031-05-20"]["contacts"]), squares["2031-05-20"]["more"]) == (5, 4)
        assert len(squares["2031-05-21"]["contacts"]) == 1
        page = parse(client.get(f"/contacts?{query}").text)
        more = next(link for link in page.all(tag="a") if link.text == "and 4 more").attributes["href"]
        parts = client.get(more.replace("?", ".json?")).json()["contacts"].values()
        assert sum(part["cut"]["total"] for part in parts) == 9
        turns = [link.attributes["href"] for link in page.one(of_class="turn").all(tag="a")]
        assert [parse_qs(urlsplit(turn).query)["month"] for turn in turns] == [["2031-04"], ["2031-06"]]
        for turn in turns:
            kept = parse_qs(urlsplit(turn).query)
            assert (kept["kind"], kept["party"], kept["since"]) == (["meeting"], ["renn"], ["2031"])


def test_the_calendar_file_has_the_filters_of_the_page(tmp_path: Path) -> None:
    readings = [
        meets(1, TOMORROW), meets(2, FAR, kind="call"), meets(3, FAR, parties=("Bo Lind", "Ada Renn"), kind="visit"),
        meets(4, YESTERDAY, kind="talks"), meets(5, YESTERDAY, kind="letter", status="held"), meets(6, None),
        meets(7, FAR, kind="summit", status="possible"),
    ]  # fmt: skip
    with opened(tmp_path, readings) as client:

        def kinds(query: str) -> list[str]:
            return [summary.partition(":")[0] for _, summary in events(client.get(f"/contacts.ics?{query}").text)]

        assert sorted(kinds("")) == ["Call", "Meeting", "Summit", "Visit"]
        assert kinds("kind=call&status=&since=") == ["Call"]
        assert kinds("party=lind") == ["Visit"]
        assert kinds("status=possible") == ["Summit"]
        assert kinds("status=held") == ["Letter"]
        assert kinds(f"until={TOMORROW}") == ["Talks", "Meeting"]
        assert sorted(kinds(f"since={FAR}")) == ["Call", "Summit", "Visit"]
        refused = client.get("/contacts.ics?kind=party")  # to a calendar, which shows no page
        assert (refused.status_code, refused.json()["error"]["status"]) == (400, 400)
        refused = client.get("/contacts.ics?kind=party", headers={"Accept": "text/html"})
        assert "That did not work" in refused.text
        link = next(a for a in parse(client.get("/contacts?kind=call").text).all(tag="a") if a.text == "calendar file")
        assert link.attributes["href"] == "/contacts.ics?kind=call"


@pytest.mark.parametrize("month", ["1000-01", "2999-12"])
def test_the_first_and_the_last_month_have_a_calendar(tmp_path: Path, month: str) -> None:
    with opened(tmp_path, [meets(1, "9999-12-31"), meets(2, "1000-01-01", status="held")]) as client:
        for address in (f"/contacts?month={month}", f"/contacts.json?month={month}", "/contacts.ics", "/contacts"):
            assert client.get(address).status_code == 200
        beside = client.get(f"/contacts.json?month={month}").json()
        assert [beside["before"], beside["after"]].count(None) == 1


def test_the_calendar_file_says_what_is_not_sure_and_where_it_stands(tmp_path: Path) -> None:
    week, before, after = meets(1, FAR, to=LATER), meets(2, FAR, kind="call"), meets(3, FAR, kind="visit")
    readings = [week, bounded(before, from_=None, to=FAR), bounded(after, from_=FAR, to=None)]
    with opened(tmp_path, readings) as client:
        file: list[Any] = Calendar.from_ical(client.get("/contacts.ics").text).walk("vevent")
    known = {str(event["summary"]).partition(":")[0]: event for event in file}
    assert {name: str(event["status"]) for name, event in known.items()} == {
        "Meeting": "CONFIRMED", "Call": "TENTATIVE", "Visit": "TENTATIVE",
    }  # fmt: skip
    assert "a span of days" in known["Meeting"]["description"]
    assert "the last day" in known["Call"]["description"]
    assert "the first day" in known["Visit"]["description"]
    assert {str(event["transp"]) for event in file} == {"TRANSPARENT"}
    assert {event["dtstamp"].dt.date().isoformat() for event in file} == {"2031-03-01"}
    assert known["Call"]["url"] == "http://localhost/articles/m2?at=0"
    assert {event["dtstart"].dt.isoformat() for event in file} == {FAR}


def test_a_day_that_is_only_the_first_or_the_last_is_shown_as_such(tmp_path: Path) -> None:
    by, after = meets(1, FAR, kind="call"), meets(2, FAR, kind="visit")
    with opened(tmp_path, [bounded(by, from_=None, to=FAR), bounded(after, from_=FAR, to=None)]) as client:
        rows = [" ".join(row.text.split()) for row in parse(client.get("/contacts").text).all(tag="tr")]
    assert [row.partition(" ")[0] for row in rows if ", planned" in row] == ["until", "from"]
