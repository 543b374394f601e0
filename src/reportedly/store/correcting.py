"""A reading as users have corrected it; the reading itself stays as it was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from reportedly.records import Actor, Chain, Link, Reading, Sourcing, Span
from reportedly.records.correction import Correction, Spot

# of the characters of both, from which a record read anew is the one that was meant; a statement may hold most of the
# words of another one, within which it stands
FOUND_AT = {"statement": 0.8, "contact": 0.5, "position": 0.5, "actor": 0.5}


def as_corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading without what is wrong, and with the speakers that users name; corrections that fit nothing, pass."""
    for correction in corrections:
        if correction.what == "wrong":
            reading = _without(reading, correction.spots[0])
        elif correction.what == "speaker":
            reading = _respoken(reading, *correction.spots[:2])
    return reading


def spot_of(reading: Reading, about: str, id: str) -> Spot | None:
    """Where a record of a reading stands, to find it again; None when there is none of this id.

    An outlet that its article nowhere mentions has no words, and is found by its id.
    """
    for found, places in _places(reading, about):
        if found == id:
            article = reading.article
            start, end = min((p.start for p in places), default=0), max((p.end for p in places), default=0)
            words = article.text[start:end]
            return Spot(article=article.id, about=about, id=id, start=start, end=end, words=words)  # type: ignore[arg-type]
    return None


def found_again(spot: Spot, reading: Reading) -> str | None:
    """The id that the record has in a reading, which may be a newer one; None when nothing there is like it."""
    best: tuple[float, bool, str] | None = None
    for id, places in _places(reading, spot.about):
        alike = max((_overlap(spot, place) for place in _spans(places, spot.about)), default=0.0)
        if not spot.words and id == spot.id:
            return id
        if alike >= FOUND_AT[spot.about] and (best is None or (alike, id == spot.id, id) > best):
            best = alike, id == spot.id, id
    return best[2] if best else None


def _places(reading: Reading, about: str) -> Iterable[tuple[str, Sequence[Span]]]:
    if about == "statement":
        return ((s.id, s.content) for s in reading.statements)
    if about == "contact":
        return ((c.id, (c.evidence,)) for c in reading.contacts)
    if about == "position":
        return ((p.id, (p.evidence,)) for p in reading.positions)
    return ((a.id, a.mentions) for a in reading.actors)


def _spans(places: Sequence[Span], about: str) -> Sequence[tuple[int, int]]:
    """What a record is compared by: each mention of an actor, from first to last all that others have."""
    if about == "actor":
        whole = [(place.start, place.end) for place in places]
        return [*whole, *([(whole[0][0], whole[-1][1])] if whole else [])]
    return [(min(p.start for p in places), max(p.end for p in places))] if places else []


def _overlap(spot: Spot, place: tuple[int, int]) -> float:
    shared = min(spot.end, place[1]) - max(spot.start, place[0])
    return max(0, shared) / (max(spot.end, place[1]) - min(spot.start, place[0]))


def _without(reading: Reading, spot: Spot) -> Reading:
    id = found_again(spot, reading)
    if id is None:
        return reading
    if spot.about == "contact":
        return replace(reading, contacts=tuple(c for c in reading.contacts if c.id != id))
    if spot.about == "position":
        return replace(reading, positions=tuple(p for p in reading.positions if p.id != id))
    parent = next(s.within for s in reading.statements if s.id == id)
    return replace(
        reading,
        statements=tuple(replace(s, within=parent) if s.within == id else s for s in reading.statements if s.id != id),
        contacts=tuple(replace(c, statement=parent) if c.statement == id else c for c in reading.contacts),
        positions=tuple(replace(p, statement=parent) if p.statement == id else p for p in reading.positions),
    )


def _respoken(reading: Reading, spot: Spot, speaker: Spot) -> Reading:
    id, actor_id = found_again(spot, reading), found_again(speaker, reading)
    if id is None or actor_id is None:
        return reading
    actor = reading.actor(actor_id)

    def moved(chain: Chain) -> Chain:
        last = chain.speaker
        start = next(s.content[0].start for s in reading.statements if s.id == id)
        mention = min(actor.mentions, key=lambda span: abs(span.start - start), default=None)
        return Chain((*chain[:-1], Link(actor=actor_id, mention=mention, cue=last.cue, addressees=last.addressees,
                                        on=last.on)))  # fmt: skip

    return replace(
        reading,
        statements=tuple(
            replace(s, chain=moved(s.chain), sourcing=_sourcing(actor)) if s.id == id else s for s in reading.statements
        ),
    )


def _sourcing(actor: Actor) -> Sourcing:
    """What kind of source an actor is, as the contract has it."""
    if actor.speaks_for:
        return "spokesperson"
    if actor.unnamed:
        return "unnamed"
    kinds: dict[str, Sourcing] = {"person": "on_record", "document": "document", "outlet": "outlet"}
    return kinds.get(actor.kind, "institution")
