"""Statements that say the same thing, gathered into claims."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime

import numpy as np

from reportedly.records import Claim, Telling, Variant
from reportedly.records.values import content_id
from reportedly.trace.contradictions import find_contradictions
from reportedly.trace.evidence import evidence
from reportedly.trace.firsts import Credited, first_report
from reportedly.trace.kinds import Matcher, Matches, Pair
from reportedly.trace.kinship import Kinship
from reportedly.trace.levels import level
from reportedly.trace.matching import Comparison, Floats, Weighing
from reportedly.trace.origins import find_origins
from reportedly.trace.plainest import as_denied, as_worded, plainest
from reportedly.trace.publishers import Publishers
from reportedly.trace.said import Said
from reportedly.trace.side_by_side import Answers
from reportedly.trace.stances import part_opposed
from reportedly.trace.statement_encoder import shipped
from reportedly.trace.told import Told
from reportedly.trace.variants import find_distortions, only_shown, part_doubtful
from reportedly.trace.vouchers import Profiles

JOIN_AT = 0.0  # nearness of groups that are one; swept on held-out stories (python -m training.claims)
BEST = 0.75  # what the best pairs of two groups weigh, against all their pairs; swept like JOIN_AT
POSTED = 60  # latest statements that share a word, a name or a number with one, and are compared with it
COMPARED = 15  # earlier statements that one is compared with at most
AROUND = 0.3  # what a word around the content is worth, against one in it
NOTHING_SAID = Said()
NOTHING_MADE: Mapping[tuple[str, str], Floats] = {}
_NEVER = datetime.max.replace(tzinfo=UTC)


def gather(size: int, scores: Mapping[Pair, float], join_at: float, *, unknown: float = -6.0) -> list[list[int]]:
    """Rows 0 to `size` - 1 gathered into groups: two of them join while they are as near as `join_at`.

    `scores` are log-odds that two rows are one, by pair, the lower number first; pairs that were never compared
    score `unknown`.
    """
    groups: dict[int, list[int]] = {}
    for rows in _components(size, (pair for pair, score in scores.items() if score > join_at)):
        for group in _linked(rows, scores, join_at, unknown):
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


def _linked(rows: Sequence[int], scores: Mapping[Pair, float], join_at: float, unknown: float) -> list[list[int]]:
    """Groups of these rows, the best two joined again and again.

    Two groups are as near as the mean of all their pairs, and the mean of each row's best in the other group, are on
    average: a retelling of a retelling need not be like the first telling.
    """
    at = {row: n for n, row in enumerate(rows)}
    table = np.full((len(rows), len(rows)), unknown, np.float32)
    for (a, b), score in scores.items():
        if a in at and b in at:
            table[at[a], at[b]] = table[at[b], at[a]] = score
    groups = {n: [n] for n in range(len(rows))}
    near = {(a, b): float(table[a, b]) for a in groups for b in groups if a < b and table[a, b] > unknown}
    while near:
        best = max(near, key=lambda pair: (near[pair], -pair[0], -pair[1]))
        if near[best] < join_at:
            break
        one, other = best
        groups[one] += groups.pop(other)
        beside = {n for pair in near for n in pair if other in pair or one in pair} - {one, other}
        near = {pair: score for pair, score in near.items() if one not in pair and other not in pair}
        for third in beside:
            near[min(one, third), max(one, third)] = _nearness(table[np.ix_(groups[one], groups[third])])
    return [sorted(rows[n] for n in group) for group in groups.values()]


def _nearness(scores: Floats) -> float:
    best = (scores.max(axis=0).mean() + scores.max(axis=1).mean()) / 2
    return float((1 - BEST) * scores.mean() + BEST * best)


def find_claims(
    told: Sequence[Told],
    kinship: Kinship,
    said: Said = NOTHING_SAID,
    made: Mapping[tuple[str, str], Floats] = NOTHING_MADE,
    answers: Answers | None = None,
) -> tuple[Claim, ...]:
    """The claims of one story, each with its tellings, origins, first report, variants and contradictions.

    `told` are all statements of the story's articles, `made` the vectors of contents that are there already, `answers`
    what was said of pairs before, and takes what is said now.
    """
    told = in_order(told)
    pairs = candidate_pairs(told)
    features = Comparison(Weighing.of(told), kinship, vectors_of(told, made)).compare(told, pairs)
    return claims_of(told, Matcher.load().match(pairs, features, (answers or Answers()).about(told)), kinship, said)


def vectors_of(
    told: Sequence[Told], made: Mapping[tuple[str, str], Floats] = NOTHING_MADE
) -> dict[tuple[str, str], Floats]:
    """The vector of each content, by article and statement; those that are made already are taken as they are."""
    missing = [one for one in told if _place(one) not in made]
    if not missing:
        return dict(made)
    vectors = shipped().encode([one.text for one in missing])
    return {**made, **{_place(one): vector for one, vector in zip(missing, vectors, strict=True)}}


def in_order(told: Iterable[Told]) -> list[Told]:
    """Statements in the order in which they were published, those without a date last."""
    return sorted(told, key=lambda one: (one.when is None, one.when or _NEVER, one.place.article, one.at))


def claims_of(told: Sequence[Told], matches: Matches, kinship: Kinship, said: Said = NOTHING_SAID) -> tuple[Claim, ...]:
    """The claims that statements in order make, given what each pair is to each other and what users say of them."""
    matches = level(told, part_opposed(told, only_shown(told, matches), kinship))
    same = matches.same()
    gathered = said.regrouped(told, part_doubtful(told, gather(len(told), same, JOIN_AT), matches, kinship), same)
    groups, distortions = find_distortions(told, gathered, matches, said.kept_apart(told))
    vouched = said.vouched_together(told)
    distortions = [[found for found in of_group if found.row not in vouched] for of_group in distortions]
    flagged = {found.row for row in distortions for found in row}
    held = {one.outlet for one in told}
    credited = Credited.of(told, kinship)
    publishers, profiles = Publishers.of(told, said.owners, said.agencies), Profiles.of(told)
    ids = [content_id("c", *_place(told[group[0]])) for group in groups]  # stays as later articles come in
    opposed: dict[int, set[int]] = defaultdict(set)
    for one, other in find_contradictions(groups, flagged, matches):
        opposed[one].add(other)
        opposed[other].add(one)
    claims = []
    for at, group in enumerate(groups):
        true = [told[row] for row in group if row not in flagged]
        origins = find_origins(true, kinship, held, publishers, profiles, told)
        claims.append(
            Claim(
                id=ids[at],
                wording=_wording(true or [told[group[0]]]),
                statements=tuple(
                    Telling(article=place.article, statement=place.statement, content=told[row].statement.content)
                    for row in group
                    for place in [told[row].place]
                ),
                origins=origins,
                independent_origins=len(origins),
                first_report=first_report(true, credited),
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


def _wording(tellings: Sequence[Told]) -> str:
    """The words of the telling that says best what is claimed.

    Those who deny it word it only where nobody says it: then with the words that deny it.
    """
    chosen = plainest([told for told in tellings if not told.denied] or tellings)
    return as_denied(chosen) or as_worded(chosen)


def candidate_pairs(told: Sequence[Told]) -> list[Pair]:
    """Pairs worth comparing, by their rows: each statement with the earlier ones that share most with it, by weight.

    Words, names, numbers and voices of the content and of the sentences around it lead to the latest POSTED
    statements that have them, rare ones weigh more.
    """
    posted: dict[str, list[int]] = defaultdict(list)
    keys = [_keys(one) for one in told]
    uses = Counter(key for own in keys for key in own)
    found: list[Pair] = []
    for row, own in enumerate(keys):
        worth: dict[int, float] = defaultdict(float)
        for key, weight in own.items():
            for earlier in posted[key][-POSTED:]:
                worth[earlier] += weight / uses[key]
            posted[key].append(row)
        best = sorted(worth, key=lambda earlier: (-worth[earlier], earlier))[:COMPARED]
        found += [(earlier, row) for earlier in best]
    return sorted(found)


def _keys(one: Told) -> dict[str, float]:
    """What a statement is looked up by, and what each of these is worth."""
    own = [*one.stems, *(f"name {name}" for name in sorted(one.named)), *(f"number {f.value}" for f in one.figures)]
    own += [f"by {voice}" for voice in one.voices[1:]]
    keys = dict.fromkeys(sorted(one.around), AROUND)
    return keys | dict.fromkeys(own, 1.0)


def _place(told: Told) -> tuple[str, str]:
    return told.place.article, told.place.statement
