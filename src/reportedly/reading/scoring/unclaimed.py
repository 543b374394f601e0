"""Contents that no cue claims: what less likely cues tell, and quotations that stand without one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from reportedly.reading.scoring.decode import Run, role_rows
from reportedly.reading.scoring.drafts import CONTENT, CUE, Draft, join_contents, tagged_as
from reportedly.reading.scoring.encoder import Floats, Scores
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.windows import Pieces

_SURE_CONTENT, _MAY_BE_CUE = 0.8, 0.35  # mean probabilities of its tags; of a cue for each piece
_SHORTEST = 2  # pieces of a content that calls for a cue: "it" and "so" are too little


def of_unlikely_cues(
    loose: Sequence[Run],
    drafts: Sequence[Draft],
    places: Places,
    pieces: Pieces,
    scores: Scores,
    distance: Floats,
    likely: Floats,
    content_at: float,
) -> list[Draft]:
    """Outer attributions by cues that are likelier none, to which contents belong that surely are some.

    Of 34 such in stories and real articles 29 were at the place of one, 22 with its source; of 40 in PolNeAR's
    development articles 26 and 15.
    """
    wanted = [
        run
        for run in loose
        if run[1] - run[0] >= _SHORTEST - 1
        and tagged_as(likely, run, CONTENT) >= _SURE_CONTENT
        and not _floats(run, places)
    ]
    if not wanted:
        return []
    told = np.isin(pieces.paragraphs, pieces.paragraphs[[first for first, _ in wanted]])
    told &= likely[CUE] + likely[CUE + 1] >= _MAY_BE_CUE
    for run in (*wanted, *(d.cue for d in drafts if d.cue is not None)):
        told[run[0] : run[1] + 1] = False
    found = np.flatnonzero(told)
    parts = np.split(found, np.flatnonzero(np.diff(found) > 1) + 1)
    runs = [(int(part[0]), int(part[-1])) for part in parts if len(part)]
    rows = role_rows([first for first, _ in runs], pieces, scores, distance)
    unlikely = [
        Draft(run, run[0], False, low, roles, tagged_as(likely, run, CUE))
        for run, (low, roles) in zip(runs, rows, strict=True)
    ]
    join_contents(unlikely, wanted, likely, content_at)
    return [draft for draft in unlikely if draft.content]


def floating(
    loose: Sequence[Run], places: Places, pieces: Pieces, scores: Scores, distance: Floats, likely: Floats
) -> list[Draft]:
    """Quotations that stand without a cue."""
    quoted = [run for run in loose if _floats(run, places)]
    drafts = []
    for run, (low, roles) in zip(quoted, role_rows([r[0] for r in quoted], pieces, scores, distance), strict=True):
        tagged = tagged_as(likely, run, CONTENT)
        drafts.append(Draft(None, run[0], False, low, roles, 0.0, content=[run], tag_probability=tagged))
    return drafts


def _floats(run: Run, places: Places) -> bool:
    return places.form([run]) == "direct" and run[1] - run[0] >= 3
