"""Who vouches for a claim, and how many of them share no upstream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from reportedly.records import Actor, Origin, OriginKind
from reportedly.records.values import content_id
from reportedly.trace.kinship import Kinship
from reportedly.trace.publishers import NOBODY, Publishers
from reportedly.trace.resemblance import bare
from reportedly.trace.told import Told, words_for
from reportedly.trace.wording import stems, stems_of, tokens

_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir"})
_SPOKEN, _OFFICES, _DOCUMENTS = stems_of("spoken"), stems_of("office"), stems_of("document")
WEAK = frozenset({"unnamed", "own_reporting", "unheld"})


@dataclass(frozen=True, slots=True)
class Voucher:
    """Whoever a single telling goes back to.

    Vouchers that share a key are one; `stands_for` are the words of whom they speak for and what they are.
    """

    kind: OriginKind
    keys: frozenset[str]
    hop: Actor | None
    outlet: str  # the name of the outlet that they told
    owner: str | None  # whom it belongs to, where users say so
    stands_for: frozenset[str]
    body: bool  # an institution, without a person who spoke
    weak: bool  # only passes on what an outlet told


def find_origins(
    tellings: Sequence[Told], kinship: Kinship, held: Collection[str], publishers: Publishers = NOBODY
) -> tuple[Origin, ...]:
    """The independent origins of a claim, from its tellings but for the variants, earliest first.

    `held` are the entities of the outlets that the store holds articles of, `publishers` what users say of outlets:
    what two outlets of one owner have from unnamed sources or saw themselves has one origin, and what an article that
    credits an agency has so is the agency's.
    """
    tellings = [told for told in tellings if not told.denied] or tellings  # who denies a claim does not vouch for it
    vouchers = [vouch(told, held, publishers) for told in tellings]
    groups = _Groups(len(tellings))
    first: dict[str, int] = {}
    for at, voucher in enumerate(vouchers):
        for key in voucher.keys:
            groups.join(first.setdefault(key, at), at)
        for other in range(at):
            if colleagues(voucher, vouchers[other]):
                groups.join(other, at)
    for at, told in enumerate(tellings):
        upstream = [
            other
            for other, earlier in enumerate(tellings)
            if _copied(earlier, told, vouchers[other], vouchers[at], kinship)
        ]
        alone = len(groups.members(at)) == 1 or vouchers[at].weak
        if not upstream and alone and _nameless(vouchers[at]):  # "the commandant": somebody whom others name
            upstream = [other for other in range(len(tellings)) if other != at and _is_named(vouchers[other])]
        if upstream and alone:  # a copy of two upstream articles makes the two no less independent
            groups.join(max(upstream, key=lambda other: _alikeness(tellings[other], told)), at)
    rows = groups.rows()
    strong = [members for members in rows if not all(vouchers[at].weak for at in members)] or rows[:1]
    return tuple(_origin([tellings[at] for at in members], [vouchers[at] for at in members]) for members in strong)


def _alikeness(earlier: Told, later: Told) -> tuple[int, int, float]:
    """How likely one telling was copied from the other: it cites its outlet, its voices, its words."""
    shared = set(earlier.stems) & set(later.stems)
    return (
        int(earlier.outlet in later.voices[1:]),
        len(set(earlier.voices[1:]) & set(later.voices[1:])),
        len(shared) / (len(set(earlier.stems) | set(later.stems)) or 1),
    )


def vouch(told: Told, held: Collection[str], publishers: Publishers = NOBODY) -> Voucher:
    """The first of the chain who is no outlet, with the outlet they told; an outlet when there is nobody else."""
    chain = told.statement.chain
    actors = [told.reading.actor(link.actor) for link in chain]
    last = 0  # of the outlets at the reader's side
    while last + 1 < len(actors) and actors[last + 1].kind == "outlet":
        last += 1
    outlet, name = told.voices[last], actors[last].name or "an outlet"
    is_held = outlet in held or last == 0 or actors[last].name is None
    agency = publishers.credited(told.reading.article) if last == 0 else None
    if agency is not None:
        outlet, name, is_held = agency.key, agency.name, agency.held
    owner = publishers.owner_of(outlet, name)
    outlet = owner or outlet
    if last + 1 == len(actors):
        passed_on = last > 0 or agency is not None
        weak = is_held and (passed_on or told.statement.sourcing != "outlet")
        kind: OriginKind = "own_reporting" if is_held else "unheld"
        hop = actors[last] if last else None
        return Voucher(kind, frozenset({f"own {outlet}"}), hop, name, owner, frozenset(), False, weak)
    first, rest = actors[last + 1], range(last + 1, len(actors))
    words = frozenset(stems(tokens(" ".join([words_for(first), *first.roles]))))
    principals = [actors[at] for at in rest[1:]]
    about = (
        frozenset(stems(tokens(" ".join(words_for(actor) for actor in principals[:1]))))
        if first.speaks_for
        else frozenset()
    )
    if first.unnamed and not first.speaks_for:
        kind = "unnamed" if is_held else "unheld"
        return Voucher(kind, frozenset({f"unnamed {outlet}"}), first, name, owner, words, False, False)
    if first.kind == "document":
        spoken = bool(words & _SPOKEN)
        keys = {told.voices[at] for at in rest[:2]}
        keys |= {f"document {stem}" for stem in words & _DOCUMENTS}
        author = frozenset(stems(tokens(words_for(actors[rest[1]])))) if len(rest) > 1 else frozenset[str]()
        stands_for = author or (words if spoken else author)
        return Voucher("document", frozenset(keys), first, name, owner, stands_for, False, False)
    named = frozenset(told.voices[at] for at in rest)
    kind = "spokesperson" if first.speaks_for or told.statement.sourcing == "spokesperson" else "on_record"
    body = first.kind in {"organisation", "government", "group", "place"} and kind == "on_record"
    hearsay = len(rest) > (2 if first.speaks_for else 1)  # somebody named who tells what another says
    return Voucher(kind, named, first, name, owner, words | about, body, hearsay)


def colleagues(one: Voucher, other: Voucher) -> bool:
    """Whether one is the body or the office that the other speaks for, or the other under a shorter name."""
    if one.kind in WEAK or other.kind in WEAK:
        return False
    if _is_short(one.hop, other.hop) or _is_short(other.hop, one.hop):
        return True
    same_office = one.kind == other.kind == "spokesperson"
    if not (same_office or one.body or other.body or _nameless(one) or _nameless(other)):
        return False
    a, b = one.stands_for - _OFFICES, other.stands_for - _OFFICES
    if not a or not b:
        a, b = one.stands_for, other.stands_for
    return len(a & b) / (min(len(a), len(b)) or 1) >= 0.5


def _is_short(one: Actor | None, other: Actor | None) -> bool:
    """Whether one is a person by the last name of the other."""
    if one is None or other is None or not one.name or not other.name or not one.kind == other.kind == "person":
        return False
    short, full = (
        [word for word in name.lower().split() if word.rstrip(".") not in _TITLES] for name in (one.name, other.name)
    )
    return 0 < len(short) < len(full) and short[-1] == full[-1] and set(short) <= set(full)


def _nameless(voucher: Voucher) -> bool:
    return voucher.kind == "on_record" and voucher.hop is not None and voucher.hop.name is None


def _is_named(voucher: Voucher) -> bool:
    return voucher.kind == "on_record" and voucher.hop is not None and voucher.hop.name is not None


def _copied(earlier: Told, later: Told, earlier_by: Voucher, later_by: Voucher, kinship: Kinship) -> bool:
    """Whether a telling was taken over from an earlier article, and names nobody new."""
    above = kinship.ancestors.get(later.place.article, frozenset())
    if earlier.place.article not in above and earlier.outlet not in later.voices[1:]:
        return False
    if later_by.kind in WEAK or later_by.body:
        return True
    if set(earlier.voices[1:]) & set(later.voices[1:]):
        return True
    return earlier_by.kind == later_by.kind == "document" or (_nameless(later_by) and later_by.kind == earlier_by.kind)


class _Groups:
    """Rows that are one, found by joining two at a time."""

    def __init__(self, size: int) -> None:
        self._of = list(range(size))

    def find(self, one: int) -> int:
        while self._of[one] != one:
            self._of[one] = self._of[self._of[one]]
            one = self._of[one]
        return one

    def join(self, one: int, other: int) -> None:
        a, b = sorted((self.find(one), self.find(other)))
        self._of[b] = a

    def members(self, one: int) -> list[int]:
        return [other for other in range(len(self._of)) if self.find(other) == self.find(one)]

    def rows(self) -> list[list[int]]:
        rows: dict[int, list[int]] = defaultdict(list)
        for one in range(len(self._of)):
            rows[self.find(one)].append(one)
        return list(rows.values())


def _origin(tellings: Sequence[Told], vouchers: Sequence[Voucher]) -> Origin:
    main = next((voucher for voucher in vouchers if not voucher.weak), vouchers[0])
    keys = sorted({key for voucher in vouchers for key in voucher.keys})
    articles = tuple(dict.fromkeys(told.place.article for told in tellings))
    words = label(main) + _of_one_owner(main, vouchers)
    return Origin(id=content_id("o", *keys), kind=main.kind, label=words, articles=articles)


def _of_one_owner(main: Voucher, vouchers: Sequence[Voucher]) -> str:
    """Which other outlets are one with this one since they have one owner: "; Post, too, is of Harbour Press"."""
    if main.owner is None or main.kind not in WEAK:
        return ""
    others = {bare(v.outlet): v.outlet for v in vouchers if v.owner == main.owner and v.kind in WEAK}
    others.pop(bare(main.outlet), None)
    names = " and ".join(sorted(others.values()))
    return f"; {names}, too, {'is' if len(others) == 1 else 'are'} of {main.owner}" if others else ""


def label(voucher: Voucher) -> str:
    """The origin in words: "three officials briefed on the talks, to Meridian Wire"."""
    if voucher.hop is None:
        return voucher.outlet if voucher.kind == "unheld" else f"{voucher.outlet}, its own reporting"
    if voucher.hop.kind == "outlet":
        return words_for(voucher.hop)
    return (words_for(voucher.hop) or "unnamed sources") + (f", to {voucher.outlet}" if voucher.kind in WEAK else "")
