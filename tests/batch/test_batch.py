from __future__ import annotations

import json
import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.errors import BadInput, ReportedlyError, Unreadable
from reportedly.reading.shipped import EncoderName
from reportedly.records import Failure
from reportedly.store.database import Store
from reportedly.store.entries import Added
from reportedly.store.traced import kept_trace
from reportedly.trace.updating import bring_up_to_date
from tests.archives import record
from tests.batch.cluster import losing_a_worker
from tests.batch.reads import READER

pytest.importorskip("daft", reason="batch runs need daft, which is not installed")

from reportedly.batch import apart, manifest, merging, running
from reportedly.batch.manifest import Manifest
from reportedly.batch.shards import Shard, Task
from reportedly.reading.intake.known import NOTHING

ROOT = Path(__file__).parents[2]


def lines(count: int, words: str = "") -> str:
    return "".join(line(f"The harbour will close on day {number} {words}(said)", number) for number in range(count))


def line(text: str, number: int = 0) -> str:
    return json.dumps({"text": text, "outlet": f"Outlet {number % 3}", "published": "2031-03-14"}) + "\n"


def put(path: Path, text: str) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return str(path)


def batch(source: str, out: Path, *, articles: int = 3, cluster: str | None = None) -> running.Outcome:
    return running.run([source], out, articles=articles, reader=READER, processes=2, cluster=cluster)


def merged(store: Path, out: Path) -> tuple[Added, list[Failure]]:
    told: list[Failure] = []
    with Store.open(store) as opened:
        return merging.add_shards(opened, out, tell=told.append), told


def held(path: Path) -> list[tuple[str, str]]:
    with Store.open(path, read_only=True) as store:
        return [(reading.article.id, reading.article.text) for reading in store.readings()]


def begin(source: str, out: Path, *more: str) -> subprocess.Popen[str]:
    """A run in a process of its own."""
    call = f"running.run([{source!r}], {str(out)!r}, articles=2, reader={READER!r}, {', '.join(more)})"
    return subprocess.Popen(
        [sys.executable, "-c", f"from reportedly.batch import running\nprint({call})"],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "src")])},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def done_in(out: Path) -> list[int]:
    """The shards that are done, as often and in the order in which the manifest says so."""
    path = out / manifest.NAME
    found = [json.loads(text) for text in path.read_text("utf-8").splitlines()] if path.exists() else []
    return [row["done"]["shard"] for row in found if "done" in row]


