"""Learns what two statements are to each other (src/reportedly/trace/claim_weights.json): from stories, and real news.

    python -m training.claims [--folds 6] [--write] [--answers FILE]

prints how claims come out in stories that were held out, and pairs of real news of topics that were; `--write` learns
from all and writes the weights. The stories are the 24 of ../shared/training and the 70 of labels/ that tell how their
information flowed. Their readings, derivations and actors are the gold's own; those of real news (real_pairs.py) are
ours. Pairs that may be related are read by the encoder that ships (ten minutes; a FILE keeps its answers).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from evaluation.claims import Telling, gold_stories, score_story
from evaluation.gold import scorer, stories
from reportedly import Reader
from reportedly.records import CHANGES
from reportedly.trace import kinds
from reportedly.trace.claims import candidate_pairs, claims_of, in_order, vectors_of
from reportedly.trace.kinds import KINDS, WEIGHTS, Judge, Jury, Matcher, Net, Pair, likely_pairs
from reportedly.trace.matching import FEATURES, Comparison, Floats, Weighing
from reportedly.trace.side_by_side import Answers
from reportedly.trace.told import Told
from reportedly.trace.trees import Trees
from training.boosting import trees_of
from training.nets import net_of
from training.real_pairs import RealStory, real_stories, unanswered
from training.written import LABELS, load_written

TARGET = Path(kinds.__file__).with_name(WEIGHTS)
RELATED_DECAY, KIND_DECAY = 1e-2, 1e-2  # swept by factors of 3 on held-out stories
RELATED_PASSES, KIND_PASSES = 6, 25
UNSURE = 0.3  # what a pair weighs in which only one statement carries a claim: many of these say the same all the same
LABELS_WEIGH = 0.7  # of a story of labels/, against one of ../shared: they retell in another hand than what is asked
NEWS_WEIGHS = 1.4  # real news among pairs that are read: swept by what is taken for changed in the other half
KEPT = 0.35  # share of the unrelated pairs that is learnt from by features alone; of those that are read, all are
_IGNORED = -1

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Taught:
    """Pairs to learn from: what is known of them and what they are to each other."""

    known: Floats
    kinds: Ints  # rows of KINDS; _IGNORED where the gold does not say
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
    rows = [_kind(carried[a], carried[b], claims) for a, b in pairs]
    taught = Taught(
        known=features,
        kinds=np.array([kind for kind, _ in rows]),
        weights=np.array([weigh * weight for _, weight in rows], np.float32),
        groups=[(story.name, *sorted((carried[a] or "", carried[b] or ""))) for a, b in pairs],
    )
    return Lesson(story, told, pairs, taught, unanswered(len(pairs)))


def _kind(earlier: str | None, later: str | None, claims: dict[str, Any]) -> tuple[int, float]:
    """What the gold says of a pair, and what that weighs."""
    other = len(KINDS) - 1
    if earlier is None or later is None:
        return (_IGNORED, 0.0) if earlier is later else (other, UNSURE)
    if earlier == later:
        return 0, 1.0
    one, two = claims[earlier], claims[later]
    if two["distorts"] == earlier:
        return 1 + CHANGES.index(two["distortion"]), 1.0
    if one["distorts"] == later:  # the distortion came first: too few to learn from
        return _IGNORED, 0.0
    if later in one["contradicts"]:
        return KINDS.index(kinds.CONTRADICTION), 1.0
    return other, UNSURE if one["distorts"] and one["distorts"] == two["distorts"] else 1.0


def halves_of(lessons: Sequence[Lesson]) -> Sequence[Judge]:
    """For the lessons of even and of odd number, what was learnt from the others, by features alone."""
    return [_learn([lesson.taught for lesson in lessons[other::2]]) for other in (1, 0)]


def answered(
    lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Answers
) -> tuple[Sequence[Lesson], Sequence[RealStory]]:
    """The same, with answers about the pairs that may be related, by what was learnt from the other half of fiction."""
    halves = halves_of(lessons)

    def answers(judge: Judge, features: Floats, pairs: Sequence[Pair], told: Sequence[Told]) -> Floats:
        rows, likely = unanswered(len(pairs)), likely_pairs(judge.probabilities(features))
        rows[likely] = asked.about(told)([pairs[at] for at in likely])
        return rows

    return (
        [
            replace(one, answers=answers(halves[at % 2], one.taught.known, one.pairs, one.told))
            for at, one in enumerate(lessons)
        ],
        [replace(one, answers=answers(halves[0], one.features, one.pairs, one.told)) for one in real],
    )


def learn(lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Answers) -> Matcher:
    """The matcher learnt from these; what real news is taken for without it shows what it has to teach.

    Pairs of news that the encoder itself learnt teach nothing of what its answers are worth.
    """
    first = [lesson.taught for lesson in lessons]
    second = [lesson.taught.read(lesson.answers) for lesson in lessons]
    alone = Matcher(_learn(first), _jury(second))
    for story in real:
        numbers, of, weights = story.taught(alone.rows(story.pairs, story.features, asked.about(story.told)))
        groups = [(story.name, str(number)) for number in numbers]
        taught = Taught(story.features[numbers], np.array(of, np.int64), np.array(weights, np.float32), groups)
        first.append(taught)
        if not story.even:
            second.append(replace(taught, weights=taught.weights * NEWS_WEIGHS).read(story.answers[numbers]))
    return Matcher(_learn(first), _jury(second))


def _learn(lessons: Sequence[Taught]) -> Judge:
    """The judge learnt from these lessons, by features alone."""
    return _judge(*_lessons(lessons, KEPT))


def _jury(lessons: Sequence[Taught]) -> Jury:
    """The networks and trees learnt from these lessons."""
    taught = _lessons(lessons, 1.0)
    return Jury(_judge(*taught), trees_of(*taught))


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
    kept = (of != _IGNORED) & ((of != other) | (chance.random(len(of)) < share))
    alike = kept & (of != other)
    sizes = Counter(group for group, is_alike in zip(groups, alike, strict=True) if is_alike)
    shares = np.array([sizes[group] ** -0.5 if sizes[group] else 1.0 for group in groups], np.float32)
    shares[alike] *= alike.sum() / shares[alike].sum()
    balanced = weights * np.where(alike, shares, 1)
    return known[kept], of[kept], balanced[kept]


def held_out(lessons: Sequence[Lesson], folds: int, real: Sequence[RealStory], asked: Answers) -> list[Matcher]:
    """For each lesson, a matcher learnt without its fold."""
    without = ([lesson for at, lesson in enumerate(lessons) if at % folds != fold] for fold in range(folds))
    matchers = [learn(others, real, asked) for others in without]
    return [matchers[at % folds] for at in range(len(lessons))]


def show_real(lessons: Sequence[Lesson], real: Sequence[RealStory], asked: Answers) -> None:
    """Prints what pairs of real news are taken for that were read, each learnt without the stories of its half."""
    taken: Counter[tuple[str, str, str]] = Counter()
    claims = changed = contradicted = 0
    for even in (True, False):
        matcher = learn(lessons, [story for story in real if story.even is not even], asked)
        for story in real:
            if story.even is even:
                matches = matcher.match(story.pairs, story.features, asked.about(story.told))
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
                "second": _rows(matcher.second.networks),
                "trees": _row(matcher.second.trees),
            }
        )
        + "\n",
        encoding="utf-8",
    )


def _rows(judge: Judge) -> dict[str, Any]:
    return {"related": _row(judge.related), "kind": _row(judge.kind)}


def _row(learnt: Net | Trees) -> dict[str, Any]:
    return {
        field.name: np.round(getattr(learnt, field.name).astype(np.float64), 4).tolist() for field in fields(learnt)
    }


def all_lessons() -> dict[str, list[Lesson]]:
    """The lessons of the stories in ../shared/training, and of those in labels/ that have claims."""
    written = [story for story in load_written(LABELS) if story.get("claims")]
    return {
        "shared": [lesson_of(story) for story in gold_stories(stories("training"))],
        "labels": [lesson_of(story, LABELS_WEIGH) for story in gold_stories(written)],
    }


def answers_of(file: Path | None) -> Answers:
    """What the encoder that ships says of pairs; what a file has of it is not asked again."""
    return Answers({"": file.read_bytes()} if file is not None and file.exists() else {})


def main() -> int:
    """Prints the held-out figures, and writes the weights when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=6)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--answers", type=Path)
    args = parser.parse_args()
    asked = answers_of(args.answers)
    by_place, news = all_lessons(), list(real_stories(Reader.load()))
    lessons, real = answered([lesson for of_place in by_place.values() for lesson in of_place], news, asked)
    if args.answers is not None:
        args.answers.write_bytes(b"".join(asked.made.values()))
    matchers = iter(held_out(lessons, args.folds, real, asked))
    for place, of_place in by_place.items():
        tally = scorer().Tally()
        for lesson, matcher in zip(of_place, matchers, strict=False):
            found = matcher.match(lesson.pairs, lesson.taught.known, asked.about(lesson.told))
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
