"""In which sentences an article tells of whom."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable

from reportedly.records.actor import Actor

_PRESS = re.compile(r"\b(?:reporters?|journalists?|correspondents?|newsmen)\b", re.IGNORECASE)


class Presence:
    """The numbers of the sentences that mention each actor."""

    def __init__(self, actors: Iterable[Actor], sentence_of: Callable[[int], int]) -> None:
        self._sentences: dict[str, list[int]] = {}
        self._press: set[str] = set()
        for actor in actors:
            self._sentences[actor.id] = sorted({sentence_of(mention.start) for mention in actor.mentions})
            if any(_PRESS.search(mention.text) for mention in actor.mentions):
                self._press.add(actor.id)

    def is_in(self, actor: str, sentence: int) -> bool:
        """Whether a sentence mentions an actor."""
        return self.count(actor, sentence, sentence + 1) > 0

    def count(self, actor: str, first: int, end: int) -> int:
        """How many sentences from one on, before another, mention an actor."""
        sentences = self._sentences.get(actor, [])
        return bisect_left(sentences, end) - bisect_left(sentences, first)

    def is_press(self, actor: str) -> bool:
        """Whether an actor is called reporters."""
        return actor in self._press
