"""What in a statement shows that its speaker takes a stand, and which: named signs, to be weighed."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

from reportedly.reading.positions.plainly import by_words
from reportedly.reading.positions.told_by_cues import by_cue
from reportedly.reading.positions.wording import named_in


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A statement as far as signs go.

    `before` are the words before its cue, `reports` whether it holds another; `words` the signs that its words are
    (`scoring.acts.signs_of`), `turns` the statements of its speaker, `third` in which third of the article's it is.
    """

    act: str
    status: str
    sourcing: str
    cue: str
    before: str
    content: str
    nested: bool
    reports: bool
    words: frozenset[str] = frozenset()
    turns: int = 1
    third: int = 0


def signs_of(told: Told) -> frozenset[str]:
    """The names of the signs that a statement has, and of every two of them that are no single words."""
    named = _named(told)
    pairs = {f"{one} & {other}" for one, other in itertools.combinations(sorted(named), 2)}
    words = {f"text {word}" for word in told.words}
    return frozenset(named | pairs | words | {f"turns {min(told.turns, 4)}", f"third {told.third}"})


def _named(told: Told) -> set[str]:
    found = named_in(told.cue, told.before, told.content)
    plain = by_cue(told.cue, told.content) or by_words(told.content, own=True)
    if plain is not None:
        found.add(f"plainly {plain.stance}" if plain.sure else f"perhaps {plain.stance}")
    found |= {f"act {told.act}", f"status {told.status}", f"sourcing {told.sourcing}"}
    if told.nested:
        found.add("nested")
    if told.reports:
        found.add("reports another")
    return found
