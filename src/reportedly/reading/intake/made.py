"""An article to be, and what is made of it."""

from __future__ import annotations

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
    """One article to be: where it stands, what makes it, and how many bytes of its input it takes."""

    where: str
    make: Callable[[], Made]
    size: int = 0
