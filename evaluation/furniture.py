"""How well furniture is found, and how much body is lost to it.

    python -m evaluation.furniture

Gold: the `furniture` of ../shared/training. Six whole stories were held out while the rules were written (`HELD_OUT`);
the other eighteen and the 35 real articles were looked at. The input is what an article comes with: text, outlet,
title and byline.

- A piece is found when a gold piece not yet found has its kind, and the two overlap by a Dice coefficient over
  characters of 0.5 or more. Gold calls a title above the text a heading, so `title` counts as `heading`. Precision,
  recall and F1 are over pieces, of all articles together; `any kind` leaves kinds out of it.
- Body lost is the share of the characters outside gold furniture that lie in found furniture.
- Statements lost is the share of gold statements outside gold furniture with a content that `Furniture.covers`.
- Wires right is the share of the articles whose gold names an agency where `article.wires` names the same agencies and
  no others. Two names are the same when the list of agencies has them as one, or when one abbreviates the other
  ("VPA", Velland Press Agency): the article does not always spell it out.

On PolNeAR, which has no gold for furniture, its contents show what is lost: every attribution with a content that
furniture covers was body to an annotator. Its `wire` field (75 of 924 articles) says which agency supplied the copy.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from evaluation.corpora import NotBeside, Row, corpus, digest, lines_of, story_of
from evaluation.measurement import Figure, Measurement, render
from reportedly.reading.layout.agencies import abbreviates, known_agency
from reportedly.reading.layout.furniture import Furniture, find_furniture
from reportedly.records import Article

HELD_OUT = ("ardan-quake", "camp-dorsa", "ekern-talks", "gable-house-reshuffle", "keppra-bank", "nabira-mandate")
NAME = "furniture"
POLNEAR = "furniture, polnear"
FOUND_AT = 0.5  # Dice over characters

Place = tuple[str, int, int]  # kind, start, end


@dataclass(slots=True)
class Tally:
    """Counts over many articles."""

    right: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    gold: Counter[str] = field(default_factory=Counter)
    right_any: int = 0
    body: int = 0
    body_lost: int = 0
    statements: int = 0
    statements_lost: int = 0
    credited: int = 0
    wires_right: int = 0

    def add(self, row: Row, article: Article, furniture: Furniture) -> None:
        """Counts one gold article and what was found in it."""
        gold = [(piece["kind"], *piece["span"]) for piece in row["furniture"]]
        found = [
            ("heading" if piece.kind == "title" else piece.kind, piece.span.start, piece.span.end)
            for piece in furniture.pieces
        ]
        self.gold.update(kind for kind, _, _ in gold)
        self.found.update(kind for kind, _, _ in found)
        self.right.update(kind for kind, _, _ in matched(gold, found))
        self.right_any += len(matched(_kindless(gold), _kindless(found)))
        in_gold, in_found = _covered(gold), _covered(found)
        self.body += len(article.text) - len(in_gold)
        self.body_lost += len(in_found - in_gold)
        for statement in row["statements"]:
            contents = [tuple(place) for place in statement["content_spans"]]
            if not any(start in in_gold for start, _ in contents):
                self.statements += 1
                self.statements_lost += any(furniture.covers(article.span(*place)) for place in contents)
        agencies = {piece["agency"] for piece in row["furniture"] if piece.get("agency")}
        self.credited += bool(agencies)
        self.wires_right += bool(agencies) and same_agencies(agencies, furniture.article.wires)

    def figures(self) -> Iterator[Figure]:
        """The figures, in the order in which they are printed."""
        right, found, gold = self.right.total(), self.found.total(), self.gold.total()
        yield _share("precision", right, found)
        yield _share("recall", right, gold)
        yield _f1("F1", right, found, gold)
        yield _f1("F1, any kind", self.right_any, found, gold)
        yield _share("body lost", self.body_lost, self.body, digits=5)
        yield _share("statements lost", self.statements_lost, self.statements, digits=4)
        yield _share("wires right", self.wires_right, self.credited)

    def table(self) -> str:
        """Precision, recall and F1 of each kind."""
        rows = [f"{'kind':18} {'P':>5} {'R':>5} {'F1':>5}  right found gold"]
        for kind in sorted(self.gold | self.found):
            right, found, gold = self.right[kind], self.found[kind], self.gold[kind]
            shown = [_share("", right, found).value, _share("", right, gold).value, _f1("", right, found, gold).value]
            scores = " ".join(f"{value:5.2f}" for value in shown)
            rows.append(f"{kind:18} {scores}  {right:5} {found:5} {gold:4}")
        return "\n".join(rows)


def matched(gold: Iterable[Place], found: Iterable[Place]) -> list[Place]:
    """The gold pieces that are found, each by a piece of its own."""
    left = list(found)
    hits = []
    for piece in gold:
        best = max(left, key=lambda other, piece=piece: dice(piece, other), default=None)  # type: ignore[misc]
        if best is not None and dice(piece, best) >= FOUND_AT:
            left.remove(best)
            hits.append(piece)
    return hits


def dice(one: Place, other: Place) -> float:
    """Overlap of two pieces of one kind, 0 to 1; 0 for different kinds."""
    if one[0] != other[0]:
        return 0.0
    shared = min(one[2], other[2]) - max(one[1], other[1])
    return max(0.0, 2 * shared / (one[2] - one[1] + other[2] - other[1]))


def same_agencies(gold: Iterable[str], wires: Iterable[str]) -> bool:
    """Whether both name the same agencies, each once."""
    left = list(wires)
    for name in gold:
        same = next((wire for wire in left if _same(name, wire)), None)
        if same is None:
            return False
        left.remove(same)
    return not left


def measure() -> Measurement:
    """Furniture on the held-out stories; the others stand in the remarks."""
    files = sorted(corpus("training", "stories").glob("story-*.json"))
    held = [path for path in files if path.stem.removeprefix("story-") in HELD_OUT]
    seen = [path for path in files if path not in held]
    real = sorted(corpus("training", "real").glob("*.json"))
    tally = tally_of(held)
    remarks = ["", tally.table()]
    for title, paths in (("the other stories, looked at", seen), ("real articles, looked at", real)):
        other = tally_of(paths)
        shown = ", ".join(f"{figure.name} {figure.shown}" for figure in other.figures())
        remarks += ["", f"{title}: {shown}", other.table()]
    return Measurement(
        name=NAME,
        about=f"furniture: {len(held)} stories of ../shared/training held out, {tally.gold.total()} pieces",
        measured_on=digest(held),
        figures=tuple(tally.figures()),
        remarks=tuple(remarks),
    )


def measure_polnear() -> Measurement:
    """What furniture takes of PolNeAR's contents, and how often the agency is found."""
    paths = [corpus("polnear", "train.jsonl"), corpus("polnear", "dev.jsonl")]
    contents = lost = supplied = wires = 0
    for row in (row for path in paths for row in lines_of(path)):
        article = Article.of(row["text"], outlet=row["publisher"], title=row["title"])
        furniture = find_furniture(article)
        contents += len(row["attributions"])
        lost += sum(
            any(furniture.covers(article.span(*place)) for place in attribution["content"])
            for attribution in row["attributions"]
        )
        supplied += bool(row["wire"])
        wires += bool(row["wire"]) and same_agencies([row["wire"]], furniture.article.wires)
    return Measurement(
        name=POLNEAR,
        about="furniture: contents of PolNeAR, train and dev, that are taken for it",
        measured_on=digest(paths),
        figures=(
            _share("contents lost", lost, contents, digits=5),
            _share("wires right", wires, supplied),
        ),
    )


