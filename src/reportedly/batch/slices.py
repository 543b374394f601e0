"""The bytes of a shard -> the articles in them, as `reportedly add` would find them in the whole input."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from functools import partial
from io import BufferedReader, BytesIO
from pathlib import Path
from typing import Any

from reportedly.batch.shards import Task
from reportedly.errors import NotAnArticle, ReportedlyError
from reportedly.reading.intake.inputs import Input, failure_of, input_of, stream_pieces
from reportedly.reading.intake.made import Piece
from reportedly.reading.intake.parquet import read_rows
from reportedly.reading.intake.rows import make_row
from reportedly.records.given import Given


def inputs_of(task: Task) -> Iterator[Input]:
    """Each article of the shard, or a Failure in its place, with how it came in."""
    shard = task.shard
    try:
        pieces = _rows(task) if shard.kind == "parquet" else _pieces(task)
        for piece in pieces:
            yield input_of(piece, task.known, digest=piece.digest(None, task.known))
    except NotAnArticle as error:
        if shard.start == 0 and shard.kind in ("lines", "parquet"):  # a part of an archive may be pictures alone
            yield _failed(error, shard.path)
    except ReportedlyError as error:
        yield _failed(error, shard.path)


def _pieces(task: Task) -> Iterator[Piece]:
    stream: BufferedReader[Any] = BufferedReader(BytesIO(task.content))
    shard = task.shard
    kind = "warc" if shard.kind == "packed" else shard.kind
    yield from stream_pieces(stream, kind, shard.path, task.known, None, number_from=shard.first)


def _rows(task: Task) -> Iterator[Piece]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "rows.parquet")
        path.write_bytes(task.content)
        for number, row in enumerate(read_rows(path, where=task.shard.path), task.shard.first):
            place = f"{task.shard.path}, row {number}"
            yield Piece(place, partial(make_row, row, where=place, known=task.known))


def _failed(error: ReportedlyError, where: str) -> Input:
    return Input(article=failure_of(error, source=where), given=Given(source=where))
