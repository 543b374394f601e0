"""Which of several tellings of a claim a reader understands alone: whole, and with the names of those it is about."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.trace import wording
from reportedly.trace.told import Told

SPEAKING = 4  # stems of a content that can stand for its claim
ALIKE = 0.7  # of the stems of the one that has fewer, what two tellings share that word the same claim
_BESIDE = 40  # letters between who speaks, the cue and the content
_POINTING = wording.PRONOUNS | {"this", "that", "these", "those", "such", "so", "here", "there"}
_HALVING = frozenset(["to", "for", "of", "about", "on", "as", "with", "from", "by", "that", "whether", "if", "how"])


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
    """The words of a telling, with who says so where they say little alone: "Petrak has accepted the offer"."""
    content, speaker = told.statement.content, told.statement.chain.speaker
    words = " … ".join(piece.text for piece in content)
    if len(told.stems) >= SPEAKING or told.statement.form == "direct" or len(content) > 1 or not told.who:
        return words
    if speaker.mention is None or speaker.cue is None:
        return words
    between = speaker.cue.start - speaker.mention.end, content[0].start - speaker.cue.end
    text = told.reading.article.text[speaker.cue.start : content[0].end]
    return f"{told.who} {text}" if all(0 < gap <= _BESIDE for gap in between) and "\n" not in text else words


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
