"""Parts of a mention, by its words alone: where its core ends, and what follows "of" or "for" behind it."""

from __future__ import annotations

from reportedly.reading.cast.leads import CUT
from reportedly.reading.cast.nouns import Noun, agent_noun, noun, qualifies, small_words
from reportedly.reading.cast.proper import PARTICLES, is_name
from reportedly.reading.cast.tokens import Place, Token, is_capital

_PARTICIPLES = frozenset(small_words("participle"))
_INSIDE = PARTICLES | {"for", "and", "on"}  # words that may stand inside a name
_ADVISE_ON = frozenset(small_words("about_something"))


def head_of(word: str) -> Noun | None:
    """The noun that this word is, or seems to be by its ending."""
    return noun(word) or (None if is_capital(word) else agent_noun(word))


def core_end(tokens: list[Token]) -> int:
    """Where the core of a phrase ends: at a preposition, a relative pronoun, "such as", or a participle behind it."""
    seen = False
    for i, (word, *_) in enumerate(tokens):
        low = word.lower()
        if i and low in CUT and not (low in _INSIDE and _inside_name(tokens, i)) and not is_name(tokens, i):
            return i
        if i and low == "such" and [after.lower() for after, *_ in tokens[i + 1 : i + 2]] in ([], ["as"]):
            return i  # "voters such as Ada Renn"
        is_noun = head_of(word) is not None
        participle = low in _PARTICIPLES or low.endswith(("ed", "ing"))
        last = i + 1 == len(tokens) or head_of(tokens[i + 1][0]) is None  # not so in "media buying sources"
        if seen and participle and last and not is_noun and not is_capital(word):
            return i
        seen = seen or is_noun
    return len(tokens)


def _inside_name(tokens: list[Token], i: int) -> bool:
    after = tokens[i + 1 :]
    if after and after[0][0].lower() == "the":
        after = after[1:]
    before, joint = noun(tokens[i - 1][0]), tokens[i][0].lower()
    is_body = before is not None and before.kind == "organisation"
    if joint == "of" and is_body and after and after[0][0].isdigit():
        return True  # "Group of 20"
    if not after or not is_capital(tokens[i - 1][0]) or not is_capital(after[0][0]):
        return False
    if joint == "on":  # "Council on Foreign Relations", but "the council on Monday"
        return before is not None and before.word in _ADVISE_ON and not qualifies(after[0][0])
    if joint == "for":
        return is_body  # "Center for American Progress"
    if joint == "and":  # "Department for Work and Pensions"
        behind = noun(after[0][0])
        return any(token[0] == "for" for token in tokens[1:i]) and (behind is None or behind.kind != "person")
    if joint != "of" or any(token[0].lower() == "of" for token in tokens[:i]):
        return True
    return i == 1 if before is None else before.kind not in ("person", "document")


def complement_of(tail: list[Token]) -> Place | None:
    """Where the words behind "of", "for", "at", "from" or "to" stand, with which a tail begins."""
    if len(tail) < 2 or tail[0][0].lower() not in ("of", "for", "at", "from", "to"):
        return None
    stop = next(
        (i for i, token in enumerate(tail[1:], 1) if token[0].lower() in ("who", "which", "that", "whose")), None
    )
    inner = tail[1:stop]
    return (inner[0][1], inner[-1][2]) if inner else None
