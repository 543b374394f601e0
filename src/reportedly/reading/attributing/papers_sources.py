"""Whose source somebody is: "the newspaper's interlocutor", "a source of the publication"; the paper is a mention too.

Portals of Eastern Europe pass on in these words what others were told. "The agency's interlocutor" is left alone: the
agency may be the one that writes.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from operator import attrgetter

from reportedly.reading.attribution import Attribution, Mention
from reportedly.records.article import Article

_PAPER = (
    r"the (?:newspaper|paper|publication|portal|edition|outlet|daily|weekly|magazine|website|"
    r"(?:TV |television )?channel|broadcaster|radio station)"
)
_TELL = r"(?:interlocutors?|sources?|informants?)\b"
_OF_PAPER = re.compile(
    rf"(?P<owner>{_PAPER})['’]s (?:[\w-]+ ){{0,2}}?{_TELL}|{_TELL} (?:of|for) (?P<of>{_PAPER})\b", re.IGNORECASE
)


def with_papers(
    article: Article, mentions: Sequence[Mention], attributions: Iterable[Attribution]
) -> Sequence[Mention]:
    """The mentions, and the paper named in the words for a source of its own, where none is there; in order."""
    more = []
    starts = [mention.span.start for mention in mentions]
    for source in {a.source for a in attributions if a.source is not None}:
        found = _OF_PAPER.search(article.text, source.start, source.end)
        if found is None:
            continue
        place = found.span("owner" if found["owner"] else "of")
        at = bisect_left(starts, place[0])
        if not any(m.span.start == place[0] and m.span.end == place[1] for m in mentions[at : at + 3]):
            more.append(Mention(span=article.span(*place), kind="outlet"))
    return sorted((*mentions, *more), key=attrgetter("span.start")) if more else mentions
