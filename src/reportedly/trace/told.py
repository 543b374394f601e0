"""A statement with all that it is compared by: its words with pronouns made names, its numbers, its voices, its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.records import Actor, Link, Place, Reading, Statement
from reportedly.trace import wording
from reportedly.trace.bodies import with_bodies
from reportedly.trace.contents import bare_stems, figures_in, lies_in, quoted_stems, resolved, stems_around
from reportedly.trace.sentences import sentences
from reportedly.trace.traits import moment

Key = tuple[str, str]  # an actor: the id of the article and its own
Days = tuple[str, str]

_NAMELESS = re.compile(
    r"(?:that (?:he|she|they) )?(?:not to be (?:named|identified|quoted)|to (?:remain|stay) anon|anonym)"
)
_A_REPORT = re.compile(r"\b(?:reports?|account|story|stories|article|allegations?|claims?)\b", re.IGNORECASE)
_SEEN = re.compile(r"\b(?:seen|obtained|reviewed|read|viewed|examined)(?: by\b|$)")
_SAYS_NO = re.compile(r"\b(?:no|not|never|nobody|none|nothing|nowhere|neither|nor|cannot)\b|n['’]t\b", re.IGNORECASE)
_DENYING = re.compile(
    r"(?<!\w)(?:den(?:y|ies|ied|ying|ial)|reject\w*|contradict\w*|refut\w*|dismiss\w*|disput\w*|rul\w+ out|tosh)(?!\w)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, eq=False)
class Told:
    """One statement of one article, and what it is compared by."""

    place: Place
    reading: Reading
    statement: Statement
    at: int  # where the content begins
    when: datetime | None
    text: str  # the content with pronouns replaced by names
    stems: tuple[str, ...]  # of the words that carry meaning
    trigrams: frozenset[str]
    figures: tuple[wording.Figure, ...]
    days: frozenset[Days]
    quoted: frozenset[str]
    named: frozenset[str]  # entities that the content mentions
    negated: bool
    denied: bool  # by the cue: "denied that …"
    denier: Statement | None  # the one that denies it, this one or one that it stands in
    hedges: int
    firm: int
    weak: int
    conditional: bool
    unreal: bool
    subject: str | None  # the entity that the content mentions first
    ahead: bool
    back: bool
    anaphoric: bool  # says nothing of its own: "it", "the figure"
    voices: tuple[str, ...]  # entities of the chain, the publishing outlet first
    within: int  # of them those of the statement inside which it stands; 0 where it stands in none
    speaker: str
    who: str  # the words for the speaker; "" where the article has none
    speaker_names: frozenset[str]
    around: frozenset[str]  # stems of the sentences that it stands in, and of those next to them

    @property
    def by_day(self) -> bool:
        """Whether the article tells on which day it was published, and not when."""
        return len(self.reading.article.published or "") == len("2031-03-14")

    @property
    def outlet(self) -> str:
        """The entity of the publishing outlet."""
        return self.voices[0]

    @property
    def first_hand(self) -> tuple[str, ...]:
        """The voices up to who says it in this article: what that one reports of others, these need not have said."""
        return self.voices[: self.within or len(self.voices)]

    @property
    def has_seen(self) -> bool:
        """Whether it is from a document that is said to be in the hands of somebody: "a paper seen by the Post"."""
        return _SEEN.search(self.who) is not None

    def alike(self, other: Told) -> float:
        """The share of the stems of the content that has fewer that are also in the other one."""
        ours, theirs = set(self.stems), set(other.stems)
        return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)

    def other_figures(self, other: Told) -> list[wording.Figure]:
        """The numbers that the other one does not have."""
        values = {figure.value for figure in other.figures}
        return [figure for figure in self.figures if figure.value not in values]


def tell_all(readings: Iterable[Reading], entity_of: Mapping[Key, str]) -> list[Told]:
    """Every statement of these readings that may carry a claim, ready to be compared.

    Who declined to say something, or asked not to be named, claimed nothing by it: of 547 statements that were
    declined, in stories whose claims are known, 11 carry one.
    """
    corrected = with_bodies(readings, entity_of)
    return [told for reading in corrected for told in _tell(reading, entity_of) if not _claims_nothing(told)]


def _claims_nothing(told: Told) -> bool:
    return told.statement.status == "declined" or _NAMELESS.match(told.statement.content[0].text) is not None


def words_for(actor: Actor) -> str:
    """The name of an actor, or the longest words that the text has for somebody without one; "" for pronouns alone."""
    if actor.name:
        return actor.name
    return max(actor.descriptions, key=len, default="") or ", ".join(actor.roles)


def words_in_place(link: Link, actor: Actor) -> str:
    """The words that the article has for the actor in this place; the name for a pronoun or where nobody is named."""
    if link.mention is None or link.mention.text.lower() in wording.PRONOUNS:
        return words_for(actor)
    return link.mention.text


def _tell(reading: Reading, entity_of: Mapping[Key, str]) -> Iterable[Told]:
    article, when = reading.article, moment(reading.article)
    actors = {actor.id: actor for actor in reading.actors}
    mentions = sorted(
        ((span, actor) for actor in reading.actors for span in actor.mentions), key=lambda m: (m[0].start, -m[0].end)
    )
    told = sorted(reading.statements, key=lambda s: (s.content[0].start, -s.content[-1].end))
    before: Told | None = None
    so_far: dict[str, Told] = {}
    held = sentences(article.text)
    for statement in told:
        speaker = actors[statement.chain.speaker.actor]
        inside = [(span, actor) for span, actor in mentions if lies_in(span, statement.content)]
        text = " … ".join(resolved(piece, inside, speaker, statement.form) for piece in statement.content)
        words = wording.tokens(text)
        low = wording.split_negations(words)
        meaning = [s for s in wording.stems(words) if s not in wording.PRONOUNS]
        anaphoric = len(bare_stems(statement, inside)) == 0
        days = frozenset(
            (t.from_, t.to)
            for t in reading.timexes
            if t.span and t.from_ and t.to and lies_in(t.span, statement.content)
        )
        negated = wording.is_negated(low)
        speaks = entity_of[article.id, statement.chain.speaker.actor]
        outer = so_far.get(statement.within or "")
        denier = _denier(statement, text, speaks, outer)
        one = Told(
            place=Place(article=article.id, statement=statement.id),
            reading=reading,
            statement=statement,
            at=statement.content[0].start,
            when=when,
            text=text,
            stems=tuple(meaning),
            trigrams=wording.trigrams(words),
            figures=tuple(figures_in(statement.content, reading)),
            days=days,
            quoted=quoted_stems(statement),
            named=frozenset(entity_of[article.id, actor.id] for _, actor in inside),
            negated=negated or denier is not None,
            denied=denier is not None,
            denier=denier,
            hedges=wording.hedges(low),
            firm=wording.firm_words(low),
            weak=wording.weak_words(low),
            conditional=wording.is_conditional(low),
            unreal=wording.is_unreal(low) or statement.status == "expected",
            subject=next((entity_of[article.id, actor.id] for _, actor in inside), None),
            ahead=wording.looks_ahead(low) or statement.status == "expected",
            back=wording.looks_back(low),
            anaphoric=anaphoric,
            voices=tuple(entity_of[article.id, link.actor] for link in statement.chain),
            within=len(outer.voices) if outer is not None else 0,
            speaker=speaks,
            who=words_in_place(statement.chain.speaker, speaker),
            around=stems_around(statement, held),
            speaker_names=frozenset(wording.stems(wording.tokens(" ".join([words_for(speaker), *speaker.roles])))),
        )
        if anaphoric and before is not None:
            one = _borrowed(one, _meant(one, so_far.values()) or before)
        if not anaphoric:
            before = one
        so_far[statement.id] = one
        yield one


def _denier(statement: Statement, text: str, speaker: str, outer: Told | None) -> Statement | None:
    """The statement that denies this one: itself, or that of the same speaker around it ("denied reports that …").

    What the reports say is not denied by them: of the cues before theirs none is asked. A content with a "no" may be
    what the deniers say for themselves; one with "failed" is what they deny.
    """
    cue, own = statement.chain.speaker.cue, list(statement.chain)[len(outer.voices) if outer is not None else 0 :]
    cues = cue.text if cue else " ".join(link.cue.text for link in own if link.cue is not None)
    if statement.status == "declined":
        return None
    if statement.form != "direct" and _DENYING.search(cues) and not _SAYS_NO.search(text):
        return statement
    return outer.denier if outer is not None and outer.speaker == speaker else None


def _meant(one: Told, so_far: Iterable[Told]) -> Told | None:
    """The latest that another outlet or somebody unnamed is reported to have said, where "the report" is pointed at."""
    if not _A_REPORT.search(one.statement.content[0].text):
        return None
    speaker = one.statement.chain.speaker.actor
    relayed = (told for told in so_far if told.statement.chain.speaker.actor != speaker and _is_relayed(told))
    return max(relayed, key=lambda told: told.at, default=None)


def _is_relayed(told: Told) -> bool:
    first = told.reading.actor(told.statement.chain[1].actor) if len(told.voices) > 1 else None
    return first is not None and not told.anaphoric and (first.kind == "outlet" or first.unnamed)


def _borrowed(one: Told, before: Told) -> Told:
    """A statement that only points at the one before it, with that one's words."""
    return replace(
        one,
        text=f"{before.text} ({one.text})",
        stems=before.stems,
        trigrams=before.trigrams,
        figures=one.figures or before.figures,
        days=one.days or before.days,
        quoted=before.quoted,
        named=one.named | before.named,
        hedges=before.hedges,
        firm=before.firm,
        weak=before.weak,
        conditional=before.conditional,
        unreal=before.unreal,
        subject=before.subject,
        ahead=before.ahead,
        back=before.back,
    )
