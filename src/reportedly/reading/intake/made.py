"""An article to be, and what is made of it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass

from reportedly.records.article import Article
from reportedly.records.given import KnownDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """An article with every date that was given for it."""

    article: Article
    dates: tuple[KnownDate, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """One article to be: where it stands, what makes it, how many bytes of its input it takes, and these where held."""

    where: str
    make: Callable[[], Made]
    size: int = 0
    raw: bytes | None = None

    def digest(self, *parts: object) -> int | None:
        """A digest of the bytes, and of all else that the article is made of; None where the bytes are not held."""
        if self.raw is None:
            return None
        digest = hashlib.blake2b(self.raw, digest_size=8, key=hashlib.blake2b(repr(parts).encode()).digest())
        return int.from_bytes(digest.digest(), "big", signed=True)
