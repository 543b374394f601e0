"""The signs that words tell of a contact: what the encoder says, the words themselves, who may take part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportedly.reading.encounter import Encounter
from reportedly.records.contact import ContactKind

_SCORES = (0.05, 0.08, 0.12, 0.2, 0.3, 0.4, 0.55, 0.7, 0.85, 0.95)
_FIRST, _SECOND = (0.1, 0.3, 0.5, 0.7, 0.9), (0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
_NAMED_AT = 0.35  # the encoder's probability of a party that is named as one


def signs_of_words(encounter: Encounter, kind: ContactKind | None, *, has_day: bool) -> Iterator[str]:
    """The signs that do not ask who takes part; `kind` is None where the words do not make one plain."""
    trigger = encounter.trigger
    yield from (f"score {least}" for least in _SCORES if encounter.score >= least)
    yield f"plainly {kind}"
    if " " in trigger.text:
        yield "several words"
    if has_day:
        yield "day"
    if encounter.place is not None:
        yield "place"


def signs_of_parties(encounter: Encounter, likely: Mapping[str, float]) -> Iterator[str]:
    """The signs that ask who takes part: how likely the two most likely parties are."""
    first, second = [*sorted(likely.values(), reverse=True), 0.0, 0.0][:2]
    yield from (f"first {least}" for least in _FIRST if first >= least)
    yield from (f"second {least}" for least in _SECOND if second >= least)
    yield f"named {min(2, sum(chance >= _NAMED_AT for _, chance in encounter.chances()))}"
