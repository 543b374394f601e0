"""Counts in how many articles of everyday news each stem stands: `python -m training.stem_counts` writes the list.

From the training half of PolNeAR (840 articles); only counts are kept, of stems in five articles and more. With them a
store of ten articles on one happening still knows which words are rare.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from evaluation.corpora import corpus, lines_of
from reportedly.records import Article
from reportedly.trace import rarity
from reportedly.trace.alignment import Words
from reportedly.trace.stems import stem_of

TO = Path(rarity.__file__).parent / rarity.COUNTS
LEAST = 5


def main() -> int:
    """Writes the list."""
    counts: Counter[str] = Counter()
    rows = lines_of(corpus("polnear", "train.jsonl"))
    for row in rows:
        forms = Words.of(Article.of(row["text"])).forms
        counts.update({stem for form in forms if (stem := stem_of(form)) is not None})
    kept = sorted((-n, stem) for stem, n in counts.items() if n >= LEAST)
    lines = [f"{stem}\t{-n}" for n, stem in kept]
    head = [f"# stems in {LEAST} and more of {len(rows)} news articles, with in how many (training.stem_counts)"]
    TO.write_text("\n".join([*head, f"\t{len(rows)}", *lines]) + "\n", encoding="utf-8")
    print(f"{len(lines)} stems in {TO}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
