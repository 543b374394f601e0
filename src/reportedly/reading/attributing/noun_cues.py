"""Contents of nouns that are subjects end before the verb: "Renn's desire | for a deal | threatens to divide them"."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_NOUN = re.compile(
    r"(?:[a-z]+ )?(?:aim|ambition|appeal|attempt|belief|bid|call|claim|demand|desire|determination|expectation|fear|"
    r"hope|insistence|intention|pledge|plan|plea|promise|proposal|push|refusal|request|threat|vow|warning|wish)s?"
    r"(?: (?P<joint>for|that|to|of))?"
)
_OWNED = re.compile(r"[’']s?(?: own)? ")
_OWNING = re.compile(r"(?:his|her|its|their)|.*[’']s?", re.IGNORECASE | re.DOTALL)
_JOINT = re.compile(r"(?P<joint>for|that|to|of)\b")
_SEEMS = r"(?:seem|look|appear|remain|threaten)(?:s|ed)"
_VERB = re.compile(
    rf"(?<! to) (?:{_SEEMS}|has|have|had|is|are|was|were|will|would|could|may|might|"
    r"risks|means|meant|faces|complicates|drives)\b"
)
_SECOND_VERB = re.compile(rf" (?:will|would|could|can|may|might|must|is|are|was|were|has|have|had)\b.* {_SEEMS}\b")
_CLAUSE = re.compile(
    r"[,;:“”\"\n—–]| (?:who|whom|whose|which|what|that|how|why|if|when|while|because|unless|until|"
    r"after|before|though|than|and|or|but|as)\b"
)


def without_verb(article: Article, attribution: Attribution) -> Attribution:
    """The attribution, whose content, if its cue is a noun that somebody has, stops before what the noun does."""
    cue, source, first = attribution.cue, attribution.source, attribution.content[0]
    noun = None if cue is None else _NOUN.fullmatch(cue.text)
    if cue is None or source is None or noun is None or first.start != cue.end + 1:
        return attribution
    beside = source.end + 1 == cue.start and _OWNING.fullmatch(source.text) is not None
    if not (beside or _OWNED.fullmatch(article.text, source.end, cue.start)):
        return attribution
    behind = _JOINT.match(first.text)
    joint = noun["joint"] or (behind["joint"] if behind is not None else "that")
    begin = first.start + (behind.end() if behind is not None else 0)
    end = _before_verb(article, begin, attribution.content[-1], clause=joint == "that")
    if end is None or end <= first.start:
        return attribution
    kept = [piece for piece in attribution.content if piece.start < end]
    last = article.span(kept[-1].start, min(kept[-1].end, end))
    return replace(attribution, content=(*kept[:-1], last))


def _before_verb(article: Article, begin: int, last: Span, *, clause: bool) -> int | None:
    """Where the verb begins of which the noun is the subject; None where the content stops before it or at a clause."""
    stop = _CLAUSE.search(article.text, begin, last.end)
    until = last.end if stop is None else stop.start()
    if not clause:
        verb = _VERB.search(article.text, begin, until)
        return None if verb is None else verb.start()
    second = _SECOND_VERB.search(article.text, begin, until)
    if second is None:
        return None
    return article.text.rfind(" ", begin, second.end())
