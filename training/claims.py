"""Learns what two statements are to each other (src/reportedly/trace/claim_weights.json): from stories, and real news.

    python -m training.claims runs/even runs/odd [--folds 6] [--write] [--answers FOLDER]

prints how claims come out in stories that were held out, and pairs of real news of topics that were; `--write` learns
from all and writes the weights. Pairs that may be related are read by the encoder that has not learnt their story
(lessons.py; ten minutes; a FOLDER keeps the answers): `runs/even` and `runs/odd` have one of a half each, as
training.gold_pairs makes them. The readings of real news (real_pairs.py) are ours.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import numpy as np

from evaluation.claims import score_story
from evaluation.gold import scorer
from reportedly import Reader
from reportedly.records import CHANGES
from reportedly.trace import kinds
from reportedly.trace.claims import claims_of
from reportedly.trace.kinds import KINDS, WEIGHTS, Judge, Matcher, Net, Pair, SideBySide, likely_pairs
from reportedly.trace.matching import FEATURES, Floats
from reportedly.trace.side_by_side import Answers
from reportedly.trace.statement_encoder import StatementEncoder
from training.lessons import IGNORED, Ints, Lesson, Taught, all_lessons, halves_of
from training.nets import net_of
from training.real_pairs import RealStory, real_stories, unanswered

TARGET = Path(kinds.__file__).with_name(WEIGHTS)
RELATED_DECAY, KIND_DECAY = 1e-2, 1e-2  # swept by factors of 3 on held-out stories
RELATED_PASSES, KIND_PASSES = 6, 25
NEWS_WEIGHS = 1.4  # real news among pairs that are read: swept by what is taken for changed in the other half
KEPT = 0.35  # share of the unrelated pairs that is learnt from by features alone; of those that are read, all are


class Asked:
    """The encoders that answer about pairs: of a story always one that has not learnt it."""

    def __init__(self, halves: Sequence[Path], lessons: Sequence[Lesson], kept: Path | None) -> None:
        self._kept = kept
        even, odd, _ = halves_of(lessons)
        by_half = [(even, halves[1]), (odd, halves[0])]
        self._answers = {"": Answers(self._file(""))}
        self._of: dict[str, str] = {}
        for of_half, folder in by_half:
            self._answers[folder.name] = Answers(self._file(folder.name), StatementEncoder.load(folder))
            self._of |= {lesson.story.name: folder.name for lesson in of_half}

    def about(self, story: Lesson | RealStory) -> SideBySide:
        """What answers about pairs of this story."""
        name = story.story.name if isinstance(story, Lesson) else ""
        return self._answers[self._of.get(name, "")].about(story.told)

    def keep(self) -> None:
        """Writes what was answered into the folder, if there is one."""
        for name, answers in self._answers.items() if self._kept is not None else ():
            self._path(name).write_bytes(b"".join(answers.made.values()))

    def _file(self, name: str) -> dict[str, bytes]:
        there = self._kept is not None and self._path(name).exists()
        return {"": self._path(name).read_bytes()} if there else {}

    def _path(self, name: str) -> Path:
        assert self._kept is not None
        return self._kept / f"{name or 'shipped'}.answers"


def answered(
    lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Asked
) -> tuple[Sequence[Lesson], Sequence[RealStory]]:
    """The same, with answers about the pairs that may be related, by what was learnt from the other half of fiction."""
    judges = [_learn([lesson.taught for lesson in lessons[other::2]]) for other in (1, 0)]

    def answers(judge: Judge, features: Floats, pairs: Sequence[Pair], about: SideBySide) -> Floats:
        rows, likely = unanswered(len(pairs)), likely_pairs(judge.probabilities(features))
        rows[likely] = about([pairs[at] for at in likely])
        return rows

    return (
        [
            replace(one, answers=answers(judges[at % 2], one.taught.known, one.pairs, asked.about(one)))
            for at, one in enumerate(lessons)
        ],
        [replace(one, answers=answers(judges[0], one.features, one.pairs, asked.about(one))) for one in real],
    )


def learn(lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Asked) -> Matcher:
    """The matcher learnt from these; what real news is taken for without it shows what it has to teach.

    Pairs of news that the encoder itself learnt teach nothing of what its answers are worth.
    """
    first = [lesson.taught for lesson in lessons]
    second = [lesson.taught.read(lesson.answers) for lesson in lessons]
    alone = Matcher(_learn(first), _judge(*_lessons(second, 1.0)))
    for story in real:
        numbers, of, weights = story.taught(alone.rows(story.pairs, story.features, asked.about(story)))
        groups = [(story.name, str(number)) for number in numbers]
        taught = Taught(story.features[numbers], np.array(of, np.int64), np.array(weights, np.float32), groups)
        first.append(taught)
        if not story.even:
            second.append(replace(taught, weights=taught.weights * NEWS_WEIGHS).read(story.answers[numbers]))
    return Matcher(_learn(first), _judge(*_lessons(second, 1.0)))


def _learn(lessons: Sequence[Taught]) -> Judge:
    """The judge learnt from these lessons, by features alone."""
    return _judge(*_lessons(lessons, KEPT))


def _judge(known: Floats, of: Ints, weights: Floats) -> Judge:
    alike = of != len(KINDS) - 1
    related = net_of(known, alike.astype(np.int64), weights, 2, RELATED_DECAY, RELATED_PASSES)
    kind = net_of(known[alike], of[alike], weights[alike], len(KINDS) - 1, KIND_DECAY, KIND_PASSES)
    return Judge(related, kind)


def _lessons(lessons: Sequence[Taught], share: float) -> tuple[Floats, Ints, Floats]:
    """What is known, the kinds and the weights of the pairs to learn from, of unrelated ones a share.

    Pairs of the same two claims share their weight's square root.
    """
    known = np.concatenate([lesson.known for lesson in lessons])
    of = np.concatenate([lesson.kinds for lesson in lessons])
    weights = np.concatenate([lesson.weights for lesson in lessons])
    groups = [group for lesson in lessons for group in lesson.groups]
    other, chance = len(KINDS) - 1, np.random.default_rng(0)
    kept = (of != IGNORED) & ((of != other) | (chance.random(len(of)) < share))
    alike = kept & (of != other)
    sizes = Counter(group for group, is_alike in zip(groups, alike, strict=True) if is_alike)
    shares = np.array([sizes[group] ** -0.5 if sizes[group] else 1.0 for group in groups], np.float32)
    shares[alike] *= alike.sum() / shares[alike].sum()
    balanced = weights * np.where(alike, shares, 1)
    return known[kept], of[kept], balanced[kept]


def held_out(lessons: Sequence[Lesson], folds: int, real: Sequence[RealStory], asked: Asked) -> list[Matcher]:
    """For each lesson, a matcher learnt without its fold."""
    without = ([lesson for at, lesson in enumerate(lessons) if at % folds != fold] for fold in range(folds))
    matchers = [learn(others, real, asked) for others in without]
    return [matchers[at % folds] for at in range(len(lessons))]


def show_real(lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Asked) -> None:
    """Prints what pairs of real news are taken for that were read, each learnt without the stories of its half."""
    taken: Counter[tuple[str, str, str]] = Counter()
    claims = changed = contradicted = 0
    for even in (True, False):
        matcher = learn(lessons, [story for story in real if story.even is not even], asked)
        for story in real:
            if story.even is even:
                matches = matcher.match(story.pairs, story.features, asked.about(story))
                for when, read in (("pairs", story.read), ("later pairs", story.later)):
                    for number, kind in read.items():
                        taken[when, KINDS[kind], _widest(matches.between(*story.pairs[number]))] += 1
                made = claims_of(story.told, matches, story.kinship)
                claims += len(made)
                changed += sum(len(claim.variants) for claim in made)
                contradicted += sum(len(claim.contradicts) for claim in made) // 2
    for (when, is_, for_), count in sorted(taken.items()):
        print(f"real {when}, {is_:14} taken for {for_:14} {count}")
    print(f"real claims {claims}, tellings that change one {changed}, contradictions {contradicted}")


def _widest(kinds_of_pair: Floats) -> str:
    """What a pair is likeliest to be: the same, changed in any way, a contradiction, or other."""
    shares = {
        "same": kinds_of_pair[0],
        "changed": kinds_of_pair[1 : 1 + len(CHANGES)].sum(),
        "contradiction": kinds_of_pair[KINDS.index(kinds.CONTRADICTION)],
        "other": kinds_of_pair[-1],
    }
    return max(shares, key=lambda name: float(shares[name]))


def write(matcher: Matcher) -> None:
    """Writes the weights where the package reads them."""
    TARGET.write_text(
        json.dumps(
            {
                "features": FEATURES,
                "first": _rows(matcher.first),
                "second": _rows(matcher.second),
            }
        )
        + "\n",
        encoding="utf-8",
    )


def _rows(judge: Judge) -> dict[str, Any]:
    return {"related": _row(judge.related), "kind": _row(judge.kind)}


def _row(learnt: Net) -> dict[str, Any]:
    return {
        field.name: np.round(getattr(learnt, field.name).astype(np.float64), 4).tolist() for field in fields(learnt)
    }


def main() -> int:
    """Prints the held-out figures, and writes the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("halves", type=Path, nargs=2)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--answers", type=Path)
    args = parser.parse_args()
    by_place, news = all_lessons(), list(real_stories(Reader.load()))
    lessons = [lesson for of_place in by_place.values() for lesson in of_place]
    asked = Asked(args.halves, lessons, args.answers)
    lessons, real = answered(lessons, news, asked)
    asked.keep()
    matchers = iter(held_out(lessons, args.folds, real, asked))
    for place, of_place in by_place.items():
        tally = scorer().Tally()
        for lesson, matcher in zip(of_place, matchers, strict=False):
            found = matcher.match(lesson.pairs, lesson.taught.known, asked.about(lesson))
            score_story(lesson.story, claims_of(lesson.told, found, lesson.story.kinship), tally)
        for name, figure in tally.figures().items():
            if "deriv" not in name:
                value = figure.get("F1", figure.get("accuracy", figure.get("mean")))
                print(f"{place:8} {name:24} {value}  {figure}")
    show_real(lessons, real, asked)
    if args.write:
        write(learn(lessons, real, asked))
        print(f"wrote {TARGET}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
