"""Runs of pieces as spans of the article, and what the words of a run look like."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from reportedly.reading.layout.segment import segment
from reportedly.reading.scoring.decode import Run
from reportedly.reading.scoring.windows import Ints, Pieces
from reportedly.records.article import Article, Span
from reportedly.records.statement import Form

_OPENING, _CLOSING, _STRAIGHT = "“„«‘", "”“»’", '"'
_APOSTROPHES = ("'", "’")
_QUOTED = re.compile(r"(?<!\w)['‘]\w")
_MARK = re.compile(r"[“„”«»\"‘]|''|``|(?<!\w)['’]|['’](?!\w)")
_DASH = re.compile(r"(?:\A|\n)[–—][ \xa0]+\Z")  # with which newspapers of the north begin what somebody says
_SINGLE = re.compile(r"(?<!\w)['‘](?=\w)")
_INNER = re.compile(r"[“„«\"‘]|(?<!\w)'(?=\w)")
_OWNED = re.compile(r"(['’])?s\b\s*")
_OPEN_START = re.compile(r"(?:of|from|by|according to|and|or)\s+(?=\w)", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:[\s,]+(?:of|for|from|to|and|or|with|by|in|at|on|the|a|an))+\s*\Z", re.IGNORECASE)
_NOBODY = re.compile(
    r"\W*(?:(?:the|a|an|of|to|and|or|in|that|foreign|prime|defen[cs]e|interior|former|deputy|senior|special|"
    r"January|February|July|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\W*)?",
    re.IGNORECASE,
)
_NAME = r"[A-Z]\w*(?:[-’'][A-Z]\w*)*"
_ABBREVIATED = re.compile(  # with what goes on behind its full stop
    rf"(?:Dr|Gen|Gov|Mr|Mrs|Ms|Prof|Rep|Sen)\. {_NAME}(?: {_NAME})?|(?:[A-Z]\.){{2,}}"
)
_STATE_OUTLET = re.compile(r" (?:radio|television|TV|media|broadcaster|newspaper|(?:news )?agency)\b")  # "state radio"
_LED_IN = re.compile(  # what stands before a sentence's subject: "Outside court, Ada Renn"
    r"(?:After|Across|Amid|At|Before|Behind|Beside|During|In|Inside|Near|On|Opposite|Outside) [^,;.\n]{1,40}, "
    r"(?=[A-Z])|"
    r"[Tt]he (?:[a-z]+ )?(?:[$£€]\d[\d.,]*(?: (?:thousand|million|billion|trillion))?|"
    r"\d[\d.,]*(?: percent| per cent|%)) (?=[a-z]+s\b)"
)  # or of what they tell: "the $20 million analysts expect"
_HYPHENS = ("-", "‐")
_HYPHENED = re.compile(
    r"[-‐]\w*(?:ers?|ors?|generals?|elect|chief|law|chair\w*|ministers?|presidents?)\b"
)  # "front-runner"
_COUNT = re.compile(  # of "a two-page letter"
    r"(?:(?:an?|the|its|his|her|their) )?(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)\Z",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"[-‐][a-z]+(?: [a-z]+)?")
_OPENS_NAME = re.compile(  # words with which names of places and bodies begin, and that mean nothing alone
    r"(?<!\w)(?:United|Los|Las|San|Santa|El|New|North|South|East|West|Saudi|Hong|Sri|Costa|Puerto|Fort|Great) \Z"
)
_PREFIXED = re.compile(r"(?<!\w)(?:then|ex|vice|co)[-‐]\Z", re.IGNORECASE)
_BRACKET = re.compile(r"[^()\n]{0,12}\)")  # that closes behind: "(R-Tenn" of "(R-Tenn.)"
_LOOSE = " \t\r\n\u00a0,;:–—-"


class Places:
    """Runs of pieces as spans of the article, widened to whole words."""

    def __init__(self, article: Article, pieces: Pieces) -> None:
        text = article.text
        self._article = article
        self.text = text
        self._starts = pieces.starts.tolist()
        self._ends = pieces.ends.tolist()
        worded = np.array([text[s].isalnum() for s in self._starts], bool)
        # how many pieces before each are words, and words in quotation marks
        self._worded = [0, *np.cumsum(worded).tolist()]
        quoted = (pieces.features % 2 == 1) | _in_single_marks(article, pieces.starts)
        self._quoted = [0, *np.cumsum(worded & quoted).tolist()]
        joined = np.zeros(len(pieces) + 1, bool)
        joined[1:-1] = (pieces.starts[1:] == pieces.ends[:-1]) & worded[1:] & worded[:-1]
        self._joined = joined.tolist()  # whether a piece continues the word of the piece before it

    def span(self, run: Run) -> Span:
        """The words of a run."""
        return self._article.span(*self._whole(run))

    def mention_span(self, run: Run) -> Span | None:
        """The words of a mention, without marks and the ends of possessives at its edges; None when none are left.

        One that ends in an abbreviation goes on to the name behind it: "Mr. Lee", "U.N."; so does one that ends inside
        a word with a hyphen ("front-runner"), or inside brackets; one that begins inside a name has its beginning too.
        """
        text, (start, end) = self.text, self._whole(run)
        while start < end and text[start] in _LOOSE:
            start += 1
        if led_in := _LED_IN.match(text, start, end):
            start = led_in.end()
        if open_start := _OPEN_START.match(text, start, end):
            start = open_start.end()
        if open_end := _OPEN_END.search(text, start, end):
            end = open_end.start()
        while start < end and text[end - 1] in _LOOSE:
            end -= 1
        if text[end - 1 : end] in _APOSTROPHES and _QUOTED.search(text, start, end) is None:
            end -= 1  # of "Renn's"
        owned = _OWNED.match(text, start, end)
        if owned is not None and (owned[1] or text[start - 1 : start] in _APOSTROPHES):
            start = owned.end()
        last = max(start, text.rfind(" ", start, end) + 1)
        if (whole_name := _ABBREVIATED.match(text, last)) is not None:
            end = max(end, whole_name.end())
        start, end = _whole_words(text, start, end)
        nobody = _NOBODY.fullmatch(text[start:end]) or (
            text[start:end] == "state" and _STATE_OUTLET.match(text, end) is not None
        )
        return None if nobody else self._article.span(start, end)

    def run(self, span: Span) -> Run:
        """The pieces of a span's words."""
        first = bisect_right(self._starts, span.start) - 1
        return max(first, 0), max(bisect_left(self._starts, span.end) - 1, first, 0)

    def content_span(self, run: Run) -> Span | None:
        """The words of a content: without outer quotation marks, loose punctuation and white space at its edges."""
        text, (start, end) = self.text, self._whole(run)
        while True:
            before = (start, end)
            while start < end and text[start] in _LOOSE:
                start += 1
            while start < end and text[end - 1] in _LOOSE:
                end -= 1
            inner = text[start:end]
            if inner and _opens(inner[0]) and not _balanced(inner):
                start += 1
            elif inner and _closes(inner[-1]) and not _balanced(inner):
                end -= 1
            elif len(inner) > 1 and _opens(inner[0]) and _closes(inner[-1]) and _balanced(inner[1:-1]):
                start, end = start + 1, end - 1
            if before == (start, end):
                break
        return self._article.span(start, end) if start < end else None

    def form(self, runs: Sequence[Run], cue: Run | None = None) -> Form:
        """direct where every word stands in quotation marks, mixed where some do, indirect where none does.

        Marks that stand around the cue too are somebody else's: "She told me to wait," he said.
        """
        start, _ = self._whole(min(runs))
        if _DASH.search(self.text[max(0, start - 4) : start]):
            return "direct"
        if cue is not None and self._is_in_one_quotation(runs, cue):
            marked = any(_INNER.search(self.text, *self._whole(run)) for run in runs)
            return "mixed" if marked else "indirect"
        worded = sum(self._worded[last + 1] - self._worded[first] for first, last in runs)
        quoted = sum(self._quoted[last + 1] - self._quoted[first] for first, last in runs)
        if not quoted:
            return "indirect"
        return "direct" if quoted == worded else "mixed"

    def _is_in_one_quotation(self, runs: Sequence[Run], cue: Run) -> bool:
        """Whether all words of a content and its cue stand in quotation marks, and no mark between them."""
        for first, last in (cue, *runs):
            worded = self._worded[last + 1] - self._worded[first]
            if not worded or self._quoted[last + 1] - self._quoted[first] < worded:
                return False
        places = [self._whole(run) for run in sorted((cue, *runs))]
        return not any(_MARK.search(self.text, end, max(end, start)) for (_, end), (start, _) in pairwise(places))

    def _whole(self, run: Run) -> tuple[int, int]:
        """Where the words of a run begin and end."""
        first, last = run
        while self._joined[first]:
            first -= 1
        while self._joined[last + 1]:
            last += 1
        return self._starts[first], self._ends[last]


