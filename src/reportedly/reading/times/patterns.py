"""The pieces that patterns of dates are put together from. None of them can match in two ways, so none is slow."""

from __future__ import annotations

from reportedly.reading.times.words import NUMBERS, ORDINALS

GAP = "[ \xa0]{1,2}"  # between two words of one expression; never a new line
MAYBE_GAP = "[ \xa0]{0,2}"
END = r"(?![\w])"

MONTH = (
    r"(?=[A-Z])(?i:jan(?:uary|\b\.?)|feb(?:ruary|\b\.?)|mar(?:ch|\b\.?)|apr(?:il|\b\.?)|may|jun(?:e|\b\.?)|"
    r"jul(?:y|\b\.?)|aug(?:ust|\b\.?)|sept?(?:ember|\b\.?)|oct(?:ober|\b\.?)|nov(?:ember|\b\.?)|dec(?:ember|\b\.?))"
    rf"{END}"
)
WEEKDAY = r"(?=[A-Z])(?i:(?:mon|tues|wednes|thurs|fri|satur|sun)day)" + END
SHORT_WEEKDAY = r"(?:(?:Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?|" + WEEKDAY + ")"
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)" + END

_IN_ZONE = r"[ \xa0](?:UTC|GMT|BST|CES?T|EES?T|[ECMP][SD]T|MSK|local[ \xa0]time)\b"  # behind an hour: "1700 GMT"
YEAR = rf"(?:1\d|2[01])\d\d(?![\w%]|[.,:/]\d|-\w|{_IN_ZONE}|[ \xa0](?:hours|hrs)\b)"
DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?!\w|[.,:/]\d|%)"
DAY_IN_WORDS = r"(?i:" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")" + END

_COMPOUND = [word.split("-") for word in NUMBERS if "-" in word]  # every ten with every unit: "twenty-one"
_TENS, _UNITS = ("|".join(dict.fromkeys(parts)) for parts in zip(*_COMPOUND, strict=True))
_SIMPLE = sorted((word for word in NUMBERS if "-" not in word), key=len, reverse=True)
_WORDS = f"(?:{_TENS})-(?:{_UNITS})|" + "|".join(word.replace(" ", GAP) for word in _SIMPLE)
NUMBER = rf"(?:\d{{1,3}}(?![\w,.]\d)|(?i:(?:{_WORDS})(?:{GAP}hundred(?:{GAP}and{GAP}(?:{_WORDS}))?)?)){END}"
MANY = r"(?i:a few|few|several|some|many|recent|couple of)" + END
UNIT = r"(?i:days?|weeks?|fortnights?|months?|quarters?|years?|decades?|weekends?|nights?)" + END
SHORT_UNIT = r"(?i:seconds?|minutes?|hours?)" + END

DASH = "[-\u2013]"
WHICH = r"(?i:last|next|this(?:[ \xa0](?:past|coming))?|past|coming|previous)" + END

PART_OF_DAY = r"(?i:mornings?|afternoons?|evenings?|nights?|lunchtime|noon|midday|midnight|dawn|dusk)" + END
CLOCK = (
    r"(?:(?:[01]?\d|2[0-4])[:.][0-5]\d(?!\d|[.,:]\d)(?:[ \xa0]?(?:[ap]\.m\.|[ap]m\b))?|"
    r"(?:1[0-2]|0?[1-9])[ \xa0]?(?:[ap]\.m\.|[ap]m\b)|"
    rf"(?:[01]\d|2[0-3])[0-5]\d(?={_IN_ZONE}))"
    r"(?:[ \xa0]\(?(?:UTC|GMT|BST|CES?T|EES?T|[ECMP][SD]?T|AE[SD]T|IST|JST|MSK|"
    r"local(?:[ \xa0]time|(?=[.,;)]|[ \xa0]on\b))|"
    r"(?!(?:Last|Next|This|That)\b)[A-Z][a-z]+[ \xa0](?:(?:[Ss]tandard|[Dd]aylight|[Ss]ummer)[ \xa0])?[Tt]ime|"
    r"(?:Eastern|Central|Mountain|Pacific)(?![ \xa0](?!(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun))[A-Z]))"
    r"(?:[ \xa0]?[+-]\d{1,2})?\b\)?)?"
)
HOURS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOURS = "|".join(HOURS)
VAGUE_HOURS = frozenset(["midnight", "dawn", "dusk", "first light", "daybreak", "sunrise", "sunset", "nightfall"])
HOUR_IN_WORDS = (
    rf"(?i:(?:half|(?:a{GAP})?quarter|twenty|ten|five){GAP}(?:past|to){GAP}(?:{_HOURS})|(?:{_HOURS}){GAP}o['’]clock|"
    rf"{_HOURS}|noon|midnight|midday|dawn|dusk|first light|daybreak|sunrise|sunset|nightfall|lunchtime|teatime)" + END
)
