"""Where an export is written: a folder or a file that has its name only when all of it is there."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from fnmatch import fnmatch
from pathlib import Path
from typing import TextIO

from reportedly.errors import BadInput

START = 4096  # bytes by which a file is told


@contextmanager
def open_folder(out: str | Path, names: tuple[str, ...], *, replace: bool = False) -> Iterator[Path]:
    """A folder beside `out` to write in, which takes its name in the end; after an error nothing has changed.

    BadInput where `out` is there and is not to be replaced, or holds files that are called otherwise than `names`.
    """
    target = Path(out).resolve()
    if target.exists() and not _empty(target):
        if not target.is_dir() or any(not _named(path, names) for path in target.iterdir()):
            raise BadInput("this holds other things than such an export", where=str(out), do="name a new folder for it")
        if not replace:
            raise BadInput("this is there already", where=str(out), do="name a new one, or give --replace")
    part = _beside(target)
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield part
        if target.exists():
            before = part.with_suffix(".before")
            target.replace(before)
            try:
                part.replace(target)
            except BaseException:
                before.replace(target)
                raise
            shutil.rmtree(before)
        else:
            part.replace(target)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)


@contextmanager
def open_file(out: str | Path, begins: re.Pattern[bytes], *, replace: bool = False) -> Iterator[Path]:
    """A file beside `out` to write in, which takes its name in the end; BadInput as for a folder.

    What is there is an export of this kind where it is empty, or `begins` as one does.
    """
    target = Path(out).resolve()
    if target.exists():
        if not target.is_file():
            raise BadInput("this is no file", where=str(out), do="name a file for it")
        if not _is_such(target, begins):
            raise BadInput("this is something else than such an export", where=str(out), do="name a new file for it")
        if not replace:
            raise BadInput("this is there already", where=str(out), do="name a new one, or give --replace")
    part = _beside(target)
    try:
        part.touch(exist_ok=False)
    except OSError as error:
        raise _unwritable(out, error) from error
    try:
        yield part
        part.replace(target)
    except OSError as error:
        raise _unwritable(out, error) from error
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def open_text(path: Path) -> TextIO:
    """A new file of UTF-8 text, whose line breaks are written as they are given."""
    return path.open("w", encoding="utf-8", newline="")


def _beside(target: Path) -> Path:
    return target.with_name(f".{target.name}.{os.getpid()}.part")


def _empty(target: Path) -> bool:
    return target.is_dir() and not any(target.iterdir())


def _named(path: Path, names: tuple[str, ...]) -> bool:
    return path.is_file() and any(fnmatch(path.name, name) for name in names)


def _is_such(target: Path, begins: re.Pattern[bytes]) -> bool:
    try:
        with target.open("rb") as file:
            start = file.read(START)
    except OSError as error:
        raise _unwritable(target, error) from error
    return not start or begins.match(start) is not None


def _unwritable(out: str | Path, error: OSError) -> BadInput:
    return BadInput(f"this cannot be written ({error.strerror})", where=str(out), do="check the folder and its disk")
