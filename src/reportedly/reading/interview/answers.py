"""The answers of an interview: what stands behind its questions, where it is plain that one guest answers.

Plain it is where three questions or more are answered, most answers are in the first person or set with a dash or a
name, and no answer speaks of the guest by name; a column that asks itself, and "what you need to know", have no guest.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from reportedly.reading.attribution import Mention
from reportedly.reading.interview.guest import Guest, find_guest, surname_of
from reportedly.reading.interview.lines import Line, find_lines
from reportedly.reading.interview.quoted import find_quoted
from reportedly.reading.layout.turns import Turn
from reportedly.records.article import Article, Span

ANSWERED = 3  # answers; fewer are a writer's
ROUNDS = 2  # questions that they answer, at least
TO_YOU = 3  # one question in so many is to "you" at least
REPORTED = 4  # one answer in so many may have a line that tells of the guest; more are a report

_OWN = re.compile(r"\b(?:I|me|my|mine|myself|we|us|our|ours)\b|\bI['’](?:m|ve|d|ll)\b")
_YOU = re.compile(r"\byou(?:rs?|rself)?\b", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"«„][^”\"»“\n]*[”\"»“]")
_SAYS = (
    r"(?:sa(?:ys?|id)|t(?:ells?|old)|add(?:s|ed)|explain(?:s|ed)|ask(?:s|ed)|argue[sd]|insist(?:s|ed)|recall(?:s|ed))"
)
_OF_THE_TALK = re.compile(
    r"(?:(?:The|This) (?:interview|conversation|talk)|Interview(?:ed)?|Translated|Edited|Questions? (?:by|put)|Photo)\b"
    r"|Q[A-Z]"
)


@dataclass(frozen=True, slots=True)
class Answers:
    """The turns of whoever answers (and of a named asker), and the questions that are nobody's statements."""

    turns: tuple[Turn, ...] = ()
    questions: tuple[Span, ...] = ()


@dataclass(slots=True)
class _Block:
    """Lines that ask and those that answer them."""

    questions: list[Line]
    answers: list[Line] = field(default_factory=list)


def find_answers(article: Article, mentions: Sequence[Mention]) -> Answers:
    """The answers of an interview without quotation marks, as turns; nothing where it is not plainly one."""
    if "?" not in article.text:
        return Answers()
    lines = list(find_lines(article))
    people = {name for m in mentions if m.kind == "person" and (name := surname_of(m.span)) is not None}
    if sum(_is_named(line, people) or line.is_answerers for line in lines) >= ANSWERED:
        return _labelled(article, mentions, lines, people)
    return _quoted(article, mentions, lines) or _bare(article, mentions, lines)


def _is_named(line: Line, people: set[str]) -> bool:
    """Whether a line is printed under the name of somebody of whom the article speaks."""
    return line.label is not None and line.label.text.split()[-1] in people


def _labelled(article: Article, mentions: Sequence[Mention], lines: Sequence[Line], people: set[str]) -> Answers:
    """The turns of a talk whose lines begin with names: "Korda: We had no choice", "A: It will"."""
    askers = {  # also under the name of an outlet, which need not end each line with a question mark
        line.label.text
        for line in lines
        if line.label is not None
        and (line.is_askers or (line.asks and not line.is_answerers and not _is_named(line, people)))
    }
    first = next((line for line in lines if line.label is not None), lines[0])
    guest = find_guest(article, mentions, (first.label or first.words).start)
    answers = guest if guest is not None and _is_lettered_interview(lines, guest) else None  # whoever "A" is
    turns: list[Turn] = []
    questions: list[Span] = []
    asked, put, answered, rounds = None, None, 0, 0
    last = max((number for number, line in enumerate(lines) if line.label is not None), default=0)
    for number, line in enumerate(lines):
        if line.label is None:
            if asked is None and turns and number < last and _goes_on(line, guest):
                turns[-1] = replace(turns[-1], words=(*turns[-1].words, line.words))
            continue
        name = line.label.text
        speaker = line.label if _is_named(line, people) else answers.mention if line.is_answerers and answers else None
        answered += speaker is not None and (line.is_answerers or (put is not None and put != name))
        if name in askers:
            questions.append(line.words)
        elif speaker is not None and _says_something(line):
            turns.append(_turn(speaker, line, guest if put in askers else None))
        asked = name if name in askers or line.is_question else None
        rounds += asked is not None
        put = asked or put  # several guests may answer one question
    return Answers(tuple(turns), tuple(questions)) if answered >= ANSWERED and rounds >= ROUNDS else Answers()


def _is_lettered_interview(lines: Sequence[Line], guest: Guest) -> bool:
    """Whether the guest may be who answers under "A": of a talk, in which nobody tells or asks about the guest."""
    told = any(line.is_answerers and (_names(line, guest) or _reports_on(line, guest)) for line in lines)
    asked = any(line.is_askers and _names(line, guest) and not _YOU.search(line.words.text) for line in lines)
    return guest.is_interviewed and not told and not asked


