"""The plans of a run, which are the same in this process and on a Ray cluster: the only user of daft.

Inputs are found and cut by one plan, shards are read by another. Object stores are reached by daft, with the
credentials that it finds.
"""

from __future__ import annotations

import json
import logging
import os
import pickle
import re
import socket
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import asdict, dataclass, replace
from typing import Any, BinaryIO, cast

os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")  # nothing here opens a socket that was not asked for
os.environ.setdefault("DAFT_PROGRESS_BAR", "0")
os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")

import daft
from daft import DataType, Series

from reportedly.aside import Broken, answer, result_of
from reportedly.batch.cutting import Cut, cut_archive, cut_lines, cut_packed, cut_rows, part_of
from reportedly.batch.manifest import Source
from reportedly.batch.shards import Done, Shard, ShardKind
from reportedly.batch.tables import row_groups, rows_between
from reportedly.batch.workers import Settings, end_processes, read_apart
from reportedly.errors import ReportedlyError
from reportedly.reading.intake.parquet import COLUMNS
from reportedly.store.database import batches

WAVE = 32  # things of one plan: what they are given is in memory, and what comes of them
LOCAL = "file://"
REACHED_IN = 10.0  # seconds
_HOST = re.compile(r"(?:ray://)?\[?(?P<host>[^\[\]/]+)\]?:(?P<port>\d{1,5})")
NO_FILES = "at least 1 MicroPartition"  # what daft says of a pattern that leads to none
RESULT = DataType.struct({
    "done": DataType.string(), "read_by": DataType.string(), "table": DataType.binary(), "refusal": DataType.string(),
    "bug": DataType.string(),
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What came back of a shard."""

    done: Done
    read_by: str
    table: bytes | None


class PlanFailed(ReportedlyError):
    """The plan was broken off: a cluster that is gone, a disk that is full."""


def use_cluster(address: str) -> None:
    """Has the plans of this program carried out by the Ray cluster at this address; PlanFailed."""
    try:
        import ray
    except ImportError as error:
        from reportedly.errors import MissingExtra

        raise MissingExtra(
            "a cluster needs ray, which is not installed; run: pip install 'reportedly[batch]'"
        ) from error
    try:
        if not ray.is_initialized():
            _reach(address)
            ray.init(address=address, log_to_driver=False, logging_level=logging.ERROR)
        daft.set_runner_ray(noop_if_initialized=True)
    except (RuntimeError, OSError, ValueError) as error:
        reason = str(error).partition("\n")[0]
        raise PlanFailed(f"no Ray cluster answers at {address} ({reason}); start one with: ray start --head") from error


def _reach(address: str) -> None:
    """Connects to a host and port, or raises OSError: Ray itself tries for two minutes before it says so."""
    if match := _HOST.fullmatch(address):
        socket.create_connection((match["host"], int(match["port"])), timeout=REACHED_IN).close()


def find_files(patterns: Sequence[str]) -> list[tuple[str, int]]:
    """The files that these paths, patterns and addresses of object stores lead to, with their sizes, by path."""
    try:
        found = daft.from_glob_path(list(patterns)).select("path", "size").to_pydict()
    except Exception as error:  # daft raises types of its own, and those of its stores
        wrong = "nothing lies there; check the address"
        if NO_FILES not in str(error):
            wrong = f"cannot be listed ({_brief(error)}); check the address, and the credentials for it"
        raise PlanFailed(f"{', '.join(patterns)}: {wrong}") from error
    return sorted((path.removeprefix(LOCAL), size) for path, size in zip(found["path"], found["size"], strict=True))


def cut(sources: Sequence[Source], *, articles: int) -> Iterator[Source]:
    """The inputs, each cut into parts of so many articles, or with what is wrong with it."""
    frame = daft.from_pydict({"source": [json.dumps(asdict(source)) for source in sources]})
    cuts: Any = _Cuts(articles)  # a method of such a class takes a column, and gives one
    for row in _rows(frame.select(cuts.cut(frame["source"]).alias("source"))):
        plain = json.loads(row["source"])
        yield Source(**plain | {"cuts": tuple(Cut(*places) for places in plain["cuts"])})


def read(shards: Sequence[Shard], settings: Settings) -> Iterator[Result]:
    """What comes back of each shard, as it is done; Broken, ReportedlyError, PlanFailed."""
    frame = _apart(daft.from_pydict({"shard": [json.dumps(asdict(shard)) for shard in shards]}))
    reads: Any = _Reads(settings)  # as above
    try:
        for row in _rows(frame.select(reads.read(frame["shard"]).alias("result"))):
            result = row["result"]
            if result["bug"] is not None:
                raise Broken(result["bug"])
            if result["refusal"] is not None:
                raise ReportedlyError(result["refusal"])
            yield Result(done=Done(**json.loads(result["done"])), read_by=result["read_by"], table=result["table"])
    finally:
        end_processes()


def each(work: Callable[..., Any], rows: Iterable[tuple[Any, tuple[object, ...]]]) -> Iterator[tuple[Any, Any]]:
    """What the work makes of each row, in their order, beside its item; Broken, ReportedlyError, PlanFailed."""
    works: Any = _Works()  # as above
    for wave in batches(rows, WAVE):
        given = [pickle.dumps((work, own)) for _, own in wave]
        frame = _apart(daft.from_pydict({"number": list(range(len(wave))), "given": given}))
        frame = frame.select(frame["number"], works.do(frame["given"]).alias("answer"))
        told = {row["number"]: pickle.loads(row["answer"]) for row in _rows(frame)}
        for number, (item, _) in enumerate(wave):
            yield item, result_of(told[number])


@daft.cls(use_process=True)
class _Works:
    @daft.method.batch(return_dtype=DataType.binary(), batch_size=1)
    def do(self, given: Series) -> list[bytes]:
        return [pickle.dumps(answer(*pickle.loads(packed))) for packed in given.to_pylist()]


@daft.cls(use_process=False)
class _Cuts:
    def __init__(self, articles: int) -> None:
        self._articles = articles

    @daft.method.batch(return_dtype=DataType.string(), batch_size=1)
    def cut(self, sources: Series) -> list[str]:
        return [json.dumps(asdict(self._cut(Source(**json.loads(source))))) for source in sources.to_pylist()]

    def _cut(self, source: Source) -> Source:
        try:
            with _open(source.path) as stream:
                kind, cuts = self._cuts(stream, source)
                return replace(source, kind=kind, cuts=tuple(cuts))
        except Exception as error:  # daft raises types of its own, and those of its stores
            return replace(source, refused=f"it cannot be read ({_brief(error)})")

    def _cuts(self, stream: BinaryIO, source: Source) -> tuple[ShardKind, Iterable[Cut]]:
        if source.kind == "parquet":
            return "parquet", cut_rows(row_groups(stream), self._articles)
        if source.kind == "lines":
            return "lines", cut_lines(stream, self._articles)
        whole = cut_archive(stream, source.size, self._articles)
        if whole is not None:
            return "warc", whole
        stream.seek(0)
        return "packed", cut_packed(stream, self._articles)


@daft.cls(use_process=False)
class _Reads:
    """Reads shards in processes apart: a thread of daft's waits for each."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @daft.method.batch(return_dtype=RESULT, batch_size=1)
    def read(self, shards: Series) -> list[dict[str, Any]]:
        return [read_apart(Shard(**json.loads(shard)), _content, self._settings) for shard in shards.to_pylist()]


def _content(shard: Shard) -> bytes:
    with _open(shard.path) as stream:
        if shard.kind == "parquet":
            return rows_between(stream, shard.start, shard.stop, COLUMNS)
        return part_of(stream, shard)


def _open(path: str) -> AbstractContextManager[BinaryIO]:
    """A file, wherever it lies."""
    return cast(AbstractContextManager[BinaryIO], daft.File(path).open())


def _apart(frame: daft.DataFrame) -> daft.DataFrame:
    """The rows with a task for each, which Ray gives to another worker when one is lost."""
    return frame.into_partitions(frame.count_rows()) if daft.get_or_infer_runner_type() == "ray" else frame


def _rows(frame: daft.DataFrame) -> Iterator[dict[str, Any]]:
    """The rows of a plan as they come; PlanFailed."""
    with daft.execution_config_ctx(maintain_order=False):  # a slow shard keeps no others waiting: they have numbers
        rows = frame.iter_rows()
        while True:
            try:
                row = next(rows)
            except StopIteration:
                return
            except Exception as error:  # daft raises types of its own, and those of Ray
                raise PlanFailed(f"the plan was broken off ({_brief(error)}); run it again") from error
            yield row


def _brief(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
