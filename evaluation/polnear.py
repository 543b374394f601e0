"""How well the outermost attributions are found, measured on PolNeAR's development articles.

    python -m evaluation.polnear

PolNeAR (Newell et al. 2018) marks the outermost attributions only, each with one source. So what is scored are the
statements of a reading that stand within no other; source and cue are those of the innermost link that the text
names, the content is all its spans. The measures are those of ../shared/polnear/score.py, explained in its docstring;
the headline is attributed F1: the contents overlap (Dice >= 0.5 in words) and the sources agree. People who annotate
the same article agree with each other at 76.8.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from evaluation import readings
from evaluation.corpora import Row, corpus, digest, lines_of, polnear_dev, scorer
from evaluation.measurement import Figure, Measurement, render
from evaluation.readings import Readings

NAME = "polnear"
DRAWS = 2000  # of the bootstrap, over articles

Places = list[list[int]]


def attributions(reading: Row) -> list[dict[str, Places]]:
    """The outermost statements of a reading as PolNeAR's attributions: places of source, cue and content."""
    found = []
    for statement in reading["statements"]:
        if statement["within"] is None:
            link = innermost(statement["chain"])
            found.append(
                {
                    "source": _places([link["mention"]]),
                    "cue": _places([link["cue"]]),
                    "content": _places(statement["content"]),
                }
            )
    return found


def innermost(chain: Sequence[Row]) -> Row:
    """The last link that the text names; in an agentless chain the last that has a cue, else the last."""
    for part in ("mention", "cue"):
        for link in reversed(chain):
            if link[part] is not None:
                return link
    return chain[-1]


def measure(found: Readings | None = None) -> Measurement:
    """The figures on the development articles."""
    gold = lines_of(polnear_dev())
    found = found or readings.of_polnear()
    predicted = {id: attributions(reading) for id, reading in found.by_id.items()}
    result = scorer("polnear").score(gold, predicted, boot=DRAWS)
    low, high = result["attributed_f1_95"]
    return Measurement(
        name=NAME,
        about=f"PolNeAR dev: {len(gold)} articles, {result['attribution']['attributed']['gold']:,} attributions",
        measured_on=measured_on(),
        figures=figures_of(result),
        remarks=(
            f"attributed F1, 95 % interval over {DRAWS:,} draws of articles: {100 * low:.1f} to {100 * high:.1f}",
            *found.remarks,
        ),
    )


def figures_of(result: Mapping[str, Any]) -> tuple[Figure, ...]:
    """The scorer's result as figures, in per cent."""
    found = []
    for level, parts in (("attributed", "prf"), ("content-overlap", "f"), ("content-exact", "f")):
        counts = result["attribution"][level]
        shown = f"{counts['hits']:,} of {counts['pred']:,} found, {counts['gold']:,} gold"
        names = {"f": ("F1", "f1"), "p": ("precision", "p"), "r": ("recall", "r")}
        found += [
            _per_cent(f"{level} {names[part][0]}", counts[names[part][1]], shown if part == "f" else "")
            for part in sorted(parts)
        ]
    found += [_per_cent(f"token {role} F1", result["token"][role]["f1"]) for role in ("source", "cue", "content")]
    found += [_per_cent(f"span-exact {role} F1", result["span"][role]["f1"]) for role in ("source", "cue", "content")]
    found += [
        _per_cent(
            f"attributed recall, {kind}", result[f"{kind}_recall"]["attributed"], f"{result[f'gold_{kind}']:,} gold"
        )
        for kind in ("direct", "indirect")
    ]
    return tuple(found)


def measured_on() -> str:
    """The digest of articles and scorer."""
    return digest([polnear_dev(), corpus("polnear", "score.py")])


def _per_cent(name: str, share: float, counts: str = "") -> Figure:
    return Figure(name=name, value=100 * share, digits=1, counts=counts)


def _places(spans: Sequence[Row | None]) -> Places:
    return [[span["start"], span["end"]] for span in spans if span is not None]


if __name__ == "__main__":
    print(render(measure()))
