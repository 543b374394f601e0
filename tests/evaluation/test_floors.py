"""What `make floors` prints, and when it fails."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from evaluation import floors
from evaluation.corpora import NotBeside
from evaluation.measurement import Figure, Measurement, held


@pytest.fixture(autouse=True)
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "floors.toml"
    path.write_text('[stories]\nmeasured_on = "d1"\nchain = { floor = 0.8 }\n')
    monkeypatch.setattr(floors, "held", partial(held, path=path))


def of(chain: float) -> Measurement:
    return Measurement(
        name="stories", about="", measured_on="d1", figures=(Figure(name="chain", value=chain),), unmeasured={"x": "y"}
    )


def absent() -> Measurement:
    raise NotBeside("/shared/stories is not there")


def test_figures_above_their_floors_pass(capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main([("stories", lambda: of(0.8))]) == 0
    assert capsys.readouterr().out == "skipped  stories, x: y\nheld     stories: 1 figures with bounds\n"


def test_a_figure_under_its_floor_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main([("stories", lambda: of(0.79)), ("stories", lambda: of(0.9))]) == 1
    assert "FAILED   stories: chain is 0.790, under its floor of 0.8" in capsys.readouterr().out


def test_without_the_corpora_it_says_so_and_passes(capsys: pytest.CaptureFixture[str]) -> None:
    assert floors.main([("stories", absent)]) == 0
    assert capsys.readouterr().out == "skipped  stories: /shared/stories is not there\n"
