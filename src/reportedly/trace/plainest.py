"""Which of several tellings of a claim a reader understands alone: whole, and with the names of those it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reportedly.trace import wording
from reportedly.trace.told import Told

SPEAKING = 4  # stems of a content that can stand for its claim
ALIKE = 0.7  # of the stems of the one that has fewer, what two tellings share that word the same claim
_BESIDE = 80  # letters between who speaks, the cue and the content, in which may stand who is told
_OWNING = re.compile(r"(?:\A(?:my|our|his|her|its|their|whose)|[’'][sS]|s[’'])\Z")  # "his plea", "Renn's plea"
_APART = re.compile(r"[.!?;:]\s|\n")  # between these what is said belongs to somebody else
_POINTING = wording.PRONOUNS | {"this", "that", "these", "those", "such", "so", "here", "there"}
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
    return min([first, *(told for told in speaking if _alike(told, first) >= ALIKE)], key=_leaning)


def as_worded(told: Told) -> str:
    """The words of a telling, with who says so where they are no sentence alone: "Petrak urged Vale to sell"."""
    content, speaker = told.statement.content, told.statement.chain.speaker
    first, *more = (piece.text for piece in content)
    words = " … ".join((first, *more))
    if told.statement.form == "direct" or not told.who or (len(told.stems) >= SPEAKING and _is_clause(first)):
        return words
    if speaker.mention is None or speaker.cue is None or _OWNING.search(speaker.mention.text):
        return words
    article = told.reading.article.text
    between = article[speaker.mention.end : speaker.cue.start], article[speaker.cue.end : content[0].start]
    if not all(0 < len(gap) <= _BESIDE and _APART.search(gap) is None for gap in between):
        return words
    return " … ".join((f"{told.who} {article[speaker.cue.start : content[0].end]}", *more))


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
