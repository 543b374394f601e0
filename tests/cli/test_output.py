from __future__ import annotations

from io import BytesIO

import pytest

from reportedly.cli.output import Output


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
