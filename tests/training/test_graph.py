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


@pytest.mark.parametrize("sides", [[0] * 12, [0] * 5 + [1] * 7])
def test_the_graph_of_statements_gives_vectors_and_answers(tmp_path: Path, sides: list[int]) -> None:
    graph, network = pytest.importorskip("training.graph"), pytest.importorskip("training.network")
    torch.manual_seed(5)
    encoder = network.Encoder(network.Shape(**SMALL, features=network.SIDES)).eval()
    torch.nn.init.normal_(encoder.feature.weight)
    answers = torch.nn.Linear(SMALL["width"], 9)
    onnx.save(graph.statements_of(encoder, answers), str(tmp_path / "statements.onnx"))
    ids, features = np.random.default_rng(3).integers(110, 200, (1, 12)), np.array([sides], np.int32)
    words = graph.by_table(encoder.word.weight.detach().numpy())[0][ids]
    session = session_of(tmp_path / "statements.onnx", threads=1)
    vector, answered = session.run(["vector", "answers"], {"words": words, "features": features})
    with torch.no_grad():
        states = encoder.encode(torch.from_numpy(ids), torch.from_numpy(features).long(), torch.zeros(1, 1, 1, 12))
        wanted = torch.nn.functional.normalize(states.mean(1), dim=-1)
    assert float((vector * wanted.numpy()).sum()) > 0.98
    assert np.abs(answered - answers(states[:, 0]).detach().numpy()).mean() < 0.1
