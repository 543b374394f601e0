"""Who wrote a document: "the Commission's draft", "a letter from the council", "a note that Sollie sent"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.nouns import Noun, noun
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.records.article import Article, Span

_WRITERS = frozenset(("person", "organisation", "government", "group"))
_ABOUT = frozenset(("record", "transcript", "recording", "tape", "video", "footage", "photo", "picture"))  # of, not by
_OWNING = frozenset(("its", "their", "his", "her"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that"))
_INDEFINITE = re.compile(r"(?:an?|another) ", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w-]*")
_DETERMINER = r"(?:an?|the|its|their|his|her|this|that|our)\b"
_PHRASE_BEFORE = re.compile(
    rf"\b{_DETERMINER}(?: (?!{_DETERMINER})(?!\S*[a-z]{{3}}\. )[\w’'.-]+){{0,4}} \Z", re.IGNORECASE
)
_TO = re.compile(r"\b(?:about|against|for|to|with)\b", re.IGNORECASE)
_POSSESSIVE = re.compile(r"[’']s?\b|[’'](?= )")
_PASSED_ON = r"seen|obtained|shared|leaked|shown|read|reviewed|viewed|held|received|quoted|cited|carried|printed"
_NOT_BY = re.compile(rf"\b(?:{_PASSED_ON}) (?:\w+ )?by (?:the )?\Z", re.IGNORECASE)
_BY = re.compile(r"\bby (?:the )?\Z", re.IGNORECASE)
_OF = re.compile(r"(?<![\w-])([\w-]+) (?:from|of) (?:the )?\Z", re.IGNORECASE)
_OF_A_TEXT = re.compile(r"\b(?:draft|log|copy|version|translation|polls?|polling|surveys?|census) of\b", re.IGNORECASE)
_POLLS = frozenset(("poll", "polling", "survey", "census"))  # who leads in them, or is asked, has not made them
_ADJUNCT = re.compile(r"(?:the|an?)? ?(?:\w+ )?", re.IGNORECASE)
_HEAD_AFTER = re.compile(r" [a-z]")
_WROTE = (
    r"(?:wrote|written|writes|sent|sends|issued?|issues|publish(?:ed|es)?|posted|released?|signed|circulated|drafted|"
    r"penned|filed|submitted|adopted|tabled|put out|prepared|compiled|authored|produced|led|carried out|handed down|"
    r"conducted|"
    r"addressed(?= (?:to|(?:an?|the|his|her|its|their) (?:[\w-]+ ){0,2}(?:appeal|letter|memo|note|petition))\b)|"
    r"presented|put online|uploaded|is (?:due )?to (?:give|deliver|present|send|publish))"
)
_HAVING_WRITTEN = re.compile(
    rf"(?:, (?!who\b|which\b)[^.;,]{{1,60}})?,?(?:,? (?:who|which|has|had|have|also)){{0,3}} {_WROTE} "
    r"(?:(?!\b(?:that|which|asking|urging|saying|about)\b)[^.;]){0,40}",
    re.IGNORECASE,
)
_WHEN = r"(?: (?:on )?(?:[A-Z]\w+\.?(?: \d{1,2})?|\d{1,2} [A-Z]\w+)| yesterday| today| last \w+)?"
_WRITTEN_BY = re.compile(
    rf",?(?: [^.;,]{{0,60}}?)?,? ?\b(?:{_WROTE}{_WHEN} by|signed:?) (?:the )?(?:all )?|"
    r"(?:,? (?:dated|of|to|sent|last|on) [^.;,]{1,40})?,? (?:(?<!ed )by|from) (?:the )?| of (?:the )?",
    re.IGNORECASE,
)
_THAT = re.compile(r",? (?:that|which) (?:the )?")
_THAT_THE = re.compile(r" (?:that|which) (?:the )?\Z")
_WRITES = re.compile(
    rf"(?i:(?: has| had)? {_WROTE}\b)|(?: (?:in|of|at) (?:[A-Z]\w+ ?){{1,2}})(?i:(?:has |had )?{_WROTE}\b)"
)
_THEN = re.compile(r"(?:,[^.;,\n]{0,60})?, (?:the )?")
_IN = re.compile(r"\b(?:in|with|through|via) \Z", re.IGNORECASE)
_IN_SOME = re.compile(r"\b(?:in|through) (?:(?!its\b|the\b|an?\b)[a-z]+ )?\Z", re.IGNORECASE)  # "in court filings"
_RELEASED = frozenset(("readout", "communique", "communiqué", "statement", "release"))  # by whoever has just spoken
_JOINT = re.compile(r"\b(?:joint|common|final|written|sworn|witness)\b")
_BODIES = frozenset(("organisation", "government"))
_INTERNAL = re.compile(  # and of nobody else
    r"(?:(?:an?|the|its) )?(?:[a-z]+ )?internal [a-z-]+(?:,? (?:seen|obtained|leaked|read|reviewed)\b.*)?",
    re.IGNORECASE,
)
_ITS_OWN_AFFAIR = re.compile(  # what a body that "knew of it" has in its own papers
    r" (?:(?:is|are|was|were|has|have|had|been|already|long|also) ){0,3}(?:aware|knew|known|told|warned|advised|"
    r"ignored|considered|considering|decided|plan(?:s|ned|ning)?|intend(?:s|ed)?|expect(?:s|ed)?|fear(?:s|ed)?)\b"
)
_LED = re.compile(r"(?:that )?(?:the )?", re.IGNORECASE)
_SINCE = 2  # sentences back in which a body spoke whose statement comes next
_NO_PART = re.compile(  # "who was not involved in the study", "who is named in the report"
    r"\b(?:involved|engaged|interested|part|role|named|mentioned|cited|quoted|listed|included|described|featured|accused|"
    r"criticised|criticized|faulted|blamed|praised|identified|errors?|mistakes?|flaws?|faith|confidence|trust) in \Z",
    re.IGNORECASE,
)
_ITS_AUTHOR = re.compile(
    r" (?:(?:lead|main|principal|chief) )?authors?,? (?:the )?(?:(?:professor|prof|dr)\.? )?", re.IGNORECASE
)


def find_authors(
    article: Article, attributions: Sequence[Attribution], mentions: Spans, lookup: Lookup, sentences: Sentences
) -> Mapping[str, str]:
    """For each document that speaks and whose author the article gives, their two ids."""
    sources = [a.source for a in attributions if a.source]
    speaking: dict[str, Span] = {}
    for source in sources:
        id = lookup.of(source)
        if id is not None and lookup.kind(id) == "document" and not _records(lookup.actor(id).mentions):
            speaking.setdefault(id, source)
    if not speaking:
        return {}
    told = {a.source: a.content for a in attributions if a.source}
    finder = _Finder(article, told, mentions, lookup, sentences, [a.cue for a in attributions if a.cue])
    found = {id: finder.author(id, source) or _owner(lookup, id) for id, source in speaking.items()}
    return {id: author for id, author in found.items() if author is not None}


def _owner(lookup: Lookup, document: str) -> str | None:
    """Whose name a document bears ("a Treasury paper"), where the article names that one elsewhere too."""
    inside = lookup.actor(document).mentions
    for id in lookup.principals(document):
        owner = lookup.actor(id)
        beside = any(not any(m.start <= one.start < m.end for m in inside) for one in owner.mentions)
        if owner.name is not None and owner.kind in _WRITERS and beside:
            return id
    return None


def _records(mentions: Sequence[Span]) -> bool:
    """Whether a document holds what somebody else took down: the record of an interview."""
    return any((found := _head(span.text)) is not None and found.word in _ABOUT for span in mentions)


def _head(text: str) -> Noun | None:
    """The first word that names a document."""
    found = (noun(word[0]) for word in _WORD.finditer(text))
    return next((head for head in found if head is not None and head.kind == "document"), None)


def _gives_author(before: str) -> bool:
    """Whether words up to a mention, which begin with a document, say that it is by whoever is mentioned.

    A draft of a treaty is not by the treaty, and a report on the shelling of a town not by the town.
    """
    if (of := _OF.search(before)) is not None:
        head = noun(of[1])
        return head is not None and head.kind == "document" and _OF_A_TEXT.search(before) is None
    return _BY.search(before) is not None and _NOT_BY.search(before) is None


class _Finder:
    def __init__(
        self,
        article: Article,
        told: Mapping[Span, Sequence[Span]],
        mentions: Spans,
        lookup: Lookup,
        sentences: Sentences,
        cues: Sequence[Span],
    ) -> None:
        self._article = article
        self._text = article.text
        self._told = told
        self._sources = Spans(told)
        self._mentions = mentions
        self._lookup = lookup
        self._sentences = sentences
        self._phrases: dict[str, list[Span]] = defaultdict(list)
        verbs = {(cue.start, cue.end) for cue in cues}
        for word in _WORD.finditer(self._text):
            found = noun(word[0])
            if found is not None and found.kind == "document" and word.span() not in verbs:  # who "note" write no note
                before = _PHRASE_BEFORE.search(self._text[max(word.start() - 60, 0) : word.start()])
                start = word.start() - len(before[0]) if before else word.start()
                self._phrases[found.word].append(article.span(start, word.end()))

    def author(self, document: str, source: Span) -> str | None:
        """The id of whoever wrote a document, from the first place that says so."""
        for place in self._places(document, source):
            for span in self._claims(place) or self._speakers_in(place):
                id = self._lookup.of(span)
                if id is not None and id != self._lookup.outlet and self._lookup.kind(id) in _WRITERS:
                    return id
        head, mentions = _head(source.text), self._lookup.actor(document).mentions
        if any(_INTERNAL.fullmatch(mention.text) for mention in mentions):
            return self._told_of(source)
        alone = head is not None and head.word in _RELEASED and not any(_JOINT.search(m.text) for m in mentions)
        return self._spoke_last(source) if alone else None

    def _told_of(self, source: Span) -> str | None:
        """The body with which what an internal document says begins: "The ministry knew, an internal memo says".

        It is the document's own where the words are on what the body knew or plans, not on what it did to others.
        """
        first = self._told[source][0]
        for span in self._mentions.inside(first):
            begins = _LED.fullmatch(self._text, first.start, span.start) and _ITS_OWN_AFFAIR.match(self._text, span.end)
            id = self._lookup.of(span) if begins else None
            if id is not None and self._lookup.kind(id) in _BODIES:
                return id
        return None

    def _spoke_last(self, source: Span) -> str | None:
        """The body that spoke in the sentences before: "…, the ministry said. A readout said no more."."""
        number = self._sentences.number(source.start)
        low = self._sentences.start(max(0, number - _SINCE))
        spoke = (id for span in self._sources.from_to(low, source.start) if (id := self._lookup.of(span)) is not None)
        last = [id for id in spoke if self._lookup.kind(id) not in ("document", "outlet")][-1:]
        return last[0] if last and self._lookup.kind(last[0]) in _BODIES else None

    def _places(self, document: str, source: Span) -> Iterator[Span]:
        """Where the text speaks of a document: its mentions, then other phrases about the same kind of document."""
        mentions = [source, *self._lookup.actor(document).mentions]
        yield from mentions
        for word in {head.word for span in mentions if (head := _head(span.text)) is not None}:
            introduced = False  # "a study … A 2019 study by Renn": the second is another
            for phrase in self._phrases[word]:
                indefinite = _INDEFINITE.match(phrase.text) is not None
                if not (indefinite and introduced):
                    yield phrase
                introduced = introduced or indefinite

    def _near(self, spans: Spans, place: Span) -> Sequence[Span]:
        low, high = self._sentences.around(place.start)
        found = (span for span in spans.from_to(low, high) if span.end <= high and span != place)
        return [span for span in found if span.text.lower() not in _DETERMINERS]  # an encoder marks "the" at times

    def _claims(self, place: Span) -> list[Span]:
        """Mentions that the words give as the author of a document, the surest first."""
        text, inside, around = self._text, [], []
        ahead = place.text.split()[0].lower() in _OWNING  # "In its report, the Monitor forecast"
        for span in self._near(self._mentions, place):
            if place.start <= span.start and span.end <= place.end:
                before, after = text[place.start : span.start], text[span.end : place.end]
                owner = (_POSSESSIVE.match(after) or span.text.lower() in _OWNING) and not _TO.search(before)
                adjunct = _ADJUNCT.fullmatch(before) and _HEAD_AFTER.match(after) and (before or " " in span.text)
                published = _THAT_THE.search(before) and _WRITES.match(text, span.end)
                if owner or adjunct or published or _gives_author(before):
                    inside.append(span)
            elif span.end <= place.start:
                if _HAVING_WRITTEN.fullmatch(text, span.end, place.start):
                    around.append(span)
            elif span.start >= place.end:
                between = text[place.end : span.start]
                of_text = _OF_A_TEXT.search(f"{place.text}{between}") is not None
                written = _WRITTEN_BY.fullmatch(between) and not _NOT_BY.search(between) and not of_text
                if ahead and _IN.search(text[max(place.start - 12, 0) : place.start]) and _THEN.fullmatch(between):
                    inside.insert(0, span)
                elif (
                    written
                    or (_THAT.fullmatch(between) and _WRITES.match(text, span.end))
                    or (place.text.lower() == "its" and _ITS_AUTHOR.fullmatch(between))
                ):
                    around.append(span)
        return inside + around

    def _speakers_in(self, place: Span) -> list[Span]:
        """The sources of a sentence with "in a letter", nearest first: who says something in a document wrote it."""
        head = _head(place.text)
        if head is not None and head.word in _POLLS:
            return []
        before = self._text[max(place.start - 20, 0) : place.start]
        led = place.text.split()[0].lower() in _DETERMINERS or place.text.split()[0].lower() in _OWNING
        if not (_IN if led else _IN_SOME).search(before) or _NO_PART.search(before):
            return []
        near = (span for span in self._near(self._sources, place) if not place.start <= span.start < place.end)
        return sorted(near, key=lambda span: min(abs(span.end - place.start), abs(span.start - place.end)))
