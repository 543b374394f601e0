from __future__ import annotations

import numpy as np
import pytest

from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.shipped import ENCODERS, FOLDERS, EncoderName

pytestmark = pytest.mark.weights

LINE = "Varga met {} envoys in Sarn on Friday, and said that the canal would be closed."
TEXT = "\n".join(LINE.format(number) for number in range(30))


@pytest.mark.parametrize("name", ENCODERS)
def test_an_anchor_is_the_same_whatever_others_are_asked_for_with_it(name: EncoderName) -> None:
    encoder = Encoder.load(FOLDERS[name])
    (scores,) = encoder.score(encoder.tokenise([TEXT]))
    assert len(set(scores.window.tolist())) > 2
    every = np.arange(len(scores.window), dtype=np.int32)
    together = scores.anchor(every)
    assert together.shape == scores.token.shape
    for at in every[::50]:
        assert np.array_equal(scores.anchor(every[at : at + 1])[0], together[at])
