"""Attributions to statements: each content with its chain, from the publishing outlet inward to whoever said it.

A statement inside another continues its chain; any other continues the chain of the outlet, or of those whose citation
covers it (citations.py). Its own hops are the relays that its sentence names (relays.py), the source, and whom the
source speaks for or who wrote it (authors.py).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from reportedly.reading.attribution import Attribution, Mention, Relay
from reportedly.reading.cast.actors import Cast
from reportedly.reading.cast.pronouns import RELATIVE
from reportedly.reading.chains.authors import find_authors
from reportedly.reading.chains.citations import Coverage
from reportedly.reading.chains.conjoined import split_conjoined
from reportedly.reading.chains.listeners import Listeners
from reportedly.reading.chains.lookup import Lookup, Sentences, Spans
from reportedly.reading.chains.relays import find_relays
from reportedly.reading.chains.uttered import uttered
from reportedly.reading.layout.furniture import Furniture
from reportedly.reading.layout.segment import find_sentences
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Article, Span
from reportedly.records.statement import Chain, Link, Statement

_WHO = re.compile(
    r",? (?P<who>who|which|that) (?:(?:(?:on|in|last|this) \w+(?: \w+)?|\w+ly|once|also|never|now|first|then|earlier|"
    r"later|long|had|has|have) ){0,5}"
)
_IS_TOLD = re.compile(r"\b(?:am|are|been|being|got|is|was|were)\b|\A(?:asked|told)\b|['’]m\b")
_REACH = 120  # characters before a relative pronoun in which the words that it stands for begin


def find_statements(
    furniture: Furniture, attributions: Sequence[Attribution], mentions: Sequence[Mention], cast: Cast
) -> tuple[Statement, ...]:
    """The statements of an article in reading order, each with its whole chain.

    `attributions` are those that the cast was made from; their relays in datelines and credits are left out.
    """
    article, places = furniture.article, Spans(mention.span for mention in mentions)
    body = Spans(span for span in places.all if not furniture.covers(span))
    speakers = Spans(m.span for m in mentions if m.kind != "place" and not furniture.covers(m.span))
    lookup, sentences = Lookup(cast), Sentences(find_sentences(article))
    attributions = split_conjoined(article, [_without_furniture(a, furniture) for a in attributions], body)
    relays = find_relays(article, attributions, speakers, lookup, sentences)
    chains = _Chains(
        attributions=attributions,
        relays=relays,
        coverage=Coverage(furniture, attributions, relays, places, lookup, sentences),
        authors=find_authors(article, attributions, body, lookup, sentences),
        listeners=Listeners(article, attributions, speakers, lookup, sentences),
        mentions=body,
        lookup=lookup,
        article=article,
    )
    order = sorted(range(len(attributions)), key=lambda number: _place(attributions[number]))
    ids = {number: f"s{position}" for position, number in enumerate(order, 1)}
    return tuple(
        Statement(
            id=ids[number],
            form=attribution.form,
            act=attribution.act,
            status=uttered("" if attribution.cue is None else attribution.cue.text, attribution.status),
            content=attribution.content,
            within=None if attribution.within is None else ids[attribution.within],
            sourcing=cast.sourcing(lookup.of(attribution.source)),
            chain=chains.chain(number),
            score=attribution.score,
        )
        for number in order
        for attribution in (attributions[number],)
    )


def _without_furniture(attribution: Attribution, furniture: Furniture) -> Attribution:
    kept = tuple(relay for relay in attribution.relays if not furniture.covers(relay.mention))
    return attribution if len(kept) == len(attribution.relays) else replace(attribution, relays=kept)


def _place(attribution: Attribution) -> tuple[int, int]:
    """Where a statement begins, and minus where it ends: an outer one comes before those inside it."""
    parts = (*attribution.content, *([attribution.cue] if attribution.cue else ()))
    return min(part.start for part in parts), -max(part.end for part in parts)


@dataclass(slots=True, kw_only=True)
class _Chains:
    """Builds the chain of each attribution, its parent's first; to be asked in reading order."""

    attributions: Sequence[Attribution]
    relays: Sequence[tuple[Relay, ...]]
    coverage: Coverage
    authors: Mapping[str, str]
    listeners: Listeners
    mentions: Spans
    lookup: Lookup
    article: Article
    built: dict[int, Chain] = field(default_factory=dict)

    def chain(self, number: int) -> Chain:
        """The chain of one attribution."""
        if number not in self.built:
            parent = self.attributions[number].within
            above = self._covered(number) if parent is None else self.chain(parent)
            self.built[number] = self._continued(number, above)
            self.coverage.remember(number, self.built[number])
        return self.built[number]

    def _covered(self, number: int) -> Sequence[Link]:
        return [Link(actor=self.lookup.outlet), *(Link(actor=actor) for actor in self.coverage.of(number))]

    def _continued(self, number: int, above: Sequence[Link]) -> Chain:
        """What stands above an attribution, then its own hops; whoever stands there already is no hop again."""
        attribution, links = self.attributions[number], list(above)
        for relay in self.relays[number]:
            actor = self.lookup.of(relay.mention)
            if actor is not None and all(link.actor != actor for link in links):
                links.append(Link(actor=actor, mention=relay.mention, cue=relay.cue))
        source = self.lookup.of(attribution.source)
        told = self.listeners.of(number, self._reporter(links))
        mention = self._with_relative(attribution)
        actor = source or links[-1].actor
        if not _is_told(attribution):
            told = tuple(other for other in told if other != actor)
        own = Link(actor=actor, mention=mention, cue=attribution.cue, addressees=told)
        if own.actor == links[-1].actor:  # agentless, or one's own words once more: "I said …"
            links[-1] = own
            return Chain(links)
        again = next((n for n, link in enumerate(links) if n and link.actor == own.actor), None)
        if again is not None and {link.actor for link in links[again + 1 :]} <= set(self._principals(own.actor)):
            return Chain([*links[:again], own, *links[again + 1 :]])  # a spokesman's own words: "what he called …"
        links.append(own)
        links += [
            Link(actor=actor, mention=self._named(actor, attribution.source))
            for actor in self._principals(own.actor)
            if all(link.actor != actor for link in links)
        ]
        return Chain(links)

    def _reporter(self, links: Sequence[Link]) -> str:
        """The last outlet of a chain: whose reporter heard what comes next."""
        outlets = (link.actor for link in reversed(links) if self.lookup.kind(link.actor) == "outlet")
        return next(outlets, self.lookup.outlet)

    def _with_relative(self, attribution: Attribution) -> Span | None:
        """The words for a source: "the minister, who" where only "who" is the subject of its cue, or would be."""
        source, cue = attribution.source, attribution.cue
        if source is None or cue is None or cue.start < source.end or source.text.lower() in RELATIVE:
            return self._with_antecedent(source)
        who = _WHO.fullmatch(self.article.text, source.end, cue.start)
        return source if who is None else self.article.span(source.start, who.end("who"))

    def _with_antecedent(self, source: Span | None) -> Span | None:
        """The words for a source: "the minister, who" where "who" alone would not say who."""
        if source is None or source.text.lower() not in RELATIVE:
            return source
        meant = self.lookup.of(source)
        for span in self.mentions.from_to(source.start - _REACH, source.start):
            if self.lookup.of(span) == meant and self.article.text[span.end : source.start] in (" ", ", "):
                return self.article.span(span.start, source.end)
        return source

    def _principals(self, source: str) -> Sequence[str]:
        """Whose words a source passes on: a spokesperson's principal, a document's author."""
        if self.lookup.kind(source) == "document":
            return (self.authors[source],) if source in self.authors else ()
        return self.lookup.principals(source)

    def _named(self, actor: str, source: Span | None) -> Span | None:
        """Where the source itself names an actor; a pronoun ("her spokesman") names nobody."""
        if source is None:
            return None
        for span in self.mentions.inside(source):
            if span == source or span.text[0].islower() or span.text.lower() in PRONOUNS:
                continue
            if self.lookup.of(span) == actor:
                return span
        return None


def _is_told(attribution: Attribution) -> bool:
    """Whether somebody is told by nobody knows whom, who may tell of it: "she had been told to wait", she said."""
    return (
        attribution.source is None and attribution.cue is not None and _IS_TOLD.search(attribution.cue.text) is not None
    )
