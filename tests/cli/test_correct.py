from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from reportedly.store.corrections import corrections
from reportedly.store.database import Store
from reportedly.store.traced import kept_entities, kept_trace, untraced
from reportedly.trace.updating import update_trace
from tests.byhand import small_reading
from tests.cli.test_read import Run, run
from tests.render.traced import readings

__all__ = ["run"]  # the fixture

pytestmark = pytest.mark.weights


@pytest.fixture
def corrected(run: Run) -> Run:
    """Corrects a store that holds the story by hand, traced."""
    with Store.open("news.duckdb") as store:
        store.add(readings().values())
        update_trace(store)
    return lambda *arguments: run("correct", "news.duckdb", *arguments)


def state() -> Any:
    with Store.open("news.duckdb", read_only=True) as store:
        return kept_trace(store), kept_entities(store)


def made() -> list[tuple[str, str, bool]]:
    with Store.open("news.duckdb", read_only=True) as store:
        return [(m.correction.what, m.correction.by, m.counts) for m in corrections(store)]


def test_an_outlet_that_is_not_known_is_kept_and_asked_about(run: Run) -> None:
    with Store.open("news.duckdb") as store:
        store.add([small_reading()])
    assert "no article of Pryzma is held" in run("correct", "news.duckdb", "owner", "Pryzma", "Lantern Group").err
    assert "is held" not in run("correct", "news.duckdb", "owner", "The Lantern", "Lantern Group").err


def test_what_is_wrong_is_in_no_claim_until_it_is_undone(corrected: Run) -> None:
    before = state()
    outcome = corrected("wrong", "statement", "twist#s1", "--by", "Ada", "--why", "a question")
    assert outcome.status == 0
    assert "statement twist#s1 “Valdoria may close seven posts” is none" in outcome.err
    assert "twist" not in {told.article for claim in state()[0].claims for told in claim.statements}
    (line,) = [json.loads(row) for row in corrected("list", "--json").out.splitlines()]
    assert (line["by"], line["why"], line["counts"]) == ("Ada", "a question", True)
    assert corrected("undo", line["id"], "--by", "Ben").status == 0
    assert state() == before
    assert made() == [("undo", "Ben", True), ("wrong", "Ada", False)]
    shown = corrected("list").out
    assert f"{line['id']} counts no more" in shown
    assert "Ada · a question · undone" in shown
    again = corrected("undo", line["id"])
    assert (again.status, "there is no such correction that counts" in again.err) == (1, True)


@pytest.mark.parametrize(
    "arguments",
    [
        ("speaker", "wire#s1", "wire#a2"),
        ("same-entity", "cites#a2", "denies#a2"),
        ("other-claim", "wire#s1", "print#s1"),
        ("owner", "Pryzma", "Lantern Group"),
        ("agency", "Pryzma", "yes"),
    ],
)
def test_each_kind_is_kept_with_the_name_of_who_works_here(
    corrected: Run, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("LOGNAME", "ada")
    assert corrected(*arguments).status == 0
    assert made() == [(arguments[0].replace("-", "_"), "ada", True)]
    with Store.open("news.duckdb", read_only=True) as store:
        assert untraced(store) == []
    (row,) = [json.loads(line) for line in corrected("export").out.splitlines()]
    assert len(row["read"]) == len(row["correction"]["spots"])
    assert corrected("export", "-o", "out.jsonl").status == 0
    assert json.loads(Path("out.jsonl").read_text(encoding="utf-8")) == row


@pytest.fixture
def nothing_changed(monkeypatch: pytest.MonkeyPatch) -> None:
    """What would be a changed retelling of a claim is a claim of its own."""
    monkeypatch.setattr("reportedly.trace.variants.DISTORTED_AT", 2.0)


@pytest.mark.usefixtures("nothing_changed")
def test_claims_and_entities_stand_for_their_records(corrected: Run) -> None:
    trace, (_, identities) = state()
    claims = {told.article: claim.id for claim in trace.claims for told in claim.statements}
    assert claims["wire"] != claims["denies"]
    assert corrected("same-claim", claims["wire"], claims["denies"]).status == 0
    claims = {told.article: claim.id for claim in state()[0].claims for told in claim.statements}
    assert claims["wire"] == claims["denies"]
    of = {(one.article, one.actor): one.entity for one in identities}
    assert corrected("same-entity", of["cites", "a2"], of["denies", "a2"]).status == 0
    of = {(one.article, one.actor): one.entity for one in state()[1][1]}
    assert of["cites", "a2"] == of["denies", "a2"]


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        (("wrong", "statement", "nowhere#s1"), 1, "there is no such article"),
        (("wrong", "statement", "wire#s9"), 1, "there is no such statement in this article"),
        (("wrong", "contact", "wire#s1"), 1, "there is no such contact in this article"),
        (("same-claim", "c-9", "wire#s1"), 1, "there is no such claim"),
        (("same-entity", "e-9", "wire#a2"), 1, "there is no such entity"),
        (("same-claim", "wire#s1", "wire#s1"), 1, "this names one record twice"),
        (("owner", "Pryzma", " "), 1, "this names no outlet"),
        (("agency", "Pryzma", "perhaps"), 2, "invalid choice"),
        (("undo", "k-9"), 1, "there is no such correction that counts"),
        ((), 2, "WHAT"),
    ],
)
def test_what_cannot_be_said_changes_nothing(
    corrected: Run, arguments: tuple[str, ...], status: int, says: str
) -> None:
    outcome = corrected(*arguments)
    assert (outcome.status, says in outcome.err) == (status, True)
    assert made() == []


def test_there_must_be_a_store(run: Run) -> None:
    assert run("correct", "none.duckdb", "owner", "Pryzma", "Lantern Group").status == 1
    assert not Path("none.duckdb").exists()


KILLS = int(os.environ.get("KILLS", "4"))


def test_kill_at_any_moment_leaves_a_correction_with_its_trace_or_neither(corrected: Run) -> None:
    command = [sys.executable, "-m", "reportedly", "correct", "news.duckdb", "wrong", "statement", "wire#s1"]
    whole = Path("news.duckdb").read_bytes()
    before, started = state()[0], time.monotonic()
    subprocess.run(command, check=True, capture_output=True)
    took, after = time.monotonic() - started, state()[0]
    assert after != before
    moments = random.Random(7)
    for _ in range(KILLS):
        Path("news.duckdb").write_bytes(whole)
        Path("news.duckdb.wal").unlink(missing_ok=True)
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
            time.sleep(moments.uniform(took / 2, took))
            running.send_signal(signal.SIGKILL)
        with Store.open("news.duckdb") as store:
            assert kept_trace(store) == (after if corrections(store) else before)
            assert untraced(store) == []


def test_the_store_is_not_written_over(run: Run) -> None:
    with Store.open("news.duckdb") as store:
        store.add([small_reading()])
    assert "is a store" in run("correct", "news.duckdb", "export", "-o", "news.duckdb").err
    with Store.open("news.duckdb", read_only=True) as store:
        assert store.article_ids()
