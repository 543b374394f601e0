"""Whom a pronoun's own words name: nobody tells of himself by name, unless he begins with it ("Kell will go, he said").

Of 331 pronouns with a name in the words behind them, in the stories to learn from, one meant who is named so.
"""

from __future__ import annotations

from reportedly.reading.cast.scene import Reference, Scene

BEGINS, WITHIN, NEVER = "begins own words", "named in own words", "never"
_WORST_LAST = (BEGINS, WITHIN, NEVER)


def named_in_own_words(scene: Scene, reference: Reference) -> dict[int, str]:
    """How the words that a reference is the source of name somebody: a sign for the id() of each draft.

    NEVER is whoever is named in a quotation, or behind the pronoun; but of "He fears for Kell's health" the writer may
    have put the name there.
    """
    found: dict[int, str] = {}
    for position in reference.source_of:
        attribution = scene.attributions[position]
        for number, span in enumerate(attribution.content):
            first = number == 0
            for other in scene.references[scene.position(span.start) :]:
                if other.start >= span.end:
                    break
                begins, first = first and other.outer is None, False
                if other.draft is None or other.phrase.name is None or other.end > span.end:
                    continue
                behind = other.start > reference.start and not other.possessive
                sign = NEVER if attribution.form == "direct" or behind else BEGINS if begins else WITHIN
                known = found.get(id(other.draft), BEGINS)
                found[id(other.draft)] = max(known, sign, key=_WORST_LAST.index)
    return found
