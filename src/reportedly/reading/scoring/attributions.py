"""Scores to attributions: which source, cue and content belong together, nested ones too."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.layout.segment import find_sentences
from reportedly.reading.overlaps import Overlaps
from reportedly.reading.scoring.acts import act_weights, signs_of
from reportedly.reading.scoring.decode import Run, likely_tags, role_rows, runs_of, softmax, spread_around
from reportedly.reading.scoring.drafts import (
    ADDRESSEE_ROLE,
    CONTENT,
    CONTENT_ROLE,
    CUE,
    RELAY_ROLE,
    SOURCE_ROLE,
    SURE,
    Draft,
    join_contents,
    tagged_as,
)
from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.labels import COLUMNS, KINDS, SOURCING_COLUMNS
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.settings import Features, Settings
from reportedly.reading.scoring.sharing import relays_of, share_contents
from reportedly.reading.scoring.tagged import Tagged
from reportedly.reading.scoring.unclaimed import floating, of_unlikely_cues
from reportedly.reading.scoring.windows import Ints, Pieces
from reportedly.records.statement import STATUSES

_SOURCE = 1


@dataclass(frozen=True, slots=True)
class Found:
    """All that decoding finds in one article; `features` are what the score of each attribution is calibrated from."""

    attributions: tuple[Attribution, ...]
    mentions: tuple[Mention, ...]
    features: tuple[Features, ...]


def find_attributions(section: Tagged) -> Found:
    """Attributions (outer ones before those inside them) and mentions of a section, from the encoder's scores."""
    pieces, scores, layers, settings = section.pieces, section.scores, section.tags, section.settings
    places, pair_distance = section.places, section.distance
    if not len(pieces):
        return Found((), (), ())
    likely = {name: likely_tags(scores, name) for name in ("outer", "inner")}
    drafts = _drafts(layers, likely, pieces, scores, pair_distance)
    for nested in (False, True):
        layer = "inner" if nested else "outer"
        own = [d for d in drafts if d.nested is nested]
        loose = join_contents(own, runs_of(layers[layer], CONTENT), likely[layer], settings.content_at)
        if not nested:
            given = (places, pieces, scores, pair_distance, likely[layer])
            unlikely = of_unlikely_cues(loose, drafts, *given, settings.content_at)
            claimed = {run for draft in unlikely for run in draft.content}
            drafts += unlikely
            drafts += floating([run for run in loose if run not in claimed], *given)
        sources = runs_of(layers[layer], _SOURCE)
        for draft in own if nested else [d for d in drafts if not d.nested]:
            _find_source(draft, sources, settings)
        if not nested:
            share_contents(own, runs_of(layers[layer], CONTENT), likely[layer], places)
    for draft in drafts:
        if draft.nested and not draft.content:
            _content_from_roles(draft, settings)
    kept = [d for d in drafts if d.content]
    parents = _parents(kept)
    _free_orphans(section, kept, parents)
    kept, parents = _without_orphans(kept, parents)
    mention_runs = {kind: runs_of(layers["mention"], 1 + 2 * number) for number, kind in enumerate(KINDS)}
    mentions = tuple(
        sorted(
            (
                Mention(span=span, kind=kind)
                for kind, runs in mention_runs.items()
                for run in runs
                if (span := places.mention_span(run)) is not None
            ),
            key=lambda m: m.span.start,
        )
    )
    all_runs = [run for runs in mention_runs.values() for run in runs]
    for draft in kept:
        draft.source = _whole(draft.source, mention_runs["outlet"])
    tags = scores.tags[[draft.anchor for draft in kept]]
    attributions = [
        _attribution(*given, places, all_runs, settings)
        for given in zip(
            kept,
            parents,
            softmax(tags[:, COLUMNS["act"]]).tolist(),
            tags[:, COLUMNS["status"]].argmax(1).tolist(),
            tags[:, COLUMNS["sourcing"]].argmax(1).tolist(),
            strict=True,
        )
    ]
    return Found(tuple(attributions), mentions, tuple(_features(d) for d in kept))


def _drafts(
    layers: Mapping[str, Ints], likely: dict[str, Floats], pieces: Pieces, scores: Scores, distance: Floats
) -> list[Draft]:
    outer = [(run, False) for run in runs_of(layers["outer"], CUE)]
    taken = {at for (first, last), _ in outer for at in range(first, last + 1)}
    inner = [(run, True) for run in runs_of(layers["inner"], CUE) if not taken.intersection(range(run[0], run[1] + 1))]
    cues = sorted(outer + inner)
    rows = role_rows([run[0] for run, _ in cues], pieces, scores, distance)
    return [
        Draft(
            cue=run,
            anchor=run[0],
            nested=nested,
            low=low,
            roles=roles,
            cue_probability=tagged_as(likely["inner" if nested else "outer"], run, CUE),
        )
        for (run, nested), (low, roles) in zip(cues, rows, strict=True)
    ]


def _find_source(draft: Draft, tagged: Sequence[Run], settings: Settings) -> None:
    low, high = draft.low, draft.high
    claims = [(draft.mean(SOURCE_ROLE, run), -n) for n, run in enumerate(tagged) if low <= run[0] and run[1] < high]
    claim, number = max(claims, default=(0.0, 0))
    if claim >= settings.source_at:
        draft.source, draft.source_probability = tagged[-number], claim
        return
    run = spread_around(draft.roles[SOURCE_ROLE], settings.untagged_source_at)
    if run is not None:
        draft.source = (run[0] + draft.low, run[1] + draft.low)
        draft.source_probability = draft.mean(SOURCE_ROLE, draft.source)


