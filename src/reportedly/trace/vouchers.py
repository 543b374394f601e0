"""Who vouches for one telling, and whether two who do are the same one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from reportedly.records import Actor, OriginKind
from reportedly.trace.kinship import Kinship
from reportedly.trace.publishers import NOBODY, Publishers
from reportedly.trace.told import Told, words_for
from reportedly.trace.wording import stems, stems_of, tokens

_TITLES = frozenset({"mr", "mrs", "ms", "dr", "sir"})
_SPOKEN, _OFFICES, _DOCUMENTS = stems_of("spoken"), stems_of("office"), stems_of("document")
_ANYBODY = stems_of("anybody") | stems_of("office")  # what many unnamed sources are called
_BEGINNING = 5  # letters that a name and the adjective made of it share
WEAK = frozenset({"unnamed", "own_reporting", "unheld"})
_BODIES = frozenset({"organisation", "government", "group", "place"})
_CONFIRMING = frozenset({"confirm", "agree"})
_ASKING = re.compile(r"\b(?:ask|question|wonder|inquir|enquir)\w*|\bwant(?:s|ed)? to know\b", re.IGNORECASE)
_QUOTES = " \"'”’»"
_ON_RECORD = frozenset({"on_record", "spokesperson"})
_DOING = frozenset(
    {"demand", "offer", "plan", "threaten", "agree", "expect", "promise", "propose", "urge", "rule_out", "accuse"}
)  # acts that can be told of somebody who has said nothing in public
_NO_RELAY = 2  # voices where the publishing outlet itself tells what somebody does


@dataclass(frozen=True, slots=True)
class Voucher:
    """Whoever a single telling goes back to.

    Vouchers that share a key are one; `stands_for` are the words of whom they speak for and what they are.
    """

    kind: OriginKind
    keys: frozenset[str]
    hop: Actor | None
    outlet: str  # the name of the outlet that they told
    owner: str | None  # whom it belongs to, where users say so
    stands_for: frozenset[str]
    body: bool  # an institution, without a person who spoke
    weak: bool  # only passes on what an outlet told
    principal: str | None = None  # the name of whom they speak for
    hops: int = 0  # outlets after the publishing one, which they told or which passed it on

    @property
    def only_cites(self) -> bool:
        """Whether an outlet that is held is all that is known of whom it comes from."""
        return self.kind == "own_reporting" and self.hops > 0

    @property
    def nameless(self) -> bool:
        """Whether somebody speaks on the record of whom the article gives no name: "the commandant"."""
        return self.kind == "on_record" and self.hop is not None and self.hop.name is None

    @property
    def named(self) -> bool:
        """Whether somebody speaks on the record by name."""
        return self.kind == "on_record" and self.hop is not None and self.hop.name is not None


@dataclass(frozen=True, slots=True)
class Profiles:
    """Words of the names, roles and principals of everybody who speaks in a story, by their entities.

    One article has "Ada Renn, spokeswoman of the port authority", another the port authority alone.
    """

    words: Mapping[str, frozenset[str]]
    bodies: frozenset[str] = frozenset()  # names that some article has for one

    @classmethod
    def of(cls, told: Iterable[Told]) -> Profiles:
        """The profiles of those in the chains of these statements; outlets and unnamed sources have none."""
        found: dict[str, set[str]] = defaultdict(set)
        bodies = set[str]()
        for one in told:
            for link, entity in zip(one.statement.chain, one.voices, strict=True):
                actor = one.reading.actor(link.actor)
                bodies |= {actor.name.lower()} if actor.kind in _BODIES and actor.name else set()
                if actor.kind != "outlet" and not actor.unnamed:
                    for known in (actor, *map(one.reading.actor, actor.speaks_for)):
                        found[entity].update(_stems([words_for(known), *known.roles]))
        return cls({entity: frozenset(words) for entity, words in found.items()}, frozenset(bodies))

    def known(self, voucher: Voucher) -> frozenset[str]:
        """All words that the story has for a voucher."""
        return voucher.stands_for.union(*(self.words.get(key, frozenset()) for key in voucher.keys))


NO_PROFILES = Profiles({})


def vouch(told: Told, held: Collection[str], publishers: Publishers = NOBODY) -> Voucher:
    """The first of the chain who is no outlet, with the outlet they told; an outlet when there is nobody else."""
    chain = told.statement.chain
    actors = [told.reading.actor(link.actor) for link in chain]
    last = 0  # of the outlets at the reader's side
    while last + 1 < len(actors) and actors[last + 1].kind == "outlet":
        last += 1
    outlet, name = told.voices[last], actors[last].name or "an outlet"
    is_held = outlet in held or last == 0 or actors[last].name is None
    agency = publishers.credited(told.reading.article) if last == 0 else None
    if agency is not None:
        outlet, name, is_held = agency.key, agency.name, agency.held
    owner = publishers.owner_of(outlet, name)
    outlet = owner or outlet
    if last + 1 == len(actors):
        if last and told.denied:  # the outlet's own word: no report tells what is not so
            own = frozenset({told.voices[last]})
            return Voucher("on_record", own, actors[last], name, owner, _stems([name]), True, False)
        passed_on = last > 0 or agency is not None
        weak = is_held and (passed_on or told.statement.sourcing != "outlet")
        kind: OriginKind = "own_reporting" if is_held else "unheld"
        own, hop = frozenset({f"own {outlet}"}), actors[last] if last else None
        return Voucher(kind, own, hop, name, owner, frozenset(), False, weak, hops=last)
    first, rest = actors[last + 1], range(last + 1, len(actors))
    words = _stems([words_for(first), *first.roles])
    principals = [actors[at] for at in rest[1:]]
    about = _stems(words_for(actor) for actor in principals[:1]) if first.speaks_for else frozenset()
    if first.unnamed and not first.speaks_for:
        kind = "unnamed" if is_held else "unheld"
        return Voucher(kind, frozenset({f"unnamed {outlet}"}), first, name, owner, words, False, False)
    if first.kind == "document":
        spoken = bool(words & _SPOKEN)
        keys = {told.voices[at] for at in rest[:2]}
        keys |= {f"document {stem}" for stem in words & _DOCUMENTS}
        author = _stems([words_for(actors[rest[1]])]) if len(rest) > 1 else frozenset[str]()
        stands_for = author or (words if spoken else author)
        return Voucher("document", frozenset(keys), first, name, owner, stands_for, False, False)
    named = frozenset(told.voices[at] for at in rest)
    kind = "spokesperson" if first.speaks_for or told.statement.sourcing == "spokesperson" else "on_record"
    body = first.kind in _BODIES and kind == "on_record"
    hearsay = len(rest) > (2 if first.speaks_for else 1)  # somebody named who tells what another says
    principal = principals[0].name if principals and first.speaks_for else None
    return Voucher(kind, named, first, name, owner, words | about, body, hearsay, principal)


def vouches(told: Told) -> bool:
    """Whether somebody says by this that it is so: not who denies or asks it, nor whose words say nothing themselves.

    Of these, "so it was" counts where it confirms; a scrap of a sentence has its meaning from words of somebody else.
    """
    statement = told.statement
    if told.denied or (told.anaphoric and statement.act not in _CONFIRMING):
        return False
    if statement.form != "indirect":
        return not statement.content[-1].text.rstrip(_QUOTES).endswith("?")
    cue = statement.chain.speaker.cue
    return cue is None or statement.act != "say" or not _ASKING.search(cue.text)


def confirms(told: Told, voucher: Voucher) -> bool:
    """Whether it is no copy: confirmed at first hand, on record or to this outlet, or in a document it has seen."""
    if voucher.kind == "document" and not voucher.hops and told.has_seen:
        return True
    if told.statement.act != "confirm":
        return False
    to_this_outlet = voucher.kind == "unnamed" and not voucher.hops and told.speaker == told.voices[1]
    return to_this_outlet or (voucher.kind in _ON_RECORD and not voucher.weak)


def retells(told: Told, voucher: Voucher, leak: Told, leaked_by: Voucher) -> bool:
    """Whether one only says that somebody plans or demands what unnamed sources told of them, in nobody's words."""
    return (
        leaked_by.kind == "unnamed"
        and voucher.kind == "on_record"
        and told.statement.form == "indirect"
        and told.statement.act in _DOING
        and len(told.voices) == _NO_RELAY
        and (told.speaker in leak.named or told.speaker == leak.speaker)
        and not (told.when and leak.when and told.when < leak.when)
    )