def tally_of(paths: Iterable[Path]) -> Tally:
    """The counts over all articles of these story files."""
    tally = Tally()
    for row in (row for path in paths for row in story_of(path)["articles"]):
        byline = [row["byline"]] if row["byline"] else []
        article = Article.of(row["text"], outlet=row["outlet"], title=row["title"], byline=byline)
        tally.add(row, article, find_furniture(article))
    return tally


def _covered(pieces: Iterable[Place]) -> set[int]:
    return {place for _, start, end in pieces for place in range(start, end)}


def _kindless(pieces: Iterable[Place]) -> list[Place]:
    return [("", start, end) for _, start, end in pieces]


def _same(one: str, other: str) -> bool:
    listed = {known_agency(name) or name.casefold() for name in (one, other)}
    return len(listed) == 1 or abbreviates(one, other) or abbreviates(other, one)


def _share(name: str, part: int, whole: int, *, digits: int = 3) -> Figure:
    return Figure(name=name, value=part / whole if whole else 0.0, digits=digits, counts=f"{part} of {whole}")


def _f1(name: str, right: int, found: int, gold: int) -> Figure:
    return Figure(name=name, value=2 * right / (found + gold) if found + gold else 0.0)


def main() -> int:
    """Prints both measurements; 1 when a corpus is not where it should be."""
    try:
        print(render(measure()))
        print(f"\n{render(measure_polnear())}")
    except NotBeside as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
