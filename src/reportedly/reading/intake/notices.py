"""Pages on which a site speaks of itself only: a request for consent or payment, a page not found, a check for robots.

Such words stand below many articles, too; a page is one of these only when it is short and speaks of little else.
"""

from __future__ import annotations

import re

_LONGEST = 160  # words of the longest notice that is a page
_SHARE = 0.6  # of its words are in sentences that speak of the site

_OF_THE_SITE = re.compile(
    r"""
    # cookies
    \bcookies?\b.{0,80}\b(?:you|your|we|our|us)\b | \b(?:we|our|this\ site|enable)\b.{0,60}\bcookies\b
    | \btracking\ technolog | \bour\ (?:\d+\ )?partners\b | \bunique\ identifiers?\b
    | \b(?:personal|browsing)\ data\b.{0,80}\bdevice\b | \byour\ (?:privacy|consent|browser|preferences)\b
    | \bprivacy\ (?:policy|choices|settings)\b | \b(?:accept|reject)\ all\b
    # payment and login
    | \bsubscribe\ (?:now|today|to\ (?:read|continue|keep))\b | \bby\ subscribing\b | \byour\ subscription\b
    | \balready\ a\ (?:subscriber|member)\b | \b(?:log|sign)\ in\b | \bfree\ trial\b
    | \bunlimited\ (?:access|articles)\b | \bcancel\ (?:at\ )?any\s?time\b | \bterms\ of\ (?:service|use)\b
    | \bcontinue\ reading\b | \bcreate\ an?\ (?:free\ )?account\b | \bforgot(?:ten)?\ (?:your\ )?password\b
    # not found
    | \b(?:page|site)\ (?:was\ |could\ |can)?not\ (?:be\ )?found\b | \b(?:page|address|url)\ (?:that\ )?you\b
    | \bmoved\ or\ deleted\b | \bhome\s?page\b | \bgo\ back\ to\b | \btry\ (?:searching|again)\b
    | \berror\ (?:404|403)\b
    # robots
    | \b(?:enable|requires?|turn\ on)\ javascript\b | \b(?:site|your)\ connection\b | \bnot\ a\ robot\b
    | \byou\ are\ (?:a\ )?human\b | \bunusual\ traffic\b | \bchecking\ your\ browser\b
    | \baccess\ (?:to\ this\ page\ )?(?:is\ |has\ been\ )?denied\b
    """,
    re.IGNORECASE | re.VERBOSE,
)
_BETWEEN = re.compile(r"(?<=[.!?…])\s+|\n")


def is_notice(text: str) -> bool:
    """Whether a page's text is no article but what its site says of itself."""
    words = len(text.split())
    if words > _LONGEST:
        return False
    spoken = (sentence for sentence in _BETWEEN.split(text) if _OF_THE_SITE.search(sentence.replace("’", "'")))
    return sum(len(sentence.split()) for sentence in spoken) >= _SHARE * words
