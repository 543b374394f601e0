"""How figures come into README and card."""

from __future__ import annotations

from pathlib import Path

import pytest

from evaluation import fill
from evaluation.corpora import NotBeside
from evaluation.measurement import Figure, Measurement

PAGE = "| chains | <!-- figure: stories: chain --> | `x` |\n| size | 1.0 MB <!-- figure: footprint: wheel --> |\n"
STORIES = Measurement(name="stories", about="", measured_on="", figures=(Figure(name="chain", value=0.82),))
FOOTPRINT = Measurement(
    name="footprint", about="", measured_on="", figures=(Figure(name="wheel", value=25.12, digits=1, unit="MB"),)
)


def absent() -> Measurement:
    raise NotBeside("/shared/stories is not there")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "README.md"
    path.write_text(PAGE)
    return path


def test_figures_stand_before_their_comments(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fill, "MEASURE", (lambda: STORIES, lambda: FOOTPRINT))
    assert fill.main([page, page.with_name("CARD.md")]) == 0
    assert page.read_text() == (
        "| chains | 0.820 <!-- figure: stories: chain --> | `x` |\n"
        "| size | 25.1 MB <!-- figure: footprint: wheel --> |\n"
    )
    assert [shown for _, _, shown in fill.places(page.read_text())] == ["0.820", "25.1 MB"]


def test_a_page_stays_as_it_is_when_a_figure_is_missing(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(fill, "MEASURE", (absent, lambda: FOOTPRINT))
    assert fill.main([page]) == 1
    assert page.read_text() == PAGE
    assert "README.md stays as it is: stories was not measured" in capsys.readouterr().err
