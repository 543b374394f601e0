"""What a trace costs as a store grows: of all of it, of the next day of articles, and of a day that comes too late.

    python -m evaluation.growth_trace [--sizes 1000 3000]

The articles are those of evaluation.growth: real sentences put together anew, with planted reprints and rewrites. Every
size is measured in a process of its own; 10,000 articles take some ten minutes. Times are of the wall clock.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from evaluation.growth import PER_DAY, readings
from reportedly.store.database import Store
from reportedly.store.traced import kept_trace
from reportedly.trace.updating import bring_up_to_date

SIZES = (1_000, 3_000)


def measure(count: int, path: Path) -> dict[str, float]:
    """Traces so many articles, then a day that follows and one from amid them; milliseconds an article, megabytes."""
    with Store.open(path) as store:
        store.add(readings(count))
        before = time.perf_counter()
        bring_up_to_date(store)
        took = time.perf_counter() - before
        trace = kept_trace(store)
        figures: dict[str, float] = {"articles": count, "stories": len(trace.stories), "claims": len(trace.claims)}
        figures["trace, ms an article"] = took * 1000 / count
        for name, seed, after in (("one more day", 8, count), ("a day of the past", 9, count // 2)):
            store.add(readings(PER_DAY, seed=seed, after=after))
            before = time.perf_counter()
            bring_up_to_date(store)
            figures[f"{name}, ms an article"] = (time.perf_counter() - before) * 1000 / PER_DAY
    figures["memory, MB"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    figures["file, MB"] = path.stat().st_size / 1e6
    return figures


def main() -> None:
    """Measures every size in a process of its own, and prints the figures side by side."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--one", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one is not None:
        print(json.dumps(measure(options.sizes[0], options.one)))
        return
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in options.sizes:
            command = [sys.executable, "-m", "evaluation.growth_trace", "--sizes", str(size)]
            command += ["--one", str(Path(scratch) / f"{size}.duckdb")]
            rows.append(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))
    for name in rows[0]:
        print(f"{name:28}" + "".join(f"{row[name]:>14,.1f}" for row in rows))


if __name__ == "__main__":
    main()
