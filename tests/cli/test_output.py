from __future__ import annotations

import os
from io import BytesIO

import pytest

from reportedly.cli.output import Output, open_output


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", "¶1 “Čapek” ‹ Añe × B · ↳ 🗞 …"),
        ("cp1252", "¶1 “?apek” ‹ Añe × B · > ? …"),
        ("ascii", '#1 "?apek" < A?e x B - > ? ...'),
    ],
)
def test_signs_without_a_code_become_plainer_ones(encoding: str, written: str) -> None:
    stream = BytesIO()
    Output(stream, encoding=encoding).write("¶1 “Čapek” ‹ Añe × B · ↳ 🗞 …")
    assert stream.getvalue().decode(encoding) == written


def test_half_a_character_is_a_question_mark() -> None:
    stream = BytesIO()
    Output(stream).write("a\ud800b")
    assert stream.getvalue() == b"a?b"


def test_what_a_descriptor_leads_to_is_written_to() -> None:
    reading, writing = os.pipe()
    with os.fdopen(reading, "rb") as end, os.fdopen(writing, "wb") as start:
        with open_output(f"/dev/fd/{start.fileno()}") as output:
            output.write("a page")
        start.close()
        assert end.read() == b"a page"
