"""Shards read in a process apart, so that one which ends its process costs nothing but itself.

The process hangs on a pipe and ends when the pipe does, at whatever it is: none outlives a program that was killed.
"""

from __future__ import annotations

import gc
import json
import os
import pickle
import queue
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from reportedly.aside import Broken
from reportedly.batch.shards import Row, Task
from reportedly.batch.slices import inputs_of
from reportedly.errors import ReportedlyError
from reportedly.reading.shipped import EncoderName
from reportedly.records import Article, Failure, Reading
from reportedly.records.codec import render_line

if TYPE_CHECKING:
    from reportedly.reading.intake.inputs import Input

# not -m, with which pickle would look for the records of this module in the main one; Ctrl-C is for the one who leads
START = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); from reportedly.batch.apart import main; main()"
READER = "reportedly.adding.crew:load_reader"


class Reads(Protocol):
    """What reads articles: a Reader."""

    def read_all(self, articles: Iterable[Article | Failure]) -> Iterator[Reading | Failure]:
        """A Reading, or a Failure, for each article in its order."""


class Died(Exception):
    """A process that reads was ended from outside, or ended itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a process says of a shard: its rows and the reader that read them, or why it cannot read at all."""

    rows: tuple[Row, ...] = ()
    read_by: str = ""
    refusal: str | None = None
    bug: str | None = None


class Apart:
    """A process that reads one shard after the other."""

    def __init__(self, encoder: EncoderName, reader: str = READER) -> None:
        paths = os.pathsep.join(path for path in sys.path if path)
        # a process of its own rather than multiprocessing, which would run the main program of a cluster's worker again
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, reader, encoder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=os.environ | {"PYTHONPATH": paths},
        )

    def read(self, task: Task) -> Answer:
        """What the process makes of the shard; Died, Broken, ReportedlyError."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        try:
            pickle.dump(task, self._process.stdin)
            self._process.stdin.flush()
            answer: Answer = pickle.load(self._process.stdout)
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            raise Died(f"status {self._process.wait(10)}") from error
        if answer.bug is not None:
            raise Broken(answer.bug)
        if answer.refusal is not None:
            raise ReportedlyError(answer.refusal)
        return answer

    def end(self) -> None:
        """Ends the process, whatever it is at."""
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with suppress(BrokenPipeError):  # what it was not told any more
                    pipe.close()


def read_shard(task: Task, reader: Reads) -> Iterator[Row]:
    """A row for each article of the shard, in its order."""
    inputs = list(inputs_of(task))
    results = reader.read_all(item.article for item in inputs)
    for item, result in zip(inputs, results, strict=True):
        yield _row(item, result, sketched=task.sketched)


def _row(item: Input, result: Reading | Failure, *, sketched: bool) -> Row:
    given = item.given
    dates = json.dumps([asdict(date) for date in given.dates], ensure_ascii=False)
    words = len(item.article.text.split()) if isinstance(item.article, Article) else 0
    if isinstance(result, Failure):
        source = result.source if isinstance(item.article, Failure) else given.source
        return Row(
            article=result.id, source=source, dates=dates, digest=given.digest, reading=None, failure=result.reason,
            words=words,
        )  # fmt: skip
    gist = vectors = None
    if sketched:
        from reportedly.trace.ahead import sketch_of  # late: a second encoder, for those who ask

        gist, vectors = sketch_of(result)
    return Row(
        article=result.article.id, source=given.source, dates=dates, digest=given.digest, reading=render_line(result),
        failure=None, words=words, gist=gist, vectors=vectors,
    )  # fmt: skip


def _work(requests: BinaryIO, answers: BinaryIO, reader: str, encoder: EncoderName) -> None:
    """Reads the shards that come through the pipe until it ends."""
    tasks: queue.SimpleQueue[Task] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests, tasks), daemon=True).start()
    loaded: Reads | None = None
    named = ""
    while True:
        task = tasks.get()
        try:
            if loaded is None:
                from reportedly.adding.adding import reader_name  # late, as all that loads DuckDB

                module, _, name = reader.partition(":")
                loaded, named = getattr(import_module(module), name)(encoder), reader_name(encoder)
                gc.freeze()  # the word lists stay: looking through them for what can go took 2 % of a reading
            answer = Answer(rows=tuple(read_shard(task, loaded)), read_by=named)
        except ReportedlyError as error:
            answer = Answer(refusal=str(error))
        except Exception:
            answer = Answer(bug=traceback.format_exc())
        try:
            pickle.dump(answer, answers)
            answers.flush()
        except OSError:  # nobody waits for it any more
            os._exit(0)


def _listen(requests: BinaryIO, tasks: queue.SimpleQueue[Task]) -> None:
    """Takes in what is to be read, and ends the process when whoever asks is gone, at whatever it is."""
    try:
        while True:
            tasks.put(pickle.load(requests))
    except (EOFError, OSError, pickle.UnpicklingError):  # cut off within a shard, too
        os._exit(0)


def main() -> None:
    """Reads the shards that come over standard input with the reader that the argument names, until it ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    _work(sys.stdin.buffer, answers, sys.argv[1], cast(EncoderName, sys.argv[2]))
