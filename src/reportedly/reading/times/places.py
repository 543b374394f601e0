"""Whether what looks like an expression of time is one where it stands: "in 2020", not "Room 2020"."""

from __future__ import annotations

import re

from reportedly.reading.times.hours import NO_NOUN, is_hour
from reportedly.reading.times.numbered_days import GOES_ON, is_day_of_month
from reportedly.reading.times.patterns import END
from reportedly.reading.times.words import DECADES

_REACH = 24

_BEFORE_WORD = re.compile(r"(\w+)[ \xa0\n]*\Z")
_AFTER_WORD = re.compile(r"[ \xa0](\w+)")
_ATTACHED = re.compile(r"[\w$€£¥#№%]\Z|[\d][.,:/-]\Z|[a-z]\.\Z|\w(?<!\b[Pp]re)(?<!\b[Pp]ost)(?<!\b[Mm]id)[-–]\Z")
_PREPOSITIONS = frozenset([
    "in", "by", "since", "until", "till", "from", "to", "for", "before", "after", "of", "and", "or", "through",
    "during", "about", "around", "last", "next", "this", "past", "late", "early", "mid", "between", "on", "throughout",
    "but", "each", "every", "till", "versus",
])  # fmt: skip
_BEFORE_YEARS = _PREPOSITIONS - {"about", "around", "for"} | frozenset(
    ["the", "a", "an", "its", "his", "her", "their", "our", "year"]
)
_BEFORE_FAR_YEARS = frozenset(["in", "by", "since", "until", "till", "before", "after", "and", "or", "the", "year"])
_COUNTED = re.compile(
    r"(?:people|men|women|jobs|troops|soldiers|workers|employees|feet|metres|meters|miles|km|dollars|euros|pounds|"
    r"barrels|tons|tonnes|kilos|kilograms|hectares|acres|shares|units|copies|tanks|vehicles|cars|ships|aircraft|prisoners|"
    r"victims|patients|passengers|residents|respondents|participants|protesters|ballots|percent|per|cases|votes|members|civilians|refugees|migrants|homes|houses|words|pages|points|"
    r"seats|delegates|children|police|officers|students|families|hours|days|weeks|months|years|times)" + END
)
_NUMBERED = frozenset([
    "room", "no", "number", "page", "flight", "article", "section", "chapter", "route", "highway", "bus", "line",
    "building", "unit", "apartment", "suite", "platform", "resolution", "boeing", "airbus", "model", "about", "around",
    "agenda", "vision", "horizon", "strategy", "windows", "directive", "regulation", "decision", "case", "bill", "hb",
    "sb", "form", "code", "hotline", "some", "nearly", "almost", "roughly", "over", "than", "least", "most", "only",
    "exactly",
])  # fmt: skip
_NUMBERED_BY_NAME = frozenset(("Local", "Lodge", "Gate", "Pier", "Box", "Precinct", "Interstate"))  # "Local 1520"
_AFTER_YEAR = re.compile(
    r"\b(?:(?:until|till|since|before|in) at (?:least|most)|rather than|earlier than|later than)\s\Z"
)
_EVERY = re.compile(r"\b(?:every|each|alternate)(?:[ \xa0](?:other|second|third|single))?[ \xa0]\Z", re.IGNORECASE)
_OF_EACH = re.compile(r"[ \xa0](?:of|in)[ \xa0](?:every|each|a)[ \xa0](?:calendar[ \xa0])?(?:month|year|quarter)\b")
_TODAYS = frozenset(["Africa", "India", "Israel", "Psychology", "Russia", "USA"])  # papers, before "Today"
_PAPERS = frozenset([
    "times", "telegraph", "herald", "post", "express", "mail", "star", "mirror", "tribune", "courier", "observer",
    "business", "world", "sun", "people", "independent", "chronicle", "gazette", "press", "journal", "review", "ledger",
    "lantern", "mercury", "argus",
])  # fmt: skip
_BEFORE_SEASONS = frozenset(["in", "by", "since", "until", "till", "before", "all", "during", "for", "of", "after"])
_WITHIN_A_DAY = frozenset([
    "in", "by", "until", "till", "since", "spent", "spend", "spends", "spending", "for", "during", "through",
    "throughout",
])  # fmt: skip
_OFTEN = re.compile(r"\b(?:once|twice|times|days?|hours?|nights?|evenings?|mornings?)\s\Z")  # "twice a week on Monday"
_SHOW = re.compile(r"[ \xa0](?:programme|program|show)\b")
_FEASTS = frozenset(
    ["super", "black", "good", "ash", "holy", "easter", "cyber", "bloody", "palm", "ruby", "fat", "giving", "man"]
)
_SHORT_YEAR = re.compile(
    r"\b(?:in|since|of|by|until|from|to|before|after)[ \xa0]?(?:the[ \xa0])?['’]\Z"
    r"|\bin[ \xa0](?:\d\d[ \xa0]and[ \xa0])?\Z",
    re.IGNORECASE,
)
_AGED = re.compile(r"\b(?:his|her|their|my|your|our)[ \xa0](?:(?:early|mid|late)[- \xa0])?\Z", re.I)  # "in his sixties"
_AFTER_FALL = re.compile(
    r"[ \xa0](of|in|from|was|were|is)\b(?P<year>[ \xa0](?:(?:this|that|last|next)|the[ \xa0]\w+)[ \xa0]year\b)?"
)
_MEASURED = re.compile(  # "unemployment in the mid-30s"
    r"\b(?:temperatures?|mercury|highs|lows|degrees|thermometers?|celsius|fahrenheit|unemployment|joblessness|inflation|"
    r"turnout|approval|ratings?|rates?|per[ \xa0]?cent|percentages?|percentiles?|scores?|scored|polling|polls|polled|"
    r"odds|aged?|winds?|speeds?|mph)\b|[%°]",
    re.IGNORECASE,
)
_TENS = re.compile(r"(?<![\d'’])\d0s\Z")
_PERSON = re.compile(r"\b(?:man|woman|person) in (?:the )?(?:early |late |mid[- ])?\Z")  # "a man in the mid-30s"
_DECADES = re.compile(r"\d0s(?: and | or |, | to |[-–])(?:the )?\Z")  # "unemployment in the 1980s and 90s"
_LIVE = re.compile(r"[ \xa0](?:Live|Football|Lights|Fever)\b")  # "Saturday Night Live"
_NAME = re.compile(r"[ \xa0][A-Z][a-z]")
_CLAUSE_END = re.compile(r"[.;:!?\n]")
_BEFORE_LAST = _PREPOSITIONS - {"to"} | frozenset(
    ["in", "over", "within", "these", "those", "his", "her", "its", "their", "our", "my", "your"]
)
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|only|once|twice|times?|most|least|best|worst|another|last|already|all|"
    r"(?:bigg|larg|high|low|long|short|fast|slow|strong|weak|hott|cold|dead|great|few|small|sharp|steep|warm)est)\b",
    re.IGNORECASE,
)
_OF_WHAT = re.compile(r"['’]|[ \xa0](?:of|when|that|which|where|in|flat|on|or|at)\b")
_KEPT_THEN = re.compile(  # "by morning traffic"
    r"[ \xa0-](?:bell|bulletin|call|edition|light|mist|news|papers?|post|prayers?|rush|shift|star|sun|tea|traffic|"
    r"trains?)\b"
)
_MODAL_MAY = re.compile(r"[ \xa0](?:I|we|he|she|they|it|you|not|be|have|the|well|also)\b")


