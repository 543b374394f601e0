from __future__ import annotations

import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from reportedly.cli.answered import render_turns
from reportedly.errors import BadInput
from reportedly.store.database import Store
from reportedly.store.overviews.turns import Said as TurnSaid
from reportedly.store.overviews.turns import Turn
from reportedly.store.questions import Within, who_said
from tests.byhand import find, small_reading
from tests.cli.test_read import Outcome, Run, put, run

__all__ = ["run"]  # the fixture
ID = "a-0988b24d1e5d3a10"


@pytest.fixture
def asked(run: Run) -> Run:
    """Asks a store that holds the small reading."""
    with Store.open("news.duckdb") as store:
        store.add([small_reading()])
    return lambda *arguments: run("ask", "news.duckdb", *arguments)


def test_a_row_has_its_words_its_chain_and_its_place(asked: Run) -> None:
    outcome = asked("said-by", "Ada", "Renn")
    assert outcome == Outcome(
        0,
        "Ada Renn, for port authority · spokesperson · warn\n"
        "  It is not safe … Nobody should sail\n"
        "  The Lantern ‹ Ada Renn ‹ port authority\n"
        f"  The Lantern · Friday 14 March 2031 · {ID} 126–140, 197–215\n",
        "",
    )


def test_what_may_be_misread_is_marked(run: Run) -> None:
    reading = small_reading()
    with Store.open("news.duckdb") as store:
        store.add([replace(reading, statements=tuple(replace(said, score=0.4) for said in reading.statements))])
    assert "spokesperson · warn · unsure\n" in run("ask", "news.duckdb", "said-by", "Ada", "Renn").out


@pytest.mark.parametrize(
    ("question", "shown"),
    [
        (("who-said", "harbour", "closes"), "The harbour will close on Monday"),
        (("said-about", "harbour"), "two engineers who saw the survey · unnamed"),
        (("contacts",), "Ada Renn × Tom Vale · meeting, held · 2031-03-14"),
        (("contacts", "vale", "Renn"), "She met Mayor Tom Vale on Friday"),
        (("positions", "Vale"), "Tom Vale · against · closing the harbour"),
        (("positions",), "The Lantern · Friday 14 March 2031"),
        (("first-reports", "harbour"), "The Lantern ‹ two engineers who saw the survey"),
    ],
)
def test_every_question_has_an_answer(asked: Run, question: tuple[str, ...], shown: str) -> None:
    outcome = asked(*question)
    assert (outcome.status, outcome.err) == (0, "")
    assert shown in outcome.out


def test_json_is_a_list_of_objects(asked: Run) -> None:
    (contact,) = json.loads(asked("contacts", "--json").out)
    assert (contact["article"], contact["contact"], contact["from"], contact["places"]) == (
        ID, "c1", "2031-03-14", [[219, 251]],
    )  # fmt: skip
    assert json.loads(asked("who-said", "volcano", "--json").out) == []


def test_csv_is_a_table(asked: Run) -> None:
    (row,) = csv.DictReader(StringIO(asked("said-by", "Renn", "--csv").out))
    assert (row["statement"], row["places"], row["published"]) == ("s2", "126-140; 197-215", "2031-03-14")
    assert row["chain"] == "The Lantern; Ada Renn; port authority"
    assert asked("positions", "volcano", "--csv").out.startswith("article,position,outlet")


def test_days_outlet_and_limit_narrow_the_question(asked: Run) -> None:
    assert asked("who-said", "harbour", "--since", "2031-03", "--until", "2031", "--outlet", "lantern").out
    for narrow in (("--since", "2031-04"), ("--until", "2031-03-13"), ("--outlet", "courier")):
        assert asked("who-said", "harbour", *narrow) == Outcome(0, "", "reportedly: nothing was found\n")
    few = asked("said-about", "harbour", "--limit", "1", "--json")
    assert (len(json.loads(few.out)), few.err) == (1, "")


def test_words_that_are_not_looked_for_are_said_to_be(asked: Run) -> None:
    assert "they are not looked for" in asked("who-said", "who", "the").err
    assert asked("who-said", "volcano").err == "reportedly: nothing was found\n"


