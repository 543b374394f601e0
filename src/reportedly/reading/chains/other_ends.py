"""Who is at the other end of a letter or a talk of which a sentence tells: "In a note to Vale she …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from reportedly.reading.attribution import Attribution
from reportedly.reading.chains.lookup import Spans
from reportedly.records.article import Span

OUTLET_NOUN = r"(?:newspaper|paper|agency|broadcaster|website|site|daily|weekly|radio station|magazine)"
SENT = r"letters?|notes?|messages?|e-?mails?|memos?|cables?|telegrams?|appeals?|petitions?"
_TALK = (
    r"calls?|conversations?|talks?|meetings?|chats?|exchanges?|interviews?|remarks?|comments?|commentary|declarations?"
)
_IN_TALK = re.compile(  # "In a note of 3 May to the mayor, she …", "In a speech to the Senate, she …"
    rf"(?:\A\W*|[,;:] )(?:in|during|at|on|over|by) [^,.;]{{0,40}}\b(?:{SENT}|{_TALK})"
    r"(?: [^,.;]{0,30})? (?:to|with) (?:the )?(?:\w+ )?\Z|"
    r"(?:\A\W*|, )in (?:an? |the |his |her |its |their )?(?:[\w-]+ ){0,3}(?:address|speech|statement|testimony) to"
    r" (?:the |an? )?\Z|"
    r"\A\W*(?:speaking|talking|writing)(?: [\w-]+)? to (?:the |an? )?\Z",
    re.IGNORECASE,
)
_BEHIND_TALK = re.compile(  # "said on Monday in an interview with the weekly …"
    rf"[”\"’']?,?(?: [\w-]+){{0,4}} (?:in|during|at|on|over|by) (?:[\w-]+ ){{0,4}}(?:{SENT}|{_TALK})"
    rf"(?: [\w-]+){{0,2}} (?:to|with) (?:(?:the|an?) )?(?:\w+ )?(?:{OUTLET_NOUN} )?"
)
_IS_TALK = re.compile(  # one of these does
    rf"\b(?:{SENT}|{_TALK}|address|speech|statement|testimony|spoken?|speaking|talked|talking|writing)\b",
    re.IGNORECASE,
)
_WHO_SPOKE = re.compile(  # behind a source: "three members, who spoke on Friday to the agency …"
    rf"(?:, [^,.;\n]{{1,60}})?,? (?:who (?:has |had |have )?(?:spoken?|talked)|speaking|talking)(?: [^,.;\n]{{0,25}})?"
    rf" (?:to|with) (?:the )?(?:\w+ )?(?:{OUTLET_NOUN} )?"
)
_SPOKE_TO = re.compile(
    rf"[^.;:\n]{{2,80}}? who (?:\w+ )?(?:spoken?|talked)(?: [^,.;\n]{{0,25}})? (?:to|with) (?:the )?"
    rf"(?:{OUTLET_NOUN} )?"
)


def other_ends(
    text: str, attribution: Attribution, low: int, high: int, mentions: Spans, is_outlet: Callable[[Span], bool]
) -> Iterator[Span]:
    """The mentions of a sentence that are named as the other end of a letter, a talk or an interview."""
    cue = attribution.cue
    if cue is None or _IS_TALK.search(text, low, high) is None:
        return
    teller = attribution.source
    ends = [cue.end, *(span.end for span in (*attribution.content, teller) if span is not None)]
    for span in mentions.from_to(low, high):
        if teller is not None and is_outlet(span) and _SPOKE_TO.fullmatch(text, teller.start, span.start):
            yield span  # "three officials who spoke to the Courier"
        if teller is not None and teller.start <= span.start < teller.end:
            continue  # "according to documents and interviews with five officials"
        if span.end <= cue.start and _IN_TALK.search(text[low : span.start]):
            yield span
        elif span.start > cue.end:
            last = max(end for end in ends if end <= span.start)
            if _BEHIND_TALK.fullmatch(text, last, span.start):
                yield span
        if teller is not None and _WHO_SPOKE.fullmatch(text, teller.end, span.start):
            yield span