def stands(text: str, start: int, end: int, kind: str) -> bool:
    """Whether an expression of this kind is one of time in this place."""
    before = text[max(0, start - _REACH) : start]
    if _ATTACHED.search(before):
        return False
    found = _BEFORE_WORD.search(before)
    word = found[1] if found else ""
    if text.startswith(("that ", "That "), start) and not _is_pointing(text, start, end, before, word):
        return False
    if kind in {"weekday", "month", "season"} and (_EVERY.search(before) or _OF_EACH.match(text, end)):
        return False
    if word in _TODAYS and text[start:end].lower() == "today" and text[start].isupper():
        return False
    if text.startswith("a second", start) and word.endswith("s"):
        return False  # "300 cubic metres a second before July"
    match kind:
        case "year" if end - start == 4:
            return _is_year(text, end, before, word)
        case "short year":
            return bool(_SHORT_YEAR.search(before) and NO_NOUN.match(text, end))
        case "month":
            return _is_month(text, start, end, word)
        case "weekday" if _LIVE.match(text, end) and text.endswith("Night", start, end):
            return False
        case "weekday":
            return _is_weekday(text, start, end, word)
        case "season" if end - start <= 6:
            return word.lower() in _BEFORE_SEASONS
        case "season" if (
            _NAME.match(text, end) and text[end - 1].islower() and text[start:end].split()[-1][0].isupper()
        ):
            return False  # "the Winter Palace"
        case "season" if text[start:end].lower() in {"the fall", "the spring"}:
            return _is_season(text, end, word)
        case "decade":
            return (
                not _AGED.search(before)
                and not _is_measured(text, start, end)
                and text[start:end].lower() not in DECADES
            )
        case "years":
            return word.lower() not in _NUMBERED
        case "stretch" if text.startswith("last ", start):  # a verb in "could last two years"
            return not word or word.lower() in _BEFORE_LAST
        case "ahead":
            return _is_ahead(text, start, end)
        case "this day":
            return word.lower() != "to"
        case "day" if text.startswith(("a week on ", "A week on "), start):
            return not _OFTEN.search(before)
        case "day" | "week" if text[start].isupper():
            return not _is_title(text, start, end, before, word)
        case "hour":
            return is_hour(text, start, end)
        case "evening":
            return word.lower() in _WITHIN_A_DAY and (word.lower() in {"in", "spent"} or _follows_on(text, end))
        case "by evening":
            return word.lower() in {"by", "until", "till", "since", "toward", "towards"} and not _KEPT_THEN.match(
                text, end
            )
        case "new year":
            return word.lower() in {"by", "until", "till", "since", "before", "after", "from"}
        case "all day":
            return not word or word.lower() not in {"by", "on", "and", "of"}
        case "day of month":
            return is_day_of_month(text, start, end, word)
        case "part of year":
            return _is_part_of_year(text, end, word)
    return True


