"""What is given to be read, before any of it is opened: files and folders, addresses, standard input."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

Kind = Literal["text", "page", "json", "lines", "parquet", "warc", "feed"]

STDIN = "-"
KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".json": "json",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".parquet": "parquet",
    ".pq": "parquet",
    ".warc": "warc",
    ".warc.gz": "warc",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")


def whole_path(source: str) -> str:
    """A file or folder by its whole path, so that it is known wherever it is read from; other sources as they are."""
    if source == STDIN or not source or is_address(source):
        return source
    try:
        return str(wholly(Path(source)))
    except (OSError, RuntimeError):  # a loop of links, a name that is too long: told when it is opened
        return source


def wholly(path: Path) -> Path:
    """A path from the root on; a file that is a link keeps its name, which says what it is."""
    if path.name in ("", "..") or os.path.isdir(path):  # noqa: PTH112 - which never raises
        return path.resolve()
    return path.parent.resolve() / path.name


def count_inputs(sources: Iterable[str | Path] | str | Path) -> int | None:
    """How many articles the sources hold, when it can be told without reading them; else None."""
    files = list(files_of(sources))
    single = all(is_address(source) or kind_named(source) in {"text", "page"} for source in files)
    return len(files) if single else None


def is_among(file: str | Path, sources: Iterable[str | Path]) -> bool:
    """Whether a file is one of those that the sources hold, by whatever name."""
    given = (Path(source) for source in files_of(sources) if source != STDIN and not is_address(source))
    return Path(file).exists() and any(path.exists() and path.samefile(file) for path in given)


def size_of_inputs(sources: Iterable[str | Path] | str | Path) -> int | None:
    """How many bytes the sources have together; None when one of them is a stream or an address."""
    size = 0
    for source in files_of(sources):
        if source == STDIN or is_address(source):
            return None
        with suppress(OSError):
            size += Path(source).stat().st_size
    return size


def files_below(folder: Path) -> Iterator[Path]:
    """The files below a folder that are called as what can be read; what is hidden is passed over."""
    for top, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            path = Path(top, name)
            if kind_named(path) and not name.startswith("."):
                yield path


def files_of(sources: Iterable[str | Path] | str | Path) -> Iterator[str | Path]:
    """The sources, with the files below it in the place of each folder; a folder that holds none stays.

    One alone is taken as a list of itself: a text would be one of its characters, "/" among them.
    """
    if isinstance(sources, str | Path):
        sources = [sources]
    for source in sources:
        if source == STDIN or is_address(source) or not source or not os.path.isdir(source):  # noqa: PTH112 - as above
            yield source
        else:
            yield from sorted(files_below(Path(source))) or [Path(source)]


def kind_named(source: str | Path) -> Kind | None:
    """What a file is by its name; None when that tells nothing."""
    name = Path(source).name.lower()
    return next((kind for ending, kind in KINDS.items() if name.endswith(ending) and name != ending), None)


def is_address(source: str | Path) -> bool:
    """Whether a source is an address, of whatever scheme."""
    return isinstance(source, str) and _ADDRESS.match(source) is not None
