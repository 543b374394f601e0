from __future__ import annotations

import csv
import json
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import BufferedReader, BytesIO, TextIOWrapper
from pathlib import Path
from typing import IO

import pytest

from reportedly import __version__
from reportedly.cli import main
from reportedly.cli.output import open_output
from reportedly.cli.told import Misused
from reportedly.records import Failure, Reading
from reportedly.records.codec import decode, parse_line
from tests.byhand import TEXT
from tests.cli.standin import StandIn, module
from tests.reading.intake.test_language import OTHERS

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Outcome:
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs a command in an empty folder, with the stand-in for the reader."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(sys.modules, "reportedly.reading.reader", module())
    for name in ("NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    StandIn.loaded = 0

    def run(*arguments: str) -> Outcome:
        try:
            status = main(arguments)
        except SystemExit as left:  # argparse leaves by itself
            status = int(left.code or 0)
        captured = capfdbinary.readouterr()
        return Outcome(status, captured.out.decode(), captured.err.decode())

    return run


def put(name: str, text: str = TEXT) -> str:
    Path(name).write_text(text, encoding="utf-8")
    return name


def test_the_version(run: Run) -> None:
    assert run("--version") == Outcome(0, f"reportedly {__version__}\n", "")


def test_one_article_is_a_page_for_people(run: Run) -> None:
    outcome = run("read", put("a.txt"), "--outlet", "The Lantern", "--title", "Harbour to close")
    assert (outcome.status, outcome.err) == (0, "")
    assert "The Lantern" in outcome.out
    assert "\x1b" not in outcome.out


def test_tables_stand_in_a_folder_of_their_own(run: Run) -> None:
    assert run("read", put("a.txt"), put("b.txt", "(unread)"), "--csv", "tables").status == 1
    articles = Path("tables/articles.csv").read_text(encoding="utf-8").splitlines()
    failures = Path("tables/failures.csv").read_text(encoding="utf-8").splitlines()
    assert articles[0].startswith("article,outlet,url")
    assert (len(failures), "it says so itself" in failures[1]) == (2, True)
    assert run("read", put("a.txt"), "--csv", "tables").status == 0  # written anew
    assert len(Path("tables/failures.csv").read_text(encoding="utf-8").splitlines()) == 1


def test_tables_replace_nothing_else(run: Run) -> None:
    put("a.txt")
    Path("mine").mkdir()
    put("mine/notes.md")
    outcome = run("read", "a.txt", "--csv", "mine")
    assert (outcome.status, sorted(p.name for p in Path().iterdir())) == (2, ["a.txt", "mine"])
    assert "name a new folder" in outcome.err


def test_a_calendar_of_no_contacts_is_a_calendar(run: Run) -> None:
    outcome = run("read", put("a.txt"), "--ics")
    assert outcome.out.splitlines()[0] == "BEGIN:VCALENDAR"


def test_several_articles_are_pages_one_after_the_other(run: Run) -> None:
    outcome = run("read", put("a.txt"), put("b.txt"), "--outlet", "The Lantern")
    first, second = outcome.out[: len(outcome.out) // 2], outcome.out[len(outcome.out) // 2 + 1 :]
    assert first == second
    assert "The Lantern" in first


def test_pages_are_as_wide_as_the_terminal_and_coloured_when_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, object]] = []

    def render_terminal(reading: Reading, *, width: int, colour: bool) -> str:
        asked.append({"width": width, "colour": colour})
        return "page\n"

    monkeypatch.setattr("reportedly.render.terminal.render_terminal", render_terminal)
    run("read", put("a.txt"))
    monkeypatch.setenv("COLUMNS", "50")
    monkeypatch.setenv("FORCE_COLOR", "1")
    run("read", "a.txt")
    monkeypatch.setenv("NO_COLOR", "1")
    run("read", "a.txt")
    run("read", "a.txt", "-o", "page.txt")
    assert asked == [
        {"width": 80, "colour": False},
        {"width": 50, "colour": True},
        {"width": 50, "colour": False},
        {"width": 80, "colour": False},
    ]
    assert Path("page.txt").read_text() == "page\n"


def test_json_is_one_reading(run: Run) -> None:
    outcome = run(
        "read", put("a.txt"), "--json", "--outlet", "UNN", "--published", "2025-04-24", "--byline", "Jo Marsh"
    )
    assert (outcome.status, outcome.err) == (0, "")
    reading = decode(json.loads(outcome.out))
    assert isinstance(reading, Reading)
    article = reading.article
    assert (article.outlet, article.published, article.byline, article.language) == (
        "UNN",
        "2025-04-24",
        ("Jo Marsh",),
        "en",
    )
    assert article.text == TEXT


def test_json_of_several_articles_is_refused_before_any_is_read(run: Run) -> None:
    outcome = run("read", put("a.txt"), put("b.txt"), "--json", "-o", "reading.json")
    assert outcome == Outcome(
        2, "", "reportedly: --json writes one reading, and there are more articles; use --jsonl, a line for each\n"
    )
    assert StandIn.loaded == 0
    assert not Path("reading.json").exists()


