"""Signs that a later article was made from an earlier one, as named numbers.

What both have says little where other earlier articles have it too: a press conference gives its sentences to
everybody. So most signs are of what the earlier article alone has; copies of it are left aside.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence, Set

from reportedly.trace.likeness import Company, Pair
from reportedly.trace.outlets import SURE
from reportedly.trace.traits import Sentence, Traits

SIGNS = (
    "wordings", "wordings_share", "contained", "containing", "figures", "quoted_words", "sentences", "cited",
    "cited_other_version", "cited_as_source", "cited_as_place", "cited_early", "cites_others", "same_outlet", "gap",
    "length", "dateline", "earlier_dateline", "copy",
)  # fmt: skip
_FEW = math.log1p(4)  # wordings of its own that say nothing, even where no rival has as many
_LIKE = 0.12  # likeness from which a sentence may come from another
_RARER = 1.5  # power of weights between sentences: rare words count more in few words
_PART = 0.5  # sureness from which a name is worth looking at
_AS_SOURCE = re.compile(r"(?:according to|citing|per|by|from|via|quoted by|cited by|as)(?: the)? $", re.IGNORECASE)
_AS_PLACE = re.compile(r"\b(?:told|tells|comment to|interview with|to|with|on|in)(?: the| a)? $", re.IGNORECASE)
_LEAD = 30  # characters before a name in which these words stand


def signs_of(pairs: Sequence[Pair], copied: Mapping[str, Set[str]], company: Company) -> list[dict[str, float]]:
    """The signs of each pair, by name; all pairs have the same later article, `copied` has the originals of copies."""
    cited = {pair.earlier.outlet for pair in pairs if pair.cited >= SURE}
    nearness = [_nearness(pair, company) for pair in pairs]
    found = []
    for at, pair in enumerate(pairs):
        rivals = [n for n, o in enumerate(pairs) if n != at and pair.earlier.id not in copied.get(o.earlier.id, ())]
        originals = [n for n, o in enumerate(pairs) if o.earlier.id in copied.get(pair.earlier.id, ())]
        found.append(
            _shared(pair, [pairs[n].earlier for n in rivals], [pairs[n].earlier for n in originals], company)
            | _cited(pair)
            | _about(pair)
            | {
                "sentences": math.log1p(_won(nearness, at, rivals, originals)),
                "cites_others": float(bool(cited - {pair.earlier.outlet})),
                "copy": float(bool(originals)),
            }
        )
    for at, (pair, signs) in enumerate(zip(pairs, found, strict=True)):
        rivals = [n for n, o in enumerate(pairs) if pair.earlier.id not in copied.get(o.earlier.id, ())]
        most = max(_FEW, *(found[n]["wordings"] for n in rivals))
        signs["wordings_share"] = signs["wordings"] / most
        versions = [n for n, o in enumerate(pairs) if o.earlier.outlet == pair.earlier.outlet]
        best = max(versions, key=lambda n: _worth(pairs[n], nearness[n], found[n], company))
        signs["cited_other_version"] = float(pair.cited >= SURE and best != at)
    return found


def _shared(pair: Pair, others: Sequence[Traits], originals: Sequence[Traits], company: Company) -> dict[str, float]:
    """What both articles have: what no other has, and words that are not only copied from originals."""
    earlier, later = pair.earlier, pair.later
    both = (earlier.vocabulary & later.vocabulary).difference(*(original.vocabulary for original in originals))
    weight = company.weight(both)
    pairs = (earlier.pairs & later.pairs).difference(*(other.pairs for other in others))
    figures = (earlier.figures & later.figures).difference(*(other.figures for other in others))
    quoted = sum(
        later.stems[n] is not None and later.words.quoted[n]
        for run in pair.runs
        if not any(_begins(other, later, run.later) for other in others)
        for n in range(run.later, run.later + run.length)
    )
    return {
        "wordings": math.log1p(len(pairs)),
        "contained": weight / (company.weight(later.vocabulary) or 1.0),
        "containing": weight / (company.weight(earlier.vocabulary) or 1.0),
        "figures": math.log1p(len(figures)),
        "quoted_words": math.log1p(quoted),
    }


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
        "length": math.log(len(later.words.forms) or 1),
        "dateline": own * (later.reading.article.dateline is not None),
        "earlier_dateline": float(earlier.reading.article.dateline is not None),
    }


def likeness(one: Sentence, other: Sentence, company: Company) -> float:
    """How alike two sentences are: what they share, by weight, of both together and of the shorter one."""
    shared = one.stems & other.stems
    if not shared:
        return 0.0
    both = company.weight(shared, _RARER)
    first, second = company.weight(one.stems, _RARER), company.weight(other.stems, _RARER)
    contained = both / min(first, second) if len(shared) > 2 else 0.0
    return 0.5 * both / (first + second - both) + 0.3 * contained


def _nearness(pair: Pair, company: Company) -> list[float]:
    """For each sentence of the later article, how like it the likest sentence of the earlier one is."""
    return [
        max((likeness(own, other, company) for other in pair.earlier.sentences), default=0.0)
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


def _begins(other: Traits, later: Traits, at: int) -> bool:
    return later.words.gram(at) in other.words.grams


def _mean(values: Iterable[bool]) -> float:
    held = list(values)
    return sum(held) / len(held) if held else 0.0
