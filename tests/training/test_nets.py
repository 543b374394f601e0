from __future__ import annotations

import numpy as np
import pytest

from training import nets


def test_a_network_learns_what_no_line_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nets, "VOTES", 2)
    chance = np.random.default_rng(0)
    features = chance.normal(size=(600, 2)).astype(np.float32)
    of = (features[:, 0] * features[:, 1] > 0).astype(np.int64)
    net = nets.net_of(features, of, np.ones(600, np.float32), 2, 1e-4, 120)
    found = net.probabilities(features)
    assert found.sum(axis=1) == pytest.approx(1, abs=1e-5)
    assert (found.argmax(axis=1) == of).mean() > 0.9
