"""Retellings that change a claim: which, how, against which telling, and the words that show it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

import numpy as np

from reportedly.records import CHANGES, Change
from reportedly.trace.kinds import CONTRADICTION, KINDS, Matches, Pair
from reportedly.trace.kinship import Kinship
from reportedly.trace.matching import Floats
from reportedly.trace.told import Told

DISTORTED_AT = 0.27  # of the mean and the best pair of two claims, halved; swept on held-out stories and real news
SHOWN_AT = 0.1  # of one telling, by itself, in a claim that changes another; half of what it repeats at least
SPLIT_AT = 0.27  # share of distortion, against sameness, at which a telling changes the claim that it lies in
OPPOSED_AT = 0.2  # share of contradiction at which a telling stands alone, too; lower ones find no less false support
DOUBTED_AT = 0.14  # the same share at which it may: it stands alone; swept on held-out stories, for false support

_COPIED, _ALMOST_ALL = 4, 0.65  # stems that two tellings share at least, and share of all that they have, to be copies
_CONTRADICTION, _NUMBER = KINDS.index(CONTRADICTION), KINDS.index("number")
_ALIKE = 1 / 3  # of the words, where two numbers are taken to be of one thing; on ECB+ a third of such flags is gone
_QUESTION = re.compile(r"\W*(?:how|if|wh(?:at|en|ere|ether|ich|om?|ose|y))\b", re.IGNORECASE)
_SILENT = re.compile(r"\b(?:no|not|never|n[’']t|declin\w*|refus\w*)\b[^.;]{0,20}\bcomment", re.IGNORECASE)
_TRAITS = (  # of which a change of negation, of firmness or of tense is a change
    "negated", "denied", "hedges", "firm", "weak", "conditional", "unreal", "ahead", "back",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Distortion:
    """A telling, by its row, that distorts the claim `of`: how, and against which telling of it."""

    row: int
    against: int
    how: Change


def only_shown(told: Sequence[Told], matches: Matches) -> Matches:
    """The matches, without changes of a number where the words of a pair do not show two of one thing.

    Who would not say "why she left" neither changes nor contradicts that she left.
    """
    kept: dict[Pair, Floats] = {}
    for (a, b), kinds in matches.of.items():
        hidden = [] if not kinds[_NUMBER] or _other_number(told[a], told[b]) else [_NUMBER]
        if _leaves_open(told[a]) or _leaves_open(told[b]):
            hidden = list(range(1, len(KINDS) - 1))
        row = kinds.copy()
        row[-1] += row[hidden].sum()
        row[hidden] = 0
        kept[a, b] = row
    return Matches(kept)


def _other_number(one: Told, other: Told) -> bool:
    """Whether each has a number that the other has not, of the same thing, or just one in words that are alike."""
    ours, theirs = one.other_figures(other), other.other_figures(one)
    if len(ours) == len(theirs) == 1 and one.alike(other) >= _ALIKE:
        return True
    return any(figure.counts_with(another) for figure in ours for another in theirs)


def _leaves_open(told: Told) -> bool:
    """Whether a telling only says that something was not told, or was asked."""
    content = told.statement.content[0].text
    return bool(_QUESTION.match(content) or _SILENT.search(content))


def part_doubtful(
    told: Sequence[Told], groups: Iterable[Sequence[int]], matches: Matches, kinship: Kinship
) -> list[list[int]]:
    """The groups, without the tellings that may repeat the earlier ones in them or change them: these stand alone.

    They support nothing that they may distort; with the groups parted, they can still be found to change one of them.
    """
    parted: list[list[int]] = []
    for group in groups:
        order = sorted(group, key=lambda row: _when(told[row]))
        kept, alone = order[:1], list[int]()
        for row in order[1:]:
            changed = _changed(told, kept, row, matches)
            doubtful = changed < SPLIT_AT and (changed >= DOUBTED_AT or _opposed(kept, row, matches) >= OPPOSED_AT)
            doubtful = doubtful and not (_is_copy(told, kept, row) or _heard_too(told, kept, row, kinship))
            (alone if doubtful else kept).append(row)
        parted += [sorted(kept), *([row] for row in alone)]
    return sorted(parted, key=lambda group: group[0])


def _heard_too(told: Sequence[Told], rows: Sequence[int], row: int, kinship: Kinship) -> bool:
    """Whether a telling has it from the same speaker as these, from no article of theirs, and with no other number.

    Of what is doubtful otherwise, 13 of 13 such tellings are true on held-out stories.
    """
    own, others = told[row], [told[one] for one in rows]
    if any(kinship.linear(own.place.article, other.place.article) for other in others):
        return False
    same = [other for other in others if other.speaker == own.speaker]
    return bool(same) and not any(own.other_figures(other) and other.other_figures(own) for other in same)


def _is_copy(told: Sequence[Told], rows: Iterable[int], row: int) -> bool:
    """Whether a telling has the words of one of these, and nothing in it that a change is a change of."""
    return any(_has_words_of(told[row], told[one]) for one in rows)


def _has_words_of(one: Told, other: Told) -> bool:
    ours, theirs = set(one.stems), set(other.stems)
    if len(ours & theirs) < max(_COPIED, _ALMOST_ALL * len(ours | theirs)):
        return False
    alike = all(getattr(one, trait) == getattr(other, trait) for trait in _TRAITS)
    return alike and not (one.other_figures(other) or other.other_figures(one))


def find_distortions(
    told: Sequence[Told], groups: Sequence[Sequence[int]], matches: Matches, apart: Set[Pair] = frozenset()
) -> tuple[list[list[int]], list[list[Distortion]]]:
    """The groups of tellings with those that only distort another joined to it, and the changes of each group.

    No group gets both rows of a pair that is kept `apart`, the lower row first.
    """
    changes: list[list[Distortion]] = [_within(told, group, matches) for group in groups]
    flagged = {change.row for found in changes for change in found}
    order = sorted(range(len(groups)), key=lambda at: min(_when(told[row]) for row in groups[at]))
    place = {at: number for number, at in enumerate(order)}
    likely = _likely(groups, matches)
    into = set[int]()
    joined = [list(group) for group in groups]
    for later in order:
        best: tuple[float, int] | None = None
        for earlier in sorted((at for at in likely[later] if place[at] < place[later]), key=lambda at: place[at]):
            if earlier in into or not apart.isdisjoint(_pairs(joined[earlier], groups[later])):
                continue
            found = _between(told, groups[earlier], groups[later], flagged, matches)
            if found is not None and (best is None or found > best[0]):
                best = found, earlier
        if best is not None and best[0] >= DISTORTED_AT:
            earlier = best[1]
            into.add(later)
            before = [row for row in groups[earlier] if row not in flagged]
            shown = (_change(told, before, row, matches) for row in groups[later] if row not in flagged)
            new = [change for change in shown if change is not None]
            rows = {change.row for change in new}
            new += [change for change in changes[later] if change.against in rows]
            rows |= {change.row for change in new}
            joined[earlier] += sorted(rows)
            joined[later] = [row for row in groups[later] if row not in rows]
            changes[earlier] += new
            changes[later] = [change for change in changes[later] if change.row not in rows]
    parted: list[tuple[list[int], list[Distortion]]] = []
    home = {row: at for at, group in enumerate(groups) for row in group}
    for at, of_group in enumerate(changes):
        of_group += _given_along(told, joined[at], of_group)
        anew = _told_anew(told, joined[at], of_group)
        anew += [change.row for change in of_group if _repeats(told, anew, change, matches)]
        moved = {*anew, *(change.row for change in of_group if change.against in anew)}
        of_moved = [change for change in of_group if change.row in moved and change.row not in anew]
        homes = {home[row] for row in anew if home[row] != at and joined[home[row]]}
        if len(homes) == 1:  # the others that repeat it were never taken away from there
            (back,) = homes
            joined[back] += sorted(moved)
            changes[back] += of_moved
        else:
            parted.append((sorted(moved), of_moved))
        changes[at] = [change for change in of_group if change.row not in moved]
        joined[at] = [row for row in joined[at] if row not in moved]
    joined += [rows for rows, _ in parted if rows]
    changes += [of_rows for rows, of_rows in parted if rows]
    kept = sorted((at for at, group in enumerate(joined) if group), key=lambda at: min(joined[at]))
    return [sorted(joined[at]) for at in kept], [changes[at] for at in kept]


def _given_along(told: Sequence[Told], group: Iterable[int], changes: Sequence[Distortion]) -> list[Distortion]:
    """The other tellings of an article by somebody to whom it gives the words of another."""
    flagged = {change.row for change in changes}
    given = {
        (told[change.row].place.article, told[change.row].speaker): change
        for change in changes
        if change.how == "attribution"
    }
    alike = ((row, given.get((told[row].place.article, told[row].speaker))) for row in group if row not in flagged)
    return [Distortion(row, change.against, change.how) for row, change in alike if change is not None]


def _told_anew(told: Sequence[Told], group: Sequence[int], changes: Sequence[Distortion]) -> list[int]:
    """The tellings that are flagged though whoever told the claim first tells it anew, from sources: a correction."""
    flagged = {change.row for change in changes}
    true = [row for row in group if row not in flagged]
    first = told[min(true, key=lambda row: _when(told[row]))].outlet if true else None
    own = (row for row in flagged if told[row].outlet == first)
    return sorted(row for row in own if told[row].statement.sourcing not in {"outlet", "none"})


def _repeats(told: Sequence[Told], anew: Collection[int], change: Distortion, matches: Matches) -> bool:
    """Whether a telling that is flagged only repeats what was told anew before it: "14 dead", not "nine"."""
    if change.row in anew:
        return False
    before = [row for row in anew if _when(told[row]) < _when(told[change.row])]
    same = matches.table((row, change.row) for row in before)[:, 0]
    return bool(before) and float(same.max()) > 1 - float(matches.between(change.against, change.row)[-1])


def _pairs(ours: Iterable[int], theirs: Sequence[int]) -> Iterator[Pair]:
    return ((min(a, b), max(a, b)) for a in ours for b in theirs)


def _likely(groups: Sequence[Sequence[int]], matches: Matches) -> Mapping[int, set[int]]:
    """Groups with which each has a pair that may be a distortion; the others need not be looked at."""
    of = {row: at for at, group in enumerate(groups) for row in group}
    found: dict[int, set[int]] = defaultdict(set)
    for (a, b), kinds in matches.of.items():
        if of[a] != of[b] and float(kinds[1 : 1 + len(CHANGES)].sum()) >= DISTORTED_AT:
            found[of[a]].add(of[b])
            found[of[b]].add(of[a])
    return found


def _within(told: Sequence[Told], group: Sequence[int], matches: Matches) -> list[Distortion]:
    """Tellings of a group that distort the earlier ones in it more than they repeat them."""
    order = sorted(group, key=lambda row: _when(told[row]))
    true, found = order[:1], []
    for row in order[1:]:
        if _changed(told, true, row, matches) >= SPLIT_AT:
            before = _earlier(told, true, row)
            changed = matches.table((one, row) for one in before)[:, 1 : 1 + len(CHANGES)]
            against, how = int(changed.sum(axis=1).argmax()), int(changed.mean(axis=0).argmax())
            found.append(Distortion(row, before[against], CHANGES[how]))
        else:
            true.append(row)
    return found


def _changed(told: Sequence[Told], true: Sequence[int], row: int, matches: Matches) -> float:
    """How much of what a telling has from the earlier ones is change: 0 where it only repeats, or none is earlier."""
    before = _earlier(told, true, row)
    if not before:
        return 0.0
    same = float(np.mean(matches.table((one, row) for one in true)[:, 0]))
    changed = float(matches.table((one, row) for one in before)[:, 1 : 1 + len(CHANGES)].sum(axis=1).mean())
    return changed / (same + changed + 1e-9)


def _opposed(true: Sequence[int], row: int, matches: Matches) -> float:
    """How much of what a telling has from the others is contradiction."""
    same, opposed = matches.table((one, row) for one in true)[:, [0, _CONTRADICTION]].mean(axis=0)
    return float(opposed / (same + opposed + 1e-9))


def _earlier(told: Sequence[Told], rows: Sequence[int], row: int) -> list[int]:
    return [one for one in rows if told[one].when != told[row].when]


def _between(
    told: Sequence[Told], earlier: Sequence[int], later: Sequence[int], flagged: Collection[int], matches: Matches
) -> float | None:
    """How much the later group distorts the earlier one; None when it is not later."""
    ours, theirs = [row for row in earlier if row not in flagged], [row for row in later if row not in flagged]
    pairs: list[Pair] = [
        (a, b) for a in ours for b in theirs if _when(told[a]) < _when(told[b]) and told[a].when != told[b].when
    ]
    if not pairs or len(pairs) * 2 < len(ours) * len(theirs):
        return None
    table: Floats = matches.table(pairs)[:, 1 : 1 + len(CHANGES)]
    totals = table.sum(axis=1)
    return float(totals.mean() + totals.max()) / 2


def _change(told: Sequence[Told], earlier: Sequence[int], row: int, matches: Matches) -> Distortion | None:
    """How a telling by itself changes what the earlier ones say; None where it does not."""
    before = _earlier(told, earlier, row)
    if not before:
        return None
    table: Floats = matches.table((one, row) for one in before)
    changed = table[:, 1 : 1 + len(CHANGES)]
    against = int(changed.sum(axis=1).argmax())
    if float(changed[against].sum()) < max(SHOWN_AT, float(table[:, 0].max()) / 2):
        return None
    return Distortion(row, before[against], CHANGES[int(changed.mean(axis=0).argmax())])


def _when(told: Told) -> tuple[str, str, int]:
    return (told.when.isoformat() if told.when else "9", told.place.article, told.at)
