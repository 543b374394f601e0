"""Who introduces a quotation that stands in a paragraph of its own: 'She said:', and below it what she said.

The encoder reads long paragraphs apart, so such a quotation floats: it has no cue, and a source that is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attributing.unsaid import without
from reportedly.reading.attribution import Attribution, with_more
from reportedly.reading.chains.lookup import Sentences
from reportedly.records.article import Article, Span

REACH = 90  # characters before the colon in which the verb stands
_FAR = 90  # characters from the colon to the quotation: white space, quotation marks, "Dear Prime Minister,"

_MARKS = r"[\s\"“”„«»'‘’]*"
_COLON = re.compile(rf":\s*\n{_MARKS}(?:Dear [^\n]{{1,60}}\n{_MARKS})?\Z")
_READS = re.compile(  # "The full text of the letter reads:"
    r"(?P<text>\b(?:the|his|her|its|their|an?) (?:[\w’'-]+ ){0,3}?"
    r"(?:letter|statement|message|note|memo|declaration|appeal|e-?mail|post|resolution|communiqué)"
    r"(?: (?:of|to|from|by) [^.:;,\n]{1,50}?)?)(?:, [^.:;\n]{1,60}?,)? (?P<verb>reads?|ran|runs|says|said)"
    r"(?:,? (?:in full|in part|as follows))?\Z",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"(?<![\w-])(?:(?:went|goes|going) on to (?:say|write|add)|(?:releas|issu)(?:ed|es|ing) [^:.;]{0,40}statement|"
    r"sa(?:id|ys?)|wr(?:ote|ites?)|t(?:old|ells?)|(?:stat|declar|not|observ|add|respond|answer|explain|recall|continu|"
    r"conclud|tweet|post|argu|insist|warn|announc|report|remark|comment|ask)(?:ed|es|s)|(?:repl|testif)(?:ied|ies))"
    r"(?![\w-])",
    re.IGNORECASE,
)
_OF_OTHERS = re.compile(
    r"(?:^|\W)(?:about|against|at|by|for|from|in|into|near|of|on|over|to|under|with)\s+\Z", re.IGNORECASE
)


def with_introductions(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Span], sentences: Sequence[Span]
) -> list[Attribution]:
    """The attributions, of which no quotation floats that the sentence before it introduces.

    It gets the source and the cue that stand there; where these have said something already ("Voss said it was late:"),
    it is more of that. Mentions and sentences in the order of the text.
    """
    given, places = list(attributions), Sentences(sentences)
    more: dict[int, int] = {}
    for number, floating in enumerate(attributions):
        start = floating.content[0].start
        colon = _COLON.search(article.text, max(0, start - _FAR), start)
        if floating.cue is not None or floating.within is not None or colon is None:
            continue
        low, _ = places.around(colon.start() - 1)
        read = _last_read(given, low, colon.start())
        reads = _READS.search(article.text, _end_of(given, read, low), colon.start())
        if reads is not None:
            source, verb = article.span(*reads.span("text")), reads.span("verb")
            given[number] = replace(floating, source=source, cue=article.span(*verb), sourcing="document")
        elif (found := _who(article.text, mentions, _end_of(given, read, low), colon.start())) is not None:
            source, verb = found
            given[number] = replace(floating, source=source, cue=article.span(*verb))
        elif read is not None:
            more[number] = read
            given[read] = with_more(given[read], floating)
    kept = [replace(a, within=more.get(a.within, a.within)) if a.within is not None else a for a in given]
    return without(kept, more)


def _last_read(attributions: Sequence[Attribution], low: int, colon: int) -> int | None:
    """The last outermost attribution whose cue stands in the introduction, if nothing of its content stands behind."""
    inside = [
        (a.cue.start, number)
        for number, a in enumerate(attributions)
        if a.cue is not None and a.within is None and low <= a.cue.start < colon
    ]
    if not inside:
        return None
    _, last = max(inside)
    return last if attributions[last].content[-1].end <= colon else None


def _end_of(attributions: Sequence[Attribution], read: int | None, low: int) -> int:
    """Where what is not yet read of an introduction begins."""
    cue = None if read is None else attributions[read].cue
    return low if cue is None else cue.end


def _who(text: str, mentions: Sequence[Span], low: int, colon: int) -> tuple[Span, tuple[int, int]] | None:
    """Whoever stands before the last verb and behind no preposition, with the place of the verb.

    Where nothing stands before the verb, whoever stands between it and the colon ("Stated Voss:").
    """
    verbs = list(_SAYS.finditer(text, max(low, colon - REACH), colon))
    if not verbs:
        return None
    start, end = verbs[-1].span()
    for span in reversed([span for span in mentions if low <= span.start and span.end <= start]):
        if not _OF_OTHERS.search(text, low, span.start):
            return span, (start, end)
    behind = [span for span in mentions if end < span.start and span.end == colon]
    return (behind[0], (start, end)) if behind and not text[low:start].strip() else None
