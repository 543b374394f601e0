"""Talks with the press, which are no contacts: who "spoke to the Courier" gave an interview."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from reportedly.reading.attribution import Mention
from reportedly.reading.encounter import Encounter
from reportedly.records.article import Article

_SPEAKS = re.compile(r"(?:sp(?:oke|eaks?|eaking|oken)|talk(?:s|ed|ing)?)(?: (?:to|with))?", re.IGNORECASE)
_TO = re.compile(r"(?: (?:exclusively|briefly|by (?:tele)?phone|at length))?(?: (?:to|with))? (?:the |a )?")
_REACH = 40  # characters behind the verb in which the outlet begins


def without_interviews(
    article: Article, encounters: Iterable[Encounter], mentions: Sequence[Mention]
) -> list[Encounter]:
    """The encounters but for those of somebody who speaks or talks to an outlet."""
    outlets = [mention.span.start for mention in mentions if mention.kind == "outlet"]

    def is_interview(encounter: Encounter) -> bool:
        trigger = encounter.trigger
        return _SPEAKS.fullmatch(trigger.text) is not None and any(
            trigger.end < start <= trigger.end + _REACH and _TO.fullmatch(article.text, trigger.end, start)
            for start in outlets
        )

    return [encounter for encounter in encounters if not is_interview(encounter)]
