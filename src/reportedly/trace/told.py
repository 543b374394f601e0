"""A statement with all that it is compared by: its words with pronouns made names, its numbers, its voices, its day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from reportedly.records import Actor, Link, Place, Reading, Span, Statement
from reportedly.trace import wording
from reportedly.trace.sentences import sentences
from reportedly.trace.traits import moment

Key = tuple[str, str]  # an actor: the id of the article and its own
Days = tuple[str, str]

_FIRST_PERSON = re.compile(r"(?<!\w)(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|mine|ours)(?!\w)")
_WHOSE = {"his", "their", "its", "my", "our", "whose"}
_NAMELESS = re.compile(
    r"(?:that (?:he|she|they) )?(?:not to be (?:named|identified|quoted)|to (?:remain|stay) anon|anonym)"
)
_BESIDE = 40  # letters between a cue and what it introduces: "denied in a letter on Friday that …"
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
    def denial(self) -> str | None:
        """The words that deny it, and what they deny: "denied that the quay would close"; None where none do."""
        cue = self.denier.chain.speaker.cue if self.denier is not None else None
        if cue is None:
            return None
        first, *more = self.statement.content
        text = self.reading.article.text
        before = f"{cue.text} … " if not 0 <= first.start - cue.end <= _BESIDE else text[cue.start : first.start]
        return before + " … ".join(piece.text for piece in (first, *more))

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
    return [told for reading in readings for told in _tell(reading, entity_of) if not _claims_nothing(told)]


def _claims_nothing(told: Told) -> bool:
    return told.statement.status == "declined" or _NAMELESS.match(told.statement.content[0].text) is not None


def words_for(actor: Actor) -> str:
    """The name of an actor, or the longest words that the text has for somebody without one; "" for pronouns alone."""
    if actor.name:
        return actor.name
    return max(actor.descriptions, key=len, default="") or ", ".join(actor.roles)


def _words_of(link: Link, actor: Actor) -> str:
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
        inside = [(span, actor) for span, actor in mentions if _within(span, statement.content)]
        text = " … ".join(_resolved(piece, inside, speaker, statement.form) for piece in statement.content)
        words = wording.tokens(text)
        low = wording.split_negations(words)
        meaning = [s for s in wording.stems(words) if s not in wording.PRONOUNS]
        anaphoric = len(_bare(statement, inside)) == 0
        days = frozenset(
            (t.from_, t.to)
            for t in reading.timexes
            if t.span and t.from_ and t.to and _within(t.span, statement.content)
        )
        negated = wording.is_negated(low)
        speaks = entity_of[article.id, statement.chain.speaker.actor]
        outer = so_far.get(statement.within or "")
        denier = _denier(statement, negated, speaks, outer)
        one = Told(
            place=Place(article=article.id, statement=statement.id),
            reading=reading,
            statement=statement,
            at=statement.content[0].start,
            when=when,
            text=text,
            stems=tuple(meaning),
            trigrams=wording.trigrams(words),
            figures=tuple(_figures(statement.content, reading)),
            days=days,
            quoted=_quoted(statement),
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
            who=_words_of(statement.chain.speaker, speaker),
            around=_around(statement, held),
            speaker_names=frozenset(wording.stems(wording.tokens(" ".join([words_for(speaker), *speaker.roles])))),
        )
        if anaphoric and before is not None:
            one = _borrowed(one, before)
        if not anaphoric:
            before = one
        so_far[statement.id] = one
        yield one


def _denier(statement: Statement, negated: bool, speaker: str, outer: Told | None) -> Statement | None:
    """The statement that denies this one: itself, or that of the same speaker around it ("denied reports that …").

    What the reports say is not denied by them: of the cues before theirs none is asked.
    """
    cue, own = statement.chain.speaker.cue, list(statement.chain)[len(outer.voices) if outer is not None else 0 :]
    cues = cue.text if cue else " ".join(link.cue.text for link in own if link.cue is not None)
    if statement.status == "declined":
        return None
    if not negated and statement.form != "direct" and _DENYING.search(cues):
        return statement
    return outer.denier if outer is not None and outer.speaker == speaker else None


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


def _within(span: Span, content: Sequence[Span]) -> bool:
    return any(piece.start <= span.start and span.end <= piece.end for piece in content)


def _resolved(piece: Span, inside: Sequence[tuple[Span, Actor]], speaker: Actor, form: str) -> str:
    """The words of a piece of content, its pronouns and bare titles made names; "we" is the speaker."""
    out, at = [], piece.start
    for span, actor in inside:
        if span.start < at or span.end > piece.end or not actor.name:
            continue
        if span.text.lower() in wording.PRONOUNS or (
            actor.name.lower() not in span.text.lower() and len(span.text) < 40
        ):
            whose = _is_whose(span.text, piece.text[span.end - piece.start :])
            out += [piece.text[at - piece.start : span.start - piece.start], f"{actor.name}'s" if whose else actor.name]
            at = span.end
    text = "".join([*out, piece.text[at - piece.start :]])
    name = speaker.name
    if form != "indirect" and name:
        text = _FIRST_PERSON.sub(lambda own: f"{name}'s" if own[0].lower() in _WHOSE else name, text)
    return text


def _is_whose(word: str, behind: str) -> bool:
    """Whether a pronoun says whose the next thing is; of "her" the words behind it tell."""
    if word.lower() != "her":
        return word.lower() in _WHOSE
    following = wording.tokens(behind)[:1] if behind.startswith(" ") else []
    return following != [] and following[0].lower() not in wording.STOPS


def _bare(statement: Statement, inside: Sequence[tuple[Span, Actor]]) -> list[str]:
    """The stems of the content that are not names of actors."""
    words = [stem for piece in statement.content for stem in wording.stems(wording.tokens(piece.text))]
    names = {s for span, actor in inside for s in wording.stems(wording.tokens(span.text))}
    pointing = wording.stems_of("pointing")
    rest = [word for word in words if word not in names and word not in pointing]
    numbers = any(wording.figures(wording.tokens(piece.text)) for piece in statement.content)
    return rest or (["#"] if numbers and not rest else [])


def _figures(content: Sequence[Span], reading: Reading) -> Iterable[wording.Figure]:
    """Numbers of the content that are no part of a date."""
    for piece in content:
        text = list(piece.text)
        for timex in reading.timexes:
            if timex.span and _within(timex.span, content):
                for at in range(max(timex.span.start, piece.start), min(timex.span.end, piece.end)):
                    text[at - piece.start] = " "
        yield from wording.figures(wording.tokens("".join(text)))


def _quoted(statement: Statement) -> frozenset[str]:
    """Stems of the words in quotation marks; all of them when the content is a quotation."""
    pieces = [piece.text for piece in statement.content]
    if statement.form != "direct":
        pieces = [match for piece in pieces for match in re.findall(r"[“\"«„']([^”\"»“]{3,}?)[”\"»]", piece)]
    return frozenset(stem for piece in pieces for stem in wording.stems(wording.tokens(piece)))


def _around(statement: Statement, held: Sequence[tuple[int, int, frozenset[str]]]) -> frozenset[str]:
    first, last = statement.content[0].start, statement.content[-1].end
    inside = [at for at, (start, end, _) in enumerate(held) if start < last and first < end]
    if len(inside) > 4:  # one that reports on a whole article
        return frozenset()
    return frozenset().union(*(stems for _, _, stems in held[max(0, inside[0] - 1) : inside[-1] + 2]))
