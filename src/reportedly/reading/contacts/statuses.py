"""Whether a contact was held, is planned or possible, or was cancelled or refused: signs in its sentence, weighed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from reportedly.reading.odds import Weights, shipped_weights, total
from reportedly.reading.times.verbs import find_verbs
from reportedly.records.contact import CONTACT_STATUSES, ContactStatus

_SIGNS = {
    "cancelling": (
        r"cancel\w*|call\w* off|postpon\w*|put off|scrapp\w*|shelv\w*|dropp\w*|(?:is|was|are) off|abandon\w*|"
        r"suspend\w*|collaps\w*|fell through|torn up|no longer|broke\w* off|never (?:took place|happened|came about)|"
        r"(?:did|will|would|does)(?: not|n['’]t) (?:take place|happen|go ahead|come about)"
    ),
    "was to": r"(?:was|were) to have|(?:was|were|had been|has been) (?:due|set|planned|scheduled|supposed) to",
    "refusing": (
        r"refus\w*|declin\w*|reject\w*|turned? (?:\w+ )?(?:down|away)|spurn\w*|rebuff\w*|snubb\w*|"
        r"(?:would|will|shall|can|could) not|won['’]t|cannot|not (?:been )?(?:admitted|let in)|no intention"
    ),
    "ruling out": r"rul\w+ out",
    "denying": r"den(?:y|ies|ied)|no (?:plans?|talks|meeting|contact)s?|never|not",
    "may": (
        r"may|might|could|possib\w+|perhaps|rumou?r\w*|conceivable|not known|unclear|uncertain|chances?|opportunit\w+"
    ),
    "if": r"if|whether|unless|once|provided|only when",
    "asking": (
        r"ask\w*|request\w*|demand\w*|want\w*|wish\w*|hop\w+|seek\w*|sought|insist\w*|urg\w+|call\w* for|"
        r"invit\w+|appeal\w*"
    ),
    "offering": r"offer\w*|propos\w+|suggest\w*|ready|willing|prepared|consider\w*|mull\w*|open to|would",
    "will": r"will|shall|\w+['’]ll|going to|is to|are to|must",
    "planning": (
        r"due|schedul\w+|plan\w*|expected|agreed to|intend\w*|foreseen|pencilled|set (?:for|to|down)|prepar\w+|"
        r"upcoming|tomorrow|next \w+|coming \w+|looks? forward|later (?:this|today)|undertak\w+"
    ),
    "had": r"had|has|have",
}
_FOUND = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _SIGNS.items()}
_OFF = frozenset(("cancelled", "refused"))
_CALLING_OFF = ("cancelling", "refusing", "ruling out", "denying")
_CALLED_OFF = ("was to", *_CALLING_OFF)  # how their signs begin
_AFTER = re.compile(  # behind which an event is named that what is called off does not touch
    r"\b(?:after|following|during|since|until|before|ahead of|despite|over)\s+(?:[\w’'-]+\s+){0,4}?\Z", re.IGNORECASE
)
_BREAK = re.compile(r"[;:—–\n]|[.!?][\"”’]*\s")
_CLOSE = 18  # characters before them in which their own verb stands: "declined to meet"
_REACH = 90  # characters to each side of the words for a contact
Place = tuple[int, int]
Days = tuple[str | None, str | None]  # from and to, ISO


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusWeights:
    """Log-odds of each status by signs; `encoder` weighs the logarithm of the encoder's probability."""

    statuses: Mapping[ContactStatus, Weights]
    encoder: float

    def best(self, signs: Iterable[str], of_encoder: Iterable[float]) -> ContactStatus:
        """The status that signs and encoder (probabilities in the order of CONTACT_STATUSES) make most probable.

        Nothing is called off of which neither a word nor the encoder says so.
        """
        given = dict(zip(CONTACT_STATUSES, of_encoder, strict=True))
        signs = frozenset(signs)
        off = any(sign.startswith(_CALLED_OFF) for sign in signs) or max(given, key=given.__getitem__) in _OFF

        def reached(status: ContactStatus) -> float:
            return total(self.statuses[status], signs) + self.encoder * math.log(max(given[status], 1e-3))

        return max((s for s in CONTACT_STATUSES if off or s not in _OFF), key=reached)


def signs_of(text: str, sentence: Place, trigger: Place, days: Days, today: str | None) -> frozenset[str]:
    """The signs of a status: words before and after those for the contact, the tense, and whether its days are past."""
    low, high = max(sentence[0], trigger[0] - _REACH), min(sentence[1], trigger[1] + _REACH)
    for stop in _BREAK.finditer(text, low, trigger[0]):
        low = stop.end()
    if stopped := _BREAK.search(text, trigger[1], high):
        high = stopped.start()
    found = {f"{name} before" for name, pattern in _FOUND.items() if pattern.search(text, low, trigger[0])}
    if (event := _AFTER.search(text, low, trigger[0])) is not None:
        before = event.start()
        found -= {f"{name} before" for name in _CALLING_OFF if not _FOUND[name].search(text, before, trigger[0])}
    close = max(low, trigger[0] - _CLOSE)
    found |= {f"{name} close" for name, pattern in _FOUND.items() if pattern.search(text, close, trigger[0])}
    found |= {f"{name} after" for name, pattern in _FOUND.items() if pattern.search(text, trigger[1], high)}
    verbs = find_verbs(text, low, high)
    own = next((verb for verb in verbs if verb.start < trigger[1] and trigger[0] < verb.end), None)
    nearest = min(verbs, key=lambda v: max(v.start - trigger[1], trigger[0] - v.end), default=None)
    if own is not None:
        found.add("itself infinitive" if text.startswith("to ", own.start) else f"itself {own.tense}")
    elif nearest is not None:
        found.add(f"nearest {nearest.tense}")
    if today and days[1] and days[1] < today[:10]:
        found.add("days past")
    if today and days[0]:
        found.add("days to come" if days[0] > today[:10] else "days until today")
    return frozenset(found)


@cache
def status_weights() -> StatusWeights:
    """The weights that the package ships, learnt by training.statuses."""
    return StatusWeights(**shipped_weights("status_signs.json"))
