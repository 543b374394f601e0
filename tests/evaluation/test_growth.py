from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import growth, growth_trace
from reportedly import Store
from reportedly.records.codec import parse_line, render_line

pytestmark = pytest.mark.shared


def test_readings_are_whole_and_the_same_every_time() -> None:
    readings = list(growth.readings(40))
    assert list(growth.readings(40)) == readings
    assert [parse_line(render_line(reading)) for reading in readings] == readings
    assert len({reading.article.id for reading in readings}) == 40
    assert sum(len(reading.statements) for reading in readings) > 200


def test_some_articles_are_reprints_of_earlier_ones() -> None:
    texts = [reading.article.text for reading in growth.readings(200)]
    assert 5 < len(texts) - len(set(texts)) < 60


def test_every_cost_is_measured(tmp_path: Path) -> None:
    figures = growth.measure(20, tmp_path / "a.duckdb")
    assert all(value > 0 for value in figures.values())
    with Store.open(tmp_path / "a.duckdb", read_only=True) as store:
        assert 20 < len(store.article_ids()) <= 20 + growth.PER_DAY


@pytest.mark.weights
def test_every_cost_of_a_trace_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(growth_trace, "PER_DAY", 5)
    figures = growth_trace.measure(20, tmp_path / "b.duckdb")
    assert all(value > 0 for value in figures.values())
