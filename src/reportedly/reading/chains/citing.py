"""Who cites: the subject of "citing", "quoted … as saying", found even where nobody has marked it as a mention."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.cast.nouns import noun
from reportedly.reading.cast.phrases import parse
from reportedly.reading.chains.lookup import Sentences, Spans
from reportedly.reading.layout.segment import find_sentences
from reportedly.records.actor import PRONOUNS, ActorKind
from reportedly.records.article import Article, Span

_CITING = re.compile(
    r"\b(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|with reference|referring|referenc\w+|credit(?:s|ed|ing)|rely\w*|relies|"
    r"attribut\w+|ascrib\w+|on the authority|found out from|learn\w* from|hears? from|based on)\b",
    re.IGNORECASE,
)
_CITING_WHOM = re.compile(
    r"\b(?:cit(?:es?|ed|ing)|quot(?:es?|ed|ing)|(?:with reference|referring) to|relying on) \Z", re.IGNORECASE
)
_CITING_OTHERS = re.compile(
    r"\b(citing|quoting|(?:referring|with reference) to|on the (?:basis|strength|word|authority) of|relying on|"
    r"(?:learn(?:ed|t|s)|hears?|heard|found out) from) "
    r"((?:[\w’'-]+ ){0,7}?[\w’'-]+)(?=[,.;:\n]| that\b| who\b| as saying|\Z)",
    re.IGNORECASE,
)
_STOP = re.compile(r"[.;\n]")
_CITED = frozenset(("person", "group", "document", "organisation", "government", "outlet"))
UNKNOWN_OUTLETS: frozenset[ActorKind | None] = frozenset(("organisation", "group"))  # what a paper is taken for
_REPORTED_IT = re.compile(r"(?:(?:has|have|had|first|also) )*(?:reports?|reported|wrote|writes)", re.IGNORECASE)
_OWNING = frozenset(("its", "their", "his", "her", "our"))
_APART = 60  # characters between the outlet or its verb and its "citing"
_LONGEST = 120  # characters of "citing" and the words for who is cited
_BY = re.compile(r"\bby\b", re.IGNORECASE)
_CAPITALS = r"[A-Z][\w&.’'-]*(?<![’'.])"
_NAME = re.compile(rf"(?:[Tt]he )?{_CAPITALS}(?: (?:of (?:the )?|and |& )?{_CAPITALS})*")
_REPORTS = re.compile(
    r"(?:[’']s \w+)?,? ?(?:(?:had|has|have|also|first|earlier|itself|newspaper|agency|website) ){0,3}"
    r"(?:reports?|reported|wrote|writes|said|says|puts?|not(?:es|ed)|claim(?:s|ed)|cit(?:es|ed|ing)|quot(?:es|ed|ing)|"
    r"learned|broke)\b"
)
_LATER = re.compile(r"[^,;.]{0,25}, (?:citing|quoting)\b")  # "and the Weekly two days later, quoting"
_REPORTED = re.compile(r"\b(?:writes|reports|says|reported|wrote|said|notes) (?:the )?\Z")
_PREPOSITIONS = frozenset(("on", "in", "at", "by", "for", "from", "as", "so"))
_TIMES = re.compile(
    r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|"
    r"(?:Septem|Octo|Novem|Decem)ber"
)


def cites(text: str, attribution: Attribution) -> bool:
    """Whether the source is somebody whom others cite: "X, citing Y", "X quoted Y as saying"."""
    if attribution.cue and _CITING.search(attribution.cue.text):
        return _BY.search(attribution.cue.text) is None
    source = attribution.source
    return source is not None and _CITING_WHOM.search(text[max(source.start - 24, 0) : source.start]) is not None


def find_cited(
    article: Article, attributions: Sequence[Attribution], mentions: Sequence[Mention]
) -> tuple[Attribution, ...]:
    """The attributions, in which whoever is cited is the source and whoever cites a relay; before actors are made out.

    An outlet that is the source of what it reports "citing two officials" becomes a relay of theirs. Where the source
    is cited by a name that is no mention, the name becomes a relay.
    """
    kinds = {mention.span: mention.kind for mention in mentions}
    places = Spans(kinds)
    sources = Spans(attribution.source for attribution in attributions if attribution.source)
    attributions = [_turned(article, attribution, sources, places, kinds) for attribution in attributions]
    if not any(cites(article.text, attribution) for attribution in attributions):
        return tuple(attributions)
    sentences = Sentences(find_sentences(article))
    known = Spans([*kinds, *(a.source for a in attributions if a.source)])
    contents = Spans(content for a in attributions for content in a.content)
    return tuple(
        replace(attribution, relays=(Relay(mention=subject),))
        if not attribution.relays
        and cites(article.text, attribution)
        and (subject := _subject(article, attribution, contents, sentences)) is not None
        and not any(span.end > subject.start for span in known.from_to(subject.start - 80, subject.end))
        else attribution
        for attribution in attributions
    )


def _turned(
    article: Article, attribution: Attribution, sources: Spans, places: Spans, kinds: Mapping[Span, ActorKind | None]
) -> Attribution:
    """The attribution of an outlet that cites somebody in so many words, with that one as its source."""
    outlet, cue = attribution.source, attribution.cue
    if outlet is None:
        return attribution
    of_outlet = {kinds[span] for span in places.inside(outlet) if span.end == outlet.end}
    reports = cue is not None and _REPORTED_IT.fullmatch(cue.text) is not None
    if "outlet" not in of_outlet and not (reports and of_outlet & UNKNOWN_OUTLETS):
        return attribution
    told = max((c.end for c in attribution.content if c.start >= outlet.end), default=0)
    reach = max(outlet.end, cue.end if cue else 0, told) + _APART
    match = _CITING_OTHERS.search(article.text, outlet.end, min(reach + _LONGEST, len(article.text)))
    if match is None or match.start() > reach or _STOP.search(article.text, max(outlet.end, told), match.start()):
        return attribution
    near = (span for span in places.from_to(match.end(1), match.end(1) + 6) if span.text.lower() not in _OWNING)
    cited = next((span for span in near if kinds[span] in _CITED), None)
    if cited is None:
        cited = article.span(*match.span(2))
        head = parse(cited.text).head
        if head is None or head.kind not in _CITED or noun(head.word) is None:  # "the weather" only ends as people do
            return attribution
    if sources.from_to(*match.span(2)) or any(c.start <= cited.start < c.end for c in attribution.content):
        return attribution
    relay = Relay(mention=outlet, cue=cue)
    return replace(attribution, source=cited, cue=article.span(*match.span(1)), relays=(*attribution.relays, relay))


def _subject(article: Article, attribution: Attribution, contents: Spans, sentences: Sentences) -> Span | None:
    """The name that stands nearest before the citing, or after it with a verb of reporting."""
    text, cue, source = article.text, attribution.cue, attribution.source
    parts = [part for part in (cue if cue and _CITING.search(cue.text) else None, source) if part]
    start, end = min(part.start for part in parts), max(part.end for part in parts)
    low, high = sentences.around(start)
    said = [c for c in contents.from_to(low - Sentences.REACH, high) if not c.start <= start < c.end]
    before = after = None
    for match in _NAME.finditer(text, low, high):
        if _reports(text, match) and not any(content.start <= match.start() < content.end for content in said):
            if match.end() <= start:
                before = match
            elif match.start() >= end and after is None:
                after = match
    found = before or after
    return article.span(*found.span()) if found else None


def _reports(text: str, name: re.Match[str]) -> bool:
    """Whether capitalised words are the name of somebody who reports, as the words before or behind them say."""
    words = name[0].lower().split()
    if name[0].lower() in PRONOUNS or words[0] in _PREPOSITIONS or _TIMES.fullmatch(name[0]):
        return False
    if _REPORTS.match(text, name.end()) or _REPORTED.search(text[max(name.start() - 14, 0) : name.start()]):
        return True
    return words[0] == "the" and _LATER.match(text, name.end()) is not None
