"""The small files of words in `lists/`: one entry a line, lines that begin with # say what the file is."""

from __future__ import annotations

from importlib.resources import files


def entries_of(name: str) -> list[str]:
    """The entries of the file of this name, in its order."""
    text = files("reportedly.reading").joinpath("lists", name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]
