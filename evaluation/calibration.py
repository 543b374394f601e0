"""Whether the scores of statements mean what they say: of those with score 0.8, are 80 % right?

    python -m evaluation.calibration

Expected calibration error (Guo et al. 2017, On Calibration of Modern Neural Networks): statements are put by score
into 15 bins of equal width, (0, 1/15], …, (14/15, 1], a score of 0 in the first; the error is the mean distance
between share right and mean score of a bin, weighted by the number of statements in it. A statement is right when the
scorer of its corpus counts it as a hit of its `attributed` measure. On PolNeAR, where only outermost attributions are
annotated, statements within others are left out; on the stories all count.

PolNeAR's annotators agree with each other at an attributed F1 of 76.8, so a score is at best the probability that one
of them would have marked the statement. The bins hold what the same articles were read with for the other figures.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from evaluation import polnear, readings, stories
from evaluation.corpora import Row, dev_stories, lines_of, polnear_dev, scorer, story_of
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import Readings

POLNEAR = "calibration, polnear"
STORIES = "calibration, stories"
BINS = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The score of one statement, and whether it was right."""

    score: float
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """The statements with scores above `low`, up to and with `high`."""

    low: float
    high: float
    statements: tuple[Judged, ...]

    @property
    def mean_score(self) -> float:
        """The mean of the scores."""
        return sum(judged.score for judged in self.statements) / len(self.statements)

    @property
    def share_right(self) -> float:
        """How many of the statements are right, of 1."""
        return sum(judged.right for judged in self.statements) / len(self.statements)

    @property
    def gap(self) -> float:
        """How far the scores are from what they promise."""
        return abs(self.share_right - self.mean_score)


def bins_of(statements: Iterable[Judged], *, count: int = BINS) -> list[Bin]:
    """The statements in bins of equal width over their scores, empty bins left out."""
    rows: list[list[Judged]] = [[] for _ in range(count)]
    for judged in statements:
        upper = next(number for number in range(1, count + 1) if judged.score <= number / count)
        rows[upper - 1].append(judged)
    return [
        Bin(low=number / count, high=(number + 1) / count, statements=tuple(row))
        for number, row in enumerate(rows)
        if row
    ]


def expected_calibration_error(bins: Sequence[Bin]) -> float:
    """The mean gap of the bins, weighted by the statements in them; 0 where there are none."""
    total = sum(len(row.statements) for row in bins)
    return sum(len(row.statements) * row.gap for row in bins) / total if total else 0.0


def measure_polnear(found: Readings | None = None) -> Measurement:
    """The calibration error of the outermost statements of PolNeAR's development articles."""
    found = found or readings.of_polnear()
    judged = [
        judged
        for article in lines_of(polnear_dev())
        if article["id"] in found.by_id
        for judged in judged_attributions(article, found.by_id[article["id"]])
    ]
    return _measurement(POLNEAR, "calibration on PolNeAR dev", judged, polnear.measured_on())


def measure_stories(found: Readings | None = None) -> Measurement:
    """The calibration error of all statements of the development stories."""
    found = found or readings.of_stories()
    judged = [
        judged
        for path in dev_stories()
        for article in story_of(path)["articles"]
        if article["id"] in found.by_id
        for judged in judged_statements(article, found.by_id[article["id"]])
    ]
    return _measurement(STORIES, "calibration on the dev stories", judged, stories.measured_on())


def judged_attributions(article: Row, reading: Row) -> Iterator[Judged]:
    """The outermost statements of a reading, right where PolNeAR's scorer counts an attributed hit."""
    rules = scorer("polnear")
    text = rules.Text(article["text"])
    outermost = [statement for statement in reading["statements"] if statement["within"] is None]
    gold = rules.prep(text, article["attributions"])
    read = rules.prep(text, polnear.attributions(reading))
    hits = {
        number
        for expected, number, overlap in rules.match(gold, read)
        if overlap >= 0.5 and rules.sources_agree(gold[expected], read[number])
    }
    for number, statement in enumerate(outermost):
        yield Judged(score=statement["score"], right=number in hits)


def judged_statements(article: Row, reading: Row) -> Iterator[Judged]:
    """The statements of a reading, right where the stories' scorer counts an attributed hit."""
    rules = scorer("stories")
    pairs = rules.match_statements(article["text"], article["statements"], reading["statements"])
    hits = {
        statement["id"] for expected, statement in pairs if rules.source_agrees(article["text"], expected, statement)
    }
    for statement in reading["statements"]:
        yield Judged(score=statement["score"], right=statement["id"] in hits)


def table(bins: Sequence[Bin]) -> str:
    """The bins as a reliability table."""
    lines = ["score          statements  mean score  share right    gap"]
    lines += [
        f"{row.low:.2f} to {row.high:.2f}  {len(row.statements):11,}  {row.mean_score:10.3f}  {row.share_right:11.3f}  "
        f"{row.share_right - row.mean_score:+.2f}"
        for row in bins
    ]
    return "\n".join(lines)


def _measurement(name: str, about: str, judged: Sequence[Judged], measured_on: str) -> Measurement:
    bins = bins_of(judged)
    return Measurement(
        name=name,
        about=about,
        measured_on=measured_on,
        figures=(
            Figure(
                name="expected calibration error",
                value=expected_calibration_error(bins),
                counts=f"{len(judged):,} statements, {BINS} bins",
            ),
        ),
        remarks=(table(bins),),
    )


if __name__ == "__main__":
    print(render(measure_polnear()))
    print(render(measure_stories()))