def is_one(one: Voucher, other: Voucher, profiles: Profiles = NO_PROFILES) -> bool:
    """Whether the two are one though they share no key: a body and who speaks for it, two names of one."""
    if one.kind == other.kind == "unnamed":
        return _described_alike(one, other)
    if one.kind == other.kind == "document":
        return one.hop is not None and other.hop is not None and bool(_called(one.hop) & _called(other.hop))
    if one.kind in WEAK or other.kind in WEAK:
        return False
    return _colleagues(one, other) or any(
        _speaks_for(speaker, body, profiles) for speaker, body in ((one, other), (other, one))
    )


def describes(described: Voucher, speaker: Voucher, profiles: Profiles = NO_PROFILES) -> bool:
    """Whether somebody without a name is called by nothing but what the speaker is: "her spokesman"."""
    if described.kind in WEAK or speaker.kind in WEAK:
        return False
    if described.hop is None or speaker.hop is None or described.hop.name is not None:
        return False
    own = _stems([words_for(described.hop)])
    if own and _within(own, profiles.known(speaker)):
        return True
    of_others = described.principal and speaker.principal and described.principal != speaker.principal
    return described.kind == speaker.kind == "spokesperson" and not of_others


def is_lead(one: Told, other: Told, one_by: Voucher, other_by: Voucher) -> bool:
    """Whether the first leaves unnamed whom the second, later in the same article, quotes by name."""
    return (
        one.place.article == other.place.article
        and one.at < other.at
        and one_by.kind == "unnamed"
        and other_by.kind in _ON_RECORD
    )