def wait_for(out: Path, shards: int, run: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while len(done_in_part(out)) < shards:
        assert run.poll() is None, run.communicate()
        assert time.monotonic() < until
        time.sleep(0.02)


def done_in_part(out: Path) -> list[str]:
    path = out / manifest.NAME
    text = path.read_text("utf-8") if path.exists() else ""
    return [row for row in text.splitlines() if row.startswith('{"done"')]


def test_articles_are_read_into_shards_in_their_order_and_merged_once(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", lines(10) + lines(2))
    outcome = batch(source, tmp_path / "run")
    assert (outcome.shards, outcome.articles, outcome.failures, outcome.lost) == (4, 12, 0, ())
    added, _ = merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert added == Added(new=10, held=2)
    assert [text for _, text in held(tmp_path / "news.duckdb")] == [
        f"The harbour will close on day {number} (said)" for number in range(10)
    ]
    assert merged(tmp_path / "news.duckdb", tmp_path / "run")[0] == Added(held=12)


@pytest.mark.parametrize(
    ("first", "then", "expected"), [("best", "small", Added(held=3)), ("small", "best", Added(replaced=3))]
)
def test_what_the_best_encoder_read_stays(
    tmp_path: Path, first: EncoderName, then: EncoderName, expected: Added
) -> None:
    source = put(tmp_path / "news.jsonl", lines(3))
    for encoder in (first, then):
        running.run([source], tmp_path / encoder, reader=READER, encoder=encoder, processes=1)
    merged(tmp_path / "news.duckdb", tmp_path / first)
    assert merged(tmp_path / "news.duckdb", tmp_path / then)[0] == expected
    with Store.open(tmp_path / "news.duckdb", read_only=True) as store:
        assert all(" best encoder " in read_by for (read_by,) in store.query("select read_by from article"))


def test_a_bad_article_is_a_failure_in_its_place(tmp_path: Path) -> None:
    bad = '{"text": "torn\n' + line("It says nothing (unread)")
    source = put(tmp_path / "news.jsonl", lines(4) + bad + lines(1))
    outcome = batch(source, tmp_path / "run")
    assert (outcome.articles, outcome.failures) == (7, 2)
    _, told = merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert [failure.source for failure in told] == [f"{source}, line 5", f"{source}, line 6"]
    with Store.open(tmp_path / "news.duckdb") as store:
        assert store.failures() == told


def test_what_is_done_is_not_done_again(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    put(folder / "a.jsonl", lines(6))
    batch(str(folder), tmp_path / "run")
    before = done_in(tmp_path / "run")
    put(folder / "b.jsonl", lines(4, "again "))
    outcome = batch(str(folder), tmp_path / "run")
    assert sorted(before) == [1, 2]
    assert sorted(done_in(tmp_path / "run")) == [1, 2, 3, 4]
    assert outcome.articles == 10


def test_a_shard_that_ends_its_process_is_lost_alone(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", lines(4) + line("It breaks (ends)") + lines(5))
    outcome = batch(source, tmp_path / "run")
    assert [text.partition(" (")[0] for text in outcome.lost] == [
        f"{source}, from line 4: it ended its process 2 times"
    ]
    assert outcome.articles == 7
    added, told = merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert (added.failed, [failure.source for failure in told]) == (1, [f"{source}, from line 4"])


def test_a_run_that_is_killed_goes_on_where_it_was(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", lines(80, "(a moment) "))
    out = tmp_path / "run"
    for shards in (3, 9):
        run = begin(source, out, "processes=2")
        wait_for(out, shards, run)
        run.send_signal(signal.SIGKILL)
        run.communicate()
    with (out / manifest.NAME).open("ab") as torn:
        torn.write(b'{"done": {"shard": 40, ')
    assert batch(source, out, articles=2).articles == 80
    done = done_in(out)
    assert sorted(done) == list(range(1, 41))  # each once: what was done is not done again
    assert merged(tmp_path / "news.duckdb", out)[0] == Added(new=80)


def test_a_bug_of_ours_stops_the_run(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", line("It is (bug)"))
    with pytest.raises(Exception, match="ZeroDivisionError"):
        batch(source, tmp_path / "run")


def test_an_input_that_has_changed_is_refused(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", lines(4))
    batch(source, tmp_path / "run")
    put(tmp_path / "news.jsonl", lines(5))
    with pytest.raises(BadInput, match="it has changed"):
        batch(source, tmp_path / "run")


def test_a_folder_of_other_things_is_refused(tmp_path: Path) -> None:
    put(tmp_path / "run" / "letter.txt", "Dear reader")
    with pytest.raises(BadInput, match="other things"):
        batch(put(tmp_path / "news.jsonl", lines(1)), tmp_path / "run")
    with pytest.raises(Unreadable, match="nothing that can be read"):
        batch(str(tmp_path / "run" / "letter.txt"), tmp_path / "other")


def test_a_source_that_leads_to_nothing_is_told(tmp_path: Path) -> None:
    missing, pattern = str(tmp_path / "none.jsonl"), str(tmp_path / "*.jsonl")
    with pytest.raises(ReportedlyError, match=f"{missing}: there is no such file"):
        batch(missing, tmp_path / "run")
    with pytest.raises(ReportedlyError, match="nothing lies there"):
        batch(pattern, tmp_path / "run")
    (tmp_path / "letter.txt").write_text("The harbour will close.")
    (tmp_path / "news.jsonl").write_text('{"text": "The harbour will close."}\n')
    with pytest.raises(ReportedlyError, match=r"letter\.txt: there is nothing that can be read"):  # beside what can
        running.run([str(tmp_path / "news.jsonl"), str(tmp_path / "letter.txt")], tmp_path / "run")
    assert not (tmp_path / "run").exists()


def test_shards_are_not_written_to_an_address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    source = put(tmp_path / "news.jsonl", lines(1))
    with pytest.raises(BadInput, match="to a folder of this machine"):
        running.run([source], "s3://archive/run/", reader=READER, processes=1)
    assert [path.name for path in tmp_path.iterdir()] == ["news.jsonl"]


@pytest.mark.parametrize("harm", [lambda path: path.write_bytes(path.read_bytes()[:-1]), Path.unlink])
def test_a_shard_that_is_not_as_it_was_written_is_told_and_read_again(
    tmp_path: Path, harm: Callable[[Path], object]
) -> None:
    source = put(tmp_path / "news.jsonl", lines(7))
    batch(source, tmp_path / "run")
    path = tmp_path / "run" / Manifest.load(tmp_path / "run").shards[1].file
    harm(path)
    added, told = merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert (added, [failure.source for failure in told]) == (Added(new=4, failed=1), [str(path)])
    assert batch(source, tmp_path / "run").articles == 7
    assert sorted(done_in(tmp_path / "run")) == [1, 1, 2, 3]
    assert merged(tmp_path / "news.duckdb", tmp_path / "run") == (Added(new=3, held=4), [])


def test_a_run_that_was_not_begun_is_begun(tmp_path: Path) -> None:
    put(tmp_path / "run" / manifest.NAME, '{"run": {"repor')
    assert batch(put(tmp_path / "news.jsonl", lines(2)), tmp_path / "run").articles == 2


@pytest.mark.parametrize(
    "text", ["null", "[1]", "3", '{"run": 3}', '{"run": {"version": 1}}', '{"input": null}', '{"a": {}, "b": {}}', "{}"]
)
def test_a_manifest_of_something_else_is_told(tmp_path: Path, text: str) -> None:
    put(tmp_path / "run" / manifest.NAME, text + "\n")
    with pytest.raises(Unreadable, match="no batch run"):
        batch(put(tmp_path / "news.jsonl", lines(1)), tmp_path / "run")
    with pytest.raises(Unreadable, match="no batch run"):
        merged(tmp_path / "news.duckdb", tmp_path / "run")


def test_an_input_that_was_written_again_is_refused_where_it_is_another(tmp_path: Path) -> None:
    source = put(tmp_path / "news.jsonl", lines(4))
    batch(source, tmp_path / "run")
    os.utime(source, (1, 1))
    assert batch(source, tmp_path / "run").articles == 4  # it is the same
    put(tmp_path / "news.jsonl", lines(4).replace("harbour", "fishery"))
    with pytest.raises(BadInput, match="it has changed"):
        batch(source, tmp_path / "run")


@pytest.mark.parametrize("torn", [False, True], ids=["no answer is wanted", "within a shard"])
def test_a_process_whose_leader_is_gone_ends_without_a_word(torn: bool) -> None:
    shard = Shard(number=1, path="news.jsonl", kind="lines", start=0, stop=1, first=1, size=1)
    task = pickle.dumps(Task(shard=shard, content=lines(1).encode(), known=NOTHING, sketched=False))
    with subprocess.Popen(
        [sys.executable, "-c", apart.START, READER, "best"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        process.stdin.write(task[:-1] if torn else task)
        process.stdin.flush()
        if torn:
            process.stdin.close()
        try:
            assert (process.wait(30), process.stderr.read()) == (0, b"")
        finally:
            process.kill()


def test_parquet_is_read_as_add_reads_it(tmp_path: Path) -> None:
    put(tmp_path / "news.jsonl", lines(11))
    path = tmp_path / "news.parquet"
    with Store.open(tmp_path / "empty.duckdb") as store:
        store.query(f"copy (from read_json('{tmp_path / 'news.jsonl'}')) to '{path}' (format parquet)")
    assert batch(str(path), tmp_path / "run").shards == 4
    merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert [text for _, text in held(tmp_path / "news.duckdb")] == [
        f"The harbour will close on day {number} (said)" for number in range(11)
    ]


@pytest.mark.parametrize("zipped", [False, True])
def test_archives_are_cut_between_answers(tmp_path: Path, zipped: bool) -> None:
    import gzip

    pages = [archived(number) for number in range(7)]
    path = tmp_path / "crawl.warc.gz" if zipped else tmp_path / "crawl.warc"
    path.write_bytes(b"".join(gzip.compress(page) if zipped else page for page in pages))
    assert batch(str(path), tmp_path / "run").shards == 3
    merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert [text.partition(" (")[0] for _, text in held(tmp_path / "news.duckdb")] == [
        f"The harbour will close on day {number}" for number in range(7)
    ]


def archived(number: int) -> bytes:
    text = f"The harbour will close on day {number} (said)".encode()
    return record(f"https://lantern.example/{number}", text, kind="text/plain; charset=utf-8")


@pytest.mark.weights
def test_the_trace_of_shards_is_that_of_the_articles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = str(ROOT / "examples" / "story.jsonl")
    running.run([source], tmp_path / "run", articles=4, sketched=True)
    merged(tmp_path / "merged.duckdb", tmp_path / "run")
    with Store.open(tmp_path / "merged.duckdb", read_only=True) as store:
        readings = list(store.readings())
    with Store.open(tmp_path / "added.duckdb") as store:
        store.add(readings)
        bring_up_to_date(store)
        expected = kept_trace(store)
    monkeypatch.setattr("reportedly.trace.claims.shipped", lambda: pytest.fail("its vectors are made again"))
    monkeypatch.setattr("reportedly.trace.stories.Gist.of", lambda reading: pytest.fail("its gist is made again"))
    with Store.open(tmp_path / "merged.duckdb") as store:
        bring_up_to_date(store)
        assert kept_trace(store) == expected
        assert expected.claims


@pytest.mark.ray
def test_a_cluster_that_loses_a_worker_reads_all(tmp_path: Path) -> None:
    pytest.importorskip("ray", reason="a cluster needs ray, which is not installed")
    source = put(tmp_path / "news.jsonl", lines(60, "(a moment) " * 3))
    call = f"running.run([{source!r}], {str(tmp_path / 'run')!r}, articles=2, reader={READER!r}, cluster=sys.argv[1])"
    losing_a_worker(tmp_path / "run", 5, f"import sys\nfrom reportedly.batch import running\n{call}")
    assert sorted(done_in(tmp_path / "run")) == list(range(1, 31))
    added, told = merged(tmp_path / "news.duckdb", tmp_path / "run")
    assert (added, told) == (Added(new=60), [])
