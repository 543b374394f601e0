"""Files that hold a store, told by their bytes: without DuckDB, for those who write other files."""

from __future__ import annotations

from pathlib import Path

_MARK = b"DUCK"  # DuckDB, storage format: behind the checksum of the main header
_BEFORE = 8  # bytes of that checksum


def is_database(path: Path) -> bool:
    """Whether there is a file that DuckDB made: a store, or somebody else's, that nothing may be written over."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(_BEFORE + len(_MARK)).endswith(_MARK)
