from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys

import pytest

import reportedly
from reportedly import errors, records

HEAVY = {"daft", "duckdb", "httpx", "numpy", "onnxruntime", "rich", "spacy", "tokenizers", "trafilatura"}


def test_the_face_is_sorted() -> None:
    assert reportedly.__all__ == sorted(reportedly.__all__)


def test_the_face_is_complete() -> None:
    of_errors = {name for name, kind in inspect.getmembers(errors, inspect.isclass)}
    of_records = {
        name
        for name in records.__all__
        if dataclasses.is_dataclass(kind := getattr(records, name)) or kind is records.Chain
    }
    assert set(reportedly.__all__) == of_errors | of_records | set(reportedly._LATE)


@pytest.mark.parametrize("name", reportedly.__all__)
def test_every_name_of_the_face_is_there_and_says_what_it_is(name: str) -> None:
    assert inspect.getdoc(getattr(reportedly, name))
    assert name in dir(reportedly)


def test_a_name_that_is_not_there_is_refused() -> None:
    with pytest.raises(AttributeError, match="Model"):
        _ = reportedly.Model


def test_the_records_are_complete_and_sorted() -> None:
    assert records.__all__ == sorted(records.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name))
    assert set(records.__all__) <= set(dir(records))


def test_import_reportedly_loads_nothing_heavy() -> None:
    script = "import sys, reportedly; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "reportedly" in loaded
    assert not loaded & HEAVY
