"""What the manner of an article says of where it has its words from.

Outlets that shout seldom say whom they copied; a body's own page, a transcript or a live report is where others copy.
"""

from __future__ import annotations

import re

from reportedly.records import Article

_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOUTED = 4  # letters of a word in capitals that is no initials
_ALL = 0.6  # share of the words of a headline in capitals from which that is the outlet's habit
_TOP = 200  # characters of the text in which an article calls itself exclusive
_LOUD = re.compile(
    r"\b(?:exclusive|breaking|sensation(?:al)?|shock(?:s|ing)?|bombshell|scandal|revealed|fury|slams)\b", re.IGNORECASE
)
_VAGUE = re.compile(
    r"\b(?:media|reportedly|(?:has|have) emerged|it emerged|as is known|is understood|rumou?rs?|leaks?|leaked|"
    r"(?:news)?papers?|websites?|broadcasters?)\b",
    re.IGNORECASE,
)
_PRIMARY = re.compile(r"transcript|\blive\b|readout|press service|press office|\boffice\b", re.IGNORECASE)


def is_loud(article: Article) -> bool:
    """Whether the headline shouts: words in capitals that are no initials of the text, an exclamation, "exclusive"."""
    title = article.title or ""
    words = _WORD.findall(title)
    capitals = [word for word in words if len(word) >= _SHOUTED and word.isupper()]
    habit = sum(word.isupper() for word in words) > _ALL * len(words)
    shouted = not habit and any(word not in article.text for word in capitals)
    return shouted or "!" in title or _LOUD.search(f"{title} {article.text[:_TOP]}") is not None


def is_primary(article: Article) -> bool:
    """Whether the page is a transcript, a live report or a body's own."""
    return _PRIMARY.search(f"{article.outlet or ''} {article.title or ''}") is not None


def vague_credits(article: Article) -> int:
    """How often an article credits somebody whom it does not name: "media", "a newspaper", "it emerged"."""
    return len(_VAGUE.findall(article.text))
