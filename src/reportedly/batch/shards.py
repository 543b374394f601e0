"""What a run is made of: shards of its inputs, what became of each, and the rows that their readings are kept in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.reading.intake.known import Known

ShardKind = Literal["lines", "parquet", "warc", "packed"]  # the last is WARC in gzip of one piece, or of long ones
UNITS: dict[str, str] = {"lines": "line", "parquet": "row", "warc": "byte", "packed": "unpacked byte"}
# of the Parquet files: the reading as JSON, or why there is none; how the article came in; what the trace goes by
COLUMNS = ("article", "source", "dates", "digest", "reading", "failure", "words", "gist", "vectors")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A part of one input that is read in one go: bytes `start` to `stop` of it, unpacked or not, or rows of Parquet.

    `first` is the number of its first line or row, as people count them; `size` is how many bytes it takes.
    """

    number: int
    path: str
    kind: ShardKind
    start: int
    stop: int
    first: int
    size: int

    @property
    def place(self) -> str:
        """Where it stands, for people: the input, and the line, row or byte that it begins with."""
        unit = UNITS[self.kind]
        return f"{self.path}, from {unit} {self.first if unit in ('line', 'row') else self.start}"

    @property
    def file(self) -> str:
        """The name of the file that its readings are kept in."""
        return f"readings-{self.number:06}.parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article of a shard: its reading as a line of JSON, or why it failed, and how it came in.

    `gist` and `vectors` are what the trace would make of it, where this was asked for.
    """

    article: str | None
    source: str | None
    dates: str
    digest: int | None
    reading: str | None
    failure: str | None
    words: int
    gist: bytes | None = None
    vectors: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A shard with its bytes, ready to be read."""

    shard: Shard
    content: bytes
    known: Known
    sketched: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What became of a shard: the file of its readings by its digest, or why it was lost."""

    shard: int
    digest: str | None = None
    articles: int = 0
    failures: int = 0
    words: int = 0
    seconds: float = 0.0
    lost: str | None = None
