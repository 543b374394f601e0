"""Contents that two cues claim: both told it, or one told it and the other passed it on.

A tagged content goes to the cue that claims it most, and whoever else tells it would be left with nothing: in "the
minister said on Monday, the Gazette writes" to "writes", which only passes on what the minister said.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.reading.attribution import Relay
from reportedly.reading.scoring.decode import Run
from reportedly.reading.scoring.drafts import ADDRESSEE_ROLE, CONTENT, CONTENT_ROLE, RELAY_ROLE, SURE, Draft, tagged_as
from reportedly.reading.scoring.encoder import Floats
from reportedly.reading.scoring.places import Places
from reportedly.records.article import Span

SURE_CUE = 0.5  # probability of a cue that may share: of 45 statements that came of it 37 were right
_PASSED, _TOLD = 0.1, 0.3  # probabilities from which one is a relay of the other, or told by him

_PASSES_ON = re.compile(
    r"\b(?:cit|quot|refer|credit|rel(?:y|ies)|attribut|according|via\b|report|writ|wrote|carr(?:y|ied)|publish|inform|"
    r"as saying)",
    re.IGNORECASE,
)
_REPORTS = re.compile(  # and no "report", which is what is denied
    r"\b(?:report(?:s|ed|ing)|writ(?:es|ten|ing)|wrote|carr(?:ies|ied)|publish(?:es|ed)|inform(?:s|ed))\b",
    re.IGNORECASE,
)


def share_contents(drafts: Sequence[Draft], contents: Sequence[Run], likely: Floats, places: Places) -> None:
    """Gives sure cues that are left with no content what they claim beside another cue; sources are known by now.

    Where one of the two only passes on what the other told, it becomes the `via` of that.
    """
    owners = {run: draft for draft in drafts for run in draft.content}
    for draft in drafts:
        if draft.content or draft.cue_probability < SURE_CUE or draft.source_probability < SURE:
            continue
        claims = {run: draft.mean(CONTENT_ROLE, run) for run in contents if draft.low <= run[0] and run[1] < draft.high}
        best = max(claims, key=claims.__getitem__, default=None)
        if best is None or claims[best] < SURE or best not in owners or not _are_two(draft, owners[best]):
            continue
        owner = owners[best]
        passes, passed = _has(_PASSES_ON, draft, places), _has(_PASSES_ON, owner, places)
        if passes and not passed:
            owner.via = owner.via or draft
        if passes or (passed and not _has(_REPORTS, owner, places)):
            continue
        if not passed and (_knows(owner, draft) or _knows(draft, owner)):
            continue
        draft.content = [run for run, claim in claims.items() if claim >= SURE]
        draft.content_probability = claims[best]
        draft.tag_probability = max(tagged_as(likely, run, CONTENT) for run in draft.content)
        if passed:
            owner.content = [run for run in owner.content if run not in draft.content]
            draft.via = None if owner.content else owner


def relays_of(passed_on: Span | None, via: Draft | None, places: Places) -> tuple[Relay, ...]:
    """Whoever passed it on by a cue of his own, and whoever else did."""
    own = places.mention_span(via.source) if via is not None and via.source is not None else None
    cue = places.span(via.cue) if via is not None and via.cue is not None else None
    by_cue = () if own is None else (Relay(mention=own, cue=cue),)
    is_own = own is not None and passed_on is not None and passed_on.start < own.end and own.start < passed_on.end
    return by_cue if passed_on is None or is_own else (*by_cue, Relay(mention=passed_on))


def _are_two(one: Draft, other: Draft) -> bool:
    """Whether two cues with contents to share have each a source of its own."""
    if not other.content or one.source is None or other.source is None:
        return False
    return one.source[1] < other.source[0] or other.source[1] < one.source[0]


def _has(words: re.Pattern[str], draft: Draft, places: Places) -> bool:
    return draft.cue is not None and words.search(places.span(draft.cue).text) is not None


def _knows(one: Draft, other: Draft) -> bool:
    """Whether the source of one cue passed on what another tells, or was told it."""
    if other.source is None or not one.low <= other.source[0] < one.high:
        return False
    at = other.source[0] - one.low
    return bool(one.roles[RELAY_ROLE, at] > _PASSED or one.roles[ADDRESSEE_ROLE, at] > _TOLD)
