"""The words for a place, where the encoder took a piece of them or one too many: "Tower" of "Elm Tower"."""

from __future__ import annotations

import re

from reportedly.records.article import Article, Span

_BEFORE = re.compile(  # "Elm " of "Elm Tower", "St. "
    r"(?:(?<![\w.])(?!(?:In|At|On|From|To|For|By|The|A|An|After|Before|When|Near|Outside|Inside|And|But|While|As)\b)"
    r"[A-Z](?:[\w’'-]*\w|\w?\.)[ \xa0])+\Z"
)
_BEHIND = re.compile(
    r"(?: [A-Z][\w’-]*){0,2} (?:College|University|School|Club|Cent(?:er|re)|Tower|Hotel|Hall|Hospital|Church|House|"
    r"Palace|Airport|Station|Building|Library|Museum|Theat(?:er|re)|Stadium|Square|Park|Street)\b(?!['’])"
)
_LESS = r"(?:(?!(?:in|at|of|to|on|for|from|by|with|and)\b)[a-z][a-z-]+[ \xa0]){0,2}"
_WHOSE = "the|an?|his|her|its|their|our|my"
_WHOSE_BEFORE = re.compile(rf"\b(?:{_WHOSE}|(?:(?:{_WHOSE}) {_LESS})?[\w-]+[’']s?)[ \xa0]{_LESS}\Z")
_TOO_MUCH = re.compile(r"(?:[’']?s |in |at )")
_ARTICLE = re.compile(r"an? (?=[A-Z])")
_THING = re.compile(
    r" (?!(?:in|at|of|to|on|for|from|by|with|and|or|but|where|when|who|which|that|as|before|after|against|about|under|"
    r"over|near|during|this|last|next|today|tonight|ago|alone|itself|herself|himself|is|was|were|has|had|will)\b)[a-z]"
)
_LONG = 50  # characters before a place in which its first words stand


def whole_words(article: Article, place: Span | None) -> Span | None:
    """The place with all words of its name, or with whose it is; None where nothing but an article is left of it."""
    if place is None or place.text.lower() in ("a", "an", "the"):
        return None
    text, start, end = article.text, place.start, place.end
    for extra in (_TOO_MUCH, _ARTICLE) if _THING.match(text, end) else (_TOO_MUCH,):
        if (match := extra.match(text, start, end)) is not None:
            start = match.end()
    if text[start].isupper() and text[start - 1].isspace():
        before = _BEFORE.search(text, max(0, start - _LONG), start)
        start = start if before is None else before.start()
    elif text[start].islower() and " " not in text[start:end]:
        whose = _WHOSE_BEFORE.search(text, max(0, start - _LONG), start)
        start = start if whose is None else whose.start()
    behind = _BEHIND.match(text, end) if text[start:end].split()[-1][:1].isupper() else None
    return article.span(start, end if behind is None else behind.end())
