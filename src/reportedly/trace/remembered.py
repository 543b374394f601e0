"""What the trace remembers of every article, so that nothing is done again that would come out the same.

Of each article: its gist, how it was put into a story, who its actors were found to be, and what was said of pairs of
statements of which the later is in it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.records import Story
from reportedly.store.database import Store
from reportedly.store.remembered import keep_sketches, sketches, sketches_of
from reportedly.trace.casts import Met
from reportedly.trace.gists import Gist, When, when
from reportedly.trace.stories import Grouping, Step

GIST, PLACE, CAST, ANSWERS = "gist", "place", "cast", "answers"  # the kinds of the sketches


@dataclass(frozen=True, slots=True)
class Dated:
    """The gist of an article, packed since those of all are in memory at once, and what it is ordered by."""

    when: When
    gist: bytes

    @classmethod
    def of(cls, gist: Gist) -> Dated:
        """That of a gist."""
        return cls(when(gist), gist.packed())


@dataclass(frozen=True, slots=True)
class Placed:
    """Which number an article had in the order of all, by its date, and what was done with it then."""

    at: int
    when: When
    step: Step

    def packed(self) -> bytes:
        """All of it in few bytes."""
        return json.dumps([self.at, self.when, self.step.story, self.step.brought]).encode("utf-8")

    @classmethod
    def unpacked(cls, packed: bytes) -> Placed:
        """What was packed."""
        at, (undated, date, article), story, brought = json.loads(packed)
        return cls(at, (undated, date, article), Step(story, tuple(brought)))


@dataclass(frozen=True)
class Past:
    """What was remembered, packed, by the ids of the articles; of all that stand in a story, or of none."""

    stories: tuple[Story, ...] = ()
    gists: Mapping[str, bytes] = field(default_factory=dict)
    places: Mapping[str, bytes] = field(default_factory=dict)
    casts: Mapping[str, bytes] = field(default_factory=dict)

    @classmethod
    def of(cls, store: Store, stories: Iterable[Story], *, made_by: str) -> Past:
        """The past of a store with these stories; none where something of it is missing."""
        stories = tuple(stories)
        held = [
            {id: value for (id, _), value in sketches(store, kind, made_by=made_by).items()}
            for kind in (GIST, PLACE, CAST)
        ]
        if any(article not in one for one in held for story in stories for article in story.articles):
            return cls()
        return cls(stories, *held)

    @cached_property
    def placed(self) -> Mapping[str, Placed]:
        """How each article was put into a story."""
        return {id: Placed.unpacked(packed) for id, packed in self.places.items()}

    def met(self, articles: Iterable[str]) -> list[Met]:
        """Who was met in these articles."""
        return [Met.unpacked(self.casts[article]) for article in articles]

    def grouped(self, new: Mapping[str, Dated]) -> tuple[tuple[Story, ...], dict[str, Placed]]:
        """The stories of all articles, and how those were placed that were not placed so before.

        Articles are gone through by their dates. So long as they are those of before, they are put where they were
        put; from the first other one on, each is compared with what came before it.
        """
        other = {id: dated for id, dated in new.items() if self.gists.get(id) != dated.gist}
        order = [dated.when for dated in other.values()]
        order += [placed.when for id, placed in self.placed.items() if id not in other]
        grouping, found = Grouping(), dict[str, Placed]()
        for at, date in enumerate(sorted(order)):
            id = date[-1]
            gist = Gist.unpacked(other[id].gist if id in other else self.gists[id])
            if not found and id not in other and self.placed[id].at == at:
                grouping.again(gist, self.placed[id].step)
            else:
                found[id] = Placed(at, date, grouping.add(gist))
        return grouping.stories(), found


def remember(
    store: Store, gists: Mapping[str, bytes], placed: Mapping[str, bytes], met: Mapping[str, bytes], *, made_by: str
) -> None:
    """Keeps what is new of it, packed, by the ids of the articles."""
    for kind, packed in ((GIST, gists), (PLACE, placed), (CAST, met)):
        keep_sketches(store, kind, {(id, ""): one for id, one in packed.items()}, made_by=made_by)


def keep_answers(store: Store, answers: Mapping[str, bytes], *, made_by: str) -> None:
    """Keeps what was said of pairs, packed, by the article of the later statement."""
    if answers:
        keep_sketches(store, ANSWERS, {(id, ""): packed for id, packed in answers.items()}, made_by=made_by)


def kept_answers(store: Store, articles: Collection[str], *, made_by: str) -> dict[str, bytes]:
    """The same, of these articles."""
    return sketches_of(store, ANSWERS, articles, made_by=made_by)
