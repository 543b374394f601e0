"""A trained network -> the folder of weights that ships: two graphs (int8), distances.npz, settings.json.

python -m training.export runs/encoder.pt src/reportedly/reading/weights [--fp32]
"""

from __future__ import annotations

import argparse
import json
from dataclasses import asdict
from pathlib import Path

import numpy as np
import onnx

from reportedly.reading.scoring.settings import Settings
from training.graph import anchors_of, graph_of
from training.train import load_network


def export(weights: Path, folder: Path, fp32: bool) -> None:
    """Writes the folder; int8 weights a column each, as the first study found best."""
    network = load_network(weights)
    folder.mkdir(parents=True, exist_ok=True)
    onnx.save(graph_of(network, int8=not fp32), str(folder / "encoder.onnx"))
    onnx.save(anchors_of(network, int8=not fp32), str(folder / "anchors.onnx"))
    settings = folder / "settings.json"
    if not settings.exists():
        settings.write_text(json.dumps(asdict(Settings()), indent=1) + "\n", encoding="utf-8")
    np.savez(
        folder / "distances.npz",
        pair=network.pair_distance.detach().numpy(),
        coreference=network.coreference_distance.detach().numpy(),
    )
    print(json.dumps({p.name: p.stat().st_size for p in sorted(folder.iterdir())}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--fp32", action="store_true")
    options = parser.parse_args()
    export(options.weights, options.folder, options.fp32)


if __name__ == "__main__":
    main()
