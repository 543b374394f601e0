"""Attributions that the text does not make: told twice over, only asked, of nobody ("There are …"), with a cue
or a content that says nothing.

Both come of reading inside quotations, where tags are least sure: of "Voss had asked him to stay away", "had" and
"asked" are tagged as two cues; of "Do I think it was a trick?", that he thinks so. Of "is to move on", "is": of 25 such
cues in 160 articles of PolNeAR's training half 3 were right, though these had been learnt.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import combinations

from reportedly.reading.attributing.auxiliaries import is_auxiliary
from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.no_names import NOWHERE
from reportedly.reading.cast.nouns import noun
from reportedly.records.article import Article

SAME_CONTENT = 0.5  # of the characters of both; of nested pairs with one source, 18 in 81 less sure ones were right
_AUXILIARY = frozenset([
    "am", "are", "as", "be", "been", "by", "can", "could", "did", "do", "does", "for", "from", "had", "has",
    "have", "having", "in", "is", "may", "might", "must", "need", "needs", "not", "of", "on", "only", "should",
    "to", "was", "were", "will", "with", "would", "don't", "doesn't", "didn't", "'s", "don’t", "doesn’t",
    "didn’t", "’s",
])  # fmt: skip
_EMPTY = frozenset([
    "am", "are", "be", "been", "being", "can", "could", "did", "didn't", "didn’t", "do", "does", "doesn't", "doesn’t",
    "don't", "don’t", "had", "has", "have", "having", "is", "not", "to", "were",
])  # fmt: skip
_HANGING = frozenset([
    "a", "an", "are", "as", "could", "her", "his", "if", "is", "its", "of", "the", "their", "to", "was", "would",
])  # fmt: skip
_RECEIVED = re.compile(  # "The girls were twice denied visas": it was others who said it, of them
    r"(?:(?:has|have|had|also|\w+ly) )*(?:was|were|is|are|been|being) (?:(?:not|never|also|once|twice|\w+ly) )*"
    r"(?:accused|authori[sz]ed|awarded|celebrated|denied|disclosed|known|made aware|regarded|seen|supposed|viewed)\b"
    r"(?! by\b).*",
    re.IGNORECASE,
)
_NOBODY = re.compile(  # "neither Renn nor", "chief among them", "last week proved"
    r"n?or|(?:\w+ )?among|last|(?:this|that|(?:the )?(?:last|past|next)) "
    r"(?:week|weekend|month|year|decade|century|spring|summer|autumn|winter)",
    re.IGNORECASE,
)
_SILENCE = re.compile(
    r"\b(?:declin|refus)(?:e|es|ed|ing) (?:\w+ly )?to(?: (?:comment|answer|elaborate|respond))?(?: further)?(?:, )?\Z"
)
_CALLING = re.compile(r"\b(?:call|contact|e-?mail|phone|ring|report|dial|text)\b[^.;\n]*\Z", re.IGNORECASE)
_CALL = 80  # characters before "quoting" in which callers are asked
_REFERENCE = re.compile(
    r"(?:the )?(?:Operation|(?:crime |incident )?(?:reference|number|log|ref)|incident|crime|case|CAD|\d)\b"
)
_CITING = re.compile(r"(?: (?:comment|answer|elaborate|respond))?(?: further)?, (?:citing|because of) ")
_CALLED_ON = re.compile(  # with nothing that is asked of whoever is called on
    r"call(?:s|ed|ing) (?:up)?on (?!(?:the )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
    r"(?:(?!\b(?:to|for|that|not)\b)[^.;:\"“”?!\n]){2,160}"
    r"(?<!Gov)(?<!Sen)(?<!Rep)(?<!Gen)(?<!Mr)(?<!Ms)(?<!Mrs)(?<!Dr)(?<!St)(?:\.(?!\w)|\Z|(?=\n))"
)
_TABLE = re.compile(r"(?:\A|\n)(?:The )?(?:Percentages?|Share|Proportion|Number) of [^\n.,;:]{0,60}\Z")
_SIDES = re.compile(r"(?:all|both|either|every) (?:sides?|hands)")
_SHOWS = re.compile(
    r"\b(?:news|talk|game|reality|television|tv|radio|cable|morning|sunday|late-night|trade) \Z", re.IGNORECASE
)
_ASKING = re.compile(
    r"(?:^|[.?!:;—–\"“”'‘’]\s*|\n)(?:(?:and|but|or|so|how|what|when|where|who|whom|why)\s+)?"
    r"(?:are|can|could|did|do|does|has|have|is|should|was|were|will|would)\s+$",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_ME = frozenset(("i", "we"))
SURE = 0.5  # score from which one whose cue is cut counts
UNSURE, OWN_UNSURE = 0.2, 0.5  # scores from which one inside a content counts, and one of "I" or "we"
_HARDLY, _UNSURE_ALONE = 0.1, 0.2  # scores from which quoted words without a cue count, and ones that end nothing
_STOP = re.compile(r"[.,?!…:;—–]")
_BEFORE = 40  # characters in which a question begins before its subject


def asserted(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions that the text makes, once each; what stood inside one that goes stands inside its parent."""
    return without(
        attributions,
        _counted(article, attributions)
        | _twice(attributions)
        | _asked(article, attributions)
        | _silent(attributions)
        | _empty(attributions)
        | {n for n, a in enumerate(attributions) if a.within is not None and _is_unsure(a)}
        | {n for n, a in enumerate(attributions) if a.source is not None and _is_nobody(a.source.text)}
        | {n for n, a in enumerate(attributions) if any(test(article.text, a) for test in _NOTHING_TOLD)},
    )


