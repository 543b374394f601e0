"""Who copied whom, drawn: articles one under the other in the order of time, an arc for each that came from another.

Of many articles the arcs would hide each other: these are drawn as a tree, each under the one that it was made from.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR, UTC, datetime

from reportedly.records import Derivation
from reportedly.render.inert import one_line
from reportedly.render.sourced import Copy

ROW = 26  # units of the drawing, from one article to the next
TOP = 18
NARROW, WIDE = 90, 300  # of the arcs: 5 articles need little room, 60 keep short arcs apart from long ones
MANY = 40  # articles, past which arcs hide each other
POINT, STEP, DEEPEST = 8, 18, 12  # of the tree: the first point, how far each step is to the right, and how many are
LABEL = 96  # characters of outlet and headline together; SVG does not wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One article: where its point is, and what stands beside it; `others` counts what else it was made from."""

    copy: Copy
    x: int
    y: int
    when: str
    headline: str
    others: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Arc:
    """One derivation as a path from the upper article to the lower, with its arrow head.

    In a tree the path is only the end of the way; `trunk` is what it shares with those of other kinds.
    """

    derivation: Derivation
    path: str
    head: str
    says: str
    trunk: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """All rows and arcs; `clock` and `label` are where the words of the rows begin."""

    rows: tuple[Row, ...]
    arcs: tuple[Arc, ...]
    clock: int
    label: int
    width: int
    height: int


def draw(copies: Sequence[Copy], derivations: Sequence[Derivation]) -> Drawing:
    """The drawing of a story: time runs downwards, arcs bulge to the left, longer ones further; a tree past MANY."""
    ordered = sorted(copies, key=lambda copy: (copy.moment, copy.id))
    at = {copy.id: number for number, copy in enumerate(ordered)}
    known = [made for made in derivations if {made.from_, made.to} <= at.keys()]
    return _tree(ordered, known) if len(ordered) > MANY else _arcs(ordered, known, at)


def _arcs(ordered: Sequence[Copy], known: Sequence[Derivation], at: dict[str, int]) -> Drawing:
    longest = max((abs(at[made.to] - at[made.from_]) for made in known), default=0)
    x = min(WIDE, NARROW + 6 * longest) if known else 14
    clock = max((len(when) for when in _times(ordered)), default=0) * 6
    rows = tuple(
        Row(copy=copy, x=x, y=TOP + ROW * number, when=when, headline=_fitting(copy))
        for number, (copy, when) in enumerate(zip(ordered, _times(ordered), strict=True))
    )
    arcs = tuple(_arc(made, at, ordered, x, longest) for made in known)
    return _drawing(rows, arcs, x, clock)


def _tree(ordered: Sequence[Copy], known: Sequence[Derivation]) -> Drawing:
    """Each article under the one that it was most surely made from, those of one upstream in the order of time."""
    upstream: dict[str, Derivation] = {}
    others = Counter(made.to for made in known)
    for made in sorted(known, key=lambda made: (-made.score, made.from_)):
        if made.to not in upstream and not _leads_back(made, upstream):
            upstream[made.to] = made
    below: dict[str | None, list[int]] = defaultdict(list)
    for number, copy in enumerate(ordered):
        below[upstream[copy.id].from_ if copy.id in upstream else None].append(number)
    times = _times(ordered)
    rows: dict[str, Row] = {}
    waiting = [(number, 0) for number in reversed(below[None])]
    while waiting:
        number, depth = waiting.pop()
        copy = ordered[number]
        rows[copy.id] = Row(
            copy=copy,
            x=POINT + STEP * min(depth, DEEPEST),
            y=TOP + ROW * len(rows),
            when=times[number],
            headline=_fitting(copy),
            others=max(0, others[copy.id] - 1),
        )
        waiting += [(child, depth + 1) for child in reversed(below[copy.id])]
    arcs = tuple(_elbow(upstream[id], rows) for id in rows if id in upstream)
    x = max((row.x for row in rows.values()), default=POINT)
    return _drawing(tuple(rows.values()), arcs, x, max(map(len, times), default=0) * 6)


def _leads_back(made: Derivation, upstream: dict[str, Derivation]) -> bool:
    """Whether the article that it was made from goes back to it, over those that are in the tree already."""
    here: str | None = made.from_
    while here is not None:
        if here == made.to:
            return True
        here = upstream[here].from_ if here in upstream else None
    return False


def _elbow(made: Derivation, rows: dict[str, Row]) -> Arc:
    above, row = rows[made.from_], rows[made.to]
    x = row.x if above.x < row.x else row.x + STEP  # where the tree goes no further to the right
    return Arc(
        derivation=made,
        path=f"M{above.x} {row.y}H{x - 11}",
        trunk=f"M{above.x} {above.y + 5}V{row.y}",
        head=f"M{x - 5} {row.y}l-7 -3.5v7z",
        says=_says(made, above.copy, row.copy),
    )


def _drawing(rows: tuple[Row, ...], arcs: tuple[Arc, ...], x: int, clock: int) -> Drawing:
    label = x + 14 + clock + 12
    return Drawing(
        rows=rows,
        arcs=arcs,
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
    if moment.tzinfo is None or moment.year in (MINYEAR, MAXYEAR):  # which may have no moment in UTC
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
    return Arc(
        derivation=made,
        path=f"M{x - 5} {start}C{out} {start} {out} {end} {x - 11} {end}",
        head=f"M{x - 5} {end}l-7 -3.5v7z",
        says=_says(made, ordered[at[made.from_]], ordered[at[made.to]]),
    )


def _says(made: Derivation, earlier: Copy, later: Copy) -> str:
    credit = "credited" if made.credited else "not credited"
    return f"{later.name}: {made.kind} of {earlier.name}, {credit}"
