"""What users say of what was read and traced, kept beside it.

correct(store, correction)       keeps it, and makes anew what depends on it, but for the trace
corrections(store)               all that were made, the latest first, with whether they count
counting(store, *whats)          those that count, in the order in which they were made
corrected(store, article)        the reading of an article as users have corrected it
all_corrected(store, articles)   those of several articles
each_corrected(store, articles)  the same, one after the other
rulings(store, same=…)           pairs of actors of which users say that they are one, or not
claim_rulings(store, same=…)     pairs of statements, likewise
owners(store)                    whom outlets belong to
agencies(store)                  outlets that are agencies, or are none
taught(store)                    every correction with what was read and what is right: to learn from
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.errors import BadInput
from reportedly.records import Actor, Contact, Position, Reading, Statement
from reportedly.records.codec import encode
from reportedly.records.correction import WHATS, Correction, Spot, What, decode_correction
from reportedly.store.correcting import as_corrected, found_again
from reportedly.store.database import Store

OPPOSITES: dict[What, tuple[What, ...]] = {  # of which the last word counts
    "same_entity": ("other_entity",), "other_entity": ("same_entity",), "same_claim": ("other_claim",),
    "other_claim": ("same_claim",),
}  # fmt: skip
Key = tuple[str, str]  # the id of an article, and that of an actor or a statement in it

ALL = "select document, id in (select undoes from correction where undoes is not null) from correction order by number"
# articles of an outlet, those that cite it, and those that credit it
NAMING = """with named as (select strip_accents(lower($outlet)) as name)
select id from article, named where contains(strip_accents(lower(outlet)), name)
    or contains(strip_accents(lower(concat_ws(' ', array_to_string(byline, ' '), array_to_string(wires, ' ')))), name)
    or number in (
        select article from actor where kind = 'outlet' and contains(strip_accents(lower(actor.name)), named.name)
    )
order by number"""
ONE_BY_ONE = 500  # articles that are looked up one by one
AROUND = 200  # characters on each side of the words that a correction is about


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A correction, and whether it still counts; undoings count always."""

    correction: Correction
    counts: bool


def correct(store: Store, correction: Correction) -> None:
    """Keeps a correction, and makes anew the rows of the articles that it is about; these are then to be traced again.

    All of it in one transaction. BadInput where it is about an article that the store does not hold, or was said
    before and counts: of two that say the same, undoing one would change nothing.
    """
    told = [
        before
        for before in counting(store, correction.what, *OPPOSITES.get(correction.what, ()))
        if _matter(before) == _matter(correction)
    ]
    if told and _says(told[-1]) == _says(correction):
        raise BadInput("this was said before, and counts", where=told[-1].id, do="undo it, if it is wrong")
    store.correct(correction, _touched(store, correction))


def corrections(store: Store) -> tuple[Made, ...]:
    """All corrections, the latest first."""
    rows = store.query(ALL)
    return tuple(Made(correction=decode_correction(document), counts=not undone) for document, undone in reversed(rows))


def counting(store: Store, *whats: What) -> list[Correction]:
    """The corrections of these kinds that count, in the order in which they were made."""
    return [made.correction for made in reversed(corrections(store)) if made.counts and made.correction.what in whats]


def corrected(store: Store, article_id: str) -> Reading:
    """The reading of an article as users have corrected it; KeyError when the store does not hold it."""
    reading = store.reading(article_id)
    sql = "select count(*) from correction where list_contains(articles, $id)"
    if not store.query(sql, {"id": reading.article.id})[0][0]:
        return reading
    own = [c for c in counting(store, "wrong", "speaker") if c.spots[0].article == reading.article.id]
    return as_corrected(reading, own)


def each_corrected(store: Store, article_ids: Collection[str]) -> Iterator[Reading]:
    """The same one after the other, so that not all need be in memory."""
    own: dict[str, list[Correction]] = defaultdict(list)
    for correction in counting(store, "wrong", "speaker"):
        own[correction.spots[0].article].append(correction)
    wanted = set(article_ids)
    # of many, all are gone through: DuckDB gives a run of them sooner than it finds them one by one
    found = store.readings() if len(wanted) > ONE_BY_ONE else (store.reading(id) for id in sorted(wanted))
    return (as_corrected(r, own[r.article.id]) for r in found if r.article.id in wanted)


