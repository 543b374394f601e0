"""By what names an outlet is cited, and where an article cites it: "the Chronicle" is The Lindum Chronicle.

Every article gives the names of its outlet and all capitalised names that stand in it; a citation is one found in
the other. A part of a name counts fully where the reading says that it is an outlet, or where few others use it and
it is no place: most local papers are called after their town.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from reportedly.records import Article, Reading, Span
from reportedly.trace.stems import fold

SURE = 0.8  # from here on a name is taken for the outlet
_NAME = re.compile(
    r"[A-Z0-9][^\W_]*(?:[’'.&-][^\W_]+)*"
    r"(?: (?:(?:of|de|da|del|des|du|la|le|the|and|for|&) ){0,2}[^\W\d_a-z][^\W_]*(?:[’'.&-][^\W_]+)*)*"
)
_PARTS = re.compile(r"[^\W_]+")
_SMALL = frozenset(["the", "le", "la", "el", "il", "die", "der", "das", "l", "of", "de", "and", "for", "du", "des"])
_LONGEST = 6  # words of a name that is looked up
_MARKED = re.compile(r"[(/]([A-Z][A-Za-z&.]{1,10})[)/]")  # "(AM)" or "/TTA/" after a dateline
_REACH = 20  # characters behind the dateline in which the mark stands
_BEFORE = re.compile(r"[A-Z][\w’'.-]+ $")
_OPENING = re.compile(
    r"(?<!\w)(?:The|Le|La|An?|In|By|And|But|As|At|On|What|That|While|When|Earlier|Per) $"
)  # capitals at the beginning of a sentence, no part of a name
_WHERE = re.compile(r"(?<!\w)(?:in|near|outside|around|across|into|towards?) $", re.IGNORECASE)
_WHOSE = re.compile("['’]s")  # "in Meridian's report"


@dataclass(frozen=True, slots=True)
class Citation:
    """Where an article names another outlet, and how surely it is this one."""

    span: Span
    sure: float


def names_of(reading: Reading) -> Mapping[str, float]:
    """The folded names of the outlet of an article, each with how surely it means this outlet."""
    article = reading.article
    words = [fold(word) for word in _PARTS.findall(article.outlet or "")]
    if not words:
        return {}
    names = {" ".join(words): 1.0}
    if words[0] in _SMALL and len(words) > 1:
        names[" ".join(words[1:])] = 1.0
    capitals = [word[0] for word in _PARTS.findall(article.outlet or "") if word[0].isupper()]
    capitals = [letter for letter, word in zip(capitals, words, strict=False) if word not in _SMALL]
    if len(capitals) > 1:
        names.setdefault(fold("".join(capitals)), 0.8)
    bare = [word for word in words if word not in _SMALL]
    if len(bare) > 1:
        for part, sure in ((bare[:1], 0.4), (bare[-1:], 0.5), (bare[:2], 0.8), (bare[-2:], 0.8)):
            names.setdefault(" ".join(part), sure)
    host = (urlsplit(article.url).hostname or "") if article.url else ""
    site = host.removeprefix("www.").partition(".")[0]
    if len(site) > 2 and site not in words:
        names.setdefault(site, 0.8)
    for mark in marks(article):
        if _is_own_mark(fold(mark), "".join(words)):
            names.setdefault(fold(mark), 0.9)
    return names


def _is_own_mark(mark: str, name: str) -> bool:
    """Whether a mark is an outlet's own: an agency's, or with letters of its name in their order.

    A paper that prints "(AP)" has the copy from there.
    """
    rest = iter(name)
    return "agen" in name or (name[0] == mark[0] and all(letter in rest for letter in mark if letter.isalnum()))


def marks(article: Article) -> list[str]:
    """The marks of agencies that stand after the dateline: "(AM)"."""
    if article.dateline is None:
        return []
    found: list[str] = _MARKED.findall(article.text[article.dateline.start : article.dateline.end + _REACH])
    return found


def capitalised(reading: Reading) -> Mapping[str, tuple[Span, ...]]:
    """Every row of words in the article that may be a name, folded, with the places where it stands."""
    found: dict[str, list[Span]] = defaultdict(list)
    article = reading.article
    for match in _NAME.finditer(article.text):
        parts = [(match.start() + part.start(), match.start() + part.end()) for part in _PARTS.finditer(match[0])]
        folded = [fold(article.text[start:end]) for start, end in parts]
        for first, (start, _) in enumerate(parts):
            if not article.text[start].islower():
                for last in range(first, min(first + _LONGEST, len(parts))):
                    if not article.text[parts[last][0]].islower():
                        found[" ".join(folded[first : last + 1])].append(article.span(start, parts[last][1]))
    return {name: tuple(spans) for name, spans in found.items()}


def places(article: Article, held: Mapping[str, Sequence[Span]]) -> frozenset[str]:
    """Those of its capitalised names that stand in its dateline, or once where only a place can: "in Elswick"."""
    return frozenset(name for name, spans in held.items() if any(_is_place(article, span) for span in spans))


def citations(
    article: Article,
    held: Mapping[str, Sequence[Span]],
    names: Mapping[str, float],
    *,
    own: Mapping[str, float],
    outlets: Collection[Span],
    used_by: Mapping[str, int],
    among: int,
    places: Collection[str],
) -> tuple[Citation, ...]:
    """Where an article names the outlet with these names.

    `held` are its capitalised names, `own` those of its own outlet, `outlets` its mentions of outlets; `used_by`
    tells in how many articles, `among` so many, a name stands that is not their outlet's; `places` are names of places.
    """
    found: dict[tuple[int, int], Citation] = {}
    for name, given in sorted(names.items(), key=lambda item: (-len(item[0]), item[0])):
        if own.get(name, 0.0) >= given:
            continue
        sure = given if given == 1 else _sureness(given, used_by.get(name, 0), among, place=name in places)
        for span in held.get(name, ()):
            if (given < 1 or " " not in name) and _is_part(article.text, span):
                continue
            known = sure < 0.9 and any(outlet.start <= span.start <= outlet.end for outlet in outlets)
            place = next((p for p in found if p[0] <= span.start < p[1]), (span.start, span.end))
            best = max(0.9 if known else sure, found[place].sure if place in found else 0.0)
            found[place] = Citation(article.span(*place), best)
    return tuple(sorted(found.values(), key=lambda citation: citation.span.start))


def _sureness(given: float, others: int, among: int, *, place: bool) -> float:
    """Parts of a name that half of the articles use are a country's or a town's; those that few use are its own.

    One word of a name that is a place as well, however few use it, is the place; two are the outlet's.
    """
    if place and given < SURE:
        return given / 2
    if others <= max(2, among / 5):
        return max(given, SURE)
    return given / 2 if others > among / 2 else min(given, 0.5)


def _is_place(article: Article, span: Span) -> bool:
    if article.dateline and article.dateline.start <= span.start < article.dateline.end:
        return True
    return bool(_WHERE.search(article.text[max(0, span.start - 9) : span.start])) and not (
        _WHOSE.match(article.text, span.end) or _is_part(article.text, span)
    )


def _is_part(text: str, span: Span) -> bool:
    """Whether a name is part of a longer one: the Gazette in "Blue Gulf Gazette", Atlas in "Atlas Street"."""
    behind = text[span.end : span.end + 3]
    before = text[max(0, span.start - 14) : span.start]
    if len(behind) > 2 and behind[0] == " " and behind[1].isupper() and behind[2].islower():
        return True
    return bool(_BEFORE.search(before)) and not _OPENING.search(before)
