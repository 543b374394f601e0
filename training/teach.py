"""A trained network's scores of every training article, stored for a smaller one to learn from (distillation).

    python -m training.teach --network runs/teacher.pt --out runs/teacher

Writes half-precision arrays with a row a piece: about 1.7 kB each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch

from reportedly.reading.scoring.labels import ATTRIBUTION_ROLES, PAIR_WIDTH
from reportedly.reading.scoring.windows import CLS, SEP, cut_windows
from training.examples import split, vocabulary_ids
from training.pretrained import tokenise_all
from training.train import load_network

BATCH = 16


def teach(weights: Path, folder: Path, size: int, threads: int) -> None:
    """Reads all training articles (held-out ones too: whoever learns leaves them out) and stores the scores."""
    torch.set_num_threads(threads)
    network = load_network(weights)
    articles, _ = split(hold_out=False, texts=True)
    pieces = tokenise_all([a.text for a in articles])
    first = np.cumsum([0, *map(len, pieces)])
    folder.mkdir(parents=True, exist_ok=True)
    roles = len(ATTRIBUTION_ROLES) * PAIR_WIDTH
    widths = (network.tags.out_features, roles, roles)
    arrays = [
        np.lib.format.open_memmap(folder / f"{key}.npy", mode="w+", dtype=np.float16, shape=(int(first[-1]), width))
        for key, width in zip(("tags", "anchor", "token"), widths, strict=True)
    ]
    windows = [(n, w) for n, p in enumerate(pieces) for w in cut_windows(p.paragraphs, size)]
    windows.sort(key=lambda numbered: len(numbered[1].rows))
    network.to(torch.bfloat16)
    for start in range(0, len(windows), BATCH):
        batch = windows[start : start + BATCH]
        length = -(-len(batch[-1][1].rows) // 8) * 8
        ids = torch.zeros(len(batch), length, dtype=torch.long)
        features = torch.zeros(len(batch), length, dtype=torch.long)
        mask = torch.full((len(batch), 1, 1, length), -1e4, dtype=torch.bfloat16)
        for row, (n, window) in enumerate(batch):
            real = window.rows >= 0
            own = np.where(real, pieces[n].ids[window.rows], SEP)
            own[0] = CLS
            ids[row, : len(own)] = torch.from_numpy(own.astype(np.int64))
            features[row, : len(own)] = torch.from_numpy(
                np.where(real, pieces[n].features[window.rows], 0).astype(np.int64)
            )
            mask[row, ..., : len(own)] = 0
        with torch.no_grad():
            outputs = network(vocabulary_ids(ids, network.shape), features, mask)
        for row, (n, window) in enumerate(batch):
            rows = window.rows[window.own] + first[n]
            for array, values in zip(arrays, outputs, strict=False):
                known = values[row, : len(window.rows), : array.shape[1]].float().numpy()
                array[rows] = known[window.own].astype(np.float16)
        if start % (BATCH * 50) == 0:
            print(f"{start}/{len(windows)} windows", flush=True)
    for array in arrays:
        array.flush()
    bounds = {a.id: np.array(first[n : n + 2]) for n, a in enumerate(articles)}
    np.savez(folder / "bounds.npz", **bounds)
    np.save(folder / "pair_distance.npy", network.pair_distance.detach().float().numpy())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    teach(options.network, options.out, options.size, options.threads)


if __name__ == "__main__":
    main()
