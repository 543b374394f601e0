"""Outlets as users describe them: whom they belong to, and which are agencies that others print."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from reportedly.records import Article
from reportedly.trace.outlets import SURE, marks, names_of
from reportedly.trace.resemblance import bare
from reportedly.trace.stems import fold
from reportedly.trace.told import Told


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency that an article credits: its name, what it is known by, and whether the store holds articles of it."""

    name: str
    key: str
    held: bool


@dataclass(frozen=True, slots=True)
class Publishers:
    """What users say of outlets, by their bare names, and the entities that these names mean in one story."""

    owners: Mapping[str, str] = field(default_factory=dict)
    agencies: Mapping[str, Collection[str]] = field(default_factory=dict)  # with the names that they go by
    entities: Mapping[str, str] = field(default_factory=dict)
    held: Collection[str] = frozenset()

    @classmethod
    def of(cls, told: Iterable[Told], owners: Mapping[str, str], agencies: Collection[str]) -> Publishers:
        """What is said of the outlets of a story; `owners` and `agencies` by the names that users gave."""
        if not owners and not agencies:
            return NOBODY
        entities, held, known = dict[str, str](), set[str](), {bare(name): {bare(name)} for name in agencies}
        for one in told:
            name = bare(one.reading.article.outlet or "")
            entities[name] = one.outlet
            held.add(one.outlet)
            if name in known:
                known[name].update(other for other, sure in names_of(one.reading).items() if sure >= SURE)
            for link, entity in zip(one.statement.chain, one.voices, strict=True):
                actor = one.reading.actor(link.actor)
                if actor.kind == "outlet" and actor.name:
                    entities.setdefault(bare(actor.name), entity)
        by_name = {bare(name): owner for name, owner in owners.items()}
        by_name |= {entities[name]: owner for name, owner in by_name.items() if name in entities}
        return cls(by_name, known, entities, held)

    def owner_of(self, entity: str, name: str) -> str | None:
        """Whom an outlet belongs to, by its entity or the name that an article gives it."""
        return self.owners.get(entity) or self.owners.get(bare(name))

    def credited(self, article: Article) -> Agency | None:
        """The agency that an article credits for its copy: in its wire credit, its byline or after its dateline."""
        if not self.agencies:
            return None
        lines = [*article.wires, *article.byline]
        for agency, names in sorted(self.agencies.items()):
            entity = self.entities.get(agency)
            is_held = entity in self.held  # the marks of others are not known
            credits = [fold(line) for line in (*lines, *(marks(article) if is_held else ()))]
            if agency != bare(article.outlet or "") and any(_stands(name, line) for name in names for line in credits):
                shown = next((line for line in lines if bare(line) == agency), agency.title())
                return Agency(shown, entity or f"agency {agency}", is_held)
        return None


NOBODY = Publishers()


def _stands(name: str, line: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line) is not None
