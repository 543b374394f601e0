"""Gold stories as what a perfect encoder would have decoded: attributions and mentions, to measure later rooms alone.

Version 2 of the gold (../shared/stories/SPEC.md) has exact places. In version 1 the occurrence nearest to the content
is taken, and mentions are the sources, the names and aliases of the story's actors, and the pronouns.
"""

from __future__ import annotations

import itertools
import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType
from typing import Any

from evaluation import corpora
from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.records import ACTOR_KINDS, ActorKind, Article

Row = Mapping[str, Any]
Place = tuple[int, int]

_PRONOUN = re.compile(r"(?<![\w’'])(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er|[Hh]im|[Tt]hey|[Ii]t|[Ii]ts|[Ww]ho)(?![\w’'])")
_SUGGESTED = {"?it": "organisation", "?its": "organisation", "?they": "group", "?outlet": "outlet"} | {
    "?organisation": "organisation",
    "?anonymous": "group",
}
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’»)]*\s+(?=[\"“‘«(]*[A-Z0-9])|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Gold:
    """One gold article, and what a perfect encoder would have found in it.

    `attributions` stand in reading order; `statements` are their gold rows, one for one.
    """

    story: Row
    row: Row
    article: Article
    attributions: tuple[Attribution, ...]
    statements: tuple[Row, ...]
    mentions: tuple[Mention, ...]


def load_gold(given: Iterable[Path | Row]) -> list[Gold]:
    """Every article of these stories, which are files or what these hold, in their order."""
    return [
        _gold_of(story, row)
        for story in (json.loads(one.read_text(encoding="utf-8")) if isinstance(one, Path) else one for one in given)
        for row in story["articles"]
    ]


def stories(which: str) -> list[Path]:
    """The files of `training`, `real`, `dev` or `first` in ../shared, in order of name."""
    folder = {"training": "training/stories", "real": "training/real", "dev": "stories", "first": "first-article"}[
        which
    ]
    return sorted((corpora.SHARED / folder).glob("*.json"))


def scorer() -> ModuleType:
    """../shared/stories/score.py as a module."""
    return corpora.scorer("stories")


def degrade(mentions: Sequence[Mention], *, seed: int, drop: float = 0.15, wrong: float = 0.10) -> tuple[Mention, ...]:
    """The mentions as an imperfect encoder gives them: a share is missing, a share of the rest has a wrong kind."""
    chance = random.Random(seed)
    kept = [mention for mention in mentions if chance.random() >= drop]
    return tuple(
        replace(mention, kind=chance.choice(ACTOR_KINDS)) if chance.random() < wrong else mention for mention in kept
    )


def _gold_of(story: Row, row: Row) -> Gold:
    article = Article.of(
        row["text"], id=row["id"], outlet=row["outlet"], url=row.get("url"), title=row.get("title"),
        byline=[row["byline"]] if isinstance(row.get("byline"), str) else row.get("byline") or [],
        published=row["published"], language="en",
    )  # fmt: skip
    actors = {actor["id"]: actor for actor in story["actors"]}
    places = {statement["id"]: _Places.of(article.text, statement) for statement in row["statements"]}
    mentions = list(_mentions_of(row, actors, places))
    order = sorted(
        (s for s in row["statements"] if places[s["id"]].content),
        key=lambda s: (places[s["id"]].content[0][0], -places[s["id"]].content[-1][1], s["id"]),
    )
    position = {statement["id"]: number for number, statement in enumerate(order)}
    by_id = {statement["id"]: statement for statement in order}
    sentences = _sentences(article.text)
    attributions = []
    for statement in order:
        at = places[statement["id"]]
        beside = _Beside(article.text, actors, mentions, sentences, statement, at)
        outer = by_id.get(statement["within"] or "")
        own = {beside.id_of(statement["source"]), statement["speaker"], statement["speaks_for"]}
        relays = [
            place
            for hop in statement["chain"][1:-1]
            if hop not in (outer["chain"] if outer else ()) and hop != statement["source"]
            if beside.id_of(hop) is None or beside.id_of(hop) not in own
            for place in beside.find(hop)
        ]
        attributions.append(
            Attribution(
                source=article.span(*at.source) if at.source else None,
                cue=article.span(*at.cue) if at.cue else None,
                content=tuple(article.span(*place) for place in at.content),
                addressees=tuple(
                    article.span(*place) for a in [statement["addressee"]] if a for place in beside.find(a)
                ),
                relays=tuple(Relay(mention=article.span(*place)) for place in relays),
                within=position.get(statement["within"]),
                form=statement["mode"],
                act=statement["act"],
                status=statement.get("status") or "made",
            )
        )
    return Gold(
        story=story,
        row=row,
        article=article,
        attributions=tuple(attributions),
        statements=tuple(order),
        mentions=tuple(
            Mention(span=article.span(*place), kind=_kind(actors, actor))
            for place, actor in sorted(set(mentions), key=lambda m: (m[0][0], -m[0][1], m[1]))
        ),
    )


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a gold statement stand."""

    source: Place | None
    cue: Place | None
    content: tuple[Place, ...]

    @classmethod
    def of(cls, text: str, statement: Row) -> _Places:
        if "content_spans" in statement:
            source, cue = statement["source_span"], statement["cue_span"]
            return cls(
                (source[0], source[1]) if source else None,
                (cue[0], cue[1]) if cue else None,
                tuple((start, end) for start, end in statement["content_spans"]),
            )
        content = tuple(scorer().gold_spans(text, statement["content"]))
        if not content:
            return cls(None, None, ())
        cue = _nearest(text, statement["cue"], content, content[0][0])
        source = _nearest(text, statement["source"], content, cue[0] if cue else content[0][0])
        return cls(source, cue, content)


def _nearest(text: str, words: str | None, content: Sequence[Place], anchor: int) -> Place | None:
    """The occurrence of the words that lies nearest to the content and the anchor, outside the content if any does."""
    found = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text)] if words else []

    def cost(place: Place) -> tuple[bool, int]:
        inside = any(start <= place[0] < end for start, end in content)
        gap = min(max(start - place[1], place[0] - end, 0) for start, end in content)
        return inside, gap + abs(place[0] - anchor)

    return min(found, key=cost, default=None)


@dataclass(frozen=True, slots=True)
class _Beside:
    """Finds mentions of an actor in the sentences that a statement stands in."""

    text: str
    actors: Mapping[str, Row]
    mentions: Sequence[tuple[Place, str]]
    sentences: Sequence[Place]
    statement: Row
    at: _Places

    def id_of(self, name: str | None) -> str | None:
        """The id of the actor that the story knows under this id or name."""
        if name is None or name in self.actors:
            return name
        for id, actor in self.actors.items():
            if name.lower() in {n.lower() for n in (actor["name"], *actor["aliases"]) if n}:
                return id
        return None

    def find(self, name: str) -> tuple[Place, ...]:
        """The mention nearest to the cue, outside source and content; at most one."""
        parts = [part for part in (self.at.source, self.at.cue, *self.at.content) if part]
        low, high = min(start for start, _ in parts), max(end for _, end in parts)
        low = max((start for start, _ in self.sentences if start <= low), default=0)
        high = min((end for _, end in self.sentences if end >= high), default=len(self.text))
        anchor = (self.at.cue or self.at.source or self.at.content[0])[0]
        id = self.id_of(name)
        places = [place for place, actor in self.mentions if actor == id]
        if not places:
            places = [m.span() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", self.text, re.IGNORECASE)]
        taken = [part for part in (self.at.source, *self.at.content) if part]
        free = [
            place
            for place in places
            if low <= place[0] and place[1] <= high
            if not any(place[0] < end and start < place[1] for start, end in taken)
        ]
        return (min(free, key=lambda place: abs(place[0] - anchor)),) if free else ()


def _mentions_of(row: Row, actors: Mapping[str, Row], places: Mapping[str, _Places]) -> Iterator[tuple[Place, str]]:
    """Every place that refers to an actor, with its id; pronouns of version 1 have the kind that they suggest."""
    if "mentions" in row:
        for mention in row["mentions"]:
            yield (mention["span"][0], mention["span"][1]), mention["actor"]
        return
    text, taken = row["text"], set[int]()
    for statement in row["statements"]:
        source = places[statement["id"]].source
        if source and statement["source_kind"] != "document" and source[0] not in taken:
            taken.update(range(*source))
            yield source, statement["speaker"] or f"?{statement['source_kind']}"
    names = [(name, id) for id, actor in actors.items() for name in (actor["name"], *actor["aliases"]) if name]
    for name, id in sorted(names, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            if not taken.intersection(range(*match.span())):
                taken.update(range(*match.span()))
                yield match.span(), id
    for match in _PRONOUN.finditer(text):
        if match.start() not in taken:
            yield match.span(), f"?{match[0].lower()}"


def _kind(actors: Mapping[str, Row], id: str) -> ActorKind:
    kind = actors[id]["kind"] if id in actors else _SUGGESTED.get(id, "person")
    return kind if kind in ACTOR_KINDS else "organisation"


def _sentences(text: str) -> list[Place]:
    cuts = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [(start, end) for start, end in itertools.pairwise(cuts) if start < end]