def _is_unsure(nested: Attribution) -> bool:
    """Whether one inside a content is likelier none: of 50 such of 15 stories and real articles 11 were right.

    Of what "I" or "we" say in their own words 3 of 21 were; in what was learnt from, two in five.
    """
    own = nested.source is not None and nested.source.text.lower() in _ME
    return nested.score < (OWN_UNSURE if own else UNSURE)


def _is_nobody(source: str) -> bool:
    return source in NOWHERE or _NOBODY.fullmatch(source) is not None or _is_a_state(source)


def _is_a_state(source: str) -> bool:
    """Whether the source is but how somebody feels: "likely voters, satisfied or scared, say"."""
    return source.islower() and source.endswith("ed") and " " not in source and noun(source) is None


def _is_received(_: str, attribution: Attribution) -> bool:
    """Whether the source is but the subject of a passive cue: of 7 such in stories and real articles none was right."""
    source, cue = attribution.source, attribution.cue
    return source is not None and cue is not None and source.end <= cue.start and bool(_RECEIVED.fullmatch(cue.text))


def _is_on_sides(text: str, attribution: Attribution) -> bool:
    """Whether the source is but where it is said: "needs to be understood on all sides"."""
    source = attribution.source
    return (
        source is not None
        and _SIDES.fullmatch(source.text) is not None
        and text[max(0, source.start - 3) : source.start] in ("on ", "to ")
    )


def _is_but_a_reason(text: str, attribution: Attribution) -> bool:
    """Whether the content is why nothing was said: "declined to comment, citing the trial" declines nothing named."""
    cue = attribution.cue
    if cue is None:
        return False
    if cue.text == "citing":
        return _SILENCE.search(text, max(0, cue.start - _BEFORE), cue.start) is not None
    if _SILENCE.search(cue.text) is None:
        return False
    return all(_CITING.fullmatch(text, cue.end, piece.start) is not None for piece in attribution.content)


def _counted(article: Article, attributions: Sequence[Attribution]) -> set[int]:
    """Those of a line over a table, and what stands inside them: "Share of young drivers who say they would"."""
    found: set[int] = set()
    for number, a in enumerate(attributions):
        inside = a.within is not None and a.within in found
        if inside or (a.source is not None and _TABLE.search(article.text, max(0, a.source.start - 80), a.source.end)):
            found.add(number)
    return found


def _is_a_show(text: str, attribution: Attribution) -> bool:
    """Whether the cue is but a noun: "on the talk shows to defend it"."""
    cue = attribution.cue
    return (
        cue is not None
        and re.match(r"shows\b", cue.text) is not None
        and _SHOWS.search(text, max(0, cue.start - 20), cue.start) is not None
    )


def _is_but_a_word(text: str, attribution: Attribution) -> bool:
    """Whether words in quotation marks that nobody is told to say are likelier a title or a word held at a distance.

    Of 32 such in PolNeAR's training half and the stories 5 were said by somebody.
    """
    if attribution.cue is not None or attribution.form != "direct":
        return False
    end = attribution.content[-1].end
    open_ended = attribution.score < _UNSURE_ALONE and _STOP.search(text, end - 2, end + 2) is None
    return open_ended or attribution.score < _HARDLY


