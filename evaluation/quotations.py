"""Whether quotations that are no speech are told from those that are.

    python -m evaluation.quotations

Gold: the statements of ../shared/training. An outermost, paired quotation outside gold furniture is speech when at
least half of its characters lie in the content of a direct or mixed statement. Of those that `Quotation.kind` calls
titles or terms, the share that is no speech is the precision; of all that are no speech, the share so called is the
recall. Speech kept is the share of speech that is called speech. The rules were written on the stories that are not
`evaluation.furniture.HELD_OUT` and on the real articles.

Pieces held is the share of the content spans of direct statements that lie inside one piece of a quotation: places of
gold and of quotations agree, whatever a writer takes out of the middle.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from evaluation.corpora import NotBeside, corpus, digest, story_of
from evaluation.furniture import HELD_OUT
from evaluation.measurement import Figure, Measurement, render
from reportedly.reading.layout.segment import segment
from reportedly.records import Article

Judged = tuple[bool, bool]  # called speech, is speech


def judge(paths: Iterable[Path]) -> Iterator[Judged]:
    """Every quotation of these stories that counts: whether it is called speech, and whether it is."""
    for row in (row for path in paths for row in story_of(path)["articles"]):
        furniture = [piece["span"] for piece in row["furniture"]]
        contents = [
            place
            for statement in row["statements"]
            if statement["mode"] in {"direct", "mixed"}
            for place in statement["content_spans"]
        ]
        for quotation in segment(Article.of(row["text"])).quotations:
            start, end = quotation.whole.start, quotation.whole.end
            if quotation.within is None and quotation.paired and not _overlap(start, end, furniture):
                yield quotation.kind == "speech", 2 * _overlap(start, end, contents) >= end - start - 2


def pieces_held(paths: Iterable[Path]) -> Figure:
    """How many content spans of direct statements lie inside one piece of a quotation."""
    inside = spans = 0
    for row in (row for path in paths for row in story_of(path)["articles"]):
        pieces = [piece for quotation in segment(Article.of(row["text"])).quotations for piece in quotation.pieces]
        for statement in row["statements"]:
            for start, end in statement["content_spans"] if statement["mode"] == "direct" else ():
                spans += 1
                inside += any(piece.start - 1 <= start and end <= piece.end + 1 for piece in pieces)
    return Figure(name="pieces held", value=inside / spans, counts=f"{inside} of {spans}")


def measure() -> Measurement:
    """Quotations on all training stories and real articles; the held-out stories stand in the remarks."""
    stories = sorted(corpus("training", "stories").glob("story-*.json"))
    paths = [*stories, *sorted(corpus("training", "real").glob("*.json"))]
    held = [path for path in stories if path.stem.removeprefix("story-") in HELD_OUT]
    shown = ", ".join(f"{figure.name} {figure.shown} ({figure.counts})" for figure in _figures(held))
    return Measurement(
        name="quotations",
        about="quotations of ../shared/training: speech, or a title or term",
        measured_on=digest(paths),
        figures=(*_figures(paths), pieces_held(paths)),
        remarks=(f"held-out stories: {shown}",),
    )


def _figures(paths: Iterable[Path]) -> Iterator[Figure]:
    judged = list(judge(paths))
    named = [is_speech for called, is_speech in judged if not called]
    others = [called for called, is_speech in judged if not is_speech]
    speech = [called for called, is_speech in judged if is_speech]
    for name, right, whole in (
        ("precision", named.count(False), len(named)),
        ("recall", others.count(False), len(others)),
        ("speech kept", speech.count(True), len(speech)),
    ):
        yield Figure(name=name, value=right / whole if whole else 0.0, counts=f"{right} of {whole}")


def _overlap(start: int, end: int, places: Iterable[tuple[int, int]]) -> int:
    return sum(max(0, min(end, high) - max(start, low)) for low, high in places)


def main() -> int:
    """Prints the measurement; 1 when a corpus is not where it should be."""
    try:
        print(render(measure()))
    except NotBeside as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
