"""Whom a pronoun's own words name: nobody tells of himself by name, unless he begins with it ("Kell will go, he said").

Of 331 pronouns with a name in the words behind them, in the stories to learn from, one meant who is named so.
"""

from __future__ import annotations

from reportedly.reading.attribution import Attribution
from reportedly.reading.cast.scene import Reference, Scene

BEGINS, WITHIN, NEVER = "begins own words", "named in own words", "never"
_MARKS = frozenset("“\"‘'«„")
_WORST_LAST = (BEGINS, WITHIN, NEVER)


def is_quoted(scene: Scene, attribution: Attribution) -> bool:
    """Whether words stand in quotation marks of their own, and not only in those of whoever tells of them.

    In “He said his hand would not go up,” the envoy recalled, it is not he who says "his".
    """
    if attribution.form != "direct":
        return False
    if attribution.within is None or scene.attributions[attribution.within].form != "direct":
        return True
    start = attribution.content[0].start
    return any(mark in _MARKS for mark in scene.text[max(0, start - 1) : start + 1])


def named_in_own_words(scene: Scene, reference: Reference) -> dict[int, str]:
    """How the words that a reference is the source of name somebody: a sign for the id() of each draft.

    NEVER is whoever is named in a quotation, or behind the pronoun; but of "He fears for Kell's health" the writer may
    have put the name there.
    """
    found: dict[int, str] = {}
    for position in reference.source_of:
        attribution = scene.attributions[position]
        quoted = is_quoted(scene, attribution)
        for number, span in enumerate(attribution.content):
            first = number == 0
            for other in scene.references[scene.position(span.start) :]:
                if other.start >= span.end:
                    break
                begins, first = first and other.outer is None, False
                if other.draft is None or other.phrase.name is None or other.end > span.end:
                    continue
                behind = other.start > reference.start and not other.possessive
                sign = NEVER if quoted or behind else BEGINS if begins else WITHIN
                known = found.get(id(other.draft), BEGINS)
                found[id(other.draft)] = max(known, sign, key=_WORST_LAST.index)
    return found
