"""How well a claim is sourced, in one honest line; the weakest-sourced claims first."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import Literal

from reportedly.records import Article, Change, Claim, DerivationKind, OriginKind, Reading, Status, Story, Trace
from reportedly.render.inert import one_line
from reportedly.render.wording import MONTHS, STATUS, UNSURE, Grade, counted, listed

ORIGIN: dict[OriginKind, str] = {
    "on_record": "on record",
    "spokesperson": "spokesperson",
    "document": "document",
    "unnamed": "unnamed",
    "own_reporting": "own reporting",
    "unheld": "cited, not held",
}
GRADES: dict[OriginKind, Grade] = {
    "on_record": "firm",
    "document": "firm",
    "spokesperson": "relayed",
    "own_reporting": "relayed",
    "unnamed": "soft",
    "unheld": "soft",
}
FIRMEST_FIRST: tuple[OriginKind, ...] = (
    "on_record", "document", "spokesperson", "own_reporting", "unnamed", "unheld",
)  # fmt: skip
ON_RECORD = {"on_record", "document", "spokesperson"}
CHANGE: dict[Change, str] = {
    "number": "another number",
    "negation": "a negation lost or added",
    "hedge": "more certain, or less",
    "tense": "another time: planned, under way or done",
    "attribution": "another source",
    "actor": "another actor",
}
DERIVED: dict[DerivationKind, str] = {
    "reprint": "reprint",
    "rewrite": "rewrite",
    "excerpt": "excerpt",
    "citation": "citation",
}
NAMED_AT_MOST = 3  # outlets of one line; the others are counted
ORIGINS_AT_MOST = 5
SCRAP = 2  # words that are no claim yet: "comment", "the closure"
SHORT = 6  # words that tell nothing when the last of them only points to something: "Renn's party opposes it"
_POINTING = frozenset(["it", "this", "that", "so", "them", "these", "those"])
_HANGING = frozenset(["for", "of", "about", "from", "with", "at", "on"])  # in small letters: the beginning is missing
_WORD = re.compile(r"[^\W_]+(?:['’.,-][^\W_]+)*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """What a line says of an article: its outlet, when it was published, its headline."""

    id: str
    outlet: str | None = None
    published: str | None = None
    title: str | None = None

    @classmethod
    def of(cls, article: Article) -> Copy:
        """That of an article whose text is at hand."""
        return cls(id=article.id, outlet=article.outlet, published=article.published, title=article.title)

    @property
    def name(self) -> str:
        """The outlet, or the id of the article where it has none."""
        return one_line(self.outlet or self.id)

    @property
    def moment(self) -> tuple[bool, datetime]:
        """When it was published, to sort by: without a date last, midnight UTC where nothing more is known."""
        if self.published is None:
            return True, datetime.max.replace(tzinfo=UTC)
        known = datetime.fromisoformat(self.published)
        return False, known if known.tzinfo else known.replace(tzinfo=UTC)

    def when(self, *, day: bool = True, year: bool = True) -> str:
        """ "2 May 2031, 14:10 UTC", the time of day alone where it is known and the day is not asked for."""
        if self.published is None:
            return "date not known"
        given = date.fromisoformat(self.published[:10])
        clock = _clock(self.published)
        if clock and not day:
            return clock
        days = f"{given.day} {MONTHS[given.month - 1][:3]}" + (f" {given.year}" if year else "")
        return f"{days}, {clock}" if clock else days


Copies = Mapping[str, Copy]
Statuses = Mapping[tuple[str, str], Status | Literal["unsure"]]  # of statements, by article and id
NO_STATUSES: Statuses = MappingProxyType({})


def line_of(claim: Claim, copies: Copies, *, day: bool = True) -> str:
    """ "1 origin, 9 outlets, never on record, first: Meridian Wire 14:10 UTC, 2 retellings changed it".

    Without `day` the day of the first report is left out, where its time is known.
    """
    facts = [
        _origins(claim),
        counted(len(outlets_of(claim, copies)), "outlet"),
        _unheld(claim),
        _record(claim),
        _first(claim, copies, day),
        _changed(claim),
        f"contradicted by {counted(len(claim.contradicts), 'claim')}" if claim.contradicts else None,
    ]
    return ", ".join(filter(None, facts))


def statuses_of(readings: Iterable[Reading]) -> Statuses:
    """The status of every statement of these readings."""
    return {(one.article.id, s.id): status_of(s.status, s.score) for one in readings for s in one.statements}


def status_of(status: Status, score: float) -> Status | Literal["unsure"]:
    """The status of a statement; "unsure" where it was said, if it was read rightly, which is less likely than not."""
    return "unsure" if status == "made" and score < UNSURE else status


def caveat(claim: Claim, statuses: Statuses) -> str | None:
    """That nobody said it, where all who tell it unchanged were expected to, or declined to; that all are unsure."""
    changed = changed_of(claim)
    told = {(one.article, one.statement) for one in claim.statements} - changed
    found = {statuses[one] for one in told if one in statuses}
    if len(found) != 1:
        return None
    (only,) = found
    return only if only == "unsure" else STATUS[only]


def weakest_first(claims: Iterable[Claim], copies: Copies, statuses: Statuses = NO_STATUSES) -> list[Claim]:
    """The claims in the order in which they want checking: fewest origins, softest ones, most echoed.

    Those that leave nothing to check come last: nobody said them, they may be misread, or their words alone tell
    nothing.
    """
    return sorted(claims, key=lambda claim: weakness(claim, copies, statuses))


def weakness(
    claim: Claim, copies: Copies, statuses: Statuses
) -> tuple[bool, int, int, int, tuple[bool, datetime], str]:
    """What to sort by, the weakest-sourced least: an origin that nobody holds the report of counts as none held."""
    empty = caveat(claim, statuses) is not None or _is_scrap(claim.wording)
    held = claim.independent_origins - sum(origin.kind == "unheld" for origin in claim.origins)
    best = min((FIRMEST_FIRST.index(origin.kind) for origin in claim.origins), default=len(FIRMEST_FIRST))
    first = min((copies[id].moment for id in claim.first_report if id in copies), default=Copy(id="").moment)
    return empty, max(held, 0), -best, -len(outlets_of(claim, copies)), first, claim.id


def _is_scrap(wording: str) -> bool:
    """Whether it is no more than a word or two, or hangs on what is not there: "this", "for trade", "asked it"."""
    words = _WORD.findall(wording)
    return len(words) <= SCRAP or words[0] in _HANGING or (len(words) <= SHORT and words[-1] in _POINTING)


def stories_weakest_first(
    trace: Trace, copies: Copies, statuses: Statuses = NO_STATUSES
) -> list[tuple[Story, list[Claim]]]:
    """The stories with their claims, each in this order; a story stands where its weakest claim would."""
    of = claims_by_story(trace)
    rows = [(story, weakest_first(of[story.id], copies, statuses)) for story in trace.stories]
    last = (True, 1 << 30, 0, 0, Copy(id="").moment, "")
    return sorted(rows, key=lambda row: (weakness(row[1][0], copies, statuses) if row[1] else last, row[0].id))


def claims_by_story(trace: Trace) -> dict[str, list[Claim]]:
    """The claims of each story: those told in its articles."""
    story_of = {article: story.id for story in trace.stories for article in story.articles}
    found: dict[str, list[Claim]] = {story.id: [] for story in trace.stories}
    for claim in trace.claims:
        for story in dict.fromkeys(story_of[told.article] for told in claim.statements if told.article in story_of):
            found[story].append(claim)
    return found


def changed_of(claim: Claim) -> set[tuple[str, str]]:
    """The statements, by article and id, that change the claim."""
    return {(variant.article, variant.statement) for variant in claim.variants}


def outlets_of(claim: Claim, copies: Copies) -> list[str]:
    """The outlets that tell the claim unchanged, in the order of its statements."""
    changed = changed_of(claim)
    tell = (told.article for told in claim.statements if (told.article, told.statement) not in changed)
    return list(dict.fromkeys(copies[article].name for article in tell if article in copies))


def grade_of(claim: Claim) -> Grade:
    """How firm its firmest origin is; soft without one, and where it is not traced to its end."""
    kinds = {origin.kind for origin in claim.origins}
    if not kinds or "unheld" in kinds:
        return "soft"
    return GRADES[min(kinds, key=FIRMEST_FIRST.index)]


def named_origins(claim: Claim) -> str:
    """Who vouches for it: "three officials briefed on the talks, to Meridian Wire; Ada Renn"; five at most."""
    names = list(dict.fromkeys(one_line(origin.label) for origin in claim.origins))
    more = [f"{len(names) - ORIGINS_AT_MOST} more"] if len(names) > ORIGINS_AT_MOST else []
    return "; ".join([*names[:ORIGINS_AT_MOST], *more])


def _origins(claim: Claim) -> str:
    named, independent = len(claim.origins), claim.independent_origins
    if not named:
        return "no origin"
    if named != independent:
        return f"{counted(named, 'origin')}, {independent} independent"
    return "1 origin" if named == 1 else f"{independent} independent origins"


def _unheld(claim: Claim) -> str | None:
    labels = (one_line(origin.label) for origin in claim.origins if origin.kind == "unheld")
    cited = list(dict.fromkeys(label.rpartition(", to ")[2] for label in labels))  # the outlet of unnamed sources
    return f"not traced to its end ({listed(cited)} cited, not held)" if cited else None


def _record(claim: Claim) -> str | None:
    """Whether anybody stands for it by name; who knows, where it is not traced to its end."""
    if not claim.origins:
        return None
    kinds = {origin.kind for origin in claim.origins}
    if kinds & ON_RECORD:
        return " and ".join(ORIGIN[kind] for kind in FIRMEST_FIRST if kind in kinds and kind in ON_RECORD)
    return "never on record in what is held" if "unheld" in kinds else "never on record"


def _first(claim: Claim, copies: Copies, day: bool) -> str | None:
    first = [copies[id] for id in claim.first_report if id in copies]
    if not first:
        return None
    names = list(dict.fromkeys(copy.name for copy in first))
    if len(names) > NAMED_AT_MOST:
        names = [*names[:NAMED_AT_MOST], f"{len(names) - NAMED_AT_MOST} more"]
    published = first[0].published
    if published is None:
        return f"first: {listed(names)}, date not known"
    on = "" if published[10:] and not day else "on "
    return f"first: {listed(names)} {on}{first[0].when(day=day)}"


def _changed(claim: Claim) -> str | None:
    count = len(changed_of(claim))
    return f"{counted(count, 'retelling')} changed it" if count else None


def _clock(published: str) -> str:
    if not published[10:]:
        return ""
    moment = datetime.fromisoformat(published)
    zone = moment.strftime("%z")
    return f"{moment:%H:%M}" + (" UTC" if zone == "+0000" else f" {zone[:3]}:{zone[3:5]}" if zone else "")
