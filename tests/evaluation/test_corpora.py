"""Where the corpora are, what is said where they are not, and digests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from evaluation import corpora


def test_a_corpus_that_is_not_there_is_named_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpora, "SHARED", tmp_path)
    with pytest.raises(corpora.NotBeside, match=r"dev\.jsonl is not there; put .* or set SHARED"):
        corpora.polnear_dev()


def test_a_digest_tells_files_apart_by_name_and_bytes(tmp_path: Path) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    first.write_text("one"), second.write_text("two")
    both = corpora.digest([first, second])
    assert both == corpora.digest([second, first])
    assert both != corpora.digest([first])
    second.write_text("three")
    assert both != corpora.digest([first, second])
    first.write_text("three"), second.write_text("one")
    assert corpora.digest([first]) != corpora.digest([tmp_path / "a", tmp_path / "b"])


def test_lines_end_at_line_feeds_and_nowhere_else(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"text": "one\u2028two\x85three"}\n\n{"text": "four"}\n', encoding="utf-8")
    assert [row["text"] for row in corpora.lines_of(path)] == ["one\u2028two\x85three", "four"]


@pytest.mark.shared
def test_the_scorers_pass_their_own_checks(shared: Path, tmp_path: Path) -> None:
    gold = corpora.lines_of(shared / "polnear" / "dev.jsonl")
    corpora.scorer("polnear").selftest(gold[::4])  # all of it takes half a minute
    settings = tmp_path / "pytest.ini"
    settings.write_text("[pytest]\n")  # not ours
    command = (sys.executable, "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", settings)
    done = subprocess.run(
        [*command, "--rootdir", tmp_path, shared / "stories" / "test_score.py"],
        cwd=shared / "stories",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
