"""Statements that say the same thing, gathered into claims."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

from reportedly.records import Claim, Telling, Variant
from reportedly.records.values import content_id
from reportedly.trace.contradictions import find_contradictions
from reportedly.trace.kinds import Matcher, Matches, Pair
from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import Comparison, Floats, Weighing
from reportedly.trace.origins import find_origins
from reportedly.trace.told import Told
from reportedly.trace.variants import evidence, find_distortions

JOIN_AT = (
    -0.5
)  # mean log-odds of two groups that are one; swept on held-out training stories: python -m training.claims
POSTED = 60  # latest statements that share a word, a name or a number with one, and are compared with it
_NEVER = datetime.max.replace(tzinfo=UTC)


def gather(size: int, scores: Mapping[Pair, float], join_at: float, *, unknown: float = -6.0) -> list[list[int]]:
    """Rows 0 to `size` - 1 gathered by average link: two groups join while their pairs score `join_at` on average.

    `scores` are log-odds that two rows are one, by pair, the lower number first; pairs that were never compared
    score `unknown`.
    """
    groups: dict[int, list[int]] = {}
    for rows in _components(size, (pair for pair, score in scores.items() if score > join_at)):
        for group in _average_link(rows, scores, join_at, unknown):
            groups[group[0]] = group
    return [groups[first] for first in sorted(groups)]


def _components(size: int, pairs: Iterable[Pair]) -> list[list[int]]:
    of = list(range(size))

    def find(one: int) -> int:
        while of[one] != one:
            of[one] = of[of[one]]
            one = of[one]
        return one

    for a, b in pairs:
        a, b = sorted((find(a), find(b)))
        of[b] = a
    rows: dict[int, list[int]] = defaultdict(list)
    for one in range(size):
        rows[find(one)].append(one)
    return list(rows.values())


def _average_link(rows: Sequence[int], scores: Mapping[Pair, float], join_at: float, unknown: float) -> list[list[int]]:
    groups = {row: [row] for row in rows}
    totals = {(a, b): scores.get((a, b), unknown) for n, a in enumerate(rows) for b in rows[n + 1 :]}
    while totals:
        best = max(
            totals, key=lambda pair: (totals[pair] / (len(groups[pair[0]]) * len(groups[pair[1]])), -pair[0], -pair[1])
        )
        if totals[best] / (len(groups[best[0]]) * len(groups[best[1]])) < join_at:
            break
        a, b = best
        groups[a] = sorted(groups[a] + groups.pop(b))
        del totals[best]
        for other in groups:
            if other != a:
                gone = totals.pop((min(b, other), max(b, other)))
                totals[min(a, other), max(a, other)] += gone
    return [sorted(group) for group in groups.values()]


def find_claims(told: Sequence[Told], kinship: Kinship, meaning: Mapping[tuple[str, str], Floats]) -> tuple[Claim, ...]:
    """The claims of one story, each with its tellings, origins, first report, variants and contradictions.

    `told` are all statements of the story's articles, `meaning` the vectors of their contents.
    """
    told = in_order(told)
    pairs = candidate_pairs(told)
    features = Comparison(Weighing.of(told), kinship, meaning).compare(told, pairs)
    return claims_of(told, Matcher.load().match(pairs, features), kinship)


def in_order(told: Iterable[Told]) -> list[Told]:
    """Statements in the order in which they were published, those without a date last."""
    return sorted(told, key=lambda one: (one.when is None, one.when or _NEVER, one.place.article, one.at))


def claims_of(told: Sequence[Told], matches: Matches, kinship: Kinship) -> tuple[Claim, ...]:
    """The claims that statements in order make, given what each pair is to each other."""
    groups, distortions = find_distortions(told, gather(len(told), matches.same(), JOIN_AT), matches)
    flagged = {found.row for row in distortions for found in row}
    held = {one.outlet for one in told}
    ids = [content_id("c", *(part for row in group for part in _place(told[row]))) for group in groups]
    opposed: dict[int, set[int]] = defaultdict(set)
    for one, other in find_contradictions(groups, flagged, matches):
        opposed[one].add(other)
        opposed[other].add(one)
    claims = []
    for at, group in enumerate(groups):
        true = [told[row] for row in group if row not in flagged]
        origins = find_origins(true, kinship, held)
        claims.append(
            Claim(
                id=ids[at],
                wording=" … ".join(piece.text for piece in (true or [told[group[0]]])[0].statement.content),
                statements=tuple(
                    Telling(article=place.article, statement=place.statement, content=told[row].statement.content)
                    for row in group
                    for place in [told[row].place]
                ),
                origins=origins,
                independent_origins=len(origins),
                first_report=first_report(true),
                variants=tuple(
                    Variant(
                        article=told[found.row].place.article,
                        statement=told[found.row].place.statement,
                        how=found.how,
                        against=told[found.against].place,
                        evidence=evidence(found.how, told[found.row], told[found.against]),
                    )
                    for found in distortions[at]
                ),
                contradicts=tuple(ids[other] for other in sorted(opposed[at])),
            )
        )
    return tuple(claims)


def first_report(tellings: Sequence[Told]) -> tuple[str, ...]:
    """The earliest articles that tell it, all of those published at one moment; the undated ones when all are."""
    dated = [told.when for told in tellings if told.when is not None]
    first = min(dated, default=None)
    return tuple(dict.fromkeys(told.place.article for told in tellings if told.when == first))


def candidate_pairs(told: Sequence[Told]) -> list[Pair]:
    """Pairs worth comparing, by their rows: those that share a word, a name, a number or a speaker that is not
    everywhere."""
    posted: dict[str, list[int]] = defaultdict(list)
    for row, one in enumerate(told):
        keys = {*one.stems, *(f"name {name}" for name in one.named), *(f"number {f.value}" for f in one.figures)}
        for key in {*keys, f"speaker {one.speaker}"}:
            posted[key].append(row)
    return sorted(
        {(a, b) for rows in posted.values() for n, b in enumerate(rows) for a in rows[max(0, n - POSTED) : n]}
    )


def _place(told: Told) -> tuple[str, str]:
    return told.place.article, told.place.statement
