"""What training.side_by_side learnt -> src/reportedly/trace/weights: statements.onnx (int8, a scale for each column).

python -m training.statements runs/statements.pt
"""

from __future__ import annotations

import sys
from pathlib import Path

import onnx
import torch

from reportedly.trace.statement_encoder import WEIGHTS
from training.graph import statements_of
from training.side_by_side import Statements


def main() -> int:
    """Writes the graph."""
    if len(sys.argv) != 2:
        raise SystemExit(__doc__)
    network = Statements()
    network.load_state_dict(torch.load(Path(sys.argv[1]), weights_only=True))
    target = WEIGHTS / "statements.onnx"
    onnx.save(statements_of(network.eval(), network.answers), str(target))
    print(f"wrote {target}, {target.stat().st_size} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