def _follows_on(text: str, end: int) -> bool:
    """Not "for the morning edition"."""
    following = _AFTER_WORD.match(text, end)
    return following is None or following[1] in GOES_ON or following[1].lower() in _PREPOSITIONS


def _is_measured(text: str, start: int, end: int) -> bool:
    """Whether tens without an apostrophe are those of what is measured or counted: "the 30s", not "the ’30s"."""
    if _TENS.search(text, max(0, start - 1), end) is None:
        return False
    if _DECADES.search(text, max(0, start - 12), start):
        return False
    before = _CLAUSE_END.split(text[max(0, start - 60) : start])[-1]
    if _PERSON.search(before):
        return True
    after = _CLAUSE_END.split(text[end : end + 40])[0]
    return _MEASURED.search(before + " " + after) is not None


def _is_season(text: str, end: int, word: str) -> bool:
    """Not "the fall of the city", "the fall in prices", "the spring of hope", "The fall was broken"."""
    following = _AFTER_FALL.match(text, end)
    if following is None or following["year"]:
        return True
    return following[1] == "in" and word.lower() in {"in", "since", "until", "over", "throughout"}


def _is_pointing(text: str, start: int, end: int, before: str, word: str) -> bool:
    """Whether "that" points at an expression: "by that Friday"; not in "she said that Friday was too late"."""
    if not text[end - 1 : end].isalpha() or not any(letter.isupper() for letter in text[start + 5 : end]):
        return True  # "that day"
    if text.startswith("May", start + 5):  # may be the name of whoever acts
        return False
    return not word or not before.rstrip(" \xa0").endswith(word) or word[0].isupper() or word.lower() in _PREPOSITIONS


