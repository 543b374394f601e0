"""How the desk bears a newsroom: 50 readers and a running import for a minute, at 10,000 traced articles.

    python -m evaluation.load [--store FILE.duckdb] [--articles 10000] [--readers 50] [--seconds 60]

A reader opens a page, looks at it for two to eight seconds, and opens another: the first page, stories, claims,
articles, people, contacts, positions, searches, sources, in the proportion of WEIGHTS. Meanwhile articles of the
corpora are added from the page and read. Without `--store` one is made as evaluation.growth makes it, and traced, which
takes about twelve minutes; it must hold no token, and is written to. Times are those of the readers, in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx

from evaluation.corpora import corpus, lines_of
from evaluation.growth import ASKED, readings
from reportedly.store.database import Store
from reportedly.trace.updating import update_trace

WEIGHTS = {
    "today": 2, "stories": 2, "story": 4, "claim": 4, "article": 5, "entity": 3, "contacts": 1, "positions": 1,
    "search": 4, "sources": 1,
}  # fmt: skip
SEEN = (2.0, 8.0)  # seconds that a page is looked at
DELIVERIES, SIZE = 12, 50  # that are added meanwhile, one after the other: each is read, and then traced
LIMIT = 300.0  # milliseconds, of 95 pages in 100


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of the deliveries."""

    read: int
    held: int
    failed: int
    done: int
    sent: int
    stopped: int

    def __str__(self) -> str:
        """As it is printed."""
        least = f"{self.read:,} articles read meanwhile, {self.done} of {self.sent} deliveries traced"
        rest = {"there already": self.held, "not read": self.failed, "deliveries stopped": self.stopped}
        return ", ".join([least, *(f"{number:,} {what}" for what, number in rest.items() if number)])


def main() -> int:
    """Prints the figures; 1 when a page failed or was late."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--readers", type=int, default=50)
    parser.add_argument("--seconds", type=float, default=60)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        path = options.store or Path(scratch) / "load.duckdb"
        if options.store is None:
            with Store.open(path) as store:
                store.add(readings(options.articles))
                update_trace(store)
        times, errors, gone, imported = _run(path, options.readers, options.seconds)
    every = sorted(took for own in times.values() for took in own)
    for name, own in sorted(times.items()):
        print(f"{name:12}{len(own):7,} pages   median {statistics.median(own):7.1f}   95 % {_share(own):7.1f}")
    print(f"{'all':12}{len(every):7,} pages   median {statistics.median(every):7.1f}   95 % {_share(every):7.1f}")
    print(f"{len(errors)} errors{': ' + errors[0] if errors else ''}; {len(gone)} pages gone; {imported}")
    return 1 if errors or imported.read == 0 or _share(every) > LIMIT else 0


def _run(path: Path, readers: int, seconds: float) -> tuple[dict[str, list[float]], list[str], list[str], Imported]:
    command = [sys.executable, "-m", "reportedly", "serve", str(path), "--port", "8399"]
    with subprocess.Popen(command) as desk:
        with httpx.Client(base_url="http://127.0.0.1:8399", timeout=30) as api:
            _wait(api)
            pages = _pages(api)
            jobs = _import(api)
            times: dict[str, list[float]] = defaultdict(list)
            errors: list[str] = []
            gone: list[str] = []
            ends = time.monotonic() + seconds
            threads = [
                threading.Thread(target=_read, args=(pages, ends, times, errors, gone, random.Random(n)))
                for n in range(readers)
            ]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()
            imported = _imported([api.get(job).text for job in jobs])
        desk.terminate()
    return times, errors, gone, imported


def _wait(api: httpx.Client) -> None:
    """Returns when the desk is open."""
    for _ in range(600):
        try:
            api.get("/today.json")
        except httpx.ConnectError:
            time.sleep(0.5)
        else:
            return
    raise TimeoutError("the desk did not open")


def _pages(api: httpx.Client) -> dict[str, list[str]]:
    """Addresses of pages of each kind."""
    rows: list[dict[str, Any]] = []
    for page in range(1, 6):
        rows += api.get("/stories.json", params={"page": page}).json()["rows"]
    stories = [row["id"] for row in rows]
    traces = [api.get(f"/stories/{id}.json").json() for id in stories[:60]]
    claims = [claim["id"] for trace in traces for claim in trace["claims"]]
    articles = [id for trace in traces for story in trace["stories"] for id in story["articles"]]
    entities = [row["id"] for row in api.get("/entities.json").json()["rows"]]
    return {
        "today": ["/"], "stories": ["/stories", "/stories?page=3"], "contacts": ["/contacts"],
        "positions": ["/positions"], "sources": ["/sources"],
        "story": [f"/stories/{id}" for id in stories], "claim": [f"/claims/{id}" for id in claims],
        "article": [f"/articles/{quote(id, safe='')}" for id in articles],
        "entity": [f"/entities/{id}" for id in entities],
        "search": [f"/search?q={quote(words)}" for words in ASKED],
    }  # fmt: skip


def _import(api: httpx.Client) -> list[str]:
    """Sends articles to be added; gives the addresses of the deliveries."""
    texts = [row["text"] for row in lines_of(corpus("polnear", "train.jsonl"))[: DELIVERIES * SIZE]]
    outlet = f"Imported at {datetime.now():%Y-%m-%d %H:%M:%S}"
    token = re.search(r'name="form_token" value="(\w+)"', api.get("/add").text)
    assert token is not None
    jobs = []
    for first in range(0, len(texts), SIZE):
        rows = [{"text": text, "outlet": outlet, "published": "2025-01-01"} for text in texts[first : first + SIZE]]
        sent = "\n".join(map(json.dumps, rows)).encode()
        answer = api.post(
            "/add/files", data={"form_token": token[1]}, files={"files": (f"import{first}.jsonl", sent, "text/plain")}
        )
        if answer.status_code != 303:
            raise RuntimeError(f"a delivery was not taken: {answer.status_code} {answer.text[:300]}")
        jobs.append(answer.headers["location"])
    return jobs


def _imported(pages: list[str]) -> Imported:
    """What the pages of the deliveries say."""

    def total(words: str) -> int:
        found = (re.search(rf"([\d,]+) {words}", page) for page in pages)
        return sum(int(match[1].replace(",", "")) for match in found if match)

    done = sum("<b>Done</b>" in page for page in pages)
    stopped = sum("<b>Stopped</b>" in page for page in pages)
    return Imported(total("articles? read"), total("there already"), total("not read"), done, len(pages), stopped)


def _read(
    pages: dict[str, list[str]], ends: float, times: dict[str, list[float]], errors: list[str], gone: list[str],
    chance: random.Random,
) -> None:  # fmt: skip
    """One reader, until the time is up."""
    with httpx.Client(base_url="http://127.0.0.1:8399", timeout=30) as browser:
        time.sleep(chance.uniform(0, SEEN[1]))
        while time.monotonic() < ends:
            kind = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))[0]
            address = chance.choice(pages[kind])
            before = time.perf_counter()
            try:
                answer = browser.get(address)
            except httpx.HTTPError as error:
                errors.append(f"{address}: {error!r}")
                continue
            times[kind].append((time.perf_counter() - before) * 1000)
            if answer.status_code == 404:
                gone.append(address)  # a trace of what came in has joined it to another, and the page says so
            elif answer.status_code != 200:
                errors.append(f"{address}: {answer.status_code}")
            time.sleep(chance.uniform(*SEEN))


def _share(times: list[float]) -> float:
    """The time under which 95 of 100 pages are given."""
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


if __name__ == "__main__":
    sys.exit(main())
