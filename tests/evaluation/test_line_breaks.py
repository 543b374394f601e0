from __future__ import annotations

from evaluation.line_breaks import WIDTH, in_one_line, wrapped

TEXT = (
    "The bridge over the Orla will be opened to traffic in June, the engineer said on Monday. " * 3 + "\n\nIt rained."
)


def test_blanks_and_line_breaks_take_each_others_place() -> None:
    for changed in (in_one_line(TEXT), wrapped(TEXT)):
        assert changed != TEXT
        assert changed.replace("\n", " ") == TEXT.replace("\n", " ")
    assert max(map(len, wrapped(TEXT).split("\n"))) <= WIDTH
    assert wrapped(TEXT).endswith("\n\nIt rained.")
