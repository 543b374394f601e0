"""What users have said, the latest first: of a kind, by somebody; whether it counts, and still applies to anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from reportedly.records import Reading
from reportedly.records.correction import Correction, What, decode_correction
from reportedly.store.corrections import key_of, naming
from reportedly.store.database import Store
from reportedly.store.overviews.paging import Cut, bounds

FOUND = """
with said as (select *, json_extract_string(document, '$.by') as "by" from correction),
found as (select * from said where (what = $what or $what is null) and ("by" = $by or $by is null))"""

COUNT = f"{FOUND} select count(*) from found"

ROWS = f"""{FOUND}
select found.document, found.id in (select undoes from correction where undoes is not null), undone.document
from found left join correction as undone on undone.id = found.undoes
order by found.number desc limit $limit offset $offset"""

KINDS = "select what, count(*) from correction group by what order by 2 desc, what"

PEOPLE = """
select json_extract_string(document, '$.by') as "by", count(*) from correction
group by 1 order by 2 desc, 1 limit $limit"""

AT_MOST = 100  # people to choose from


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionRow:
    """A correction, and what it undoes.

    `counts` is False where it was undone; `applies` where it changes nothing, since what it is about is gone.
    """

    correction: Correction
    counts: bool
    applies: bool
    undone: Correction | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How many corrections are of one kind, or by one person."""

    value: str
    corrections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrections:
    """A page of them, the latest first, with the kinds and the people that there are."""

    rows: tuple[CorrectionRow, ...]
    kinds: tuple[Kind, ...]
    people: tuple[Kind, ...]
    what: str | None
    by: str | None
    cut: Cut


def corrections(store: Store, *, what: What | None = None, by: str | None = None, page: int = 1) -> Corrections:
    """A page of the corrections of a kind and by a person, as they wrote their name."""
    wanted = {"what": what, "by": by}
    ((total,),) = store.query(COUNT, wanted)
    readings: dict[str, Reading | None] = {}
    return Corrections(
        rows=tuple(_row(store, readings, *row) for row in store.query(ROWS, {**wanted, **bounds(page)})),
        kinds=tuple(Kind(value=value, corrections=number) for value, number in store.query(KINDS)),
        people=tuple(
            Kind(value=value, corrections=number) for value, number in store.query(PEOPLE, {"limit": AT_MOST})
        ),
        what=what,
        by=by,
        cut=Cut(page=page, total=total),
    )


def _row(store: Store, readings: dict[str, Reading | None], *row: Any) -> CorrectionRow:
    document, is_undone, undone = row
    correction = decode_correction(document)
    return CorrectionRow(
        correction=correction,
        counts=not is_undone,
        applies=_applies(store, correction, readings),
        undone=decode_correction(undone) if undone else None,
    )


def _applies(store: Store, correction: Correction, readings: dict[str, Reading | None]) -> bool:
    if correction.undoes is not None:
        return True
    if correction.outlet is not None:
        return bool(naming(store, correction.outlet))
    return all(key_of(store, spot, readings) is not None for spot in correction.spots)