def _is_a_reference(text: str, attribution: Attribution) -> bool:
    """Whether the source is but what callers are to give: "is asked to call 101, quoting Operation Larch"."""
    source, cue = attribution.source, attribution.cue
    return (
        source is not None
        and cue is not None
        and cue.text in ("quoting", "quote")
        and _REFERENCE.match(source.text) is not None
        and _CALLING.search(text, max(0, cue.start - _CALL), cue.start) is not None
    )


def _is_a_mark(_: str, attribution: Attribution) -> bool:
    """Whether the cue of one inside a content is but an apostrophe: "the mayor|'|s claim that it rained"."""
    cue = attribution.cue
    return cue is not None and attribution.within is not None and cue.text in ("'", "’")


def _is_a_visit(text: str, attribution: Attribution) -> bool:
    """Whether a source only goes to see somebody: "called on Vale in Sarn"."""
    cue = attribution.cue
    return cue is not None and _CALLED_ON.match(text, cue.start) is not None


_NOTHING_TOLD = (
    _is_a_mark,
    _is_received,
    _is_a_show,
    _is_on_sides,
    _is_but_a_reason,
    _is_but_a_word,
    _is_a_reference,
    _is_a_visit,
)


def without(attributions: Sequence[Attribution], dropped: Collection[int]) -> list[Attribution]:
    """The attributions that are not dropped; parents that go leave their children to the grandparent."""
    order = {old: new for new, old in enumerate(n for n in range(len(attributions)) if n not in dropped)}
    kept = []
    for number in order:
        parent = attributions[number].within
        while parent is not None and parent in dropped:
            parent = attributions[parent].within
        within, attribution = None if parent is None else order[parent], attributions[number]
        kept.append(attribution if within == attribution.within else replace(attribution, within=within))
    return kept


def _twice(attributions: Sequence[Attribution]) -> set[int]:
    """Of two nested ones with one source and one content, that whose cue is no verb of its own, or the less sure."""
    nested = [n for n, a in enumerate(attributions) if a.within is not None and a.source is not None]
    return {
        min(pair, key=lambda n: (_has_verb(attributions[n]), attributions[n].score, -n))
        for pair in combinations(nested, 2)
        if _same(*(attributions[n] for n in pair))
    }


def _same(one: Attribution, other: Attribution) -> bool:
    if one.source is None or other.source is None or one.source.start != other.source.start:
        return False
    own, others = _characters(one), _characters(other)
    return len(own & others) > SAME_CONTENT * len(own | others)


def _characters(attribution: Attribution) -> set[int]:
    return {at for span in attribution.content for at in range(span.start, span.end)}


def _has_verb(attribution: Attribution) -> bool:
    return attribution.cue is None or not _AUXILIARY.issuperset(attribution.cue.text.lower().split())


def _silent(attributions: Sequence[Attribution]) -> set[int]:
    """Those whose cue is but an auxiliary; "will", "would" and "was" are half the time part of a cue that is one.

    So it is with "has" and "did" of outer ones that are sure: of 69 such in stories and real articles 60 were right.
    """
    return {
        n
        for n, a in enumerate(attributions)
        if a.cue is not None
        and _EMPTY.issuperset(a.cue.text.lower().split())
        and not (a.within is None and a.source is not None and a.score >= SURE and is_auxiliary(a.cue))
    }


def _empty(attributions: Sequence[Attribution]) -> set[int]:
    """Those whose content is a word that waits for another, as what is left where the end of one was not found.

    Of 53 such in 817 articles (training stories, and new ones before they were learnt) 13 were at the place of one.
    """
    return {n for n, a in enumerate(attributions) if _HANGING.issuperset(_words(a))}


def _words(attribution: Attribution) -> list[str]:
    return [word for span in attribution.content for word in _WORD.findall(span.text.lower())]


def _asked(article: Article, attributions: Sequence[Attribution]) -> set[int]:
    """Those whose source stands behind a verb that begins a question: "Does she concede that …?"."""
    return {
        number
        for number, a in enumerate(attributions)
        if a.source is not None
        and a.cue is not None
        and a.cue.start >= a.source.end
        and _ASKING.search(article.text[max(0, a.source.start - _BEFORE) : a.source.start])
    }
