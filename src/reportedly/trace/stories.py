"""Articles on one happening: by their wording, the names in them, and when they appeared.

An article joins the story whose articles it is, on average, most like; two stories that an article brings together
become one. It is compared only with stories that its rarest words lead to, so that a day of news costs the same
whatever the store holds. A story that is told in much the same words by all is harder to join than one told in many
ways: two plane crashes share the words of plane crashes.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from reportedly.records import Reading, Story, content_id
from reportedly.trace.gists import Gist, When, when
from reportedly.trace.rarity import Rarity

JOIN_AT = 0.10  # likeness to a story's articles, on average; swept 0.06-0.18 on the training stories and ECB+ dev
CLOSENESS = 0.5  # of how alike these are to each other, what an article must reach; swept 0.3-0.7, on the same
_PRIOR, _PRIOR_PAIRS = 0.2, 3  # how alike articles of a story are, and how many pairs that is worth before any is seen
_NAMED = 3.0  # times that a word counts more when it is in a name
_BY_NAME = 0.3  # of a likeness, what must come from words that both have in names; swept 0.1-0.7, on the same
_IN_NAMES = (
    0.5  # of the weight of an article, squared, what stands in names; 1 in 100 articles of ECB+ has less than 0.6
)
_LEADING = 25  # rarest words of an article, by which stories are looked up
_LED_TO = 200  # stories that a word leads to at most: the latest
_COMPARED = 30  # stories that one article is compared with at most
_TOGETHER = 0.05  # likeness of an article to two stories from which it may bring them together
_OTHER_YEAR = 0.6  # what is left of the likeness of articles without dates that name other years
_HALVED_AFTER = 15.0  # days between two articles that halve their likeness

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Step:
    """The story that an article was put into, and those that it then brought together with it."""

    story: str
    brought: tuple[str, ...] = ()


class _Member(NamedTuple):
    when: When
    headline: str | None


@dataclass(eq=False)
class _Growing:
    """A story as it grows: the sum of its articles' vectors stands for all of them."""

    number: int
    id: str
    members: list[_Member] = field(default_factory=list)
    total: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    named: dict[str, float] = field(default_factory=lambda: defaultdict(float))  # of the sum, what stood in names
    square: float = 0.0
    first: datetime | None = None
    last: datetime | None = None
    years: Counter[int] = field(default_factory=Counter)

    def add(self, gist: Gist, vector: Vector) -> None:
        self.square += 2 * self.product(vector) + 1
        for stem, weight in vector.items():
            self.total[stem] += weight
        for stem, weight in _named(gist, vector).items():
            self.named[stem] += weight
        self.members.append(_Member(when(gist), gist.headline))
        if gist.year is not None:
            self.years[gist.year] += 1
        self._spread(gist.when, gist.when)

    def merge(self, other: _Growing) -> None:
        self.square += 2 * self.product(other.total) + other.square
        for stem, weight in other.total.items():
            self.total[stem] += weight
        for stem, weight in other.named.items():
            self.named[stem] += weight
        self.members += other.members
        self.years += other.years
        self._spread(other.first, other.last)

    def product(self, vector: Vector) -> float:
        return math.fsum(weight * self.total[stem] for stem, weight in vector.items() if stem in self.total)

    @property
    def closeness(self) -> float:
        """How alike its articles are to each other, on average."""
        size = len(self.members)
        pairs = size * (size - 1) / 2
        return ((self.square - size) / 2 + _PRIOR * _PRIOR_PAIRS) / (pairs + _PRIOR_PAIRS) if size > 1 else 0.0

    def fading(self, first: datetime | None, last: datetime | None) -> float:
        """What is left of a likeness over the days between this story and a time; all, where a date is not known."""
        if first is None or last is None or self.first is None or self.last is None:
            return 1.0
        gap = max((first - self.last).total_seconds(), (self.first - last).total_seconds(), 0.0)
        return math.pow(0.5, gap / 86_400 / _HALVED_AFTER)

    def yearly(self, years: Collection[int]) -> float:
        """What is left of a likeness where both name years, and none is the same."""
        return _OTHER_YEAR if self.years and years and not any(year in self.years for year in years) else 1.0

    def likeness(self, total: Vector, named: Vector) -> float:
        """The product; nothing where too little of it is from words that stand in names on both sides.

        Two fires in two towns are told in the same words, but no name of one is in the other.
        """
        product = self.product(total)
        if not named or not self.named:
            return product
        of_names = math.fsum(weight * self.named[stem] for stem, weight in named.items() if stem in self.named)
        return product if of_names >= _BY_NAME * product else 0.0

    def _spread(self, first: datetime | None, last: datetime | None) -> None:
        if first is not None and (self.first is None or first < self.first):
            self.first = first
        if last is not None and (self.last is None or last > self.last):
            self.last = last


