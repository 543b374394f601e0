"""The talk that is printed as bare questions and, each in a paragraph of its own, quotations that answer them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.reading.interview.lines import Line
from reportedly.records.article import Article, Span

ROUNDS = 2  # questions that are answered so, at least
LONGEST = 200  # characters of what is put to the guest
_OPENING, _CLOSING = "“\"«„‘'", "”\"»“’'"


@dataclass(frozen=True, slots=True)
class Quoted:
    """What is put to the guest, and the words between the marks that answer it."""

    questions: tuple[Span, ...]
    words: tuple[Span, ...]


def find_quoted(article: Article, lines: Sequence[Line]) -> Sequence[Quoted]:
    """The rounds from the first question to the last answer; none where anything else stands between them."""
    inside = [_between_marks(article, line.words) for line in lines]
    first = next((n for n, line in enumerate(lines[:-1]) if line.is_question and inside[n + 1] is not None), None)
    if first is None:
        return ()
    last = max(number for number, words in enumerate(inside) if words is not None)
    rounds: list[tuple[list[Span], list[Span]]] = []
    asked = 0
    for number in range(first, last + 1):
        line, words = lines[number], inside[number]
        if words is not None:
            rounds[-1][1].append(words)
        elif not _is_put(line):
            return ()
        elif rounds and not rounds[-1][1]:
            rounds[-1][0].append(line.words)
        else:
            rounds.append(([line.words], []))
            asked += line.is_question
    return [Quoted(tuple(questions), tuple(words)) for questions, words in rounds] if asked >= ROUNDS else ()


def _is_put(line: Line) -> bool:
    """Whether a line may be put to somebody: it is short, bare and quotes nobody."""
    words = line.words.text
    return line.label is None and len(words) <= LONGEST and not any(mark in words for mark in '“”"«»')


def _between_marks(article: Article, span: Span) -> Span | None:
    """What stands between the marks of a paragraph that is nothing but one quotation."""
    words = span.text
    if len(words) < 3 or words[0] not in _OPENING or words[-1] not in _CLOSING:
        return None
    body, close = words[1:-1], _CLOSING[_OPENING.index(words[0])]
    if words[-1] != close or (close not in "’'" and (close in body or words[0] in body)):
        return None
    end = span.end - 1 - (words[-2] == "." and len(body) > 1)
    return article.span(span.start + 1, end)
