from __future__ import annotations

import pytest

from tests.trace.tellings import Hop, Line, article, tell

torch = pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")
side_by_side = pytest.importorskip("training.side_by_side")

VALE = Hop(name="Ada Vale")


@pytest.mark.parametrize(
    ("content", "cue", "shown"),
    [
        ("The quay will be closed from Monday on", "said", "Ada Vale: The quay will be closed from Monday on"),
        ("The quay will be closed from Monday on", "denied", "Ada Vale denied: The quay will be closed from Monday on"),
        ("closed for good", "said", "Ada Vale: closed for good (closed for good, Ada Vale said.)"),
    ],
)
def test_a_statement_is_shown_with_who_made_it_a_scrap_with_its_sentence(content: str, cue: str, shown: str) -> None:
    (told,) = tell(article("Courier", "2031-03-03", Line(content=content, hops=(VALE,), cue=cue)))
    assert side_by_side.as_told(told) == shown


def test_precision_is_one_where_all_that_are_right_come_first() -> None:
    right = torch.tensor([True, False, True, False])
    assert side_by_side._precision(torch.tensor([0.9, 0.2, 0.8, 0.1]), right) == 1
    assert side_by_side._precision(torch.tensor([0.9, 0.8, 0.1, 0.2]), right) == pytest.approx((1 + 2 / 4) / 2)


def test_each_process_has_its_own_share_and_no_pair_comes_twice() -> None:
    size = side_by_side.BATCH * side_by_side.PROCESSES * 40
    told = side_by_side.Lessons([(f"Berg: {n}", "Vale: no") for n in range(size)], torch.arange(size)[:, None])
    shares = [
        [int(row) for _, wanted in told.batches(side_by_side.Random(1), rank=rank) for row in wanted[:, 0]]
        for rank in range(side_by_side.PROCESSES)
    ]
    assert sorted(row for share in shares for row in share) == list(range(size))
    assert len({len(share) for share in shares}) == 1
