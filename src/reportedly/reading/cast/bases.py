"""Why a source without a name would know, or what they are: "briefed on the talks", "engineers at the plant"."""

from __future__ import annotations

import re
from enum import IntEnum
from itertools import pairwise
from typing import Literal, NamedTuple

from reportedly.reading.cast.leads import NUMBERS
from reportedly.reading.cast.nouns import small_words
from reportedly.reading.cast.phrases import Phrase
from reportedly.reading.cast.tokens import is_capital, words_of


class Telling(IntEnum):
    """How much a basis tells of why somebody would know."""

    CALLED = 1  # what they are: "Treasury official", "lawyers"
    PLACED = 2  # and where they belong: "engineers at the plant"
    KNOWING = 3  # what they saw, heard or did: "briefed on the talks", "who were in the room"


class Basis(NamedTuple):
    """The words that tell why somebody would know, or what they are; `tail` are those behind the noun."""

    words: str
    tells: Telling
    tail: str = ""

    def joined(self, later: Basis | None) -> Basis:
        """This, with what a later mention adds: "envoys in Sarn, who had read it"."""
        if later is None or later.tells <= self.tells:
            return self
        if later.tells < Telling.KNOWING or not later.tail:
            return later
        return later._replace(words=f"{self.words}, {later.tail}")

    def of_member(self, own: Basis | None) -> Basis:
        """What tells of one of a group that has this: their own, where it tells as much and more than a noun does."""
        if own is None or own.tells is Telling.CALLED or own.tells != self.tells:
            return self.joined(own)
        return own


_ADD_NOTHING = NUMBERS.keys() | {*small_words("empty")}  # to what somebody is called
_VAGUE = frozenset(small_words("vague_source"))  # "a person": no word of what they are
_PLAIN = _VAGUE | {*small_words("plain_source")}  # "an official": little, unless it is said whose or where
_KNOWING = re.compile(
    r"(?<![\w-])(?:(?:who|whom) \w|(?:well-)?(?:briefed|informed)\b|familiar\b|acquainted\b|close to\b|"
    r"with (?:[\w-]+ ){0,3}(?:knowledge|sight)\b|involved\b|present\b|(?:not )?authori[sz]ed\b|taking part\b|"
    r"privy\b|assigned\b|aboard\b|inside\b|in the (?:room|know)\b|at the (?:table|talks)\b)"
)
_TAIL = re.compile(  # how words begin that tell of the noun before them
    r"(?:who|whom|whose|of|for|to|in|at|on|from|with|inside|within|near|close|under|behind|outside|aboard|around|"
    r"along|across|familiar|acquainted|privy|present|not|\w+ed|\w+ing|held|led|sent|an?)\b(?! question\b)"
)
_IDLE = re.compile(  # what they do as a source, which is no reason why they would know
    r"(?:(?:who (?:(?:was|were|is|are|(?:had|has|have) been) )?|we )?"
    r"(?:quoted|cited|polled|surveyed|interviewed|contacted|reached|named|identified|asked(?! to))|"
    r"who (?:(?:had|has|have|also|now|later|first|only|not|did|does|do|could|would|will) )*(?:"
    r"sa(?:id|ys?)|t(?:old|ells?)|(?:spoke|speaks?|talk(?:ed|s)?)(?! with)|claim(?:ed|s)?|th(?:inks?|ought)|"
    r"believe[sd]?|want(?:ed|s)?|wish(?:ed|es)?|prefer(?:red|s)?|insist(?:ed|s)?|request(?:ed|s)?|asked|asks?|"
    r"declin(?:ed|es?)|refus(?:ed|es?)|swears?|swore|remember(?:ed|s)?|credit(?:ed|s)|"
    r"vow(?:ed|s)?|hope[sd]?|fear(?:ed|s)?|whisper(?:ed|s)?|"
    r"expect(?:ed|s)?|confirm(?:ed|s)?|den(?:ie[sd]|y)|call(?:ed|s)|phone[sd]|rang|go(?:es)? by))\b"
)
_HIDING = re.compile(  # why they are not named, which is no reason why they would know
    r"\b(?:anonym\w+|be(?:ing)? (?:named|identified|quoted)|(?:his|her|their) (?:sur)?names?|nameless|"
    r"on (?:the )?condition|off the record)\b"
)
_SILENT = re.compile(r"\bnot (?:be )?(?:authori[sz]ed|allowed|permitted)\b")  # a weak reason
_PEOPLE = re.compile(r"[a-z]+(?:[^s\W]s|men)")
_OURS = (["our"], ["Our"], ["my"], ["My"])
_POSSESSIVE = re.compile(r" (['’]s?)(?= )")  # between words that were taken apart
_ALONE = ("aboard", "inside", "involved", "outside", "present")
_JOINT = re.compile(r",? (?:and|but|who|on|speaking|requesting|asking) |, ")
_BEHIND = re.compile(  # "who met U.S. Rep. Ada Renn"
    r",? ((?:[^.;:“”\"\n]|(?<=[ .][A-Z])\.|(?<=\b(?:Rep|Sen|Gov|Gen|Col))\.|"
    r"(?<=\b(?:Mr|Ms|Dr|St|Lt))\.|(?<=\bMrs)\.){4,140})"
)
_CUES = re.compile(r",?\s(?:said|says|told|say|added|adds|according|but|and (?:said|told))\b.*$", re.DOTALL)


