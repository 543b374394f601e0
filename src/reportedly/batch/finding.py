"""What a run is to read: files of this machine, found as `reportedly add` finds them, and those of object stores."""

from __future__ import annotations

import glob
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from reportedly.batch.manifest import NAME, Source, digest_of_file
from reportedly.batch.shards import ShardKind
from reportedly.errors import Unreadable
from reportedly.reading.intake.sources import files_below, kind_named, wholly

KINDS: dict[str, ShardKind] = {"lines": "lines", "parquet": "parquet", "warc": "warc"}
ENDINGS = ".jsonl, .ndjson, .parquet, .pq, .warc or .warc.gz"
_WILD = frozenset("*?[")  # what makes a pattern of a path
_RUN = b'{"run": '  # how a manifest begins

Find = Callable[[Sequence[str]], list[tuple[str, int]]]


def find_sources(sources: Sequence[str], find_files: Find, *, out: Path) -> list[Source]:
    """The files that the sources lead to, each once, in the order of the sources and then of their paths.

    `find_files` gives those that addresses of object stores lead to, with their sizes; what lies in the folder `out` of
    the run, or in that of another, is none of them. Unreadable.
    """
    found: dict[str, Source] = {}
    for source in sources:
        own = list(_stored(source, find_files) if "://" in source else _local(source, out.resolve()))
        if not own:
            raise Unreadable("there is nothing that can be read", where=source, do=f"name files that end in {ENDINGS}")
        for one in own:
            found.setdefault(one.path if "://" in one.path else str(Path(one.path).resolve()), one)
    return list(found.values())


def with_digest(source: Source) -> Source:
    """The source, by which it is known again; unchanged where it is not of this machine."""
    if source.written is not None:
        with suppress(OSError):  # what cannot be read is told when it is cut
            return replace(source, digest=digest_of_file(Path(source.path)))
    return source


def differs(source: Source, known: Source) -> bool:
    """Whether a source is another than it was; of one that was written again, its content decides."""
    if source.size != known.size:
        return True
    if source.written == known.written or known.digest is None:
        return False
    return with_digest(source).digest != known.digest


def _stored(address: str, find_files: Find) -> Iterator[Source]:
    folder = address if address.endswith("/") else None
    for path, size in find_files([f"{folder}**" if folder else address]):
        kind = KINDS.get(kind_named(path) or "")
        hidden = folder is not None and "/." in f"/{path.removeprefix(folder)}"
        if kind is not None and not hidden:
            yield Source(path=path, kind=kind, size=size)


def _local(source: str, out: Path) -> Iterator[Source]:
    for path in sorted(_paths(source)):
        kind = KINDS.get(kind_named(path) or "")
        if kind is None or path.parent == out or _is_run(path.parent):
            continue
        try:
            about = path.stat()
        except OSError:  # a link that leads nowhere, which is told when it is cut
            yield Source(path=str(path), kind=kind, size=0)
        else:
            yield Source(path=str(path), kind=kind, size=about.st_size, written=about.st_mtime_ns)


def _paths(source: str) -> Iterator[Path]:
    """The files that a path or a pattern of this machine leads to, hidden ones passed over; the path, where it is one.

    Whatever leads to a file, it has one name, by which a run knows it again.
    """
    given = Path(source)
    there = os.path.exists(given)  # noqa: PTH110 - which never raises
    if not there and not _WILD & set(source):
        raise Unreadable("there is no such file", where=source, do="check the name")
    tops = [given] if there else [Path(path) for path in _matches(source)]
    if not tops:
        raise Unreadable("nothing lies there", where=source, do="check the address")
    for top in tops:
        top = wholly(top)
        if top.is_dir():
            yield from files_below(top)
        elif top.is_file():
            yield top


def _matches(pattern: str) -> list[str]:
    return glob.glob(pattern, recursive=True)  # noqa: PTH207 - that of Path takes no pattern that begins with a slash


def _is_run(folder: Path) -> bool:
    """Whether a folder holds a run, whose files are no inputs."""
    try:
        with (folder / NAME).open("rb") as stream:
            return stream.read(len(_RUN)) == _RUN
    except OSError:
        return False
