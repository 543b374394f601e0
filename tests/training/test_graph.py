"""The graph that ships says what the network says; needs what training needs, and is skipped without it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from reportedly.reading.scoring.encoder import OUTPUTS, Anchors, session_of

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
    graph = pytest.importorskip("training.graph")
    onnx.save(graph.graph_of(network, int8=int8), str(folder / "encoder.onnx"))
    onnx.save(graph.anchors_of(network, int8=int8), str(folder / "anchors.onnx"))
    words = graph.by_table(network.word.weight.detach().numpy())[0][ids]
    encoder, anchors = (session_of(folder / name, threads=1) for name in ("encoder.onnx", "anchors.onnx"))
    tags, token, coreference, hidden, scale, zero = encoder.run(OUTPUTS, {"words": words, "features": features})
    anchor = Anchors(
        session=anchors,
        hidden=hidden[0],
        scale=np.full((ids.size, 1), scale, np.float32),
        zero=np.full((ids.size, 1), zero, np.int32),
    )(np.arange(ids.size, dtype=np.int32))
    return [tags, anchor[None], token, coreference]


@pytest.mark.parametrize(("int8", "near"), [(False, 0.02), (True, 0.15)])
def test_the_graph_gives_what_the_network_gives(network: Any, tmp_path: Path, int8: bool, near: float) -> None:
    draw = np.random.default_rng(3)
    ids = draw.integers(110, 200, (1, 20)).astype(np.int32)
    features = draw.integers(0, 12, (1, 20)).astype(np.int32)
    with torch.no_grad():
        wanted = network(torch.from_numpy(ids).long(), torch.from_numpy(features).long(), torch.zeros(1, 1, 1, 20))
    for found, expected in zip(outputs(network, tmp_path, ids, features, int8=int8), wanted, strict=True):
        assert np.abs(found - expected.numpy()).mean() < near * expected.std().item()
