"""Words folded and cut to stems, so that spellings and forms of one word are the same."""

from __future__ import annotations

import unicodedata

_STOPS = frozenset(
    """
    a an the this that these those of to in on at for by from with as into over under about after before between
    and or but if than then so nor yet while when where which who whom whose what how why whether there here
    i me my we us our you your he him his she her hers it its they them their theirs himself herself itself
    themselves be is are was were been being am do does did done doing have has had having will would shall should
    can could may might must not no any some all both each such own same other another also only just very too
    more most said say says s t ll re ve d up out off down again once now
    """.split()  # noqa: SIM905 - a list of words is read as a text
)
_STEM = 6  # letters: enough to keep words apart, few enough to join "resign" and "resignation"


def fold(words: str) -> str:
    """Words without accents and capitals, with one kind of apostrophe."""
    plain = unicodedata.normalize("NFKD", words.replace("’", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


def stem_of(form: str) -> str | None:
    """The beginning of a folded word, which its forms share; None for words that carry no meaning."""
    if form in _STOPS:
        return None
    bare = form.partition("'")[0]
    if len(bare) > _STEM:
        return bare[:_STEM]
    return bare[:-1] if len(bare) > 3 and bare.endswith("s") else bare
