"""An earlier and a later article, and what they share: passages, names, words by their weight."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.trace.alignment import Run, shared_runs
from reportedly.trace.outlets import SURE, Citation, citations, places
from reportedly.trace.stems import fold
from reportedly.trace.traits import Sentence, Traits

_RARER = 1.5  # power of weights between sentences: rare words count more in few words
COPY_AT = 0.5  # share of its words that makes an article a copy of another
_COPIED_RUN = 6  # words in a row that count as copied


@dataclass(frozen=True)
class Company:
    """Articles that are compared with each other: what words weigh among them, who names whom, what is a place."""

    weights: Mapping[str, float]
    used_by: Mapping[str, int]
    size: int
    places: frozenset[str]
    _sentences: dict[Sentence, float] = field(default_factory=dict)

    @classmethod
    def of(cls, all_traits: Sequence[Traits]) -> Company:
        """The company of these articles."""
        held = Counter(stem for traits in all_traits for stem in traits.vocabulary)
        used_by = Counter(n for traits in all_traits for n in traits.capitalised if n not in traits.names)
        size = len(all_traits)
        where = frozenset().union(*(places(traits.reading.article, traits.capitalised) for traits in all_traits))
        return cls({stem: math.log((size + 1) / n) for stem, n in held.items()}, used_by, size, where)

    def weight(self, stems: Iterable[str]) -> float:
        """What these stems weigh together; the same in whatever order they come."""
        return math.fsum(map(self.weights.__getitem__, stems))

    def likeness(self, one: Sentence, other: Sentence) -> float:
        """How alike two sentences are: what they share, by weight, of both together and of the shorter one."""
        shared = one.stems & other.stems
        if not shared:
            return 0.0
        both, first, second = self._rare(shared), self._sentence(one), self._sentence(other)
        contained = both / min(first, second) if len(shared) > 2 else 0.0
        return 0.5 * both / (first + second - both) + 0.3 * contained

    def _sentence(self, sentence: Sentence) -> float:
        if sentence not in self._sentences:
            self._sentences[sentence] = self._rare(sentence.stems)
        return self._sentences[sentence]

    def _rare(self, stems: Iterable[str]) -> float:
        return math.fsum(self.weights[stem] ** _RARER for stem in stems)


@dataclass(frozen=True)
class Pair:
    """An earlier and a later article with what they share."""

    earlier: Traits
    later: Traits
    citations: tuple[Citation, ...]

    @classmethod
    def of(cls, earlier: Traits, later: Traits, company: Company) -> Pair:
        """The pair, with the places where the later one names the outlet of the earlier one."""
        cited = citations(
            later.reading.article, later.capitalised, earlier.names,
            own=later.names, outlets=later.outlets, used_by=company.used_by, among=company.size,
            places=company.places,
        )  # fmt: skip
        return cls(earlier, later, cited)

    @cached_property
    def runs(self) -> tuple[Run, ...]:
        """The passages that both have word for word."""
        return shared_runs(self.earlier.words, self.later.words)

    @cached_property
    def cited(self) -> float:
        """How surely the later article names the outlet of the earlier one, in its text, byline or wire credit."""
        in_text = max((citation.sure for citation in self.citations), default=0.0)
        return max(in_text, SURE if self._credited_above else 0.0)

    @property
    def _credited_above(self) -> bool:
        article = self.later.reading.article
        above = [f" {fold(line)} " for line in (*article.wires, *article.byline)]
        names = [name for name, sure in self.earlier.names.items() if sure >= SURE and name not in self.later.names]
        return any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) for name in names for line in above)

    @cached_property
    def covered(self) -> float:
        """The share of the later article that stands in the earlier one in the same words."""
        words = sum(run.length for run in self.runs if run.length >= _COPIED_RUN)
        return words / max(len(self.later.words.forms), 1)

    @property
    def is_copy(self) -> bool:
        """Whether the later article is, for its greater part, a copy of the earlier one."""
        return self.covered >= COPY_AT

    @cached_property
    def plainly_covered(self) -> float:
        """The share of the later article outside quotation marks that stands in the earlier one."""
        stems, quoted = self.later.stems, self.later.words.quoted
        plain = sum(stem is not None and not q for stem, q in zip(stems, quoted, strict=True))
        shared = (_plain(self.later, run) for run in self.runs)
        return sum(n for n in shared if n > 2) / max(plain, 1)

    @property
    def hours(self) -> float:
        """How long after the earlier article the later one appeared; 0 where that is not known."""
        if self.earlier.when is None or self.later.when is None:
            return 0.0
        return max((self.later.when - self.earlier.when).total_seconds() / 3600, 0.0)


def _plain(later: Traits, run: Run) -> int:
    """The words of a run that carry meaning and stand outside quotation marks."""
    at = range(run.later, run.later + run.length)
    return sum(later.stems[n] is not None and not later.words.quoted[n] for n in at)
