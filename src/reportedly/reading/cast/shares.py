"""Parts of all people that a text speaks of, which are no number of sources: "59 percent", "six in 10"."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)"
_SHARE = re.compile(
    r"(?:\d|\b)(?:per ?cent|%|half|halves|thirds|quarters|fifths|tenths|"
    r"(?:one|nearly an?|about an?|almost an?) (?:third|quarter|fifth)|one-(?:third|quarter|fifth|tenth)|"
    rf"an? (?:third|quarter|fifth|tenth) of|{_NUMBER} (?:out of|in)(?: every)? {_NUMBER})(?!\w)",
    re.IGNORECASE,
)
_BEFORE_SHARE = re.compile(r"[\w.-]+(?: [a-z-]+){0,3} ?")  # "More than two", "only a"


def is_share(words: str) -> bool:
    """Whether the words tell what part of all people they speak of: "59 percent", "six in 10", "nearly half"."""
    return _SHARE.search(words) is not None


def begins_with_share(words: str) -> bool:
    """Whether it is their beginning that tells so: not in "three owners of half the shares"."""
    match = _SHARE.search(words)
    return match is not None and (not match.start() or " of " not in words[: match.start()])
