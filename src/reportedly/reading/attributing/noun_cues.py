"""Contents of nouns: the whole clause behind "that", and no more of what the noun does.

"Renn's desire | for a deal | threatens to divide them", "denied Renn's claim that | the boat had sunk".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution
from reportedly.records.article import Article, Span

_NOUN = re.compile(
    r"(?:[a-z]+ )?(?:aim|ambition|appeal|attempt|belief|bid|call|claim|demand|desire|determination|expectation|fear|"
    r"hope|insistence|intention|pledge|plan|plea|promise|proposal|push|refusal|request|threat|vow|warning|wish)s?"
    r"(?: (?P<joint>for|to|of))?"
)
_TELLING = re.compile(
    r"(?:.* )?(?:accusation|account|admission|allegation|announcement|argument|assertion|assurance|belief|charge|claim|"
    r"complaint|conclusion|confession|contention|conviction|declaration|denial|fear|finding|hint|hope|insistence|"
    r"notion|pledge|prediction|promise|remark|report|rumou?r|statement|suggestion|suspicion|testimony|theory|threat|"
    r"view|vow|warning)s?",
    re.IGNORECASE,
)
_THAT = " that "
_LED_BY_WORDS = re.compile(r"(?:[\w.’'&-]+ ){0,7}")  # from the noun phrase's first word to the noun
_STOPS = " .,;:—–"
_CUT = 3  # words, under which a clause is but its subject: "Renn" of "that Renn had lied"
_OWNED = re.compile(r"[’']s?(?: own)? ")
_OWNING = re.compile(r"(?:his|her|its|their)|.*[’']s?", re.IGNORECASE | re.DOTALL)
_JOINT = re.compile(r"(?:for|to|of)\b")
_SEEMS = r"(?:seem|look|appear|remain|threaten)(?:s|ed)"
_VERB = re.compile(
    rf"(?<! to) (?:{_SEEMS}|has|have|had|is|are|was|were|will|would|could|may|might|"
    r"risks|means|meant|faces|complicates|drives)\b"
)
_FINITE = r"(?:will|would|could|can|may|might|must|is|are|was|were|has|have|had)"
_SECOND_VERB = re.compile(rf"(?<= )(?P<before>[\w’']+ )(?P<verb>{_SEEMS}|{_FINITE}|does|did)\b")
_FIRST_VERB = re.compile(rf"(?<!\w)(?:[\w’']+ )?{_FINITE}\b")
_NO_SUBJECT = re.compile(  # before a verb that is no second one: "he had said it | was", "could | have"
    rf"(?:i|he|she|it|they|we|you|there|this|not|never|also|be|been|to|the|{_FINITE}) ", re.IGNORECASE
)
_TOLD = re.compile(
    r"\b(?:admitted|agreed|believed?|claimed|decided|denied|feared|felt|found|heard|hoped|insisted|knew|known?|"
    r"learned|learnt|reported|said|say|seen|shown?|think|thought|told|warned|written)\b"
)
_PERSON = re.compile(r"(?:i|he|she|it|they|we|you) ", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[,;:“”\"\n—–]| (?:who|whom|whose|which|what|that|how|why|if|when|where|while|because|unless|until|"
    r"after|before|though|than|and|or|but|as)\b"
)


def with_clauses_whole(article: Article, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions; where somebody takes up what a noun tells, the noun's content is its whole clause.

    "Renn denied the paper's report that | the boat had sunk": what is denied ends where the clause does.
    """
    return [
        a if a.within is None or a.cue is None else _with_clause(article, a, a.cue, attributions[a.within].content)
        for a in attributions
    ]


def _with_clause(article: Article, told: Attribution, cue: Span, content: Sequence[Span]) -> Attribution:
    outer = next((piece for piece in content if piece.start <= cue.start and cue.end + len(_THAT) < piece.end), None)
    if outer is None or _TELLING.fullmatch(cue.text) is None or not article.text.startswith(_THAT, cue.end):
        return told
    begin = cue.end + len(_THAT)
    if _LED_BY_WORDS.fullmatch(article.text, outer.start, cue.start) is None or told.content[-1].end > outer.end:
        return told
    first = told.content[0]
    if len(told.content) == 1 and first.start == begin and len(first.text.split()) >= _CUT:
        return told
    short = len(told.content) == 1 and first.start == begin
    end = outer.start + len(outer.text.rstrip(_STOPS)) if short else told.content[-1].end
    return replace(told, content=(article.span(begin, end),))


def without_verb(article: Article, attribution: Attribution) -> Attribution:
    """The attribution, whose content, if its cue is a noun, stops before what the noun does."""
    first, last = attribution.content[0], attribution.content[-1]
    begin = _clause_behind_noun(article, attribution)
    if begin is not None:
        end = _second_verb(article.text, begin, _end_of_clause(article.text, begin, last.end))
    elif (begin := _wish_behind_noun(article, attribution)) is not None:
        verb = _VERB.search(article.text, begin, _end_of_clause(article.text, begin, last.end))
        end = None if verb is None else verb.start()
    else:
        return attribution
    if end is None or end <= first.start:
        return attribution
    kept = [piece for piece in attribution.content if piece.start < end]
    last = article.span(kept[-1].start, min(kept[-1].end, end))
    return replace(attribution, content=(*kept[:-1], last))


def _clause_behind_noun(article: Article, attribution: Attribution) -> int | None:
    """Where a content begins that is the clause behind "that" of a noun; None where it is none."""
    cue, first = attribution.cue, attribution.content[0]
    if cue is None or first.start <= cue.end:
        return None
    noun, joined = cue.text.removesuffix(_THAT.rstrip()), first.text.startswith(_THAT.lstrip())
    between = cue.text[len(noun) :] + article.text[cue.end : first.start] + _THAT.lstrip() * joined
    source = attribution.source
    verb = source is not None and source.end + 1 == cue.start and _OWNING.fullmatch(source.text) is None
    is_noun = not verb and (_TELLING.fullmatch(noun) or _NOUN.fullmatch(noun))
    return first.start + len(_THAT.lstrip()) * joined if between == _THAT and is_noun else None


def _wish_behind_noun(article: Article, attribution: Attribution) -> int | None:
    """Where what is wished begins, behind "for", "to" or "of" of a noun that somebody has; None where it does not."""
    cue, source, first = attribution.cue, attribution.source, attribution.content[0]
    noun = None if cue is None else _NOUN.fullmatch(cue.text)
    if cue is None or source is None or noun is None or first.start != cue.end + 1:
        return None
    beside = source.end + 1 == cue.start and _OWNING.fullmatch(source.text) is not None
    if not (beside or _OWNED.fullmatch(article.text, source.end, cue.start)):
        return None
    behind = _JOINT.match(first.text)
    if noun["joint"] is None and behind is None:
        return None
    return first.start + (behind.end() if behind is not None else 0)


def _end_of_clause(text: str, begin: int, end: int) -> int:
    stop = _CLAUSE.search(text, begin, end)
    return end if stop is None else stop.start()


def _second_verb(text: str, begin: int, until: int) -> int | None:
    """Where the second finite verb of a clause without another in it begins: "the boat had sunk | was wrong"."""
    first = _FIRST_VERB.search(text, begin, until)
    if first is None or (_PERSON.match(text, first.start()) and first.start() > begin):
        return None  # "the man she had met"
    for second in _SECOND_VERB.finditer(text, first.end(), until):
        if _TOLD.search(text, first.end(), second.start("verb")):
            return None
        if _NO_SUBJECT.fullmatch(second["before"]) is None and second["verb"] != "have":
            return second.start("verb") - 1
    return None
