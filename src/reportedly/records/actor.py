"""Whoever speaks, is spoken for, is addressed, meets or is met, within one article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

from reportedly.records.article import Span
from reportedly.records.values import Count

ActorKind = Literal["person", "organisation", "government", "group", "place", "document", "outlet"]
ACTOR_KINDS: tuple[ActorKind, ...] = get_args(ActorKind)

SOMEBODY = "somebody"
_RELATIVE = re.compile(r"(?<! of)(?<! like)(?<=\w),? (?:who|which|that)\Z")  # "the fire chief, who"
PRONOUNS = frozenset((
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself", "they", "them", "their",
    "theirs", "themselves", "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you",
    "your", "yours", "yourself", "who", "whom", "whose", "which", "that",
))  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One actor of one article, with every mention that refers to it.

    `name` is the fullest in the article, None when the text gives none. "Three officials briefed on the
    preparations" are `unnamed`, `count` 3, `basis` "briefed on the preparations". `speaks_for` holds the
    ids of a spokesperson's principals.
    """

    id: str
    kind: ActorKind
    name: str | None = None
    roles: tuple[str, ...] = ()
    unnamed: bool = False
    count: Count | None = None
    basis: str | None = None
    speaks_for: tuple[str, ...] = ()
    mentions: tuple[Span, ...] = ()

    @property
    def label(self) -> str:
        """What to call the actor, on one line."""
        return self.label_here(None)

    def label_here(self, mention: Span | None) -> str:
        """What to call the actor: its name, else the words of this mention, of the last or any other, or of a role.

        Whoever has nothing but pronouns is "somebody", a body its kind. One line.
        """
        before = [other for other in self.mentions if mention is not None and other.start <= mention.start]
        here = _described([mention, *reversed(before)] if mention is not None else [])
        words = (" ".join(word.split()) for word in (self.name or "", *here, *self.descriptions, *self.roles))
        nothing = SOMEBODY if self.mentions and self.kind in ("person", "group") else self.kind
        return next(filter(None, words), nothing)

    @property
    def descriptions(self) -> tuple[str, ...]:
        """What the text calls the actor, in its order.

        Pronouns call nobody anything, nor do words for several ("the ministers of Sarn and Olden") one of them.
        """
        return tuple(words for words in _described(self.mentions) if not self._is_for_several(words))

    def _is_for_several(self, words: str) -> bool:
        one = self.kind == "person" and not self.unnamed and bool(self.roles)
        return one and " and " in words and not any(role.lower() in words.lower() for role in self.roles)


def _described(mentions: Iterable[Span]) -> tuple[str, ...]:
    return tuple(_RELATIVE.sub("", mention.text) for mention in mentions if mention.text.lower() not in PRONOUNS)
