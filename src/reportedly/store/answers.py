"""What the store's questions give: rows for people and programs, each with its words, place, outlet, date and chain."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement of one article; `places` are the offsets of the pieces of its content, `chain` names its links."""

    article: str
    statement: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    speaker: str
    sourcing: str
    form: str
    act: str
    status: str
    words: str
    places: tuple[tuple[int, int], ...]
    chain: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A contact of one article; the days are those that it covers, `when` the words for them."""

    article: str
    contact: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    kind: str
    status: str
    parties: tuple[str, ...]
    from_: str | None
    to: str | None
    when: str | None
    place: str | None
    words: str
    places: tuple[tuple[int, int], ...]
    chain: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Stood:
    """A position of one article."""

    article: str
    position: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    holder: str
    stance: str
    target: str
    words: str
    places: tuple[tuple[int, int], ...]
    chain: tuple[str, ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Shifted:
    """A position, and the other one that its holder had on the same before."""

    later: Stood
    earlier: Stood


Answer = Said | Met | Stood