def basis_of(text: str, start: int, end: int, phrase: Phrase) -> Basis | None:
    """Why those whom a text calls so would know: what follows the noun, and the noun where it tells what they are."""
    called = _called(phrase, text[start:end])
    tail = _tail_of(text, start, end, phrase)
    head = phrase.head
    if head is not None and head.kind not in ("person", "group"):
        called, tail = None, tail if tail is not None and _KNOWING.search(tail) else None
    if tail is None:
        if called is None or (not called.added and called.noun in _PLAIN):
            return None
        return Basis(called.words, Telling.KNOWING if called.added == "knowing" else Telling.CALLED)
    knowing = _KNOWING.search(tail) is not None
    bare = called is None or (not called.added and called.noun in (_PLAIN if knowing else _VAGUE))
    words = tail if called is None or bare else f"{called.words} {tail}"
    if _SILENT.search(tail):
        return Basis(words, Telling.CALLED)
    return Basis(words, Telling.KNOWING if knowing else Telling.PLACED, tail)


def _tail_of(text: str, start: int, end: int, phrase: Phrase) -> str | None:
    """What the words behind the noun tell of them, without why they are not named; None when they tell nothing."""
    if phrase.tail is not None and (told := _telling_part(text[start:end][slice(*phrase.tail)])) is not None:
        return told
    match = _BEHIND.match(text, end)
    if match is None or not _KNOWING.match(match[1]):
        return None
    words = _CUES.sub("", match[1]).split(",")[0].strip()
    return _telling_part(words) if words.count(" ") > 1 else None


def _telling_part(tail: str) -> str | None:
    tail = tail.strip(" ,")
    hiding = _HIDING.search(tail)
    if hiding is not None:
        ends = [match.start() for match in _JOINT.finditer(tail, 0, hiding.start())]
        if not ends:
            return None
        tail = tail[: ends[-1]]
    if _IDLE.match(tail) or not _TAIL.match(tail):
        return None
    return tail if " " in tail or tail in _ALONE else None


def _adds(word: str, after: str) -> bool:
    """Whether a word before a noun tells anything: "new" does not, but in "New York"."""
    return word.lower() not in _ADD_NOTHING or (word == "New" and is_capital(after))


class _Called(NamedTuple):
    """What they are called: with what is added to the noun of their kind, if it tells anything."""

    words: str
    noun: str
    added: Literal["knowing", "told", ""]


def _called(phrase: Phrase, text: str) -> _Called | None:
    """What they are called, with whose they are: "Treasury official", "his aides", "port worker"."""
    if phrase.core is None or phrase.shape != "noun":
        return None
    *modifiers, noun = [word for word, *_ in words_of(text[slice(*phrase.core)])]
    modifiers = [word for word, after in pairwise((*modifiers, noun)) if _adds(word, after)]
    unknown = phrase.head is None and phrase.number is None and phrase.owner is None
    if unknown and (phrase.determiner or not modifiers or not _PEOPLE.fullmatch(noun)):
        return None  # "the Lowland Star", "the request", but "brave medics"
    if any(_KNOWING.fullmatch(word) for word in modifiers):
        return _Called(" ".join(modifiers), noun, "knowing")
    sort = (phrase.head.word if phrase.head is not None else "") or noun.lower()
    whose = [] if phrase.owner is None else text[phrase.owner[0] : phrase.core[0]].split()
    if sort in _VAGUE and (sort != "people" or whose[:1] in _OURS):
        whose = []  # "our source" is the paper's
    whose = [word for word in whose if word.lower() not in _ADD_NOTHING]
    words = _POSSESSIVE.sub(r"\1", " ".join([*whose, *modifiers, noun]))
    return _Called(words, sort, "told" if whose or modifiers else "")