def echoes(later: Told, earlier: Told, later_by: Voucher, earlier_by: Voucher) -> bool:
    """Whether unnamed sources of an outlet are those of an earlier one: "insiders", or as many, who told it nothing."""
    ours, theirs = later_by.hop, earlier_by.hop
    if not later_by.kind == earlier_by.kind == "unnamed" or ours is None or theirs is None or not theirs.count:
        return False
    if later_by.keys == earlier_by.keys or not (later.when and earlier.when and earlier.when < later.when):
        return False
    told_here = any(link.addressees for link in later.statement.chain if link.actor == ours.id)
    return not told_here and (not ours.count or ours.count == theirs.count > 1)


def copied(earlier: Told, later: Told, earlier_by: Voucher, later_by: Voucher, kinship: Kinship) -> bool:
    """Whether a telling was taken over from an earlier article, and names nobody new."""
    if _both_copied(earlier, later, earlier_by, later_by, kinship):
        return True
    above = kinship.ancestors.get(later.place.article, frozenset())
    if earlier.place.article not in above and earlier.outlet not in later.voices[1:]:
        return False
    if later_by.kind in WEAK or later_by.body:
        return True
    if set(earlier.voices[1:]) & set(later.voices[1:]):
        return True
    return earlier_by.kind == later_by.kind == "document" or (later_by.nameless and later_by.kind == earlier_by.kind)


def _both_copied(one: Told, other: Told, one_by: Voucher, other_by: Voucher, kinship: Kinship) -> bool:
    """Whether two articles that were made from a third have the same words from sources of the same description."""
    if not one_by.kind == other_by.kind == "unnamed" or not one.stems or set(one.stems) != set(other.stems):
        return False
    ours, theirs = one.place.article, other.place.article
    return ours != theirs and one_by.stands_for == other_by.stands_for and kinship.siblings(ours, theirs)


def _described_alike(one: Voucher, other: Voucher) -> bool:
    """Whether unnamed sources of two outlets are described in the same words, and not as anybody may be."""
    short, long = sorted((one.stands_for - _ANYBODY, other.stands_for - _ANYBODY), key=len)
    return bool(short) and _within(short, long)


def _colleagues(one: Voucher, other: Voucher) -> bool:
    """Whether one is the body or the office that the other speaks for, or the other under a shorter name."""
    if _is_short(one.hop, other.hop) or _is_short(other.hop, one.hop):
        return True
    same_office = one.kind == other.kind == "spokesperson"
    if not (same_office or one.body or other.body or one.nameless or other.nameless):
        return False
    a, b = one.stands_for - _OFFICES, other.stands_for - _OFFICES
    if not a or not b:
        a, b = one.stands_for, other.stands_for
    return len(a & b) / (min(len(a), len(b)) or 1) >= 0.5


def _speaks_for(speaker: Voucher, body: Voucher, profiles: Profiles) -> bool:
    """Whether the story says somewhere that the speaker is of this body."""
    if body.hop is None or not (body.body or body.nameless or (body.hop.name or "").lower() in profiles.bodies):
        return False
    named, known = _stems([words_for(body.hop)]), profiles.known(speaker)
    own = named - _OFFICES
    return _within(own, known) if own else bool(named & known)


def _is_short(one: Actor | None, other: Actor | None) -> bool:
    """Whether one is a person by the last name of the other."""
    if one is None or other is None or not one.name or not other.name or not one.kind == other.kind == "person":
        return False
    short, full = ([w for w in name.lower().split() if w.rstrip(".") not in _TITLES] for name in (one.name, other.name))
    return 0 < len(short) < len(full) and short[-1] == full[-1] and set(short) <= set(full)


def _within(words: Collection[str], others: Collection[str]) -> bool:
    """Whether each word, or one that begins like it, is among the others: Kessary, Kessarian."""
    return all(any(_alike(word, other) for other in others) for word in words)


def _alike(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) >= _BEGINNING and one[:_BEGINNING] == other[:_BEGINNING])


def _called(actor: Actor) -> frozenset[str]:
    return _stems([words_for(actor)])


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(stems(tokens(" ".join(texts))))
