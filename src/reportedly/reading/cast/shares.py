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
_OR_MORE = re.compile(
    r"(?:\w+ ){0,2}(?:\d+|one|two|three|four) or (?:\d+|more|so|two|three|four|five)\b", re.IGNORECASE
)


def is_share(words: str) -> bool:
    """Whether the words tell what part of all people they speak of: "59 percent", "six in 10", "nearly half"."""
    return _SHARE.search(words) is not None


def begins_with_share(words: str) -> bool:
    """Whether it is their beginning that tells so: not in "three owners of half the shares"."""
    match = _SHARE.search(words)
    return match is not None and (not match.start() or " of " not in words[: match.start()])


def is_no_count(words: str) -> bool:
    """Whether the number in the words counts nobody exactly: a share, "one or more of its members"."""
    return begins_with_share(words) or _OR_MORE.match(words) is not None
