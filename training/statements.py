"""What training.gold_pairs learnt -> src/reportedly/trace/weights: statements.onnx (int8, a scale for each column).

    python -m training.statements runs/even.pt runs/odd.pt [--out FOLDER]

Of several it is the mean of their weights.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import onnx
import torch

from reportedly.trace.statement_encoder import WEIGHTS
from training.average import average
from training.graph import statements_of
from training.side_by_side import Statements


def main() -> int:
    """Writes the graph."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trained", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, default=WEIGHTS)
    args = parser.parse_args()
    network = Statements()
    network.load_state_dict(average([torch.load(path, weights_only=True) for path in args.trained]))
    args.out.mkdir(parents=True, exist_ok=True)
    target = args.out / "statements.onnx"
    onnx.save(statements_of(network.eval(), network.answers), str(target))
    print(f"wrote {target}, {target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
