"""What a run was given and what is done, in one file of JSON lines that only grows.

    {"run": …}      the first line: versions, the reader, what is known of all articles
    {"input": …}    an input: its size and digest, and the parts that it is cut into; or why it cannot be read
    {"done": …}     a shard: the digest of its file, its articles and failures counted; or why it was lost

A line is written when what it says is on the disk, so a run that is ended at any moment loses the shards in work alone.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from reportedly.batch.cutting import Cut
from reportedly.batch.shards import Done, Shard, ShardKind
from reportedly.errors import BadInput, Unreadable

NAME = "manifest.jsonl"
VERSION = 1
BY = ("read_by", "traced_by")


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An input, and how it is cut; `refused` says why it cannot be read.

    Of a file of this machine it is known when it was written, in nanoseconds, and its digest.
    """

    path: str
    kind: ShardKind
    size: int
    written: int | None = None
    digest: str | None = None
    cuts: tuple[Cut, ...] = ()
    refused: str | None = None


@dataclass(slots=True)
class Manifest:
    """A run: what it was begun with, its inputs, its shards by number, and what became of each."""

    folder: Path
    run: dict[str, Any] = field(default_factory=dict)
    inputs: dict[str, Source] = field(default_factory=dict)
    shards: dict[int, Shard] = field(default_factory=dict)
    done: dict[int, Done] = field(default_factory=dict)
    _lines: BinaryIO | None = None
    _damaged: set[int] = field(default_factory=set)

    @classmethod
    def load(cls, folder: Path) -> Manifest:
        """The run in a folder; Unreadable where there is none."""
        manifest = cls(folder)
        try:
            with (folder / NAME).open("rb") as lines:
                for line in lines:
                    if line.endswith(b"\n"):  # the last one may be cut off, and then says nothing
                        manifest._take(json.loads(line))
        except OSError as error:
            where, do = str(folder), "name a folder made by: reportedly batch"
            raise Unreadable(f"this is no batch run ({error.strerror})", where=where, do=do) from error
        except (ValueError, LookupError, TypeError, AttributeError) as error:  # lines of something else
            where, do = str(folder), "name a folder made by: reportedly batch"
            raise Unreadable(f"this is no batch run ({error})", where=where, do=do) from error
        if manifest.run.get("version") != VERSION or not all(isinstance(manifest.run.get(name), str) for name in BY):
            raise Unreadable("this is no batch run that can be read", where=str(folder), do="make it again")
        return manifest

    @classmethod
    @contextmanager
    def writing(cls, folder: Path, run: dict[str, Any]) -> Iterator[Manifest]:
        """The run in a folder, to be gone on with, or a new one; BadInput where it cannot be."""
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not (folder / NAME).exists() and any(folder.iterdir()):
                do = "name a new folder"
                raise BadInput("this folder holds other things than a batch run", where=str(folder), do=do)
            lines = (folder / NAME).open("ab")
        except OSError as error:
            do = "check the folder and its disk"
            raise BadInput(f"this cannot be written ({error.strerror})", where=str(folder), do=do) from error
        with lines:
            _lock(lines, folder)
            _mend(folder / NAME)
            manifest = cls.load(folder) if (folder / NAME).stat().st_size else cls(folder)
            manifest._lines = lines
            if not manifest.run:
                manifest._write("run", run | {"version": VERSION})
            manifest._refuse_others(run)
            manifest._damaged = {number for number in manifest.done if manifest._is_kept(number)} - manifest._whole()
            for part in folder.glob("*.part"):  # of shards that were in work when it was ended
                part.unlink()
            yield manifest

    def add_input(self, source: Source) -> None:
        """Notes an input and how it is cut."""
        self._write("input", asdict(source))

    def keep(self, done: Done, table: bytes | None) -> None:
        """Keeps the readings of a shard, and notes that it is done."""
        if table is not None:
            target = self.folder / self.shards[done.shard].file
            part = target.with_suffix(".part")
            with part.open("wb") as stream:
                stream.write(table)
                stream.flush()
                os.fsync(stream.fileno())
            part.replace(target)
        self._damaged.discard(done.shard)
        self._write("done", asdict(done))

    def pending(self) -> list[Shard]:
        """The shards that are not read, in order; those that were lost are tried again, or whose file is not whole."""
        return [shard for number, shard in self.shards.items() if not self._is_kept(number)]

    def kept(self) -> Iterator[tuple[Shard, Done]]:
        """The shards that are read, in the order of their inputs."""
        for number in sorted(self.shards):
            if self._is_kept(number):
                yield self.shards[number], self.done[number]

    def lost(self) -> list[tuple[Shard, Done]]:
        """The shards that were lost, and have not been read since."""
        return [(self.shards[number], done) for number, done in self.done.items() if done.lost is not None]

    def path(self, shard: Shard) -> Path:
        """The file of a shard."""
        return self.folder / shard.file

    def _is_kept(self, number: int) -> bool:
        done = self.done.get(number)
        return done is not None and done.lost is None and number not in self._damaged

    def _whole(self) -> set[int]:
        """The shards whose file is there as it was written."""
        return {shard.number for shard, done in self.kept() if _is_whole(self.path(shard), done.digest)}

    def _refuse_others(self, run: dict[str, Any]) -> None:
        for name, called in (("read_by", "by another reader"), ("known", "with another outlet, date or language")):
            if self.run.get(name) != run[name]:
                was = self.run.get(name) or "none of them"
                what = f"this run was begun {called}, {was if isinstance(was, str) else json.dumps(was)}"
                raise BadInput(what, where=str(self.folder), do="name a new folder")

    def _write(self, name: str, what: dict[str, Any]) -> None:
        assert self._lines is not None
        line = {name: what}
        self._lines.write(json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
        self._lines.flush()
        os.fsync(self._lines.fileno())
        self._take(json.loads(json.dumps(line)))

    def _take(self, line: dict[str, Any]) -> None:
        ((name, what),) = line.items()
        if not isinstance(what, dict):
            raise ValueError(f"{name} is {what!r}")
        if name == "run":
            self.run = what
        elif name == "input":
            source = Source(**what | {"cuts": tuple(Cut(*cut) for cut in what["cuts"])})
            self.inputs[source.path] = source
            for cut in source.cuts:
                number = len(self.shards) + 1
                whole = source.cuts[-1].stop
                size = source.size * (cut.stop - cut.start) // max(1, whole)
                self.shards[number] = Shard(
                    number=number, path=source.path, kind=source.kind, size=size, **cut._asdict()
                )  # fmt: skip
        elif name == "done":
            self.done[what["shard"]] = Done(**what)


def digest_of_file(path: Path) -> str:
    """The digest of a file, however long it is."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def digest_of(content: bytes) -> str:
    """The digest that a file of readings is told by."""
    return hashlib.sha256(content).hexdigest()


def _is_whole(path: Path, digest: str | None) -> bool:
    try:
        return digest_of_file(path) == digest
    except OSError:
        return False


def _lock(lines: BinaryIO, folder: Path) -> None:
    with suppress(ImportError):  # where there is no fcntl, nobody is held off
        import fcntl

        try:
            fcntl.flock(lines, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise BadInput("another run writes here", where=str(folder), do="wait for it to end, or end it") from error


def _mend(path: Path) -> None:
    """Takes off what was being written when a run was ended."""
    written = path.read_bytes()
    whole = written.rfind(b"\n") + 1
    if whole < len(written):
        os.truncate(path, whole)
