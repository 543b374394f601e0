"""The corpora beside the repository: where they are, their scorers, and digests of what was measured on.

They lie in ../shared, or where the environment variable SHARED points, and are never committed here: their licences
are not all known, and texts that are measured on should not be taught on by accident.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("SHARED") or ROOT.parent / "shared")

Row = dict[str, Any]


class NotBeside(Exception):
    """A corpus that is not where it should be; the message says where it was looked for and what to do."""


def corpus(*parts: str) -> Path:
    """The path of a file or folder of ../shared; NotBeside when there is none."""
    path = SHARED.joinpath(*parts)
    if not path.exists():
        raise NotBeside(f"{path} is not there; put the corpora beside the repository, or set SHARED to their folder")
    return path


def polnear_dev() -> Path:
    """The development articles of PolNeAR."""
    return corpus("polnear", "dev.jsonl")


def dev_stories() -> list[Path]:
    """The six development stories, in order of name."""
    return sorted(corpus("stories").glob("story-*.json"))


def first_article() -> Path:
    """The gold reading of the first article, which holds its text."""
    return corpus("first-article", "gold.json")


@cache
def scorer(folder: str) -> ModuleType:
    """The scorer of a corpus, `polnear` or `stories`, as a module."""
    path = corpus(folder, "score.py")
    spec = importlib.util.spec_from_file_location(f"score_{folder}", path)
    if spec is None or spec.loader is None:
        raise NotBeside(f"{path} is no Python module; restore it from the corpora")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module  # its own imports and pickles look for it there
    spec.loader.exec_module(module)
    return module


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 over names and bytes of the files: other files, or other bytes in them, give another digest."""
    whole = hashlib.sha256()
    for path in sorted(paths, key=lambda path: path.name):
        whole.update(f"{path.name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
    return whole.hexdigest()


def lines_of(path: Path) -> list[Row]:
    """The JSON objects of a file that has one on each line."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def story_of(path: Path) -> Row:
    """The gold story in a file."""
    story: Row = json.loads(path.read_text(encoding="utf-8"))
    return story
