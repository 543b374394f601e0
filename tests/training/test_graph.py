"""The graph that ships says what the network says; needs what training needs, and is skipped without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reportedly.reading.scoring.encoder import OUTPUTS, session_of

torch = pytest.importorskip("torch", reason="torch is for training; pip install -r training/requirements.txt")
onnx = pytest.importorskip("onnx", reason="onnx is for training; pip install -r training/requirements.txt")

SMALL = {"layers": 2, "width": 48, "heads": 4, "vocabulary": 200, "positions": 32}


@pytest.fixture(scope="module")
def network() -> Any:
    network = pytest.importorskip("training.network")
    torch.manual_seed(5)
    made = network.Network(network.Shape(**SMALL)).eval()
    torch.nn.init.normal_(made.feature.weight)
    return made


def outputs(network: Any, folder: Path, ids: np.ndarray, features: np.ndarray, *, int8: bool) -> list[np.ndarray]:
    path = folder / "encoder.onnx"
    graph = pytest.importorskip("training.graph")
    onnx.save(graph.graph_of(network, int8=int8), str(path))
    words = graph.by_table(network.word.weight.detach().numpy())[0][ids]
    found: list[np.ndarray] = session_of(path, threads=1).run(OUTPUTS, {"words": words, "features": features})
    return found


@pytest.mark.parametrize(("int8", "near"), [(False, 0.02), (True, 0.15)])
def test_the_graph_gives_what_the_network_gives(network: Any, tmp_path: Path, int8: bool, near: float) -> None:
    draw = np.random.default_rng(3)
    ids = draw.integers(110, 200, (1, 20)).astype(np.int32)
    features = draw.integers(0, 12, (1, 20)).astype(np.int32)
    with torch.no_grad():
        wanted = network(torch.from_numpy(ids).long(), torch.from_numpy(features).long(), torch.zeros(1, 1, 1, 20))
    for found, expected in zip(outputs(network, tmp_path, ids, features, int8=int8), wanted, strict=True):
        assert np.abs(found - expected.numpy()).mean() < near * expected.std().item()
