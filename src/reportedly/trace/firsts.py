"""Which articles reported a claim first: the earliest that tell it, or one that these say they have it from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from itertools import pairwise

from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import Weighing
from reportedly.trace.sentences import sentences
from reportedly.trace.told import Told

_TOLD = 0.35  # share of a telling, by weight, that a credited article has in two sentences: best on training stories
_LEAST = 2  # stems of it that these have at least


@dataclass(frozen=True, slots=True)
class Credited:
    """The articles of a story, for what later ones credit to their outlets.

    Where an article is credited for a claim, and has its words, it told it, though no statement there was read so.
    """

    kinship: Kinship
    weighing: Weighing
    first_of: dict[str, Told]  # a statement of each article
    _windows: dict[str, list[Set[str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, told: Sequence[Told], kinship: Kinship) -> Credited:
        """The articles of these statements."""
        return cls(kinship, Weighing.of(told), {one.place.article: one for one in told})

    def before(self, tellings: Iterable[Told]) -> Told | None:
        """The earliest article that was published before one of these, which was made from it and says so."""
        found = [one for telling in tellings for one in self._upstream(telling) if self._tells(one, telling)]
        return min(found, key=lambda one: (one.when, one.place.article), default=None)

    def _upstream(self, telling: Told) -> Iterable[Told]:
        for article in self.kinship.ancestors.get(telling.place.article, ()):
            one = self.first_of.get(article)
            if one is not None and one.outlet in telling.voices[1:] and one.when is not None:
                yield one

    def _tells(self, one: Told, telling: Told) -> bool:
        own = set(telling.stems)
        shared = [own & window for window in self._windows_of(one)]
        least = _TOLD * self.weighing.weight(own)
        return any(len(stems) >= _LEAST and self.weighing.weight(stems) >= least for stems in shared)

    def _windows_of(self, one: Told) -> list[Set[str]]:
        """The stems of every two sentences in a row."""
        article = one.reading.article
        if article.id not in self._windows:
            held = [stems for _, _, stems in sentences(article.text) if stems]
            self._windows[article.id] = [a | b for a, b in pairwise(held)] or list(held)
        return self._windows[article.id]


def first_report(tellings: Sequence[Told], credited: Credited | None = None) -> tuple[str, ...]:
    """The earliest articles that tell it: all of those published at one moment, and those of which only that day is
    known; the undated ones when no date is known. An earlier one that they credit stands in their place."""
    dated = [told.when for told in tellings if told.when is not None]
    day = min((when.date() for when in dated), default=None)
    timed = [told.when for told in tellings if told.when and told.when.date() == day and not told.by_day]
    first = min(timed, default=None)
    found = [
        told for told in tellings if (told.when and told.when.date()) == day and (told.by_day or told.when == first)
    ]
    upstream = credited.before(tellings) if credited is not None else None
    if (
        upstream is not None
        and upstream.when is not None
        and all(told.when > upstream.when for told in found if told.when)
    ):
        return (upstream.place.article,)
    return tuple(dict.fromkeys(told.place.article for told in found))
