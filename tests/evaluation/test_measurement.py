"""Figures, their bounds, and what is said when a figure is beyond them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from evaluation.measurement import BOUNDS, Bounds, Figure, Held, Measurement, held, render

F1 = Figure(name="attributed F1", value=77.96, digits=1, counts="9 of 10 found")


def measurement(*figures: Figure, digest: str = "d1", **unmeasured: str) -> Measurement:
    return Measurement(
        name="polnear", about="two articles", measured_on=digest, figures=figures or (F1,), unmeasured=unmeasured
    )


@pytest.mark.parametrize(
    ("bounds", "breach"),
    [
        (Bounds(), None),
        (Bounds(floor=78.0), None),  # as printed: 78.0
        (Bounds(floor=78.1), "attributed F1 is 78.0, under its floor of 78.1"),
        (Bounds(ceiling=78.0), None),
        (Bounds(ceiling=77.9), "attributed F1 is 78.0, over its ceiling of 77.9"),
        (Bounds(target=99.0), None),  # a target is what to reach, no reason to fail
        (Bounds(limit=1.0), None),
    ],
)
def test_a_figure_is_held_to_its_floor_and_ceiling(bounds: Bounds, breach: str | None) -> None:
    assert bounds.breach(F1) == breach


@pytest.mark.parametrize(
    ("bounds", "shown"),
    [
        (Bounds(), ""),
        (Bounds(floor=76, target=78), "floor 76.0  target 78.0"),
        (Bounds(floor=76, target=80), "floor 76.0  target 80.0  not reached"),
        (Bounds(ceiling=90, limit=77), "ceiling 90.0  limit 77.0  not reached"),
    ],
)
def test_a_target_that_is_missed_is_called_so(bounds: Bounds, shown: str) -> None:
    assert bounds.shown(F1) == shown


def test_floors_hold_for_the_files_they_were_measured_on() -> None:
    floors = Held(measured_on="d1", bounds={"attributed F1": Bounds(floor=70)})
    assert list(floors.breaches(measurement())) == []
    (breach,) = floors.breaches(measurement(digest="d2"))
    assert "the floors hold for d1, these are d2" in breach


def test_a_floor_without_a_figure_is_a_breach_unless_there_is_a_reason() -> None:
    floors = Held(measured_on=None, bounds={"chain": Bounds(floor=0.8)})
    assert len(list(floors.breaches(measurement()))) == 1
    assert list(floors.breaches(measurement(chain="no chains here"))) == []


def test_a_measurement_without_floors_has_no_breaches(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[stories]\nmeasured_on = "d2"\nchain = { floor = 0.8 }\n')
    assert list(held("polnear", path=path).breaches(measurement())) == []
    assert held("stories", path=path) == Held(measured_on="d2", bounds={"chain": Bounds(floor=0.8)})


def test_a_page_shows_figures_bounds_counts_digest_and_reasons() -> None:
    page = render(measurement(F1, wheel="run: make wheel"), {"attributed F1": Bounds(floor=70)})
    assert page.split("\n") == [
        "two articles",
        "  measured on sha256 d1",
        "  attributed F1  78.0  9 of 10 found  floor 70.0",
        "  wheel          not measured: run: make wheel",
    ]


def test_every_floor_of_the_repository_can_be_read() -> None:
    for name, table in tomllib.loads(BOUNDS.read_text(encoding="utf-8")).items():
        assert len(held(name).bounds) == len(table) - ("measured_on" in table)
