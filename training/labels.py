"""Gold annotation -> target arrays of a window; -100 marks what the corpus does not tell."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from reportedly.reading.scoring.labels import KINDS, PAIR_ROLES, SOURCING_COLUMNS
from reportedly.reading.scoring.windows import Pieces, Window
from reportedly.records.contact import CONTACT_KINDS, CONTACT_STATUSES
from reportedly.records.position import STANCES
from reportedly.records.statement import ACTS, STATUSES
from training.corpus import Attribution, Labelled, Place

UNKNOWN = -100
Targets = npt.NDArray[np.int64]
_SOURCE, _CUE, _CONTENT = 1, 3, 5


@dataclass(frozen=True)
class Asked:
    """Anchors (a,) of contacts or positions; roles: (a, n) index into ("none", *the roles of their group); what is told
    of each: labels of its own columns, (a,) each."""

    anchors: Targets
    roles: Targets
    told: dict[str, Targets]


@dataclass(frozen=True)
class WindowTargets:
    """What the heads should say of one window of n pieces.

    outer, inner, mention: (n,) tag numbers. anchors: (a,) positions of first cue pieces (of the content's where there
    is no cue); roles: (a, n) index into ("none", *PAIR_ROLES); acts, statuses, sourcings: (a,). mention_ends: (m, 2)
    first and last positions of the mentions; clusters: (m,) equal numbers for one actor. contact, position: (n,) tags
    of the words that name a contact and of those that show a position; contacts, positions: what is asked at their
    first pieces.
    """

    outer: Targets
    inner: Targets
    mention: Targets
    anchors: Targets
    roles: Targets
    acts: Targets
    statuses: Targets
    sourcings: Targets
    mention_ends: Targets
    clusters: Targets
    contact: Targets
    contacts: Asked
    position: Targets
    positions: Asked


def targets_of(article: Labelled, pieces: Pieces, window: Window) -> WindowTargets:
    """Targets of one window of an article."""
    real = window.rows >= 0
    starts = np.where(real, pieces.starts[window.rows], -1)
    ends = np.where(real, pieces.ends[window.rows], -1)

    def at(place: Place) -> npt.NDArray[np.intp]:
        return np.flatnonzero(real & (starts < place[1]) & (ends > place[0]))

    blank = np.where(real, 0, UNKNOWN).astype(np.int64)
    outer, inner, mention = blank.copy(), blank.copy(), blank.copy()
    for depth, tags in ((0, outer), (1, inner)):
        for role, tag in (("content", _CONTENT), ("source", _SOURCE), ("cue", _CUE)):
            for attribution in sorted(article.attributions, key=lambda a: (a.depth, -_length(a))):
                if min(attribution.depth, 1) != depth:
                    continue
                for place in getattr(attribution, role):
                    # a deeper content must not hide the one it stands in: its own cue and source suffice
                    if not (role == "content" and attribution.depth > 1):
                        _mark(tags, at(place), tag, starts, place)
    if not article.annotated:
        outer[real] = UNKNOWN
    if not article.nested_known:
        inside = np.isin(outer, (_CONTENT, _CONTENT + 1))
        if not article.inner_known:
            inner[inside if article.annotated else real] = UNKNOWN
        mention[real] = UNKNOWN
    mention_ends, clusters = [], []
    numbers: dict[str, int] = {}
    for m in sorted(article.mentions, key=lambda m: (m.place[0], -m.place[1])):
        index = at(m.place)
        if len(index) and starts[index[0]] <= m.place[0]:
            mention_ends.append((index[0], index[-1]))
            clusters.append(numbers.setdefault(m.actor, len(numbers)))
    for m in sorted(article.mentions, key=lambda m: m.place[0] - m.place[1]):
        if m.kind in KINDS:
            _mark(mention, at(m.place), 1 + 2 * KINDS.index(m.kind), starts, m.place)
    anchors: list[Any] = []
    roles, acts, statuses, sourcings = [], [], [], []
    for attribution in article.attributions:
        anchor_place = (attribution.cue or attribution.content)[0]
        index = at(anchor_place)
        if not len(index) or starts[index[0]] > anchor_place[0] + 1:
            continue
        row = blank.copy()
        known = ("source", "content", "addressees", "relays") if article.nested_known else ("source", "content")
        for role in known:
            for place in getattr(attribution, role):
                row[at(place)] = 1 + PAIR_ROLES.index(role)
        anchors.append(index[0])
        roles.append(row)
        acts.append(ACTS.index(attribution.act) if attribution.act in ACTS else UNKNOWN)
        statuses.append(STATUSES.index(attribution.status) if attribution.status else UNKNOWN)
        sourcings.append(SOURCING_COLUMNS.index(attribution.sourcing) if attribution.sourcing else UNKNOWN)
    n = len(window.rows)
    told = article.nested_known
    contact, position = (blank.copy() if told else np.full(n, UNKNOWN, dtype=np.int64) for _ in range(2))
    for c in article.contacts:
        if c.trigger is None:
            contact[at(c.evidence)] = UNKNOWN
    for c in article.contacts:
        if c.trigger is not None:
            _mark(contact, at(c.trigger), 1, starts, c.trigger)
    for p in sorted(article.positions, key=lambda p: p.evidence[0] - p.evidence[1]):
        _mark(position, at(p.evidence), 1, starts, p.evidence)

    def asked(rows: list[tuple[Place, tuple[tuple[Place, ...], ...], dict[str, int]]]) -> Asked:
        found = [(index[0], parts, labels) for place, parts, labels in rows if len(index := at(place))
                 and starts[index[0]] <= place[0] + 1]  # fmt: skip
        roles = np.tile(blank, (len(found), 1))
        for row, (_, parts, _labels) in zip(roles, found, strict=True):
            for role, places in enumerate(parts, start=1):
                for place in places:
                    row[at(place)] = role
        names = {name for _, _, labels in found for name in labels}
        return Asked(
            np.array([anchor for anchor, _, _ in found], dtype=np.int64),
            roles,
            {name: np.array([labels[name] for _, _, labels in found], dtype=np.int64) for name in names},
        )

    contacts = asked([
        (c.trigger, (c.party, c.place, c.when),
         {"contact_kind": CONTACT_KINDS.index(c.kind), "contact_status": CONTACT_STATUSES.index(c.status)})
        for c in article.contacts if c.trigger is not None
    ])  # fmt: skip
    positions = asked([(p.evidence, (p.holder,), {"stance": STANCES.index(p.stance)}) for p in article.positions])
    return WindowTargets(
        outer, inner, mention,
        np.array(anchors, dtype=np.int64), np.array(roles, dtype=np.int64).reshape(-1, n),
        np.array(acts, dtype=np.int64), np.array(statuses, dtype=np.int64), np.array(sourcings, dtype=np.int64),
        np.array(mention_ends, dtype=np.int64).reshape(-1, 2), np.array(clusters, dtype=np.int64),
        contact, contacts, position, positions,
    )  # fmt: skip


def add_anchors(targets: WindowTargets, cues: Targets) -> WindowTargets:
    """The targets with anchors at more cues, of which nothing is known but what a teacher says."""
    more = np.setdiff1d(cues, targets.anchors)
    unknown = np.full(len(more), UNKNOWN, dtype=np.int64)
    rows = np.full((len(more), targets.roles.shape[1]), UNKNOWN, dtype=np.int64)
    return replace(
        targets,
        anchors=np.concatenate([targets.anchors, more]),
        roles=np.concatenate([targets.roles, rows]),
        acts=np.concatenate([targets.acts, unknown]),
        statuses=np.concatenate([targets.statuses, unknown]),
        sourcings=np.concatenate([targets.sourcings, unknown]),
    )


def _length(attribution: Attribution) -> int:
    return sum(end - start for start, end in attribution.content)


def _mark(tags: Targets, index: npt.NDArray[np.intp], tag: int, starts: npt.NDArray[Any], place: Place) -> None:
    if len(index):
        tags[index] = tag + 1
        if starts[index[0]] >= place[0] - 1:  # else the span began before this window
            tags[index[0]] = tag
