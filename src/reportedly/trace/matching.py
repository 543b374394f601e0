"""How alike two statements are, taken apart into named features."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from reportedly.trace.kinship import Kinship
from reportedly.trace.told import Told

Floats = npt.NDArray[np.float32]

FEATURES = (
    "cosine", "contained", "containing", "trigrams", "names", "names_apart", "figures", "figures_apart", "days",
    "days_apart", "quoted", "speaker", "speaker_words", "both_unnamed", "voices", "cites", "derived", "ancestor",
    "siblings", "unrelated", "same_article", "same_outlet", "nested", "act", "sourcing", "polarity", "hedging",
    "firmness", "ahead", "back", "tense", "anaphoric", "length", "short", "meaning",
    "swapped", "retold", "swapped_retold", "polarity_retold", "polarity_speaker", "polarity_apart", "hedge_drop",
    "hedge_drop_retold", "firm_gain", "forward", "forward_retold", "names_swapped", "names_swapped_retold",
    "voices_apart_linear", "derived_later", "denied_one", "denied_act", "backward", "scaled", "unnamed_swapped",
    "best_of_all", "place_apart", "best_of_article", "mutual", "cosine_speaker", "meaning_speaker", "cosine_derived",
    "meaning_derived", "figures_speaker",
)  # fmt: skip


@dataclass(slots=True)
class Weighing:
    """What words weigh: rare ones much; made of all statements that are compared."""

    idf: Mapping[str, float]
    names: Mapping[str, float]
    norms: dict[int, float] = field(default_factory=dict)

    @classmethod
    def of(cls, all_told: Sequence[Told]) -> Weighing:
        """Weights from in how many articles a stem, or an entity, occurs."""
        words, named = Counter[str](), Counter[str]()
        per: dict[str, tuple[set[str], set[str]]] = defaultdict(lambda: (set(), set()))
        for told in all_told:
            per[told.place.article][0].update(told.stems)
            per[told.place.article][1].update(told.named)
        for stems, entities in per.values():
            words.update(stems)
            named.update(entities)
        n = len(per) + 1
        return cls(
            {word: math.log((n + 1) / (count + 0.5)) for word, count in words.items()},
            {name: math.log((n + 1) / (count + 0.5)) for name, count in named.items()},
        )

    def weight(self, stems: Iterable[str]) -> float:
        """The weight of a set of stems."""
        return sum(self.idf[stem] ** 2 for stem in stems)


@dataclass(slots=True)
class Comparison:
    """What pairs of statements are compared with: weights of words, kinship of articles, vectors of contents."""

    weighing: Weighing
    kinship: Kinship
    meaning: Mapping[tuple[str, str], Floats]  # vectors of contents, by article and statement

    def features(self, a: Told, b: Told) -> list[float]:
        """The features of a pair, in the order of FEATURES but for those that need the other pairs."""
        w, k = self.weighing, self.kinship
        sa, sb = set(a.stems), set(b.stems)
        wa, wb, both = w.weight(sa), w.weight(sb), w.weight(sa & sb)
        cosine = both / math.sqrt(wa * wb) if wa and wb else 0.0
        into, over = (both / wa if wa else 0.0), (both / wb if wb else 0.0)
        short = min(into, over), max(into, over)
        tri = 2 * len(a.trigrams & b.trigrams) / (len(a.trigrams) + len(b.trigrams) or 1)
        na, nb = sum(map(w.names.get, a.named)), sum(map(w.names.get, b.named))  # type: ignore[arg-type]
        nboth = sum(map(w.names.get, a.named & b.named))  # type: ignore[arg-type]
        va, vb = {f.value for f in a.figures}, {f.value for f in b.figures}
        fshared = len(va & vb)
        fapart = bool(va and vb and not fshared)
        days = len(a.days & b.days) > 0
        days_apart = bool(a.days and b.days and not days)
        q = len(a.quoted & b.quoted) / min(len(a.quoted), len(b.quoted)) if a.quoted and b.quoted else 0.0
        if min(len(a.quoted), len(b.quoted)) == 1:
            q *= 0.5
        speaker = a.speaker == b.speaker
        sw = len(a.speaker_names & b.speaker_names) / (min(len(a.speaker_names), len(b.speaker_names)) or 1)
        unnamed = a.statement.sourcing == "unnamed" and b.statement.sourcing == "unnamed"
        voices = len(set(a.voices[1:]) & set(b.voices[1:])) / (min(len(a.voices), len(b.voices)) - 1 or 1)
        one, other = a.place.article, b.place.article
        cites = a.outlet in b.voices[1:] or b.outlet in a.voices[1:]
        same_article = one == other
        direct = k.direct(one, other)
        linear = k.linear(one, other)
        sib = k.siblings(one, other)
        nested = a.statement.within == b.statement.id or b.statement.within == a.statement.id if same_article else False
        hed = abs(min(a.hedges, 2) - min(b.hedges, 2)) / 2
        frm = abs(min(a.firm, 2) - min(b.firm, 2)) / 2
        tense = (a.ahead and not a.back and b.back and not b.ahead) or (
            b.ahead and not b.back and a.back and not a.ahead
        )
        la, lb = len(a.stems) or 1, len(b.stems) or 1
        mean = self.cosine(a, b)
        return [
            cosine, short[0], short[1], tri, nboth / max(min(na, nb), 0.5), float(bool(a.named and b.named and not nboth)),
            min(fshared, 2) / 2, float(fapart), float(days), float(days_apart), q, float(speaker), sw, float(unnamed), voices,
            float(cites), float(direct), float(linear and not direct), float(sib and not linear),
            float(not (linear or sib or same_article)), float(same_article), float(a.outlet == b.outlet and not same_article),
            float(nested), float(a.statement.act == b.statement.act), float(a.statement.sourcing == b.statement.sourcing),
            float(a.negated != b.negated), hed, frm, float(a.ahead != b.ahead), float(a.back != b.back), float(tense),
            float(a.anaphoric or b.anaphoric), min(la, lb) / max(la, lb), min(la, lb, 6) / 6, mean,
            *self.changes(a, b),
        ]  # fmt: skip

    def compare(self, told: Sequence[Told], pairs: Sequence[tuple[int, int]]) -> Floats:
        """The features of these pairs of statements, one row for each pair, earlier statement first."""
        if not pairs:
            return np.zeros((0, len(FEATURES)), np.float32)
        rows = np.array([self.features(told[a], told[b]) for a, b in pairs], np.float32)
        return np.concatenate([rows, _among(told, np.array(pairs), rows)], axis=1)

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

    def cosine(self, a: Told, b: Told) -> float:
        """How near two contents are in meaning, by their vectors."""
        va = self.meaning.get((a.place.article, a.place.statement))
        vb = self.meaning.get((b.place.article, b.place.statement))
        if va is None or vb is None:
            return 0.0
        return float(va @ vb)


def _among(told: Sequence[Told], pairs: npt.NDArray[np.int64], rows: Floats) -> Floats:
    """Features that a pair has among all pairs: whether each is the other's best, where they stand in their articles."""
    column = {name: rows[:, at] for at, name in enumerate(FEATURES[: rows.shape[1]])}
    alike = sum(weight * column[name] for name, weight in _ALIKE.items())
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
            (alike / top[a]) * (alike / top[b]), np.abs(place[a] - place[b]), into * over, np.minimum(into, over) > 0.999,
            column["cosine"] * column["speaker"], column["meaning"] * column["speaker"],
            column["cosine"] * column["derived"], column["meaning"] * column["derived"],
            column["figures"] * column["speaker"],
        ],
        axis=1,
    ).astype(np.float32)  # fmt: skip


_ALIKE = {"cosine": 0.5, "contained": 0.2, "meaning": 0.5, "quoted": 0.2, "figures": 0.15, "speaker": 0.1}


def _digits(value: float) -> list[str]:
    """The digits of a number but for its zeros, in order of size: 3.2 and 23, 700,000 and 7 million are alike."""
    return sorted(digit for digit in f"{value:.6f}".rstrip("0") if digit not in "0.")
