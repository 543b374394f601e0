"""Whom the held articles of a cited outlet have it from, for a claim that others only tell by that outlet."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reportedly.trace.publishers import NOBODY, Publishers
from reportedly.trace.told import Told
from reportedly.trace.vouchers import Voucher, vouch

_SHARED, _ALIKE = 3, 0.6  # stems that a telling has in common with what is cited, and share of the fewer of both


def source_of(
    citing: Told,
    voucher: Voucher,
    story: Sequence[Told],
    held: Collection[str],
    publishers: Publishers = NOBODY,
) -> tuple[Voucher, tuple[str, ...]]:
    """Who vouches for what an article has from an outlet, by the story's own articles of that outlet.

    Where these have it from another outlet, that one is asked. Also gives the outlets that only cite each other, none
    where it ends with somebody.
    """
    passed = [citing.reading.article.outlet or voucher.outlet]
    seen = {citing.outlet}
    while voucher.only_cites:
        passed.append(voucher.outlet)
        cited = citing.voices[voucher.hops]
        if cited in seen:
            return voucher, tuple(sorted(set(passed)))
        seen.add(cited)
        upstream = _told_by(cited, citing, story)
        if upstream is None:
            break
        citing, voucher = upstream, vouch(upstream, held, publishers)
    return voucher, ()


def _told_by(outlet: str, citing: Told, story: Sequence[Told]) -> Told | None:
    """What an outlet itself told of this, most like it: before it was cited, or else later, which tells its source."""
    found = [(told, len(set(citing.stems) & set(told.stems))) for told in story if told.outlet == outlet]
    alike = [(told, shared) for told, shared in found if shared >= _SHARED and told.alike(citing) >= _ALIKE]
    best = max(alike, key=lambda one: (not _is_later(one[0], citing), one[1]), default=None)
    return best[0] if best is not None else None


def _is_later(one: Told, other: Told) -> bool:
    return one.when is not None and other.when is not None and one.when > other.when
