from __future__ import annotations

import inspect
import pickle
import re

import pytest

from reportedly import errors
from reportedly.errors import BadInput, BadRecord, ReportedlyError


def tree() -> dict[str, str]:
    """Error -> its parent, as drawn at the top of errors.py."""
    parents: dict[str, str] = {}
    above: list[str] = []
    for line in (errors.__doc__ or "").splitlines():
        if match := re.match(r"    ([│├└─ ]*)([A-Z]\w+)", line):
            depth = len(match[1]) // 4
            above[depth:] = [match[2]]
            if depth:
                parents[match[2]] = above[depth - 1]
    return parents


def test_the_drawing_is_the_tree() -> None:
    classes = inspect.getmembers(errors, inspect.isclass)
    assert tree() == {name: kind.__mro__[1].__name__ for name, kind in classes if kind is not ReportedlyError}


def test_a_message_says_what_where_and_what_to_do() -> None:
    error = BadInput("no text in it", where="page.html", do="give a page with an article")
    assert str(error) == "page.html: no text in it; give a page with an article"
    assert (error.what, error.where, error.do) == ("no text in it", "page.html", "give a page with an article")


@pytest.mark.parametrize(
    ("error", "message"),
    [
        (BadInput("no text"), "no text"),
        (BadInput("no text", where="page.html"), "page.html: no text"),
        (BadInput("no text", do="give one"), "no text; give one"),
    ],
)
def test_a_message_leaves_out_what_is_not_known(error: BadInput, message: str) -> None:
    assert str(error) == message


def test_an_error_survives_the_way_between_processes() -> None:
    error = BadRecord("not JSON", where="x.jsonl:3", do="write JSON")
    again = pickle.loads(pickle.dumps(error))
    assert type(again) is BadRecord
    assert (str(again), again.what, again.where, again.do) == (str(error), error.what, error.where, error.do)