class Grouping:
    """Stories that articles are added to, one after the other, in the order of their dates."""

    def __init__(self) -> None:
        self._rarity = Rarity()
        self._stories: dict[int, _Growing] = {}
        self._led_to: dict[str, dict[int, None]] = defaultdict(dict)  # stem -> numbers of stories, the latest last
        self._by_id: dict[str, _Growing] = {}
        self._into: dict[int, int] = {}  # number of a story that was merged -> the one that it is in

    def add(self, gist: Gist) -> Step:
        """Puts an article into the story that it tells of, or begins a new one; how, so that it can be done again."""
        self._rarity.note(gist.counts)
        vector = self._vector(gist)
        leading = _leading(vector)
        near = self._near(vector, leading, gist)
        joined = [story for likeness, story in near if likeness >= max(JOIN_AT, CLOSENESS * story.closeness)]
        story = joined[0] if joined else self._begun(content_id("st", gist.article))
        id, brought = story.id, []
        story.add(gist, vector)
        self._lead(leading, story.number)
        others = [other for likeness, other in near if likeness >= _TOGETHER and other is not story]
        while (other := self._twin(story, others)) is not None:
            others.remove(other)
            brought.append(other.id)
            story = self._merged(story, other)
        return Step(id, tuple(brought))

    def again(self, gist: Gist, step: Step) -> None:
        """Puts an article where it was put before, after the same articles as then: nothing is compared."""
        self._rarity.note(gist.counts)
        vector = self._vector(gist)
        story = self._by_id.get(step.story) or self._begun(step.story)
        story.add(gist, vector)
        self._lead(_leading(vector), story.number)
        for id in step.brought:
            story = self._merged(story, self._by_id[id])

    def stories(self) -> tuple[Story, ...]:
        """The stories so far, by the date of their first article."""
        growing = sorted(self._stories.values(), key=lambda story: min(member.when for member in story.members))
        return tuple(map(_story, growing))

    def _begun(self, id: str) -> _Growing:
        story = _Growing(len(self._stories) + len(self._into), id)
        self._stories[story.number] = self._by_id[id] = story
        return story

    def _vector(self, gist: Gist) -> Vector:
        weights = {
            stem: (1 + math.log(n)) * max(self._rarity.weight(stem), 0.0) * (_NAMED if stem in gist.named else 1.0)
            for stem, n in gist.counts.items()
        }
        length = math.sqrt(math.fsum(weight * weight for weight in weights.values())) or 1.0
        return {stem: weight / length for stem, weight in weights.items()}

    def _near(self, vector: Vector, leading: Iterable[str], gist: Gist) -> list[tuple[float, _Growing]]:
        """The stories that the article is compared with and how like them it is, the likest first."""
        when, years = gist.when, [gist.year] if gist.year is not None else []
        named = _named(gist, vector)
        found = [
            (story.likeness(vector, named) / len(story.members) * story.fading(when, when) * story.yearly(years), story)
            for story in self._looked_up(leading)
        ]
        return sorted(found, key=lambda row: (-row[0], row[1].number))

    def _twin(self, story: _Growing, others: Iterable[_Growing]) -> _Growing | None:
        """Another story that is so like this one that they are the same."""
        best, found = 0.0, None
        for other in others:
            near = story.likeness(other.total, other.named) / (len(story.members) * len(other.members))
            near *= story.fading(other.first, other.last) * story.yearly(other.years)
            if near > best and near >= max(JOIN_AT, CLOSENESS * max(story.closeness, other.closeness)):
                best, found = near, other
        return found

    def _merged(self, story: _Growing, other: _Growing) -> _Growing:
        kept, gone = (story, other) if story.number < other.number else (other, story)
        kept.merge(gone)
        del self._stories[gone.number], self._by_id[gone.id]
        self._into[gone.number] = kept.number
        return kept

    def _looked_up(self, leading: Iterable[str]) -> list[_Growing]:
        """The stories that these words lead to; those first that most of them do."""
        led_to: Counter[int] = Counter()
        for stem in leading:
            led_to.update(self._led_to.get(stem, {}).keys())
        votes: Counter[int] = Counter()
        for number, n in led_to.items():
            votes[self._now(number)] += n
        ranked = heapq.nsmallest(_COMPARED, votes, key=lambda number: (-votes[number], -number))
        return [self._stories[number] for number in ranked]

    def _lead(self, leading: Iterable[str], number: int) -> None:
        for stem in leading:
            led_to = self._led_to[stem]
            led_to.pop(number, None)
            led_to[number] = None
            if len(led_to) > _LED_TO:
                del led_to[next(iter(led_to))]

    def _now(self, number: int) -> int:
        while number in self._into:
            number = self._into[number]
        return number


def _named(gist: Gist, vector: Vector) -> Vector:
    """What the words in its names weigh; nothing for an article with hardly any, which may be on anybody."""
    named = {stem: vector[stem] for stem in sorted(gist.named)}
    return named if math.fsum(weight * weight for weight in named.values()) >= _IN_NAMES else {}


def _leading(vector: Vector) -> list[str]:
    """The stems by which an article is looked up, those that weigh most."""
    return heapq.nsmallest(_LEADING, vector, key=lambda stem: (-vector[stem], stem))


def find_stories(readings: Iterable[Reading]) -> tuple[Story, ...]:
    """The stories that these articles tell, every article in one of them."""
    grouping = Grouping()
    for gist in sorted(map(Gist.of, readings), key=when):
        grouping.add(gist)
    return grouping.stories()


def _story(growing: _Growing) -> Story:
    members = sorted(growing.members)
    return Story(id=growing.id, headline=members[0].headline, articles=tuple(member.when[-1] for member in members))
