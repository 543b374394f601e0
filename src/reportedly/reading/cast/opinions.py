"""What the encoder thinks of whom a description may mean."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.reading.cast.scene import Draft, Reference, Scene


def opinions(scene: Scene, drafts: Sequence[Draft], reference: Reference) -> list[float]:
    """The encoder's log-odds that the words mean the same as the last mention of each; 0 without an encoder."""
    pairs = sorted((d.latest.start, d.latest.end, number) for number, d in enumerate(drafts) if d.latest)
    if not pairs or scene.antecedents is None:
        return [0.0] * len(drafts)
    spans = [scene.article.span(start, end) for start, end, _ in pairs]
    odds = scene.antecedents(scene.article.span(reference.start, reference.end), spans)
    told = {number: value for value, (_, _, number) in zip(odds, pairs, strict=True)}
    return [told.get(number, 0.0) for number in range(len(drafts))]
