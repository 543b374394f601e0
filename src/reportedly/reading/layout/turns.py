"""Turns of an interview or a transcript: lines that begin with the name of whoever speaks, in capitals, and a colon."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.layout.segment import find_paragraphs
from reportedly.records.article import Article, Span

_WORD = r"[A-ZÀ-ÝĀ-Ž][A-ZÀ-ÝĀ-Ž.&’'-]*"
_IN_BRACKETS = r"(?:\s\([^()\n]{1,40}\))?"  # a party, a country, "through an interpreter"
_OFFICE = r"(?:,\s[A-ZÀ-Ý][^a-zß-ÿ:\n\"“”]{1,80})?"  # "ADA RENN, HOST:"
_LABEL = re.compile(
    rf"(?P<mark>[\"“]?)(?P<name>{_WORD}(?:\s{_WORD}){{0,4}}){_IN_BRACKETS}{_OFFICE}{_IN_BRACKETS}\s?:"
    r"(?:\s+(?=[^\W\d_]|[\"“‘'«„(])|\Z)"
)
_NOBODY = re.compile(
    r"(?:Q|A|QUESTION|ANSWER|CLAIM|FACT|VERDICT|NOTE|WATCH|READ|UPDATE|EXCLUSIVE|INTERVIEW|OPINION|ANALYSIS|BREAKING|"
    r"SOURCE|PHOTO|IMAGE|VIDEO|DETAILS|MORE|ALSO|LIVE|PODCAST|CORRECTION|BACKGROUND|REACTION|TRANSCRIPT|SOUNDBITE|CLIP)S?"
)
_OPENING, _CLOSING = ('"', "“"), ('"', "”")
_TURNS = 3  # fewer such lines are headings
_NOTE = re.compile(r"[(\[*]|_{2}")  # "(SOUNDBITE OF MUSIC)", "[14:30:10]"
_ENDED = re.compile(r"[.?!…:—–-][\"”’')]*\Z")
_REPORTED = re.compile(  # a paragraph of whoever prints the talk
    r"[,.?!][\"”] (?:[\w’'.-]+ ){0,5}(?:said|says|told|tells|added|adds|asked|asks|wrote|replied)\b"
)


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
    """The turns in their order; none where fewer than three lines look like one, or nobody speaks twice.

    Where several speak, a turn has the paragraphs too that stand without a name before the next one.
    """
    paragraphs = find_paragraphs(article)
    labels = [
        (number, label)
        for number, paragraph in enumerate(paragraphs)
        if (label := _LABEL.match(paragraph.text)) is not None and not _NOBODY.fullmatch(label["name"])
    ]
    if len(labels) < _TURNS:
        return ()
    several = len({_surname(label) for _, label in labels}) > 1
    found = []
    for (number, label), after in zip(labels, [*(n for n, _ in labels[1:]), None], strict=True):
        start = paragraphs[number].start
        spoken = [article.span(start + label.end(), paragraphs[number].end)] if label[0] != label.string else []
        if several:
            spoken += _more(article, paragraphs, number, after, label)
        bare = (_unmarked(article, span, label["mark"]) for span in _in_one(article, spoken))
        words = tuple(span for span in bare if span is not None)
        if words:
            found.append(Turn(article.span(start + label.start("name"), start + label.end("name")), words))
    times = Counter(turn.speaker.text.split()[-1] for turn in found)  # a name in full at first, a surname then
    return tuple(found) if len(found) >= _TURNS and max(times.values()) > 1 else ()


def _surname(label: re.Match[str]) -> str:
    return label["name"].split()[-1]


def _more(
    article: Article, paragraphs: Sequence[Span], number: int, after: int | None, label: re.Match[str]
) -> list[Span]:
    """The paragraphs without a name behind one with a name, up to the next; the last one's are in one piece with it."""
    more = list[Span]()
    in_pieces = article.text[: paragraphs[number].start].endswith("\n\n")
    for place in range(number + 1, len(paragraphs) if after is None else after):
        before, paragraph = paragraphs[place - 1], paragraphs[place]
        if after is None and not (in_pieces and paragraph.start == before.end + 1):
            break
        if not _goes_on(paragraph.text, label):
            break
        more.append(paragraph)
    return more


def _in_one(article: Article, spans: Sequence[Span]) -> list[Span]:
    """The spans, those in one where only a line ends between two: a long paragraph is read in pieces."""
    whole = list[Span]()
    for span in spans:
        if whole and span.start == whole[-1].end + 1:
            whole[-1] = article.span(whole[-1].start, span.end)
        else:
            whole.append(span)
    return whole


def _goes_on(paragraph: str, label: re.Match[str]) -> bool:
    """Whether a paragraph is not a note, a heading, nobody's question or a report on whoever speaks."""
    if bool(label["mark"]) is not paragraph.startswith(_OPENING) or _NOTE.match(paragraph) or _LABEL.match(paragraph):
        return False
    if not _ENDED.search(paragraph) or _surname(label).title() in paragraph:
        return False
    return _REPORTED.search(paragraph) is None


def _unmarked(article: Article, span: Span, mark: str) -> Span | None:
    """The words of a span, of a talk in quotation marks without these; None where none are left."""
    start, end = span.start, span.end
    if mark and span.text.endswith(_CLOSING):
        end -= 1
    if mark and article.text[start - 1] == "\n":
        start += 1
    return article.span(start, end) if any(map(str.isalnum, article.text[start:end])) else None
