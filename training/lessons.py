"""Pairs of statements of the gold stories, and what they teach: what the later one is to the earlier.

The stories are the 24 of ../shared/training and those of labels/ that tell how their information flowed. Their
readings, derivations and actors are the gold's own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.claims import Telling, gold_stories
from evaluation.gold import stories
from reportedly.records import CHANGES
from reportedly.trace.claims import candidate_pairs, in_order, vectors_of
from reportedly.trace.kinds import CONTRADICTION, KINDS, OTHER, SAME, Pair
from reportedly.trace.matching import Comparison, Floats, Weighing
from reportedly.trace.told import Told
from training.held_out import UNPAIRED_STORIES
from training.real_pairs import unanswered
from training.tellings import asked
from training.written import LABELS, load_written

UNSURE = 0.3  # what a pair weighs in which only one statement carries a claim: many of these say the same all the same
LABELS_WEIGH = 0.7  # of a story of labels/, against one of ../shared: they retell in another hand than what is asked
IGNORED = -1

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Taught:
    """Pairs to learn from: what is known of them and what they are to each other."""

    known: Floats
    kinds: Ints  # rows of KINDS; IGNORED where the gold does not say
    weights: Floats
    groups: Sequence[tuple[str, ...]]  # the two claims of each pair

    def read(self, answers: Floats) -> Taught:
        """Those of them that have answers, which are known besides."""
        rows = np.flatnonzero(~np.isnan(answers[:, 0]))
        known = np.concatenate([self.known[rows], answers[rows]], axis=1)
        return Taught(known, self.kinds[rows], self.weights[rows], [self.groups[row] for row in rows])


@dataclass(frozen=True, slots=True)
class Lesson:
    """A gold story, its pairs, what they teach.

    `answers` are what the encoder says of pairs, read side by side, and no numbers where it was not asked.
    """

    story: Telling
    told: Sequence[Told]
    pairs: Sequence[Pair]
    taught: Taught
    answers: Floats


def lesson_of(story: Telling, weigh: float = 1.0) -> Lesson:
    """The lesson that a gold story makes, and what each of its pairs weighs."""
    told = in_order(story.told)
    pairs = candidate_pairs(told)
    features = Comparison(Weighing.of(told), story.kinship, vectors_of(told)).compare(told, pairs)
    claims = {claim["id"]: claim for claim in story.gold["claims"]}
    carried = [story.claim_of.get((one.place.article, one.place.statement)) for one in told]
    rows = [kind_of(carried[a], carried[b], claims) for a, b in pairs]
    taught = Taught(
        known=features,
        kinds=np.array([kind for kind, _ in rows]),
        weights=np.array([weigh * weight for _, weight in rows], np.float32),
        groups=[(story.name, *sorted((carried[a] or "", carried[b] or ""))) for a, b in pairs],
    )
    return Lesson(story, told, pairs, taught, unanswered(len(pairs)))


def kind_of(earlier: str | None, later: str | None, claims: Mapping[str, Any]) -> tuple[int, float]:
    """What the gold says of a pair, and what that weighs."""
    other = KINDS.index(OTHER)
    if earlier is None or later is None:
        return (IGNORED, 0.0) if earlier is later else (other, UNSURE)
    if earlier == later:
        return KINDS.index(SAME), 1.0
    one, two = claims[earlier], claims[later]
    if two["distorts"] == earlier:
        return 1 + CHANGES.index(two["distortion"]), 1.0
    if one["distorts"] == later:  # the distortion came first: too few to learn from
        return IGNORED, 0.0
    if later in one["contradicts"]:
        return KINDS.index(CONTRADICTION), 1.0
    return other, UNSURE if one["distorts"] and one["distorts"] == two["distorts"] else 1.0


def all_lessons() -> dict[str, list[Lesson]]:
    """The lessons of the stories in ../shared/training, and of those in labels/ that have claims."""
    written = [story for story in load_written(LABELS) if story.get("claims")]
    return {
        "shared": [lesson_of(story) for story in gold_stories(stories("training"))],
        "labels": [lesson_of(story, LABELS_WEIGH) for story in gold_stories(written)],
    }


def halves_of(lessons: Sequence[Lesson]) -> tuple[Sequence[Lesson], Sequence[Lesson], Sequence[Lesson]]:
    """The stories that one encoder learns from, those that the other does, and those that neither may.

    Every second story that a larger network was asked about is of one half, and so is every second of those since.
    """
    pairs, _ = asked()
    known = {article.partition("/")[0] for pair in pairs for article, _ in pair}
    learnt = [lesson for lesson in lessons if lesson.story.name not in UNPAIRED_STORIES]
    older = [lesson for lesson in learnt if lesson.story.name in known]
    newer = [lesson for lesson in learnt if lesson.story.name not in known]
    left_out = [lesson for lesson in lessons if lesson.story.name in UNPAIRED_STORIES]
    return [*older[::2], *newer[::2]], [*older[1::2], *newer[1::2]], left_out
