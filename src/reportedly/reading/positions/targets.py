"""What a stand is on, as words that can be printed: whole words, a whole phrase, marks in pairs, something named."""

from __future__ import annotations

import re

from reportedly.records.position import Stance

_DANGLING = re.compile(
    r"(?:^|[\s“\"‘])(?:an?|the|of|to|for|in|on|at|with|by|from|and|or|nor|that|which|who|whose|as|about|into|over|any|all|no|"
    r"his|her|its|their|our|my|your|this|these|those|some|every|each|other|more|against|between|under|than|is|are|be)$",
    re.IGNORECASE,
)
_CUT = re.compile(r"(?:[a-z]+ing|[^\n]*(?:['’]s|s['’]))\Z")  # "bringing", "the United States’"
_GOES_ON = re.compile(r"\s[a-z]")
_SHORTENED = re.compile(r"\b(?:Sens?|Reps?|Gov|Govs|Mrs?|Ms|Dr|St|Gen|Lt|Col|Sgt|Rev|Prof)$")
_FIRST_NAME = re.compile(r"[A-Z][a-z]+")
_SURNAME = re.compile(  # "backed Ada | Renn", but not "backed Renn | Monday"
    r"(?: (?!\w+day\b|(?:Jan|Febr)uary|March|April|May|June|July|August|\w+ber\b|And|For|With|Over|After|The)"
    r"[A-Z][\w’-]{2,}){1,2}"
)
_FARTHER = 90  # characters behind the words in which their phrase must end
NO_TITLE = r"(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\bGov)(?<!\bSen)(?<!\bRep)(?<![A-Z])"
_STOP = re.compile(
    rf"{NO_TITLE}[.](?!\d)|,(?!\d)|[;:?!()\[\]\n—–\"“”]|''|\s-\s|"
    r"\s(?:despite|even|although|though|since|during|who|which|while|because|but|when|after|before|if|unless|until|as|and|"
    r"said|says)\b"
)
_NEGATED = re.compile(
    r"not to (?=\w)|(?:\w+ )?(?:will|would|shall) (?:refuse|decline) to (?=\w)|"
    r"(?:(?!(?:that|which|who|whose)\b)[^\s,;]+ ){1,7}?"
    r"(?:(?:would|will|could|can|shall|should|must) (?:not|never)|cannot|\w+n['’]t) "
    r"(?!take place\b|happen\b|go ahead\b)(?=\w)",
    re.IGNORECASE,
)
_SUBJECT = r"[\"“'‘]?(?:I|he|she|it|they|we|you|there)"
_TO_DO = re.compile(  # "he would not meet", "there will be no", "would meet"
    rf"{_SUBJECT}(?:['’](?:ll|d)\s+|"
    r"\s+[\"“]?(?:would|will|shall|could|can|should|must|may|might|(?:is|are|was|were) to)\s+)"
    r"[\"“]?(?:(?:\w+ly|not|never|be no|be no (?:further|more))\s+)?(?=\w)|"
    r"there(?:['’]s| is| are| was| were) no (?:further |more )?|"
    r"(?:would|will|shall|could|may|might)\s+(?:not\s+|never\s+)?(?!(?:be|not|never)\b)(?=[a-z])",
    re.IGNORECASE,
)
_INSIDE = re.compile(  # "she had the votes to topple", "he had not made up his mind about the", "it was for the"
    r"\b(?:to|for|against|about|considering|regard(?:s|ed))\s+(?!(?:be|it|him|her|them|me|us|you|that|this)\b)(?=\w)"
)
_NO = re.compile(r"\b(?:no|not|never)\b|n['’]t\b", re.IGNORECASE)
_BY_PRONOUN = re.compile(rf"{_SUBJECT}(?:['’](?:s|re|m|ve|ll|d))?\s", re.IGNORECASE)
_NEXT_WORD = re.compile(r"\s+(\w+)")
_NAME = re.compile(r"\.?(?:\s+[A-Z][\w.’'-]*){1,3}")
_OTHERS_TO = re.compile(r"(?:him|her|them|us|me|you) to [\"“‘]?(?=\w)")  # "asked her to open the lock"
_FEW = 3
_LEADING = re.compile(r"(?:(?:that|to|for|against|on|upon|of|about|whether|and|but)\s+)+", re.IGNORECASE)
_FARTHER_ON = re.compile(  # what is added to a phrase that is whole
    r",? (?:even )?(?:although|though|because|whereas|despite)\b|"
    r", (?:but|saying|adding|including|which|who|where|that|so)\b|"
    r", and (?:I|we|you|he|she|they)\b|, and (?:\S+ ){1,3}?(?:can|will|would|is|are|was|were|has|have|had)\b|"
    r"\s[—–-]\s|\sbut\b|\sand (?:will|would|is|are|was|were|has|have|had|says?|said|considers?|"
    r"\w+ed (?:the|an?|his|her|its|their))\b|"
    rf"{NO_TITLE}[.?!][\"”’']* (?=[\"“]?[A-Z][a-z’']* [a-z])"
)
_TRAILING = re.compile(
    r"(?<![\s,])(?:[\s,]+(?:an?|the|of|to|for|in|on|at|with|by|from|and|or|but|that|which|who|as|about|into|his|her|its|their|"
    r"any|all|is|are|be|when|if|where|what|how|why))+$",
    re.IGNORECASE,
)
_TOLD_ON = re.compile(  # "approved a bill on Wednesday"
    r"(?<=\w)\s+on (?:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?\Z", re.IGNORECASE
)
_FOR_LONG = re.compile(r",?\s+[\"“]?for (?:days|weeks|months|years|decades|a (?:long|short) time|now)[\"”]?\Z")
_HELD = re.compile(  # what is held on a day
    r"\b(?:(?:go|come|meet|met|sit|sail|speak|play|game|match|open|close|rally|session)s?|"
    r"(?:vot|elect|strik|meeting|march|talk|summit|sitting|debat|hearing|referend|protest|ballot|visit|appear|walk|leav|begin|"
    r"start)\w*)\b",
    re.IGNORECASE,
)
_REFLEXIVE = re.compile(  # who defends "himself", seeks to "distance herself"
    r"(?:(?:distance|align|present|position|portray|cast|reinvent|prove|defend) )?"
    r"(?:(?:my|him|her|it)self\b|(?:our|them)selves\b)",
    re.IGNORECASE,
)
_QUESTION = re.compile(
    r"(?:Is|Are|Was|Were|Has|Have|Had|Do|Does|Did|Will|Would|Can|Could|Should|Why|How|What|Who|When|Where)\s(?!not\b)"
)
_CONDITION = re.compile(
    r"(?<! the)(?<! her)(?<! his),?(?<!\s)\s+(?:(?:but )?only )?(?:if|unless|provided|providing|once|until|"
    r"till(?! of\b)|(?:as|so) long as|as soon as|on (?:the )?condition|should (?:he|she|it|they))\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"(?:if|whether)\s+", re.IGNORECASE)  # "must decide if he wants it"
_EDGES = " ,;:.–—-\n"
_QUOTED = "\"“”‘’'"
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))  # a single closing mark is an apostrophe as well
_HOLLOW_WORDS = """
a an the of to for in on at with by from and or but nor that this these those it he she we they i you him her them us me
his its their our my your who which what there here so such one ones any all some no not never do does did done doing be
is are was were been being has have had will would shall should can could may might must also as if about into over
opposed supported against yes consider considering so comment
only condition before after until since
idea ideas none effort efforts thing things matter up out off down away back
more less same budge sure
anybody anyone anything everybody everyone everything nobody nothing somebody someone something
"""
_HOLLOW = frozenset(_HOLLOW_WORDS.split())
_WORD = re.compile(r"\w+")
_RELATIVE = re.compile(r"\W*(?:which|who|whom|whose|that|what)\W*\Z", re.IGNORECASE)
_DAY = re.compile(  # when somebody votes is not what for
    r"(?:(?:on|by|in|until) (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)(?: \d{1,2})?)|"
    r"(?:(?:next|last|this) (?:\w+day|week|month|year|spring|summer|autumn|winter)|today|tomorrow|tonight|yesterday))"
    r"(?: (?:morning|evening|night))?\W*\Z",
    re.IGNORECASE,
)


