"""The weights of the signs of contacts and of their parties, learnt from annotated articles (training.contacts)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.reading.odds import Weights, probability, shipped_weights, total

SURE = 0.5  # probability from which an actor takes part rather than not
THIRD = 0.8  # the same, where two do already: of 92 contacts of labels/ that had more at SURE, 61 had one too many


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactWeights:
    """Log-odds by signs: `party` of an actor to take part in a contact, `words` of words to tell of one, to which
    `known` adds what is known of its parties.

    From `at` on a contact is believed. Of those whom its sentence names the two likeliest take part, if they are SURE,
    and others from THIRD on. Where fewer than two do, so do the next likely, of those in its sentence from `party_at`
    on, of others from `other_at` on.
    """

    party: Weights
    words: Weights
    known: Weights
    at: float
    party_at: float
    other_at: float

    def of_party(self, signs: Iterable[str]) -> float:
        """The probability that an actor with these signs takes part."""
        return probability(total(self.party, signs))

    def of_telling(self, words: Iterable[str], known: Iterable[str]) -> float:
        """The probability that words with these signs tell of a contact, of which so much is known."""
        return probability(total(self.words, words) + total(self.known, known))

    def may_tell(self, words: Iterable[str]) -> bool:
        """Whether words with these signs reach `at` where as much is known of the parties as can be."""
        most = sum(max(weight, 0.0) for weight in self.known.values())
        return probability(total(self.words, words) + most) >= self.at

    def chosen(self, likely: Mapping[str, float], named: Collection[str]) -> list[str]:
        """Who takes part, of actors with these probabilities; those not `named` there only where others are missing."""
        best = sorted(likely, key=lambda actor: (-likely[actor], actor))
        plain = [actor for actor in best if actor in named and likely[actor] >= SURE]
        sure = [actor for rank, actor in enumerate(plain) if rank < 2 or likely[actor] >= THIRD]
        least = {actor: self.party_at if actor in named else self.other_at for actor in best}
        others = [actor for actor in best if actor not in sure and likely[actor] >= least[actor]]
        return [*sure, *others[: max(2 - len(sure), 0)]]


@cache
def contact_weights() -> ContactWeights:
    """The weights that the package ships."""
    return ContactWeights(**shipped_weights("contact_signs.json"))
