"""What a cue, or the words around it, say of whether there is a stand: named questions, each answered by words."""

from __future__ import annotations

import re

from reportedly.reading.positions.stand_words import CUE, NEGATION

_CALLED = re.compile(
    r"\b(?:call|label|dub|brand|renam|describ|deem|regard|view|se|saw|find|found|hear|heard|know|knew|forc|"
    r"remember|deni|deny|denied|mention|nam)(?:e|es|s|ed|led|ies|en|ing|n|eed)?\b|"
    r"\b(?:sp[eo]ak\w*|spoke\w*|talk\w*|argument) about\b",
    re.IGNORECASE,
)
_THOUGHT = re.compile(
    r"\b(?:think|thought|believ|feel|felt|expect|fear|consider|guess|doubt)(?:e|es|s|ed|ing)?\b", re.IGNORECASE
)
_WEIGHED = re.compile(r"\b(?:considered|considers|contemplated|pondered)\b", re.IGNORECASE)
_REPORTED = re.compile(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add|stat|writ|wrot|wrote|announc|argu|insist|warn|declar|confirm|explain|"
    r"repl|answer|not|reiterat|clear|according|stress|tweet|conced|acknowledg|admit|maintain|claim|contend|repeat|remind|"
    r"suggest|respond|emphasi|indicat|signal|went on|vow|promis|pledg|believ|think|thought|ask|assur|inform|underlin|"
    r"opinion|held|holds|shout|convey|swear|swore|express|voic)\w*\b|^\W*$",
    re.IGNORECASE,
)


def judges(cue: str) -> bool:
    """Whether a cue only tells what somebody calls something, sees or hears: no stand by itself."""
    return _CALLED.search(cue) is not None and CUE.search(cue) is None


def weighs(cue: str) -> bool:
    """Whether a cue tells only that somebody once considered something."""
    return _WEIGHED.search(cue) is not None


def reports(cue: str) -> bool:
    """Whether a cue says that its speaker uttered something, so that "he" in the words may be the speaker."""
    return _REPORTED.search(cue) is not None and NEGATION.search(cue) is None


def negates(cue: str) -> bool:
    """Whether a cue says that its speaker has not said something."""
    return NEGATION.search(cue) is not None


def thinks(cue: str) -> bool:
    """Whether a cue tells what somebody thinks: a stand only where the thought is one."""
    return _THOUGHT.search(cue) is not None and CUE.search(cue) is None


_OUTRIGHT = re.compile(
    r"\b(?:(?<!as )oppos(?:e|es|ed|ing)|(?<!as )opposed to|"
    r"(?:support|favou?r|endors)(?:e|s|es|ed|ing)?(?! for)|back(?:s|ed|ing)|"
    r"(?:will|would|could|to|not|n['’]t|[Ww]e|they|who|I) back|"
    r"(?:is|are|was|were|am|be|been|remains?|['’](?:s|re|m)) (?:\w+ly |dead |still |all |not )?(?:against|for|behind)|"
    r"(?:full|complete|total|every|no|lost) (?:confidence|faith) in|"
    r"in favou?r of|object(?:s|ed|ing)? to|agrees? with|rul(?:e|es|ed|ing) out|"
    r"thr(?:ew|ows|own) (?:\w+ )?(?:weight|support|backing) behind|vot(?:e|es|ed|ing) (?:for|against|in favou?r of)|"
    r"(?:advocat|champion)(?:e|es|s|ed|ing)?|(?:will|would|to) veto|veto(?:es|ed|ing)|"
    r"call(?:s|ed|ing)? for|condemn(?:s|ed|ing)?|denounc(?:es?|ed|ing)|(?:applaud|hail)(?:s|ed|ing)?|voted to|"
    r"(?:will|would|shall|to|['’]ll) fight(?! on| back| for)|"
    r"c[ao]m(?:e|es|ing) out (?:for|against|in favou?r of)|"
    r"refus(?:es?|ed|ing) to (?:vote|sign|support|back|endorse|accept|ratify|join|negotiate|recogni[sz]e|approve|"
    r"allow)|"
    r"wants? (?:[^\s.,;]+ ){1,8}?(?:gone|out|sacked|fired|scrapped|dropped|withdrawn|stopped|abolished)|"
    r"(?:voic|express|declar|reiterat|reaffirm|announc|indicat)\w+ (?:\w+ ){0,2}(?:support for|opposition to))\b",
    re.IGNORECASE,
)
_MOMENT = (  # before which something is wanted in time, not in return
    r"(?:the |next |this |last |it['’]s |it is )?(?:\d|week|month|year|summer|winter|autumn|spring|season|end\b|"
    r"start\b|january|february|march|april|may\b|june|july|august|september|october|november|december|christmas|easter|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|midnight|noon|dawn|too late|long|now)"
)
AS_LONG_AS = r"(?:as|so) long as(?! (?:necessary|needed|required|possible|it takes)\b)"  # which sets no condition
AS_NEEDED = (
    r"(?:needed|necessary|required|possible|appropriate|applicable|any|anything|not|ever|only)\b"  # nor does "if" then
)
_CONDITION = re.compile(
    rf"\b(?:unless|only (?:if|when|once|after|on)|provid(?:ed|ing)|on (?:the )?condition(?! of)|{AS_LONG_AS}|"
    rf"as soon as|(?<!decide )(?<!know )(?<!see )(?<!ask )(?<!wonder )if(?! {AS_NEEDED})|"
    r"until|(?<!the )(?<!her )(?<!his )till|once|when|"
    r"(?<!the )(?<!its )(?<!his )(?<!her )(?<!their )first(?!-)|but (?:not|only)|proviso|"
    r"in (?:return|exchange)|"
    rf"before(?! {_MOMENT})|(?:no|not|never) (?:[^\s.;]+ ){{1,8}}?without|should (?:he|she|it|they|any|the|an?))\b",
    re.IGNORECASE,
)
_STRICTLY = re.compile(
    r"\b(?:unless|only (?:if|when|once|after)|provided that|on (?:the )?condition(?! of)|conditional (?:up)?on|"
    rf"{AS_LONG_AS}|proviso|and only (?:in|on|if|when)|"
    r"(?:will|would)(?:\s+(?!that\b|who\b|which\b|and\b|but\b|it\b|they\b|he\b|she\b|we\b|I\b)[\w’'-]+){1,8}\s+should)\b",
    re.IGNORECASE,
)
_OPEN = re.compile(
    r"\b(?:not|never|no|\w+n['’]t)\b.{0,25}\b(?:decided?|ruled?|ready|sure|made up|said|say|indicated|"
    r"decision|committed|endorse\w*)\b|"
    r"\b(?:undecided|considering|consider|weigh\w*|mull\w*|whether(?! (?:it|he|she|they)(?:['’]s| is| are)\b)|"
    r"open (?:to|on)|unsure|uncommitted)\b",
    re.IGNORECASE,
)


def conditional(words: str) -> bool:
    """Whether the words may set a condition."""
    return _CONDITION.search(words) is not None


def strictly_conditional(words: str) -> bool:
    """Whether the words can only set a condition."""
    return _STRICTLY.search(words) is not None


def left_open(words: str) -> bool:
    """Whether the words say that somebody has not made up his mind."""
    return _OPEN.search(words) is not None


def says_outright(words: str) -> bool:
    """Whether words say of somebody that he supports or opposes something, rather than what he does or would have."""
    return _OUTRIGHT.search(words) is not None
