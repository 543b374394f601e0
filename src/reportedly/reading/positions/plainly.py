"""What words say plainly of a stand: which stance, and from where on they name what it is on."""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.reading.positions.endings import unwanted
from reportedly.reading.positions.plain import OTHER, Plain, Side
from reportedly.reading.positions.stand_words import (
    ENDED,
    ENDS,
    FAVOUR,
    FAVOURED,
    NEGATION,
    OPPOSED,
    OPPOSITION,
    UNDECIDED,
    WORTH,
)

_LIGHT = (
    r"(?:is|are|was|were|am|be|been|being|has|have|had|do|does|did|will|would|shall|could|can|may|might|also|still|now|once|"
    r"always|again|both|all|even|just|long|largely|remains?|an?|vocal|strong|going|continues?|"
    r"to|not|never|cannot|(?:no longer)|\w+n['’]t|\w+ly|['’](?:ll|d|ve|re|m|s))"
)
_SELF = (
    r"(?:I|we|he|she|it|they|(?:his|her|its|their|our|my|the) (?:own )?(?:\w+ )?(?:party|side|country|government|group|"
    r"union|office|administration|company|campaign|ministry|club|council|band|members|people))"
)
_SPEAKER = rf"{_SELF}(?=['’\s])\s*"
_ANYBODY = r"(?:(?!\S+['’]s\s)(?:[^\s,;:.]|\.(?=\s[A-Z]))+\s+){0,6}?"
_SUBJECT = r"(?:[^\s,;:.]+\s+){1,6}?"
_LEAD = r"(?:[\s\"“‘,]|'(?!(?:ll|d|ve|re|m|s)\b))*+(?:(?:that|who|which|when|as)\s+)?[\"“]?"
PERFECT = re.compile(r"\b(?:has|have|had)(?:\s+not|n['’]t|\s+never)|\byet\b", re.IGNORECASE)
PASSIVE = re.compile(r"\b(?:has been|have been|had been|is|are|was|were|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
DONE = re.compile(
    r"(?!commit|oppos|prepar|determin|mind|inclin|pleas|displeas|disappoint|dissatisf)\w+ed|ruled out|turned down",
    re.IGNORECASE,
)
REFRAINED = re.compile(  # who refuses to do that takes no stand on what follows
    r"\s*(?:to\s+)?(?:say|comment|answer|discuss|name|disclose|reveal|speculate|elaborate|admit|acknowledg|conced|confirm|deny|"
    r"apologi[sz]e|attack|criticiz|speak)",
    re.IGNORECASE,
)


def _led(subject: str, verbs: str, name: str) -> re.Pattern[str]:
    return re.compile(
        rf"{_LEAD}(?P<lead>{subject}(?:{_LIGHT}\s+[\"“‘]?)*)(?P<{name}>{verbs})\b(?!['’-])", re.IGNORECASE
    )


_OWNED = r"(?:['’]s?\s+)?(?:(?:an?|the|his|her|its|their|my|our|own|\w+al|strong|blanket|firm|long)\s+)*"
_PATTERNS = {
    subject: [_led(subject, f"(?:{verbs})", name) for verbs, name in ((OPPOSED, "against"), (FAVOURED, "for"))]
    for subject in (_SPEAKER, _ANYBODY, "")
}
_NOUNS = [
    re.compile(rf"{_LEAD}(?P<lead>{_OWNED})(?P<{name}>{nouns})\b", re.IGNORECASE)
    for nouns, name in ((OPPOSITION, "against"), (FAVOUR, "for"))
]
_SAID_OF = re.compile(r"[^.,;:]*?\s[\"“]?(?:is|are|was|were|will|would|has|have|had|must|should|can|could|came?)\b")
_WAITING = {subject: _led(subject, f"(?:{UNDECIDED})", "undecided") for subject in (_SPEAKER, _ANYBODY, "")}
_NO_SUBJECT = (
    r"[\"“'‘]?(?:if|whether|to|that|who|which|what|why|how|because|is|are|was|were|would|will|say|says|said|thinks?|"
    r"thought)\b"
)
_DEGREES = r"(?:(?:\w+ly|an?|the|very|so|just|simply|also)\s+)*[\"“'‘]*(?:(?:\w+ly|an?|the|very)\s+)*"
_ASSESSED = re.compile(
    rf"{_LEAD}(?P<subject>(?:(?!{_NO_SUBJECT})(?:[^\s;:.?!,]|\.(?=\w|\s[A-Za-z]))+\s+){{1,12}}?)"
    rf"(?:is|are|was|were|would be|will be)\s+{_DEGREES}{WORTH}",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"(?P<subject>(?!that\s)(?:(?!(?:works?|does|put|is|was)\s)[^\s;:.?!,\"“‘]+\s+){{1,10}}?)"
    rf"(?:as\s+|to be\s+)?[\"“'‘]*{_DEGREES}{WORTH}",
    re.IGNORECASE,
)
_IT_IS = re.compile(rf"{_LEAD}(?:it|this)\b[^.;:]*?\b(?:for \w+ )?to\s+", re.IGNORECASE)
_NONE_OF_IT = re.compile(
    rf"{_LEAD}there(?:['’]ll| will| would| must| should| can) (?:be no|never be)\s+(?:further |more )?", re.IGNORECASE
)
_PROMISED = [
    _led(rf"{_SUBJECT}(?:will|would|shall)\s+", f"(?:{verbs})", name)
    for verbs, name in ((OPPOSED, "against"), (FAVOURED, "for"))
]
_OUGHT = re.compile(
    rf"{_LEAD}(?P<subject>(?:(?!{_NO_SUBJECT})(?:[^\s;:.?!]|\.(?=\w|\s[A-Za-z]))+\s+){{1,16}}?)"
    r"[\"“]?(?P<ought>(?:must|should|ought to|needs? to|(?:will |would )?ha(?:s|ve) to(?! do\b)|['’]ve got to)"
    r"(?P<no> not| never| no longer)?|"
    r"(?P<not>(?:must|should)n['’]t|need not))\s+(?!have\b|be \w+ing\b|he\b|she\b|it\b|they\b|we\b|I\b)",
    re.IGNORECASE,
)
_WILL = re.compile(
    rf"{_LEAD}{_SELF}(?:\s+|(?=['’]))(?:would|will|shall|['’](?:d|ll))\s+[\"“]?(?P<no>(?:not|never|no longer)\s+)?"
    r"(?!(?:not |never )?(?:be|have|say|tell|like|need)\b)|"
    rf"{_LEAD}{_SELF}\s+"
    r"(?P<not>(?:wo|would)n['’]t\s+|(?:do|does|did)(?:n['’]t| not)\s+(?:\w+ly )?(?:want|intend|plan) to\s+)",
    re.IGNORECASE,
)
_NOT_ONE = re.compile(  # "no soldier would stand for office"
    rf"{_LEAD}(?:no|not one|not a single)\s+(?=(?:[^\s,;:.?!]+\s+){{1,6}}?(?:will|would|shall|may)\s+(?!have\b))",
    re.IGNORECASE,
)
_TRUSTED = re.compile(
    rf"{_LEAD}(?P<subject>(?:[^\s,;:.?!]+\s+){{1,6}}?)(?:has|have|enjoys?)\s+(?:my|our|his|her|its|their)\s+"
    r"(?:full |complete |entire |unreserved |every )?(?:confidence|support|backing)\b",
    re.IGNORECASE,
)
_DECIDES = re.compile(r"decid(?!ed)", re.IGNORECASE)
_WHETHER = re.compile(r"[^.,;:]{0,40}?\bwhether (?:to\s+)?")
SILENT = re.compile(  # who does not do that has not taken the other side
    r"(?:endors|ask|call|demand|press|plead|offer|s[eo]|request|propos|insist|promis|commit|vow|urg|recommend|encourag|applaud|welcom|"
    r"condemn|denounc|rebuk|critici[sz])",
    re.IGNORECASE,
)


_COMMITS = re.compile(r"(?:endors|commit)", re.IGNORECASE)  # who has not done that has not made up his mind


_NO_SUCH = re.compile(
    r"\s*[\"“‘]?(?:no|not one|not a single) (?:more |further )?(?!longer\b|one\b|less\b|matter\b)(?=\w)", re.IGNORECASE
)
_NOTHING_DONE = re.compile(r"(?:offer|propos|request|recommend|plan|s[eo]|intend|approv|accept)", re.IGNORECASE)
_NOBODY = re.compile(rf"{_LEAD}(?:no|not one|not a single|none of) (?=\w)|{_LEAD}(?:nobody|no one) ", re.IGNORECASE)


def by_words(words: str, *, own: bool) -> Plain | None:
    """What a clause says of its subject's stand ("who backs the canal"); with `own` only of whoever speaks it."""
    found = [match for pattern in _NOUNS if (match := pattern.match(words)) is not None]
    if found and not (own and _SAID_OF.match(words, found[0].end())):
        return _shown(found[0], words)
    for lead in (_SPEAKER if own else _ANYBODY, ""):
        if (match := _WAITING[lead].match(words)) is not None:
            named_behind = (
                "neither" not in match["undecided"].lower()
            )  # what somebody is neither for nor against is not
            return Plain(stance="undecided", skip=match.end() if named_behind else match.start("undecided"))
        found = [match for pattern in _PATTERNS[lead] if (match := pattern.match(words)) is not None]
        if found:
            return _shown(min(found, key=lambda match: match.end("lead")), words)
    return _wished(words)


def _promised(words: str) -> Plain | None:
    """What somebody's own people will back or reject."""
    found = [match for pattern in _PROMISED if (match := pattern.match(words)) is not None]
    return _shown(found[0], words) if found else None


def _shown(match: re.Match[str], words: str) -> Plain | None:
    side: Side = "against" if "against" in match.groupdict() else "for"
    if (was := PASSIVE.search(match["lead"])) is not None and DONE.fullmatch(match[side]):
        at = match.start("lead")
        return Plain(stance=side, skip=at, stop=at + was.start()) if was.start() else None
    if side == "against" and REFRAINED.match(words, match.end()):
        return None
    if _DECIDES.match(match[side]) and (whether := _WHETHER.match(words, match.end())) is not None:
        return Plain(stance="undecided", skip=whether.end())
    if not NEGATION.search(match["lead"]):
        return deeper(side, match.end(), words, by=match[side])
    perfect = PERFECT.search(match["lead"]) is not None
    if SILENT.match(match[side]) and not (perfect and _COMMITS.match(match[side])):
        return None
    if perfect or side == "against":
        return Plain(stance="undecided", skip=match.end())
    return Plain(stance="against", skip=match.end())


def deeper(side: Side, skip: int, words: str, *, by: str) -> Plain:
    """The stand, or the one inside it: who vows to reject a plan is against the plan, as is who wants no plan.

    `by` are the words that show it; who has offered no plan takes no stand.
    """
    if side == "for" and (none := _NO_SUCH.match(words, skip)) is not None:
        return Plain(stance=None, skip=skip) if _NOTHING_DONE.match(by) else Plain(stance="against", skip=none.end())
    inner = infinitive(words[skip:])
    if inner is None and words[:skip].endswith(" to") and (bare := infinitive(" to" + words[skip:])) is not None:
        inner = replace(bare, skip=max(0, bare.skip - 3))
    if inner is None and side == "for":
        inner = _promised(words[skip:]) or unwanted(words[skip:]) or by_others(words[skip:]) or _wished(words[skip:])
    if inner is None or inner.stance not in OTHER:
        return Plain(stance=side, skip=skip)
    if side == inner.stance == "for" and _WANTS.search(by) and _MANNERS.match(words, skip + inner.skip):
        return Plain(stance=None, skip=skip)
    stop = None if inner.stop is None else skip + inner.stop
    return Plain(stance=inner.stance if side == "for" else OTHER[inner.stance], skip=skip + inner.skip, stop=stop)


_TO = re.compile(r"\s*[\"“]?(?P<no>(?:not|never)\s+(?:again\s+)?)?to\s+(?P<again>never\s+|not\s+)?", re.IGNORECASE)


_DOWN = re.compile(  # "vote it down", "call the strike off"
    r"(?:(?:vote|turn|shout|strike|shoot) (?P<down>(?:[^\s,;:.?!]+ ){1,6}?)down|"
    r"call (?P<off>(?:[^\s,;:.?!]+ ){1,6}?)off)\b",
    re.IGNORECASE,
)
_MANNERS = re.compile(  # what somebody only says he wants to do before he does it
    r"(?:be (?:\w+ )?clear|make (?:it|this|that|one thing|something) (?:\w+ )?clear|thank|congratulate|apologi[sz]e|"
    r"know|say|point out|remind|stress|emphasi[sz]e|ask|tell|talk|speak|hear)\b",
    re.IGNORECASE,
)
_WANTS = re.compile(r"want|like|wish", re.IGNORECASE)
_DECIDES_IF = re.compile(r"(?:decide|know|explain|say|see)\s+(?:if|whether|how|what|who|why)\b", re.IGNORECASE)
_BE = re.compile(r"be\s+(?:\w+ly\s+)?", re.IGNORECASE)
_OTHERS = re.compile(  # "the council to scrap it"; who has a right to refuse need not
    rf"{_LEAD}(?:(?!{_NO_SUBJECT})(?:[^\s,;:.?!]|\.(?=\s[A-Z]))+\s+){{1,8}}?"
    r"(?<!right )(?<!rights )(?<!freedom )(?<!power )(?<!powers )(?<!money )(?<!time )(?<!chance )"
    r"(?=(?:not\s+)?to\s+\w)",
    re.IGNORECASE,
)


def by_others(words: str) -> Plain | None:
    """What whoever wants others to do this is against: of "the council to scrap the fair" the fair."""
    match = _OTHERS.match(words)
    inner = None if match is None else infinitive(words[match.end() :])
    if match is None or inner is None or inner.stance != "against":
        return None
    return replace(inner, skip=match.end() + inner.skip)


def infinitive(words: str) -> Plain | None:
    """The stance of "to reject the plan", "not to dig", "to dig"."""
    to = _TO.match(words)
    if to is None:
        return None
    side: Side = "against" if to["no"] or to["again"] else "for"
    if (ends := ENDS.match(words, to.end())) is not None:
        return Plain(stance=OTHER[side], skip=ends.end())
    if (down := _DOWN.match(words, to.end())) is not None:
        what = "down" if down["down"] else "off"
        return Plain(stance=OTHER[side], skip=down.start(what), stop=down.end(what))
    found = [m for pattern in _PATTERNS[""] if (m := pattern.match(words, to.end())) is not None and not m["lead"]]
    if not found or re.match(r"(?:want|offer|promis|seek|ask|commit)", words[to.end() :], re.IGNORECASE):
        return Plain(stance=side, skip=to.end())
    inner: Side = "against" if "against" in found[0].groupdict() else "for"
    return Plain(stance=inner if side == "for" else OTHER[inner], skip=found[0].end())


def _wished(words: str) -> Plain | None:
    """What ought to be, and what the speaker will do."""
    side: Side
    if (match := _OUGHT.match(words)) is not None:
        if (nobody := _NOBODY.match(words)) is not None and not match["no"] and not match["not"]:
            named_first = match.end("subject") > nobody.end()
            return Plain(stance="against", skip=nobody.end() if named_first else match.end())
        rest = words[match.end() :]
        if _DECIDES_IF.match(rest):
            return None
        if (be := _BE.match(rest)) is not None and ENDED.match(rest, be.end()):
            side = "for" if match["no"] or match["not"] else "against"
            return Plain(stance=side, skip=match.start("subject"), stop=match.end("subject"))
        if (ends := ENDS.match(rest)) is not None:
            return Plain(stance="for" if match["no"] or match["not"] else "against", skip=match.end() + ends.end())
        if match["no"] or match["not"]:
            if _BE.match(rest) or re.match(r"\w+\W*$", rest):  # "the vote must not be held", "must not happen"
                return Plain(stance="against", skip=match.start("subject"), stop=match.end("subject"))
            return Plain(stance="against", skip=match.end())
        return Plain(stance="for", skip=0)
    if (match := _ASSESSED.match(words)) is not None:
        side = "for" if match["for"] else "against"
        if (to := _IT_IS.match(words)) is not None:
            return Plain(stance=side, skip=to.end(), sure=side == "against")
        return Plain(stance=side, skip=match.start("subject"), stop=match.end("subject"), sure=False)
    if (match := _TRUSTED.match(words)) is not None:
        return Plain(stance="for", skip=match.start("subject"), stop=match.end("subject"))
    if (match := _NONE_OF_IT.match(words) or _NOT_ONE.match(words)) is not None:
        return Plain(stance="against", skip=match.end(), sure=False)
    if (match := _WILL.match(words)) is not None:
        side = "against" if match["no"] or match["not"] else "for"
        if (ends := ENDS.match(words, match.end())) is not None:
            return Plain(stance=OTHER[side], skip=ends.end(), sure=ends[0].lower().startswith("fight"))
        return Plain(stance=side, skip=match.end(), sure=False)
    return None


def named(words: str) -> Plain | None:
    """What an object and what it is called show of the speaker's stand ("the bill 'a disgrace'")."""
    match = _NAMED.match(words)
    if match is None:
        return None
    side: Side = "against" if match["against"] else "for"
    return Plain(stance=side, skip=0, stop=match.end("subject"))