def _whole(source: Run | None, outlets: Sequence[Run]) -> Run | None:
    """The name of an outlet of which a source is only a part: "Las Vegas" of the Las Vegas Sun."""
    if source is None:
        return None
    return next((run for run in outlets if run[0] <= source[0] and source[1] <= run[1]), source)


def _content_from_roles(draft: Draft, settings: Settings) -> None:
    """The content of a nested cue whose content no tag marks (one inside another nested one), from its roles alone."""
    inside = np.flatnonzero(draft.roles[CONTENT_ROLE] > settings.nested_content_at)
    if not len(inside):
        return
    runs = np.split(inside, np.flatnonzero(np.diff(inside) > 3) + 1)
    longest = max(runs, key=len)
    if len(longest) >= 2:
        run = (int(longest[0]) + draft.low, int(longest[-1]) + draft.low)
        draft.content = [run]
        draft.content_probability = draft.mean(CONTENT_ROLE, run)
        draft.tag_probability = draft.content_probability


def _parents(drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft, the one with the shortest content that covers its cue (its content where it has no cue)."""
    sizes = [sum(last - first + 1 for first, last in d.content) for d in drafts]
    contents = [(*run, sizes[number], number) for number, d in enumerate(drafts) for run in d.content]
    overlaps = Overlaps((first, last + 1) for first, last, _, _ in contents)
    parents: list[int | None] = []
    for draft, own in zip(drafts, sizes, strict=True):
        begin, end = draft.cue or draft.content[0]
        around = (contents[piece] for piece in overlaps.at(begin, begin + 1))
        over = [(size, other) for _, last, size, other in around if end <= last and size > own]
        parents.append(min(over)[1] if over else None)
    return parents


def _free_orphans(section: Tagged, drafts: Sequence[Draft], parents: Sequence[int | None]) -> None:
    """Makes outer ones of those nested ones that are sure and stand in a sentence of which nobody else says anything.

    In "The minister said the deal was dead, Politico writes" the cue "said" is tagged as inner, and "writes" is missed.
    """
    orphans = [d for d, parent in zip(drafts, parents, strict=True) if parent is None and _is_sure_orphan(d)]
    if not orphans:
        return
    starts = [sentence.start for sentence in find_sentences(section.article)]

    def sentence_of(piece: int) -> int:
        return bisect_right(starts, int(section.pieces.starts[piece]))

    runs = [run for d in drafts if not d.nested for run in (*d.content, *([d.cue] if d.cue else ()))]
    told = {number for first, last in runs for number in range(sentence_of(first), sentence_of(last) + 1)}
    for draft in orphans:
        draft.nested = draft.cue is None or sentence_of(draft.cue[0]) in told


def _is_sure_orphan(draft: Draft) -> bool:
    return draft.nested and draft.source is not None and min(draft.cue_probability, draft.source_probability) >= SURE


def _without_orphans(drafts: list[Draft], parents: list[int | None]) -> tuple[list[Draft], list[int | None]]:
    """Drops nested drafts that stand in no content: the inner tags are meant for the inside of statements only."""
    keep = [number for number, d in enumerate(drafts) if not d.nested or parents[number] is not None]
    moved = {old: new for new, old in enumerate(keep)}
    return [drafts[n] for n in keep], [_moved(parents[n], moved) for n in keep]


def _moved(parent: int | None, moved: dict[int, int]) -> int | None:
    return None if parent is None else moved.get(parent)


def _attribution(
    draft: Draft,
    parent: int | None,
    acts: Sequence[float],
    status: int,
    sourcing: int,
    places: Places,
    mentions: Sequence[Run],
    settings: Settings,
) -> Attribution:
    """The attribution of a draft; `acts` are probabilities, the status and the sourcing numbers of the labels."""
    content = [span for run in sorted(draft.content) if (span := places.content_span(run))]
    content = [span for span in content if span.text != "that"] or content or [places.span(draft.content[0])]
    cue = places.span(draft.cue) if draft.cue else None
    form = places.form(draft.content, draft.cue)
    signs = signs_of(
        places.text, (cue.start, cue.end) if cue else None, [(span.start, span.end) for span in content], form,
        draft.nested,
    )  # fmt: skip
    addressee = _party(draft, ADDRESSEE_ROLE, settings.addressee_at, mentions)
    relay = _party(draft, RELAY_ROLE, settings.relay_at, mentions)
    told = places.mention_span(addressee) if addressee else None
    passed_on = places.mention_span(relay) if relay else None
    return Attribution(
        source=places.mention_span(draft.source) if draft.source else None,
        cue=cue,
        content=tuple(content),
        addressees=() if told is None else (told,),
        relays=relays_of(passed_on, draft.via, places),
        within=parent,
        form=form,
        act=act_weights().best(signs, acts),
        status=STATUSES[status],
        sourcing=SOURCING_COLUMNS[sourcing],
        score=settings.probability(_features(draft)),
    )


def _party(draft: Draft, role: int, at: float, mentions: Sequence[Run]) -> Run | None:
    """The run with a role of an attribution, widened to the mention that it stands in."""
    run = spread_around(draft.roles[role], at)
    if run is None:
        return None
    first, last = run[0] + draft.low, run[1] + draft.low
    for other in mentions:
        if other[0] <= last and first <= other[1]:
            return min(first, other[0]), max(last, other[1])
    return first, last


def _features(draft: Draft) -> Features:
    return (
        draft.cue_probability,
        draft.content_probability,
        draft.tag_probability,
        draft.source_probability,
        float(draft.source is None),
        float(draft.nested),
    )
