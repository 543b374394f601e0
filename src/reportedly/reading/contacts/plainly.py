"""What words say plainly of a contact: that it is refused, off, or only possible, or that there is none.

Who "will not meet" refuses, who "called off talks" cancels, who "never met" has no contact. It goes before the weights
of `statuses`, which weigh what is not plain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from reportedly.reading.contacts import plain_words as words
from reportedly.reading.times.verbs import find_verbs
from reportedly.records.contact import ContactStatus

Plain = ContactStatus | Literal["none"]
Place = tuple[int, int]
_REACH = 120  # characters before the words for a contact in which those that govern them stand
_FAR = 200  # characters behind them in which their verb stands, beyond who takes part and when
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class _Telling:
    """The words for a contact from `at` to `end`, in their sentence from `low` to `high`."""

    text: str
    low: int
    at: int
    end: int
    high: int

    def led_by(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The words that lead up to those for the contact."""
        return pattern.search(self.text, self.low, self.at)

    def goes_on(self, pattern: re.Pattern[str]) -> bool:
        """Whether words come right behind those for the contact."""
        return pattern.match(self.text, self.end, self.high) is not None

    def begins(self, pattern: re.Pattern[str]) -> bool:
        """Whether the words for the contact are of some kind."""
        return pattern.match(self.text, self.at, self.end) is not None

    def stands_before(self, found: re.Match[str], *patterns: re.Pattern[str]) -> bool:
        """Whether words lead up to other words."""
        return any(pattern.search(self.text, self.low, found.start()) for pattern in patterns)

    def subject(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """The words with which the subject of the contact's verb begins; None where another verb lies between."""
        found = next(iter(reversed(list(pattern.finditer(self.text, self.low, self.at)))), None)
        if found is None or self.begins(words.NOUN):
            return None
        verbs = find_verbs(self.text, found.end(), self.end)
        return found if all(verb.end > self.at for verb in verbs) else None


def plainly(text: str, sentence: Place, trigger: Place) -> Plain | None:
    """What the words around those for a contact make plain of it; "none" where they deny it, None for nothing."""
    start, end = trigger
    if (own := _own(text, sentence, trigger)) is not None:
        return own
    for word in reversed(list(_WORD.finditer(text, start, end))):
        low = max(sentence[0], word.start() - _REACH)
        if (found := _shown(_Telling(text, low, word.start(), end, sentence[1]))) is not None:
            return found
    return None


def broken_off(text: str, sentence: Place, trigger: Place) -> ContactStatus | None:
    """What becomes of a contact that was to be, as its sentence goes on to tell, or the next one begins with."""
    if words.BROKEN_OFF.search(text, trigger[1], sentence[1]) or words.WHERE_ONE_WAS_TO.search(
        text, sentence[0], trigger[0]
    ):
        return "cancelled"
    if words.THAT_IS_OFF.match(text, sentence[1]):
        return "cancelled"
    return "refused" if words.TURNED_DOWN.search(text, trigger[1], sentence[1]) else None


def _is_off(telling: _Telling) -> Plain | None:
    """What the verb makes of a contact whose name is its subject, or of a request for it: off, refused, no plan."""
    noun = telling.begins(words.NOUN) and words.SUBJECT.search(telling.text[telling.low : telling.at])
    if noun and _becomes(telling, words.IS_OFF):
        return "cancelled"
    if noun and _becomes(telling, words.IS_NOT_PLANNED):
        return "none"
    if noun or telling.led_by(words.REQUEST):
        return "refused" if _becomes(telling, words.IS_REFUSED) else None
    return None


def _becomes(telling: _Telling, verb: re.Pattern[str]) -> bool:
    """Whether some verb is the first one behind the words for a contact that is not in a clause of its own."""
    found = verb.search(telling.text, telling.end, min(telling.high, telling.end + _FAR))
    if found is None or words.OPEN_RELATIVE.search(telling.text, telling.end, found.start()):
        return False
    between = words.RELATIVE.sub(" ", telling.text[telling.end : found.start()])
    return all(words.SET.match(between, *own[:2]) for own in find_verbs(between, 0, len(between)))


def _own(text: str, sentence: Place, trigger: Place) -> ContactStatus | None:
    """What becomes of a contact that is named by just that ("snubbed")."""
    found = next((status for own, status in words.OWN if own.match(text, trigger[0], sentence[1])), None)
    unsure = [words.NEGATED] if found == "possible" else [words.NEGATED, words.UNSURE]
    return None if any(pattern.search(text, sentence[0], trigger[0]) for pattern in unsure) else found


def _shown(telling: _Telling) -> Plain | None:
    if (off := _is_off(telling)) is not None:
        return off
    if (ruled := telling.led_by(words.RULED_OUT)) is not None:
        return "possible" if telling.stands_before(ruled, words.NEGATED) else "refused"
    for pattern, status in words.ENDING:
        if (found := telling.led_by(pattern)) is not None:
            return None if telling.stands_before(found, words.NEGATED, words.UNSURE, words.DESCRIBES) else status
    denied = telling.led_by(words.DENIED)
    if denied is None and telling.begins(words.PAST):
        denied = telling.led_by(words.DENIED_PAST)
    if denied is not None:
        return None if telling.stands_before(denied, words.NEGATED) else "none"
    return _negated(telling) or _open(telling) or ("held" if _written(telling) or _goes_on_now(telling) else None)


def _negated(telling: _Telling) -> Plain | None:
    """What a plain negation makes of a contact."""
    if telling.led_by(words.UNREAL) or telling.led_by(words.URGED_NOT):
        return "none"
    refused, longer = telling.led_by(words.WILL_NOT), telling.led_by(words.NO_LONGER)
    undone = telling.led_by(words.UNDONE)
    if undone is not None and telling.stands_before(undone, words.NEGATED):
        return None  # who "did not fail to meet" met
    if refused or longer or undone:
        if telling.goes_on(words.TILL):
            return None
        off = longer or telling.goes_on(words.AS_PLANNED)
        return "cancelled" if off else "refused" if refused else "none"
    if telling.begins(words.NOUN) and (no := telling.led_by(words.NO)) is not None:
        return "refused" if no["will"] else "none"
    nobody = telling.subject(words.NOBODY)
    if nobody is not None or telling.goes_on(words.AFTER_NOBODY):
        start = telling.low if nobody is None else nobody.end()
        return "refused" if words.WOULD.search(telling.text, start, telling.at) else "none"
    return None


def _written(telling: _Telling) -> bool:
    """Whether something is told in a letter, which is written then, whatever it says is to come."""
    led = telling.begins(words.LETTER) and telling.led_by(words.IN_WRITING)
    return bool(led) and words.TO_WRITE.search(telling.text, telling.low, telling.at) is None


def _goes_on_now(telling: _Telling) -> bool:
    """Whether a contact is just taking place: "is being received", "are now meeting"."""
    return telling.led_by(words.NOW) is not None


def _open(telling: _Telling) -> Plain | None:
    """Whether a contact only may be, or nobody knows whether it was."""
    if (unknown := telling.subject(words.UNKNOWN)) is not None:
        return "possible" if words.WOULD.search(telling.text, unknown.end(), telling.at) else "none"
    if telling.begins(words.NOUN) and telling.led_by(words.ASKED_FOR):
        return None if telling.goes_on(words.TOOK_PLACE) else "possible"
    asked = telling.led_by(words.ASKED)
    if asked is not None and not telling.stands_before(asked, words.NEGATED):
        return "possible"
    if telling.led_by(words.INVITED) or (telling.led_by(words.MAY) and not telling.begins(words.PAST)):
        return "possible"
    return None
