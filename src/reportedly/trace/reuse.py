"""Which articles were made from which: reprints, rewrites, excerpts and citations, with the passages that show it."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files

from reportedly.records import Derivation, DerivationKind, Reading, Span, Story
from reportedly.trace.candidates import Candidates
from reportedly.trace.likeness import Company, Pair
from reportedly.trace.outlets import SURE
from reportedly.trace.signs import signs_of
from reportedly.trace.traits import Traits

WEIGHTS = "reuse_weights.json"  # made again by: python -m training.reuse
_REPRINT_AT = 0.3  # share of its words that a reprint has from the earlier article
_REWRITE_AT = 0.24  # share of its words, by weight, that a rewrite has from the earlier article
_BRIEF = 190  # words in which a news item is told again rather than excerpted; all three: best on the training stories
_OWN_WORDS = 0.1  # share of the words outside quotation marks that an excerpt has, which credits nobody
_LONG = 400  # words of an article that is sure to share phrases with others; the stories it was learnt on end here
_PASSAGES = 6  # pairs of passages that are shown
_SHOWN = 3  # words with meaning that a passage has at least
_PASSING: frozenset[DerivationKind] = frozenset({"excerpt", "citation"})
_LIKE = 0.2  # likeness of sentences that are shown side by side


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over named signs; pairs that score `at` or more are derivations."""

    bias: float
    weights: Mapping[str, float]
    at: float

    def score(self, signs: Mapping[str, float]) -> float:
        """How probable it is that the later article was made from the earlier one."""
        total = self.bias + sum(weight * signs[name] for name, weight in self.weights.items())
        return 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))


@dataclass(frozen=True, slots=True)
class Weighed:
    """A pair of articles with its signs and its score."""

    pair: Pair
    signs: Mapping[str, float]
    score: float
    holds: bool


def find_derivations(readings: Iterable[Reading], stories: Iterable[Story] | None = None) -> tuple[Derivation, ...]:
    """What was made from what among these articles; with stories, only within each of them.

    What no passage shows, as in articles without a sentence, is left out.
    """
    by_id = {reading.article.id: reading for reading in readings}
    groups = [tuple(by_id)] if stories is None else [story.articles for story in stories]
    found: list[Derivation] = []
    for group in groups:
        all_traits = [Traits.of(by_id[id]) for id in group if id in by_id]
        found += [_derivation(weighed) for weighed in weigh_all(all_traits) if weighed.holds]
    return tuple(derivation for derivation in found if derivation.evidence)


def weigh_all(all_traits: Sequence[Traits]) -> Iterator[Weighed]:
    """Every pair of articles of one story that is compared, by the later article and then the earlier one."""
    company = Company.of(all_traits)
    candidates = Candidates()
    copied: dict[str, set[str]] = {}
    for later in _ordered(all_traits):
        pairs = [Pair.of(other, later, company) for other in candidates.of(later)]
        pairs = [pair for pair in pairs if pair.earlier.before(later) or pair.cited >= SURE]
        copied[later.id] = {pair.earlier.id for pair in pairs if pair.is_copy}
        for pair, signs in zip(pairs, signs_of(pairs, copied, company), strict=True):
            regression = regressions()["cited" if pair.cited >= SURE else "silent"]
            score = regression.score(signs)
            yield Weighed(pair, signs, score, score >= regression.at and _has_more_than_phrases(pair, signs))
        candidates.add(later)


def _has_more_than_phrases(pair: Pair, signs: Mapping[str, float]) -> bool:
    """Whether a long article that credits nobody has more than phrases from one of which it would be an excerpt.

    Long articles on one happening share "received a distress call". Of 126 pairs of ECB+ (training.reuse) 29 of 69 that
    score enough are derived, 29 of 51 with this.
    """
    long = len(pair.later.words.forms) >= _LONG and pair.cited < SURE
    return not long or _kind(pair, signs) not in _PASSING or pair.plainly_covered >= _OWN_WORDS


@cache
def regressions() -> Mapping[str, Regression]:
    """The learnt weights: for pairs where the later article names the outlet of the earlier one, and for others."""
    written = json.loads(files(__package__).joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return {name: Regression(row["bias"], row["weights"], row["at"]) for name, row in written.items()}


def _ordered(all_traits: Sequence[Traits]) -> list[Traits]:
    """The articles by their dates; of those that tie, the ones that name another outlet come last."""
    outlets = {name for traits in all_traits for name, sure in traits.names.items() if sure >= SURE}

    def order(traits: Traits) -> tuple[bool, str, bool, str]:
        cites = any(name in outlets and name not in traits.names for name in traits.capitalised)
        when = traits.when
        if when is not None and traits.by_day and cites:
            when += timedelta(days=1, microseconds=-1)  # at some time of the day, after what it cites
        return when is None, when.isoformat() if when else "", cites, traits.id

    return sorted(all_traits, key=order)


def _derivation(weighed: Weighed) -> Derivation:
    pair = weighed.pair
    evidence = _evidence(pair)
    return Derivation(
        from_=pair.earlier.id,
        to=pair.later.id,
        kind=_kind(pair, weighed.signs),
        credited=pair.cited >= SURE or (pair.earlier.outlet is not None and pair.earlier.outlet == pair.later.outlet),
        evidence=evidence,
        score=round(weighed.score, 4),
    )


def _kind(pair: Pair, signs: Mapping[str, float]) -> DerivationKind:
    if pair.covered >= _REPRINT_AT:
        return "reprint"
    brief = len(pair.later.words.forms) < _BRIEF
    if brief or signs["contained"] >= _REWRITE_AT:
        return "rewrite"
    return "excerpt" if pair.runs else "citation"


def _evidence(pair: Pair) -> tuple[tuple[Span, Span], ...]:
    """Passages of both articles side by side: the same words, else the likest sentences, in the later one's order."""
    earlier, later = pair.earlier, pair.later
    runs = [run for run in pair.runs if _meaning(later, run.later, run.length) >= _SHOWN]
    runs = sorted(runs, key=lambda run: -run.length)[:_PASSAGES]
    found = [
        (earlier.words.span(run.earlier, run.earlier + run.length), later.words.span(run.later, run.later + run.length))
        for run in runs
    ]
    if not found:
        company = Company.of([earlier, later])
        alike = [(company.likeness(own, other), other, own) for own in later.sentences for other in earlier.sentences]
        alike.sort(key=lambda row: (-row[0], row[2].start, row[1].start))
        best = [row for row in alike[:_SHOWN] if row[0] >= _LIKE] or alike[:1]
        found = [
            (_sentence(earlier, other.start, other.end), _sentence(later, own.start, own.end)) for _, other, own in best
        ]
    return tuple(sorted(found, key=lambda spans: spans[1].start))


def _meaning(traits: Traits, start: int, length: int) -> int:
    return sum(stem is not None for stem in traits.stems[start : start + length])


def _sentence(traits: Traits, start: int, end: int) -> Span:
    article = traits.reading.article
    words = article.text[start:end]
    start += len(words) - len(words.lstrip())
    return article.span(start, start + len(words.strip()))
