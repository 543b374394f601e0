"""What a store costs as it grows: time, memory and size of adding readings, and how quickly questions are answered.

    python -m evaluation.growth [--sizes 1000 10000 100000] [--keep FOLDER]

Articles are put together of real sentences (../shared/polnear, ../shared/corpora), their readings of the same
sentences, so that nothing is read by the encoder: words, names and their frequencies are those of news. One article
in ten is a reprint of an earlier one in another outlet, one in ten a rewrite that drops and adds sentences. Every size
is measured in a process of its own; times are of the wall clock, and another job on the machine makes them longer.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from evaluation.corpora import corpus
from reportedly import Actor, Article, Chain, Contact, Link, Position, Reading, Span, Statement, Store, Timex
from reportedly.store import questions

SIZES = (1_000, 10_000, 100_000)
SENTENCES = (12, 24)  # of an article
SAID = 0.6  # of the sentences are statements: some ten in an article, as in the development stories
OUTLETS = 300
REPRINTS = REWRITES = 0.1
RECENT = 500  # articles from which reprints and rewrites are made: news copies what is new
FIRST_DAY = datetime(2024, 1, 1)
PER_DAY = 280  # articles: 100,000 in a year
ASKED = ("peace talks", "government", "sanctions against Russia", "hospital", "the budget vote", "Boeing")
NAMED = ("Obama", "Hillary Clinton", "Smith", "John Kerry", "police", "president")
TIMES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Pool:
    """What articles are put together of: sentences with the names in them."""

    sentences: tuple[str, ...]
    names: tuple[str, ...]


@cache
def pool() -> Pool:
    """The sentences and names of the corpora, each once."""
    files = [corpus("polnear", "train.jsonl"), corpus("corpora", "meantime.jsonl"), corpus("corpora", "ecbplus.jsonl")]
    texts = (json.loads(line)["text"] for path in files for line in path.read_text(encoding="utf-8").splitlines())
    sentences = dict.fromkeys(
        sentence.strip()
        for text in texts
        for sentence in re.split(r"(?<=[.!?”\"])\s+|\n+", text)
        if 40 <= len(sentence.strip()) <= 300
    )
    names = dict.fromkeys(
        name
        for sentence in sentences
        for name in re.findall(r"(?<=\w )[A-Z][a-z]+ [A-Z][a-z]+(?: [A-Z][a-z]+)?", sentence)
    )
    return Pool(sentences=tuple(sentences), names=tuple(names))


def readings(count: int, *, seed: int = 7, after: int = 0) -> Iterator[Reading]:
    """So many readings of articles that are put together by chance, with reprints and rewrites among them.

    They are dated as those that come `after` so many others.
    """
    chance = random.Random(seed)
    recent: list[list[str]] = []
    for number in range(count):
        kind = chance.random()
        if recent and kind < REPRINTS + REWRITES:
            sentences = list(chance.choice(recent))
            if kind < REWRITES:
                sentences = [s for s in sentences if chance.random() < 0.7] + chance.choices(pool().sentences, k=3)
        else:
            sentences = chance.choices(pool().sentences, k=chance.randint(*SENTENCES))
        recent = [*recent[-RECENT:], sentences]
        published = FIRST_DAY + timedelta(days=(after + number) / PER_DAY)
        outlet = f"Outlet {min(int(chance.expovariate(0.02)), OUTLETS)}"
        text = "\n\n".join(sentences)
        article = Article.of(
            text,
            id=f"growth-{seed}-{number}",
            outlet=outlet,
            url=f"https://outlet.example/{number}",
            title=sentences[0][:80],
            published=published.isoformat(timespec="seconds") + "Z",
            language="en",
        )
        yield _reading(article, sentences, chance)


def _reading(article: Article, sentences: list[str], chance: random.Random) -> Reading:
    names = chance.sample(pool().names, k=6)
    spans, at = [], 0
    for sentence in sentences:
        spans.append(article.span(at, at + len(sentence)))
        at += len(sentence) + 2
    mentions = {name: [_part(article, span, chance) for span in chance.choices(spans, k=4)] for name in names}
    actors = [Actor(id="a0", kind="outlet", name=article.outlet)]
    actors += [
        Actor(id=f"a{n}", kind="person", name=name, roles=("minister",) * (n % 2), mentions=tuple(mentions[name]))
        for n, name in enumerate(names, 1)
    ]
    statements = []
    for number, span in enumerate((s for s in spans if chance.random() < SAID), 1):
        speakers = [f"a{chance.randint(1, 6)}" for _ in range(chance.choice((1, 1, 1, 2)))]
        links = [Link(actor=speaker, mention=_part(article, span, chance)) for speaker in speakers]
        statements.append(
            Statement(
                id=f"s{number}",
                form=chance.choice(("direct", "indirect")),
                content=(span,),
                sourcing="on_record",
                chain=Chain((Link(actor="a0"), *links)),
                score=round(chance.random(), 3),
            )
        )
    day = (article.published or "")[:10]
    contact = Contact(
        id="c1",
        kind="meeting",
        status="planned",
        parties=("a1", "a2"),
        on=Timex(from_=day, to=day),
        evidence=spans[0],
        score=0.9,
    )
    position = Position(id="p1", holder="a3", target=spans[-1].text, stance="against", evidence=spans[-1], score=0.8)
    return Reading(
        article=article,
        actors=tuple(actors),
        statements=tuple(statements),
        contacts=(contact,) if chance.random() < 0.5 else (),
        positions=(position,) if chance.random() < 0.5 else (),
    )


def _part(article: Article, span: Span, chance: random.Random) -> Span:
    """Some word of a span."""
    words = list(re.finditer(r"\w+", span.text))
    word = chance.choice(words)
    return article.span(span.start + word.start(), span.start + word.end())


def measure(count: int, path: Path) -> dict[str, float]:
    """Adds so many readings to a new store and asks it; seconds, megabytes and milliseconds."""
    pool()
    with Store.open(path) as store:
        took = 0.0
        batch: list[Reading] = []
        for number, reading in enumerate(readings(count), 1):
            batch.append(reading)
            if len(batch) == 64 or number == count:
                before = time.perf_counter()
                store.add(batch)
                took += time.perf_counter() - before
                batch = []
    figures = {"articles": count, "add, ms an article": took * 1000 / count}
    before = time.perf_counter()
    with Store.open(path) as store:
        store.held(next(readings(1)).article)
        figures["open to add, s"] = time.perf_counter() - before
        day = [replace(r, article=replace(r.article, id=f"new-{n}")) for n, r in enumerate(readings(PER_DAY, seed=8))]
        before = time.perf_counter()
        store.add(day)
        figures["one more day, ms an article"] = (time.perf_counter() - before) * 1000 / PER_DAY
        before = time.perf_counter()
        store.add([replace(reading, notes=("again",)) for reading in day[:64]])
        figures["read again, ms an article"] = (time.perf_counter() - before) * 1000 / 64
        figures["statements"] = store.query("select count(*) from statement")[0][0]
    figures["file, MB"] = path.stat().st_size / 1e6
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with Store.open(path, read_only=True) as store:
        for name, times in ask(store).items():
            figures[f"{name}, ms median"] = statistics.median(times)
            figures[f"{name}, ms slowest"] = max(times)
    return figures


def ask(store: Store) -> dict[str, list[float]]:
    """How long each question takes, in milliseconds, with several words and several times."""
    asked: dict[str, list[Callable[[], object]]] = {
        "who-said": [lambda words=words: questions.who_said(store, words) for words in ASKED],  # type: ignore[misc]
        "first-reports": [lambda words=words: questions.first_reports(store, words) for words in ASKED],  # type: ignore[misc]
        "said-by": [lambda name=name: questions.said_by(store, name) for name in NAMED],  # type: ignore[misc]
        "said-about": [lambda name=name: questions.said_about(store, name) for name in NAMED],  # type: ignore[misc]
        "contacts": [lambda name=name: questions.contacts_of(store, name) for name in NAMED],  # type: ignore[misc]
        "positions": [lambda words=words: questions.positions_of(store, words) for words in ASKED],  # type: ignore[misc]
    }
    times: dict[str, list[float]] = {}
    for name, calls in asked.items():
        times[name] = []
        for call in calls:
            for _ in range(TIMES):
                before = time.perf_counter()
                call()
                times[name].append((time.perf_counter() - before) * 1000)
    return times


def main() -> None:
    """Measures every size in a process of its own, and prints the figures side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--keep", type=Path, help="a folder for the stores, which are thrown away without it")
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        print(json.dumps(measure(options.sizes[0], options.one)))
        return
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.keep or Path(scratch)
        folder.mkdir(parents=True, exist_ok=True)
        rows = []
        for size in options.sizes:
            path = folder / f"growth-{size}.duckdb"
            path.unlink(missing_ok=True)
            command = [sys.executable, "-m", "evaluation.growth", "--sizes", str(size), "--one", str(path)]
            rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    for name in rows[0]:
        print(f"{name:28}" + "".join(f"{row[name]:>14,.1f}" for row in rows))


if __name__ == "__main__":
    main()
