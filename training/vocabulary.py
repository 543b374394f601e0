"""MiniLM's vocabulary -> src/reportedly/wordpieces: vocabulary.npy (8 bits), tokenizer.json.

    python -m training.vocabulary

Training leaves the word embeddings as they are, so all encoders share one table.
"""

from __future__ import annotations

import shutil

import numpy as np

from reportedly.wordpieces.vocabulary import FOLDER, RULES, TABLE
from training.graph import by_table
from training.network import MINILM, Network
from training.pretrained import minilm_files


def main() -> None:
    """Writes the folder."""
    weights, tokenizer = minilm_files()
    network = Network(MINILM)
    network.load_pretrained(weights)
    numbers, scale, zero = by_table(network.word.weight.detach().numpy())
    np.save(FOLDER / TABLE, numbers)
    shutil.copy(tokenizer, FOLDER / RULES)
    print(f"{numbers.shape} vectors, scale {scale}, nought {zero}")


if __name__ == "__main__":
    main()
