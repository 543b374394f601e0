"""Learns to read two statements side by side, and still to give each alone a vector (trace/weights/statements.onnx).

    python -m training.side_by_side runs/statements.pt --minutes 120

MiniLM as it is begins. It learns what one telling is to another from the families of tellings, from what a larger
network answers about pairs of the stories (`tellings.py`), and from pairs of real news of every other topic
(`real_pairs.py`). What the stories say themselves it is not told; `gold_pairs.py` tells it later. The vector of one
statement is to stay what it was, so that one network does for both. Two processes learn, and their weights are averaged
(local SGD: Stich 2019). Of the stories that were not asked about it prints the average precision of pairs that are
changed, the same, and contradictions.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import torch
import torch.distributed as together
import torch.nn.functional as F
from tokenizers import Encoding
from torch import Tensor, nn
from torch.multiprocessing.spawn import spawn

from reportedly import Reader
from reportedly.trace.kinds import CONTRADICTION, KINDS, OTHER, SAME, Matcher
from reportedly.trace.side_by_side import all_as_told
from reportedly.trace.statement_encoder import PAIR_PIECES, PIECES
from reportedly.wordpieces.vocabulary import load_tokenizer
from training.lessons import Lesson, all_lessons
from training.network import STATEMENTS, Encoder
from training.pretrained import minilm_files
from training.real_pairs import RealStory, real_stories
from training.tellings import Place, asked, families

BATCH, ALONE, AT = 32, 24, 3  # pairs of a step; statements alone, of every AT steps
RATE, WARM = 2e-4, 200
APART = 4000  # pairs of real news that are nothing to each other
PROCESSES, EVERY = 2, 16  # steps after which weights are averaged
SMOOTH = 0.03  # of what families say
ALONE_WEIGHS = 4.0
_PORT = 29571


class Statements(Encoder):
    """Vectors of statements, and answers about two of them: logits of KINDS."""

    def __init__(self) -> None:
        super().__init__(STATEMENTS)
        self.answers = nn.Linear(STATEMENTS.width, len(KINDS))
        nn.init.normal_(self.answers.weight, std=0.02)
        nn.init.zeros_(self.answers.bias)
        files, _ = minilm_files()
        self.load_pretrained(files)

    def answer(self, batch: Batch) -> Tensor:
        """(B, KINDS) logits."""
        logits: Tensor = self.answers(self.drop(self.encode(batch.ids, batch.sides, batch.unseen)[:, 0]))
        return logits

    def vectors(self, batch: Batch) -> Tensor:
        """(B, width), of length one."""
        states = self.encode(batch.ids, batch.sides, batch.unseen)
        return F.normalize((states * batch.mask[..., None]).sum(1), dim=-1)


@dataclass(frozen=True)
class Batch:
    """Pieces of statements or pairs, padded: (B, n) each."""

    ids: Tensor
    sides: Tensor
    mask: Tensor

    @classmethod
    def of(cls, encodings: Sequence[Encoding]) -> Batch:
        """The batch of these."""
        shape = len(encodings), max(len(one.ids) for one in encodings)
        ids, sides, mask = (torch.zeros(shape, dtype=torch.long) for _ in range(3))
        for row, one in enumerate(encodings):
            ids[row, : len(one.ids)] = torch.tensor(one.ids)
            sides[row, : len(one.ids)] = torch.tensor(one.type_ids)
            mask[row, : len(one.ids)] = 1
        return cls(ids, sides, mask)

    @property
    def unseen(self) -> Tensor:
        """What is added to attention: nothing, or so much that padding is not seen."""
        return ((1 - self.mask) * -1e4)[:, None, None, :].float()


@dataclass(frozen=True)
class Lessons:
    """Pairs of tellings with the probabilities of KINDS to learn, and what each pair weighs."""

    pairs: Sequence[tuple[str, str]]
    wanted: Tensor

    def __add__(self, others: Lessons) -> Lessons:
        return Lessons([*self.pairs, *others.pairs], torch.cat([self.wanted, others.wanted]))

    def batches(self, chance: Random, *, rank: int) -> Iterator[tuple[Batch, Tensor]]:
        """This process's share of all, in batches of about the same length."""
        cutter = load_tokenizer(longest=PAIR_PIECES)
        order = list(range(len(self.pairs)))
        chance.shuffle(order)
        for start in range(0, len(order) - BATCH * PROCESSES * 40 + 1, BATCH * PROCESSES * 40):
            rows = order[start : start + BATCH * PROCESSES * 40][rank::PROCESSES]
            encodings = dict(zip(rows, cutter.encode_batch([self.pairs[row] for row in rows]), strict=True))
            rows.sort(key=lambda row: len(encodings[row].ids))
            groups = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
            Random(start).shuffle(groups)
            for group in groups:
                yield Batch.of([encodings[row] for row in group]), self.wanted[group]


