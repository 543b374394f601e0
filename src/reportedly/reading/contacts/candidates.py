"""Who may take part in a contact: the actors around the words that name it, each with the signs that tell of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from operator import attrgetter

from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.actor_signs import BODIES, gathers, hears, says_nothing, signs_of_actors
from reportedly.reading.contacts.pairs import Pairs
from reportedly.reading.contacts.phrases import Named, Phrases
from reportedly.reading.contacts.standing import Standing
from reportedly.reading.encounter import Encounter
from reportedly.records.actor import PRONOUNS
from reportedly.records.article import Article, Span
from reportedly.records.contact import ContactKind
from reportedly.records.statement import Statement

IN_SENTENCE = "in sentence"  # the sign of an actor that is mentioned beside the words for a contact
PLAIN = "role 0.85"  # the sign of one that the encoder plainly takes for a party: on held-out stories nine in ten are
BACK = 3  # sentences before that of a contact in which a party may be named
LIKELY = 0.4  # probability from which somebody is plainly a party for the encoder
AROUND = 100  # contacts before and behind one that are looked at: more than an article has, fewer than a book
TOLD = 0.2  # score from which words stand for a contact of their own
_GATHERED = frozenset(("meeting", "talks", "summit"))
_ROLES = (0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 0.95)
_SELF = re.compile(r"\b(?:I|we|me|us|my|our)\b")
_TOGETHER = {  # words for several, who are named elsewhere
    "people": re.compile(r"\b(?:leaders|presidents|(?:prime )?ministers|premiers|heads of state|men|women|counterparts|"
                         r"envoys|diplomats|negotiators|rivals|pair|two)\b", re.IGNORECASE),
    "bodies": re.compile(r"\b(?:sides|parties|governments|countries|capitals|states|nations|delegations|neighbou?rs|"
                         r"teams|members|ministers)\b", re.IGNORECASE),
    "they": re.compile(r"\b(?:they|them|their|both|each other|we)\b", re.IGNORECASE),
}  # fmt: skip
_LISTED = re.compile(r"(?:,? and|,|,? as well as) (?:the )?(?:[A-Z][\w’'-]* (?:(?:of|for|and) )?){0,5}")

_TOPIC = re.compile(
    r"\bto (?:discuss|consider|debate|decide|vote on|approve|review|examine|weigh|hear about|talk about)\b"
    r"(?:(?!\bwith\b)[^.,;:])*\Z"
)
_INVITES = re.compile(
    r"(?<!\bis )(?<!\bbe )(?<!\bare )(?<!\bwas )(?<!\bwere )(?<!\bbeen )\binvit(?:es?|ed|ing)\s+(?!to\b)"
    r"(?:[^\s,;:]+\s+){1,6}?to\s+\Z"
)
_AND_DOES = re.compile(  # what the subject of a sentence does next: "Renn met Brask and will see Vale"
    r"\band (?:(?:also|later|then) )?"
    r"(?:will|would|is|are|was|were|has|had|plans|flew|went|met|spoke|held|saw|\w+ed)\b[^,;.:]*\Z"
)


class Company:
    """The actors of one article, to ask who may take part in its contacts."""

    def __init__(
        self,
        article: Article,
        lookup: Lookup,
        sentences: Sentences,
        encounters: Sequence[Encounter],
        statements: Sequence[Statement] = (),
    ) -> None:
        self._text = article.text
        self._lookup = lookup
        self._phrases = Phrases(article.text, lookup)
        self._sentences = sentences
        self._nobody = {
            actor.id
            for actor in lookup.actors
            if actor.mentions and not actor.name and all(says_nothing(actor.kind, m.text) for m in actor.mentions)
        }
        self._hearers = {actor.id for actor in lookup.actors if hears(actor)}
        self._gathering = {actor.id for actor in lookup.actors if gathers(actor)}
        self._named = sorted(
            {
                Named(mention, member)
                for actor in lookup.actors
                if actor.id not in self._nobody
                for mention in actor.mentions
                for member in lookup.those(actor.id)
            },
            key=lambda named: (named.span.start, -named.span.end, named.actor),
        )
        self._starts = [named.span.start for named in self._named]
        self._of_actor = {id: tuple(signs) for id, signs in signs_of_actors(lookup)}
        self._triggers = sorted((e.trigger for e in encounters if e.score >= TOLD), key=attrgetter("start"))
        told = [(e.trigger.start, self._likely(e)) for e in encounters]
        self._told = sorted((start, actors) for start, actors in told if len(actors) > 1)
        self._by_themselves = cache(self._alone_between)  # one sentence is asked for again and again
        self._pairs = Pairs(article.text, lookup, sentences, statements, self._told, self._by_themselves)

    def _likely(self, encounter: Encounter) -> list[str]:
        """The actors that the encoder plainly takes for parties."""
        spans = [span for span, chance in encounter.chances() if chance >= LIKELY]
        kinds = {actor: self._lookup.kind(actor) for span in spans for actor in self._those(span)}
        return [actor for actor, kind in kinds.items() if kind not in ("outlet", "document")]

    def candidates(self, encounter: Encounter, kind: ContactKind, over: Statement | None) -> dict[str, Collection[str]]:
        """The signs of each actor that may be a party; `over` is the statement in which the contact is told."""
        trigger = encounter.trigger
        sentence = self._sentences.around(trigger.start)
        chances = self._chances(encounter)
        known = min(2, sum(chance >= LIKELY for chance in chances.values()))
        named = self._between(*sentence)
        alone = (
            self._phrases.by_themselves(self._beside_letter(named))
            if kind == "letter"
            else self._by_themselves(*sentence)
        )
        inside = [
            one for one in alone if not (self._is_met_before(one, trigger, named) or self._is_topic(one, trigger))
        ]
        by_name = {one.actor for one in named if one.span.text.lower() not in PRONOUNS}
        within_others = by_name - {one.actor for one in inside}
        found: dict[str, set[str]] = {}
        for actor, mentions in _by_actor(inside).items():
            found[actor] = {IN_SENTENCE, *self._standing(encounter, kind, sentence, mentions, inside)}
        context: dict[str, set[str]] = {}
        for actor, sign in self._context(encounter, kind, over, sentence[0]):
            if actor not in self._nobody and actor not in within_others:
                context.setdefault(actor, set()).add(sign)
        for actor in self._pairs.others(trigger, context):
            del context[actor]
        together = [name for name, words in _TOGETHER.items() if words.search(self._text, *sentence)]
        for actor, signs in context.items():
            own = found.setdefault(actor, set())
            of = "body" if self._lookup.kind(actor) in BODIES else self._lookup.kind(actor)
            own |= signs
            own.update(f"{sign}, {known} known" for sign in signs)
            own.update(f"{of}: {sign}" for sign in signs)
            if known < 2:
                own.update(f"{name}, {of}: {sign}" for name in together for sign in signs)
        for actor, own in found.items():
            own.update(self._of_actor[actor])
            own.update(f"role {least}" for least in _ROLES if chances.get(actor, 0.0) >= least)
            if IN_SENTENCE not in own:
                own.add(f"elsewhere, {known} known")
        return dict(found)

    def pair(self, encounter: Encounter, kind: ContactKind) -> Collection[str]:
        """The two that meet where it only calls them "they" or "the two", as far as what was told before names them."""
        return (self._pairs.of(encounter.trigger) or ()) if kind not in ("visit", "letter") else ()

    def met_by_pair(self, encounter: Encounter) -> Collection[str]:
        """Whom "they" or "the two" meet who are named behind it: "they met with Renn"."""
        trigger = encounter.trigger
        if not self._pairs.is_with(trigger):
            return ()
        end = self._sentences.around(trigger.start)[1]
        return [one.actor for one in self._by_themselves(trigger.end, end)]

    def only_hears(self, actor: str, kind: ContactKind) -> bool:
        """Whether an actor is no party though the words take it for one: reporters, a crowd, a paper, who writes.

        But whom somebody "receives" takes part, if only to write of it.
        """
        if actor == self._lookup.outlet:
            return kind != "meeting"
        if self._lookup.kind(actor) == "document":
            return True
        return actor in self._hearers

    def gathers(self, actor: str, kind: ContactKind) -> bool:
        """Whether one party is several who meet: "the board will meet", "ambassadors are due to discuss it"."""
        return kind in _GATHERED and actor in self._gathering

    def is_invited(self, encounter: Encounter) -> bool:
        """Whether somebody invites those who are to visit: "Vale invited Renn to visit Sarn"."""
        start = self._sentences.around(encounter.trigger.start)[0]
        return _INVITES.search(self._text, start, encounter.trigger.start) is not None

    def only_visits(self, hosts: Collection[str], encounter: Encounter, likely: Collection[str]) -> bool:
        """Whether a visit is to these places and to none of the likely behind it: not "flew to Sarn to see Brask"."""
        start, end = self._sentences.around(encounter.trigger.start)
        before, behind = (
            {one.actor for one in self._between(*part)}
            for part in ((start, encounter.trigger.start), (encounter.trigger.end, end))
        )
        return behind.isdisjoint({*likely} - {*hosts} - before)

    def listed(self, chosen: Collection[str], encounter: Encounter) -> list[str]:
        """Those who stand between two of the chosen in one list: "with Renn, Brask and Vale"."""
        row = self._by_themselves(*self._sentences.around(encounter.trigger.start))
        found, since = list[str](), list[str]()
        for before, one in pairwise([None, *row]):
            if before is None or one is None or not _LISTED.fullmatch(self._text, before.span.end, one.span.start):
                since = []
            elif before.actor in chosen:
                since = [before.actor]
            if one is not None and since and one.actor in chosen:
                found += since[1:]
            elif one is not None and since:
                since.append(one.actor)
        return [actor for actor in dict.fromkeys(found) if actor not in chosen]

    def _chances(self, encounter: Encounter) -> Mapping[str, float]:
        """How likely the encoder holds each actor for a party, by the likeliest of its mentions."""
        chances: dict[str, float] = {}
        for span, chance in encounter.chances():
            for actor in self._those(span):
                chances[actor] = max(chance, chances.get(actor, 0.0))
        return chances

    def _those(self, span: Span) -> Sequence[str]:
        """Whom some words mean, one by one; nobody where they only say that there are several, or nothing."""
        if joint := self._lookup.joint(span):
            return joint
        actor = self._lookup.of(span)
        return () if actor is None or actor in self._nobody else self._lookup.those(actor)

    def _is_met_before(self, one: Named, trigger: Span, named: Sequence[Named]) -> bool:
        """Whether somebody is only met in what the subject did first: "Renn met Brask and will see Vale"."""
        first = bisect_left(self._triggers, named[0].span.end, key=attrgetter("start"))
        met = first < len(self._triggers) and self._triggers[first].end <= one.span.start
        return met and _AND_DOES.search(self._text, one.span.end, trigger.end) is not None

    def _is_topic(self, one: Named, trigger: Span) -> bool:
        """Whether one meets to talk of somebody: "the board met to discuss Vale's offer"."""
        return one.span.start > trigger.end and _TOPIC.search(self._text, trigger.end, one.span.start) is not None

    def _alone_between(self, start: int, end: int) -> Sequence[Named]:
        return self._phrases.by_themselves(self._between(start, end))

    def _beside_letter(self, named: Sequence[Named]) -> list[Named]:
        """The mentions but for those of documents: "a letter to Renn" is no actor whose Renn would be."""
        return [one for one in named if self._lookup.kind(one.actor) != "document"]

    def _between(self, start: int, end: int) -> Sequence[Named]:
        return self._named[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def _standing(
        self,
        encounter: Encounter,
        kind: ContactKind,
        sentence: tuple[int, int],
        mentions: Sequence[Span],
        inside: Sequence[Named],
    ) -> Iterator[str]:
        """Where the mention of an actor that is most likely a party stands in the sentence of a contact."""
        trigger = encounter.trigger
        sure = {(span.start, span.end): chance for span, chance in encounter.chances()}
        mention = max(mentions, key=lambda m: (sure.get((m.start, m.end), 0.0), -abs(m.start - trigger.start)))
        standing = Standing.of(self._text, mention, trigger)
        yield from standing.signs(sentence[0], kind)
        others = {one.actor for one in inside if standing.is_between(one.span)}
        yield f"{standing.side} {min(len(others), 4)} between"
        first = bisect_left(self._triggers, standing.low, key=attrgetter("start"))
        nearest = self._triggers[first : bisect_right(self._triggers, standing.high, key=attrgetter("start"))]
        if any(map(standing.is_between, nearest)):
            yield f"{standing.side} beyond contact"

    def _context(
        self, encounter: Encounter, kind: ContactKind, over: Statement | None, start: int
    ) -> Iterator[tuple[str, str]]:
        """Actors that may be meant without being named: those told of before, who speaks, who is visited."""
        at = self._sentences.number(start)
        first = self._sentences.start(max(at - BACK, 0))
        last = {named.actor: named.span.start for named in self._between(first, start)}
        newest = sorted(last, key=lambda actor: -last[actor])
        for actor in newest:
            yield actor, f"{at - self._sentences.number(last[actor])} back"
        for what, kinds in (("person", ("person",)), ("body", BODIES)):
            named_so = [a for a in newest if self._lookup.kind(a) in kinds and self._lookup.actor(a).name]
            for number, actor in enumerate(named_so[:2]):
                yield actor, f"last {what} but {number}"
        if over is not None:
            speaker = over.chain[-1].actor
            yield speaker, "speaker"
            if any(_SELF.search(span.text) for span in over.content):
                yield speaker, "speaks of self"
            yield from ((actor, "principal") for actor in self._lookup.principals(speaker))
            yield from ((actor, "addressee") for actor in over.chain[-1].addressees)
        if (host := self._lookup.of(encounter.place)) is not None:
            yield host, f"host of {'visit' if kind == 'visit' else 'others'}"
        yield from self._of_others(encounter.trigger.start)

    def _of_others(self, at: int) -> Iterator[tuple[str, str]]:
        """The parties of the contacts told around one, as far as the encoder plainly shows them."""
        place = bisect_left(self._told, (at,))
        around = self._told[max(0, place - AROUND) : place + AROUND]
        others = [(start, actors) for start, actors in around if start != at]
        earlier = [actors for start, actors in others if start < at]
        if earlier:
            yield from ((actor, "party of the last") for actor in earlier[-1])
        counts = Counter(actor for _, actors in others for actor in actors)
        for number, (actor, _) in enumerate(counts.most_common(4)):
            yield actor, "party of others"
            if number < 2:
                yield actor, "often party"


def _by_actor(named: Iterable[Named]) -> dict[str, list[Span]]:
    found: dict[str, list[Span]] = {}
    for one in named:
        found.setdefault(one.actor, []).append(one.span)
    return found
