from __future__ import annotations

import pytest

torch = pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")
side_by_side = pytest.importorskip("training.side_by_side")


def test_precision_is_one_where_all_that_are_right_come_first() -> None:
    right = torch.tensor([True, False, True, False])
    assert side_by_side.precision_of(torch.tensor([0.9, 0.2, 0.8, 0.1]), right) == 1
    assert side_by_side.precision_of(torch.tensor([0.9, 0.8, 0.1, 0.2]), right) == pytest.approx((1 + 2 / 4) / 2)


def test_each_process_has_its_own_share_and_no_pair_comes_twice() -> None:
    size = side_by_side.BATCH * side_by_side.PROCESSES * 40
    told = side_by_side.Lessons([(f"Berg: {n}", "Vale: no") for n in range(size)], torch.arange(size)[:, None])
    shares = [
        [int(row) for _, wanted in told.batches(side_by_side.Random(1), rank=rank) for row in wanted[:, 0]]
        for rank in range(side_by_side.PROCESSES)
    ]
    assert sorted(row for share in shares for row in share) == list(range(size))
    assert len({len(share) for share in shares}) == 1
