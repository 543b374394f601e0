"""The words in which a sentence tells of a contact outright, and what may stand between them and its sides."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.reading.attribution import Mention
from reportedly.records.contact import ContactKind

_ADVERB = (
    r"(?:(?:also|then|later|recently|already|again|ever|since|just|now|first|last|once|twice|early|late|earlier|\w+ly|"
    r"in (?:person|private|public)|face to face|behind closed doors|one-on-one|at length|several times|yesterday|today|"
    r"(?:by|over the|on the) (?:tele)?phone|(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|"
    r"(?:last|this) (?:week|month|year|morning|night))\s)*+"
)
_AUXILIARY = (
    r"(?:(?:has|have|had|will|would|is|are|was|were|be|been|to|due|set|going|scheduled|expected|planning|plans?|planned|"
    r"did|does|do|not|never|wants?|wanted|hop(?:es?|ed|ing)|intends?|intended|agree[sd]?|refuse[sd]?|decline[sd]?|"
    r"ask(?:s|ed)|offer(?:s|ed)|ready|prepared|willing|unable|likely|unlikely|slated|supposed|\w+n[’']t)\s)*+"
)
_JOURNEY = (  # where one goes to meet somebody: "will fly to Sarn on Friday to meet"
    r"(?:(?:visit(?:s|ed|ing)?|(?:travel(?:s|l?ed|l?ing)?|fl(?:y|ies|ew|own|ying)|go(?:es|ing)?|went|gone|c[ao]m(?:e|es|ing)|"
    r"return(?:s|ed|ing)?|head(?:s|ed|ing)?)\s(?:back\s)?to|arriv(?:es?|ed|ing)\sin)\s[^,.;:“”\"\n]{2,45}?\s(?:to|and)\s)?"
)
SUBJECT = re.compile(  # with what it says of somebody between: "Vale, who chaired the meeting, later met"
    rf"(?:,\s(?:who|the|an?|his|her)\s[^,.;:“”\"\n]{{3,70}},|,)?\s(?:(?:who|and)\s)?"
    rf"{_ADVERB}{_AUXILIARY}{_ADVERB}{_AUXILIARY}{_JOURNEY}{_ADVERB}"
)
DOES_TOO = re.compile(  # what somebody does first, of whom it then says more: "he opposes the levy and wrote to Vale"
    r"\s(?:\w+ly\s)?(?!and\b|as\b|was\b|is\b)\w+(?:s|ed)\s(?!that\b)[^.,;:“”\"\n]{1,70}?,?\sand\s"
    rf"{_ADVERB}(?:(?:has|have|had|will|would)\s)*+{_ADVERB}"
)
_NO_QUALITY = (
    r"(?:of|to|with|in|on|for|at|by|from|about|over|after|before|until|that|who|which|and|or|but|as|if|when|while|is|"
    r"are|was|were|be|has|have|had|will|would|not|no|whether|because|him|them|me|us)\b"
)
_QUALITIES = (
    r"(?:(?:the|an?|his|her|its|their|our|my|both|some|several)\s)?(?:a\s(?:couple|group|handful|host|mix|number|pair|range)\sof\s)?"
    rf"(?:(?!{_NO_QUALITY})[a-z][\w’'-]*\s){{0,3}}"
)
_TIME = (
    r"(?:\s(?:(?:on |early |late )*\w+day(?: (?:morning|afternoon|evening|night))?|(?:last|this) \w+|"
    r"earlier in the day|in [A-Z]\w+|(?:by|over) (?:the )?(?:tele)?phone|over \w+)){0,2}"
)
_TALK = (
    r"(?:talks|meetings?|discussions?|conversations?|consultations|(?:(?:tele)?phone |conference |video )?calls?|"
    r"breakfast|lunch|dinner|tea|coffee|supper|drinks|negotiations|session|audience)"
)
_HAS = (  # what one does with talks: holds them, asks for them, leaves or refuses them
    r"(?:hold|have|ha[ds]|held|holding|having|holds|open(?:s|ed)?|beg[aiu]ns?|resum(?:es?|ed)|start(?:s|ed)?|end(?:s|ed)|"
    r"conclud(?:es|ed)|complet(?:es|ed)|attend(?:s|ed)?|join(?:s|ed)?|left|walk(?:s|ed)? out of|br(?:oke|eaks) off|"
    r"suspend(?:s|ed)|cancel(?:s|l?ed)|call(?:s|ed) off|postpon(?:es|ed)|pull(?:s|ed) out of|ruled? out|rules out|"
    r"reject(?:s|ed)|refuse[sd]?|decline[sd]?|turn(?:s|ed) down|denied|seeks?|seeking|sought|propos(?:es|ed)|"
    r"request(?:s|ed)|"
    r"demand(?:s|ed)|wants?|wanted|schedul(?:es|ed)|plans?|planned|agree[sd]? to)"
)
_LETTER = r"(?:e-?mails?|letters?|notes?|messages?|memos?)"
_INQUIRES = re.compile(  # who asks because they inquire, not for a paper
    r"\bF\.?B\.?I\b|\b(?:police|agents|investigators?|detectives|prosecutors?|committee|panel|commission|inspectors|officers|"
    r"auditors|inquiry|sheriff|counsel|bureau|agency|ombudsman|watchdog|inspector general|lawmakers|senators|MPs)\b",
    re.IGNORECASE,
)
APPOSED = re.compile(  # from a person to what they lead: "Ada Renn of Sarn, chair of the Grain Office, met Vale"
    r"(?: of [^,.;:]{1,40})?, [^,.;:]{1,60}? (?:of|for|at) (?:the )?"
)
BETWEEN = re.compile(
    rf"(?<!\b[Nn]o )\b(?P<tells>{_TALK}|[Tt]alks|[Nn]egotiations|summit|encounter)(?: [\w’'-]+){{0,5}}? "
    r"between (?:the )?"
)
BEFORE_OWN = re.compile(r"\b(?:after|following|during|ahead of|before|since)\s\Z", re.IGNORECASE)
OWN_TALKS = re.compile(  # behind whoever has them: "Vale's meeting with Brask", "his talks on Monday with Brask"
    rf"(?P<whose>[’']s?|\b(?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts))\s(?:(?!{_NO_QUALITY})[a-z][\w-]*\s){{0,3}}(?P<tells>{_TALK})"
    rf"{_TIME}\swith\s{_QUALITIES}"
)
AND = re.compile(r" and (?:the |its |his |her |their )?")
AND_NAME = re.compile(r" and (?:the )?(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+){0,2})")
WITH_NAME = re.compile(
    r"[^.;:,“”\"\n]{0,60}?\bwith (?:the )?(?P<name>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?)(?=[.,;:]|\s[a-z])"
)
IN_PLACE = re.compile(
    r"(?:\s(?!that\b|which\b|who\b|and\b|but\b|after\b|before\b|to\b|about\b|on\b(?! \w+day\b))[\w’'-]+){0,5}?\s"
    r"(?:in|at)\s"
    r"(?P<place>[A-Z][\w-]+(?:\s[A-Z][\w-]+){0,2})(?![’'\w])"
)
AND_OTHERS = re.compile(  # bodies that nobody marked: "between Sarn and the three northern powers"
    r" and (?P<others>(?:the |its )(?:[\w-]+ ){0,3}?(?:powers|countries|nations|states|unions?|company|companies|"
    r"government|"
    r"negotiators|envoys|delegations?|authorities|rebels|army|military|sides|bloc|coalition|alliance|union))\b"
)
ENDS = re.compile(  # behind what two do with each other: no third side, nothing that they meet
    r"[”\"’]?(?=[.,;]|\s(?:in|at|on|by|for|over|last|this|next|yesterday|today|tomorrow|again|privately|briefly|twice|late|"
    r"early|before|after|during|about|to discuss|face to face|until|when|as|under|outside|behind)\b)"
)
OWNS = re.compile(r"['’]s?(?!\w)")
HER_OWN = re.compile(  # "her" of something that is hers
    r"\s(?!(?:in|at|on|for|to|with|and|but|by|about|after|before|last|this|when|while|as|again|twice|yesterday|today|over|"
    r"during|there|here|outside|that|from|because|if|unless|or|where|until|first|once|late|early|privately|briefly)\b)\w"
)
PEOPLE = re.compile(  # behind a side of whom only the name is a mention: "Vale aides"
    r"(?:['’]s)?(?: [a-z]+)? (?:aides|advisers|advisors|allies|officials|lawyers|staff(?:ers)?|associates|"
    r"representatives|lawmakers|leaders|envoys|negotiators|diplomats|delegation|campaign|team)\b"
)


@dataclass(frozen=True, slots=True)
class Telling:
    """Words that tell of a contact (`tells`), what leads on to the other side, and which sides may stand there."""

    tells: re.Pattern[str]
    to: re.Pattern[str]
    kind: ContactKind = "meeting"
    named: bool = False  # whether only those count who are called by a name or a title
    inquires: str = ""  # the side that has to inquire
    is_mutual: bool = False  # whether two who do it together do it with each other

    def takes(self, one: Mention, other: Mention) -> bool:
        """Whether such words are a contact of these two."""
        if self.named and (other.kind == "group" or not other.span.text[:1].isupper()):
            return False
        asks = {"one": one, "other": other}.get(self.inquires)
        return asks is None or _INQUIRES.search(asks.span.text) is not None


def _telling(
    tells: str,
    to: str,
    kind: ContactKind = "meeting",
    *,
    named: bool = False,
    inquires: str = "",
    is_mutual: bool = False,
) -> Telling:
    goes_on = re.compile(rf"{to}\s(?:that\s)?{_QUALITIES}" if to else rf"\s{_QUALITIES}")
    return Telling(re.compile(tells), goes_on, kind, named, inquires, is_mutual)


TELLINGS = (
    _telling(r"\b(?:meets?|met|meeting)\b", rf"(?:\s{_ADVERB}with|)", is_mutual=True),
    _telling(r"\bsp(?:eaks?|oke|eaking|oken)\b", rf"\s{_ADVERB}with", "call", is_mutual=True),
    _telling(r"\bsp(?:eaks?|oke|eaking|oken)\b", rf"\s{_ADVERB}to", "call", named=True),
    _telling(r"\btalk(?:s|ed|ing)?\b", rf"\s{_ADVERB}with", "talks", is_mutual=True),
    _telling(r"\btalk(?:s|ed|ing)?\b", rf"\s{_ADVERB}to", "talks", named=True),
    _telling(
        r"\b(?:huddl(?:es?|ed|ing)|confer(?:s|red|ring)?|din(?:es?|ed|ing)|lunch(?:es|ed)|breakfasted|chatt(?:ed|ing)|"
        r"(?:s[ai]ts?|sitting)(?: down| face to face)?)\b",
        rf"\s{_ADVERB}with",
    ),
    _telling(
        rf"\b{_HAS}\s(?:(?!no\b|not\b|to\b)[\w’'“\"-]+\s){{0,4}}?(?P<tells>{_TALK})\b",
        rf"[”\"’]?{_TIME}\swith",
        is_mutual=True,
    ),
    _telling(
        r"\b(?:hold|held|holding|g[ai]ve|giving|address(?:ed|ing)|told|telling|spoke|speak(?:ing|s)?|appear(?:s|ed|ing)?)\s"
        r"(?:at\s|in\s)?(?:an?\s|their\s|the\s)?joint\s(?P<tells>(?:press|news)\sconference)\b",
        r"(?:\sin\s[A-Z]\w+|\son\s\w+day)?\s(?:alongside|with)",
    ),
    _telling(
        rf"\b{_HAS}\s(?:an?\s|the\s|his\s|her\s|their\s)?(?:[a-z-]+\s){{0,2}}?(?P<tells>visit|trip)\b",
        r"(?:\sto\s[A-Z]\w+)?\s(?:by|from)",
        "visit",
    ),
    _telling(r"\breceiv(?:es?|ed|ing)\b", ""),
    _telling(
        r"\bdiscuss(?:ed|ing|es)?\b",
        rf"(?![^.,;:]*\b{_TALK}\b[^.,;:]*\swith)\s[^.,;:“”\"()\n]{{3,60}}?\swith",
        "talks",
    ),
    _telling(r"\b(?:interview(?:s|ed|ing)?|question(?:ed|ing)|grill(?:s|ed|ing)|quizzed)\b", "", inquires="one"),
    _telling(r"\b(?:interviewed|questioned|interrogated|grilled|quizzed)\b", rf"\s{_ADVERB}by", inquires="other"),
    _telling(r"\btestif(?:y|ies|ied|ying)\b", r"\s(?:\w+\s){0,3}?before"),
    _telling(r"\bappear(?:s|ed|ing)?\b", r"\s(?:\w+\s){0,2}?before", inquires="other"),
    _telling(r"\b(?:e-?mailed|texted|wr(?:ote|itten)(?=\sto\b))(?:\sto)?", "", "letter", named=True),
    _telling(
        rf"\b(?:sent|wrote|handed)\s(?:an?|the|two|another)\s(?:[\w-]+\s){{0,3}}?(?P<tells>{_LETTER})",
        r"\sto",
        "letter",
    ),
)  # fmt: skip
