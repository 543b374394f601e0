"""Whether a short name can be a form of a longer one: "Rutte", "the EU", "Halcyon"."""

from __future__ import annotations

from reportedly.reading.cast.name_forms import (
    Key,
    core_of_acronym,
    handle_of,
    is_acronym,
    is_body,
    is_nickname,
    key_of,
    same_realm,
    without_generation,
)
from reportedly.reading.cast.nouns import country, gender_of, honorific, is_first_name
from reportedly.reading.cast.written_names import COMPANY, Name

_HALVES = frozenset(("north", "south", "east", "west"))
_HARDLY = 3  # times less often


def can_be(short: Name, long: Name) -> bool:
    """Whether the short name can be a form of the long one."""
    a, b = core_of_acronym(short.key), long.key
    if len(a) == 0 or len(b) == 0 or a == ("house",):  # which is not the White House
        return False
    if is_nickname(a, b):
        return True
    if len(a) == 1 < len(b) and handle_of(a) == handle_of(b):
        return True  # "@TomVale"
    if len(a) == 1 and short.kind == "government" and long.kind == "organisation" and is_acronym(a[0], b):
        return True  # "EU", for the European Union
    if short.kind == long.kind == "government" and len(a) == 1 < len(b) and is_acronym(a[0], b):
        known = country(a[0].upper())
        return known is None or key_of(known) == b  # "UN", for the United Nations
    if len(a) == 1 and a == b[:1] and b[-1] in COMPANY and short.bare and not short.in_realms:
        return country(short.bare) is None  # "Halcyon" for Halcyon Lines, whatever its kind
    if len(a) == 1 and len(b) == 2 and a[0] in _HALVES and a == b[:1] and long.kind == "government":
        return True  # "the North", for North Kestria
    if short.kind in ("government", "place") and long.kind in ("government", "place", "organisation"):
        return same_realm(a, b) and (len(a), -short.first) < (len(b), -long.first)
    if len(a) >= len(b):
        return False
    if len(a) == 1 and is_acronym(a[0], b):
        return short.kind != "person" or short.votes["person"] < 4
    if long.kind == "person":
        if short.kind != "person" and short.votes[short.kind] > 4:
            return False
        # "Roberts" may be John Roberts Jr.; "John Roberts" beside him is another
        family = without_generation(b)[-1:] if len(a) == 1 else b[-len(a) :]
        if len(a) == 2 < len(without_generation(b)) and (a[0], a[1]) == (b[0], without_generation(b)[-1]):
            return True  # "Hillary Clinton" for Hillary Rodham Clinton
        return a == family or (a == b[: len(a)] and short.kind == "person" and without_generation(b) == b)
    if short.kind == "person" and short.votes["person"] > 3:
        return False
    if long.kind == "outlet" and (short.kind in ("government", "place") or is_body(a) or _begins_outlet(short, b)):
        return False  # "the Bank of Sarn", in Bank of Sarn Watch; "the League", in League Wire
    if a == b[-len(a) :]:
        return True
    if len(a) > 1 and is_first_name(a[0]):
        return False  # "Ada Renn", beside the Ada Renn campaign
    return a == b[: len(a)] and short.kind not in ("government", "place")


def _begins_outlet(short: Name, outlet: Key) -> bool:
    """Whether the first word of an outlet's name stands for something else, as nowhere it is taken for an outlet."""
    return len(short.key) == 1 and short.key == outlet[:1] and short.kind != "outlet" and outlet[-1] != "media"


def is_relative_of(short: Name, long: Name) -> bool:
    """Whether a surname is always he where a title tells, and the full name she and hardly named; or the reverse."""
    titles = [honorific(title.split()[0]) for r in short.references if (title := r.words(r.phrase.title))]
    told = [gender for gender in titles if gender is not None]
    other = len(short.key) == 1 and len(set(told)) == 1 and gender_of(long.key[0]) not in (None, told[0])
    return other and len(told) > _HARDLY * len(long.references)
