"""Scores to contacts and positions: which words name one, and who and what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportedly.reading.attribution import Mention
from reportedly.reading.encounter import Encounter, Stand
from reportedly.reading.scoring.decode import Run, likely_tags, mean_of, role_rows, runs_of, softmax, spread_around
from reportedly.reading.scoring.encoder import Floats
from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.tagged import Tagged
from reportedly.records.article import Span
from reportedly.records.contact import CONTACT_KINDS
from reportedly.records.position import STANCES

_PARTY, _PLACE, _WHEN = 1, 2, 3
_HOLDER = 1


def find_encounters(section: Tagged, mentions: Sequence[Mention]) -> tuple[Encounter, ...]:
    """The contacts that a section tells of, in reading order, those told twice twice."""
    runs = _tagged(section, "contact")
    if not runs:
        return ()
    pieces, scores, distance = section.pieces, section.scores, section.distance
    places, settings = section.places, section.settings
    of_mentions = [places.run(mention.span) for mention in mentions]
    found = []
    for (run, probability), (low, roles) in zip(
        runs, role_rows([run[0] for run, _ in runs], pieces, scores, distance, "contact"), strict=True
    ):
        tags = scores.tags[run[0]]
        parties = list(_parties(roles[_PARTY], low, of_mentions, places, settings.party_at))
        found.append(
            Encounter(
                trigger=places.span(run),
                kind=CONTACT_KINDS[int(tags[COLUMNS["contact_kind"]].argmax())],
                statuses=tuple(float(p) for p in softmax(tags[COLUMNS["contact_status"]])),
                parties=tuple(span for span, _ in parties),
                likely=tuple(chance for _, chance in parties),
                place=_one(roles[_PLACE], low, places, settings.place_at),
                when=_one(roles[_WHEN], low, places, settings.when_at),
                score=probability,
            )
        )
    return tuple(found)


def find_stands(section: Tagged, mentions: Sequence[Mention]) -> tuple[Stand, ...]:
    """The words of a section that show where somebody stands, in reading order."""
    runs = _tagged(section, "position")
    if not runs:
        return ()
    pieces, scores, distance = section.pieces, section.scores, section.distance
    places, settings = section.places, section.settings
    of_mentions = [places.run(mention.span) for mention in mentions]
    found = []
    for (run, probability), (low, roles) in zip(
        runs, role_rows([run[0] for run, _ in runs], pieces, scores, distance, "position"), strict=True
    ):
        evidence = places.content_span(run)
        if evidence is not None:
            found.append(
                Stand(
                    evidence=evidence,
                    stance=STANCES[int(scores.tags[run[0], COLUMNS["stance"]].argmax())],
                    holder=_one(roles[_HOLDER], low, places, settings.holder_at, of_mentions),
                    score=probability,
                )
            )
    return tuple(found)


def _tagged(section: Tagged, layer: str) -> list[tuple[Run, float]]:
    """The runs that a layer tags, each with its mean probability."""
    runs = runs_of(section.tags[layer], 1)
    if not runs:
        return []
    likely = likely_tags(section.scores, layer)[1:].sum(0)
    return [(run, mean_of(likely[run[0] : run[1] + 1])) for run in runs]


def _parties(
    likely: Floats, low: int, mentions: Sequence[Run], places: Places, at: float
) -> Iterator[tuple[Span, float]]:
    """Every mention that is probably a party, and other words that are, in reading order, each with its probability."""
    left = likely.copy()
    runs: list[tuple[Run, float]] = []
    for first, last in mentions:
        if low <= first and last < low + len(likely):
            chance = float(likely[first - low : last + 1 - low].mean())
            if chance >= at:
                runs.append(((first, last), chance))
                left[first - low : last + 1 - low] = 0
    while (run := spread_around(left, max(at, 0.5))) is not None:
        runs.append(((run[0] + low, run[1] + low), float(left[run[0] : run[1] + 1].mean())))
        left[run[0] : run[1] + 1] = 0
    return ((span, chance) for run, chance in sorted(runs) if (span := places.mention_span(run)) is not None)


def _one(likely: Floats, low: int, places: Places, at: float, mentions: Sequence[Run] = ()) -> Span | None:
    """The words with a role, widened to the mention that they stand in."""
    run = spread_around(likely, at)
    if run is None:
        return None
    first, last = run[0] + low, run[1] + low
    for other in mentions:
        if other[0] <= last and first <= other[1]:
            return places.mention_span((min(first, other[0]), max(last, other[1])))
    return places.span((first, last))
