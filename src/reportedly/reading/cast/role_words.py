"""The words of a role: several that stand in a row, and which say no more than others."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reportedly.reading.cast.agreement import bounds_of
from reportedly.reading.cast.nouns import honorific, noun

_NO_ROLES = (["real"], ["late"], ["great"], ["same"])  # "the real Ada Renn"
_ARTICLE = re.compile(r"(?:the|an?|his|her|its|their|our|my|your)\s+", re.IGNORECASE)  # says no more of a role
_RUNS_ON = re.compile(r",? and (?:whose|who|which)\b.*\Z")  # "the head of the centre and whose book"
_STYLE_BEHIND = re.compile(r" (?:the )?(?P<word>[A-Z]\w{1,8}\.?)\Z")
_TITLE_BEHIND = re.compile(r", (?P<title>[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})\Z")


def roles_in(words: str) -> Iterator[str]:
    """The roles that words beside a name tell: "its chair, Senator" are two; "spokesman the Rev." is one."""
    words = _RUNS_ON.sub("", " ".join(words.split()))
    behind = _TITLE_BEHIND.search(words)
    if behind is not None and _is_title(behind["title"].split()[-1]):
        yield from roles_in(words[: behind.start()])
        words = behind["title"]
    words = _STYLE_BEHIND.sub(_without_style, words)
    bare = honorific(words) is not None and noun(words) is None  # "Det", of "Det Supt Renn"
    if words and not bare and words.split()[-1:] not in _NO_ROLES:
        yield words


def _without_style(style: re.Match[str]) -> str:
    """Nothing where the last word is how a name is styled and no role: "spokesman the Rev.", "Prime Minister Sir"."""
    word, before = style["word"], style.string[: style.start()].rpartition(" ")[2]
    behind_title = not word.endswith(".") and noun(before) is not None
    return "" if honorific(word) is not None and (noun(word) is None or behind_title) else style[0]


def _is_title(word: str) -> bool:
    found = noun(word)
    return honorific(word) is not None or (found is not None and found.kind == "person" and not found.plural)


def with_role(roles: Sequence[str], role: str) -> list[str]:
    """The roles with another one, unless one of them says as much; without those of which it says more."""
    bare = _without_article(role)
    if any(_says_as_much(_without_article(known), bare) for known in roles):
        return list(roles)
    return [*(known for known in roles if not _says_as_much(bare, _without_article(known))), role]


def _says_as_much(role: str, other: str) -> bool:
    """Whether a role says all that another says: "retired surgeon" beside "surgeon", but no vice president is one."""
    one, less = role.lower(), other.lower()
    if f"{one} ".startswith(f"{less} "):
        return True
    whole, part = bounds_of(role), bounds_of(other)
    return one.endswith(f" {less}") and (whole.ranks, whole.past) == (part.ranks, part.past)


def _without_article(role: str) -> str:
    match = _ARTICLE.match(role)
    return role[match.end() :] if match is not None else role
