"""Learns which signs tell the status of a contact; writes lists/status_signs.json.

    python -m training.statuses src/reportedly/reading/weights

Signs are weighed on all training stories but the held-out ones (ridge logistic regression, one a status); how much the
encoder's own scores add is chosen on the held-out ones, which the encoder has not learnt.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

import reportedly.reading
from reportedly.reading.contacts.statuses import StatusWeights, signs_of
from reportedly.reading.scoring.decode import softmax
from reportedly.reading.scoring.encoder import Encoder, Scores
from reportedly.reading.scoring.labels import COLUMNS
from reportedly.reading.scoring.places import Places
from reportedly.reading.scoring.sections import sections_of
from reportedly.reading.scoring.windows import Pieces
from reportedly.records.article import Article
from reportedly.records.contact import CONTACT_STATUSES
from training.corpus import SHARED, load_labels, load_stories, sentences_of
from training.held_out import HELD_OUT_STORIES
from training.signs import logistic
from training.stories import all_stories
from training.written import LABELS

OUT = Path(reportedly.reading.__file__).parent / "lists" / "status_signs.json"
RIDGE = 1.0  # of few signs that are rare
ENCODER = (0.0, 0.2, 0.3, 0.5, 0.7, 1.0, 1.5, 2.0)


@dataclass(frozen=True)
class Example:
    """A contact of the gold: its signs, its status, and the encoder's probabilities of the statuses."""

    signs: frozenset[str]
    status: str
    of_encoder: tuple[float, ...]


def examples(stories: list[dict[str, Any]], encoder: Encoder | None) -> Iterator[Example]:
    """The contacts of stories whose words are known; without an encoder every status is as probable."""
    labelled = [*load_stories(SHARED / "training/stories"), *load_labels(LABELS)]
    triggers = {article.id: article.contacts for article in labelled}
    for row in (article for story in stories for article in story["articles"]):
        text = row["text"]
        sentences = sentences_of(text)
        scored = None if encoder is None else _scored(encoder, text)
        for contact, found in zip(row["contacts"], triggers[row["id"]], strict=True):
            if found.trigger is not None:
                at = found.trigger[0]
                sentence = next((s for s in reversed(sentences) if s[0] <= at), (0, len(text)))
                days = (contact["from"], contact["to"])
                yield Example(
                    signs_of(text, sentence, found.trigger, days, row["published"]),
                    contact["status"],
                    (0.2,) * 5 if scored is None else _probabilities(text, found.trigger, scored),
                )


def _scored(encoder: Encoder, text: str) -> list[tuple[Pieces, Scores]]:
    sections = list(sections_of(encoder.tokenise([text])[0]))
    return [(section, encoder.score([section])[0]) for section in sections]


def _probabilities(text: str, trigger: tuple[int, int], scored: list[tuple[Pieces, Scores]]) -> tuple[float, ...]:
    section, scores = next(s for s in reversed(scored) if s[0].starts[0] <= trigger[0])
    article = Article.of(text)
    first = Places(article, section).run(article.span(*trigger))[0]
    return tuple(float(p) for p in softmax(scores.tags[first, COLUMNS["contact_status"]]))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    encoder = Encoder.load(parser.parse_args().weights, threads=1)
    stories = all_stories()
    learnt = list(examples([s for s in stories if s["story"] not in HELD_OUT_STORIES], None))
    held = list(examples([s for s in stories if s["story"] in HELD_OUT_STORIES], encoder))
    rows = [e.signs for e in learnt]
    statuses = {name: logistic(rows, [e.status == name for e in learnt], ridge=RIDGE) for name in CONTACT_STATUSES}

    def right(encoder: float) -> float:
        weights = StatusWeights(statuses=statuses, encoder=encoder)
        return float(np.mean([weights.best(e.signs, e.of_encoder) == e.status for e in held]))

    of_encoder = np.mean([CONTACT_STATUSES[int(np.argmax(e.of_encoder))] == e.status for e in held])
    best = max(ENCODER, key=lambda weight: (right(weight), weight))
    print(f"held-out contacts: {len(held)}; status by signs {right(0.0):.3f}, by encoder {of_encoder:.3f}, "
          f"by both {right(best):.3f} (encoder {best})")  # fmt: skip
    OUT.write_text(json.dumps({"statuses": statuses, "encoder": best}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
