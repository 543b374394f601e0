from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from reportedly.errors import BadWeights
from reportedly.trace.sentence_encoder import WIDTH, SentenceEncoder, shipped

pytestmark = pytest.mark.weights


def test_contents_that_mean_the_same_are_near() -> None:
    quay, again, play = shipped().encode(
        ["The quay will close on Monday", "On Monday the quay shuts", "It is a very silly play"]
    )
    assert quay @ again > 0.7 > 0.4 > quay @ play
    assert np.linalg.norm(quay) == pytest.approx(1, abs=1e-4)


def test_no_content_has_no_vector() -> None:
    assert shipped().encode([]).shape == (0, WIDTH)


def test_damaged_weights_are_refused(tmp_path: Path) -> None:
    with pytest.raises(BadWeights, match="cannot be loaded"):
        SentenceEncoder.load(tmp_path)
