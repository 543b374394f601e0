import json
from dataclasses import asdict
from pathlib import Path

import pytest

from reportedly.reading.scoring.settings import Settings


def test_settings_survive_their_file(tmp_path: Path) -> None:
    settings = Settings(cue_bias=0.3, calibration=(0.5, 1, 1, 0, 0.2, -1, 0))
    path = tmp_path / "settings.json"
    path.write_text(json.dumps(asdict(settings)), encoding="utf-8")
    assert Settings.load(path) == settings


def test_more_evidence_makes_a_higher_score() -> None:
    settings = Settings(calibration=(0.0, 1.0, 0.5, 0.0, 0.0, -1.0, 0.0))
    sure = settings.probability((0.9, 0.9, 0.9, 0.9, 0.0, 0.0))
    unsure = settings.probability((0.4, 0.9, 0.9, 0.9, 0.0, 0.0))
    sourceless = settings.probability((0.9, 0.9, 0.9, 0.0, 1.0, 0.0))
    assert 0 < unsure < sure < 1
    assert sourceless < sure


@pytest.mark.parametrize("value", [0.0, 1.0])
def test_certainty_is_bounded(value: float) -> None:
    assert 0 <= Settings().probability((value, value, value, value, 0.0, 0.0)) <= 1
