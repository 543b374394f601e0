import numpy as np
import pytest

from reportedly.reading.scoring import sections
from reportedly.reading.scoring.sections import sections_of
from tests.reading.scored import pieces_of


def test_sections_are_cut_between_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SECTION", 10)
    pieces = pieces_of("one two three four\nfive six seven eight\nnine ten eleven twelve")
    cut = list(sections_of(pieces))
    assert [len(section) for section in cut] == [8, 4]
    assert np.concatenate([section.starts for section in cut]).tolist() == pieces.starts.tolist()
    assert all(section.paragraphs[0] == 0 for section in cut)


def test_a_paragraph_longer_than_a_section_is_cut_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SECTION", 3)
    assert [len(section) for section in sections_of(pieces_of("one two three four five"))] == [3, 2]


def test_no_pieces_no_sections() -> None:
    assert list(sections_of(pieces_of(""))) == []