def _bare(article: Article, mentions: Sequence[Mention], lines: Sequence[Line]) -> Answers:
    """The turns of a talk of which only the questions show who speaks."""
    blocks = _blocks(lines)
    if len(blocks) < ANSWERED:
        return Answers()
    guest = find_guest(article, mentions, blocks[0].questions[0].words.start)
    if guest is None or not _is_interview(blocks, guest):
        return Answers()
    turns = []
    for block in blocks:
        said = [line for line in block.answers if _says_something(line)]
        if said:
            turn = _turn(guest.mention, said[0], guest)
            turns.append(replace(turn, words=tuple(line.words for line in said)))
    return Answers(tuple(turns), tuple(line.words for block in blocks for line in block.questions))


def _quoted(article: Article, mentions: Sequence[Mention], lines: Sequence[Line]) -> Answers | None:
    """The turns of a talk whose answers alone are set in quotation marks."""
    found = find_quoted(article, lines)
    guest = find_guest(article, mentions, found[0].questions[0].start) if len(found) >= ANSWERED else None
    if guest is None:
        return None
    turns = [Turn(guest.mention, one.words, guest.told, to_outlet=guest.told is None) for one in found]
    return Answers(tuple(turns), tuple(question for one in found for question in one.questions))


def _blocks(lines: Sequence[Line]) -> list[_Block]:
    """The questions and what stands behind each, up to where the talk ends."""
    blocks: list[_Block] = []
    for number, line in enumerate(lines):
        after = lines[number + 1] if number + 1 < len(lines) else None
        asks = line.asks or bool(
            blocks and blocks[-1].answers and line.addresses and not _OWN.search(line.words.text) and after
            and not after.asks
        )  # fmt: skip
        if asks and (not blocks or blocks[-1].answers):
            blocks.append(_Block([line]))
        elif asks:
            blocks[-1].questions.append(line)
        elif blocks:
            blocks[-1].answers.append(line)
    return [block for block in blocks if block.answers]


def _is_interview(blocks: Sequence[_Block], guest: Guest) -> bool:
    """Whether one guest answers these questions; what stands behind the last answer is taken from it."""
    with_dash = all(line.dash for block in blocks for line in (*block.questions[:1], *block.answers[:1]))
    last = blocks[-1].answers
    last[1:] = [
        *takewhile(lambda line: _goes_on(line, guest) and _is_own(line) and line.dash == last[0].dash, last[1:])
    ]
    reported = sum(any(_reports_on(line, guest) for line in block.answers) for block in blocks)
    if reported * REPORTED > len(blocks):
        return False
    for block in blocks:
        block.answers[:] = [
            line
            for line in block.answers
            if (line.dash or not with_dash) and not _names(line, guest) and not _reports_on(line, guest)
        ]
    own = sum(any(_is_own(line) for line in block.answers) for block in blocks)
    to_you = sum(any(_YOU.search(line.words.text) for line in block.questions) for block in blocks)
    return 2 * own > len(blocks) and to_you * TO_YOU >= len(blocks) and (with_dash or guest.is_interviewed)


def _goes_on(line: Line, guest: Guest | None) -> bool:
    """Whether an unmarked line may go on with an answer: it is no note, and no report on whoever answers."""
    words = line.words.text
    noted = words[:1] in "([" or line.asks or _OF_THE_TALK.match(words) is not None
    return not noted and (guest is None or guest.surname not in words)


def _names(line: Line, guest: Guest) -> bool:
    """Whether a line is about the guest, as captions are: it has the surname outside quotations, and no "I'm"."""
    bare = _QUOTED.sub("", line.words.text)
    return re.search(rf"\b{re.escape(guest.surname)}\b", bare) is not None and not _OWN.search(bare)


def _reports_on(line: Line, guest: Guest) -> bool:
    """Whether a line tells what the guest says, which an answer does not."""
    if guest.surname not in line.words.text:
        return False
    name = re.escape(guest.surname)
    says = rf"\b{_SAYS} (?:\w+ ){{0,3}}{name}\b|\b{name},? (?:(?:has|had|also|then) )*{_SAYS}\b"
    return re.search(says, _QUOTED.sub("", line.words.text)) is not None


def _is_own(line: Line) -> bool:
    """Whether somebody speaks of themselves in a line, outside quotations."""
    return _OWN.search(_QUOTED.sub("", line.words.text)) is not None


def _says_something(line: Line) -> bool:
    return any(map(str.isalnum, line.words.text))


def _turn(speaker: Span, line: Line, guest: Guest | None) -> Turn:
    """What an answer says; told to the outlet where a guest answers its questions."""
    told = guest.told if guest is not None else None
    return Turn(speaker, (line.words,), told=told, to_outlet=guest is not None and told is None)
