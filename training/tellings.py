"""Pairs of tellings to learn from: what the later one is to the earlier, as training.claims has it for stories.

`pairs/families.jsonl` has families of tellings that were written for this: one statement, retellings of it in other
words, retellings that change it, each with how, statements that contradict it, and others of the same story in much the
same words. All of it is fiction. A telling is a line of the form "who: what".

`pairs/asked.npz` has what a network that reads both tellings at once answers about pairs of the training stories, each
asked of one that had not learnt that story (trace/weights/CARD.md).
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

import numpy as np
import numpy.typing as npt

from reportedly.records import CHANGES, Change
from reportedly.trace.kinds import CONTRADICTION, KINDS, OTHER, SAME

FAMILIES = Path(__file__).with_name("pairs") / "families.jsonl"
ASKED = Path(__file__).with_name("pairs") / "asked.npz"
HELD_OUT = 25  # of so many families one is not learnt from
_SAME = 4  # pairs of retellings of a family that are drawn at a time


@dataclass(frozen=True, slots=True)
class Example:
    """Two tellings, the earlier first, and the row of KINDS of what the later is to it."""

    earlier: str
    later: str
    kind: int


@dataclass(frozen=True, slots=True)
class Family:
    """One statement and what is told beside it."""

    topic: str
    base: str
    same: Sequence[str]
    changed: Sequence[tuple[Change, str]]
    contradicts: Sequence[str]
    other: Sequence[str]

    @classmethod
    def of(cls, line: str) -> Family:
        """The family of a line of the file; ValueError when it lacks a part or has an unknown kind of change."""
        family = cls(**json.loads(line))
        unknown = {how for how, _ in family.changed} - set(CHANGES)
        tellings = [family.base, *family.same, *(one for _, one in family.changed), *family.contradicts, *family.other]
        scraps = [telling for telling in tellings if ": " not in telling]
        if unknown or scraps or len(family.same) < 2 or len(family.other) < 2:
            raise ValueError(f"the family {family.base!r}: kinds {sorted(unknown)}, not of the form who: what {scraps}")
        return family

    def examples(self, chance: Random) -> Iterator[Example]:
        """Pairs drawn anew each time: every change, contradiction and other once, retellings of one thing _SAME times.

        A change is later than what it changes; the others come in either order.
        """
        own = [self.base, *self.same]
        for _ in range(_SAME):
            yield Example(*chance.sample(own, 2), KINDS.index(SAME))
        for how, telling in self.changed:
            yield Example(self._one_of(own, chance), telling, 1 + CHANGES.index(how))
        for telling in self.contradicts:
            yield _either_way(chance.choice(own), telling, CONTRADICTION, chance)
        changed = [telling for _, telling in self.changed]
        for telling in self.other:
            yield _either_way(chance.choice(own if chance.random() < 0.8 else changed), telling, OTHER, chance)
        yield Example(*chance.sample(self.other, 2), KINDS.index(OTHER))

    def _one_of(self, own: Sequence[str], chance: Random) -> str:
        return self.base if chance.random() < 0.5 else chance.choice(own)


def _either_way(one: str, other: str, kind: str, chance: Random) -> Example:
    earlier, later = (one, other) if chance.random() < 0.6 else (other, one)
    return Example(earlier, later, KINDS.index(kind))


def families() -> tuple[list[Family], list[Family]]:
    """The families to learn from, and those that are held out; ValueError names one that is not as it should be."""
    held = [Family.of(line) for line in FAMILIES.read_text(encoding="utf-8").splitlines()]
    learnt = [family for at, family in enumerate(held) if at % HELD_OUT]
    return learnt, held[::HELD_OUT]


Place = tuple[str, str]  # the ids of an article and of a statement in it
Floats = npt.NDArray[np.float32]


def asked() -> tuple[list[tuple[Place, Place]], Floats]:
    """Pairs of statements of the training stories, the earlier first, and the probabilities of KINDS, one row each."""
    with np.load(ASKED) as kept:
        places = [_place(words) for words in kept["tellings"].tolist()]
        pairs = zip(kept["earlier"].tolist(), kept["later"].tolist(), strict=True)
        answers = kept["answers"].astype(np.float32)
    return [(places[a], places[b]) for a, b in pairs], answers / answers.sum(axis=1, keepdims=True)


def _place(words: str) -> Place:
    article, _, statement = words.rpartition(" ")
    return article, statement
