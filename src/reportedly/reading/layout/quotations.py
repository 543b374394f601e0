"""Quotations of a text: what stands between quotation marks, and whether it looks like speech.

One pass over the marks, with a stack of the open ones. A mark whose shape does not say what it does (", '',
and every mark that writers turn the wrong way) is read by its neighbours: white space before it opens, white
space or punctuation after it closes, and where they say nothing it closes what is open.

A paragraph that ends inside a quotation is continued by the next one when that begins with an opening mark, or
when its first mark closes: the pieces are then one quotation, as newspapers set them.

Single marks quote only where they clearly do: ' and ’ are apostrophes far more often. They need an opening mark
at the start of a word and a closing one at the end of a word, both in one paragraph, and "the ministers’" closes
only when nothing better does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from reportedly.reading.layout.quotation_kinds import CONTEXT, QuotationKind, kind_of
from reportedly.records.article import Article, Span

_MARK = re.compile(r"``|''|[\"“”„‟«»＂‘’']")
_ELISION = re.compile(r"(?:em|til|till|cause|n|tis|twas|twere|round|bout|cos|nuff|\d\ds?)\b", re.IGNORECASE)
_BEFORE_OPENING = frozenset("([{—–-/\"“„«‘'`")
_NEVER_OPENED = frozenset(",;:!?)]}")  # an opening mark does not stand before these
_AFTER_CLOSING = frozenset(".,;:!?…)]}—–-/\"”»’'")
_GUILLEMETS, _SINGLES = frozenset("«»"), frozenset("‘’'")
_PARTNER = {"“": "”", "„": "“", "«": "»", "»": "«", "``": "''"}  # of an opening mark, where it is another one
_INVISIBLE = frozenset("\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff")
# "the ministers’ plan", "goin’ home": before a comma or a full stop no apostrophe of this kind stands
_MAY_BE_APOSTROPHE = re.compile(r"(?:\w[sSz]|in)[’'](?![,.])")
_BRIDGE = 3  # paragraphs without a mark that a quotation may run through: more, and its closing mark was forgotten
_REACH = 3  # how many open marks back a closing mark looks for its partner: nobody nests deeper
_DEPTH = 8  # marks open at once: more of them are no quotations, and would each hold the rest of the text


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Words between quotation marks.

    `pieces` are the words without the marks, one for each paragraph that they run over; `whole` reaches from the
    opening mark to the closing one. `paired` is False where a mark has no partner: the pieces then end with the
    sentence, or begin with it. `within` is the position of the quotation around this one, in the same sequence.
    `kind` says whether the words look like speech, the title of a work or a term.
    """

    pieces: tuple[Span, ...]
    whole: Span
    paired: bool
    within: int | None = None
    kind: QuotationKind


@dataclass(slots=True)
class _Open:
    """A quotation whose closing mark has not come yet."""

    mark: str
    start: int  # of the mark
    words: int  # where the words of the current paragraph begin
    heads_paragraph: bool  # whether the words, or the mark, stand at the start of a paragraph
    pieces: list[tuple[int, int]] = field(default_factory=list)
    bridge: list[tuple[int, int]] = field(default_factory=list)  # pieces, if a later paragraph closes the quotation
    doubtful: tuple[int, int] | None = None  # a closing mark that may be the apostrophe of "the ministers’"

    @property
    def single(self) -> bool:
        return self.mark in _SINGLES


@dataclass(frozen=True, slots=True)
class _Found:
    start: int
    end: int
    pieces: tuple[tuple[int, int], ...]
    paired: bool