def target_in(text: str, start: int, end: int) -> str | None:
    """The words of this place, from the beginning of a phrase to its end; None where they name nothing."""
    if _RELATIVE.match(text[start:end]):
        return None
    start, end = _whole(text, start, end)
    words = text[start:end].strip(_EDGES + '"“‘').lstrip("”’ ")
    if _DAY.match(words):
        return None
    words = words[match.end() :] if (match := _LEADING.match(words)) else words
    words = _FARTHER_ON.split(words, maxsplit=1)[0]
    undated = words if _HELD.search(words) else _TOLD_ON.sub("", _FOR_LONG.sub("", words.rstrip(_EDGES)))
    words = undated if names_something(undated) else words
    words = " ".join(_paired(_TRAILING.sub("", words.strip(_EDGES))).split())
    return words if names_something(words) else None


def stood_on(target: str, stance: Stance) -> str | None:
    """The thing or the action of a target whose words are a sentence; None where that asks, or is about a pronoun.

    Of "he would meet the rebels" it is the meeting, of "she was the most popular of all" nothing. What somebody is
    against goes without its negation: printed whole, "the alliance would never leave Ukraine" would say the reverse.
    """
    if _QUESTION.match(target):
        return None
    if (asked := _ASKED.match(target)) is not None and stance != "conditional":
        if stance != "undecided":
            return None
        target = target[asked.end() :]
    if stance == "conditional" and (condition := _CONDITION.search(target)) is not None:
        unconditional = target[: condition.start()]
        target = _paired(unconditional) if names_something(unconditional) else target
    match = _NEGATED.match(target) if stance in ("against", "conditional") else None
    match = match or _TO_DO.match(target) or _OTHERS_TO.match(target)
    if match is None and _BY_PRONOUN.match(target):
        match = _INSIDE.search(target)
        if match is None:
            return None
    if match is not None:
        if stance == "for" and _NO.search(target, 0, match.end()):
            return None
        target = _paired(target[match.end() :])
    return target if names_something(target) else None


