"""A network of three layers that learns to say what the trained one of six says (distillation).

    python -m training.distil --network runs/encoder.pt --out runs/small.pt

It begins as three layers of the larger one with its embeddings and heads. It learns the larger one's last hidden
states and what the heads make of them (Sanh et al., DistilBERT, 2019; Jiao et al., TinyBERT, 2020), and the annotation
beside them, on annotated articles and on news without annotation; held-out articles are left out.
"""

from __future__ import annotations

import argparse
import random
import time
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
import torch.nn.functional as F
from torch import Tensor

from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.windows import Pieces, cut_windows
from training.corpus import Labelled
from training.examples import Example, batches_of, example_of, examples_of, split, tensors_of
from training.labels import targets_of
from training.losses import Loss
from training.network import SMALL, Network
from training.pretrained import tokenise_all
from training.train import Masters, load_network

KEPT = (0, 2, 5)  # layers that the smaller network begins with
HIDDEN, HEADS, VECTORS = (
    1.0,
    0.5,
    (0.1, 1.0, 1.0, 1.0),
)  # weights beside the annotation; the last of each head's numbers
TAG_GROUPS = ("outer", "inner", "mention", "contact", "position")
SIZE = 128  # pieces of a window, as the reader cuts them
AT_ONCE = 32

Answers = tuple[Tensor, Tensor, Tensor, Tensor]
States = npt.NDArray[np.float16]


def answers_of(network: Network, hidden: Tensor) -> Answers:
    """What the heads make of hidden states: tags, anchor, token, coreference."""
    anchor, token = F.gelu(network.anchor(hidden)), F.gelu(network.token(hidden))
    return network.tags(hidden), anchor, token, network.coreference(hidden)


def taken_over(larger: Network) -> dict[str, Tensor]:
    """The weights of the larger network with only some of its layers, numbered anew."""
    weights = larger.state_dict()
    names = {f"layers.{old}.": f"layers.{new}." for new, old in enumerate(KEPT)}
    kept = {name: values for name, values in weights.items() if not name.startswith("layers.")}
    for old, new in names.items():
        kept |= {name.replace(old, new): values for name, values in weights.items() if name.startswith(old)}
    return kept


def hidden_states(network: Network, pieces: list[Pieces], file: Path) -> States:
    """The last hidden state of every piece of every article, a row a piece, kept in a file."""
    first = np.cumsum([0, *map(len, pieces)])
    scratch = Path(f"{file}.new")
    shape = (int(first[-1]), network.shape.width)
    states = np.lib.format.open_memmap(scratch, mode="w+", dtype=np.float16, shape=shape)
    windows = [(n, w) for n, p in enumerate(pieces) for w in cut_windows(p.paragraphs, SIZE)]
    windows.sort(key=lambda numbered: len(numbered[1].rows))
    nothing = Labelled("", "", (), annotated=False)
    for start in range(0, len(windows), AT_ONCE):
        chunk = windows[start : start + AT_ONCE]
        batch = [example_of(n, w, pieces[n], targets_of(nothing, pieces[n], w), inner_known=False) for n, w in chunk]
        ids, features, mask = tensors_of(batch, network.shape, 0.0)
        with torch.no_grad():
            hidden = network.encode(ids, features, mask.to(torch.bfloat16)).float().numpy()
        for row, (n, window) in enumerate(chunk):
            states[window.rows[window.own] + first[n]] = hidden[row, : len(window.rows)][window.own]
        if start % (AT_ONCE * 100) == 0:
            print(f"{start}/{len(windows)} windows read by the larger network", flush=True)
    states.flush()
    scratch.replace(file)
    return np.lib.format.open_memmap(file, mode="r")


class Imitation:
    """How far a smaller network is from the larger one on a batch."""

    def __init__(self, larger: Network, states: States, first: npt.NDArray[np.int64]) -> None:
        self.larger, self.states, self.first = larger, states, first

    def __call__(self, batch: list[Example], hidden: Tensor, scores: Answers) -> dict[str, Tensor]:
        wanted, places = [], []
        for row, example in enumerate(batch):
            known = np.flatnonzero(example.window.rows >= 0)
            wanted.append(self.states[example.window.rows[known] + self.first[example.article]])
            places.append(known + row * hidden.shape[1])
        theirs = torch.from_numpy(np.concatenate(wanted).astype(np.float32))
        rows = torch.from_numpy(np.concatenate(places))
        losses = {"hidden": HIDDEN * F.mse_loss(hidden.flatten(0, 1)[rows].float(), theirs) / theirs.var()}
        with torch.no_grad():
            given = [values.float() for values in answers_of(self.larger, theirs.to(torch.bfloat16))]
        made = [values.flatten(0, 1)[rows].float() for values in scores]
        for name in TAG_GROUPS:
            own, other = (F.log_softmax(tags[:, COLUMNS[name]], -1) for tags in (made[0], given[0]))
            losses[f"soft_{name}"] = HEADS * F.kl_div(own, other, reduction="batchmean", log_target=True)
        for name, weight, own, other in zip(
            ("tags", "anchor", "token", "coreference"), VECTORS, made, given, strict=True
        ):
            losses[f"soft_{name}"] = HEADS * weight * F.mse_loss(own, other) / other.var()
        return losses


def distil(options: argparse.Namespace) -> None:
    """Trains as the options say; the larger network reads all texts first."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    articles, _ = split(hold_out=True, texts=True)
    pieces = tokenise_all([a.text for a in articles])
    larger = load_network(options.network)
    network = Network(SMALL)
    network.take_weights(taken_over(larger))
    network.word.weight.requires_grad_(False)
    network.position.weight.requires_grad_(False)
    larger.to(torch.bfloat16)
    network.to(torch.bfloat16)
    states = hidden_states(larger, pieces, options.out.with_suffix(".hidden.npy"))
    masters = Masters(network, 0.999)
    optimizer = torch.optim.AdamW([m for _, _, m in masters.pairs], lr=options.rate, weight_decay=0.01, fused=True)
    loss_of, imitation = Loss(network, None), Imitation(larger, states, np.cumsum([0, *map(len, pieces)]))
    an_epoch = len(examples_of(articles, pieces, SIZE, random.Random(0), options.repeats)) // options.batch + 1
    steps = options.epochs * an_epoch
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.03 * steps)) * max(0.01, 1 - s / steps)
    )
    began = time.time()
    totals: dict[str, list[float]] = {}
    for epoch in range(options.epochs):
        rng = random.Random(options.seed * 1000 + epoch)
        network.train()
        batches = batches_of(examples_of(articles, pieces, SIZE, rng, options.repeats), options.batch, rng)
        for number, batch in enumerate(batches):
            ids, features, mask = tensors_of(batch, SMALL, 0.0)
            hidden = network.encode(ids, features, mask.to(torch.bfloat16))
            scores = answers_of(network, hidden)
            losses = loss_of(batch, scores) | imitation(batch, hidden, scores)
            masters.step(optimizer, losses)
            schedule.step()
            for name, loss in losses.items():
                totals.setdefault(name, []).append(loss.item())
            if number % 100 == 0:
                means = " ".join(f"{name} {np.mean(v[-100:]):.3f}" for name, v in totals.items())
                print(f"epoch {epoch} {number}/{len(batches)} {means} {time.time() - began:.0f} s", flush=True)
        torch.save({"shape": "small", "weights": masters.mean, "epochs": epoch + 1}, options.out)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--network", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=4)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--repeats", type=int, default=2)
    parser.add_argument("--rate", type=float, default=4e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    distil(parser.parse_args())


if __name__ == "__main__":
    main()
