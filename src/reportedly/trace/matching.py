"""How alike two statements are, taken apart into named features."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reportedly.trace.contrasts import CONTRASTS, contrasts_of
from reportedly.trace.kinship import Kinship
from reportedly.trace.told import Told

Floats = npt.NDArray[np.float32]

FEATURES = (
    "cosine", "contained", "containing", "trigrams", "names", "names_apart", "figures", "figures_apart", "days",
    "days_apart", "quoted", "speaker", "speaker_words", "both_unnamed", "voices", "cites", "derived", "ancestor",
    "siblings", "unrelated", "same_article", "same_outlet", "nested", "act", "sourcing", "polarity", "hedging",
    "firmness", "ahead", "back", "tense", "anaphoric", "length", "short", "around", "inside_around", "meaning",
    "swapped", "retold", "swapped_retold", "polarity_retold", "polarity_speaker", "polarity_apart", "hedge_drop",
    "hedge_drop_retold", "firm_gain", "forward", "forward_retold", "names_swapped", "names_swapped_retold",
    "voices_apart_linear", "derived_later", "denied_one", "denied_act", "backward", "scaled", "unnamed_swapped",
    "figures_lost", "figures_new", "first_figure", "weak_drop", "condition_drop", "condition_gain", "real", "unreal",
    "act_real", "act_unreal", "subject", "subject_retold", "names_lost", "names_new", "new_words", "lost_words",
    "contained_retold",
    "best_of_all", "place_apart", "best_of_article", "mutual", "cosine_speaker", "meaning_speaker", "cosine_derived",
    "meaning_derived", "figures_speaker", *CONTRASTS,
)  # fmt: skip


@dataclass(slots=True)
class Weighing:
    """What words weigh: rare ones much; made of all statements that are compared."""

    stems: Mapping[str, float]
    names: Mapping[str, float]

    @classmethod
    def of(cls, all_told: Sequence[Told]) -> Weighing:
        """Weights from in how many articles a stem, or an entity, occurs."""
        words, named = Counter[str](), Counter[str]()
        per: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for told in all_told:
            per[told.place.article][0].update(told.stems, told.around)
            per[told.place.article][1].update(told.named)
        for stems, entities in per.values():
            words.update(stems)
            named.update(entities)
        n = len(per) + 1
        return cls(
            {word: math.log((n + 1) / (count + 0.5)) ** 2 for word, count in words.items()},
            {name: math.log((n + 1) / (count + 0.5)) for name, count in named.items()},
        )

    def weight(self, stems: Iterable[str]) -> float:
        """The weight of a set of stems; the same in whatever order they come."""
        return math.fsum(self.stems[stem] for stem in stems)


@dataclass(slots=True)
class Comparison:
    """What pairs of statements are compared with: weights of words, kinship of articles, vectors of contents."""

    weighing: Weighing
    kinship: Kinship
    meaning: Mapping[tuple[str, str], Floats]  # vectors of contents, by article and statement

    def features(self, a: Told, b: Told) -> list[float]:
        """The features of a pair, in the order of FEATURES but for those that need the other pairs."""
        parts = (self._words(a, b), self._people(a, b), _manner(a, b), self._place(a, b), self.changes(a, b))
        return [*(float(value) for part in parts for value in part), *self.losses(a, b)]

    def _words(self, a: Told, b: Told) -> Iterable[float]:
        """Shared words, names, numbers, days and quotations."""
        w = self.weighing
        sa, sb = set(a.stems), set(b.stems)
        wa, wb, both = w.weight(sa), w.weight(sb), w.weight(sa & sb)
        into, over = (both / wa if wa else 0.0), (both / wb if wb else 0.0)
        names = [math.fsum(w.names[name] for name in named) for named in (a.named, b.named, a.named & b.named)]
        va, vb = {f.value for f in a.figures}, {f.value for f in b.figures}
        quoted = len(a.quoted & b.quoted) / (min(len(a.quoted), len(b.quoted)) or 1)
        return (
            both / math.sqrt(wa * wb) if wa and wb else 0.0,
            min(into, over),
            max(into, over),
            2 * len(a.trigrams & b.trigrams) / (len(a.trigrams) + len(b.trigrams) or 1),
            names[2] / max(min(names[:2]), 0.5),
            bool(a.named and b.named and not names[2]),
            min(len(va & vb), 2) / 2,
            bool(va and vb and not va & vb),
            bool(a.days & b.days),
            bool(a.days and b.days and not a.days & b.days),
            quoted * (0.5 if min(len(a.quoted), len(b.quoted)) == 1 else 1.0),
        )

    def _people(self, a: Told, b: Told) -> Iterable[float]:
        """Who speaks, through whom, and in articles of which kin."""
        one, other = a.place.article, b.place.article
        direct, linear = self.kinship.direct(one, other), self.kinship.linear(one, other)
        siblings, here = self.kinship.siblings(one, other), one == other
        nested = a.statement.within == b.statement.id or b.statement.within == a.statement.id
        fewer = min(len(a.speaker_names), len(b.speaker_names)) or 1
        return (
            a.speaker == b.speaker,
            len(a.speaker_names & b.speaker_names) / fewer,
            a.statement.sourcing == "unnamed" and b.statement.sourcing == "unnamed",
            len(set(a.voices[1:]) & set(b.voices[1:])) / (min(len(a.voices), len(b.voices)) - 1 or 1),
            a.outlet in b.voices[1:] or b.outlet in a.voices[1:],
            direct,
            linear and not direct,
            siblings and not linear,
            not (linear or siblings or here),
            here,
            a.outlet == b.outlet and not here,
            nested and here,
        )

    def _place(self, a: Told, b: Told) -> Iterable[float]:
        """How long the contents are, what stands around them, and how near they are in meaning."""
        w = self.weighing
        sa, sb = set(a.stems), set(b.stems)
        wa, wb, ca, cb = w.weight(sa), w.weight(sb), w.weight(a.around), w.weight(b.around)
        apart = a.place.article != b.place.article
        into = (w.weight(sa & b.around) / wa if wa else 0.0) + (w.weight(sb & a.around) / wb if wb else 0.0)
        la, lb = len(a.stems) or 1, len(b.stems) or 1
        return (
            a.anaphoric or b.anaphoric,
            min(la, lb) / max(la, lb),
            min(la, lb, 6) / 6,
            w.weight(a.around & b.around) / math.sqrt(ca * cb) if ca and cb and apart else 0.0,
            into / 2 * apart,
            self._meaning(a, b),
        )

    def compare(self, told: Sequence[Told], pairs: Sequence[tuple[int, int]]) -> Floats:
        """The features of these pairs of statements, one row for each pair, earlier statement first."""
        if not pairs:
            return np.zeros((0, len(FEATURES)), np.float32)
        rows = np.array([self.features(told[a], told[b]) for a, b in pairs], np.float32)
        column = {name: rows[:, at] for at, name in enumerate(FEATURES[: rows.shape[1]])}
        linear = column["derived"] + column["ancestor"] > 0
        contrasts = contrasts_of(told, pairs, linear.tolist(), (column["retold"] > 0).tolist())
        return np.concatenate([rows, _among(told, np.array(pairs), rows), contrasts], axis=1)

    def losses(self, a: Told, b: Told) -> list[float]:
        """What of the earlier telling, a, is no longer in the later one, b, and what is new in it."""
        va, vb = [f.value for f in a.figures], [f.value for f in b.figures]
        linear = self.kinship.linear(a.place.article, b.place.article)
        planned, told = a.statement.act in _PLANNED, b.statement.act in _PLANNED
        subject = bool(a.subject and b.subject and a.subject != b.subject)
        sa, sb = set(a.stems), set(b.stems)
        w = self.weighing
        new = w.weight(sb - sa - a.around) / (w.weight(sb) or 1)
        lost = w.weight(sa - sb - b.around) / (w.weight(sa) or 1)
        return [float(x) for x in (
            bool(set(va) - set(vb)), bool(set(vb) - set(va)), bool(va and vb and va[0] != vb[0]),
            max(0, min(a.weak, 2) - min(b.weak, 2)) / 2, a.conditional and not b.conditional,
            b.conditional and not a.conditional, a.unreal and not b.unreal, b.unreal and not a.unreal,
            planned and not told, told and not planned, subject, subject and linear, bool(a.named - b.named),
            bool(b.named - a.named), new, lost, linear * w.weight(sa & sb) / (w.weight(sb) or 1),
        )]  # fmt: skip

    def _meaning(self, a: Told, b: Told) -> float:
        """How near two contents are in meaning, by their vectors."""
        one = self.meaning.get((a.place.article, a.place.statement))
        other = self.meaning.get((b.place.article, b.place.statement))
        return float(one @ other) if one is not None and other is not None else 0.0

    def changes(self, a: Told, b: Told) -> list[float]:
        """What the later telling, b, has changed of the earlier one, a, and whether it retells it at all."""
        k = self.kinship
        one, other = a.place.article, b.place.article
        linear = k.linear(one, other)
        speaker = a.speaker == b.speaker or bool(set(a.voices[1:]) & set(b.voices[1:]))
        retold = one != other and (
            linear or k.siblings(one, other) or a.outlet in b.voices[1:] or a.speaker == b.speaker
        )
        va, vb = {f.value for f in a.figures}, {f.value for f in b.figures}
        swapped = bool(va - vb and vb - va)
        scaled = any(x and y and x != y and _digits(x) == _digits(y) for x in va - vb for y in vb - va)
        polarity = a.negated != b.negated
        drop = max(0, min(a.hedges, 2) - min(b.hedges, 2)) / 2
        gain = max(0, min(b.firm, 2) - min(a.firm, 2)) / 2
        forward = a.ahead and b.back and not b.ahead
        backward = b.ahead and a.back and not a.ahead
        na, nb = a.named, b.named
        names = bool(na - nb and nb - na)
        apart = linear and not set(a.voices[1:]) & set(b.voices[1:])
        ua, ub = a.statement.sourcing == "unnamed", b.statement.sourcing == "unnamed"
        return [
            float(x)
            for x in (
                swapped,
                retold,
                swapped and retold,
                polarity and retold,
                polarity and speaker,
                polarity and not (retold or speaker),
                drop,
                drop * retold,
                gain,
                forward,
                forward and retold,
                names,
                names and retold,
                apart,
                bool(k.ancestors.get(other)),
                a.denied != b.denied,
                (a.statement.act == "deny") != (b.statement.act == "deny"),
                backward,
                scaled,
                ua != ub and retold,
            )
        ]


def _manner(a: Told, b: Told) -> Iterable[float]:
    """Whether both are said in the same manner: act, sourcing, polarity, hedges, tense."""
    forward = a.ahead and not a.back and b.back and not b.ahead
    backward = b.ahead and not b.back and a.back and not a.ahead
    return (
        a.statement.act == b.statement.act,
        a.statement.sourcing == b.statement.sourcing,
        a.negated != b.negated,
        abs(min(a.hedges, 2) - min(b.hedges, 2)) / 2,
        abs(min(a.firm, 2) - min(b.firm, 2)) / 2,
        a.ahead != b.ahead,
        a.back != b.back,
        forward or backward,
    )


def _among(told: Sequence[Told], pairs: npt.NDArray[np.int64], rows: Floats) -> Floats:
    """Features that a pair has among all pairs: whether each is the other's best, and their places in the articles."""
    column = {name: rows[:, at] for at, name in enumerate(FEATURES[: rows.shape[1]])}
    alike = np.maximum(0, sum(weight * column[name] for name, weight in _ALIKE.items()))  # a meaning can be opposite
    a, b = pairs[:, 0], pairs[:, 1]
    articles = {article: n for n, article in enumerate(dict.fromkeys(one.place.article for one in told))}
    of = np.array([articles[one.place.article] for one in told])
    best = np.full((len(told), len(articles)), 1e-6, np.float32)
    np.maximum.at(best, (a, of[b]), alike)
    np.maximum.at(best, (b, of[a]), alike)
    top = best.max(axis=1)
    into, over = alike / best[a, of[b]], alike / best[b, of[a]]
    place = np.array([one.at / len(one.reading.article.text) for one in told])
    return np.stack(
        [
            (alike / top[a]) * (alike / top[b]), np.abs(place[a] - place[b]), into * over,
            np.minimum(into, over) > 0.999,
            column["cosine"] * column["speaker"], column["meaning"] * column["speaker"],
            column["cosine"] * column["derived"], column["meaning"] * column["derived"],
            column["figures"] * column["speaker"],
        ],
        axis=1,
    ).astype(np.float32)  # fmt: skip


_PLANNED = frozenset({"urge", "demand", "promise", "offer", "expect", "propose", "threaten", "plan"})
_ALIKE = {"cosine": 0.5, "contained": 0.2, "meaning": 0.5, "quoted": 0.2, "figures": 0.15, "speaker": 0.1}


def _digits(value: float) -> list[str]:
    """The digits of a number but for its zeros, in order of size: 3.2 and 23, 700,000 and 7 million are alike."""
    return sorted(digit for digit in f"{value:.6f}".rstrip("0") if digit not in "0.")
