"""Positions: true totals, changes of mind across pages, and a matrix of what several are heard on."""

from __future__ import annotations

from pathlib import Path

from tests.render.markup import parse
from tests.web.desks import opened, stands

TARGETS = ("the harbour wall", "a toll on lorries", "the night ferry")


def test_totals_are_of_all_and_every_position_is_on_one_page(tmp_path: Path) -> None:
    many = [stands(n, "for", f"plan number{n}", f"2031-01-01T{n // 60:02}:{n % 60:02}:00Z") for n in range(620)]
    with opened(tmp_path, many) as client:
        found = client.get("/positions.json").json()
        assert (found["cut"]["total"], found["looked_at"]) == (620, 500)
        seen = [row["article"] for row in found["rows"]]
        while found["cut"]["next"]:
            found = client.get(found["cut"]["next"]).json()
            seen += [row["article"] for row in found["rows"]]
        assert seen == [f"p{n}" for n in reversed(range(620))]
        beyond = client.get("/positions.json?page=99").json()
        assert (beyond["rows"], beyond["cut"]["total"]) == ([], 620)
        assert beyond["cut"]["previous"] == "/positions.json?page=13"
        assert "The list has no such page." in client.get("/positions?page=99").text


def test_the_page_says_of_how_many_the_matrix_is_made(tmp_path: Path) -> None:
    some = [
        stands(n, "for", TARGETS[0], f"2031-01-{n + 1:02}", holder=("Ada Renn", "Tom Vale")[n % 2]) for n in range(9)
    ]
    with opened(tmp_path, some) as client:
        page = client.get("/positions").text
        assert "Of the latest" not in page
        assert parse(page).one(of_class="matrix").text.count("for") == 2


def test_where_nobody_is_heard_on_what_another_is_the_matrix_has_the_latest(tmp_path: Path) -> None:
    some = [
        stands(1, "for", TARGETS[0], "2031-01-01"), stands(2, "against", TARGETS[1], "2031-01-02", holder="Tom Vale"),
        stands(3, "against", TARGETS[0], "2031-01-03"),
    ]  # fmt: skip
    with opened(tmp_path, some) as client:
        found = client.get("/positions.json").json()
        assert (found["targets"], found["is_shared"]) == ([TARGETS[0], TARGETS[1]], False)
        page = parse(client.get("/positions").text)
        assert "On none of these is more than one heard." in page.one(tag="main").text
        assert "before: for" in page.one(of_class="matrix").text


def test_a_change_of_mind_is_marked_though_the_other_stance_is_on_another_page(tmp_path: Path) -> None:
    between = [stands(n, "for", f"plan number{n}", "2031-02-01", holder="Tom Vale") for n in range(60)]
    first = stands(100, "for", TARGETS[0], "2031-01-01")
    then = stands(101, "against", TARGETS[0], "2031-03-01")
    again = stands(102, "against", TARGETS[0], "2031-03-02")
    with opened(tmp_path, [first, *between, then, again]) as client:
        rows = {row["article"]: row["changed"] for row in client.get("/positions.json").json()["rows"]}
        assert (rows["p101"], rows["p102"]) == ("for", None)
        row = next(row for row in parse(client.get("/positions").text).all(tag="tr") if "article 101" in row.text)
        assert "before: for" in row.text
        assert any("p100" in (link.attributes.get("href") or "") for link in row.all(tag="a"))


def test_positions_are_narrowed_by_words_and_days(tmp_path: Path) -> None:
    readings = [
        stands(1, "for", TARGETS[0], "2031-01-05"), stands(2, "against", TARGETS[1], "2031-02-05", holder="Tom Vale"),
        stands(3, "for", TARGETS[2], "2031-03-05"),
    ]  # fmt: skip
    with opened(tmp_path, readings) as client:

        def found(query: str) -> list[str]:
            whole = client.get(f"/positions.json?{query}").json()
            assert whole["cut"]["total"] == len(whole["rows"])
            return [row["article"] for row in whole["rows"]]

        assert found("") == ["p3", "p2", "p1"]
        assert found("q=TOLL") == found("q=vale") == ["p2"]
        assert found("since=2031-02") == ["p3", "p2"]
        assert found("until=2031-01&q=") == ["p1"]
        assert found("since=2031-02&until=2031-02") == ["p2"]
