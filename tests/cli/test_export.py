from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.cli import export
from reportedly.store.database import Store
from tests.byhand import small_reading
from tests.cli.test_read import Outcome, Run, run

__all__ = ["run"]  # the fixture
FIRST = {
    "csv": "claims.csv", "parquet": "claims.parquet", "jsonl": "trace.json", "graphml": "", "ftm": "",
    "prov": "articles-00001.json",
}  # fmt: skip


@pytest.fixture
def exported(run: Run) -> Run:
    """Exports a store that holds the small reading."""
    with Store.open("news.duckdb") as store:
        store.add([small_reading()])
    return lambda *arguments: run("export", "news.duckdb", *arguments)


@pytest.mark.parametrize("form", export.FORMATS)
def test_every_format_is_written(exported: Run, form: str) -> None:
    if form == "ftm":
        pytest.importorskip("followthemoney")
    assert exported("out", "--format", form) == Outcome(0, "", "reportedly: news.duckdb is written to out\n")
    assert (Path("out") / FIRST[form] if FIRST[form] else Path("out")).is_file()
    assert not [path for path in Path().iterdir() if path.name.startswith(".")]


def test_nothing_is_written_over_unless_it_is_said(exported: Run) -> None:
    assert exported("out", "--format", "jsonl").status == 0
    again = exported("out", "--format", "jsonl")
    assert again == Outcome(1, "", "reportedly: out: this is there already; name a new one, or give --replace\n")
    assert exported("out", "--format", "jsonl", "--replace").status == 0
    assert exported("out", "--format", "csv", "--replace").status == 1
    assert json.loads(Path("out/trace.json").read_text(encoding="utf-8"))["trace"] == 1


def test_a_folder_that_cannot_be_made_is_said(exported: Run) -> None:
    Path("taken").write_text("mine")
    outcome = exported("taken/out", "--format", "csv")
    assert (outcome.status, outcome.out) == (1, "")
    assert outcome.err.startswith("reportedly: taken/out: this cannot be written (")


def test_what_cannot_be_exported_is_refused(run: Run) -> None:
    assert run("export", "none.duckdb", "out", "--format", "csv").err.startswith("reportedly: none.duckdb: there is no")
    assert run("export", "none.duckdb", "out", "--format", "pdf").status == 2
    assert run("export", "none.duckdb", "out").status == 2
    assert not Path("out").exists()


@pytest.mark.parametrize("out", ["news.duckdb", "link.graphml", "notes.txt"])
@pytest.mark.parametrize("form", ["graphml", "ftm"])
def test_only_an_export_of_before_is_replaced(exported: Run, form: str, out: str) -> None:
    if form == "ftm":
        pytest.importorskip("followthemoney")
    Path("link.graphml").symlink_to("news.duckdb")
    Path("notes.txt").write_text("notes")
    before = Path(out).read_bytes()
    outcome = exported(out, "--format", form, "--replace")
    assert (outcome.status, outcome.err) == (
        1, f"reportedly: {out}: this is something else than such an export; name a new file for it\n",
    )  # fmt: skip
    assert Path(out).read_bytes() == before


@pytest.mark.parametrize("form", ["graphml", "ftm"])
def test_a_file_of_before_is_replaced(exported: Run, form: str) -> None:
    if form == "ftm":
        pytest.importorskip("followthemoney")
    assert exported("out", "--format", form).status == 0
    assert exported("out", "--format", form).status == 1
    assert exported("out", "--format", form, "--replace").status == 0
