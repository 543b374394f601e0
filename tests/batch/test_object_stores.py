"""Inputs that lie in an object store, which a server of this machine stands in for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from reportedly import cli
from reportedly.batch import apart, merging
from reportedly.store.database import Store
from tests.batch.reads import READER
from tests.batch.test_batch import held, lines, put

pytest.importorskip("daft", reason="batch runs need daft, which is not installed")
pytest.importorskip("moto.server", reason="a store to read from needs moto and flask, which are not installed")

import boto3
from moto.server import ThreadedMotoServer

KEYS = {"AWS_ACCESS_KEY_ID": "reader", "AWS_SECRET_ACCESS_KEY": "secret", "AWS_REGION": "eu-central-1"}


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    try:
        host, port = server.get_host_and_port()
        yield f"http://{host}:{port}"
    finally:
        server.stop()


@pytest.fixture
def archive(endpoint: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of a folder in a bucket that holds eight articles, in two files."""
    for name in ("AWS_PROFILE", "AWS_SESSION_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    for name, value in (KEYS | {"AWS_ENDPOINT_URL": endpoint, "NO_PROXY": "127.0.0.1"}).items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(apart, "READER", READER)
    news = put(tmp_path / "news.jsonl", lines(5))
    put(tmp_path / "more.jsonl", lines(3, "again "))
    with Store.open(tmp_path / "empty.duckdb") as store:
        store.query(f"copy (from read_json('{tmp_path / 'more.jsonl'}')) to '{tmp_path / 'more.parquet'}'")
    bucket = f"archive-{uuid4()}"
    client = boto3.client("s3", region_name=KEYS["AWS_REGION"])
    client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": KEYS["AWS_REGION"]})
    client.upload_file(news, bucket, "2031/news.jsonl")
    client.upload_file(str(tmp_path / "more.parquet"), bucket, "2031/03/more.parquet")
    client.put_object(Bucket=bucket, Key="2031/letter.txt", Body=b"Dear reader")
    return f"s3://{bucket}/2031/"


def test_articles_are_read_from_the_store(archive: str, tmp_path: Path) -> None:
    assert cli.main(["batch", archive, str(tmp_path / "run"), "--articles", "2", "--processes", "1"]) == 0
    with Store.open(tmp_path / "news.duckdb") as store:
        added = merging.add_shards(store, tmp_path / "run", tell=lambda failure: pytest.fail(str(failure)))
        sources = {entry.given.source for entry in store.entries()}
    assert added.new == 8
    assert [text for _, text in held(tmp_path / "news.duckdb")] == [
        *(f"The harbour will close on day {number} again (said)" for number in range(3)),
        *(f"The harbour will close on day {number} (said)" for number in range(5)),
    ]
    assert sources == {
        *(f"{archive}03/more.parquet, row {number}" for number in (1, 2, 3)),
        *(f"{archive}news.jsonl, line {number}" for number in (1, 2, 3, 4, 5)),
    }


def test_an_address_at_which_nothing_lies_is_told(
    archive: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["batch", f"{archive}none.jsonl", str(tmp_path / "run")]) == 1
    assert capsys.readouterr().err == f"reportedly: {archive}none.jsonl: nothing lies there; check the address\n"