def test_json_of_a_failure_is_a_failure(run: Run) -> None:
    outcome = run("read", "none.txt", "--json")
    assert outcome.status == 1
    failure = decode(json.loads(outcome.out))
    assert isinstance(failure, Failure)
    assert outcome.err == f"reportedly: none.txt: {failure.reason}\n"
    assert StandIn.loaded == 0


def test_lines_are_readings_and_failures_in_their_places(run: Run) -> None:
    rows = [
        {"id": "1", "text": TEXT},
        {"id": "2"},
        {"id": "3", "text": "It rained (unread)."},
        {"id": "4", "text": TEXT},
    ]
    put("a.jsonl", "\n".join(map(json.dumps, rows)))
    outcome = run("read", "a.jsonl", "none.txt", "--jsonl")
    records = [parse_line(line) for line in outcome.out.splitlines()]
    assert [type(record) for record in records] == [Reading, Failure, Failure, Reading, Failure]
    assert outcome.status == 1
    assert outcome.err.splitlines() == [
        'reportedly: a.jsonl, line 2: there is no text; give the words as "text", or a page as "html"',
        "reportedly: 3: it says so itself",
        "reportedly: none.txt: there is no such file; check the name; an address begins with https://",
        "reportedly: 3 of 5 articles could not be read",
    ]
    assert StandIn.loaded == 1


def test_a_line_of_json_is_a_line_in_every_encoding(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")
    outcome = run("read", put("a.txt", "“It\u2028rained”, she said. 🚢"), "--jsonl")
    assert len(outcome.out.splitlines()) == 1
    reading = parse_line(outcome.out)
    assert isinstance(reading, Reading)
    assert reading.article.text == "“It\u2028rained”, she said. 🚢"


def test_html_is_one_page_of_all(run: Run) -> None:
    outcome = run("read", put("a.txt"), "none.txt", "--html", "-o", "page.html")
    assert outcome.status == 1
    assert outcome.out == ""
    page = Path("page.html").read_text(encoding="utf-8")
    assert page.lower().startswith("<!doctype html>")
    assert "none.txt" in page


def test_nothing_to_read_is_told_but_in_a_stream(run: Run) -> None:
    put("a.jsonl", "\n")
    assert run("read", "a.jsonl", "--jsonl") == Outcome(0, "", "")
    assert run("read", "a.jsonl") == Outcome(1, "", "reportedly: there was no article to read\n")


def test_another_language_is_refused_and_let_in_by_the_flag(run: Run) -> None:
    put("a.txt", OTHERS["de"])
    outcome = run("read", "a.txt")
    assert outcome.status == 1
    assert outcome.err.startswith("reportedly: a.txt: the text is in German, and only English is read; ")
    assert "--language en" in outcome.err
    assert run("read", "a.txt", "--language", "en", "--jsonl").status == 0


def test_standard_input(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BufferedReader(BytesIO(TEXT.encode("utf-16")))))
    reading = parse_line(run("read", "-", "--jsonl").out)
    assert isinstance(reading, Reading)
    assert reading.article.text == TEXT


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((), "required"),
        (("write",), "invalid choice"),
        (("read",), "required"),
        (("read", "a.txt", "--json", "--html"), "not allowed with"),
        (("read", "a.txt", "--published", "May"), "'May' is not an ISO 8601 date"),
        (("read", "a.txt", "--language", "de"), "invalid choice"),
        (("read", "a.txt", "--encoding", "utf-9"), "there is no encoding 'utf-9'"),
        (
            ("read", "a.txt", "-o", "no/where.txt"),
            "no/where.txt cannot be written: No such file or directory; make the folder that it is to lie in",
        ),
        (("read", "a.txt", "-o", "."), ". is a folder; name a file in it"),
    ],
)
def test_what_is_not_understood_has_status_two(run: Run, arguments: tuple[str, ...], what: str) -> None:
    put("a.txt")
    outcome = run(*arguments)
    assert (outcome.status, outcome.out) == (2, "")
    assert what in outcome.err


@pytest.mark.parametrize("encoding", ["utf-8", "UTF-16", "utf-32", "cp1252", "utf_8_sig"])
def test_encodings_that_are_known(run: Run, encoding: str) -> None:
    Path("a.txt").write_bytes(TEXT.encode(encoding))
    assert run("read", "a.txt", "--encoding", encoding).status == 0


def test_messages_cannot_drive_the_terminal(run: Run) -> None:
    put("a.json", json.dumps({"text": TEXT, "published": "\x1b[2J\x07"}))
    assert not {"\x1b", "\x07"} & set(run("read", "a.json", "no\x1b[2J.txt").err)


