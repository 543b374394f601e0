"""One run of `batch`: inputs found, cut and read, what is done noted as it comes."""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly import __version__
from reportedly.adding.adding import reader_name
from reportedly.batch.apart import READER
from reportedly.batch.finding import differs, find_sources, with_digest
from reportedly.batch.manifest import Manifest, Source
from reportedly.batch.shards import Done, Shard
from reportedly.errors import BadInput, MissingExtra, ReportedlyError
from reportedly.reading.intake.known import NOTHING, Known
from reportedly.reading.shipped import BEST, EncoderName

if TYPE_CHECKING:
    from types import ModuleType

    from reportedly.trace.updating import Each

ARTICLES = 250  # of a shard: half a minute of reading, which is what a run that is ended loses in each process


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run came to, with what earlier ones had done."""

    shards: int
    articles: int
    failures: int
    words: int
    lost: tuple[str, ...]
    refused: tuple[str, ...]


def run(
    sources: Sequence[str],
    out: str | Path,
    *,
    known: Known = NOTHING,
    encoder: EncoderName = BEST,
    articles: int = ARTICLES,
    processes: int | None = None,
    cluster: str | None = None,
    sketched: bool = False,
    begun: Callable[[Sequence[Shard], Sequence[Shard]], None] = lambda shards, pending: None,
    came: Callable[[Shard, Done], None] = lambda shard, done: None,
    reader: str = READER,
) -> Outcome:
    """Reads the sources into shards in the folder `out`; what is there already is not read again.

    `cluster` is the address of a Ray cluster; without, so many `processes` of this machine read. `begun` is told of all
    shards and of those that are to be read, `came` of each as it is done; `reader` names what loads the reader in a
    process. BadInput, MissingExtra, ReportedlyError.
    """
    if "://" in str(out):
        do = "name one, and put what comes of the run where you like"
        raise BadInput("shards are written to a folder of this machine", where=str(out), do=do)
    plans = _plans()
    if cluster is not None:
        plans.use_cluster(cluster)
    found = find_sources(sources, plans.find_files, out=Path(out))
    with Manifest.writing(Path(out), _versions(known, encoder)) as manifest:
        _take_in(manifest, found, articles, plans)
        settings = plans.Settings(
            known=known,
            sketched=sketched,
            encoder=encoder,
            reader=reader,
            processes=None if cluster is not None else processes or os.cpu_count() or 1,
        )
        begun(list(manifest.shards.values()), manifest.pending())
        waiting = {shard.number: shard for shard in manifest.pending()}
        while waiting:
            before = len(waiting)
            try:
                for result in plans.read(list(waiting.values()), settings):
                    _refuse_other_reader(result.read_by, manifest)
                    manifest.keep(result.done, result.table)
                    came(waiting.pop(result.done.shard), result.done)
            except plans.PlanFailed:
                if len(waiting) == before:  # else it goes on with what is left
                    raise
        return _outcome(manifest)


def each_on(cluster: str) -> Each:
    """Has work done by the Ray cluster at this address, a plan for a few things at a time; MissingExtra, PlanFailed."""
    plans = _plans()
    plans.use_cluster(cluster)
    each: Each = plans.each
    return each


def _outcome(manifest: Manifest) -> Outcome:
    kept = [done for _, done in manifest.kept()]
    return Outcome(
        shards=len(manifest.shards),
        articles=sum(done.articles for done in kept),
        failures=sum(done.failures for done in kept),
        words=sum(done.words for done in kept),
        lost=tuple(str(done.lost) for _, done in manifest.lost()),
        refused=tuple(f"{source.path}: {source.refused}" for source in manifest.inputs.values() if source.refused),
    )


def _take_in(manifest: Manifest, found: Sequence[Source], articles: int, plans: ModuleType) -> None:
    """Cuts the inputs that the run does not know yet."""
    fresh = []
    for source in found:
        known = manifest.inputs.get(source.path)
        if known is None or known.refused is not None:
            fresh.append(with_digest(source))
        elif differs(source, known):
            do = "name a new folder for a new run"
            raise BadInput("it has changed since the run was begun", where=source.path, do=do)
    cut = {source.path: source for source in plans.cut(fresh, articles=articles)} if fresh else {}
    for source in fresh:  # in their order, whichever was cut first: shards are numbered by it
        manifest.add_input(cut[source.path])


def _refuse_other_reader(read_by: str | None, manifest: Manifest) -> None:
    if read_by is not None and read_by != manifest.run["read_by"]:
        raise ReportedlyError(
            f"a worker has another reader, {read_by}, than this machine; install the same reportedly on all of them"
        )


def _versions(known: Known, encoder: EncoderName) -> dict[str, object]:
    """What a run is begun with."""
    from reportedly.trace.updating import version as traced_by  # late: few ask for sketches

    return {
        "reportedly": __version__,
        "read_by": reader_name(encoder),
        "traced_by": traced_by(),
        "python": platform.python_version(),
        "daft": version("daft"),
        "known": {name: value for name, value in asdict(known).items() if value},
    }


def _plans() -> ModuleType:
    try:
        from reportedly.batch import plans
    except ImportError as error:
        raise MissingExtra(
            "batch runs need daft, which is not installed; run: pip install 'reportedly[batch]'"
        ) from error
    return plans
