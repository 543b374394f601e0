"""The processes that read for the threads of this one, and what comes of each shard that they are given."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

from reportedly.aside import Broken
from reportedly.batch.apart import Answer, Apart, Died
from reportedly.batch.manifest import digest_of
from reportedly.batch.shards import Done, Shard, Task
from reportedly.batch.tables import packed
from reportedly.errors import ReportedlyError
from reportedly.reading.intake.known import Known
from reportedly.reading.shipped import EncoderName

TRIES = 2  # a shard that ends its process so often is lost


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """How shards are read: what is known of all articles, what loads the reader, in how many processes."""

    known: Known
    sketched: bool
    encoder: EncoderName
    reader: str
    processes: int | None  # None on a cluster: one for each of its processors


class _Processes:
    """The processes that read for the threads of this one, at most so many."""

    def __init__(self) -> None:
        self._lock = threading.Condition()
        self._idle: list[Apart] = []
        self._busy = 0

    def take(self, encoder: EncoderName, reader: str, most: int | None) -> Apart:
        with self._lock:
            while most is not None and self._busy >= most:
                self._lock.wait()
            self._busy += 1
            return self._idle.pop() if self._idle else Apart(encoder, reader)

    def give(self, member: Apart | None) -> None:
        with self._lock:
            self._busy -= 1
            if member is not None:
                self._idle.append(member)
            self._lock.notify()

    def end(self) -> None:
        with self._lock:
            for process in self._idle:
                process.end()
            self._idle.clear()


_PROCESSES = _Processes()


def end_processes() -> None:
    """Ends the processes that wait for work."""
    _PROCESSES.end()


def read_apart(shard: Shard, content_of: Callable[[Shard], bytes], settings: Settings) -> dict[str, Any]:
    """What comes of a shard: its file and what to note of it, or why the run cannot go on."""
    began = time.monotonic()
    result: dict[str, Any] = dict.fromkeys(("done", "read_by", "table", "refusal", "bug"))
    try:
        content = content_of(shard)
    except Exception as error:  # daft raises types of its own, and those of its stores
        reason = str(error).strip().partition("\n")[0]
        done = Done(shard=shard.number, lost=f"{shard.place}: it cannot be fetched ({reason})")
        return result | {"done": json.dumps(asdict(done))}
    try:
        answer = _answer(shard, content, settings)
    except Died as error:
        done = Done(shard=shard.number, lost=f"{shard.place}: it ended its process {TRIES} times ({error})")
    except Broken as error:
        return result | {"bug": str(error)}
    except ReportedlyError as error:
        return result | {"refusal": str(error)}
    else:
        table = packed(answer.rows)
        done = Done(
            shard=shard.number,
            digest=digest_of(table),
            articles=len(answer.rows),
            failures=sum(row.failure is not None for row in answer.rows),
            words=sum(row.words for row in answer.rows if row.failure is None),
            seconds=round(time.monotonic() - began, 3),
        )
        result |= {"table": table, "read_by": answer.read_by}
    return result | {"done": json.dumps(asdict(done))}


def _answer(shard: Shard, content: bytes, settings: Settings) -> Answer:
    task = Task(shard=shard, content=content, known=settings.known, sketched=settings.sketched)
    for tries in range(1, TRIES + 1):
        process: Apart | None = _PROCESSES.take(settings.encoder, settings.reader, settings.processes)
        try:
            assert process is not None
            return process.read(task)
        except BaseException as error:
            assert process is not None
            process.end()
            process = None
            if not isinstance(error, Died) or tries == TRIES:
                raise
        finally:
            _PROCESSES.give(process)
    raise AssertionError