def find_quotations(
    article: Article, *, paragraphs: Sequence[Span], sentences: Sequence[Span]
) -> tuple[Quotation, ...]:
    """The quotations of an article, in the order of their opening marks; empty ones are left out."""
    text = article.text
    scan = _Scan(text, [sentence.start for sentence in sentences], [sentence.end for sentence in sentences])
    for paragraph in paragraphs:
        scan.read_paragraph(paragraph.start, paragraph.end)
    scan.finish()
    ordered = sorted(scan.found, key=lambda found: (found.start, -found.end))
    return tuple(
        Quotation(
            pieces=tuple(article.span(start, end) for start, end in found.pieces),
            whole=article.span(found.start, found.end),
            paired=found.paired,
            within=within,
            kind=kind_of(
                text[slice(*found.pieces[0])],
                text[max(0, found.start - CONTEXT) : found.start],
                text[found.end : found.end + CONTEXT],
            ),
        )
        for found, within in zip(ordered, _surroundings(ordered), strict=True)
    )


def _surroundings(ordered: Sequence[_Found]) -> Iterator[int | None]:
    """For each quotation, the position of the smallest one around it."""
    around: list[int] = []
    for position, found in enumerate(ordered):
        while around and ordered[around[-1]].end < found.end:
            around.pop()
        yield around[-1] if around else None
        around.append(position)


