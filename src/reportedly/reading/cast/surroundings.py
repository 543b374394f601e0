"""What the words around a name say of its kind: a country or capital, a body, nobody in person."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reportedly.reading.cast.name_forms import Key, key_of
from reportedly.reading.cast.nouns import country, gender_of, honorific, is_first_name, noun, qualifies, small_words
from reportedly.records import ActorKind

_NAMED = r"(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?)"
_OF_STATES = (
    r"government|ministry|minister|president|premier|chancellor|ambassador|embassy|parliament|capital|army|navy|"
    r"border|authorities"
)
_OFFICES = rf"(?:{_OF_STATES}|king|queen|state|republic|kingdom|people|citizens|territory|delegation|mission)"
_OF_BARE_STATES = (
    rf"(?:{_OF_STATES}|envoy|consul|consulate|representation|[Pp]rime [Mm]inister|[A-Z]\w+ [Mm]inister|"
    r"Ministry|Minister|[Pp]resident|[Ss]ecretary of [Ss]tate|negotiators?|mediators?|head of (?:state|government)|"
    r"side|defen[cs]e|(?:air|armed) forces?|troops|soldiers|police|coast ?guard|officials?|diplomats?)"
)
_IN_REALM = re.compile(rf"\b(?:in|into|across|inside|throughout) {_NAMED}\b")
_OF_REALM = re.compile(rf"\b{_OFFICES} (?:of|to|in) {_NAMED}\b", re.ASCII)
_OF_REALMS = re.compile(
    r"\b(?:governments|ministers|presidents|premiers|leaders|capitals|armies|navies|envoys|delegations|authorities|"
    r"officials|diplomats|negotiators|troops|soldiers|ambassadors|refugees|migrants) "
    r"(?:of|from) (?P<names>[A-Z][\w-]+(?:, [A-Z][\w-]+)*,? and [A-Z][\w-]+)(?! [A-Z])"
)
_REALMS_OWN = re.compile(rf"\b{_NAMED}['’]s (?:[a-z-]+ ){{0,2}}{_OFFICES}\b")
_OWNED = (
    r"(?:board|shares?|shareholders|stock|employees|customers|workforce|headquarters|subsidiary|products?|profits?|"
    r"users|website|app|factor(?:y|ies)|plants?|chief executive|CEO|co-founder)"
)
_COMPANY = (
    r"(?:[Cc]ompany|[Ff]irm|[Gg]iant|[Rr]etailer|[Ss]tart-?up|[Aa]irline|\w+maker|[Cc]onglomerate|[Mm]anufacturer|"
    r"[Ll]ender|[Cc]hain|[Mm]aker|[Bb]rewer|[Ii]nsurer|[Cc]arrier|[Ss]upplier)"
)
_OF_BODY = re.compile(rf"\b{_OWNED}(?: officer)? (?:of|at) {_NAMED}\b", re.ASCII)
_BODYS_OWN = re.compile(rf"\b{_NAMED}['’]s (?:[a-z-]+ )?{_OWNED}\b")
_BODY_CALLED = re.compile(rf"\b{_COMPANY} {_NAMED}\b", re.ASCII)
_FIRM = "|".join(word.title() for word in small_words("company_name"))
_IN_BARE_REALM = re.compile(  # no "shares in Orvel Foods"
    rf"\b(?:in|across|inside|throughout) (?P<name>[A-Z][\w-]+)(?!['’\w])(?! (?:{_FIRM})\b)"
)
_BARE_REALMS = re.compile(rf"(?<![’'.\w-])(?P<name>[A-Z][a-z][\w-]+)(?:['’]s)? (?:[a-z-]+ ){{0,2}}{_OF_BARE_STATES}\b")
_NO_PERSON = re.compile(
    r"(?<![’'.\w-])(?P<name>[A-Z][a-z][\w-]+) (?:[a-z-]+ ){1,6}its\b"
)  # "Orsova must do its homework"
_BARE_OWNER = re.compile(r"(?<![’'.\w-])(?P<name>[A-Z][a-z][\w-]+)['’]s (?P<first>[A-Z][\w-]+) [A-Z]")
_OF_PEOPLE = re.compile(r"\b(?P<word>[A-Z][a-z]{2,}(?:an|n|i|ese|ish|ic))s?\b(?= [a-z])")
_ENDINGS = frozenset(("an", "ian", "nian", "ean", "n", "i", "ni", "ese", "nese", "ish", "ic", "nic"))
_CAPITAL_BEFORE = r"(?<![\w’'-])([A-Z][\w.-]*) "

Votes = Counter[ActorKind]


class Surroundings:
    """What an article's words around each name say of its kind."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._votes: dict[Key, Votes] = defaultdict(Counter)
        self._bare: dict[Key, Votes] = defaultdict(Counter)  # where nothing but its looks makes a name a person's
        for pattern, votes in ((_IN_REALM, 1), (_OF_REALM, 3), (_REALMS_OWN, 3)):
            for match in pattern.finditer(text):
                self._votes[key_of(match["name"])]["government"] += votes
        for pattern in (_IN_BARE_REALM, _BARE_REALMS):
            for match in pattern.finditer(text):
                self._bare[key_of(match["name"])]["government"] += 5
        # what is no person is a body where the lists know the countries, and else a country as likely
        known = any(country(word) for word in set(re.findall(r"\b[A-Z][a-z]{3,}\b", text)))
        owners = (match for match in _BARE_OWNER.finditer(text) if is_first_name(match["first"]))
        for match in (*_NO_PERSON.finditer(text), *owners):
            self._bare[key_of(match["name"])]["organisation" if known else "government"] += 5
        for pattern in (_OF_BODY, _BODYS_OWN, _BODY_CALLED):
            for match in pattern.finditer(text):
                if not gender_of(match["name"].split()[0]):
                    self._votes[key_of(match["name"])]["organisation"] += 5
        for match in _OF_REALMS.finditer(text):
            for name in re.findall(r"[A-Z][\w-]+", match["names"]):
                self._bare[key_of(name)]["government"] += 5
        self._peoples = {match["word"] for match in _OF_PEOPLE.finditer(text)}

    def votes(self, key: Key, bare: str | None) -> Votes:
        """The votes for the kinds of a name; `bare` is its one word where no title or role stands beside it.

        Governments have those of "in Talvera", "Talvera's foreign minister" and "Talveran soldiers", organisations
        those of "the drugmaker Brightline" and "Brightline's shareholders".
        """
        votes = self._votes[key].copy() if key in self._votes else Counter[ActorKind]()
        if bare is not None:
            more = self._bare.get(key, Counter[ActorKind]()).copy()
            if any(_is_of(word, bare) for word in self._peoples):
                more["government"] += 6
            if more and is_bare(self._text, bare):
                votes += more
        return votes


def is_bare(text: str, name: str) -> bool:
    """Whether a name is one word that is no first name, and that no first name or title stands before."""
    if (
        not name[:1].isupper()
        or " " in name
        or is_first_name(name)
        or noun(name) is not None
        or len(name) < 4
        or qualifies(name)
    ):
        return False
    before = re.findall(rf"{_CAPITAL_BEFORE}{re.escape(name)}\b", text)
    return not any(is_first_name(word) or honorific(word) is not None or _is_office(word) for word in before)


def _is_office(word: str) -> bool:
    found = noun(word)
    return found is not None and found.kind == "person"


def _is_of(word: str, name: str) -> bool:
    """Whether a word tells what is of a country ("Talveran" for Talvera, "Kasterian" for Kasterland)."""
    root = name.removesuffix("land").rstrip("aeiouy")
    return word != name and len(root) > 2 and word.startswith(root) and word[len(root) :] in _ENDINGS
