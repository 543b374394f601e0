"""Which articles go back to which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.records import Derivation


@dataclass(frozen=True, slots=True)
class Kinship:
    """Which articles were made from which: directly, over several steps, or both from a third."""

    parents: Mapping[str, frozenset[str]]
    ancestors: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, derivations: Iterable[Derivation]) -> Kinship:
        """The kinship of all articles that the derivations name."""
        parents: dict[str, set[str]] = defaultdict(set)
        for derivation in derivations:
            parents[derivation.to].add(derivation.from_)
        ancestors: dict[str, frozenset[str]] = {}
        for article in parents:
            seen: set[str] = set()
            stack = list(parents[article])
            while stack:
                up = stack.pop()
                if up not in seen:
                    seen.add(up)
                    stack += parents.get(up, ())
            ancestors[article] = frozenset(seen - {article})
        return cls({k: frozenset(v) for k, v in parents.items()}, ancestors)

    def direct(self, one: str, other: str) -> bool:
        """Whether one article was made from the other."""
        return one in self.parents.get(other, ()) or other in self.parents.get(one, ())

    def linear(self, one: str, other: str) -> bool:
        """Whether one article goes back to the other, over any number of steps."""
        return one in self.ancestors.get(other, ()) or other in self.ancestors.get(one, ())

    def siblings(self, one: str, other: str) -> bool:
        """Whether both go back to the same article."""
        return bool(self.ancestors.get(one, frozenset()) & self.ancestors.get(other, frozenset()))