class _Scan:
    """Reads paragraph after paragraph; what is open at the end of one is carried into the next."""

    def __init__(self, text: str, sentence_starts: Sequence[int], sentence_ends: Sequence[int]) -> None:
        self.text = text
        self.sentence_starts = sentence_starts
        self.sentence_ends = sentence_ends
        self.found: list[_Found] = []
        self.open: list[_Open] = []  # innermost last
        self.carried: _Open | None = None
        self.start = self.end = 0  # of the paragraph
        self.read = 0  # the end of the last mark

    def read_paragraph(self, start: int, end: int) -> None:
        """Finds the quotations that end in the paragraph from `start` to `end`."""
        last_end, self.start, self.end = self.end, start, end
        marks = list(_MARK.finditer(self.text, start, end))
        if self.carried:
            marks = self._continue(self.carried, last_end, marks)
        self.read = start
        for mark in marks:
            if mark[0] in _SINGLES:
                self._read_single(mark)
            else:
                self._read_double(mark)
                self.read = mark.end()
        while self.open:
            opened = self.open.pop()
            if self.open or self.carried or opened.doubtful:
                self._give_up(opened, end)
            else:
                self.carried = opened

    def finish(self) -> None:
        """Settles what the last paragraph left open."""
        if self.carried:
            self.carried.bridge.append((self.carried.words, self.end))
            self._give_up_carried(self.carried)

    def _continue(self, carried: _Open, last_end: int, marks: list[re.Match[str]]) -> list[re.Match[str]]:
        """Takes up what the last paragraph left open, if this one goes on with it; the marks that remain to be read."""
        kin = next((mark for mark in marks if _kin(mark[0], carried.mark)), None)
        carried.bridge.append((carried.words, last_end))
        if kin is None and not carried.single and len(carried.bridge) <= _BRIDGE:
            carried.words = self.start
            return marks
        self.carried = None
        repeated = marks[:1] if kin is not None and kin.start() == self.start else []
        closed = kin is not None and not carried.single and self._roles(kin) == (False, True)
        if not (len(carried.bridge) == 1 if repeated else closed):
            self._give_up_carried(carried)
            return marks
        carried.pieces += carried.bridge
        carried.bridge.clear()
        carried.words = repeated[0].end() if repeated else self.start
        carried.heads_paragraph = True
        self.open.append(carried)
        return marks[len(repeated) :]

    def _roles(self, mark: re.Match[str]) -> tuple[bool, bool]:
        """Whether the neighbours of a mark let it open a quotation, and whether they let it close one."""
        at = mark.start()
        while at > self.start and self.text[at - 1] in _INVISIBLE:
            at -= 1
        before = self.text[at - 1] if at > self.start else " "
        after = self.text[mark.end()] if mark.end() < self.end else " "
        opens = (before.isspace() or before in _BEFORE_OPENING) and not (after.isspace() or after in _NEVER_OPENED)
        return opens, not before.isspace() and (after.isspace() or after in _AFTER_CLOSING)

    def _read_double(self, mark: re.Match[str]) -> None:
        opens, closes = self._roles(mark)
        partner = self._partner(mark[0])
        match mark[0]:
            case "„" | "‟" | "``":
                closing = False
            case "«" | "“":
                closing = closes and not opens and partner is not None
            case "”" | "»":
                closing = closes or partner is not None
            case _:
                closing = closes if opens != closes else partner is not None
        if not closing:
            self._push(mark)
        elif partner is not None:
            self._close(partner, mark.start(), mark.end())
        else:
            self._add_unopened(mark)

    def _add_unopened(self, mark: re.Match[str]) -> None:
        """Adds what a closing mark without a partner quotes: its sentence, if no other mark stands in it."""
        start = self.sentence_starts[bisect_right(self.sentence_starts, mark.start()) - 1]
        inches = self.text[mark.start() - 1 : mark.start()].isdigit()
        if self.read <= start and not inches:
            self._add(start, mark.end(), [(start, mark.start())], paired=False)

    def _read_single(self, mark: re.Match[str]) -> None:
        opens, closes = self._roles(mark)
        opened = self.open[-1] if self.open and self.open[-1].single else None
        if mark[0] != "’" and opens and not _ELISION.match(self.text, mark.end()):
            if opened:  # it was an apostrophe, or its closing mark was thought to be one
                self._give_up(self.open.pop(), mark.start())
            self._push(mark)
        elif opened and closes and mark[0] != "‘":
            if not _MAY_BE_APOSTROPHE.match(self.text, mark.start() - 2):
                self._close(len(self.open) - 1, mark.start(), mark.end())
            elif not opened.doubtful:
                opened.doubtful = mark.start(), mark.end()

    def _push(self, mark: re.Match[str]) -> None:
        if len(self.open) == _DEPTH:
            self._give_up(self.open.pop(0), mark.start())
        self.open.append(_Open(mark[0], mark.start(), mark.end(), heads_paragraph=mark.start() == self.start))

    def _partner(self, mark: str) -> int | None:
        """The position of the open quotation that a mark would close: its own kind first, then any of its family."""
        nearest = None
        for position in range(len(self.open) - 1, max(-1, len(self.open) - 1 - _REACH), -1):
            opened = self.open[position]
            if not opened.single and _kin(mark, opened.mark):
                if mark in (opened.mark, _PARTNER.get(opened.mark)):
                    return position
                nearest = position if nearest is None else nearest
        return nearest

    def _close(self, position: int, words_end: int, end: int) -> None:
        while len(self.open) > position + 1:
            self._give_up(self.open.pop(), words_end)
        opened = self.open.pop()
        self._add(opened.start, end, [*opened.pieces, (opened.words, words_end)], paired=True)

    def _give_up(self, opened: _Open, end: int) -> None:
        """Settles a quotation that no mark has closed before `end`."""
        if opened.single:
            if opened.doubtful:
                words_end, mark_end = opened.doubtful
                self._add(opened.start, mark_end, [(opened.words, words_end)], paired=True)
            return
        if not opened.heads_paragraph:
            sentence = bisect_right(self.sentence_starts, opened.start) - 1
            end = min(end, self.sentence_ends[sentence])
        self._add(opened.start, end, [*opened.pieces, (opened.words, end)], paired=False)

    def _give_up_carried(self, carried: _Open) -> None:
        carried.words, end = carried.bridge[0]
        self._give_up(carried, end)

    def _add(self, start: int, end: int, pieces: Sequence[tuple[int, int]], *, paired: bool) -> None:
        if self.text[start - 1 : start] == "=":  # <a href="…">: an attribute in a tag that was left on the page
            return
        bare = []
        for low, high in pieces:
            words = self.text[low:high].lstrip()
            if words:
                bare.append((high - len(words), high - len(words) + len(words.rstrip())))
        if bare:
            self.found.append(_Found(start, end, tuple(bare), paired))


def _kin(mark: str, other: str) -> bool:
    """Whether two marks may belong to one quotation."""
    if mark in _SINGLES or other in _SINGLES:
        return mark == other
    return (mark in _GUILLEMETS) == (other in _GUILLEMETS)
