"""How an expression of time stands among its words: behind which, before which, under which verb."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reportedly.records.article import Span

_REACH = 45  # characters before
_PRECEDING = re.compile(r"(\w+|[,(—–-])\s*(?:(?:the|late|early)\s)*\Z")
_FOLLOWING = re.compile(r"\s*([\w’']+|[.,;:)(—–-])")
_PREPOSITIONS = frozenset(
    ["on", "in", "at", "of", "late", "early", "and", "to", "during", "published", "dated", "last", "this"]
)
_BEHIND = frozenset([
    "that", "in", "at", "by", "to", "he", "she", "and", "with", "after", "for", "when", "as", "of", "from", "night",
])  # fmt: skip
_DRAWN_UP = re.compile(
    r"\b(dated|sent|signed|issued|published|taken|written|filed|released|made|posted|drawn up|circulated|delivered|"
    r"adopted|held|recorded|broadcast|aired|seen)\b[^.;]{0,25}\Z"
)
_LEAD = "*–—-•[( \t"


def drawn_up(text: str, span: Span) -> str | None:
    """How what is named before an expression came about then: "dated", in "a letter dated May 3"."""
    found = _DRAWN_UP.search(text, max(0, span.start - _REACH), span.start)
    return found[1] if found else None


def signs_of_phrase(text: str, span: Span, verb: tuple[int, int] | None) -> Iterator[str]:
    """The signs of the words around an expression, and of the verb that it belongs to."""
    yield f"under {text[verb[0] : verb[1]].lower().split()[-1] if verb else 'none'}"
    yield f"made {drawn_up(text, span) or 'none'}"
    yield f"behind {_before(text, span)}"
    yield f"followed by {_after(text, span)}"
    line = text.rfind("\n", 0, span.start) + 1
    yield f"opens {'' if text[line : span.start].strip(_LEAD) else 'a line'}"


def _before(text: str, span: Span) -> str:
    if not text[max(0, span.start - 2) : span.start].strip():
        return "start"
    found = _PRECEDING.search(text, max(0, span.start - 16), span.start)
    word = found[1].lower() if found else "mark"
    return word if word in _PREPOSITIONS or not word.isalnum() else "word"


def _after(text: str, span: Span) -> str:
    found = _FOLLOWING.match(text, span.end, span.end + 20)
    word = found[1].lower() if found else "end"
    return word if word in _BEHIND or not word.isalpha() else "word"
