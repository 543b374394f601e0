"""Between whom a contact is: whom the words for its parties mean, and who is left unsaid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from reportedly.reading.cast.nouns import agent_noun, noun
from reportedly.reading.cast.phrases import PRONOUNS
from reportedly.reading.chains.lookup import Lookup, Sentences
from reportedly.reading.contacts.standing import Standing
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
_WORD = re.compile(r"[^\W_][\w'’-]*")
_SEAT = re.compile(r"\(?[DRI]-[A-Z][\w.]*\)?")  # "(D-Calif.)" behind a name
_THEY = re.compile(r"they|them|we", re.IGNORECASE)
_SPEAK = re.compile(r"sp[eo]ak|spoke|address", re.IGNORECASE)
_PUBLIC = re.compile(r"\b(?:delegates|convention|conference|rally|students|graduates|groups|gathering)$", re.IGNORECASE)
_ANY = re.compile(r"\b(?:any|every|each|a typical|typical)\s+(?:\w+\s+)?$", re.IGNORECASE)
_JOINS = re.compile(r"(?:and|or|including|plus|as well as) ", re.IGNORECASE)
_OF = re.compile(r" (?:of|in|for|from) ")
_HAPPENS = ("ing", "ed", "tion", "sion", "ment", "ness", "ism", "one")
# Below the first score the words for a contact must take those for a party ("met Varga"); from the second on, parties
# are taken even where they stand as none can. Of 1,163 contacts of stories these find 747 in 869 (0.2 and 0.4: 740 in
# 848); real news, where most scores are low, is what they are for.
ATTACHED, SURE_OF_PARTIES = 0.12, 0.3


class Parties:
    """Who takes part in the encounters of one article."""

    def __init__(
        self,
        article: Article,
        lookup: Lookup,
        statements: Sequence[Statement],
        sentences: Sentences,
        triggers: Sequence[Span] = (),
    ) -> None:
        self._article = article
        self._lookup = lookup
        self._statements = statements
        self._sentences = sentences
        self._triggers = triggers
        self._spokespeople = [m for a in lookup.actors if lookup.is_spokesperson(a.id) for m in a.mentions]

    def of(self, encounter: Encounter, kind: ContactKind) -> tuple[str, ...]:
        """The ids of the parties in reading order, with one that is only implied where a single one is named.

        "Her spokesman", who tells of it, is none of them where two others are.
        """
        trigger = encounter.trigger
        parties = [s for s in encounter.parties if self._can_act(s) and not self._is_topic(s, trigger)]
        speech = _SPEAK.match(trigger.text) is not None
        everyone = self._heads(
            [s for s in parties if not self._only_hears(s) and not (speech and _PUBLIC.search(s.text))]
        )
        standing = self._standing(encounter.trigger, kind)
        meeting = [span for span in everyone if self._stands(span, standing, everyone)]
        received = kind == "visit" and self._lookup.of(encounter.place) is not None
        if (
            encounter.score < ATTACHED
            and not received
            and not any(standing.is_attached(s, everyone) or _PAIR.fullmatch(s.text) for s in meeting)
        ):
            return ()
        found = self._among(self._whole(meeting))
        if len(found) < 2 and encounter.score >= SURE_OF_PARTIES:
            meeting = everyone
            found = self._among(self._whole(meeting))
            if len(found) < 2:
                found = self._among(meeting)
        if len(found) < 2 and len(everyone) < len(parties):
            return ()
        if len(found) < 2 and (pair := self._pair(encounter)) is not None:
            found += [actor for actor in self._last_two(pair) if actor not in found]
        if len(found) == 1:
            taken = any(s.start >= encounter.trigger.end and standing.is_attached(s, everyone) for s in meeting)
            found += [actor for actor in self._implied(encounter, kind, standing, taken) if actor not in found][:1]
        others = [actor for actor in found if not self._is_nameless_spokesperson(actor)]
        return tuple(others if len(others) > 1 else found)

    def _standing(self, trigger: Span, kind: ContactKind) -> Standing:
        others = [span for span in self._triggers if span != trigger]
        start, end = self._sentences.around(trigger.start)
        named = [m for actor in self._lookup.actors for m in actor.mentions if start <= m.start and m.end <= end]
        return Standing(self._article.text, (start, end), trigger, others, named, is_letter=kind == "letter")

    def _stands(self, party: Span, standing: Standing, parties: Sequence[Span]) -> bool:
        """Whether a party is named, here or elsewhere in the sentence, where it can take part."""
        if standing.takes_part(party, parties):
            return True
        actor = self._lookup.of(party)
        elsewhere = () if actor is None else self._lookup.actor(actor).mentions
        return any(standing.holds(m) and standing.takes_part(m, parties) for m in elsewhere)

    def _can_act(self, party: Span) -> bool:
        """Whether words for a party can mean somebody: a name, a pronoun, a noun for people; not "affected"."""
        if _SEAT.fullmatch(party.text) or party.text.startswith("of "):
            return False
        words = _WORD.findall(party.text)
        head = _OF.split(party.text)[0].rpartition(" ")[2]
        if _ANY.search(self._article.text, max(party.start - 30, 0), party.start):
            return False
        known = any(not w.islower() or w in PRONOUNS or noun(w) or agent_noun(w) for w in words)
        return known or not head.endswith(_HAPPENS)

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

    def _heads(self, spans: Sequence[Span]) -> list[Span]:
        """The words for parties, but of two that are one noun phrase ("Lantern" and "readers") the one it is about."""
        kept: list[Span] = []
        for span in sorted(spans, key=lambda span: (span.start, span.end)):
            between = self._article.text[kept[-1].end : span.start] if kept else ""
            beside = between == " " and not _JOINS.match(span.text) and "," not in kept[-1].text
            if beside and not self._is_pronoun(span) and not self._is_pronoun(kept[-1]):
                kept.pop()
            kept.append(span)
        return kept

    @staticmethod
    def _is_pronoun(span: Span) -> bool:
        return span.text.rpartition(" ")[2].lower() in PRONOUNS

    def _describes(self, span: Span) -> bool:
        """Whether words between commas are no name of their own."""
        actor = self._lookup.of(span)
        bare = actor is None or self._lookup.actor(actor).name is None
        return bare and self._article.text.startswith(",", span.end)

    def _named(self, span: Span) -> Iterable[str]:
        """Whom some words mean: one actor, or the two that "the two leaders" stands for."""
        actor = self._lookup.of(span)
        many = actor is not None and self._lookup.kind(actor) == "group" and _THEY.fullmatch(span.text) is not None
        if _PAIR.fullmatch(span.text) and not many and (actor is None or self._lookup.actor(actor).name is None):
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

    def _implied(self, encounter: Encounter, kind: ContactKind, standing: Standing, taken: bool) -> Iterator[str]:
        """Who may be the other party: the host of a visit, the speaker of "a meeting with Varga", then whoever is
        named before it where the one party is `taken` with it ("a meeting with Varga")."""
        if kind == "visit" and (host := self._lookup.of(encounter.place)) is not None:
            yield host
        over = self._over(encounter.trigger)
        if over is not None and self._is_own(over) and (taken or self._is_of_self(over)):
            yield over.chain[-1].actor
        if taken:
            yield from self._subject(encounter, over, standing)

    def _over(self, place: Span) -> Statement | None:
        """The innermost statement in whose content some words stand."""
        around = [s for s in self._statements if any(c.start <= place.start and place.end <= c.end for c in s.content)]
        return min(around, key=lambda s: sum(len(c.text) for c in s.content), default=None)

    def _is_own(self, statement: Statement) -> bool:
        """Whether a statement tells of what its speaker does or wants done."""
        speaker = statement.chain[-1].actor
        if speaker == self._lookup.outlet or self._lookup.is_spokesperson(speaker):
            return False
        return statement.act in _OWN or self._is_of_self(statement)

    @staticmethod
    def _is_of_self(statement: Statement) -> bool:
        return any(_SELF.search(span.text) for span in statement.content)

    def _subject(self, encounter: Encounter, over: Statement | None, standing: Standing) -> Iterator[str]:
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
            if standing.takes_part(mention, encounter.parties)
            if not any(span.start <= mention.start and mention.end <= span.end for span in self._spokespeople)
        ]
        yield from (id for _, id in sorted(before, reverse=True))