def test_a_file_is_replaced_when_all_is_written_and_keeps_its_mode(run: Run) -> None:
    put("out.jsonl", "old")
    Path("out.jsonl").chmod(0o640)
    Path("link.jsonl").symlink_to("out.jsonl")
    assert run("read", put("a.txt"), "--jsonl", "-o", "link.jsonl").status == 0
    assert isinstance(parse_line(Path("out.jsonl").read_text(encoding="utf-8")), Reading)
    assert stat.S_IMODE(Path("out.jsonl").stat().st_mode) == 0o640
    assert Path("link.jsonl").is_symlink()
    assert sorted(path.name for path in Path().iterdir()) == ["a.txt", "link.jsonl", "out.jsonl"]


def test_a_file_stays_as_it_was_when_writing_breaks_off(tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")

    def write() -> None:
        with open_output(str(target)) as output:
            output.write("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write()
    assert [(path.name, path.read_text()) for path in tmp_path.iterdir()] == [("out.txt", "old")]


@pytest.mark.parametrize("source", ["a.txt", ".", "news"])
def test_what_is_read_is_not_written_over(run: Run, source: str) -> None:
    put("a.txt")
    Path("news").symlink_to(".")
    outcome = run("read", source, "--ics", "-o", "a.txt")
    assert outcome == Outcome(2, "", "reportedly: a.txt is one of the files that are read; name another to write to\n")
    assert Path("a.txt").read_text(encoding="utf-8") == TEXT
    assert run("read", source, "--ics", "-o", "a.ics").status == 0


def test_a_device_is_written_to(tmp_path: Path) -> None:
    with open_output(os.devnull) as output:
        output.write("words")
    with pytest.raises(Misused), open_output(str(tmp_path)):
        pass


def standin(*arguments: str, cwd: Path, out: int | IO[bytes] = subprocess.PIPE) -> subprocess.Popen[bytes]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "tests.cli.standin", *arguments]
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    return subprocess.Popen(
        command, cwd=cwd, env=environment, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.PIPE
    )


def test_a_reader_that_hangs_up_is_no_error(tmp_path: Path) -> None:
    with standin("read", "-", "--jsonl", cwd=tmp_path) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.write(json.dumps({"text": TEXT}).encode() + b"\n")
        process.stdin.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", [("-o", "/dev/full"), ()])
def test_a_full_disk_is_told(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    with Path("/dev/full").open("wb") as full, standin("read", "a.txt", *arguments, cwd=tmp_path, out=full) as process:
        assert process.stderr
        assert process.stderr.read() == b"reportedly: the output cannot be written: No space left on device\n"
    assert process.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="another way to close what a program writes to")
@pytest.mark.parametrize(
    ("arguments", "closed", "status", "told"),
    [
        ("read a.txt", ">&-", 1, b"reportedly: the output cannot be written: Bad file descriptor\n"),
        ("read a.txt -o b.txt", ">&- 2>&-", 0, b""),
        ("read -", "<&-", 1, b"reportedly: standard input: it is closed; name a file, or pipe the text in\n"),
    ],
)
def test_closed_streams_are_told_not_tripped_over(
    tmp_path: Path, arguments: str, closed: str, status: int, told: bytes
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    command = f'"{sys.executable}" -m tests.cli.standin {arguments} {closed}'
    environment = os.environ | {"PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    done = subprocess.run(command, shell=True, cwd=tmp_path, env=environment, stderr=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (status, told)
    assert (tmp_path / "b.txt").exists() == ("b.txt" in arguments)


@pytest.mark.skipif(os.name == "nt", reason="another way to interrupt")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_an_interruption_is_quiet_and_leaves_no_half_file(tmp_path: Path, number: int, status: int) -> None:
    (tmp_path / "a.txt").write_text("It rained (slowly).")
    with standin("read", "a.txt", "-o", "out.txt", cwd=tmp_path) as process:
        assert process.stderr
        assert process.stderr.readline() == b"reading slowly\n"
        process.send_signal(number)
        assert process.stderr.read() == b""
    assert process.returncode == status
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_python_can_run_the_package() -> None:
    done = subprocess.run([sys.executable, "-m", "reportedly", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout == f"reportedly {__version__}\n"


def test_the_command_line_loads_nothing_heavy_before_it_must() -> None:
    script = "import sys, reportedly.cli; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    heavy = {"duckdb", "httpx", "jinja2", "numpy", "onnxruntime", "rich", "tokenizers", "trafilatura"}
    assert not heavy & set(done.stdout.split())


def test_no_cell_of_the_tables_is_a_formula(run: Run) -> None:
    text = '=HYPERLINK("http://evil.example") is what the (mayor) said.'
    Path("a.json").write_text(json.dumps({"text": text, "outlet": "=1+1", "title": "+2"}))
    assert run("read", "a.json", "--csv", "tables").status == 0
    with Path("tables/articles.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    assert (rows[0]["outlet"], rows[0]["title"], rows[0]["text"]) == ("'=1+1", "'+2", f"'{text}")
