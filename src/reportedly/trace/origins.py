"""Who vouches for a claim, and how many of them share no upstream."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace

from reportedly.records import Origin
from reportedly.records.values import content_id
from reportedly.trace.kinship import Kinship
from reportedly.trace.publishers import NOBODY, Publishers
from reportedly.trace.resemblance import bare
from reportedly.trace.told import Told, words_for
from reportedly.trace.upstream import source_of
from reportedly.trace.vouchers import (
    NO_PROFILES,
    WEAK,
    Profiles,
    Voucher,
    confirms,
    copied,
    describes,
    echoes,
    is_lead,
    is_one,
    retells,
    vouch,
    vouches,
)

_SAME_WORDS = 0.8  # share of stems, of four at least, from which a telling in an article made from another is a copy


def find_origins(
    tellings: Sequence[Told],
    kinship: Kinship,
    held: Collection[str],
    publishers: Publishers = NOBODY,
    profiles: Profiles = NO_PROFILES,
    story: Sequence[Told] = (),
) -> tuple[Origin, ...]:
    """The independent origins of a claim, from its tellings but for the variants, earliest first.

    `held` are the entities of the outlets that the store holds articles of, `publishers` what users say of outlets:
    what two outlets of one owner have from unnamed sources or saw themselves has one origin, and what an article that
    credits an agency has so is the agency's. `profiles` say who belongs to whom, by what the whole story tells. Of an
    outlet that is only cited, its own tellings in the `story` are asked whom they have it from.
    """
    tellings = list(filter(vouches, tellings)) or [told for told in tellings if not told.denied] or tellings
    tellings = [told for told in tellings if not _reports(told, tellings)]
    vouchers = [vouch(told, held, publishers) for told in tellings]
    retold = [
        [other for other in range(len(tellings)) if retells(told, vouchers[at], tellings[other], vouchers[other])]
        for at, told in enumerate(tellings)
    ]
    groups = _Groups(len(tellings))
    first: dict[str, int] = {}
    cited = [_cited(tellings, at) for at in range(len(tellings))]
    own = [confirms(told, voucher) for told, voucher in zip(tellings, vouchers, strict=True)]
    passed_on = [bool(cited[at]) and any(own) for at in range(len(tellings))]
    for at, voucher in enumerate(vouchers):
        if passed_on[at]:  # what an outlet has of somebody is not what they confirm themselves
            continue
        for key in voucher.keys:
            groups.join(first.setdefault(key, at), at)
        for other in range(at):
            if not passed_on[other] and is_one(voucher, vouchers[other], profiles):
                groups.join(other, at)
    for at, told in enumerate(tellings):
        meant = [
            other
            for other in range(len(tellings))
            if is_lead(told, tellings[other], vouchers[at], vouchers[other])
            or (other != at and describes(vouchers[at], vouchers[other], profiles))
            or echoes(told, tellings[other], vouchers[at], vouchers[other])
        ]
        if meant:  # one of them, so that two whom it may mean stay two
            groups.join(max(meant, key=lambda other: _alikeness(tellings[other], told)), at)
    for at, told in enumerate(tellings):
        upstream = cited[at] or ([] if own[at] else _repeated(tellings, at, kinship))
        if not own[at] and not upstream and (vouchers[at].weak or len(groups.members(at)) == 1):
            upstream = [
                other
                for other, earlier in enumerate(tellings)
                if copied(earlier, told, vouchers[other], vouchers[at], kinship)
            ]
            if not upstream and vouchers[at].nameless:  # "the commandant": somebody whom others name
                upstream = [other for other in range(len(tellings)) if other != at and vouchers[other].named]
        if upstream:  # a copy of two upstream articles makes the two no less independent
            groups.join(max(upstream, key=lambda other: _alikeness(tellings[other], told)), at)
    for members in groups.rows():
        leaks = [other for at in members for other in retold[at]]
        if leaks and all(vouchers[at].weak or retold[at] for at in members):
            groups.join(members[0], max(leaks, key=lambda other: _alikeness(tellings[other], tellings[members[0]])))
    rows = groups.rows()
    strong = [members for members in rows if not all(vouchers[at].weak for at in members)] or rows[:1]
    origins = (_origin([tellings[at] for at in members], [vouchers[at] for at in members]) for members in strong)
    if not story or len(strong) > 1 or not all(vouchers[at].only_cites for at in strong[0]):
        return tuple(origins)
    main, circle = source_of(tellings[strong[0][0]], vouchers[strong[0][0]], story, held, publishers)
    words = f"nobody: {' and '.join(circle)} cite each other" if circle else label(main)
    return tuple(replace(origin, kind="unheld" if circle else main.kind, label=words) for origin in origins)


def _reports(one: Told, tellings: Sequence[Told]) -> bool:
    """Whether one only holds what somebody else says in it: "she said the ministry would close it"."""
    inside = (told for told in tellings if told.statement.within == one.place.statement)
    return any(told.place.article == one.place.article and told.speaker != one.speaker for told in inside)


def _cited(tellings: Sequence[Told], at: int) -> list[int]:
    """The tellings of the outlets that a telling is credited to: whoever it names, they are how it knows."""
    own = tellings[at]
    return [
        other
        for other, told in enumerate(tellings)
        if other != at and told.outlet != own.outlet and told.outlet in own.voices[1:]
    ]


def _repeated(tellings: Sequence[Told], at: int, kinship: Kinship) -> list[int]:
    """The tellings in articles that its own was made from that have its words, whoever either was read to name."""
    above, own = kinship.ancestors.get(tellings[at].place.article, frozenset()), set(tellings[at].stems)
    return [
        other
        for other, told in enumerate(tellings)
        if told.place.article in above
        and len(own & set(told.stems)) >= _SAME_WORDS * max(len(own), len(set(told.stems)), 4)
    ]


def _alikeness(earlier: Told, later: Told) -> tuple[int, int, float]:
    """How likely one telling was copied from the other: it cites its outlet, its voices, its words."""
    shared = set(earlier.stems) & set(later.stems)
    return (
        int(earlier.outlet in later.voices[1:]),
        len(set(earlier.voices[1:]) & set(later.voices[1:])),
        len(shared) / (len(set(earlier.stems) | set(later.stems)) or 1),
    )


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
    named = words_for(voucher.hop) or (voucher.hop.label if voucher.hop.mentions else "unnamed sources")
    return named + (f", to {voucher.outlet}" if voucher.kind in WEAK else "")
