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
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reportedly.reading.scoring.labels import ATTRIBUTION_ROLES, COLUMNS, PAIR_WIDTH
from reportedly.reading.scoring.windows import CLS, SEP, Pieces, Window, cut_windows
from training.corpus import SHARED, Labelled, load_coreference, load_labels, load_polnear, load_stories, load_texts
from training.held_out import HELD_OUT_STORIES
from training.labels import UNKNOWN, WindowTargets, add_anchors, targets_of
from training.network import MINILM, MPNET, SMALL, Network, Shape, distance_buckets
from training.pretrained import minilm_files, mpnet_files, tokenise_all
from training.reread import with_nested
from training.written import LABELS

SHAPES = {"minilm": (MINILM, minilm_files), "small": (SMALL, minilm_files), "mpnet": (MPNET, mpnet_files)}
FOCAL = 25.0  # pieces that an anchor's roles usually touch: scales the pair loss to the tag loss
ASKED_FOCAL = 5.0  # the same of a contact's or a position's roles
MASK = 103
BEGIN_CUE = 3
Teacher = list[dict[str, np.ndarray]]  # the stored scores of each article


@dataclass(frozen=True)
class Example:
    """A window ready to learn from; `article` finds the teacher's scores of its rows."""

    article: int
    window: Window
    ids: np.ndarray
    features: np.ndarray
    targets: WindowTargets
    inner_known: bool


def split(hold_out: bool, texts: bool = False) -> tuple[list[Labelled], list[Labelled]]:
    """Articles to learn from (with texts that only a teacher labels, when asked) and articles held out."""
    polnear = load_polnear(SHARED / "polnear/train.jsonl")
    stories = load_stories(SHARED / "training/stories")
    stories += load_labels(LABELS)
    real = load_stories(SHARED / "training/real") + load_coreference(SHARED / "corpora/gum.jsonl")
    if texts:
        real += load_texts(SHARED / "corpora")
    if not hold_out:
        return polnear + stories + real, []
    held = polnear[::20] + [a for a in stories if a.id.split("/")[0] in HELD_OUT_STORIES]
    held_texts = {a.text for a in held}
    return [a for a in polnear + stories + real if a.text not in held_texts], held


