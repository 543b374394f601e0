"""The turns of a conversation as attributions: whoever stands before the colon said all that stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention
from reportedly.reading.layout.turns import Turn
from reportedly.records.article import Span


def with_turns(
    attributions: Sequence[Attribution], turns: Sequence[Turn], questions: Sequence[Span] = ()
) -> list[Attribution]:
    """The attributions and one for each turn, around all that were found in its words, in reading order.

    What only repeats a turn in part, under its own speaker or nobody, goes; so does what runs over several turns, and
    what only asks one of the questions.
    """
    if not turns:
        return list(attributions)
    around = [_turn_of(attribution, turns) for attribution in attributions]
    gone = [
        _repeats(a, turn) or _runs_over(a, turns) or _asks(a, questions)
        for a, turn in zip(attributions, around, strict=True)
    ]
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
    return [_said(one) if isinstance(one, Turn) else replace(one, within=parent(places[id(one)])) for one in said]


def with_people(mentions: Sequence[Mention], turns: Sequence[Turn]) -> list[Mention]:
    """The mentions, in which whoever speaks under a full name and then under its last word alone is no outlet."""
    labels = {turn.speaker.text.casefold() for turn in turns}
    people = {label for label in labels if " " in label and label.split()[-1] in labels}
    return [
        replace(m, kind="person") if m.kind == "outlet" and m.span.text.casefold() in people else m for m in mentions
    ]


def _start(one: Attribution | Turn) -> tuple[int, int]:
    """Where it begins; a turn before what stands in its words."""
    if isinstance(one, Turn):
        return one.start, 0
    return min(span.start for span in one.content), 1


def _turn_of(attribution: Attribution, turns: Sequence[Turn]) -> Turn | None:
    """The turn in whose words the whole content stands."""
    first, end = attribution.content[0].start, attribution.content[-1].end
    return next((turn for turn in turns if turn.start <= first and end <= turn.end), None)


def _said(turn: Turn) -> Attribution:
    told = () if turn.told is None else (turn.told,)
    return Attribution(
        source=turn.speaker, cue=None, content=turn.words, addressees=told, form="direct", to_outlet=turn.to_outlet
    )


def _repeats(attribution: Attribution, turn: Turn | None) -> bool:
    """Whether an attribution is of the turn itself: it has its name (and perhaps the colon), or no cue and no marks.

    What stands between the name and the words, as an office does, is the name's.
    """
    if turn is None:
        return False
    source, cue = attribution.source, attribution.cue
    own = source is None or turn.speaker.start <= source.start < turn.start or _overlap(source, turn.speaker)
    if cue is not None:
        return own and not any(map(str.isalnum, cue.text))
    return own or attribution.content[0].start == turn.start


def _runs_over(attribution: Attribution, turns: Sequence[Turn]) -> bool:
    """Whether the content of a floating quotation reaches into words of a turn from outside it."""
    return attribution.cue is None and any(
        _overlap(span, turn) and not (turn.start <= span.start and span.end <= turn.end)
        for turn in turns
        for span in attribution.content
    )


def _asks(attribution: Attribution, questions: Sequence[Span]) -> bool:
    """Whether an attribution has nothing but a question, which nobody states, for content."""
    bare = attribution.cue is None or not any(map(str.isalnum, attribution.cue.text))
    return bare and any(_overlap(span, question) for question in questions for span in attribution.content)


def _overlap(one: Span | Turn, other: Span | Turn) -> bool:
    return one.start < other.end and other.start < one.end
