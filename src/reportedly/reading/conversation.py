"""The turns of a conversation as attributions: whoever stands before the colon said all that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.reading.layout.turns import Turn
from reportedly.records.article import Span


def with_turns(attributions: Sequence[Attribution], turns: Sequence[Turn]) -> list[Attribution]:
    """The attributions and one for each turn, around all that were found in its words, in reading order.

    What only repeats a turn in part, under its own speaker or nobody, goes; so does what runs over several turns.
    """
    if not turns:
        return list(attributions)
    around = [_turn_of(attribution, turns) for attribution in attributions]
    gone = [_repeats(a, turn) or _runs_over(a, turns) for a, turn in zip(attributions, around, strict=True)]
    said: list[Attribution | Turn] = [*turns, *(a for a, no in zip(attributions, gone, strict=True) if not no)]
    said.sort(key=_start)
    order = {id(one): number for number, one in enumerate(said)}

    def parent(number: int) -> int | None:
        above = attributions[number].within
        while above is not None and gone[above]:
            number, above = above, attributions[above].within
        if above is not None:
            return order[id(attributions[above])]
        turn = around[number]
        return None if turn is None else order[id(turn)]

    places = {id(attribution): number for number, attribution in enumerate(attributions)}
    return [
        Attribution(source=one.speaker, cue=None, content=(one.words,), form="direct")
        if isinstance(one, Turn)
        else replace(one, within=parent(places[id(one)]))
        for one in said
    ]


def _start(one: Attribution | Turn) -> tuple[int, int]:
    """Where it begins; a turn before what stands in its words."""
    if isinstance(one, Turn):
        return one.words.start, 0
    return min(span.start for span in one.content), 1


def _turn_of(attribution: Attribution, turns: Sequence[Turn]) -> Turn | None:
    """The turn in whose words the whole content stands."""
    first, end = attribution.content[0].start, attribution.content[-1].end
    return next((turn for turn in turns if turn.words.start <= first and end <= turn.words.end), None)


def _repeats(attribution: Attribution, turn: Turn | None) -> bool:
    if turn is None or attribution.cue is not None:
        return False
    return attribution.source is None or _overlap(attribution.source, turn.speaker)


def _runs_over(attribution: Attribution, turns: Sequence[Turn]) -> bool:
    """Whether the content of a floating quotation reaches into words of a turn from outside it."""
    return attribution.cue is None and any(
        _overlap(span, turn.words) and not (turn.words.start <= span.start and span.end <= turn.words.end)
        for turn in turns
        for span in attribution.content
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end
