"""The desk from the command line: what cannot be done is refused at once, and tokens are made, listed and ended."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from reportedly.cli import main, serve
from reportedly.store.database import Store
from reportedly.store.tokens import end_token, new_token, token_of, tokens
from tests.byhand import small_reading


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A store of which tracing fails the test: whatever is refused must be so before it."""
    with Store.open(tmp_path / "news.duckdb") as store:
        store.add([small_reading()])
    monkeypatch.setattr(serve, "_trace", lambda store: pytest.fail("it was traced first"))
    return str(tmp_path / "news.duckdb")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--host", "0.0.0.0"], "nobody could come in"),
        (["--name", "desk.example"], "nobody could come in"),
        (["--name", "https://desk.example/", "--open"], "is no name of a host"),
        (["--name", "desk.example:8000", "--open"], "is no name of a host"),
        (["--https"], "give the name that browsers use"),
        (["--rights", "edit"], "--rights is for a new token"),
        (["--new-token", "  "], "a token needs a name"),
        (["--watch", "nowhere.opml"], "the list of feeds cannot be read"),
        (["--host", "nowhere.invalid", "--open", "--port", "8391"], "cannot be opened"),
        (["--end-token", "none"], "there is no token none"),
    ],
)
def test_what_cannot_be_done_is_refused_before_the_store_is_traced(
    path: str, capsys: pytest.CaptureFixture[str], options: list[str], says: str
) -> None:
    assert main(["serve", path, *options]) != 0
    assert says in capsys.readouterr().err


def test_a_port_that_is_taken_is_refused_before_the_store_is_traced(
    path: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        assert main(["serve", path, "--port", str(taken.getsockname()[1])]) == 1
    assert "cannot be opened" in capsys.readouterr().err


@pytest.mark.parametrize("port", ["0", "65536", "-1", "http"])
def test_a_port_that_is_none_is_refused(path: str, capsys: pytest.CaptureFixture[str], port: str) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["serve", path, f"--port={port}"])
    assert ended.value.code == 2
    assert "is no port" in capsys.readouterr().err


def test_a_token_that_was_taken_back_lets_nobody_in(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    with Store.open(path) as store:
        new_token(store, "Ada", "edit")
        end_token(store, tokens(store)[0].id)
    assert main(["serve", path, "--host", "0.0.0.0"]) == 2
    assert "nobody could come in" in capsys.readouterr().err


def test_tokens_are_made_listed_and_taken_back(path: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", path, "--tokens"]) == 0
    assert "no token was made" in capsys.readouterr().err
    assert main(["serve", path, "--new-token", "Ada\u202e\n", "--rights", "edit"]) == 0
    secret = capsys.readouterr().out.strip()
    assert main(["serve", path, "--new-token", "Bo"]) == 0
    capsys.readouterr()
    assert main(["serve", path, "--tokens"]) == 0
    lines = sorted(capsys.readouterr().out.splitlines(), key=lambda line: line.split("  ")[2])
    assert [re.sub(r"\d{4}-\d\d-\d\d \d\d:\d\d", "WHEN", line.partition("  ")[2]) for line in lines] == [
        "edit  Ada, made WHEN, never signed in", "read  Bo, made WHEN, never signed in",
    ]  # fmt: skip
    id = lines[0].split()[0]
    assert main(["serve", path, "--end-token", id]) == 0
    assert id in capsys.readouterr().err
    with Store.open(path) as store:
        assert token_of(store, secret) is None
        assert {token.name: token.ended is None for token in tokens(store)} == {"Ada\u202e": False, "Bo": True}
    assert main(["serve", path, "--end-token", id]) == 2
    main(["serve", path, "--tokens"])
    assert "taken back" in next(line for line in capsys.readouterr().out.splitlines() if id in line)


@pytest.mark.parametrize("options", [["--tokens"], ["--end-token", "x"]])
def test_no_store_is_made_for_want_of_tokens(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str]
) -> None:
    assert main(["serve", str(tmp_path / "none.duckdb"), *options]) == 2
    assert "there is no store" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "options", [["--port", "taken"], ["--host", "0.0.0.0"], ["--watch", "nowhere.opml"], ["--https"]]
)
def test_a_desk_that_does_not_open_makes_no_store(tmp_path: Path, options: list[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        given = [option.replace("taken", str(taken.getsockname()[1])) for option in options]
        assert main(["serve", str(tmp_path / "none.duckdb"), *given]) != 0
    assert list(tmp_path.iterdir()) == []


def test_a_desk_opens_at_the_address_that_it_says_and_closes_when_told(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "reportedly", "serve", str(tmp_path / "news.duckdb")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=os.environ) as desk:
        assert desk.stderr is not None
        said = next(line for line in desk.stderr if "is open at" in line)
        address = re.search(r"http://127\.0\.0\.1:\d+/", said)
        assert address is not None
        assert httpx.get(address[0]).status_code == 200
        assert httpx.get(address[0], headers={"Host": "evil.example"}).status_code == 403
        desk.send_signal(signal.SIGINT)
        assert desk.wait(timeout=20) in (0, 130)


CLOSED_WHILE_SOMEBODY_WRITES = """
import sys
from reportedly.cli import main
from reportedly.web import desk, serving
from tests.byhand import small_reading

def closed(app, opened, *, ready):
    whole = app.state.desk.writing().__enter__()
    whole.add([small_reading()])
    raise {ended}

desk.LONGEST, serving.serve = 0.1, closed
sys.exit(main(["serve", sys.argv[1]]))
"""


@pytest.mark.parametrize(("ended", "status"), [("KeyboardInterrupt", 130), ("SystemExit(143)", 143)])
def test_a_desk_that_is_closed_while_somebody_writes_leaves_one_file(tmp_path: Path, ended: str, status: int) -> None:
    path = tmp_path / "news.duckdb"
    script = CLOSED_WHILE_SOMEBODY_WRITES.format(ended=ended)
    done = subprocess.run([sys.executable, "-c", script, str(path)], env=os.environ, capture_output=True, text=True)
    assert done.returncode == status, done.stderr
    assert [file.name for file in tmp_path.iterdir()] == ["news.duckdb"]
    with Store.open(path, read_only=True) as store:
        assert len(store.article_ids()) == 1
