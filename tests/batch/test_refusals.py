"""What `batch` says where the libraries of its extra are not installed."""

from __future__ import annotations

import socket
import sys
from pathlib import Path

import pytest

import reportedly.batch
from reportedly import cli


@pytest.fixture
def news(tmp_path: Path) -> str:
    (tmp_path / "news.jsonl").write_text('{"text": "The harbour will close."}\n', encoding="utf-8")
    return str(tmp_path / "news.jsonl")


@pytest.mark.parametrize("library", ["daft", "pyarrow"])
def test_without_daft_it_says_what_to_type(
    news: str, library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("plans", "tables", "workers"):  # may have been imported with the library
        monkeypatch.delitem(sys.modules, f"reportedly.batch.{name}", raising=False)
        monkeypatch.delattr(reportedly.batch, name, raising=False)
    monkeypatch.setitem(sys.modules, library, None)
    assert cli.main(["batch", news, str(tmp_path / "run")]) == 1
    told = "batch runs need daft, which is not installed; run: pip install 'reportedly[batch]'"
    assert capsys.readouterr() == ("", f"reportedly: {told}\n")
    assert not (tmp_path / "run").exists()


def test_without_ray_a_cluster_is_refused(
    news: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("daft", reason="batch runs need daft, which is not installed")
    monkeypatch.setitem(sys.modules, "ray", None)
    assert cli.main(["batch", news, str(tmp_path / "run"), "--ray", "10.0.0.1:6379"]) == 1
    told = "a cluster needs ray, which is not installed; run: pip install 'reportedly[batch]'"
    assert capsys.readouterr() == ("", f"reportedly: {told}\n")
    assert not (tmp_path / "run").exists()


def test_a_cluster_that_does_not_answer_is_told_at_once(
    news: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("daft", reason="batch runs need daft, which is not installed")
    pytest.importorskip("ray", reason="a cluster needs ray, which is not installed")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))  # and listens not
        address = f"127.0.0.1:{closed.getsockname()[1]}"
        assert cli.main(["batch", news, str(tmp_path / "run"), "--ray", address]) == 1
    told = capsys.readouterr().err
    assert f"no Ray cluster answers at {address} (" in told
    assert told.endswith("refused); start one with: ray start --head\n")


def test_an_input_without_articles_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("daft", reason="batch runs need daft, which is not installed")
    (tmp_path / "empty.jsonl").write_text("")
    assert cli.main(["batch", str(tmp_path / "empty.jsonl"), str(tmp_path / "run")]) == 1
    assert "there was no article to read" in capsys.readouterr().err