@pytest.mark.parametrize("option", ["--since", "--until", "--outlet"])
def test_an_empty_value_drops_no_filter(asked: Run, option: str) -> None:
    outcome = asked("who-said", "harbour", option, "")
    assert (outcome.status, outcome.out) == (2, "")
    assert f"argument {option}: it is empty" in outcome.err


def test_a_limit_may_be_of_any_size(asked: Run) -> None:
    assert asked("who-said", "harbour", "--limit", "99999999999999999999").status == 0
    with Store.open("news.duckdb") as store, pytest.raises(BadInput, match="-1 is no number of rows"):
        who_said(store, "harbour", Within(limit=-1))


def test_csv_has_no_formulas_and_drives_no_terminal(asked: Run) -> None:
    with Store.open("news.duckdb") as store:
        store.query("update statement set text = '=HYPERLINK(1)', speaker = 'red \x1b[31m'")
    (row,) = csv.DictReader(StringIO(asked("who-said", "harbour", "--csv").out))
    assert (row["words"], row["speaker"]) == ("'=HYPERLINK(1)", "red ␛[31m")


def test_a_changed_position_is_told_with_the_one_before(run: Run) -> None:
    reading = small_reading()
    (now,) = reading.positions
    earlier = replace(reading.article, id="early", published="2031-03-01", outlet="The Mercury", url=None)
    before = replace(now, stance="for", evidence=find(earlier, "closing the harbour"))
    with Store.open("news.duckdb") as store:
        store.add([reading, replace(reading, article=earlier, positions=(before,))])
    out = run("ask", "news.duckdb", "changed-positions", "Vale").out
    assert out.startswith("Tom Vale · against · closing the harbour · before: for\n  Vale is against closing")
    assert "\n  before: Tom Vale · for · closing the harbour\n    closing the harbour\n    The Mercury ·" in out
    (row,) = json.loads(run("ask", "news.duckdb", "changed-positions", "--json").out)
    assert (row["later"]["stance"], row["earlier"]["stance"], row["earlier"]["article"]) == ("against", "for", "early")
    few = run("ask", "news.duckdb", "positions", "--limit", "1", "--json")
    assert len(json.loads(few.out)) == 1
    assert few.err == "reportedly: 1 are shown, and there are more; see them with a higher --limit\n"
    (cells,) = csv.DictReader(StringIO(run("ask", "news.duckdb", "changed-positions", "--csv").out))
    assert (cells["later_stance"], cells["earlier_words"]) == ("against", "closing the harbour")


def test_nothing_in_an_article_drives_the_terminal(run: Run) -> None:
    with Store.open("news.duckdb") as store:
        reading = small_reading()
        store.add([reading])
        store.query("update statement set text = 'red \x1b[31m harbour', speaker = 'a\nb'")
    out = run("ask", "news.duckdb", "who-said", "harbour").out
    assert "\x1b" not in out
    assert "a b · unnamed" in out


def test_what_cannot_be_asked_is_refused(run: Run) -> None:
    assert run("ask", "none.duckdb", "who-said", "harbour").err.startswith("reportedly: none.duckdb: there is no such")
    assert run("ask", put("notes.txt"), "who-said", "harbour").status == 1
    assert run("ask", "none.duckdb", "who-sang", "harbour").status == 2
    assert run("ask", "none.duckdb", "who-said").status == 2
    assert run("ask", "none.duckdb", "who-said", "harbour", "--limit", "0").status == 2


def test_a_day_that_is_none_is_said(asked: Run) -> None:
    assert "'May' is no day, month or year" in asked("who-said", "harbour", "--since", "May").err


def test_who_said_one_thing_and_later_another_stands_with_both_words() -> None:
    def said(claim: str, published: str | None, words: str) -> TurnSaid:
        return TurnSaid(
            claim=claim, article=f"of-{claim}", statement="s1", outlet="The Lantern", published=published,
            words=words, start=7,
        )  # fmt: skip

    turn = Turn(
        entity="e-1", name="Ada Renn", before=said("c-1", "2031-03-14", "It will"), after=said("c-2", None, "no")
    )
    assert render_turns([turn], width=80) == (
        "\nSaid one thing, and later another\n\n  Ada Renn\n"
        "    first: It will\n      The Lantern · Friday 14 March 2031 · of-c-1 7 · c-1\n"
        "    later: no\n      The Lantern · date not known · of-c-2 7 · c-2\n"
    )
