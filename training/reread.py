"""Attributions inside PolNeAR's contents, which its annotators left out: each content read again, as a text of its own.

    python -m training.reread src/reportedly/reading/weights runs/nested.json

The outermost attribution of a content is a nested one of its article; outermost ones the encoder knows well.
"""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from pathlib import Path

from reportedly.reading.scoring.attributions import find_attributions
from reportedly.reading.scoring.encoder import Encoder
from reportedly.reading.scoring.tagged import find_tags
from reportedly.records.article import Article, Span
from training.corpus import SHARED, Attribution, Labelled, Place, load_polnear

SURE_AT = 0.6  # score from which a nested attribution is believed
FEWEST_WORDS = 5  # of a content that is read again
EDGES = " \t\n\"'“”‘’«»`,;:"
AT_ONCE = 2000


def contents_of(article: Labelled) -> list[Place]:
    """The contents worth reading again, without the marks at their edges."""
    places = []
    for attribution in article.attributions:
        for start, end in attribution.content:
            words = article.text[start:end]
            start += len(words) - len(words.lstrip(EDGES))
            end -= len(words) - len(words.rstrip(EDGES))
            if len(article.text[start:end].split()) >= FEWEST_WORDS:
                places.append((start, end))
    return places


def reread(encoder: Encoder, articles: list[Labelled]) -> dict[str, list[dict[str, list[Place]]]]:
    """For each article the attributions found inside its contents."""
    settings = replace(encoder.settings, cue_bias=0.0)
    todo = [(article, place) for article in articles for place in contents_of(article)]
    found: dict[str, list[dict[str, list[Place]]]] = {article.id: [] for article in articles}
    for first in range(0, len(todo), AT_ONCE):
        some = todo[first : first + AT_ONCE]
        texts = [article.text[start:end] for article, (start, end) in some]
        pieces = encoder.tokenise(texts)
        sections = list(zip(map(Article.of, texts), pieces, encoder.score(pieces), strict=True))
        for (article, (start, _)), section in zip(
            some, find_tags(sections, encoder.pair_distance, settings), strict=True
        ):
            for a in find_attributions(section).attributions:
                if a.within is None and a.cue and a.score >= SURE_AT:
                    parts = {"source": [a.source] if a.source else [], "cue": [a.cue], "content": list(a.content)}
                    found[article.id].append({role: _moved(spans, start) for role, spans in parts.items()})
    return found


def _moved(spans: list[Span], by: int) -> list[Place]:
    return [(span.start + by, span.end + by) for span in spans]


def with_nested(articles: list[Labelled], path: Path) -> list[Labelled]:
    """The articles with the nested attributions of a file, and with the inside of their contents known."""
    stored = json.loads(path.read_text(encoding="utf-8"))
    return [
        replace(
            article,
            inner_known=True,
            attributions=article.attributions
            + tuple(
                Attribution(*(tuple((s, e) for s, e in row[role]) for role in ("source", "cue", "content")), depth=1)
                for row in stored[article.id]
            ),
        )
        if article.id in stored
        else article
        for article in articles
    ]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("weights", type=Path)
    parser.add_argument("out", type=Path)
    options = parser.parse_args()
    articles = load_polnear(SHARED / "polnear/train.jsonl")
    found = reread(Encoder.load(options.weights, threads=2), articles)
    options.out.write_text(json.dumps(found), encoding="utf-8")
    print(f"{sum(map(len, found.values()))} nested attributions in {len(found)} articles")


if __name__ == "__main__":
    main()
