"""Which act a statement is: signs in its cue and in its content, weighed together with the encoder's scores."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from reportedly.reading.odds import shipped_weights
from reportedly.reading.word_groups import WordGroups
from reportedly.records.statement import ACTS, Act, Form

_PLAIN = re.compile(
    r"(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:ed|s|ing)?|wrote|writ(?:es?|ing|ten)|according to|"
    r"stat(?:ed|es|ing)|not(?:ed|es|ing)|announc(?:ed|es|ing)|continued|went on|put it|quoted as saying|"
    r"repl(?:ied|ies)|answered|asked|reports?|reported|spoke|speaking)",
    re.IGNORECASE,
)
_SIGNS = WordGroups(
    {
        "must": r"must|ought|should",
        "will": r"will|shall",
        "would": r"would",
        "may": r"may|might|could|perhaps|possib\w+|likely|probab\w+",
        "negation": r"no|not|never|nobody|nothing|none|cannot",
        "I": r"i|we|my|our|us|me",
        "you": r"you|your",
        "let": r"please",
        "if": r"if|unless|otherwise",
        "past": r"was|were|had|did|\w{3,}ed",
        "number": r"\d+",
    },
    [
        ("must", {"have", "has", "need", "needs"}, r"ha(?:ve|s) to|needs? to"),
        ("will", {"going", "ll"}, r"going to|\w+['’]ll"),
        ("would", {"d"}, r"\w+['’]d"),
        ("negation", {"t"}, r"\w+n['’]t"),
        ("I", {"ll"}, r"\w*['’]ll"),
        ("let", {"let"}, r"let (?:us|them|him|her|me)"),
        ("if", {"else"}, r"or else"),
    ],
)
_WORD = re.compile(r"\w+(?:['’]\w+)?|\?")
_INFINITIVE = re.compile(r"(?:not )?to \w", re.IGNORECASE)
_ENDING = re.compile(r"(?<=\w\w\w)(?:ying|ing|ied|ies|ed|es|s|e|y)$")
_AROUND = 40  # characters beside a cue in which words tell of it
_OPENING = 4  # words at the start of a content
_LEADING = 30  # words of a content that are heeded
Weights = Mapping[str, Mapping[Act, float]]  # of a sign


@dataclass(frozen=True, slots=True, kw_only=True)
class ActWeights:
    """Log-odds that each sign adds to acts; `encoder` weighs the logarithm of the encoder's probability."""

    signs: Weights
    encoder: float
    _known: Mapping[str, Sequence[tuple[int, float]]] = field(init=False, repr=False, compare=False)  # acts as numbers

    def __post_init__(self) -> None:
        known = {sign: [(ACTS.index(act), w) for act, w in of_acts.items()] for sign, of_acts in self.signs.items()}
        object.__setattr__(self, "_known", known)

    def best(self, signs: Iterable[str], of_encoder: Iterable[float]) -> Act:
        """The act that signs and encoder (probabilities in the order of ACTS) make most probable."""
        reached = [self.encoder * math.log(max(p, 1e-3)) for p in of_encoder]
        known = self._known
        for sign in ("always", *sorted(known.keys() & signs)):
            for number, weight in known.get(sign, ()):
                reached[number] += weight
        return ACTS[max(range(len(ACTS)), key=reached.__getitem__)]


def signs_of(
    text: str, cue: tuple[int, int] | None, content: Sequence[tuple[int, int]], form: Form, nested: bool
) -> frozenset[str]:
    """The names of the signs that a statement has: words of and around its cue, words of its content."""
    said = " ".join(text[start:end] for start, end in content)
    asks = "?" in text[content[0][0] : content[-1][1] + 1]
    if cue is None:
        return _signs_in(None, "", "", said, asks, form, nested)
    before, after = text[max(0, cue[0] - _AROUND) : cue[0]], text[cue[1] : cue[1] + _AROUND]
    return _signs_in(text[cue[0] : cue[1]], before, after, said, asks, form, nested)


@lru_cache(maxsize=256)  # most cues are a few words: "said"
def _signs_of_cue(cue: str) -> tuple[tuple[str, ...], str, bool]:
    """The signs that a cue has, its last stem, and whether it only tells that something is said."""
    stems = [_stem(word) for word in _WORD.findall(cue)]
    signs = (*(f"cue {stem}" for stem in stems), "cue: " + " ".join(stems))
    return signs, stems[-1] if stems else "", _PLAIN.fullmatch(cue) is not None


@lru_cache(maxsize=256)  # asked of a statement for its act, and for the stand that it shows
def _signs_in(
    cue: str | None, behind: str, ahead: str, said: str, asks: bool, form: Form, nested: bool
) -> frozenset[str]:
    found = {f"form {form}"}
    if nested:
        found.add("nested")
    if cue is None:
        plain = True
        found.add("no cue")
    else:
        of_cue, last, plain = _signs_of_cue(cue)
        found.update(of_cue)
        before = [_stem(word) for word in _WORD.findall(behind)[-2:]]
        after = [_stem(word) for word in _WORD.findall(ahead)[:2]]
        found |= {f"before {stem}" for stem in before}
        if after:
            found.add(f"after {after[0]}")
            found.add(f"cue+ {last} {after[0]}")
    if plain:
        found.add("plain")
    named = _SIGNS.named_in(said)
    if _INFINITIVE.match(said):
        named.add("infinitive")
    if asks:
        named.add("question")
    words = _WORD.findall(said)
    named.add("short" if len(words) <= 5 else "long" if len(words) > 25 else "middling")
    if {"I", "will"} <= named:
        named.add("I will")
    stems = [_stem(word) for word in words[:_LEADING]]
    if stems:
        named.add(f"first {stems[0]}")
        named.add("first: " + " ".join(stems[:2]))
    if plain:  # what is said tells the act where "said" does not
        found |= {f"plain, {name}" for name in named}
    found |= named
    found |= {f"opening {stem}" for stem in stems[:_OPENING]}
    found |= {f"word {stem}" for stem in stems}
    found |= {f"words {first} {second}" for first, second in itertools.pairwise(stems)}
    return frozenset(found)


@lru_cache(maxsize=8192)
def _stem(word: str) -> str:
    return _ENDING.sub("", word.lower().replace("’", "'"))


@cache
def act_weights() -> ActWeights:
    """The weights that the package ships, learnt by training.acts."""
    return ActWeights(**shipped_weights("act_signs.json"))