def lessons_of(told: Lessons, chance: Random) -> Lessons:
    """What one pass learns: pairs of families, drawn anew, and all other pairs."""
    learnt, _ = families()
    examples = [example for family in learnt for example in family.examples(chance)]
    pairs = [(example.earlier, example.later) for example in examples]
    return Lessons(pairs, _as_said([example.kind for example in examples])) + told


def _as_said(kinds: Sequence[int]) -> Tensor:
    """Probabilities, nearly sure of these rows of KINDS."""
    return F.one_hot(torch.tensor(kinds), len(KINDS)).float() * (1 - SMOOTH) + SMOOTH / len(KINDS)


def of_news(stories: Iterable[RealStory], chance: Random) -> Lessons:
    """Pairs of real news of every other topic: those that were read, and some that are nothing to each other."""
    fiction, read, apart = Matcher.load().first, list[tuple[str, str]](), list[tuple[str, str]]()
    kinds: list[int] = []
    for story in stories:
        own = all_as_told(story.told)
        for number, kind, _ in zip(*story.taught(fiction.probabilities(story.features)), strict=True):
            pair = tuple(own[at] for at in story.pairs[number])
            if number not in story.read:
                apart.append(pair)
            elif story.even:
                read.append(pair)
                kinds.append(kind)
    apart = chance.sample(apart, APART)
    return Lessons([*read, *read, *apart], _as_said([*kinds, *kinds, *[KINDS.index(OTHER)] * APART]))


def of_stories(stories: Iterable[Lesson]) -> tuple[Lessons, Lessons]:
    """The pairs of stories that were asked about, and what the others say themselves of theirs."""
    pairs, answers = asked()
    known = dict(zip(pairs, answers, strict=True))
    lines: dict[Place, str] = {}
    held_out: list[tuple[str, str]] = []
    kinds: list[int] = []
    for lesson in stories:
        own = all_as_told(lesson.told)
        places = [(one.place.article, one.place.statement) for one in lesson.told]
        lines |= zip(places, own, strict=True)
        if any((places[a], places[b]) in known for a, b in lesson.pairs):
            continue
        for (a, b), kind in zip(lesson.pairs, lesson.taught.kinds, strict=True):
            if kind >= 0:
                held_out.append((own[a], own[b]))
                kinds.append(int(kind))
    learnt = [(lines[one], lines[other]) for one, other in pairs]
    return Lessons(learnt, torch.from_numpy(answers)), Lessons(held_out, F.one_hot(torch.tensor(kinds), len(KINDS)))


def learn(rank: int, told: Lessons, out: Path, passes: int, minutes: float) -> None:
    """Learns as one of the processes, and writes the weights; the passes or the minutes end it."""
    torch.set_num_threads(1)
    torch.manual_seed(rank)
    together.init_process_group("gloo", f"tcp://127.0.0.1:{_PORT}", rank=rank, world_size=PROCESSES)
    network, before = Statements(), Statements().eval()
    for fixed in (network.word, network.position):
        fixed.weight.requires_grad_(False)
    learnt = [one for one in network.parameters() if one.requires_grad]
    by = torch.optim.AdamW(learnt, lr=RATE, betas=(0.9, 0.99), weight_decay=0.01)
    cutter, chance = load_tokenizer(longest=PIECES), Random(rank)
    began, seen = time.monotonic(), 0.0
    share = 0.0  # of the time and the passes
    for step, (of_passes, batch, wanted, texts) in enumerate(_steps(told, passes, rank)):
        if step % EVERY == 0:
            _average(learnt)
            share = _latest(max(of_passes, (time.monotonic() - began) / (60 * minutes)))
            if share >= 1:
                break
        for group in by.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARM) * max(0.01, 1 - share)
        with torch.autocast("cpu", torch.bfloat16):
            logits = network.answer(batch)
        loss = F.cross_entropy(logits.float(), wanted)
        if step % AT == 0:
            alone = Batch.of(cutter.encode_batch([_said(text) for text in chance.sample(texts, ALONE)]))
            loss = loss + ALONE_WEIGHS * _apart(network, before, alone)
        by.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learnt, 1.0)
        by.step()
        seen += 0.02 * (float(loss.detach()) - seen)
        if rank == 0 and step % 100 == 99:
            rate = PROCESSES * BATCH * (step + 1) / (time.monotonic() - began)
            print(f"{share:.3f} of the whole, loss {seen:.3f}, {rate:.0f} pairs a second", flush=True)
        if rank == 0 and step % 2000 == 1999:
            torch.save(network.state_dict(), out)
    _average(learnt)
    if rank == 0:
        torch.save(network.state_dict(), out)
    together.destroy_process_group()