def examples_of(
    articles: list[Labelled],
    pieces: list[Pieces],
    size: int,
    rng: random.Random,
    repeats: int,
    teacher: Teacher | None = None,
    share: float = 1.0,
) -> list[Example]:
    """One epoch: windows at new cuts, articles with annotated mentions `repeats` times, a `share` of all others."""
    examples = []
    for number, (article, p) in enumerate(zip(articles, pieces, strict=True)):
        if not article.mentions and rng.random() >= share:
            continue
        for _ in range(repeats if article.mentions else 1):
            limit = rng.choice((size, size, size * 3 // 4, size // 2))
            for window in cut_windows(p.paragraphs, limit, rng.randint(limit // 3, limit)):
                targets = targets_of(article, p, window)
                if teacher is not None:
                    targets = add_anchors(targets, cues_of(teacher[number]["tags"], window))
                inner_known = article.nested_known or article.inner_known
                examples.append(example_of(number, window, p, targets, inner_known=inner_known))
    return examples


def example_of(number: int, window: Window, pieces: Pieces, targets: WindowTargets, *, inner_known: bool) -> Example:
    """A window of the article of this number, with what is to be learnt from it."""
    real = window.rows >= 0
    ids = np.where(real, pieces.ids[window.rows], SEP)
    ids[0] = CLS
    return Example(number, window, ids, np.where(real, pieces.features[window.rows], 0), targets, inner_known)


def cues_of(tags: np.ndarray, window: Window) -> np.ndarray:
    """Positions in a window where a teacher sees a cue begin, in either layer."""
    logits = tags[np.maximum(window.rows, 0)].astype(np.float32)
    begins = (logits[:, COLUMNS["outer"]].argmax(1) == BEGIN_CUE) | (logits[:, COLUMNS["inner"]].argmax(1) == BEGIN_CUE)
    return np.flatnonzero(begins & (window.rows >= 0)).astype(np.int64)


def batches_of(examples: list[Example], size: int, rng: random.Random) -> list[list[Example]]:
    """Batches of windows of like length, in random order."""
    rng.shuffle(examples)
    batches = []
    for start in range(0, len(examples), size * 32):
        chunk = sorted(examples[start : start + size * 32], key=lambda e: len(e.ids))
        batches += [chunk[i : i + size] for i in range(0, len(chunk), size)]
    rng.shuffle(batches)
    return batches


def tensors_of(batch: list[Example], shape: Shape, word_drop: float) -> tuple[Tensor, Tensor, Tensor]:
    """(ids, features, mask) of a batch, padded to a multiple of 8."""
    length = -(-max(len(e.ids) for e in batch) // 8) * 8
    ids = torch.zeros(len(batch), length, dtype=torch.long)
    features = torch.zeros(len(batch), length, dtype=torch.long)
    mask = torch.full((len(batch), 1, 1, length), -1e4)
    for row, example in enumerate(batch):
        n = len(example.ids)
        ids[row, :n] = torch.from_numpy(example.ids.astype(np.int64))
        features[row, :n] = torch.from_numpy(example.features.astype(np.int64))
        mask[row, ..., :n] = 0
    if word_drop:
        dropped = (torch.rand(ids.shape) < word_drop) & (ids > MASK)
        ids = torch.where(dropped, MASK, ids)
    return vocabulary_ids(ids, shape), features, mask


def vocabulary_ids(ids: Tensor, shape: Shape) -> Tensor:
    """BERT ids in the vocabulary of the shape: MPNet has the same pieces, moved, and specials of its own."""
    if not shape.offset:
        return ids
    moved = ids + shape.offset
    for bert, own in ((0, 1), (CLS, 0), (SEP, 2), (MASK, 30526)):
        moved = torch.where(ids == bert, own, moved)
    return moved


class Loss:
    """The heads' losses on a batch; with a teacher's scores, 0.6 of the tag and pair losses comes from them."""

    def __init__(self, network: Network, teacher: Teacher | None) -> None:
        self.network = network
        self.teacher = teacher

    def __call__(self, batch: list[Example], scores: tuple[Tensor, Tensor, Tensor, Tensor]) -> dict[str, Tensor]:
        tags, anchor, token, coreference = scores
        length = tags.shape[1]
        tags = tags.float()

        def padded(name: str) -> Tensor:
            out = torch.full((len(batch), length), UNKNOWN)
            for row, example in enumerate(batch):
                values = getattr(example.targets, name)
                out[row, : len(values)] = torch.from_numpy(values)
            return out

        losses: dict[str, Tensor] = {}
        pieces = sum(int((e.window.rows >= 0).sum()) for e in batch)
        of_known = sum(int((e.window.rows >= 0).sum()) for e in batch if e.inner_known)
        for name, count in (("outer", pieces), ("inner", max(of_known, pieces // 8)), ("mention", pieces)):
            logits = tags[:, :, COLUMNS[name]].flatten(0, 1)
            target = padded(name).flatten()
            losses[name] = F.cross_entropy(logits, target, ignore_index=UNKNOWN, reduction="sum") / count
        rows = torch.tensor([r for r, e in enumerate(batch) for _ in e.targets.anchors], dtype=torch.long)
        pair = torch.zeros(0)
        if len(rows):
            at = torch.from_numpy(np.concatenate([e.targets.anchors for e in batch]))
            roles = torch.full((len(rows), length), UNKNOWN)
            start = 0
            for e in batch:
                n = len(e.targets.anchors)
                roles[start : start + n, : e.targets.roles.shape[1]] = torch.from_numpy(e.targets.roles)
                start += n
            pair = self.network.pair_scores(tags, anchor.float(), token.float(), rows, at)
            hard = int((roles != UNKNOWN).any(1).sum())
            losses["pair"] = F.cross_entropy(pair, roles, ignore_index=UNKNOWN, reduction="sum") / (
                FOCAL * max(hard, 1)
            )
            for name, field in (("act", "acts"), ("status", "statuses"), ("sourcing", "sourcings")):
                target = torch.from_numpy(np.concatenate([getattr(e.targets, field) for e in batch]))
                logits = tags[rows, at][:, COLUMNS[name]]
                if (target != UNKNOWN).any():
                    losses[name] = 0.1 * F.cross_entropy(logits, target, ignore_index=UNKNOWN)
        known = max(sum(int((e.targets.contact != UNKNOWN).sum()) for e in batch), pieces // 8)
        for name in ("contact", "position"):
            logits = tags[:, :, COLUMNS[name]].flatten(0, 1)
            target = padded(name).flatten()
            losses[name] = F.cross_entropy(logits, target, ignore_index=UNKNOWN, reduction="sum") / known
            losses |= self._asked(batch, tags, anchor, token, name)
        found = []
        for row, e in enumerate(batch):
            if len(e.targets.clusters) > 1:
                s = self.network.coreference_scores(coreference[row].float(), torch.from_numpy(e.targets.mention_ends))
                clusters = torch.from_numpy(e.targets.clusters)
                order = torch.arange(len(clusters))
                right = (clusters[:, None] == clusters[None]) & (order[:, None] > order[None])
                right = torch.cat([~right.any(1, keepdim=True), right], 1)
                found.append((torch.logsumexp(s, 1) - torch.logsumexp(s.masked_fill(~right, -1e4), 1)).mean())
        if found:
            losses["coreference"] = 0.2 * torch.stack(found).mean()
        if self.teacher is not None:
            self._learn_from_teacher(batch, tags, pair, losses)
        return losses

    def _asked(
        self, batch: list[Example], tags: Tensor, anchor: Tensor, token: Tensor, group: str
    ) -> dict[str, Tensor]:
        """Losses of what is asked at the anchors of contacts or positions: their roles and labels."""
        asked = [getattr(e.targets, f"{group}s") for e in batch]
        rows = torch.tensor([r for r, a in enumerate(asked) for _ in a.anchors], dtype=torch.long)
        if not len(rows):
            return {}
        at = torch.from_numpy(np.concatenate([a.anchors for a in asked]))
        roles = torch.full((len(rows), tags.shape[1]), UNKNOWN)
        start = 0
        for a in asked:
            roles[start : start + len(a.anchors), : a.roles.shape[1]] = torch.from_numpy(a.roles)
            start += len(a.anchors)
        pair = self.network.pair_scores(tags, anchor.float(), token.float(), rows, at, group)
        losses = {
            f"{group}_pair": 0.5
            * F.cross_entropy(pair, roles, ignore_index=UNKNOWN, reduction="sum")
            / (ASKED_FOCAL * len(rows))
        }
        for name in {name for a in asked for name in a.told}:
            target = torch.from_numpy(np.concatenate([a.told[name] for a in asked if len(a.anchors)]))
            losses[name] = 0.1 * F.cross_entropy(tags[rows, at][:, COLUMNS[name]], target)
        return losses

    def _learn_from_teacher(self, batch: list[Example], tags: Tensor, pair: Tensor, losses: dict[str, Tensor]) -> None:
        """Mixes the hard losses with cross entropy to the teacher's distributions; `pair` has a row an anchor.

        Inner tags are learnt from gold alone: a teacher that misses nested attributions would teach to miss them.
        """
        assert self.teacher is not None
        soft: dict[str, list[Tensor]] = {name: [] for name in ("outer", "mention")}
        pieces = first = 0
        pairs = []
        for row, e in enumerate(batch):
            held = self.teacher[e.article]
            at = np.flatnonzero(e.window.rows >= 0)
            rows = e.window.rows[at]
            theirs = torch.from_numpy(held["tags"][rows].astype(np.float32))
            pieces += len(at)
            for name, found in soft.items():
                ours = F.log_softmax(tags[row, at][:, COLUMNS[name]], -1)
                found.append(-(F.softmax(theirs[:, COLUMNS[name]], -1) * ours).sum())
            count = len(e.targets.anchors)
            if count:
                wanted = _teacher_pairs(held, theirs, rows, np.searchsorted(at, e.targets.anchors))
                ours = F.log_softmax(pair[first : first + count][:, :, at], 1)
                pairs.append(-(F.softmax(wanted, 1) * ours).sum())
            first += count
        for name, found in soft.items():
            losses[name] = 0.4 * losses[name] + 0.6 * torch.stack(found).sum() / pieces
        if pairs:
            losses["pair"] = 0.4 * losses["pair"] + 0.6 * torch.stack(pairs).sum() / (FOCAL * first)


def _teacher_pairs(held: dict[str, np.ndarray], tags: Tensor, rows: np.ndarray, anchors: np.ndarray) -> Tensor:
    """(a, 1 + roles, n) pair logits that the teacher gives the pieces `rows` for the anchors among them."""
    count = len(ATTRIBUTION_ROLES)
    wide = count * PAIR_WIDTH
    asks = torch.from_numpy(held["anchor"][rows[anchors], :wide].astype(np.float32)).view(-1, count, PAIR_WIDTH)
    answers = torch.from_numpy(held["token"][rows, :wide].astype(np.float32)).view(-1, count, PAIR_WIDTH)
    scores = torch.einsum("ark,trk->art", asks, answers) * (2 / PAIR_WIDTH**0.5)
    first = COLUMNS["pair_bias"].start
    scores += tags[:, first : first + count].T[None]
    distance = torch.arange(len(rows))[None] - torch.from_numpy(anchors)[:, None]
    scores += torch.from_numpy(held["pair_distance"])[:count][:, distance_buckets(distance)].transpose(0, 1)
    return torch.cat([torch.zeros_like(scores[:, :1]), scores], 1)


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


def load_teacher(folder: Path, articles: list[Labelled]) -> Teacher:
    """The teacher's stored scores, an entry an article (memory-mapped)."""
    arrays = {key: np.load(folder / f"{key}.npy", mmap_mode="r") for key in ("tags", "anchor", "token")}
    bounds = np.load(folder / "bounds.npz")
    distance = np.load(folder / "pair_distance.npy")
    return [
        {**{key: array[bounds[a.id][0] : bounds[a.id][1]] for key, array in arrays.items()}, "pair_distance": distance}
        for a in articles
    ]


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