def all_corrected(store: Store, article_ids: Collection[str]) -> dict[str, Reading]:
    """The readings of these articles, by the ids that they have in the store, as users have corrected them."""
    return {reading.article.id: reading for reading in each_corrected(store, article_ids)}


def rulings(store: Store, *, same: bool) -> list[tuple[Key, Key]]:
    """The pairs of actors of which the users say that they are one, or that they are not; the last word counts."""
    return _pairs(store, "same_entity", "other_entity", same=same)


def claim_rulings(store: Store, *, same: bool) -> list[tuple[Key, Key]]:
    """The pairs of statements of which the users say that they say the same, or do not; the last word counts."""
    return _pairs(store, "same_claim", "other_claim", same=same)


def owners(store: Store) -> dict[str, str]:
    """Whom outlets belong to, by the name of the outlet in lower case."""
    return {c.outlet.lower(): c.value for c in counting(store, "owner") if c.outlet and c.value}


def agencies(store: Store) -> dict[str, bool]:
    """Which outlets are agencies, or are none, by name in lower case, where users have said so."""
    return {c.outlet.lower(): c.value == "yes" for c in counting(store, "agency") if c.outlet}


def taught(store: Store) -> Iterator[dict[str, Any]]:
    """Every correction that counts with the text around its words and the record that was read there."""
    for correction in counting(store, *(what for what in WHATS if what != "undo")):
        yield {"correction": encode(correction), "read": [_read(store, spot) for spot in correction.spots]}


def _read(store: Store, spot: Spot) -> dict[str, Any]:
    """The text around a spot, and the record that the machine has there now."""
    reading = store.reading(spot.article)
    text = reading.article.text
    start = max(0, spot.start - AROUND)
    id = found_again(spot, reading)
    records: Mapping[str, Sequence[Statement | Contact | Position | Actor]] = {
        "statement": reading.statements, "contact": reading.contacts, "position": reading.positions,
        "actor": reading.actors,
    }  # fmt: skip
    record = next((record for record in records[spot.about] if record.id == id), None)
    return {
        "text": text[start : spot.end + AROUND], "offset": start,
        "record": None if record is None else encode(record),
    }  # fmt: skip


def _pairs(store: Store, one: What, other: What, *, same: bool) -> list[tuple[Key, Key]]:
    said: dict[tuple[Key, Key], bool] = {}
    readings: dict[str, Reading | None] = {}
    for correction in counting(store, one, other):
        keys = [key_of(store, spot, readings) for spot in correction.spots]
        if len(keys) == 2 and keys[0] is not None and keys[1] is not None and keys[0] != keys[1]:
            pair = min(keys[0], keys[1]), max(keys[0], keys[1])
            said.pop(pair, None)
            said[pair] = correction.what == one
    return [pair for pair, is_same in said.items() if is_same is same]


def key_of(store: Store, spot: Spot, readings: dict[str, Reading | None]) -> Key | None:
    """The record that a spot means in the reading of now; None when it is there no more."""
    if spot.article not in readings:
        try:
            readings[spot.article] = store.reading(spot.article)
        except KeyError:
            readings[spot.article] = None
    reading = readings[spot.article]
    id = None if reading is None else found_again(spot, reading)
    return None if reading is None or id is None else (reading.article.id, id)


def naming(store: Store, outlet: str) -> list[str]:
    """The articles of an outlet, and those that name it: as agency, in their byline, as somebody who says something."""
    return [id for (id,) in store.query(NAMING, {"outlet": outlet.lower().removeprefix("the ").strip()})]


def _matter(correction: Correction) -> object:
    """What a correction is about: of a pair both, of a speaker the statement alone."""
    spots = correction.spots[:1] if correction.what == "speaker" else correction.spots
    outlet = (correction.outlet or "").lower()
    return frozenset((spot.about, spot.article, spot.id) for spot in spots), outlet, correction.undoes


def _says(correction: Correction) -> object:
    """What it says of that."""
    speaker = [spot.id for spot in correction.spots[1:]] if correction.what == "speaker" else []
    return correction.what, correction.value, speaker


def _touched(store: Store, correction: Correction) -> list[str]:
    """The articles whose stories a correction may change."""
    if correction.undoes is not None:
        undone = next((m.correction for m in corrections(store) if m.correction.id == correction.undoes), None)
        return [] if undone is None else _touched(store, undone)
    articles = [spot.article for spot in correction.spots]
    if correction.outlet is not None:
        articles += naming(store, correction.outlet)
    return list(dict.fromkeys(articles))
