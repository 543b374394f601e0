from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportedly import __version__
from reportedly.adding import adding
from reportedly.cli import estimate, progress
from reportedly.cli.estimate import Pace, clock
from reportedly.reading import shipped
from reportedly.store.database import Store
from reportedly.store.rows import COLUMNS
from tests.byhand import TEXT
from tests.cli.standin import StandIn
from tests.cli.test_read import Outcome, Run, put, run

__all__ = ["run"]  # the fixture
ROOT = Path(__file__).parents[2]
KILLS = int(os.environ.get("KILLS", "4"))
ARTICLES = 150
DATE = '<meta property="article:published_time" content="2021-03-14">'
PARAGRAPHS = "<p>It rained in Elswick all day, and nobody went out.</p>" * 9
PAGE = f"""<html><head><title>Rain</title><meta property="og:site_name" content="The Lantern">PUBLISHED</head>
<body><article><h1>Rain</h1>{PARAGRAPHS}</article></body></html>
"""


def lines(count: int, words: str = "") -> str:
    return "".join(
        json.dumps({"text": f"The harbour will close on day {number} {words}(said)", "outlet": f"Outlet {number % 7}"})
        + "\n"
        for number in range(count)
    )


def add(*arguments: str, cwd: Path) -> subprocess.Popen[str]:
    """The command in a process of its own, with the stand-in for the reader."""
    return subprocess.Popen(
        [sys.executable, "-m", "tests.cli.standin", "add", "news.duckdb", *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def rows_in(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with Store.open(path, read_only=True) as store:
        rows = {table: store.query(f'select * from "{table}" order by all') for table in COLUMNS}
    here = str(path.parent)
    return {
        table: [tuple(cell.replace(here, "") if isinstance(cell, str) else cell for cell in row) for row in some]
        for table, some in rows.items()
    }


def failed_in(store: Store) -> list[str]:
    """The sources of the failures, as they are called in the folder that the test is in."""
    return sorted((failure.source or "").removeprefix(f"{Path.cwd()}/") for failure in store.failures())


def texts() -> list[str]:
    with Store.open("news.duckdb", read_only=True) as store:
        return [reading.article.text for reading in store.readings()]


def test_articles_are_added_once(run: Run) -> None:
    put("a.txt"), put("b.jsonl", lines(3))
    assert run("add", "news.duckdb", "a.txt", "b.jsonl", "--processes", "1") == Outcome(
        0, "", "reportedly: 4 added, 0 read again, 0 there already, 0 not read\n"
    )
    before = rows_in(Path("news.duckdb"))
    assert run("add", "news.duckdb", "a.txt", "b.jsonl", "--processes", "1").err == (
        "reportedly: 0 added, 0 read again, 4 there already, 0 not read\n"
    )
    assert rows_in(Path("news.duckdb")) == before
    assert texts()[0] == TEXT


def test_what_is_there_is_not_read_again(run: Run) -> None:
    run("add", "news.duckdb", put("a.txt"), "--processes", "1")
    assert run("add", "news.duckdb", put("again.txt"), "--processes", "1").status == 0
    assert StandIn.loaded == 1
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.query("select source from given order by source") == [
            (str(Path.cwd() / "a.txt"),), (str(Path.cwd() / "again.txt"),),
        ]  # fmt: skip


def test_what_is_there_is_not_even_looked_at(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    html = (ROOT / "tests/reading/intake/pages/harbour.html").read_text(encoding="utf-8")
    put("page.html", html), put("rows.jsonl", json.dumps({"html": html, "outlet": "A", "url": "https://a.example"}))
    assert "2 added" in run("add", "news.duckdb", "page.html", "rows.jsonl", "--processes", "1").err
    with monkeypatch.context() as broken:
        broken.setattr("reportedly.reading.intake.page.page_row", lambda *given, **known: 1 / 0)
        broken.setattr("reportedly.reading.intake.rows.page_row", lambda *given, **known: 1 / 0)
        assert "2 there already" in run("add", "news.duckdb", "page.html", "rows.jsonl", "--processes", "1").err


def test_the_reader_has_a_name_that_changes_with_its_weights(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(shipped.FOLDERS, "best", tmp_path)
    names = []
    for name, content in (("encoder.onnx", b"1"), ("distances.npz", b"2"), ("CARD.md", b"3"), ("encoder.onnx", b"4")):
        (tmp_path / name).write_bytes(content)
        names.append(adding.reader_name())
    assert names[1] == names[2]
    assert len(set(names)) == 3
    assert names[0].startswith(f"reportedly {__version__}, best encoder ")
    assert adding.reader_name("small").startswith(f"reportedly {__version__}, small encoder ")


def test_another_reader_reads_again(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    run("add", "news.duckdb", put("a.txt", "It rained. (said)"), "--processes", "1")
    monkeypatch.setattr(adding, "reader_name", lambda encoder="best": "a better one")
    assert "1 read again" in run("add", "news.duckdb", "a.txt", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.query("select read_by from article") == [("a better one",)]
        assert len(store.query("select * from statement")) == 1


@pytest.mark.parametrize(
    ("first", "then", "again"), [("small", "best", 1), ("best", "small", 0), ("small", "small", 0)]
)
def test_what_the_small_encoder_read_the_best_one_reads_again(run: Run, first: str, then: str, again: int) -> None:
    put("a.txt", "It rained. (said)")
    run("add", "news.duckdb", "a.txt", "--processes", "1", "--encoder", first)
    assert StandIn.encoder == first
    assert f"{again} read again" in run("add", "news.duckdb", "a.txt", "--processes", "1", "--encoder", then).err
    with Store.open("news.duckdb", read_only=True) as store:
        ((read_by,),) = store.query("select read_by from article")
    assert (" best encoder " in read_by) == ("best" in (first, then))


def test_the_same_article_twice_in_one_run_is_read_once(run: Run) -> None:
    row = json.dumps({"text": "It rained in Elswick.", "outlet": "The Lantern"})
    other = json.dumps({"text": "It rained in Elswick.", "outlet": "The Lantern", "id": "7"})
    put("a.jsonl", f"{row}\n{other}\n{row}\n")
    assert "1 added, 0 read again, 2 there already" in run("add", "news.duckdb", "a.jsonl", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert sorted(id for (id,) in store.query("select id from alias"))[0] == "7"


def test_a_copy_that_says_when_it_was_published_is_read_in_place_of_one_that_does_not(run: Run) -> None:
    row = {"text": "It rained in Elswick. (said)", "outlet": "The Lantern"}
    put("a.jsonl", json.dumps(row)), put("b.jsonl", json.dumps({**row, "published": "2031-03-14"}))
    assert "1 added" in run("add", "news.duckdb", "a.jsonl", "--processes", "1").err
    assert "1 read again" in run("add", "news.duckdb", "b.jsonl", "--processes", "1").err
    assert "2 there already" in run("add", "news.duckdb", "a.jsonl", "b.jsonl", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.query("select published from article") == [("2031-03-14",)]
        assert store.query("select value, used from known_date") == [("2031-03-14", True)]


def test_such_a_copy_is_read_when_both_come_in_one_run_too(run: Run) -> None:
    row = {"text": "It rained in Elswick. (said)", "outlet": "The Lantern"}
    copies = [{**row, "id": "A"}, {**row, "id": "B", "published": "2031-03-14"}, {**row, "id": "C"}]
    put("a.jsonl", "".join(json.dumps(copy) + "\n" for copy in copies))
    told = run("add", "news.duckdb", "a.jsonl", "--processes", "1").err
    assert "1 added, 1 read again, 1 there already, 0 not read" in told
    assert "0 added, 0 read again, 3 there already" in run("add", "news.duckdb", "a.jsonl", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.query("select id, published from article") == [("A", "2031-03-14")]
        assert store.query("select value, used from known_date") == [("2031-03-14", True)]
        assert [store.reading(id).article.id for id in "ABC"] == ["A"] * 3


def test_a_date_that_was_not_used_is_used_when_its_copy_comes_again(run: Run) -> None:
    put("a.html", PAGE.replace("PUBLISHED", "")), put("b.html", PAGE.replace("PUBLISHED", DATE))
    run("add", "news.duckdb", "a.html", "b.html", "--processes", "1")
    with Store.open("news.duckdb") as store:  # as it was left by a program of before
        assert store.query("select published from article") == [("2021-03-14",)]
        store.query("update article set published = null, moment = null, day = null")
        store.query("update known_date set used = false")
        store.query("""update reading set document = replace(document, '"2021-03-14"', 'null')""")
    assert "1 read again" in run("add", "news.duckdb", "a.html", "b.html", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.query("select published from article") == [("2021-03-14",)]


def test_a_copy_that_is_read_in_the_place_of_another_is_found_by_its_own_id(run: Run) -> None:
    row = {"text": "It rained in Elswick. (said)", "outlet": "The Lantern"}
    put("a.jsonl", json.dumps({**row, "id": "A"}))
    put("b.jsonl", json.dumps({**row, "id": "B", "published": "2031-03-14"}))
    run("add", "news.duckdb", "a.jsonl", "--processes", "1"), run("add", "news.duckdb", "b.jsonl", "--processes", "1")
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.article_ids() == ["A"]
        assert store.reading("B") == store.reading("A")


def test_a_failure_is_forgotten_when_its_field_is_mended_and_no_other(run: Run) -> None:
    for row, failed in (
        ({"text": "It rained.", "published": "yesterday"}, ["a.jsonl, line 1 at published"]),
        ({"text": 7, "published": "2031-03-14"}, ["a.jsonl, line 1 at text"]),
        ({"text": "It rained.", "published": "2031-03-14"}, []),
    ):
        put("a.jsonl", json.dumps(row))
        assert run("add", "news.duckdb", "a.jsonl", "--processes", "1").status == bool(failed)
        with Store.open("news.duckdb", read_only=True) as store:
            assert failed_in(store) == failed


def test_an_id_of_two_articles_stays_a_failure_when_its_owner_comes_again(run: Run) -> None:
    first, second = json.dumps({"id": "7", "text": "It rained."}), json.dumps({"id": "7", "text": "It snowed."})
    put("a.jsonl", first), put("b.jsonl", second), put("both.jsonl", f"{second}\n{first}\n")
    run("add", "news.duckdb", "a.jsonl", "b.jsonl", "--processes", "1")
    assert "1 there already, 1 not read" in run("add", "news.duckdb", "both.jsonl", "--processes", "1").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert failed_in(store) == ["b.jsonl, line 1", "both.jsonl, line 1"]


def test_an_id_of_two_articles_is_a_failure_every_time_and_read_once(run: Run) -> None:
    (
        put("a.jsonl", json.dumps({"id": "7", "text": "It rained."})),
        put("b.jsonl", json.dumps({"id": "7", "text": "Sun."})),
    )
    for read in ("1 added, 0 read again, 0 there already", "0 added, 0 read again, 1 there already"):
        outcome = run("add", "news.duckdb", "a.jsonl", "b.jsonl", "--processes", "1")
        assert (outcome.status, f"{read}, 1 not read" in outcome.err) == (1, True)
        assert "b.jsonl, line 1: its id is that of another article" in outcome.err
    assert StandIn.loaded == 1
    with Store.open("news.duckdb", read_only=True) as store:
        assert len(store.failures()) == 1


def test_a_copy_of_what_cannot_be_read_is_a_failure_too(run: Run) -> None:
    text = "This stays (unread) for now."
    outcome = run("add", "news.duckdb", put("a.txt", text), put("b.txt", text), put("c.txt"), "--processes", "1")
    assert outcome.err.endswith("1 added, 0 read again, 0 there already, 2 not read\n")
    with Store.open("news.duckdb", read_only=True) as store:
        assert failed_in(store) == ["a.txt", "b.txt"]


def test_failures_are_rows_and_the_exit_status_says_so(run: Run) -> None:
    put("a.txt"), put("unread.txt", "This stays (unread) for now."), put("empty.txt", "")
    outcome = run("add", "news.duckdb", "a.txt", "unread.txt", "empty.txt", "none.txt", "--processes", "1")
    assert outcome.status == 1
    assert outcome.err.endswith("1 added, 0 read again, 0 there already, 3 not read\n")
    with Store.open("news.duckdb", read_only=True) as store:
        assert failed_in(store) == ["empty.txt", "none.txt", "unread.txt"]
    put("unread.txt", "This is read now."), put("empty.txt", "No more."), put("none.txt", "Here it is.")
    assert run("add", "news.duckdb", "a.txt", "unread.txt", "empty.txt", "none.txt", "--processes", "1").status == 0
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.failures() == []


def test_a_source_that_could_not_be_read_is_no_failure_once_it_can(run: Run) -> None:
    assert run("add", "news.duckdb", "later.jsonl", "--processes", "1").status == 1
    put("later.jsonl", '{"text": 7}\n{"text": "The harbour will close."}\n')
    for _ in range(2):  # nothing is new the second time
        assert run("add", "news.duckdb", "later.jsonl", "--processes", "1").status == 1
        with Store.open("news.duckdb", read_only=True) as store:
            assert failed_in(store) == ["later.jsonl, line 1 at text"]
    Path("later.jsonl").rename("gone.jsonl")
    assert run("add", "news.duckdb", "later.jsonl", "--processes", "1").status == 1
    Path("gone.jsonl").rename("later.jsonl")
    put("later.jsonl", '{"text": "The harbour will close."}\n')
    assert run("add", "news.duckdb", "later.jsonl", "--processes", "1").status == 0
    with Store.open("news.duckdb", read_only=True) as store:
        assert "later.jsonl" not in failed_in(store)


def test_files_of_one_name_in_two_folders_are_two_sources(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder, row in (("one", {"txt": "It rained."}), ("two", {"text": "It snowed."})):
        Path(folder).mkdir()
        with monkeypatch.context() as there:
            there.chdir(folder)
            put("a.jsonl", json.dumps(row))
            told = run("add", "../news.duckdb", "a.jsonl", "--processes", "1").err
            assert ("reportedly: a.jsonl, line 1: there is no text" in told) == (folder == "one")
    with Store.open("news.duckdb", read_only=True) as store:
        assert failed_in(store) == ["one/a.jsonl, line 1"]


def test_nothing_to_read_is_said(run: Run) -> None:
    put("a.jsonl", "\n")
    assert run("add", "news.duckdb", "a.jsonl", "--processes", "1") == Outcome(
        1, "", "reportedly: there was no article to read\n"
    )


@pytest.mark.parametrize("processes", ["0", "-1", "two", "1.5"])
def test_a_number_of_processes_that_is_none_is_misuse(run: Run, processes: str) -> None:
    assert run("add", "news.duckdb", put("a.txt"), "--processes", processes).status == 2
    assert not Path("news.duckdb").exists()


def test_a_file_that_is_no_store_is_left_alone(run: Run) -> None:
    put("notes.txt")
    assert run("add", "notes.txt", put("a.txt")).status == 1
    assert Path("notes.txt").read_text(encoding="utf-8") == TEXT


def test_several_processes_keep_the_order(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(lines(100), encoding="utf-8")
    with add("a.jsonl", "--processes", "3", cwd=tmp_path) as running:
        assert running.wait(60) == 0
    with Store.open(tmp_path / "news.duckdb", read_only=True) as store:
        kept = [reading.article.text for reading in store.readings()]
    assert kept == [json.loads(line)["text"] for line in lines(100).splitlines()]


def test_a_process_that_is_ended_from_outside_stops_the_run(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("This (ends) it.")
    with add("a.txt", "--processes", "2", cwd=tmp_path) as running:
        _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert told.startswith("reportedly: a process of this program was ended (status -9)")


def test_a_bug_of_ours_stops_the_run_with_all_that_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("This has a (bug).")
    with add("a.txt", "--processes", "2", cwd=tmp_path) as running:
        _, told = running.communicate(timeout=60)
    assert running.returncode == 1
    assert "ZeroDivisionError" in told


def test_kill_at_any_moment_loses_doubles_and_repeats_nothing(tmp_path: Path) -> None:
    for name in ("whole", "killed"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.jsonl").write_text(lines(ARTICLES, "(a moment) "), encoding="utf-8")
        (tmp_path / name / "b.txt").write_text("This stays (unread) for now.")
    arguments = ("a.jsonl", "b.txt", "none.txt", "--processes", "2")
    started = time.monotonic()
    with add(*arguments, cwd=tmp_path / "whole") as running:
        assert running.wait(120) == 1
    took = time.monotonic() - started
    moments = random.Random(7)
    ids: list[str] = []
    for _ in range(KILLS):
        with add(*arguments, cwd=tmp_path / "killed") as running:
            time.sleep(moments.uniform(0, took))
            running.send_signal(signal.SIGKILL)
            running.wait(10)
        if (tmp_path / "killed" / "news.duckdb").exists():
            with Store.open(tmp_path / "killed" / "news.duckdb") as store:
                ids = store.article_ids()
                assert len(ids) == len(set(ids)) == len(list(store.readings()))
    with add(*arguments, cwd=tmp_path / "killed") as running:
        _, told = running.communicate(timeout=120)
    assert running.returncode == 1
    counts = [int(word) for word in told.splitlines()[-1].replace(",", "").split() if word.isdigit()]
    assert sum(counts[:3]) == ARTICLES
    assert counts[2] >= len(ids)
    assert rows_in(tmp_path / "killed" / "news.duckdb") == rows_in(tmp_path / "whole" / "news.duckdb")


def test_a_kill_leaves_no_process_behind(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("This is read (slowly).")
    with add("a.txt", "--processes", "2", cwd=tmp_path) as running:
        assert running.stderr is not None
        assert running.stderr.readline() == "reading slowly\n"
        group = os.getpgid(running.pid)
        os.killpg(group, signal.SIGINT)
        assert running.wait(20) == 130
        for _ in range(100):
            try:
                os.killpg(group, 0)
            except ProcessLookupError:
                break
            time.sleep(0.1)
        else:
            pytest.fail("a process of the crew is still there")


def test_the_time_left_counts_what_needs_reading() -> None:
    pace = Pace(1000, started=0)
    pace.passed(500)
    pace.read(100)
    assert pace.seconds_left(1) is None  # too early to say
    assert pace.seconds_left(10) == pytest.approx(40)
    assert Pace(None, started=0).seconds_left(10) is None
    assert (clock(45), clock(750), clock(11100)) == ("0:45", "12:30", "3:05:00")


def test_the_bar_says_how_long_it_will_take(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    monkeypatch.setattr(progress, "PATIENCE", 0.01)
    monkeypatch.setattr(estimate, "SURE_AFTER", 0.0)
    with estimate.show_estimate(total=100) as shown:
        time.sleep(0.1)
        shown.passed(20)
        shown.read(30, failed=False)
        shown.read(10, failed=True)
    out, err = capsys.readouterr()
    assert out == ""
    for words in ("reading", "60%", "1 read, 1 there already, 1 failed", "0:00 left"):
        assert words in err


def test_nothing_is_shown_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    with estimate.show_estimate(total=None) as shown:
        shown.passed(1)
        shown.read(1, failed=True)
    assert capsys.readouterr() == ("", "")
