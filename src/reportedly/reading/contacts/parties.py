"""Between whom a contact is: whom the words for its parties mean, and who is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article, Span
from reportedly.records.contact import ContactKind
from reportedly.records.statement import Statement

_SIDE = (
    r"(?:(?:prime|foreign|defen[cs]e|interior|finance) ministers|leaders|presidents|ministers|premiers|heads of state|"
    r"countries|sides|parties|men|women|capitals|governments|states|nations|delegations|teams|rivals|neighbou?rs|"
    r"counterparts)"
)
_PAIR = re.compile(
    rf"(?:the|these|those|both|our|their)(?: (?:two|three|four))? {_SIDE}|both|they|them|the (?:two|pair)|we",
    re.IGNORECASE,
)
_PAIR_IN_TEXT = re.compile(
    rf"\b(?:(?:the two|both|the) {_SIDE}\b|the (?:two|pair)(?= (?:have|had|will|may|met|meet|\w+ed)\b))", re.IGNORECASE
)
_NO_NAME = re.compile(r"(?:The )?[a-z]")
_TO = re.compile(r" (?:to|of|for|from) (?:the )?")
_FROM = re.compile(r" (?:of|from) (?:the )?")
_PLURAL = re.compile(r"\b(?:leaders|presidents|ministers|ministries|premiers|heads|envoys|delegations|negotiators)\b")
_PEOPLE = re.compile(r"leader|president|minister|men|women|counterpart|head", re.IGNORECASE)
_SIDES = re.compile(r"countr|side|capital|government|state|nation", re.IGNORECASE)
_OWN = frozenset(("urge", "demand", "promise", "rule_out", "agree", "offer", "propose", "threaten", "plan"))
_MEETS = frozenset(("person", "government", "organisation", "group"))
_HEARERS = re.compile(
    r"(?:[\w’'-]+ ){0,2}(?:reporters|journalists|newsmen|press|media|voters|supporters|crowds?|audiences?|viewers)",
    re.IGNORECASE,
)  # none of them is a party in the 2,035 contacts of the training articles
_TOPIC = re.compile(r"\b(?:about|regarding|concerning)(?: (?!with|to|by|from|between)[\w’'-]+){0,2} $", re.IGNORECASE)
_SELF = re.compile(r"\b(?:I|we|me|us|my|our)\b")


class Parties:
    """Who takes part in the encounters of one article."""

    def __init__(self, article: Article, lookup: Lookup, statements: Sequence[Statement], sentences: Sentences) -> None:
        self._article = article
        self._lookup = lookup
        self._statements = statements
        self._sentences = sentences
        self._spokespeople = [m for a in lookup.actors if lookup.is_spokesperson(a.id) for m in a.mentions]

    def of(self, encounter: Encounter, kind: ContactKind) -> tuple[str, ...]:
        """The ids of the parties in reading order, with one that is only implied where a single one is named.

        "Her spokesman", who tells of it, is none of them where two others are.
        """
        parties = [span for span in encounter.parties if not self._is_topic(span, encounter.trigger)]
        meeting = [span for span in parties if not self._only_hears(span)]
        found = self._among(self._whole(meeting))
        if len(found) < 2:
            found = self._among(meeting)
        if len(found) < 2 and len(meeting) < len(parties):
            return ()
        if len(found) < 2 and (pair := self._pair(encounter)) is not None:
            found += [actor for actor in self._last_two(pair) if actor not in found]
        if len(found) == 1:
            found += [actor for actor in self._implied(encounter, kind) if actor not in found][:1]
        others = [actor for actor in found if not self._is_nameless_spokesperson(actor)]
        return tuple(others if len(others) > 1 else found)

    def _is_nameless_spokesperson(self, actor: str) -> bool:
        return self._lookup.is_spokesperson(actor) and self._lookup.actor(actor).name is None

    def _only_hears(self, party: Span) -> bool:
        """Whether a party only hears, prints or is what the other says: reporters, a crowd, an outlet, a paper."""
        kind = self._lookup.kind(self._lookup.of(party))
        return kind in ("outlet", "document") or _HEARERS.fullmatch(party.text) is not None

    def _is_topic(self, party: Span, trigger: Span) -> bool:
        """Whether others meet to talk about what is taken for a party: "a discussion about Powell"."""
        return _TOPIC.search(self._article.text, trigger.end, party.start) is not None

    def _among(self, spans: Iterable[Span]) -> list[str]:
        """Whom the words for parties mean, each once."""
        return list(dict.fromkeys(actor for span in spans for actor in self._named(span)))

    def _whole(self, spans: Sequence[Span]) -> list[Span]:
        """The words for parties without those that only say more of a party beside them.

        "Aides to Trump" are the aides, "the foreign ministers of Vardosia and Ruthmar" are the two countries, and what
        stands between commas behind a name is whoever has the name.
        """
        kept: list[Span] = []
        for span in sorted(spans, key=lambda span: (span.start, -span.end)):
            before = kept[-1] if kept else None
            if before is not None and span.end <= before.end:
                continue
            between = None if before is None else self._article.text[before.end : span.start]
            if before is not None and between is not None and _NO_NAME.match(before.text):
                if _FROM.fullmatch(between) and _PLURAL.search(before.text):
                    kept.pop()
                elif _TO.fullmatch(between):
                    continue
            elif between == ", " and self._describes(span):
                continue
            kept.append(span)
        return kept

    def _describes(self, span: Span) -> bool:
        """Whether words between commas are no name of their own."""
        actor = self._lookup.of(span)
        bare = actor is None or self._lookup.actor(actor).name is None
        return bare and self._article.text.startswith(",", span.end)

    def _named(self, span: Span) -> Iterable[str]:
        """Whom some words mean: one actor, or the two that "the two leaders" stands for."""
        actor = self._lookup.of(span)
        if _PAIR.fullmatch(span.text) and (actor is None or self._lookup.actor(actor).name is None):
            return self._last_two(span)
        return () if actor is None else (actor,)

    def _pair(self, encounter: Encounter) -> Span | None:
        """The words for two together, such as "the two leaders", that stand nearest in the sentence of an encounter."""
        at = encounter.trigger.start
        pairs = _PAIR_IN_TEXT.finditer(self._article.text, *self._sentences.around(at))
        nearest = min(pairs, key=lambda match: abs(match.start() - at), default=None)
        return None if nearest is None else self._article.span(*nearest.span())

    def _last_two(self, span: Span) -> tuple[str, ...]:
        """The two actors named last before a place, in its own sentence or the three before it."""
        first = self._sentences.number(span.start) - 3
        named = [
            (mention.start, actor.id, actor.kind)
            for actor in self._lookup.actors
            if actor.name and actor.kind in ("person", "government", "organisation")
            if not self._lookup.is_spokesperson(actor.id)
            for mention in actor.mentions
            if mention.end <= span.start and self._sentences.number(mention.start) >= first
        ]
        people, sides = _PEOPLE.search(span.text), _SIDES.search(span.text)
        wanted = {"person"} if people else {"government", "organisation"} if sides else {"person", "government"}
        found: list[str] = []
        for _, id, kind in sorted(named, reverse=True):
            if kind in wanted and id not in found:
                found.append(id)
        return tuple(reversed(found[:2])) if len(found) >= 2 else ()

    def _implied(self, encounter: Encounter, kind: ContactKind) -> Iterator[str]:
        """Who may be the other party: the host of a visit, the speaker of "a meeting with Varga"."""
        if kind == "visit" and (host := self._lookup.of(encounter.place)) is not None:
            yield host
        over = self._over(encounter.trigger)
        if over is not None and self._is_own(over):
            yield over.chain[-1].actor
        yield from self._subject(encounter, over)

    def _over(self, place: Span) -> Statement | None:
        """The innermost statement in whose content some words stand."""
        around = [s for s in self._statements if any(c.start <= place.start and place.end <= c.end for c in s.content)]
        return min(around, key=lambda s: sum(len(c.text) for c in s.content), default=None)

    def _is_own(self, statement: Statement) -> bool:
        """Whether a statement tells of what its speaker does or wants done."""
        speaker = statement.chain[-1].actor
        if speaker == self._lookup.outlet or self._lookup.is_spokesperson(speaker):
            return False
        return statement.act in _OWN or any(_SELF.search(span.text) for span in statement.content)

    def _subject(self, encounter: Encounter, over: Statement | None) -> Iterator[str]:
        """Who is mentioned last before the words for a contact, in their sentence and, where one says it, in that."""
        start = self._sentences.around(encounter.trigger.start)[0]
        if over is not None:
            start = max(start, over.content[0].start)
        before = [
            (mention.start, actor.id)
            for actor in self._lookup.actors
            if actor.kind in _MEETS and actor.id != self._lookup.outlet
            for mention in actor.mentions
            if start <= mention.start and mention.end <= encounter.trigger.start
            if not any(span.start <= mention.start and mention.end <= span.end for span in self._spokespeople)
        ]
        yield from (id for _, id in sorted(before, reverse=True))