def _is_title(text: str, start: int, end: int, before: str, word: str) -> bool:
    """ "ABC’s This Week", "USA Today": what begins with a capital in the middle of a sentence, after a name."""
    if text[start:end].split()[0] not in {"This", "Today", "Tonight"} or not before.endswith(" "):
        return False
    return word[:1].isupper() or before.endswith(("’s ", "'s ")) or _SHOW.match(text, end) is not None


def _is_ahead(text: str, start: int, end: int) -> bool:
    """ "In two weeks" tells when; not with "the first", "twice", "two years of war", "two years' work"."""
    before = re.split(r"[.;!?\n]", text[max(0, start - 80) : start])[-1]
    return not _RANKED.search(before) and not _OF_WHAT.match(text, end)


def _is_year(text: str, end: int, before: str, word: str) -> bool:
    if not "1500" <= text[end - 4 : end] < "2100":
        leads = _BEFORE_FAR_YEARS if text[end - 4 : end] > "2" else _BEFORE_YEARS
        if word.lower() not in leads or not NO_NOUN.match(text, end):
            return False
    if word.lower() in {"around", "about"}:  # "around 1850" is a year, "about 2000" may be a number
        return not text.startswith("00", end - 2) and bool(NO_NOUN.match(text, end))
    follows_year = _AFTER_YEAR.search(before) is not None  # "until at least 2007"
    numbered = word in _NUMBERED_BY_NAME or word.lower() in _NUMBERED
    if (numbered and not follows_year) or before.endswith(("-", "–")):
        return False
    if word.isdigit() or (word.lower() == "at" and NO_NOUN.match(text, end)):  # "0800 1945 2016", "closed at 1985"
        return False
    following = _AFTER_WORD.match(text, end)
    if following is not None and _COUNTED.match(following[1]):
        return False
    if follows_year:
        return True
    if word.lower() in _BEFORE_YEARS or not word or word[0].isupper() or not before.endswith((" ", "\xa0")):
        return True
    return following is None or not following[1].islower() or not following[1].endswith("s")


def _is_month(text: str, start: int, end: int, word: str) -> bool:
    name, lower = text[start:end], word.lower()
    if name.isupper() and len(name) < 5:
        return False
    if name.lower().startswith(("last ", "next ", "this ", "early", "late", "mid", "past", "coming", "previous")):
        return True
    if any(letter.isdigit() for letter in name) or " " in name:
        return True
    if lower in {"in", "since", "until", "till", "during"}:
        return True
    if lower in _PREPOSITIONS:
        return not (name == "May" and _MODAL_MAY.match(text, end))
    if lower in {"a", "an", "the"} and name in {"April", "June"}:  # "a June Trump rally"
        return True
    if len(name) == 3 and name != "May":  # a name, where it stands alone
        return False
    if name in {"May", "March", "August", "April", "June"}:
        following = _AFTER_WORD.match(text, end)
        named = bool(word) and word[0].isupper()
        followed = following is not None and following[1][0].isupper()
        return not named and not followed and not (name in {"May", "March"} and not word)
    return True


def _is_weekday(text: str, start: int, end: int, word: str) -> bool:
    if word.lower() in _FEASTS and word[0].isupper():
        return False
    following = _AFTER_WORD.match(text, end)
    if following is None or following[1].lower() in {"school", "schools"}:
        return following is None
    return following[1].lower() not in _PAPERS or following[1].islower()


def _is_part_of_year(text: str, end: int, word: str) -> bool:
    """ "In the second half" of a year; that of a match, a game or a list is told by what follows."""
    following = re.compile(r"[ \xa0](of|to|in|share|final|time|goals?|penalty|header|substitute)\b").match(text, end)
    return following is None or bool(re.search(r"\d{4}|year", text[end - 5 : end]))