def _in_single_marks(article: Article, starts: Ints) -> npt.NDArray[np.bool_]:
    """Whether each place stands between single quotation marks, of which the encoder knows nothing."""
    inside = np.zeros(len(starts), bool)
    for quoted in _single_quotations(article) if _SINGLE.search(article.text) else ():
        inside[np.searchsorted(starts, quoted.start) : np.searchsorted(starts, quoted.end)] = True
    return inside


@lru_cache(maxsize=4)  # asked for each section of an article, several times
def _single_quotations(article: Article) -> tuple[Span, ...]:
    return tuple(one.whole for one in segment(article).quotations if one.paired and one.whole.text[0] in "'‘")


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A mention with the rest of a word with a hyphen, and with what closes its bracket; else without the bracket."""
    before = text[start - 1 : start]
    if before in _HYPHENS and (prefix := _PREFIXED.search(text, max(0, start - 5), start)) is not None:
        start = prefix.start()
    elif before == " " and text[start : start + 1].isupper():
        start = opening.start() if (opening := _OPENS_NAME.search(text, max(0, start - 8), start)) else start
    if text[end : end + 1] in _HYPHENS and (hyphened := _HYPHENED.match(text, end)) is not None:
        end = hyphened.end()
    elif text[end : end + 1] in _HYPHENS and _COUNT.match(text[start:end]) is not None:
        end = counted.end() if (counted := _COUNTED.match(text, end)) is not None else end
    opened = text.rfind("(", start, end)
    if opened > start and text.find(")", opened, end) < 0:
        closing = _BRACKET.match(text, end)
        end = closing.end() if closing is not None else len(text[:opened].rstrip())
    return start, end


def _opens(mark: str) -> bool:
    return mark in _OPENING or mark == _STRAIGHT


def _closes(mark: str) -> bool:
    return mark in _CLOSING or mark == _STRAIGHT


def _balanced(text: str) -> bool:
    if text.count(_STRAIGHT) % 2:
        return False
    depth = 0
    for mark in text:
        if mark in "“„«":
            depth += 1
        elif mark in "”»":
            depth -= 1
            if depth < 0:
                return False
    return depth == 0
