"""Which of several tellings of a claim a reader understands alone: whole, and with the names of those it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.records import Statement
from reportedly.trace import wording
from reportedly.trace.told import Told, words_for, words_in_place

SPEAKING = 4  # stems of a content that can stand for its claim
ALIKE = 0.7  # of the stems of the one that has fewer, what two tellings share that word the same claim
_BESIDE = 80  # letters between who speaks, the cue and the content, in which may stand who is told
_OWNING = re.compile(r"(?:\A(?:my|our|his|her|its|their|whose)|[’'][sS]|s[’'])\Z")  # "his plea", "Renn's plea"
_APART = re.compile(r"[.!?;:]\s|\n")  # between these what is said belongs to somebody else
_POINTING = wording.PRONOUNS | {"this", "that", "these", "those", "such", "so", "here", "there"}
_INSTEAD = frozenset(["he", "she", "it", "they", "his", "her", "its", "their"])
_PART = frozenset(["to", "for", "of", "about", "on", "as", "with", "from", "by", "in", "at", "into", "against"])
_HALVING = _PART - {"in", "at", "into", "against"} | {"that", "whether", "if", "how"}
_RELATIVE = frozenset(["who", "whom", "whose", "which", "that", "where", "when", "while", "after", "before", "because"])
_HELPING = frozenset(
    (
        "am", "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "can", "could", "may",
        "might", "must", "shall", "should", "do", "does", "did",
    )
)  # fmt: skip


def plainest(tellings: Sequence[Told]) -> Told:
    """The first telling that says by itself what it is about, and the fullest where none does.

    One in much the same words that is whole, or calls by name whom the first does not, takes its place; no other
    does: what is gathered into one claim is not always one proposition.
    """
    speaking = [told for told in tellings if not told.anaphoric and len(told.stems) >= SPEAKING]
    named = (told for told in speaking if told.named)
    first = next(named, None) or max(tellings, key=lambda told: len(told.stems))
    alike = [first, *(told for told in speaking if _alike(told, first) >= ALIKE)]
    return min(alike, key=lambda told: (_leaning(told), len(told.statement.content)))


def as_worded(told: Told) -> str:
    """The words of a telling, with who says so where they are no sentence alone: "Petrak urged Vale to sell".

    So they are with a pronoun in the place of whom they begin with: "Petrak said she would sell".
    """
    content = told.statement.content
    words = " … ".join(piece.text for piece in content)
    if told.statement.form == "direct" or (len(told.stems) >= SPEAKING and _is_whole(content[0].text)):
        return words
    before = _who_says(told, told.statement, content[0].start)
    return words if before is None else f"{before}{words}"


def as_denied(told: Told) -> str | None:
    """The words of a telling with who denies it: "Petrak denied that the quay would close"; None where nobody does."""
    speaker = told.denier.chain.speaker if told.denier is not None else None
    if told.denier is None or speaker is None or speaker.cue is None:
        return None
    first, *more = (piece.text for piece in told.statement.content)
    start, cue = told.statement.content[0].start, speaker.cue
    before = _who_says(told, told.denier, start)
    if before is None:  # "the quay would close, Petrak denied", "Petrak's denial of a closure"
        near = 0 <= start - cue.end <= _BESIDE
        before = told.reading.article.text[cue.start : start] if near else f"{cue.text} … "
        owned = speaker.mention is not None and _OWNING.search(speaker.mention.text)
        before = before if owned else f"{words_for(told.reading.actor(speaker.actor))} {before}".lstrip()
    return before + " … ".join((first, *more))


def _who_says(told: Told, statement: Statement, start: int) -> str | None:
    """The words of the article from who speaks up to a content that begins at `start`; None where it has none there."""
    speaker = statement.chain.speaker
    if speaker.mention is None or speaker.cue is None or _OWNING.search(speaker.mention.text):
        return None
    article = told.reading.article.text
    between = article[speaker.mention.end : speaker.cue.start], article[speaker.cue.end : start]
    if not all(0 < len(gap) <= _BESIDE and _APART.search(gap) is None for gap in between):
        return None
    who = words_in_place(speaker, told.reading.actor(speaker.actor))
    if "," in who:  # "Ada Renn, the mayor of Elswick", which a comma ends
        who = words_for(told.reading.actor(speaker.actor)) or who
    return f"{who} {article[speaker.cue.start : start]}" if who else None


def _is_whole(words: str) -> bool:
    """Whether words tell something, of somebody who is not a pronoun."""
    return next(iter(wording.tokens(words)), "").lower() not in _INSTEAD and _is_clause(words)


def _is_clause(words: str) -> bool:
    """Whether words tell something, and not but what is wanted, or of which something is said: "the law that fell"."""
    first, *more = wording.tokens(words) or [""]
    low = wording.split_negations([first, *more])
    verb = next((at for at, word in enumerate(low) if word in _HELPING or wording.looks_back([word])), None)
    return first not in _PART and verb is not None and _RELATIVE.isdisjoint(low[:verb])


def _alike(one: Told, other: Told) -> float:
    """The share of their words as they stand, pronouns left as such: a name alone makes nothing alike."""
    ours, theirs = (
        {stem for piece in told.statement.content for stem in wording.stems(wording.tokens(piece.text))}
        - wording.PRONOUNS
        for told in (one, other)
    )
    return len(ours & theirs) / (min(len(ours), len(theirs)) or 1)


def _leaning(told: Told) -> int:
    """How much it needs the words around it."""
    opening = next(iter(wording.tokens(told.statement.content[0].text)), "")
    if opening in _HALVING:  # in small letters: "For years they waited" is whole
        return 2
    return int(opening.lower() in _POINTING or not _is_by_name(told))


def _is_by_name(told: Told) -> bool:
    """Whether the first of those whom it is about, who have names, is called by one."""
    named = (
        (span.start, -span.end, span.text, actor.name)
        for actor in told.reading.actors
        for span in actor.mentions
        if actor.name and any(piece.start <= span.start and span.end <= piece.end for piece in told.statement.content)
    )
    *_, text, name = min(named, default=("", ""))
    words = _bare(text)
    return any(word[0].isupper() for word in words) or [*map(str.lower, words)] == [*map(str.lower, _bare(name))] != []


def _bare(name: str) -> list[str]:
    return [word for word in wording.tokens(name) if word.lower() not in wording.STOPS]
