"""How well news is read that nothing has learnt: the stories of training/labels that are kept apart.

    python -m evaluation.apart

The figures are those of evaluation.stories, in the same order. The stories (`LATER_STORIES` of training/held_out.py)
were written and labelled after the encoder's last training, one annotator each; they hold three times as many
statements as the dev stories, so that a figure moves less by chance.
"""

from __future__ import annotations

from evaluation import stories
from evaluation.corpora import corpus, digest
from evaluation.measurement import Measurement, render
from evaluation.readings import read, reader, story_rows
from training.held_out import LATER_STORIES
from training.written import LABELS, load_written

NAME = "stories kept apart"


def measure() -> Measurement:
    """The figures on the stories that are kept apart."""
    measured_on = digest([*(LABELS / f"{name}.json" for name in LATER_STORIES), corpus("stories", "score.py")])
    apart = [story for story in load_written(LABELS) if story["story"] in LATER_STORIES]
    articles = [article for story in apart for article in story["articles"]]
    found = read(reader(), story_rows(apart))
    return Measurement(
        name=NAME,
        about=f"stories kept apart: {len(apart)} stories, {len(articles)} articles, "
        f"{sum(len(article['statements']) for article in articles):,} statements",
        measured_on=measured_on,
        figures=stories.figures_of(stories.tally(apart, found.by_id)),
        remarks=found.remarks,
    )


if __name__ == "__main__":
    print(render(measure()))
