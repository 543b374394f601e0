"""Turns of an interview or a transcript: lines that begin with the name of whoever speaks, in capitals, and a colon."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_WORD = r"[A-ZÀ-ÝĀ-Ž][A-ZÀ-ÝĀ-Ž.&’'-]*"
_LABEL = re.compile(rf"(?P<mark>[\"“]?)(?P<name>{_WORD}(?:\s{_WORD}){{0,4}})\s?:\s+(?=[^\W\d_]|[\"“‘'«„(])")
_NOBODY = re.compile(
    r"(?:Q|A|QUESTION|ANSWER|CLAIM|FACT|VERDICT|NOTE|WATCH|READ|UPDATE|EXCLUSIVE|INTERVIEW|OPINION|ANALYSIS|BREAKING|"
    r"SOURCE|PHOTO|IMAGE|VIDEO|DETAILS|MORE|ALSO|LIVE|PODCAST|CORRECTION|BACKGROUND|REACTION)S?"
)
_CLOSING = ('"', "”")
_TURNS = 3  # fewer such lines are headings


@dataclass(frozen=True, slots=True)
class Turn:
    """What somebody says in a conversation printed as one, and the name that it is printed under.

    `told` is the outlet that the text names as whom a guest told it; `to_outlet` says that it was the publishing one.
    """

    speaker: Span
    words: tuple[Span, ...]
    told: Span | None = None
    to_outlet: bool = False

    @property
    def start(self) -> int:
        """Where the words begin."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the words end."""
        return self.words[-1].end


def find_turns(article: Article) -> tuple[Turn, ...]:
    """The turns in their order; none where fewer than three lines look like one, or nobody speaks twice."""
    found = []
    for paragraph in find_paragraphs(article):
        label = _LABEL.match(paragraph.text)
        if label is None or _NOBODY.fullmatch(label["name"]):
            continue
        words = paragraph.text[label.end() :]
        if label["mark"] and words[-1:] in _CLOSING:
            words = words[:-1]
        if any(map(str.isalnum, words)):
            start, place = paragraph.start, label.span("name")
            speaker = article.span(start + place[0], start + place[1])
            found.append(Turn(speaker, (article.span(start + label.end(), start + label.end() + len(words)),)))
    times = Counter(turn.speaker.text.split()[-1] for turn in found)  # a name in full at first, a surname then
    if len(found) < _TURNS or max(times.values()) < 2:
        return ()
    return tuple(found)
