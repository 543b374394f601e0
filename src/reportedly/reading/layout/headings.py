"""Headings: the title repeated above the text, lines between paragraphs, and those at the start of a paragraph.

A line without a full stop is a heading when it is short and text follows. Lines that lead in to what follows
("Fox News reports:"), bullets, turns of a dialogue and quoted lines stay body.

At the start of a paragraph stand the hours of a live report ("12:02 Our reporter …") and the words in capitals of a
newsletter ("DRAFTING ROOM League members …"). Both are taken only where the page has them twice, since a name in
capitals may begin any paragraph ("NATO Secretary General …").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.layout.lines import Line

_LONGEST = 12  # words of a heading; the training stories have none longer, other than titles
_LONGEST_QUESTION = 8
_SHORTEST_TITLE, _LONGEST_TITLE = 4, 22

_LABEL = re.compile(
    r"(?:details|background|summary|key points|what happened|what we know(?: so far)?|abstract|full text)[.:]?",
    re.IGNORECASE,
)
_CLOCK_ALONE = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: [A-Z]{2,4})?:?", re.IGNORECASE)
_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?= [\"“«‘]?[^\W\da-z])")
_TURN = re.compile(r"[A-Z][\w.'’ -]{0,40}: ")
_BULLET = re.compile(r"[*•·▪◦–—-]\s")
_SENTENCES = re.compile(r"[a-z]{3}[.!?][\"”’»]? ")
_CAPITALS = re.compile(r"(?:[^\W\d_a-z](?:[^\W\d_a-z]|['’&-])*[.,!?]? +){1,8}")
_CAPITAL_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_TITLE_MARKS = re.compile(r"[^\w]+")


def find_title(lines: Sequence[Line], title: str | None) -> Sequence[Line]:
    """The lines at the top that repeat the title of the article: one, or several in a row."""
    wanted = _bare(title or "")
    for first in range(min(2, len(lines))) if wanted else ():
        repeated = ""
        for last in range(first, min(first + 3, len(lines))):
            repeated += _bare(lines[last].text)
            if repeated == wanted:
                return lines[first : last + 1]
            if not wanted.startswith(repeated):
                break
    return ()


def is_heading(line: Line, following: Line | None) -> bool:
    """Whether a whole line is a heading of the line that follows."""
    if following is None or line.words > _LONGEST or not line.whole:
        return False
    if _LABEL.fullmatch(line.text) or _CLOCK_ALONE.fullmatch(line.text):
        return True
    return is_headline(line) and (following.words > line.words or line.text.isupper())


def is_title(line: Line, following: Sequence[Line]) -> bool:
    """Whether the first line is a headline over text, with other furniture perhaps between the two."""
    return (
        is_headline(line)
        and _SHORTEST_TITLE <= line.words <= _LONGEST_TITLE
        and any(later.ends_sentence and later.words > line.words for later in following)
    )


def asks(line: Line) -> bool:
    """Whether a line may be a headline that asks: "A river with two names: who was first?"."""
    return line.text[-1] == "?" and not line.quotes and not _SENTENCES.search(line.text)


def is_question(line: Line, following: Line | None) -> bool:
    """Whether a line is a short question that text answers; a heading only on a page that has others."""
    return (
        following is not None
        and line.text[-1] == "?"
        and line.words <= _LONGEST_QUESTION
        and following.words >= 2 * _LONGEST_QUESTION
        and not line.quotes
        and not _is_turn(line)
    )


def is_headline(line: Line) -> bool:
    """Whether a line has the form of a headline: alone, a capital first, no full stop, no bullet, no turn of a talk."""
    if (
        not line.apart
        or line.ends_sentence
        or _SENTENCES.search(line.text)
        or line.text[-1] in ":;,—–-"
        or _BULLET.match(line.text)
        or _is_turn(line)
    ):
        return False
    return line.text.lstrip("\"“«‘'„")[:1].isupper() or line.text[0].isdigit()


def find_hours(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Places of the hours at the starts of paragraphs, in a live report."""
    found = [(line.start, line.start + match.end()) for line in lines if (match := _CLOCK.match(line.text))]
    if len(found) > 1:
        yield from found


def find_capitals(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """Places of the words in capitals with which paragraphs of a newsletter begin.

    A word that stands in capitals elsewhere in the text too is a name, and so is the whole run.
    """
    runs = [_run_of_capitals(line.text) for line in lines]
    if sum(map(bool, runs)) < 2 or not any(" " in run for run in runs):
        return
    elsewhere = {
        match[0]
        for line, run in zip(lines, runs, strict=True)
        for match in _CAPITAL_WORD.finditer(line.text, len(run))
        if match[0].isupper() and len(match[0]) > 1
    }
    for line, run in zip(lines, runs, strict=True):
        if run and not elsewhere & set(_CAPITAL_WORD.findall(run)):
            yield line.start, line.start + len(run)


def _run_of_capitals(text: str) -> str:
    """The words in capitals with which a paragraph begins, if a sentence follows them; else nothing."""
    match = _CAPITALS.match(text)
    run = match[0].rstrip() if match else ""
    if run[-2:].strip("'’ ").isalpha() and len(run[-2:].strip()) == 1:  # "THE TAPE A sequel"
        run = run[:-1].rstrip()
    following = text[len(run) :].lstrip()
    long_word = any(len(word) > 3 for word in _CAPITAL_WORD.findall(run))
    return run if long_word and run.isupper() and ":" not in run and following.lstrip("\"“«‘'")[:1].isupper() else ""


def _is_turn(line: Line) -> bool:
    """Whether the line is a turn in a dialogue: "STRAND: And for somebody who is thirty"."""
    match = _TURN.match(line.text)
    if match is None or line.text.isupper():
        return False
    return match[0].isupper() and not any(map(str.isdigit, match[0]))


def _bare(title: str) -> str:
    return _TITLE_MARKS.sub("", title).casefold()
