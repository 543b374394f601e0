"""Signs that a later article was made from an earlier one, as named numbers.

What both have says little where other earlier articles have it too: a press conference gives its sentences to
everybody. So most signs are of what the earlier article alone has; copies of it are left aside.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import TypeVar

from reportedly.trace.likeness import Company, Pair
from reportedly.trace.manners import is_loud, is_primary, vague_credits
from reportedly.trace.outlets import SURE

SIGNS = (
    "wordings", "wordings_share", "contained", "containing", "figures", "quoted_words", "phrases", "sentences", "cited",
    "cited_other_version", "cited_as_source", "cited_as_place", "cited_early", "cites_others", "same_outlet", "gap",
    "soon", "dateline", "earlier_dateline", "copy", "loud", "sentence_length", "primary", "vague",
)  # fmt: skip
_FEW = math.log1p(4)  # wordings of its own that say nothing, even where no rival has as many
_LIKE = 0.12  # likeness from which a sentence may come from another
_PART = 0.5  # sureness from which a name is worth looking at
_SOON = 5.0  # hours in which both may have been to the same press conference
_AS_SOURCE = re.compile(r"(?:according to|citing|per|by|from|via|quoted by|cited by|as)(?: the)? $", re.IGNORECASE)
_AS_PLACE = re.compile(r"\b(?:told|tells|comment to|interview with|to|with|on|in)(?: the| a)? $", re.IGNORECASE)
_LEAD = 30  # characters before a name in which these words stand

T = TypeVar("T")


def signs_of(pairs: Sequence[Pair], copied: Mapping[str, Set[str]], company: Company) -> list[dict[str, float]]:
    """The signs of each pair, by name; all pairs have the same later article, `copied` has the originals of copies."""
    if not pairs:
        return []
    held = _Held(pairs, copied)
    cited = {pair.earlier.outlet for pair in pairs if pair.cited >= SURE}
    nearness = [_nearness(pair, company) for pair in pairs]
    found = [
        held.shared(at, company)
        | _cited(pair)
        | _about(pair)
        | {
            "sentences": math.log1p(_won(nearness, at, held.rivals[at], held.originals[at])),
            "cites_others": float(bool(cited - {pair.earlier.outlet})),
            "copy": float(bool(held.originals[at])),
        }
        for at, pair in enumerate(pairs)
    ]
    for at, (pair, signs) in enumerate(zip(pairs, found, strict=True)):
        most = max(_FEW, signs["wordings"], *(found[n]["wordings"] for n in held.rivals[at]))
        signs["wordings_share"] = signs["wordings"] / most
        versions = [n for n, o in enumerate(pairs) if o.earlier.outlet == pair.earlier.outlet]
        best = max(versions, key=lambda n: _worth(pairs[n], nearness[n], found[n], company))
        signs["cited_other_version"] = float(pair.cited >= SURE and best != at)
    return found


class _Held:
    """Which of several earlier articles hold what the later one has; a bit for each of them."""

    def __init__(self, pairs: Sequence[Pair], copied: Mapping[str, Set[str]]) -> None:
        self.pairs = pairs
        ids = [pair.earlier.id for pair in pairs]
        self.originals = [[n for n, id in enumerate(ids) if id in copied.get(own, ())] for own in ids]
        self.rivals = [[n for n, id in enumerate(ids) if id != own and own not in copied.get(id, ())] for own in ids]
        self._masks = [sum(1 << n for n in rivals) for rivals in self.rivals]
        later = pairs[0].later
        self._wordings = _holders([pair.earlier.pairs & later.pairs for pair in pairs])
        self._figures = _holders([pair.earlier.figures & later.figures for pair in pairs])
        self._grams = _holders([pair.earlier.words.grams.keys() & later.words.grams.keys() for pair in pairs])
        self._phrases = _holders([pair.earlier.words.rows & later.words.phrases for pair in pairs])

    def shared(self, at: int, company: Company) -> dict[str, float]:
        """What this earlier article and the later one have: what no rival has, and words not copied from originals."""
        earlier, later = self.pairs[at].earlier, self.pairs[at].later
        originals = (self.pairs[n].earlier.vocabulary for n in self.originals[at])
        weight = company.weight((earlier.vocabulary & later.vocabulary).difference(*originals))
        quoted = sum(
            later.stems[n] is not None and later.words.quoted[n]
            for run in self.pairs[at].runs
            if not self._grams[later.words.gram(run.later)] & self._masks[at]
            for n in range(run.later, run.later + run.length)
        )
        return {
            "wordings": math.log1p(self._alone(self._wordings, at)),
            "contained": weight / (company.weight(later.vocabulary) or 1.0),
            "containing": weight / (company.weight(earlier.vocabulary) or 1.0),
            "figures": math.log1p(self._alone(self._figures, at)),
            "quoted_words": math.log1p(quoted),
            "phrases": math.log1p(self._alone(self._phrases, at)),
        }

    def _alone(self, holders: Mapping[T, int], at: int) -> int:
        return sum(1 for mask in holders.values() if mask >> at & 1 and not mask & self._masks[at])


def _holders(held: Sequence[Set[T]]) -> dict[T, int]:
    found: dict[T, int] = defaultdict(int)
    for at, things in enumerate(held):
        for thing in things:
            found[thing] |= 1 << at
    return found


def _cited(pair: Pair) -> dict[str, float]:
    """How the later article names the outlet of the earlier one."""
    text = pair.later.reading.article.text
    places = [citation.span.start for citation in pair.citations if citation.sure >= _PART]
    leads = [text[max(0, start - _LEAD) : start] for start in places]
    return {
        "cited": pair.cited,
        "cited_as_source": _mean(_AS_SOURCE.search(lead) is not None for lead in leads),
        "cited_as_place": _mean(_AS_PLACE.search(lead) is not None for lead in leads),
        "cited_early": 1 - min(places) / len(text) if places else 0.0,
    }


def _about(pair: Pair) -> dict[str, float]:
    """What is known of the two articles apart from their words."""
    own = 1 - min(1.0, 3 * pair.plainly_covered)  # a copy is one, whoever publishes it
    later, earlier = pair.later, pair.earlier
    return {
        "same_outlet": own * (earlier.outlet is not None and earlier.outlet == later.outlet),
        "gap": math.log1p(pair.hours) / 5,
        "soon": own * (pair.hours < _SOON),
        "dateline": own * (later.reading.article.dateline is not None),
        "earlier_dateline": float(earlier.reading.article.dateline is not None),
        "loud": float(is_loud(later.reading.article)),
        "vague": math.log1p(vague_credits(later.reading.article)),
        "sentence_length": math.log(max(len(later.words.forms), 1) / max(len(later.sentences), 1)),
        "primary": float(is_primary(earlier.reading.article)),
    }


def _nearness(pair: Pair, company: Company) -> list[float]:
    """For each sentence of the later article, how like it the likest sentence of the earlier one is."""
    return [
        max((company.likeness(own, other) for other in pair.earlier.sentences), default=0.0)
        for own in pair.later.sentences
    ]


def _won(nearness: Sequence[Sequence[float]], at: int, rivals: Sequence[int], originals: Sequence[int]) -> int:
    """How many sentences this earlier article is nearest to; what a copy has from its original is the original's."""
    won = 0
    for sentence, near in enumerate(nearness[at]):
        best = max((nearness[n][sentence] for n in rivals), default=0.0)
        copied = near == best and any(nearness[n][sentence] == near for n in originals)
        won += near > _LIKE and near >= best and not copied
    return won


def _worth(pair: Pair, nearness: Sequence[float], signs: Mapping[str, float], company: Company) -> float:
    """Which of several articles of one outlet is meant by its name."""
    return _told(pair, company) + sum(nearness) / 3 + signs["wordings"] / 4


def _told(pair: Pair, company: Company) -> float:
    """How much of a sentence that names the outlet, or of it and the next one, the earlier article has."""
    best = 0.0
    named = {stem for name in pair.earlier.names for stem in name.split()}
    for citation in pair.citations:
        if citation.sure < _PART:
            continue
        at = next((n for n, s in enumerate(pair.later.sentences) if s.start <= citation.span.start < s.end), None)
        if at is not None:
            sentences = pair.later.sentences
            for stems in (
                sentences[at].stems,
                sentences[at].stems.union(*(s.stems for s in sentences[at + 1 : at + 2])),
            ):
                own = stems - named
                if own:
                    best = max(best, company.weight(own & pair.earlier.vocabulary) / company.weight(own))
    return best


def _mean(values: Iterable[bool]) -> float:
    held = list(values)
    return sum(held) / len(held) if held else 0.0
