from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from reportedly.records import Article, Claim, Reading, Story, Telling, Trace
from reportedly.records.codec import encode
from reportedly.store.database import Store
from reportedly.store.remembered import keep_sketches
from reportedly.store.traced import kept_trace
from reportedly.store.tracing import COLUMNS, keep_trace
from reportedly.trace.gists import Gist
from reportedly.trace.remembered import GIST
from reportedly.trace.updating import version
from tests.cli.test_read import Outcome, Run, run
from tests.render.traced import readings, trace

__all__ = ["run"]  # the fixture


@pytest.fixture
def traced(run: Run) -> Run:
    """Traces a store that holds the story by hand and its trace."""
    with Store.open("news.duckdb") as store:
        store.add(readings().values())
        keep_trace(store, trace())
        gists = {(reading.article.id, ""): Gist.of(reading).packed() for reading in readings().values()}
        keep_sketches(store, GIST, gists, made_by=version())
    return lambda *arguments: run("trace", "news.duckdb", *arguments)


def test_stories_and_claims_are_printed_for_people(traced: Run) -> None:
    outcome = traced()
    assert (outcome.status, outcome.err) == (0, "")
    assert outcome.out.startswith("Posts may close\n5 articles")
    assert outcome.out.index("c-closed") < outcome.out.index("c-denied")


def test_json_is_the_whole_trace(traced: Run) -> None:
    outcome = traced("--json")
    assert json.loads(outcome.out) == encode(trace())
    assert traced("-o", "trace.json").status == 0
    assert Path("trace.json").read_text(encoding="utf-8") == outcome.out


def test_json_of_a_claim_and_of_a_story_is_a_trace_too(traced: Run) -> None:
    found = json.loads(traced("--claim", "c-closed", "--json").out)
    assert [claim["id"] for claim in found["claims"]] == ["c-closed"]
    assert [(made["from"], made["to"]) for made in found["derivations"]] == [("wire", "print"), ("wire", "twist")]
    assert json.loads(traced("--story", "st-01", "--json").out) == encode(trace())


def test_a_claim_is_a_tree_and_a_part_of_its_id_will_do(traced: Run) -> None:
    outcome = traced("--claim", "c-c")
    assert outcome == traced("--claim", "c-closed")
    assert "└─ The Lantern" in outcome.out


@pytest.mark.parametrize(
    ("asked", "loaded"), [(("--claim", "c-denied"), 2), (("--story", "st-01"), 2), (("--claim", "c-other"), 1), ((), 3)]
)
def test_no_more_is_loaded_than_is_asked_for(
    traced: Run, monkeypatch: pytest.MonkeyPatch, asked: tuple[str, ...], loaded: int
) -> None:
    with Store.open("news.duckdb") as store:
        whole = trace()
        other = [replace(whole.claims[0], id="c-other", contradicts=(), variants=(), statements=(), origins=())]
        apart = Reading(article=Article.of("The theatre opens, Lise Morn said.", id="stage"))
        store.add([apart])
        told = Telling(article="stage", statement="s1", content=(apart.article.span(0, 17),))
        other = [replace(one, statements=(told,), first_report=("stage",)) for one in other]
        stories = (*whole.stories, Story(id="st-02", headline=None, articles=("stage",)))
        keep_trace(store, replace(whole, stories=stories, claims=(*whole.claims, *other)))
        gists = {(reading.article.id, ""): Gist.of(reading).packed() for reading in store.readings()}
        keep_sketches(store, GIST, gists, made_by=version())
    made: list[str] = []

    def claim(**fields: Any) -> Claim:
        made.append(fields["id"])
        return Claim(**fields)

    monkeypatch.setattr("reportedly.store.traced.Claim", claim)
    assert traced(*asked).status == 0
    assert len(made) == loaded


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--claim", "c-close"), ""),
        (("--claim", "c-closer"), "there is no claim 'c-closer'; did you mean c-closed?"),
        (("--claim", "c-"), "there is no claim 'c-'; did you mean c-denied or c-closed?"),
        (("--claim", "xyz"), "there is no claim 'xyz'; see the ids with: reportedly trace STORE"),
        (("--story", "nowhere"), "there is no story 'nowhere'; see the ids with: reportedly trace STORE"),
    ],
)
def test_an_id_that_there_is_not_is_refused(traced: Run, arguments: tuple[str, ...], message: str) -> None:
    outcome = traced(*arguments)
    assert (outcome.status, outcome.err) == ((2, f"reportedly: {message}\n") if message else (0, ""))


