"""Who copied whom, drawn: articles one under the other in the order of time, an arc for each that came from another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from reportedly.records import Derivation
from reportedly.render.inert import one_line
from reportedly.render.sourced import Copy

ROW = 26  # units of the drawing, from one article to the next
TOP = 18
NARROW, WIDE = 90, 300  # of the arcs: 5 articles need little room, 60 keep short arcs apart from long ones
LABEL = 96  # characters of outlet and headline together; SVG does not wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article: its height, how many were made from it, and what stands beside it."""

    copy: Copy
    y: int
    when: str
    headline: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """One derivation as a path from the upper article to the lower, with its arrow head."""

    derivation: Derivation
    path: str
    head: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All rows and arcs; `x` is the line on which the articles stand, `clock` and `label` where their words begin."""

    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]
    x: int
    clock: int
    label: int
    width: int
    height: int


def draw(copies: Sequence[Copy], derivations: Sequence[Derivation]) -> Drawing:
    """The drawing of a story: time runs downwards, arcs bulge to the left, longer ones further."""
    ordered = sorted(copies, key=lambda copy: (copy.moment, copy.id))
    at = {copy.id: number for number, copy in enumerate(ordered)}
    known = [made for made in derivations if {made.from_, made.to} <= at.keys()]
    longest = max((abs(at[made.to] - at[made.from_]) for made in known), default=0)
    x = min(WIDE, NARROW + 6 * longest) if known else 14
    clock = max((len(when) for when in _times(ordered)), default=0) * 6
    rows = tuple(
        Row(copy=copy, y=TOP + ROW * number, when=when, headline=_fitting(copy))
        for number, (copy, when) in enumerate(zip(ordered, _times(ordered), strict=True))
    )
    arcs = tuple(_arc(made, at, ordered, x, longest) for made in known)
    label = x + 14 + clock + 12
    return Drawing(
        rows=rows,
        arcs=arcs,
        x=x,
        clock=x + 14,
        label=label,
        width=label + 13 * LABEL // 2,  # a letter of this size is half as wide as high
        height=2 * TOP + ROW * (len(rows) - 1),
    )


def span_of(copies: Sequence[Copy]) -> str:
    """ "2 May 2031, 14:10 UTC – 4 May 2031"."""
    dated = sorted((copy for copy in copies if copy.published), key=lambda copy: copy.moment)
    if not dated:
        return "dates not known"
    first, last = dated[0].when(), dated[-1].when()
    return first if first == last else f"{first} – {last}"


def _times(ordered: Sequence[Copy]) -> list[str]:
    """When each was published; in UTC, so that the column is in order, the year where there are several."""
    years = {(copy.published or "")[:4] for copy in ordered if copy.published}
    return [_universal(copy).when(year=len(years) > 1) for copy in ordered]


def _universal(copy: Copy) -> Copy:
    if not copy.published or not copy.published[10:]:
        return copy
    moment = datetime.fromisoformat(copy.published)
    if moment.tzinfo is None:
        return copy
    return Copy(id=copy.id, outlet=copy.outlet, published=moment.astimezone(UTC).isoformat(), title=copy.title)


def _fitting(copy: Copy) -> str:
    title = one_line(copy.title or "")
    room = max(LABEL - len(copy.name[:30]), 0)
    return title if len(title) <= room else title[: max(room - 1, 0)].rstrip() + "…"


def _arc(made: Derivation, at: dict[str, int], ordered: Sequence[Copy], x: int, longest: int) -> Arc:
    start, end = TOP + ROW * at[made.from_], TOP + ROW * at[made.to]
    # a cubic reaches three quarters of the way to its control points, which may so lie beyond the drawing
    reach = (x - 12) / 0.75 * (abs(at[made.to] - at[made.from_]) / max(longest, 1)) ** 0.6
    out = round(x - 5 - reach)
    earlier, later = ordered[at[made.from_]].name, ordered[at[made.to]].name
    credit = "credited" if made.credited else "not credited"
    return Arc(
        derivation=made,
        path=f"M{x - 5} {start}C{out} {start} {out} {end} {x - 11} {end}",
        head=f"M{x - 5} {end}l-7 -3.5v7z",
        says=f"{later}: {made.kind} of {earlier}, {credit}",
    )
