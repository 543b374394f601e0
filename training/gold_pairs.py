"""Goes on from training.side_by_side, with what the stories say themselves of their pairs of statements.

    python -m training.gold_pairs runs/statements.pt runs/even.pt --learn even --minutes 38
    python -m training.gold_pairs runs/statements.pt runs/odd.pt --learn odd --minutes 38

Of the stories every ninth is left out; of the others one network learns every second, and the other the rest, so that
each answers honestly about what the other has learnt (`claims.py`). Beside them they learn from families of tellings
and from pairs of real news, as before. The lower layers stay as they are, and the vectors of single statements too.
What ships is the mean of both (`statements.py`). Prints the average precision on the stories that were left out.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from reportedly import Reader
from reportedly.trace.kinds import KINDS, OTHER, Matcher
from reportedly.trace.side_by_side import all_as_told
from reportedly.trace.statement_encoder import PAIR_PIECES, PIECES
from reportedly.wordpieces.vocabulary import load_tokenizer
from training.lessons import IGNORED, Lesson, all_lessons, halves_of
from training.real_pairs import RealStory, real_stories
from training.side_by_side import ALONE, ALONE_WEIGHS, AT, BATCH, SMOOTH, Batch, Lessons, Statements, average_precision
from training.tellings import asked, families

FROZEN = 3  # lower layers that stay as they are
RATE, WARM, PASSES = 1.5e-4, 100, 4
RELATED_AT, UNRELATED_AT, ASKED_AT = (
    0.1,
    0.25,
    0.5,
)  # by features: pairs that are learnt, unrelated ones, those read later
TEACHER = 0.3  # how much the larger network's answers count against the gold
FAMILIES = 0.5  # pairs of families, for one of stories
GATHERED = 24  # batches of which pairs are sorted by length together


@dataclass(frozen=True)
class Learner:
    """A network whose lower layers stay, and so much of it as learns."""

    network: Statements

    def __post_init__(self) -> None:
        self.network.requires_grad_(False)
        for part in (*self.network.layers[FROZEN:], self.network.answers):
            part.requires_grad_(True)

    @property
    def learnt(self) -> list[nn.Parameter]:
        """The weights that learn."""
        return [one for one in self.network.parameters() if one.requires_grad]

    def lower(self, batch: Batch) -> Tensor:
        """What the layers that stay make of a batch."""
        network = self.network
        with torch.no_grad():
            places = network.position.weight[: batch.ids.shape[1]]
            states: Tensor = network.norm(network.word(batch.ids) + places + network.feature(batch.sides))
            for layer in network.layers[:FROZEN]:
                states = layer(states, batch.unseen)
        return states

    def upper(self, states: Tensor, batch: Batch) -> Tensor:
        """What the layers that learn make of that."""
        for layer in self.network.layers[FROZEN:]:
            states = layer(states, batch.unseen)
        return states

    def vectors(self, states: Tensor, batch: Batch) -> Tensor:
        """Those of single statements, of length one."""
        return F.normalize((self.upper(states, batch) * batch.mask[..., None]).sum(1), dim=-1)


def of_gold(lessons: Sequence[Lesson], unrelated_at: float, teacher: float) -> Lessons:
    """The pairs of these stories that may be related, and what they are by the gold and by the larger network."""
    places, answers = asked()
    said = dict(zip(places, answers, strict=True))
    features, other = Matcher.load().first, KINDS.index(OTHER)
    pairs, wanted = list[tuple[str, str]](), list[np.ndarray]()
    for lesson in lessons:
        own = all_as_told(lesson.told)
        ids = [(one.place.article, one.place.statement) for one in lesson.told]
        related = 1 - features.probabilities(lesson.taught.known)[:, other]
        for (a, b), kind, chance in zip(lesson.pairs, lesson.taught.kinds, related, strict=True):
            if kind == IGNORED or chance < (unrelated_at if kind == other else min(RELATED_AT, unrelated_at)):
                continue
            gold = _nearly(int(kind))
            by_larger = said.get((ids[a], ids[b]))
            pairs.append((own[a], own[b]))
            wanted.append(gold if by_larger is None else (1 - teacher) * gold + teacher * by_larger)
    return Lessons(pairs, torch.from_numpy(np.array(wanted, np.float32)))


def of_read(stories: Sequence[RealStory]) -> Lessons:
    """The pairs of real news of every other topic that a person read, twice."""
    pairs, wanted = list[tuple[str, str]](), list[np.ndarray]()
    for story in stories:
        own = all_as_told(story.told)
        for number, kind in story.read.items() if story.even else ():
            a, b = story.pairs[number]
            pairs.append((own[a], own[b]))
            wanted.append(_nearly(kind))
    return Lessons(2 * pairs, torch.from_numpy(np.array(2 * wanted, np.float32)))


def _nearly(kind: int) -> np.ndarray:
    row = np.full(len(KINDS), SMOOTH / len(KINDS), np.float32)
    row[kind] += 1 - SMOOTH
    return row


def of_families(number: int, chance: Random) -> Lessons:
    """So many pairs of families, drawn anew."""
    learnt, _ = families()
    drawn = chance.sample([example for family in learnt for example in family.examples(chance)], number)
    wanted = torch.from_numpy(np.array([_nearly(one.kind) for one in drawn], np.float32))
    return Lessons([(one.earlier, one.later) for one in drawn], wanted)


def steps(gold: Lessons, news: Lessons, chance: Random) -> Iterator[tuple[float, Batch, Tensor]]:
    """The share of all passes, a batch, and what it is to be answered."""
    cutter = load_tokenizer(longest=PAIR_PIECES)
    for number in range(PASSES):
        lessons = gold + of_families(int(FAMILIES * len(gold.pairs)), chance) + news
        order = chance.sample(range(len(lessons.pairs)), len(lessons.pairs))
        for start in range(0, len(order), BATCH * GATHERED):
            rows = order[start : start + BATCH * GATHERED]
            pieces = dict(zip(rows, cutter.encode_batch([lessons.pairs[row] for row in rows]), strict=True))
            rows.sort(key=lambda row: len(pieces[row].ids))
            groups = [rows[at : at + BATCH] for at in range(0, len(rows), BATCH)]
            chance.shuffle(groups)
            for group in groups:
                share = (number + start / len(order)) / PASSES
                yield share, Batch.of([pieces[row] for row in group]), lessons.wanted[group]


def learn(start: Path, out: Path, gold: Lessons, news: Lessons, minutes: float, seed: int) -> Statements:
    """Learns until the passes or the minutes end, and writes the weights."""
    torch.manual_seed(seed)
    weights, chance = torch.load(start, weights_only=True), Random(seed)
    network, before = Statements(), Statements().eval()
    network.load_state_dict(weights)
    before.load_state_dict(weights)
    learner, kept, cutter = Learner(network), Learner(before), load_tokenizer(longest=PIECES)
    by = torch.optim.AdamW(learner.learnt, lr=RATE, betas=(0.9, 0.98), weight_decay=0.02)
    began, seen = time.monotonic(), 0.0
    for step, (of_passes, batch, wanted) in enumerate(steps(gold, news, chance)):
        share = max(of_passes, (time.monotonic() - began) / (60 * minutes))
        if share >= 1:
            break
        for group in by.param_groups:
            group["lr"] = RATE * min(1, (step + 1) / WARM) * max(0.01, 1 - share)
        with torch.autocast("cpu", torch.bfloat16):
            logits = network.answers(network.drop(learner.upper(learner.lower(batch), batch)[:, 0]))
        loss = F.cross_entropy(logits.float(), wanted)
        if step % AT == 0:
            texts = [_content(chance.choice(gold.pairs)[0]) for _ in range(ALONE)]
            alone = Batch.of(cutter.encode_batch(texts))
            with torch.autocast("cpu", torch.bfloat16):
                states = learner.lower(alone)
                with torch.no_grad():
                    earlier = kept.vectors(states, alone)
                loss = loss + ALONE_WEIGHS * (1 - (learner.vectors(states, alone) * earlier).float().sum(-1).mean())
        by.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(learner.learnt, 1.0)
        by.step()
        seen += 0.02 * (float(loss.detach()) - seen)
        if step % 100 == 99:
            print(f"{share:.3f} of the whole, loss {seen:.3f}", flush=True)
    torch.save(network.state_dict(), out)
    return network.eval()


def _content(line: str) -> str:
    """The content of a line of all_as_told."""
    text = line.partition(": ")[2]
    return text.rpartition(" (")[0] or text or line


def main() -> int:
    """Learns, writes the weights, and prints how well they answer."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("start", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--learn", choices=["even", "odd"], required=True)
    parser.add_argument("--minutes", type=float, default=600)
    args = parser.parse_args()
    torch.set_num_threads(1)
    even, odd, left_out = halves_of([lesson for of_place in all_lessons().values() for lesson in of_place])
    mine, seed = (even, 0) if args.learn == "even" else (odd, 1)
    gold, news = of_gold(mine, UNRELATED_AT, TEACHER), of_read(list(real_stories(Reader.load())))
    print(f"{len(gold.pairs):,} pairs of {len(mine)} stories, {len(news.pairs):,} of news", flush=True)
    network = learn(args.start, args.out, gold, news, args.minutes, seed)
    told = of_gold(left_out, ASKED_AT, 0.0)
    for name, value in average_precision(network, told).items():
        print(f"{name:14} average precision {value:.3f}, {len(told.pairs):,} pairs of {len(left_out)} stories left out")
    return 0


if __name__ == "__main__":
    sys.exit(main())
