import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from reportedly.reading.scoring.windows import Pieces, cut_windows, features_of, paragraphs_of
from tests.reading.scored import pieces_of
from tests.strategies import texts


@given(st.lists(st.integers(1, 70), max_size=12), st.integers(60, 80), st.integers(20, 80))
def test_every_piece_is_owned_by_one_window(lengths: list[int], size: int, first: int) -> None:
    paragraphs = np.repeat(np.arange(len(lengths), dtype=np.int32), lengths)
    windows = cut_windows(paragraphs, size, first)
    owned = [row for window in windows for row in window.rows[window.own].tolist()]
    assert sorted(owned) == list(range(sum(lengths)))
    assert all(len(window.rows) <= size for window in windows)


def test_a_paragraph_that_fits_is_never_cut() -> None:
    paragraphs = np.repeat(np.arange(3, dtype=np.int32), [30, 30, 30])
    windows = cut_windows(paragraphs, 64)
    assert [sorted(set(paragraphs[w.rows[w.rows >= 0]].tolist())) for w in windows] == [[0, 1], [2]]


def test_a_long_paragraph_is_read_in_parts_that_overlap() -> None:
    paragraphs = np.zeros(200, np.int32)
    windows = cut_windows(paragraphs, 128)
    assert [int(w.own.sum()) for w in windows] == [102, 98]
    assert set(windows[0].rows.tolist()) & set(windows[1].rows.tolist()) - {-1}


def test_case_and_quotation_marks_are_features() -> None:
    text = "NATO said “We go” today."
    pieces = pieces_of(text)
    words = {text[s:e]: f for s, e, f in zip(pieces.starts, pieces.ends, pieces.features, strict=True)}
    assert words["NATO"] // 2 == 4
    assert words["said"] // 2 == 2
    assert words["We"] == 3 * 2 + 1
    assert words["today"] % 2 == 0


def test_a_quotation_does_not_reach_past_its_line() -> None:
    text = "He said “We go.\nThe mayor left."
    starts = np.array([text.index("We"), text.index("mayor")], np.int32)
    assert (features_of(text, starts) % 2).tolist() == [1, 0]


@given(texts)
def test_features_of_any_text_have_a_row_a_piece(text: str) -> None:
    pieces: Pieces = pieces_of(text)
    assert len(pieces.features) == len(pieces)
    assert all(text[start:end].strip() for start, end in paragraphs_of(text))