def _apart(network: Statements, before: Statements, alone: Batch) -> Tensor:
    """How far the vectors of statements are from what they were."""
    with torch.autocast("cpu", torch.bfloat16):
        vectors = network.vectors(alone)
        with torch.no_grad():
            wanted = before.vectors(alone)
    return 1 - (vectors.float() * wanted.float()).sum(-1).mean()


def _steps(told: Lessons, passes: int, rank: int) -> Iterator[tuple[float, Batch, Tensor, Sequence[str]]]:
    """The share of all passes, a batch, what it is to be answered, and texts to draw from, for every step."""
    for number in range(passes):
        lessons = lessons_of(told, Random(number))
        texts = sorted({text for pair in lessons.pairs for text in pair})
        batches = list(lessons.batches(Random(number), rank=rank))
        for at, (batch, wanted) in enumerate(batches):
            yield (number + at / len(batches)) / passes, batch, wanted, texts


def _said(text: str) -> str:
    return text.partition(": ")[2] or text


def _average(weights: Sequence[nn.Parameter]) -> None:
    flat = torch.cat([one.detach().reshape(-1) for one in weights])
    together.all_reduce(flat)
    flat /= PROCESSES
    at = 0
    with torch.no_grad():
        for one in weights:
            one.copy_(flat[at : at + one.numel()].view_as(one))
            at += one.numel()


def _latest(share: float) -> float:
    """The largest share that any process has, so that all stop at the same step."""
    held = torch.tensor(share)
    together.all_reduce(held, together.ReduceOp.MAX)
    return float(held)


def average_precision(network: Statements, told: Lessons) -> dict[str, float]:
    """How well its answers rank pairs that are changed, the same, and contradictions: mean precision at each one."""
    cutter, chances = load_tokenizer(longest=PAIR_PIECES), list[Tensor]()
    with torch.no_grad():
        for start in range(0, len(told.pairs), BATCH):
            pairs = list(told.pairs[start : start + BATCH])
            chances.append(network.answer(Batch.of(cutter.encode_batch(pairs))).softmax(-1))
    found, of = torch.cat(chances), told.wanted.argmax(-1)
    same, opposed, other = (KINDS.index(kind) for kind in (SAME, CONTRADICTION, OTHER))
    changed = (of != same) & (of != opposed) & (of != other)
    return {
        "changed": precision_of(1 - found[:, [same, opposed, other]].sum(-1), changed),
        "same": precision_of(found[:, same], of == same),
        "contradiction": precision_of(found[:, opposed], of == opposed),
    }


def precision_of(chance: Tensor, right: Tensor) -> float:
    ranked = right[chance.argsort(descending=True)].float()
    precision = ranked.cumsum(0) / torch.arange(1, len(ranked) + 1)
    return float((precision * ranked).sum() / ranked.sum().clamp(min=1))


def main() -> int:
    """Learns, writes the weights, and prints how well they answer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--passes", type=int, default=6)
    parser.add_argument("--minutes", type=float, default=600)
    args = parser.parse_args()
    learnt, held_out = of_stories(lesson for of_place in all_lessons().values() for lesson in of_place)
    learnt = learnt + of_news(real_stories(Reader.load()), Random(0))
    print(f"{len(learnt.pairs):,} pairs of stories and news to learn", flush=True)
    spawn(learn, (learnt, args.out, args.passes, args.minutes), nprocs=PROCESSES)
    network = Statements()
    network.load_state_dict(torch.load(args.out, weights_only=True))
    for name, value in average_precision(network.eval(), held_out).items():
        print(f"{name:14} average precision {value:.3f}, {len(held_out.pairs):,} pairs of stories that were held out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
