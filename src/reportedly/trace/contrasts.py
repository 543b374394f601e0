"""In what two contents differ where their words are alike: numbers of one thing, a "not", a mood, a name, a source."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from difflib import SequenceMatcher

import numpy as np
import numpy.typing as npt

from reportedly.trace import wording
from reportedly.trace.told import Told

Floats = npt.NDArray[np.float32]

CONTRASTS = (
    "number_of_one_thing", "one_number_of_one_thing", "one_number", "number_alike", "number_rarer", "number_commoner",
    "negated_alike", "denied_alike", "may_to_firm", "firm_to_may", "ahead_to_done", "done_to_ahead", "one_swapped",
    "other_names", "other_names_alike", "speaker_swapped", "speaker_swapped_named", "speaker_only_here",
    "confirmed_instead", "contrast",
)  # fmt: skip
_PLAIN, _MAY, _AHEAD, _DONE = range(4)  # moods
_BEFORE = 3  # words before one that tell its mood
_NEGATING = 4  # words before one that may negate it
_SWAPPED = 2  # words that stand in one place at most
_NAME = re.compile(r"\b[A-Z][\w’'-]+")
_VOUCHING = frozenset({"confirm", "agree", "promise"})


@dataclass(frozen=True, slots=True)
class _Worded:
    """The stems of one content in order; the mood of each, those that are negated, those that begin with a capital."""

    row: tuple[str, ...]
    moods: Mapping[str, int]
    negated: frozenset[str]
    names: frozenset[str]

    @classmethod
    def of(cls, told: Told) -> _Worded:
        low = wording.split_negations(wording.tokens(told.text))
        row, moods, negated = list[str](), dict[str, int](), set[str]()
        for at, word in enumerate(low):
            if word in wording.STOPS or word[0].isdigit() or wording.negators([word]):
                continue
            stem = wording.stem(word)
            row.append(stem)
            if stem not in moods:
                moods[stem] = _mood(low, at)
                if wording.negators(low[max(0, at - _NEGATING) : at]) % 2:
                    negated.add(stem)
        names = _NAME.findall(told.text)
        return cls(
            tuple(row),
            moods,
            frozenset(negated),
            frozenset(wording.stem(name) for name in names if name.lower() not in wording.STOPS),
        )


def _mood(low: Sequence[str], at: int) -> int:
    before = low[max(0, at - _BEFORE) : at]
    if wording.hedges(before):
        return _MAY
    if wording.is_unreal(before) or wording.looks_ahead(before):
        return _AHEAD
    return _DONE if wording.looks_back([*before, low[at]]) else _PLAIN


@dataclass(frozen=True, slots=True)
class _Tellers:
    """In which articles of a story each number stands, and who speaks in which of them."""

    numbers: Mapping[float, Set[str]]
    speakers: Mapping[str, Set[str]]

    @classmethod
    def of(cls, all_told: Iterable[Told]) -> _Tellers:
        numbers, speakers = defaultdict[float, set[str]](set), defaultdict[str, set[str]](set)
        for told in all_told:
            speakers[told.speaker].add(told.place.article)
            for figure in told.figures:
                numbers[figure.value].add(told.place.article)
        return cls(numbers, speakers)


def contrasts_of(
    told: Sequence[Told], pairs: Sequence[tuple[int, int]], linear: Sequence[bool], retold: Sequence[bool]
) -> Floats:
    """The CONTRASTS of these pairs, one row each, the earlier statement first.

    `linear`, `retold`: whether one article of a pair came from the other, and whether one retells the other at all.
    """
    worded, tellers = [_Worded.of(one) for one in told], _Tellers.of(told)
    rows = [
        _contrast(told[a], told[b], worded[a], worded[b], tellers, is_linear, is_retold)
        for (a, b), is_linear, is_retold in zip(pairs, linear, retold, strict=True)
    ]
    return np.array(rows, np.float32).reshape(len(pairs), len(CONTRASTS))


def _contrast(
    a: Told, b: Told, ours: _Worded, theirs: _Worded, tellers: _Tellers, linear: bool, retold: bool
) -> list[float]:
    alike = a.alike(b)
    both = ours.moods.keys() & theirs.moods.keys()
    negated = len((ours.negated ^ theirs.negated) & both)
    moods = [(ours.moods[stem], theirs.moods[stem]) for stem in both]
    ahead_to_done = _share(moods, {_AHEAD}, {_DONE}, 2)
    numbers = _numbers(a, b, alike, tellers)
    denied = a.denied != b.denied or (a.statement.act == "deny") != (b.statement.act == "deny")
    names = bool(ours.names - theirs.names - b.around and theirs.names - ours.names - a.around)
    swapped = a.speaker != b.speaker and a.speaker not in b.voices
    vouched = swapped and a.statement.sourcing == "unnamed" and b.statement.act in _VOUCHING
    return [
        *numbers,
        min(negated, 2) / 2,
        denied * alike,
        alike * _share(moods, {_MAY}, {_PLAIN, _AHEAD, _DONE}, 3),
        alike * _share(moods, {_AHEAD, _DONE}, {_MAY}, 2),
        alike * ahead_to_done,
        alike * _share(moods, {_DONE}, {_AHEAD}, 2),
        _one_swapped(ours.row, theirs.row),
        names,
        names * alike,
        swapped * linear * alike,
        swapped * retold * bool(a.named & b.named) * alike,
        swapped * linear * alike * (len(tellers.speakers[b.speaker]) == 1),
        vouched * alike,
        alike * bool(numbers[3] or numbers[0] or negated or ahead_to_done or denied),
    ]


def _numbers(a: Told, b: Told, alike: float, tellers: _Tellers) -> tuple[float, ...]:
    """Numbers that only one has: of the same thing, one on each side, and in how many articles each stands."""
    lost, new = a.other_figures(b), b.other_figures(a)
    if not lost or not new:
        return (0.0,) * 6
    same = any(one.counts_with(other) for one in lost for other in new)
    one = len(lost) == len(new) == 1
    before, after = (max(len(tellers.numbers[f.value]) for f in figures) for figures in (lost, new))
    rarer = math.log((1 + before) / (1 + after))
    return same, same and one, one, alike * (same or (one and alike > 0.5)), max(0.0, rarer), max(0.0, -rarer)


def _share(moods: Iterable[tuple[int, int]], was: Set[int], is_: Set[int], most: int) -> float:
    """How many shared stems had one mood and have another, of at most so many."""
    return min(sum(a in was and b in is_ for a, b in moods), most) / most


def _one_swapped(ours: Sequence[str], theirs: Sequence[str]) -> float:
    """How much of the shorter row of stems stands in the other's order, where just one place has other words."""
    if len(set(ours) & set(theirs)) < 1:
        return 0.0
    steps = SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes()
    beside = [("equal" in {kind for kind, *_ in steps[max(0, at - 1) : at + 2]}) for at in range(len(steps))]
    swaps = sum(
        kind == "replace" and end - start <= _SWAPPED and to - at <= _SWAPPED and is_beside
        for (kind, start, end, at, to), is_beside in zip(steps, beside, strict=True)
    )
    equal = sum(end - start for kind, start, end, _, _ in steps if kind == "equal")
    return (swaps == 1) * equal / (min(len(ours), len(theirs)) or 1)
