"""Trains the encoder: one command, seeded, resumable (run it again after a stop).

    python -m training.train --shape mpnet --epochs 4 --out runs/teacher.pt
    python -m training.teach --network runs/teacher.pt --out runs/teacher
    python -m training.train --teacher runs/teacher --epochs 10 --out runs/encoder.pt

Learns from ../shared/polnear/train.jsonl and ../shared/training; never from ../shared/stories or polnear/dev.
`--hold-out` keeps every 20th PolNeAR article and nine stories for choosing thresholds.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.examples import batches_of, examples_of, load_teacher, split, tensors_of
from training.losses import Loss
from training.network import MINILM, MPNET, SMALL, Network
from training.pretrained import minilm_files, mpnet_files, tokenise_all
from training.reread import with_nested

SHAPES = {"minilm": (MINILM, minilm_files), "small": (SMALL, minilm_files), "mpnet": (MPNET, mpnet_files)}


class Masters:
    """fp32 copies of bf16 weights, their optimizer's view, and their running mean."""

    def __init__(self, network: Network, decay: float = 0.998) -> None:
        self.network = network
        self.pairs = [
            (name, p, nn.Parameter(p.detach().clone().float()))
            for name, p in network.named_parameters()
            if p.requires_grad
        ]
        self.mean = {name: m.detach().clone() for name, _, m in self.pairs}
        self.decay = decay
        self.steps = 0

    def take_gradients(self) -> None:
        """Copies the gradients of the bf16 weights."""
        for _, p, master in self.pairs:
            master.grad = None if p.grad is None else p.grad.float()

    def step(self, optimizer: torch.optim.Optimizer, losses: dict[str, Tensor]) -> None:
        """Makes one step down the sum of the losses; gradients are cut to a length of 1."""
        self.network.zero_grad(set_to_none=True)
        torch.stack(list(losses.values())).sum().backward()
        self.take_gradients()
        torch.nn.utils.clip_grad_norm_([m for _, _, m in self.pairs], 1.0)
        optimizer.step()
        self.give_weights()

    def give_weights(self) -> None:
        """Writes the masters back to the bf16 weights and moves their mean."""
        self.steps += 1
        # the mean follows closely at first: else a short training would ship a share of its random beginning
        decay = min(self.decay, (1 + self.steps) / (10 + self.steps))
        with torch.no_grad():
            for name, p, master in self.pairs:
                p.copy_(master)
                self.mean[name].lerp_(master, 1 - decay)


def train(options: argparse.Namespace) -> None:
    """Trains as the options say, from the last whole epoch where there is one."""
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    rng = random.Random(options.seed)
    shape, files = SHAPES[options.shape]
    articles, _ = split(options.hold_out, texts=bool(options.teacher))
    if options.nested:
        articles = with_nested(articles, Path(options.nested))
    pieces = tokenise_all([a.text for a in articles])
    teacher = load_teacher(Path(options.teacher), articles) if options.teacher else None
    network = Network(shape)
    network.load_pretrained(files()[0])
    network.word.weight.requires_grad_(False)
    network.position.weight.requires_grad_(False)
    if network.relative is not None:  # frozen, so that attention takes the quick path
        network.relative.weight.requires_grad_(False)
    if options.start:
        network.take_weights(torch.load(options.start, weights_only=False)["weights"])
    network.to(torch.bfloat16)
    masters = Masters(network)
    heads = ("tags", "anchor", "token", "coreference", "pair_distance", "feature")
    groups = [
        {"params": [m for n, _, m in masters.pairs if n.startswith(heads)], "lr": options.head_rate},
        {"params": [m for n, _, m in masters.pairs if not n.startswith(heads)], "lr": options.rate},
    ]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    first = examples_of(articles, pieces, options.size, random.Random(0), options.repeats, share=options.share)
    steps = (len(first) // options.batch + 1) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda s: min(1, (s + 1) / (0.08 * steps)) * max(0.02, 1 - s / steps)
    )
    done = 0
    saved = Path(f"{options.out}.resume")
    if saved.exists():
        state = torch.load(saved, weights_only=False)
        for name, _, master in masters.pairs:
            master.data.copy_(state["masters"][name])
            masters.mean[name].copy_(state["mean"][name])
        masters.give_weights()
        masters.steps = state["steps"]
        optimizer.load_state_dict(state["optimizer"])
        schedule.load_state_dict(state["schedule"])
        done = state["epochs"]
    loss_of = Loss(network, teacher)
    for epoch in range(done, options.epochs):
        rng = random.Random(options.seed * 1000 + epoch)
        torch.manual_seed(options.seed * 1000 + epoch)
        network.train()
        began, spent = time.time(), time.process_time()
        totals: dict[str, list[float]] = {}
        examples = examples_of(articles, pieces, options.size, rng, options.repeats, teacher, options.share)
        batches = batches_of(examples, options.batch, rng)
        for number, batch in enumerate(batches):
            scores = network(*_as(tensors_of(batch, shape, options.word_drop)))
            losses = loss_of(batch, scores)
            masters.step(optimizer, losses)
            if schedule.last_epoch < steps - 1:
                schedule.step()
            for name, loss in losses.items():
                totals.setdefault(name, []).append(loss.item())
            if number % 50 == 0 or number == len(batches) - 1:
                means = " ".join(f"{name} {np.mean(v[-100:]):.4f}" for name, v in totals.items())
                print(f"epoch {epoch} {number}/{len(batches)} {means} {time.time() - began:.0f} s", flush=True)
        print(
            f"epoch {epoch} done, wall {time.time() - began:.0f} s, CPU {time.process_time() - spent:.0f} s", flush=True
        )
        state = {
            "masters": {n: m.detach() for n, _, m in masters.pairs}, "mean": masters.mean,
            "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
            "steps": masters.steps, "epochs": epoch + 1,
        }  # fmt: skip
        torch.save(state, f"{saved}.new")
        Path(f"{saved}.new").replace(saved)
        torch.save({"shape": options.shape, "weights": masters.mean, "epochs": epoch + 1}, options.out)


def load_network(path: Path) -> Network:
    """A trained network: pretrained embeddings, learnt rest; fp32, in evaluation mode."""
    state = torch.load(path, weights_only=False)
    shape, files = SHAPES[state["shape"]]
    network = Network(shape)
    network.load_pretrained(files()[0])
    network.take_weights(state["weights"])
    return network.eval()


def _as(tensors: tuple[Tensor, Tensor, Tensor]) -> Iterator[Tensor]:
    ids, features, mask = tensors
    return iter((ids, features, mask.to(torch.bfloat16)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--shape", choices=SHAPES, default="minilm")
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--size", type=int, default=256)
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--share", type=float, default=1.0, help="of the articles without annotated mentions, an epoch")
    parser.add_argument("--rate", type=float, default=2.5e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--word-drop", type=float, default=0.05)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--start", help="weights to go on from")
    parser.add_argument("--nested", help="attributions inside PolNeAR's contents, from training.reread")
    parser.add_argument("--teacher")
    parser.add_argument("--hold-out", action="store_true")
    train(parser.parse_args())


if __name__ == "__main__":
    main()