def names_something(words: str) -> bool:
    """Whether a word with a meaning of its own is among them, and they are not about the holder alone."""
    if _REFLEXIVE.match(words):
        return False
    return any(word.lower() not in _HOLLOW and len(word) > 1 for word in _WORD.findall(words))


def _whole(text: str, start: int, end: int) -> tuple[int, int]:
    """The place, without the rest of a word at its beginning, and as far as the phrase at its end goes."""
    if 0 < start < end and text[start].isalnum() and text[start - 1] in "'’" and text[start - 2 : start - 1].isalnum():
        while start < end and text[start].isalnum():
            start += 1
    while start and start < end and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    whole = _word_end(text, end)
    dangles = _DANGLING.search(text[start:whole]) is not None or whole > end
    dangles = dangles or (_CUT.match(text, start, whole) is not None and _GOES_ON.match(text, whole) is not None)
    end = whole
    is_title = _SHORTENED.search(text[start:end].rstrip(".")) is not None
    if is_title or _FIRST_NAME.fullmatch(text, start, end):
        name = (_NAME if is_title else _SURNAME).match(text, end)
        end = end if name is None else name.end()
    follows = _NEXT_WORD.match(text, end)
    words = text[start:end].split()
    few = 0 < len(words) <= _FEW and words[-1].islower()
    if dangles or not words or (follows is not None and (follows[1] == "of" or (few and follows[1] in ("to", "for")))):
        begin = follows.end() if follows is not None else end  # the first word belongs to it whatever it is
        stop = _STOP.search(text, begin, end + _FARTHER)
        if stop is not None:
            end = stop.start()
    return start, end


def _word_end(text: str, end: int) -> int:
    """Where the word ends that is cut here, one with a hyphen, a sum with its point."""
    while end < len(text) and (
        (text[end].isalnum() and text[end - 1 : end].isalnum())
        or (text[end] in "-." and text[end - 1 : end].isalnum() and text[end + 1 : end + 2].isalnum())
        or (text[end].isalnum() and text[end - 1 : end] in "-$€£.")
    ):
        end += 1
    return end


def _paired(words: str) -> str:
    """The words without quotation marks around all of them, and without marks that have no partner."""
    words = words.replace("``", "“").replace("''", '"')
    for opening, closing in _PAIRS:
        words = _without_partnerless(words, opening, closing)
    if words.count('"') % 2:
        last = words.rfind('"')
        words = words[:last] + words[last + 1 :]
    if "’" not in words:
        words = words.replace("‘", "")
    whole = len(words) > 1 and words[0] in _QUOTED and words[-1] in _QUOTED
    if whole and not any(sign in words[1:-1] for sign in '"“”'):
        words = words[1:-1]
    return words.strip(_EDGES)


def _without_partnerless(words: str, opening: str, closing: str) -> str:
    """The words without closing marks that nothing opens, and opening marks that nothing closes."""
    kept: list[str] = []
    unclosed: list[int] = []
    for sign in words:
        if sign == opening:
            unclosed.append(len(kept))
        elif sign == closing:
            if not unclosed:
                continue
            unclosed.pop()
        kept.append(sign)
    return "".join(sign for place, sign in enumerate(kept) if place not in unclosed)
