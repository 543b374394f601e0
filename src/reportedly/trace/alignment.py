"""Passages that two articles share, word for word: as runs of words, with the places where they stand."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from reportedly.records import Article, Span
from reportedly.trace.stems import fold, stem_of

LEAST = 4  # words that a shared run has at least: shorter ones are anybody's ("the foreign minister")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”\n]*[”\n]|«[^«»\n]*[»\n]|\"[^\"\n]*[\"\n]|(?<!\w)[‘'][^‘\n]*?[’'](?!\w)")


@dataclass(frozen=True)
class Words:
    """The words of an article, folded, with their places; `quoted` says which stand in quotation marks."""

    article: Article
    forms: tuple[str, ...]
    places: tuple[tuple[int, int], ...]
    quoted: tuple[bool, ...]

    @classmethod
    def of(cls, article: Article) -> Words:
        """The words of an article."""
        found = [match.span() for match in _WORD.finditer(article.text)]
        quotations = [match.span() for match in _QUOTED.finditer(article.text)]
        quoted, at = [], 0
        for start, _ in found:
            while at < len(quotations) and quotations[at][1] <= start:
                at += 1
            quoted.append(at < len(quotations) and quotations[at][0] <= start)
        return cls(article, tuple(fold(article.text[start:end]) for start, end in found), tuple(found), tuple(quoted))

    @cached_property
    def grams(self) -> Mapping[tuple[str, ...], tuple[int, ...]]:
        """Where each row of LEAST words begins."""
        found: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self.forms) - LEAST + 1):
            found[self.forms[at : at + LEAST]].append(at)
        return {gram: tuple(places) for gram, places in found.items()}

    @cached_property
    def rows(self) -> frozenset[tuple[str, ...]]:
        """Every two and every three words in a row."""
        return frozenset([*pairwise(self.forms), *zip(self.forms, self.forms[1:], self.forms[2:], strict=False)])

    @cached_property
    def phrases(self) -> frozenset[tuple[str, ...]]:
        """Every three words in a row inside quotation marks, and the two of quotations that have only two."""
        found = set()
        size = len(self.forms)
        for at in range(size - 1):
            if self.quoted[at] and self.quoted[at + 1]:
                longer = at + 2 < size and self.quoted[at + 2]
                if longer:
                    found.add(self.forms[at : at + 3])
                elif at == 0 or not self.quoted[at - 1]:
                    found.add(self.forms[at : at + 2])
        return frozenset(row for row in found if any(stem_of(form) for form in row))

    def gram(self, at: int) -> tuple[str, ...]:
        """The LEAST words from this one on."""
        return self.forms[at : at + LEAST]

    def span(self, start: int, end: int) -> Span:
        """The words from number `start` to before number `end`, as they stand in the article."""
        return self.article.span(self.places[start][0], self.places[end - 1][1])


@dataclass(frozen=True, slots=True)
class Run:
    """So many words that both articles have in the same order: where they begin in the earlier and the later one."""

    earlier: int
    later: int
    length: int


def shared_runs(earlier: Words, later: Words) -> tuple[Run, ...]:
    """The longest runs that cover the words of the later article, in its order; no two overlap there."""
    return tuple(_runs(earlier, later))


def _runs(earlier: Words, later: Words) -> Iterator[Run]:
    at, last = 0, len(later.forms) - LEAST
    while at <= last:
        places = earlier.grams.get(later.forms[at : at + LEAST], ())
        best = max((Run(place, at, _length(earlier.forms, place, later.forms, at)) for place in places),
                   key=lambda run: run.length, default=None)  # fmt: skip
        if best is None:
            at += 1
        else:
            yield best
            at += best.length


def _length(earlier: Sequence[str], at: int, later: Sequence[str], beside: int) -> int:
    length = LEAST
    while at + length < len(earlier) and beside + length < len(later):
        if earlier[at + length] != later[beside + length]:
            break
        length += 1
    return length
