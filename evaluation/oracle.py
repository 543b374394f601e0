"""The cast that the gold itself gives, to measure chains as if every actor had been made out rightly.

Hops that the story has no actor for (documents, groups) are actors by their words here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from evaluation.gold import Gold, Place, Row
from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.cast.actors import Cast
from reportedly.reading.layout.agencies import abbreviates, known_agency
from reportedly.records import ACTOR_KINDS, Actor, ActorKind, Sourcing, Span

_SOURCINGS: dict[str, Sourcing] = {"outlet": "outlet", "document": "document", "person": "on_record"}


def gold_cast(
    gold: Gold, attributions: Iterable[Attribution], wires: Iterable[str] = ()
) -> tuple[Cast, tuple[Mention, ...]]:
    """The actors of the gold with every place that refers to them, and these places as mentions.

    Relays of the attributions have their actors too, by name; `wires` are the agencies that the cast is asked for.
    """
    oracle = _Oracle(gold)
    for span in [*(m.span for m in gold.mentions), *(r.mention for a in attributions for r in a.relays)]:
        oracle.note(span)
    actors = [oracle.actor(id) for id in oracle.ids()]
    outlets = {actor.id: actor.name or "" for actor in actors if actor.kind == "outlet"}
    credited = {
        name: next((id for id, known in outlets.items() if _same_agency(name, known)), oracle.outlet) for name in wires
    }
    cast = Cast(
        actors=tuple(actors),
        outlet=oracle.outlet,
        principals={actor.id: actor.speaks_for for actor in actors if actor.speaks_for},
        wires=credited,
        sourcings={actor.id: _sourcing(actor) for actor in actors},
        places=oracle.places,
    )
    mentions = (
        Mention(span=gold.article.span(*place), kind=cast.actor(id).kind)
        for place, id in sorted(oracle.places.items(), key=lambda item: (item[0][0], -item[0][1]))
    )
    return cast, tuple(mentions)


def _same_agency(name: str, other: str) -> bool:
    bare = other.removeprefix("The ")
    return name == bare or known_agency(bare) == name or abbreviates(name, bare) or abbreviates(bare, name)


def _sourcing(actor: Actor) -> Sourcing:
    if actor.speaks_for:
        return "spokesperson"
    return "unnamed" if actor.unnamed else _SOURCINGS.get(actor.kind, "institution")


class _Oracle:
    def __init__(self, gold: Gold) -> None:
        self._gold = gold
        self._known: dict[str, Row] = {actor["id"]: actor for actor in gold.story["actors"]}
        self._ids = {
            name.lower(): id
            for id, actor in reversed(self._known.items())
            for name in (actor["name"], *actor["aliases"])
            if name
        }
        self._kinds: dict[str, str] = {id: actor["kind"] for id, actor in self._known.items()}
        self._names: dict[str, str] = {}
        self._principals: dict[str, tuple[str, ...]] = {}
        self._unnamed: set[str] = set()
        self.outlet = self._id(gold.row["outlet"])
        self.places: dict[Place, str] = {
            (mention["span"][0], mention["span"][1]): mention["actor"] for mention in gold.row.get("mentions", ())
        }
        for name in {row["outlet"] for row in gold.story["articles"]}:
            self._kinds.setdefault(self._id(name), "outlet")
        rows = {row["id"]: row for row in gold.statements}
        for attribution, row in zip(gold.attributions, gold.statements, strict=True):
            above = rows[row["within"]]["chain"] if row["within"] in rows else row["chain"][:1]
            self._read(attribution, row, [self._id(hop) for hop in row["chain"][len(above) :]], self._id(above[-1]))
        if "mentions" not in gold.row:
            self._find_outlets()

    def ids(self) -> Iterator[str]:
        """The id of every actor, the publishing outlet's first."""
        yield self.outlet
        yield from sorted({*self._kinds, *self.places.values()} - {self.outlet})

    def actor(self, id: str) -> Actor:
        """An actor by its id."""
        row = self._known.get(id)
        return Actor(
            id=id,
            kind=_kind(self._kinds.get(id, "person")),
            name=(row and row["name"]) or self._names.get(id) or (row["aliases"][0] if row and row["aliases"] else id),
            roles=tuple(row["roles"]) if row else (),
            unnamed=id in self._unnamed,
            speaks_for=self._principals.get(id, ()),
            mentions=tuple(self._gold.article.span(*place) for place, of in sorted(self.places.items()) if of == id),
        )

    def note(self, span: Span) -> None:
        """Gives words that are no mention the actor whose name they are."""
        bare = span.text.lower().removeprefix("the ")
        id = self._ids.get(span.text.lower()) or self._ids.get(bare)
        if id is not None:
            self.places.setdefault((span.start, span.end), id)

    def _id(self, name: str) -> str:
        id = name if name in self._known else self._ids.get(name.lower(), f"hop:{name}")
        self._names.setdefault(id, name)
        return id

    def _read(self, attribution: Attribution, row: Row, hops: list[str], above: str) -> None:
        """Notes who the source of a statement is, by its own hops of the chain."""
        if attribution.source is None:
            return
        place = attribution.source.start, attribution.source.end
        if not hops:  # one's own words once more
            self.places.setdefault(place, above)
            return
        own = len(hops) - 1
        if len(hops) > 1 and hops[-1] == row["speaks_for"]:
            own -= 1
            self._principals.setdefault(hops[own], (row["speaks_for"],))
        elif len(hops) > 1 and row["source_kind"] == "document" and hops[-1] != self.places.get(place):
            own -= hops[-2].startswith("hop:")
        self.places[place] = hops[own]
        self._kinds.setdefault(hops[own], "document" if row["source_kind"] == "document" else "group")
        if row["source_kind"] == "anonymous":
            self._unnamed.add(hops[own])
        for hop in hops[:own]:
            self._kinds.setdefault(hop, "document")
            at = self._gold.article.text.lower().find(self._names[hop].lower())
            if at >= 0 and hop.startswith("hop:"):
                self.places.setdefault((at, at + len(self._names[hop])), hop)
        for hop in hops[own + 1 :]:
            self._kinds.setdefault(hop, "group")

    def _find_outlets(self) -> None:
        """Mentions of the story's other outlets: version 1 of the gold has none."""
        for name in sorted({row["outlet"] for row in self._gold.story["articles"]}, key=lambda name: -len(name)):
            pattern = rf"(?<!\w){re.escape(name.removeprefix('The '))}(?!\w)"
            for match in re.finditer(pattern, self._gold.article.text):
                if not any(start < match.end() and match.start() < end for start, end in self.places):
                    self.places[match.span()] = self._id(name)


def _kind(kind: str) -> ActorKind:
    return next((known for known in ACTOR_KINDS if known == kind), "organisation")


def without_relays(attributions: Iterable[Attribution]) -> tuple[Attribution, ...]:
    """The attributions without the relays that the gold gives them, so that rules alone must find them."""
    return tuple(replace(attribution, relays=()) for attribution in attributions)
