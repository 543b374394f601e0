"""A folder that is written beside its name and takes it in the end: there whole or not at all."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.cli.output import unwritable
from reportedly.cli.told import Misused, Unwritten


@contextmanager
def open_folder(path: str, *, of: str, ours: Callable[[str], bool]) -> Iterator[Path]:
    """A folder to write in, in the place of one that holds nothing but files that are `ours` by their names.

    Misused where it cannot be made or holds other things than those it is `of`, Unwritten when the disk is full. After
    an error or an interruption nothing has changed.
    """
    target = Path(path).resolve()
    if target.exists() and (not target.is_dir() or not all(ours(entry.name) for entry in target.iterdir())):
        raise Misused(f"{path} holds other things than {of}; name a new folder for them")
    part = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise Misused(unwritable(path, error)) from error
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
        raise Unwritten(f"{of} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
