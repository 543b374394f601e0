"""Entities: all is counted, every row is on some page, and names that want to do harm do none."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

from tests.render.markup import parse
from tests.web.desks import meets, opened, says, stands

FAR = "2999-01-01"
HOSTILE = "<script>alert(1)</script>\u202e\"'><img src=x onerror=alert(1)>"
LISTS = {"said": 70, "for-them": 30, "stands": 27, "why": 153, "to-come": 26}


def whole(path: Path) -> AbstractContextManager[TestClient]:
    """A browser at a desk that holds LISTS of Ada Renn."""
    return opened(
        path,
        [
            *(says(n, "2031-01-02") for n in range(70)),
            *(says(n, "2031-01-03", voice="Bo Lind") for n in range(100, 130)),
            *(stands(n, "for", f"plan number{n}", "2031-01-04") for n in range(27)),
            *(meets(n, FAR, parties=("Ada Renn", f"Visitor {n}")) for n in range(26)),
        ],
    )


def test_the_totals_of_an_entity_are_of_all(tmp_path: Path) -> None:
    with whole(tmp_path) as client:
        (row,) = client.get("/entities.json?q=ada+renn").json()["rows"]
        address = f"/entities/{row['id']}"
        known = client.get(f"{address}.json").json()
        entity, met = known["entity"], known["contacts"]
        totals = {
            "said": entity["said"]["cut"]["total"], "for-them": entity["for_them"]["cut"]["total"],
            "stands": entity["positions"]["cut"]["total"], "why": entity["why"]["cut"]["total"],
            "to-come": met["to_come"]["cut"]["total"],
        }  # fmt: skip
        assert totals == LISTS
        page = parse(client.get(address).text)
        for name, total in LISTS.items():
            (head,) = (element for element in page.all() if element.attributes.get("id") == name)
            assert str(total) in head.text


def test_every_row_of_every_list_is_on_one_page(tmp_path: Path) -> None:
    with whole(tmp_path) as client:
        (row,) = client.get("/entities.json?q=ada+renn").json()["rows"]
        for name, total in LISTS.items():
            address = f"/entities/{row['id']}.json?list={name}"
            seen: list[str] = []
            while address:
                known = client.get(address).json()
                parts = [*known["entity"].values(), *(known["contacts"] or {}).values()]
                (part,) = (part for part in parts if isinstance(part, dict) and "cut" in part)  # the list alone
                seen += [row["article"] if "article" in row else row["tellers"][0]["article"] for row in part["rows"]]
                address = part["cut"]["next"]
            assert len(seen) == len(set(seen)) == total, name


def test_entities_are_found_by_part_of_a_name_those_of_most_articles_first(tmp_path: Path) -> None:
    with opened(
        tmp_path, [says(n, "2031-01-02", speaker="Ada Renn" if n % 3 else "Tom Vale") for n in range(9)]
    ) as client:
        people = [row for row in client.get("/entities.json").json()["rows"] if row["kind"] == "person"]
        assert [(row["names"], row["articles"], row["outlets"]) for row in people] == [
            (["Ada Renn"], 6, 1), (["Tom Vale"], 3, 1),
        ]  # fmt: skip
        assert [row["names"] for row in client.get("/entities.json?q=VALE").json()["rows"]] == [["Tom Vale"]]
        page = client.get("/entities?q=nobody").text
        assert "Nobody of this name." in page
        assert 'value="nobody"' in page


def test_a_long_list_of_entities_is_paged(tmp_path: Path) -> None:
    with opened(tmp_path, [says(n, "2031-01-02", speaker=f"Person {n}") for n in range(120)]) as client:
        found = client.get("/entities.json?q=person").json()
        seen = [row["id"] for row in found["rows"]]
        while found["cut"]["next"]:
            found = client.get(found["cut"]["next"]).json()
            seen += [row["id"] for row in found["rows"]]
        assert len(set(seen)) == len(seen) == found["cut"]["total"] == 120
        assert client.get("/entities.json?q=person&page=40").json()["cut"]["total"] == 120


@pytest.mark.parametrize("address", ["/", "/entities", "/contacts", "/positions", "/sources", "/search?q=sheep"])
def test_a_name_that_wants_to_do_harm_is_inert(tmp_path: Path, address: str) -> None:
    readings = [
        says(1, "2031-01-02", speaker=HOSTILE, outlet=HOSTILE),
        stands(1, "for", HOSTILE, "2031-01-02", holder=HOSTILE),
        meets(1, FAR, parties=(HOSTILE, "Ada Renn"), outlet=HOSTILE),
    ]
    with opened(tmp_path, readings) as client:
        ids = [row["id"] for row in client.get("/entities.json").json()["rows"]]
        for there in (address, *(f"/entities/{quote(id)}" for id in ids), "/contacts.ics"):
            text = client.get(there).text
            assert client.get(there).status_code == 200
            assert "\u202e" not in text
            if not there.endswith(".ics"):
                assert "<script>alert" not in text
                assert "<img" not in text
        shown = " ".join(client.get(there).text for there in ("/entities", "/contacts", "/positions"))
        assert shown.count("&lt;script&gt;alert(1)") >= 4  # it is there, and harmless


def test_a_calendar_file_holds_no_line_that_a_name_made(tmp_path: Path) -> None:
    name = "Eve\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Forged"
    with opened(tmp_path, [meets(1, FAR, parties=(name, "Ada Renn"))]) as client:
        lines = client.get("/contacts.ics").text.replace("\r\n ", "").splitlines()
        assert lines.count("BEGIN:VEVENT") == 1
        assert not [line for line in lines if line.startswith("SUMMARY:Forged")]


def test_what_somebody_says_of_themselves_is_not_said_about_them_too(tmp_path: Path) -> None:
    own = says(1, "2031-01-02")
    about = own.article.span(own.article.text.index("sheep"), own.article.text.index("sheep") + 5)
    ada = replace(own.actors[1], mentions=(*own.actors[1].mentions, about))
    own = replace(own, actors=(own.actors[0], ada, *own.actors[2:]))
    other = says(2, "2031-01-03", speaker="Tom Vale")
    span = other.article.span(other.article.text.index("sheep"), other.article.text.index("sheep") + 5)
    other = replace(other, actors=(*other.actors, replace(ada, id="a9", mentions=(span,))))
    with opened(tmp_path, [own, other]) as client:
        (row,) = client.get("/entities.json?q=ada+renn").json()["rows"]
        entity = client.get(f"/entities/{row['id']}.json").json()["entity"]
        assert [one["article"] for one in entity["said"]["rows"]] == [own.article.id]
        assert [one["article"] for one in entity["about"]["rows"]] == [other.article.id]


def test_what_a_press_service_says_is_said_in_the_name_of_its_institution(tmp_path: Path) -> None:
    voiced = says(1, "2031-01-02", voice="the press office")
    voiced = replace(voiced, statements=tuple(replace(one, sourcing="institution") for one in voiced.statements))
    with opened(tmp_path, [voiced, says(2, "2031-01-03")]) as client:
        (row,) = client.get("/entities.json?q=ada+renn").json()["rows"]
        entity = client.get(f"/entities/{row['id']}.json").json()["entity"]
        assert [one["article"] for one in entity["for_them"]["rows"]] == [voiced.article.id]
        assert entity["said"]["cut"]["total"] == 1


def test_from_an_entity_it_is_a_step_to_make_it_one_with_another(tmp_path: Path) -> None:
    with opened(tmp_path, [says(1, "2031-01-02"), says(2, "2031-01-03", speaker="A. Renn")]) as client:
        (row,) = client.get("/entities.json?q=ada+renn").json()["rows"]
        page = parse(client.get(f"/entities/{row['id']}").text)
        link = next(one for one in page.all(tag="a") if one.text == "The same as somebody else")
        assert "A. Renn" in parse(client.get(link.attributes["href"]).text).one(tag="select").text


def test_who_speaks_for_somebody_without_a_name_has_a_page(tmp_path: Path) -> None:
    told = says(1, "2031-01-02", voice="Bo Lind")
    nameless = replace(told.actors[1], name=None, kind="government", roles=("the harbour ministry",))
    told = replace(told, actors=(told.actors[0], nameless, told.actors[2]))
    with opened(tmp_path, [told]) as client:
        (row,) = client.get("/entities.json?q=lind").json()["rows"]
        ((id, name),) = client.get(f"/entities/{row['id']}.json").json()["entity"]["speaks_for"]
        assert name == nameless.label
        page = client.get(f"/entities/{row['id']}")
        assert page.status_code == 200
        assert f'Speaks for <a href="/entities/{id}"><bdi>{name}</bdi></a>' in page.text


def test_a_role_in_two_spellings_is_told_once(tmp_path: Path) -> None:
    readings = []
    for number, role in enumerate(("Harbour Master", "harbour master"), 1):
        told = says(number, f"2031-03-0{number}")
        readings.append(replace(told, actors=(told.actors[0], replace(told.actors[1], roles=(role,)))))
    with opened(tmp_path, readings) as client:
        (row,) = client.get("/entities.json?q=renn").json()["rows"]
        page = client.get(f"/entities/{row['id']}.json").json()
        assert [role["role"] for role in page["entity"]["roles"]] == ["harbour master"]
