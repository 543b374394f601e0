from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from reportedly.batch.finding import find_sources
from reportedly.errors import Unreadable


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}\n")


def stored(patterns: Sequence[str]) -> list[tuple[str, int]]:
    assert patterns == ["s3://beacon/**"]
    return [("s3://beacon/a.jsonl", 3), ("s3://beacon/.old/b.jsonl", 3), ("s3://beacon/letter.txt", 3)]


def found(folder: Path, *sources: str) -> list[str]:
    given = [source if "://" in source else str(folder / source) for source in sources]
    paths = [source.path for source in find_sources(given, stored, out=folder / "run")]
    return [path.removeprefix(f"{folder.resolve()}/") for path in paths]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    put(tmp_path, "in/a.jsonl", "in/.b.jsonl", "in/.git/c.jsonl", "in/deep/d.jsonl", "in/letter.txt")
    assert found(tmp_path, "in") == ["in/a.jsonl", "in/deep/d.jsonl"]
    assert found(tmp_path, "in/.b.jsonl") == ["in/.b.jsonl"]  # asked for by its name
    assert found(tmp_path, "s3://beacon/") == ["s3://beacon/a.jsonl"]


@pytest.mark.parametrize("name", ["{a,b}.jsonl", "a\\b.jsonl", "[a].jsonl", "a*.jsonl", "{a}/b.jsonl"])
def test_a_file_is_found_whatever_is_in_its_name(tmp_path: Path, name: str) -> None:
    put(tmp_path, name)
    assert found(tmp_path, name) == [name]
    assert found(tmp_path, str(Path(name).parent)) == [name]


def test_a_pattern_leads_to_files_and_to_what_lies_below_folders(tmp_path: Path) -> None:
    put(tmp_path, "in/2030/a.jsonl", "in/2031/b.jsonl", "in/2031.jsonl")
    assert found(tmp_path, "in/2031*") == ["in/2031/b.jsonl", "in/2031.jsonl"]
    assert found(tmp_path, "**/*.jsonl") == ["in/2030/a.jsonl", "in/2031/b.jsonl", "in/2031.jsonl"]


def test_a_file_that_is_named_twice_is_found_once(tmp_path: Path) -> None:
    put(tmp_path, "in/a.jsonl")
    (tmp_path / "link").symlink_to(tmp_path / "in")
    assert found(tmp_path, "in/a.jsonl", "in/../in/a.jsonl", "link/a.jsonl", "link", "in") == ["in/a.jsonl"]


def test_the_files_of_runs_are_no_inputs(tmp_path: Path) -> None:
    put(
        tmp_path,
        "a.jsonl",
        "run/manifest.jsonl",
        "old/manifest.jsonl",
        "old/readings-000001.parquet",
        "b/manifest.jsonl",
    )
    (tmp_path / "old" / "manifest.jsonl").write_text('{"run": {"version": 1}}\n')
    assert found(tmp_path, ".") == ["a.jsonl", "b/manifest.jsonl"]


def test_what_leads_to_nothing_is_told(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for source, wrong in (("empty", "nothing that can be read"), ("none", "no such file"), ("*.x", "nothing lies")):
        with pytest.raises(Unreadable, match=wrong):
            found(tmp_path, source)