def test_what_is_no_store_is_refused(run: Run) -> None:
    assert run("trace", "none.duckdb") == Outcome(
        1, "", "reportedly: none.duckdb: there is no such store; make one with: reportedly add\n"
    )
    Store.open("empty.duckdb").close()
    assert run("trace", "empty.duckdb") == Outcome(
        1, "", "reportedly: empty.duckdb holds no articles; put some in with: reportedly add\n"
    )
    assert not Path("none.duckdb").exists()


def test_what_is_new_is_traced_and_kept(run: Run) -> None:
    with Store.open("news.duckdb") as store:
        store.add(readings().values())
    first = run("trace", "news.duckdb", "--json")
    assert first.status == 0
    assert len(json.loads(first.out)["stories"]) >= 1
    Path("news.duckdb").chmod(0o444)  # what is traced is only read
    assert run("trace", "news.duckdb", "--json") == first


def test_pages_are_written_one_or_all(traced: Run) -> None:
    assert traced("--html").out.startswith("<!DOCTYPE html>")
    assert traced("--html", "-o", "story.html").status == 0
    assert Path("story.html").is_file()
    assert traced("--html", "-o", "pages/").status == 0
    assert traced("--html", "-o", "pages").status == 0  # again, in the place of what was there
    assert sorted(path.name for path in Path("pages").iterdir()) == ["index.html", "st-01.html"]
    assert traced("--html", "-o", "new").status == 0  # a folder, though there is one story only
    assert sorted(path.name for path in Path("new").iterdir()) == ["index.html", "st-01.html"]
    assert traced("--html", "--story", "st-01", "-o", "page").status == 0
    assert Path("page").is_file()
    assert Path("pages/st-01.html").read_text(encoding="utf-8") == Path("story.html").read_text(encoding="utf-8")
    Path("pages/mine.txt").write_text("mine", encoding="utf-8")
    assert traced("--html", "-o", "pages") == Outcome(
        2, "", "reportedly: pages holds other things than pages of stories; name a new folder for them\n"
    )


KILLS = int(os.environ.get("KILLS", "4"))  # 20 of them in the figures of the store


@pytest.mark.weights
def test_kill_at_any_moment_leaves_a_trace_that_a_second_run_makes_whole(tmp_path: Path) -> None:
    stores = {name: tmp_path / f"{name}.duckdb" for name in ("whole", "killed")}
    for path in stores.values():
        with Store.open(path) as store:
            store.add(readings().values())
    command = [sys.executable, "-m", "reportedly", "trace"]
    started = time.monotonic()
    subprocess.run([*command, str(stores["whole"])], check=True, capture_output=True)
    took = time.monotonic() - started
    moments = random.Random(7)
    for _ in range(KILLS):
        with subprocess.Popen([*command, str(stores["killed"])], stdout=subprocess.DEVNULL) as running:
            time.sleep(moments.uniform(0, took))
            running.send_signal(signal.SIGKILL)
        with Store.open(stores["killed"], read_only=True) as store:
            assert kept_trace(store) in (Trace(), _whole(stores["whole"]))
    subprocess.run([*command, str(stores["killed"])], check=True, capture_output=True)
    tables = (*COLUMNS, "sketch")
    found = []
    for path in stores.values():
        with Store.open(path, read_only=True) as store:
            found.append([sorted(store.query(f"select * from {table}"), key=str) for table in tables])
    assert found[0] == found[1]


def _whole(path: Path) -> Trace:
    with Store.open(path, read_only=True) as store:
        return kept_trace(store)


@pytest.mark.parametrize("asked", [("--json",), ("--html", "--story", "st-01"), ()])
def test_the_store_is_not_written_over(traced: Run, asked: tuple[str, ...]) -> None:
    Path("link").symlink_to("news.duckdb")
    for out in ("news.duckdb", "link"):
        outcome = traced(*asked, "-o", out)
        assert outcome == Outcome(
            2, "", f"reportedly: {out} is a store, which nothing is written over; name another file\n"
        )
    assert json.loads(traced("--json").out) == encode(trace())
